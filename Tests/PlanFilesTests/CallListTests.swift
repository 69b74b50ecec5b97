import Foundation
import PlanFiles
import Reports
import Testing
import Workforce

struct CallListTests {
    private func read(_ text: String, queue: String? = nil, slot: Int = 15) throws -> HistoryReading {
        try withFile(text) { readHistory(file: $0, queue: queue, callSlotMinutes: slot) }
    }

    /// Monday 16 and Monday 23 November 2026; no call on the days between.
    private let calls =
        "date appel;durée;agent;résultat;file\n16/11/2026 08:01:07;120;Ada;ok;A\n"
        + "16/11/2026 08:14:59;00:04:00;Bob;ok;B\n16/11/2026 08:47:30;0;;abandon;A\n"
        + "23/11/2026 08:16:02;60s;Ada;ok;A\n23/11/2026 09:02:11;;Ada;ok;A\n"

    @Test func callsAreCountedIntoSlots() throws {
        let reading = try read(calls)
        let history = try #require(reading.history)
        #expect(history.slotMinutes == 15 && history.firstDay.iso8601 == "2026-11-16")
        // From the earliest to the latest slot of any Monday: 08:00 to 09:00.
        #expect(history.offered[31...37] == [nil, 2, 0, 0, 1, 0, nil])
        let second = 7 * 96
        #expect(history.offered[(second + 31)...(second + 37)] == [nil, 0, 1, 0, 0, 1, nil])
        #expect(history.offered[96..<second].allSatisfy { $0 == nil })
        #expect(history.handleSeconds[32] == 180 && history.handleSeconds[35] == nil)
        #expect(history.handleSeconds[second + 33] == 60)
        #expect(reading.diagnostics.map(\.problem) == [.history(.callsCounted(calls: 5, slotMinutes: 15))])
    }

    @Test func slotAndQueueCanBeChosen() throws {
        let hours = try #require(try read(calls, slot: 60).history)
        #expect(hours.slotMinutes == 60 && hours.offered[8...9] == [3, 0])
        #expect(try read(calls, slot: 7).history?.slotMinutes == 15)
        let alone = try #require(try read(calls, queue: "a").history)
        #expect(alone.offered[32...36] == [1, 0, 0, 1, 0])
        #expect(try read(calls, queue: "C").history == nil)
    }

    @Test func aNoteCountsTheCallsInBothLanguages() {
        let note = Problem.history(.callsCounted(calls: 33_344, slotMinutes: 15))
        #expect(note.phrase(.english) == "33,344 calls counted into 15-minute slots")
        #expect(note.phrase(.french) == "33\u{202F}344 appels comptés par tranches de 15 minutes")
    }

