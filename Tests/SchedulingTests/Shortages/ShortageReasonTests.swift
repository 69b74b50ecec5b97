import Execution
import Testing
import Workforce

@testable import Scheduling

/// Each floor is made so that its reason is known beforehand.
@Suite struct ShortageReasonTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var floor: @Sendable () -> ShortageFloor
        var reason: ShortageReason
        /// Hours of the first stretch, where only one place is possible.
        var range: ClockRange?
        var isSizing = false

        init(
            _ name: String, _ reason: ShortageReason, at hours: ClosedRange<Int>? = nil, sizing: Bool = false,
            _ floor: @escaping @Sendable () -> ShortageFloor
        ) {
            testDescription = name
            self.reason = reason
            self.floor = floor
            range = hours.map { ClockRange(ClockTime(hour: $0.lowerBound), ClockTime(hour: $0.upperBound)) }
            isSizing = sizing
        }
    }

    static func hours(_ from: Int, _ to: Int) -> ClockRange {
        ClockRange(ClockTime(hour: from), ClockTime(hour: to))
    }

    static let barriers = [
        Case("nobody is posted", .nobody, at: 9...17) {
            ShortageFloor(people: 0, needs: [(0, 9, 17, 2)])
        },
        Case("wanted while closed", .closed, at: 18...19) { ShortageFloor(needs: [(0, 18, 19, 1)]) },
        Case("a Saturday that no contract works", .weekday, at: 9...17) {
            var contract = ShortageFloor.eightHours
            contract.weekdays.remove(.saturday)
            return ShortageFloor(
                days: Set(Weekday.allCases.prefix(6)), contract: contract,
                needs: ShortageFloor.daily(9, 17, days: 0..<6))
        },
        Case("everybody on leave on Tuesday", .away, at: 9...17) {
            let day = FloorFixture.monday + 1
            return ShortageFloor(
                requests: [
                    LeaveRequest(
                        agent: Identifier("a00"), kind: .annualLeave, from: day, through: day,
                        status: .approved)
                ], needs: [(1, 9, 17, 1)])
        },
        Case("contracts end at 17:00", .window(hours(9, 17)), at: 17...19) {
            var contract = ShortageFloor.eightHours
            contract.workingWindow = hours(9, 17)
            return ShortageFloor(
                open: hours(9, 19), contract: contract, needs: ShortageFloor.daily(9, 19))
        },
        Case("contracts begin at 10:00", .window(hours(10, 18)), at: 8...10) {
            var contract = ShortageFloor.eightHours
            contract.workingWindow = hours(10, 18)
            return ShortageFloor(
                open: hours(8, 18), contract: contract, needs: ShortageFloor.daily(8, 18))
        },
        Case("a window too short for any shift", .noShift(.shiftLength), at: 9...12) {
            var early = ShortageFloor.eightHours
            early.workingWindow = hours(9, 12)
            return ShortageFloor(contract: early, needs: ShortageFloor.daily(9, 12))
        },
        Case("everybody lunches from 12:00 to 13:00", .noShift(.lunch), at: 12...13) {
            var work = ShortageFloor.plainWork
            work.lunchRequiredFromMinutes = 360
            work.lunchMinutes = 60...60
            work.lunchWindow = hours(12, 13)
            return ShortageFloor(
                open: hours(9, 18), people: 2, work: work, needs: ShortageFloor.daily(12, 13))
        },
    ]

    static let choices = [
        Case("the only one who may work late does", .everyoneWorks(agents: 1), at: 17...19) {
            var early = FloorFixture.fullTime(hours: 35, daily: 420...420)
            early.workingWindow = hours(9, 17)
            return ShortageFloor(
                open: hours(9, 19), otherContracts: [early], needs: ShortageFloor.daily(17, 19, agents: 2))
        },
        Case("lunch may not begin at 11:00", .rule(.lunch)) {
            var work = ShortageFloor.plainWork
            work.lunchRequiredFromMinutes = 360
            work.lunchMinutes = 60...60
            work.lunchWindow = hours(12, 14)
            return ShortageFloor(
                open: hours(9, 18), people: 2, work: work,
                needs: ShortageFloor.daily(12, 14, agents: 2) + ShortageFloor.daily(9, 12))
        },
        // Seven hours of calls around one break, at most four in a row: at 12:00 or 13:00.
        Case("breaks only from 12:00 to 14:00", .rule(.restBreaks)) {
            var work = ShortageFloor.plainWork
            work.restBreakMinutes = 60
            work.workPerRestBreakMinutes = 480
            work.maximumCallStretchMinutes = 240
            return ShortageFloor(
                people: 2, work: work,
                needs: ShortageFloor.daily(12, 14, agents: 2) + ShortageFloor.daily(9, 12))
        },
        Case("a late Monday before an early Tuesday", .rule(.rest)) {
            ShortageFloor(
                open: hours(6, 22),
                needs: [(0, 14, 22, 1), (1, 6, 14, 1)] + ShortageFloor.daily(9, 17, days: 2..<5))
        },
        Case("all starts of a week are one", .rule(.startSpread)) {
            var contract = ShortageFloor.eightHours
            contract.startSpreadMinutes = 0
            return ShortageFloor(
                open: hours(9, 19), contract: contract,
                needs: [(1, 11, 19, 1)] + ShortageFloor.daily(9, 17, days: 0..<1)
                    + ShortageFloor.daily(9, 17, days: 2..<5))
        },
        Case("a sixth day with hours to spare on five", .rule(.daysPerWeek), at: 9...14) {
            ShortageFloor(
                days: Set(Weekday.allCases.prefix(6)),
                contract: FloorFixture.fullTime(hours: 30, daily: 300...480),
                needs: ShortageFloor.daily(9, 14, days: 0..<6))
        },
        Case("no short Tuesday for a long Monday", .rule(.shiftLength)) {
            ShortageFloor(
                open: hours(9, 19), contract: FloorFixture.fullTime(hours: 40, daily: 480...600),
                needs: [(0, 9, 19, 1), (1, 9, 15, 1)] + ShortageFloor.daily(9, 17, days: 2..<5))
        },
        Case("Monday is used up", .dayFull(agents: 1)) {
            ShortageFloor(
                contract: FloorFixture.fullTime(hours: 35, daily: 420...420),
                needs: ShortageFloor.daily(9, 17, days: 0..<1) + ShortageFloor.daily(9, 16, days: 1..<5))
        },
        Case("the week is used up", .hours(missing: 10, surplus: 0)) {
            ShortageFloor(
                open: hours(9, 18), contract: FloorFixture.fullTime(hours: 35, daily: 300...600),
                needs: ShortageFloor.daily(9, 18))
        },
        // To cover the last hour of Monday, the shift would leave two hours of the morning.
        Case("a lonely last hour", .choice(addedCost: Money(cents: 6600)), at: 18...19) {
            ShortageFloor(
                open: hours(9, 19), contract: FloorFixture.fullTime(hours: 40, daily: 480...540),
                needs: [(0, 9, 16, 1), (0, 18, 19, 1)] + ShortageFloor.daily(9, 17, days: 1..<5))
        },
        Case("the only contract is at its headcount", .headcount, at: 9...17, sizing: true) {
            var contract = ShortageFloor.eightHours
            contract.maximumHeadcount = 1
            return ShortageFloor(
                contract: contract, people: 0, needs: ShortageFloor.daily(9, 17, agents: 3))
        },
        // 40 h of pay at 12.31 € × 1.427 and 39 surplus hours at 6 €, less one missing at 60 €.
        Case(
            "nobody is hired for an hour", .choice(addedCost: Money(euros: 40 * 12.31 * 1.427 + 234 - 60)),
            at: 9...10, sizing: true
        ) { ShortageFloor(people: 0, needs: [(0, 9, 10, 1)]) },
    ]

    @Test(arguments: barriers + choices) func theReasonIsTheOneBuiltIn(_ example: Case) throws {
        let floor = example.floor()
        let schedule = try floor.schedule(sizing: example.isSizing)
        let shortages = floor.shortages(of: schedule, sizing: example.isSizing)
        #expect(!shortages.isEmpty)
        #expect(shortages.allSatisfy { $0.reason == example.reason }, "\(shortages.map(\.reason))")
        if let range = example.range { #expect(shortages.allSatisfy { $0.range == range }, "\(shortages)") }
        #expect(abs(shortages.reduce(0) { $0 + $1.hours } - floor.missing(schedule)) < 1e-9)
        let missing = shortages.reduce(Money.zero) { $0 + $1.cost }
        #expect(missing == Money(euros: floor.missing(schedule) * 60))
        #expect(shortages.allSatisfy { $0.remedies.isEmpty })
    }

    /// Learners are kept to the trainer's hours in the week before a launch.
    @Test func hoursKeptForACourse() throws {
        var floor = ShortageFloor(open: Self.hours(8, 20), weeks: 3)
        floor.needs = ShortageFloor.daily(8, 20, days: 7..<12)
        var scenario = floor.scenario
        let launch = Identifier<Campaign>("new")
        scenario.floor.trainers = [
            Trainer(
                id: Identifier("t"), name: "", site: FloorFixture.site, campaigns: [launch],
                hours: [ClockRange?](repeating: Self.hours(9, 17), count: 5))
        ]
        var staffing = FloorFixture.staffing(scenario, floor.campaign.id)
        for index in staffing.posts.indices where staffing.posts[index].week == 2 {
            staffing.posts[index].campaign = launch
            staffing.posts[index].needsTraining = true
        }
        let schedule = try schedule(
            floor.requirement, staffing: staffing, for: scenario, control: RunControl())
        let found = explainShortages(
            of: schedule, requirement: floor.requirement, staffing: staffing, for: scenario,
            control: RunControl())
        let early = found.filter { $0.range == Self.hours(8, 9) }
        #expect(early.count == 5 && early.allSatisfy { $0.reason == .training })
    }

    /// A worse week than need be, and a plan whose bound proves nothing.
    @Test func whatTheSearchLeaves() throws {
        let lonely = try #require(Self.choices.first { $0.testDescription == "a lonely last hour" }).floor()
        var schedule = try lonely.schedule()
        schedule.pools[0].optimality.status = .feasible
        schedule.pools[0].optimality.bound = 0
        let open = Money(euros: schedule.pools[0].optimality.cost / 100)
        #expect(lonely.shortages(of: schedule).map(\.reason) == [.unproved(gap: open)])

        let floor = ShortageFloor(open: Self.hours(9, 19), needs: ShortageFloor.daily(9, 17))
        var late = try floor.schedule()
        #expect(floor.shortages(of: late).isEmpty)
        let shift = Shift(range: Self.hours(11, 19), breaks: [])
        late.pools[0].tours[0].tour.shifts[2] = shift
        let found = floor.shortages(of: late)
        #expect(found.map(\.reason) == [.search])
        let stopped = explainShortages(
            of: late, requirement: floor.requirement,
            staffing: FloorFixture.staffing(floor.scenario, floor.campaign.id), for: floor.scenario,
            control: RunControl(deadline: .after(seconds: 0)))
        #expect(stopped.map(\.reason) == [.dayFull(agents: 1)])
        #expect(found.first?.range == Self.hours(9, 11) && found.first?.day == 2)
    }

    @Test func sameOnAnyNumberOfThreads() throws {
        var floor = ShortageFloor(open: Self.hours(9, 19), weeks: 3)
        floor.needs =
            ShortageFloor.daily(9, 19, agents: 2, days: 0..<5)
            + ShortageFloor.daily(9, 13, days: 7..<12) + ShortageFloor.daily(9, 18, days: 14..<19)
        let schedule = try floor.schedule()
        let found = [1, 3].map {
            explainShortages(
                of: schedule, requirement: floor.requirement,
                staffing: FloorFixture.staffing(floor.scenario, floor.campaign.id), for: floor.scenario,
                control: RunControl(threads: $0))
        }
        #expect(!found[0].isEmpty && found[0] == found[1])
    }
}
