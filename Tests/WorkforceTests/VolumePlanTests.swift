import Testing
import Workforce

@Suite struct VolumePlanTests {
    private let plan = VolumePlan.months([
        MonthVolume(month: CalendarMonth(year: 2026, month: 12), contacts: 12_000),
        MonthVolume(month: CalendarMonth(year: 2027, month: 1), contacts: 14_500),
    ])

    @Test func aMonthHasItsOwnContactsOrNone() {
        #expect(plan.contacts(year: 2026, month: 12) == 12_000)
        #expect(plan.contacts(year: 2027, month: 1) == 14_500)
        #expect(plan.contacts(year: 2026, month: 1) == nil)
        #expect(VolumePlan.everyMonth(7).contacts(year: 1999, month: 3) == 7)
    }

    @Test func aChangeScalesEveryMonth() {
        #expect(plan.scaled(by: 2).contacts(year: 2027, month: 1) == 29_000)
        #expect(VolumePlan.everyMonth(7).scaled(by: 0).contacts(year: 2026, month: 1) == 0)
    }

    @Test func monthsAreWrittenAndOrdered() {
        let months = [(2027, 1), (2026, 12), (2026, 2)].map { CalendarMonth(year: $0.0, month: $0.1) }
        #expect(months.sorted().map(\.description) == ["2026-02", "2026-12", "2027-01"])
    }
}
