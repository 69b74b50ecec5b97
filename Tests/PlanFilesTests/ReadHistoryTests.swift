import Foundation
import PlanFiles
import Reports
import Testing
import Workforce

struct ReadHistoryTests {
    private func lines(_ reading: HistoryReading) -> [String] {
        reading.diagnostics.map { diagnosticLine($0, .english) }
    }

    @Test func theShapesOfTheTradeGiveOneHistory() throws {
        let shapes = [
            "start;offered;handleTime\n2026-11-16 08:00;37;312\n2026-11-16 08:30;41;308\n",
            "début\tappels présentés\tDMT\r\n16/11/2026 08:00\t37\t00:05:12\r\n16/11/2026 08:30\t41\t308s\r\n",
            "date;heure;appels;dmt\n16/11/2026;08:00;37;312\n16/11/2026;8h30;41,00;5m08s\n",
            "Date,Tranche horaire,Reçus,AHT\n2026-11-16,08:00-08:30,37,312\n2026-11-16,08:30-09:00,\"41,0\",308\n",
            "date;intervalle;appels;dmt\n16/11/2026;08:00-08:30;37;312\n16/11/2026;08:30-09:00;41;308\n",
            "date;créneau;appels;dmt\n16/11/2026;8h;37;312\n16/11/2026;0830;41;308\n",
            "ts,calls,aht\n2026-11-16T08:00:00,37,312\n2026-11-16T08:30:00,41.0,308\n",
        ]
        let histories = try shapes.map { try #require(try historyReading($0).history) }
        for history in histories { #expect(history == histories[0]) }
        #expect(histories[0].slotMinutes == 30)
        #expect(histories[0].offered.count == 48)
        #expect(histories[0].offered[16...17] == [37, 41])
        #expect(histories[0].handleSeconds[16...17] == [312, 308])
        #expect(histories[0].offered[15] == nil)
    }

    @Test(arguments: [5, 10, 15, 20, 30, 60])
    func slotLengthsAreFound(_ minutes: Int) throws {
        var text = "start,offered\n"
        for minute in stride(from: 0, to: 1440, by: minutes) {
            text += "2026-11-16 \(ClockTime(minute: minute)),1\n"
        }
        let history = try #require(try historyReading(text).history)
        #expect(history.slotMinutes == minutes)
        #expect(history.offered.compactMap { $0 }.count == 1440 / minutes)
    }

    /// Spreadsheets call it Unicode text: UTF-16 with a byte-order mark, either way round.
    @Test(arguments: [true, false])
    func unicodeTextOfSpreadsheets(_ isLittle: Bool) throws {
        let units = "\u{FEFF}début\tprésentés\r\n16/11/2026 08:00\t37\r\n16/11/2026 08:30\t41\r\n".utf16
        let bytes = units.flatMap { unit in
            let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            return isLittle ? pair : pair.reversed()
        }
        #expect(try historyReading(bytes).history?.offered[16...17] == [37, 41])
    }

    @Test func dailyCounts() throws {
        let history = try #require(
            try historyReading("date,calls\n2003-03-03,41178\n2003-03-05,31962\n").history)
        #expect(history.slotMinutes == 1440)
        #expect(history.offered == [41178, nil, 31962])
    }

    @Test func midnightStampsOfSeveralDaysAreDaily() throws {
        let text = "ts,calls\n2003-03-03 00:00:00,1\n2003-03-04 00:00:00,2\n"
        #expect(try historyReading(text).history?.offered == [1, 2])
    }

    @Test func theLastIntervalOfADayMayBeWritten24() throws {
        let text = "start,offered\n2026-11-16 23:00,5\n2026-11-16 24:00,7\n2026-11-17 01:00,1\n"
        let history = try #require(try historyReading(text).history)
        #expect(history.offered[23...25] == [5, 7, 1])
    }

    // MARK: Clock changes (Europe/Paris: 2026-03-29 and 2026-10-25)

    private func day(_ date: String, hours: [Int], count: Int = 2) -> String {
        hours.map { "\(date) \(ClockTime(hour: $0));\(count);100\n" }.joined()
    }

    @Test func theHourLivedTwiceIsSummedOnceGivenTwice() throws {
        let text =
            "start;offered;handleTime\n" + day("2026-10-25", hours: [0, 1, 2])
            + "2026-10-25 02:00;6;200\n" + day("2026-10-25", hours: [3, 4])
        let reading = try historyReading(text)
        let history = try #require(reading.history)
        #expect(history.offered[0..<5] == [2, 2, 8, 2, 2])
        #expect(history.handleSeconds[2] == 175)
        #expect(lines(reading).count == 1 && reading.diagnostics[0].severity == .note)
    }

    @Test func aThirdTimeIsADuplicate() throws {
        let text =
            "start;offered\n2026-10-25 01:00;1\n2026-10-25 02:00;1\n2026-10-25 02:00;1\n2026-10-25 02:00;1\n"
        let reading = try historyReading(text)
        #expect(reading.history == nil)
        #expect(lines(reading).contains { $0.contains(":5: error: 2026-10-25 02:00 is already on line 3") })
    }

    @Test func onAnOrdinaryDayTwiceIsADuplicate() throws {
        let text = "start;offered\n2026-10-24 01:00;1\n2026-10-24 02:00;1\n2026-10-24 02:00;1\n"
        #expect(try historyReading(text).history == nil)
        #expect(try historyReading(text.replacingOccurrences(of: "-24", with: "-25")).history != nil)
        let elsewhere = text.replacingOccurrences(of: "-24", with: "-25")
        #expect(try historyReading(elsewhere, timeZone: "Indian/Reunion").history == nil)
    }

    @Test func theHourThatNeverWasIsUnknown() throws {
        let text =
            "start;offered\n"
            + "2026-03-29 01:00;3\n2026-03-29 03:00;4\n2026-03-29 02:00;0\n2026-03-29 04:00;5\n"
        let history = try #require(try historyReading(text).history)
        #expect(history.offered[1...4] == [3, nil, 4, 5])
        #expect(try historyReading(text.replacingOccurrences(of: "02:00;0", with: "02:00;1")).history == nil)
    }

    // MARK: Bad rows

    @Test func everyBadRowIsNamed() throws {
        let reading = try historyReading(
            "start;offered;handleTime\n2026-11-16 08:00;-1;300\nyesterday;5;300\n2026-11-16 08:30;x;10h\n"
                + "2026-11-16 09:00;99999999;300\n2026-11-16 10:00;;\n")
        #expect(reading.history == nil)
        #expect(
            lines(reading).map { $0.drop { $0 != ":" }.dropFirst().prefix { $0 != " " } } == [
                "2:18:", "3:1:", "4:18:", "4:20:", "5:18:",
            ])
    }