    /// Rows on a grid without a count are intervals whose count is missing, never calls.
    @Test(arguments: [
        "start;ofered\n2026-11-16 08:00;3\n2026-11-16 08:15;4\n2026-11-16 08:30;4\n",
        "date;ofered\n2026-11-16;3\n2026-11-17;4\n",
    ])
    func intervalsWithoutACountAreRefused(_ text: String) throws {
        let reading = try read(text)
        #expect(reading.history == nil)
        #expect(
            reading.diagnostics.contains {
                if case .table(.missingColumn("offered", _)) = $0.problem { true } else { false }
            })
    }

    @Test func theHourLivedTwiceIsSummedAndTheOneThatNeverWasRefused() throws {
        let autumn = try read("start\n2026-10-25 02:07:01\n2026-10-25 02:07:02\n2026-10-25 02:08:03\n")
        #expect(autumn.history?.offered[8] == 3)
        let spring = try read("start\n2026-03-29 01:59:01\n2026-03-29 02:07:02\n2026-03-29 03:08:03\n")
        #expect(spring.history == nil)
        #expect(
            spring.diagnostics.contains {
                $0.location.line == 3
                    && $0.problem == .history(.skippedByClockChange(start: "2026-03-29 02:07"))
            })
        let around = try read("start\n2026-03-29 01:59:01\n2026-03-29 03:08:03\n")
        #expect(around.history?.offered[7...12] == [1, nil, nil, nil, nil, 1])
    }

    // MARK: Dates and times as telephone systems write them

    @Test(arguments: [
        "date;heure d'appel\n990201;7:02:47\n990228;23:59:59\n",
        "date;heure d'appel\n19990201;070247\n19990228;235959\n",
        "date;heure d'appel\n01/02/99;7:02:47 AM\n28/02/99;11:59:59 PM\n",
        "date;heure d'appel\n2/1/1999;07:02:47.250\n2/28/1999;23:59:59.9\n",
        "date;heure d'appel\n010299;07:02:47\n280299;23:59:59\n",
        "timestamp\n01/02/99 07:02:47\n28/02/99 23:59:59\n",
    ])
    func otherSpellingsOfDatesGiveTheSame(_ text: String) throws {
        let reading = try read(text)
        let history = try #require(reading.history)
        #expect(history.firstDay.iso8601 == "1999-02-01" && history.lastDay.iso8601 == "1999-02-28")
        #expect(history.offered[28] == 1 && history.offered[27 * 96 + 95] == 1)
        #expect(
            reading.diagnostics.contains {
                if case .history(.datesReadAs(_, let date)) = $0.problem {
                    [history.firstDay, history.lastDay].contains(date)
                } else {
                    false
                }
            })
    }

    /// 16 November is winter time in Paris, 19 October summer time.
    @Test func momentsWithTheirZoneComeToTheClockOfTheSite() throws {
        let reading = try read(
            "start;calls\n2026-10-19T23:30:00Z;1\n2026-11-16T08:00:00.000+01:00;2\n"
                + "2026-11-16T07:30:00Z;3\n2026-11-16T04:00:00-0500;4\n")
        let history = try #require(reading.history)
        #expect(history.firstDay.iso8601 == "2026-10-20" && history.slotMinutes == 30)
        #expect(history.offered[3] == 1)
        #expect(history.offered[(27 * 48 + 16)...(27 * 48 + 20)] == [2, 3, nil, nil, 4])
        #expect(
            reading.diagnostics.map(\.problem) == [.history(.broughtToSiteClock(timeZone: "Europe/Paris"))])
    }

    @Test func aSlipDoesNotTurnTheOrderOfDatesRound() throws {
        let rows = (1...12).map { "\($0)/11/2026;\($0)\n" }.joined()
        let reading = try read("date;calls\n" + rows + "11/13/2026;13\n")
        #expect(reading.history == nil)
        #expect(reading.diagnostics.map(\.problem.code) == ["value.malformed"])
    }

    @Test func linesAboveTheHeadersAndUnnamedTimesAreSaid() throws {
        let reading = try read(
            "Journal des appels\n\nPériode : novembre 2026\ndate\tid\tsonnerie\tfin\n"
                + "16/11/2026\t1\t08:01:07\t08:03:00\n16/11/2026\t2\t08:17:07\t08:18:00\n")
        #expect(reading.history?.offered[32...33] == [1, 1])
        let problems = reading.diagnostics.map(\.problem)
        #expect(problems.contains(.table(.linesAboveHeaders(count: 3))))
        #expect(problems.contains(.table(.columnTaken(column: "sonnerie", meaning: "time"))))
        #expect(reading.diagnostics.allSatisfy { $0.severity == .note })
    }

    // MARK: Files of others, where they are there

    private static let export = Fixtures.folder.appendingPathComponent(
        "../../../shared/benchmarks/acd_export/data_anonymous_bank_february.txt"
    )
    .standardizedFileURL

    /// Counts by `awk` from the file: 28 calls on 1 February between 08:00 and 08:15, 27 of
    /// them served in 3605 s; 1,949 calls on 3 February; 7,604 of type NW.
    @Test(.enabled(if: FileManager.default.fileExists(atPath: export.path)))
    func realCallsOfABankAreCounted() throws {
        let reading = readHistory(file: Self.export, timeZone: "Asia/Jerusalem")
        #expect(
            reading.diagnostics.map(\.problem).contains(
                .history(.callsCounted(calls: 33_344, slotMinutes: 15))))
        let history = try #require(reading.history)
        #expect(history.firstDay.iso8601 == "1999-02-01" && history.lastDay.iso8601 == "1999-02-28")
        #expect(history.offered[32] == 28)
        #expect(abs((history.handleSeconds[32] ?? 0) - 3605.0 / 27) < 1e-9)
        #expect(history.offered[history.slots(ofDay: 2)].compactMap { $0 }.reduce(0, +) == 1949)
        let alone = try #require(
            readHistory(file: Self.export, timeZone: "Asia/Jerusalem", queue: "NW").history)
        #expect(alone.offered.compactMap { $0 }.reduce(0, +) == 7604)
    }
}
