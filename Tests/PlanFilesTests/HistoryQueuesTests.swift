import PlanFiles
import Reports
import Testing
import Workforce

struct HistoryQueuesTests {
    private let queues =
        "start;file;offered;dmt\n2026-11-16 08:00;Ventes;3;100\n2026-11-16 08:00;Support;6;200\n"
        + "2026-11-16 08:15;Ventes;4;120\n2026-11-16 08:30;Support;0;\n2026-11-16 08:30;Ventes;2;90\n"

    private func read(_ text: String, queue: String? = nil) throws -> HistoryReading {
        try withFile(text) { readHistory(file: $0, queue: queue) }
    }

    private func problems(_ reading: HistoryReading) -> [Problem] { reading.diagnostics.map(\.problem) }

    @Test func rowsOfSeveralQueuesAreSummed() throws {
        let reading = try read(queues)
        let history = try #require(reading.history)
        #expect(history.slotMinutes == 15)
        #expect(history.offered[32...34] == [9, 4, 2])
        // (3 × 100 + 6 × 200) / 9, and an empty queue weighs nothing.
        #expect(abs((history.handleSeconds[32] ?? 0) - 1500.0 / 9) < 1e-9)
        #expect(history.handleSeconds[33...34] == [120, 90])
        #expect(problems(reading) == [.history(.queuesSummed(intervals: 2, queues: 2))])
        #expect(reading.diagnostics.map(\.severity) == [.note])
    }

    @Test(arguments: [
        ("Ventes", [3.0, 4, 2]), ("support", [6, nil, 0]), (" SUPPORT", [6, nil, 0]),
    ])
    func oneQueueCanBeReadAlone(_ queue: String, _ offered: [Double?]) throws {
        let reading = try read(queues, queue: queue)
        #expect(reading.diagnostics == [])
        let history = try #require(reading.history)
        #expect(Array(history.offered[32...34]) == offered)
    }

    @Test func anUnknownQueueIsNamedWithTheNearest() throws {
        let reading = try read(queues, queue: "Vente")
        #expect(reading.history == nil)
        #expect(
            problems(reading).first
                == .reference(.unknown(thing: .queue, name: "Vente", nearest: "Ventes")))
        let without = try read("start;offered\n2026-11-16 08:00;3\n", queue: "Ventes")
        #expect(without.history == nil && without.diagnostics.first?.problem.code == "table.missingColumn")
    }

    @Test func twoRowsOfOneQueueAndIntervalAreRefused() throws {
        let reading = try read(queues + "2026-11-16 08:15;Ventes;4;120\n")
        #expect(reading.history == nil)
        #expect(
            reading.diagnostics.map { diagnosticLine($0, .english) }.contains {
                $0.contains(":7: error: 2026-11-16 08:15 of Ventes is already on line 4; keep one")
            })
        #expect(
            reading.diagnostics.map { diagnosticLine($0, .french) }.contains {
                $0.contains(":7: erreur\u{A0}: 2026-11-16 08:15 de Ventes figure déjà à la ligne 4")
            })
    }

    @Test(arguments: [
        "queue", "file", "ligne", "compétence", "skill", "vdn", "service", "groupe", "agent", "canal",
        "Motif", "SDA", "campagne",
    ])
    func manyColumnsNameQueues(_ header: String) throws {
        let text = queues.replacing(";file;", with: ";\(header);")
        #expect(try read(text).history?.offered[32...34] == [9, 4, 2])
    }

    @Test func queueAndAgentPartRowsTogether() throws {
        let text =
            "date,time,agent,queue,offered\n2026-11-16,08:00,Ada,A,1\n2026-11-16,08:00,Bob,A,2\n"
            + "2026-11-16,08:00,Ada,B,4\n2026-11-16,08:30,Ada,A,8\n"
        let reading = try read(text)
        #expect(reading.history?.offered[16...17] == [7, 8])
        #expect(problems(reading) == [.history(.queuesSummed(intervals: 1, queues: 3))])
        #expect(try read(text, queue: "A").history?.offered[16...17] == [3, 8])
    }

    @Test func oneQueueInEveryRowIsNoSum() throws {
        let reading = try read("start,queue,calls\n2026-11-16 08:00,A,1\n2026-11-16 08:30,A,2\n")
        #expect(reading.diagnostics == [])
        #expect(reading.history?.offered[16...17] == [1, 2])
    }

    @Test func aQueueOfTotalsIsLeftOut() throws {
        let reading = try read(
            queues + "2026-11-16 08:00;Total;9;170\n2026-11-16 08:15;Total;4;120\n")
        #expect(reading.history?.offered[32...34] == [9, 4, 2])
        #expect(problems(reading).contains(.history(.totalQueue(name: "Total", rows: 2))))
        let alone = try read("start,queue,calls\n2026-11-16 08:00,All,1\n2026-11-16 08:30,All,2\n")
        #expect(alone.history?.offered[16...17] == [1, 2] && alone.diagnostics == [])
    }

    /// The hour lived twice is summed queue by queue (Europe/Paris, 2026-10-25).
    @Test func theHourLivedTwiceIsSummedInEachQueue() throws {
        let rows = ["01:00", "02:00", "02:00", "03:00"].map { clock in
            "2026-10-25 \(clock);A;1\n2026-10-25 \(clock);B;10\n"
        }
        let reading = try read("start;queue;offered\n" + rows.joined())
        #expect(reading.history?.offered[1...3] == [11, 22, 11])
        #expect(reading.diagnostics.count == 2 && reading.diagnostics.allSatisfy { $0.severity == .note })
        let thrice = try read("start;queue;offered\n" + rows.joined() + "2026-10-25 02:00;B;1\n")
        #expect(thrice.history == nil)
    }
}
