import Execution
import Testing
import Workforce

@testable import SampleData

@Suite struct CallExportTests {
    /// Starts of the export's lines for one day.
    static func starts(_ date: CivilDate, slotMinutes: Int, lost: Set<Int> = []) -> [String] {
        var generator = SeededGenerator(seed: 1)
        let slots = 1440 / slotMinutes
        let day = DayOfCalls(
            date: date, expected: Array(repeating: 5, count: slots),
            handleSeconds: Array(repeating: 300, count: slots), lost: lost)
        return callExport([day], slotMinutes: slotMinutes, generator: &generator)
            .split(separator: "\r\n").dropFirst().map { String($0.prefix { $0 != ";" }.suffix(5)) }
    }

    @Test(arguments: [(30, 46, 50), (60, 23, 25)])
    func clockChangesLoseAndRepeatAnHour(slotMinutes: Int, spring: Int, autumn: Int) {
        let march = Self.starts(date("2026-03-29"), slotMinutes: slotMinutes)
        #expect(march.count == spring)
        #expect(!march.contains { $0.hasPrefix("02") })
        let october = Self.starts(date("2026-10-25"), slotMinutes: slotMinutes)
        #expect(october.count == autumn)
        #expect(october.filter { $0 == "02:00" }.count == 2)
    }

    @Test func lostSlotsHaveNoLine() {
        let starts = Self.starts(date("2026-09-09"), slotMinutes: 30, lost: [29])
        #expect(starts.count == 47)
        #expect(!starts.contains("14:30"))
    }

    @Test func slotsWithoutCallsHaveNoHandleTime() {
        var generator = SeededGenerator(seed: 1)
        let day = DayOfCalls(date: date("2026-09-09"), expected: [0], handleSeconds: [300])
        let text = callExport([day], slotMinutes: 1440, generator: &generator)
        #expect(text == "début;appels présentés;DMT\r\n09/09/2026 00:00;0;\r\n")
    }
}