    @Test(arguments: [
        ("12.0", 12.0), ("12,00", 12), ("1 234", 1234), ("12.5", nil), ("-1", nil), ("1,234", nil),
    ])
    func countsAreWhole(_ text: String, _ count: Double?) throws {
        let reading = try historyReading("start;offered\n2026-11-16 08:00;\(text)\n2026-11-16 08:30;1\n")
        #expect(reading.history?.offered[16] == count)
        #expect(lines(reading).isEmpty == (count != nil))
        #expect(lines(reading).allSatisfy { $0.contains(":2:18: error: offered \(text) is ") })
    }

    @Test func aRowWithoutStartAtTheFootIsATotal() throws {
        let reading = try historyReading("start;offered\n2026-11-16 08:00;1\n2026-11-16 08:30;1\n;2\n")
        #expect(reading.history != nil)
        #expect(reading.diagnostics.map(\.severity) == [.note])
        let inside = try historyReading("start;offered\n2026-11-16 08:00;1\n;2\n2026-11-16 08:30;1\n")
        #expect(inside.history == nil)
    }

    @Test func zeroHandleTimeIsUnknown() throws {
        let history = try #require(
            try historyReading("start;offered;dmt\n2026-11-16 08:00;0;0\n2026-11-16 08:30;0;00:00:00\n")
                .history)
        #expect(history.handleSeconds.compactMap { $0 }.isEmpty)
    }

    @Test func aMistypedYearDoesNotFillTheMemory() throws {
        let reading = try historyReading("start;offered\n2026-11-16 08:00;1\n2126-11-16 08:30;1\n")
        #expect(reading.history == nil)
        #expect(lines(reading).first?.contains("keep at most 25 years") == true)
    }

    @Test func missingAndUnreadableFiles() {
        let gone = readHistory(file: URL(fileURLWithPath: "/nonexistent/h.csv"))
        #expect(gone.history == nil && gone.diagnostics.map(\.problem) == [.file(.missing)])
        let folder = readHistory(file: FileManager.default.temporaryDirectory)
        #expect(folder.history == nil && folder.diagnostics.first?.severity == .error)
    }

    @Test func manyErrorsAreCountedNotListed() throws {
        let text = "start;offered\n" + String(repeating: "x;1\n", count: 5000)
        let reading = try historyReading(text)
        #expect(reading.diagnostics.count == 1001)
        #expect(lines(reading).last?.contains("further problems") == true)
    }

    // MARK: Days apart

    /// Totals of weeks and months read as days, with a warning that names their usual distance.
    @Test(arguments: [
        (["2026-09-07", "2026-09-14", "2026-09-21", "2026-09-28"], 7),
        // 31, 28, 31 and 30 days apart: the median is 31.
        (["2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01", "2026-05-01"], 31),
        (["2026-09-28", "2026-09-07", "2026-09-21", "2026-09-14"], 7),
        (["2026-09-07", "2026-09-14", "2026-09-21"], nil),
        (["2026-09-07", "2026-09-14", "2026-09-21", "2026-09-22"], nil),
        (["2026-09-07", "2026-09-11", "2026-09-16", "2026-09-21"], nil),
        (["2026-09-07", "2026-09-08", "2026-09-09", "2026-09-10"], nil),
    ])
    func sparseDaysAreWarnedOf(dates: [String], gap: Int?) throws {
        let reading = try historyReading("date;appels\n" + dates.map { "\($0);1200\n" }.joined())
        #expect(reading.history?.slotMinutes == 1440)
        #expect(
            reading.diagnostics.map(\.problem) == (gap.map { [.history(.sparseDays(gap: $0))] } ?? []))
        #expect(reading.diagnostics.allSatisfy { $0.severity == .warning })
        #expect(reading.diagnostics.allSatisfy { $0.problem.code == "history.sparseDays" })
    }

    @Test func sparseDaysInBothLanguages() throws {
        let rows = [7, 14, 21, 28].map { "\($0)/12/2026;1200\n" }.joined()
        let warning = try #require(try historyReading("date;appels\n" + rows).diagnostics.first)
        #expect(
            diagnosticLine(warning, .english).hasSuffix(
                ": warning: the rows are 7 days apart: totals of weeks or months are not days; write one row a day"
            ))
        #expect(
            diagnosticLine(warning, .french).hasSuffix(
                ": attention\u{A0}: les lignes sont espacées de 7 jours : des totaux de semaines ou de mois ne sont "
                    + "pas des jours ; écrivez une ligne par jour"))
    }

    /// Weekly rows with hours are no daily history.
    @Test func intervalsAWeekApartAreNoDays() throws {
        let rows = ["07", "14", "21", "28"].map { "2026-09-\($0) 09:30;12\n" }.joined()
        let reading = try historyReading("start;offered\n" + rows)
        #expect(reading.diagnostics.isEmpty && reading.history?.slotMinutes == 30)
    }

    // MARK: Files of others, where they are there

    private static let shared = Fixtures.folder.appendingPathComponent(
        "../../../shared/benchmarks/bank_calls"
    )
    .standardizedFileURL

    @Test(.enabled(if: FileManager.default.fileExists(atPath: shared.path)))
    func realCallsOfABankRead() throws {
        let halfHours = readHistory(
            file: Self.shared.appendingPathComponent("bank2003_30min.csv"), timeZone: "America/New_York")
        #expect(halfHours.diagnostics.isEmpty)
        #expect(halfHours.history?.slotMinutes == 30)
        #expect(halfHours.history?.firstDay.iso8601 == "2003-03-03")
        #expect(halfHours.history?.offered[14] == 560)
        let days = readHistory(file: Self.shared.appendingPathComponent("bank2003_daily.csv"))
        #expect(days.history?.slotMinutes == 1440)
        #expect(days.history?.lastDay.iso8601 == "2003-10-24")
        #expect(days.history?.offered.first == 41178)
    }

    /// Linear time: a quarter of a million rows in seconds even without optimisation.
    @Test(.timeLimit(.minutes(1)))
    func longFilesAreReadWhole() throws {
        var text = "start;offered;handleTime\n"
        let first = try #require(CivilDate(year: 2020, month: 1, day: 6))
        var rows = 0
        for day in 0..<2100 {
            let date = (first + day).iso8601
            for minute in stride(from: 0, to: 1440, by: 15) where !(120..<180).contains(minute) {
                text += "\(date) \(ClockTime(minute: minute));\(rows % 50);240\n"
                rows += 1
            }
        }
        #expect(rows > 190_000)
        let reading = try historyReading(text)
        #expect(reading.history?.offered.compactMap { $0 }.count == rows)
    }
}
