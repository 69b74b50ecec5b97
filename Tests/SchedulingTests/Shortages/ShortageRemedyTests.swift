import Execution
import Testing
import Workforce

@testable import Scheduling

/// Remedies, each against a week solved again from a scenario changed by hand.
@Suite struct ShortageRemedyTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var floor: @Sendable () -> ShortageFloor
        var change: ShortageRemedy.Change
        /// The same change by hand.
        var byHand: @Sendable (inout Scenario) -> Void
    }

    static let id = ShortageFloor.eightHours.id

    static let cases = [
        Case(
            testDescription: "work until 19:00",
            floor: {
                var contract = ShortageFloor.eightHours
                contract.workingWindow = ShortageReasonTests.hours(9, 17)
                return ShortageFloor(
                    open: ShortageReasonTests.hours(9, 19), contract: contract, people: 2,
                    needs: ShortageFloor.daily(9, 19))
            }, change: .workUntil(id, ClockTime(hour: 19)),
            byHand: { $0.floor.contracts[0].workingWindow.end = ClockTime(hour: 19) }),
        Case(
            testDescription: "work on Saturday",
            floor: {
                var contract = ShortageFloor.eightHours
                contract.weekdays.remove(.saturday)
                return ShortageFloor(
                    days: Set(Weekday.allCases.prefix(6)), contract: contract, people: 2,
                    needs: ShortageFloor.daily(9, 17, days: 0..<6))
            }, change: .workOn(id, .saturday),
            byHand: { $0.floor.contracts[0].weekdays.insert(.saturday) }),
        Case(
            testDescription: "wider lunch window",
            floor: {
                var work = ShortageFloor.plainWork
                work.lunchRequiredFromMinutes = 360
                work.lunchMinutes = 60...60
                work.lunchWindow = ShortageReasonTests.hours(12, 14)
                return ShortageFloor(
                    open: ShortageReasonTests.hours(9, 18), people: 2, work: work,
                    needs: ShortageFloor.daily(12, 14, agents: 2) + ShortageFloor.daily(9, 11))
            },
            change: .lunchWindow(ShortageReasonTests.hours(11, 15)),
            byHand: {
                $0.rules.work.lunchWindow = ShortageReasonTests.hours(11, 15)
            }),
        Case(
            testDescription: "one more agent",
            floor: { ShortageFloor(needs: ShortageFloor.daily(9, 17, agents: 2)) }, change: .oneMore(id),
            byHand: {
                $0.floor.agents += FloorFixture.agents(1, contract: $0.floor.contracts[0], prefix: "new")
            }),
        Case(
            testDescription: "six days a week",
            floor: {
                ShortageFloor(
                    days: Set(Weekday.allCases.prefix(6)),
                    contract: FloorFixture.fullTime(hours: 30, daily: 300...480),
                    needs: ShortageFloor.daily(9, 14, days: 0..<6))
            }, change: .daysPerWeek(Identifier("h30"), most: 6),
            byHand: { $0.floor.contracts[0].daysPerWeek = 5...6 }),
    ]

    @Test(arguments: cases) func aRemedyIsWhatSolvingAgainGives(_ example: Case) throws {
        let floor = example.floor()
        let schedule = try floor.schedule()
        let staffing = FloorFixture.staffing(floor.scenario, floor.campaign.id)
        let named = floor.shortages(of: schedule)
        var effort = RemedyEffort()
        effort.told = 10
        effort.solved = 10
        let found = try addRemedies(
            to: named, of: schedule, requirement: floor.requirement, staffing: staffing,
            for: floor.scenario, effort: effort, control: RunControl())
        var changed = floor.scenario
        example.byHand(&changed)
        let solved = try floor.schedule(in: changed)
        let remedies = found.flatMap(\.remedies).filter { $0.change == example.change }
        #expect(floor.missing(solved, in: changed) < floor.missing(schedule) - 1e-9)
        #expect(!remedies.isEmpty, "\(found.flatMap(\.remedies).map(\.change))")
        for remedy in remedies {
            #expect(abs(remedy.weekHoursBefore - floor.missing(schedule)) < 1e-9)
            #expect(abs(remedy.weekHours - floor.missing(solved, in: changed)) < 1e-9)
            let saving = schedule.pools[0].optimality.cost - solved.pools[0].optimality.cost
            #expect(remedy.saving == Money(euros: saving / 100))
        }
        for shortage in found {
            #expect(shortage.remedies.allSatisfy { $0.hours < shortage.hours })
        }
    }

    /// One more agent of 40 h at 12.31 € × 1.427; a rule costs no pay.
    @Test func payIsSaidOfPeopleOnly() throws {
        let floor = ShortageFloor(needs: ShortageFloor.daily(9, 17, agents: 2))
        let schedule = try floor.schedule()
        let found = try addRemedies(
            to: floor.shortages(of: schedule), of: schedule, requirement: floor.requirement,
            staffing: FloorFixture.staffing(floor.scenario, floor.campaign.id), for: floor.scenario,
            control: RunControl())
        let more = try #require(found.flatMap(\.remedies).first { $0.change == .oneMore(Self.id) })
        #expect(more.pay == Money(euros: 40 * 12.31 * 1.427))
        #expect(more.weekHours == 0 && more.hours == 0)
        #expect(more.saving == Money(euros: 40 * 60))
    }

    @Test func nothingIsSoughtBeyondTheDearest() throws {
        let floor = ShortageFloor(needs: ShortageFloor.daily(9, 17, agents: 2))
        let schedule = try floor.schedule()
        var effort = RemedyEffort()
        effort.shortages = 2
        let found = try addRemedies(
            to: floor.shortages(of: schedule), of: schedule, requirement: floor.requirement,
            staffing: FloorFixture.staffing(floor.scenario, floor.campaign.id), for: floor.scenario,
            effort: effort, control: RunControl())
        #expect(found.map { !$0.remedies.isEmpty } == [true, true, false, false, false])
    }
}
