import Testing
import Workforce

@testable import Scheduling

/// What agents can be given in a week: leave, holidays, unavailable days, hiring, courses.
@Suite struct TourGroupTests {
    static let contract = FloorFixture.fullTime()
    static let open = ClockRange(ClockTime(hour: 8), ClockTime(hour: 20))

    private func groups(
        of scenario: Scenario, week: Int = 0, staffing: Staffing? = nil
    ) -> [TourGroup] {
        let campaign = scenario.campaigns[0]
        return WeekOfWork(campaign, week: week, scenario: scenario)
            .namedGroups(staffing ?? FloorFixture.staffing(scenario, campaign.id), scenario: scenario)
    }

    private func scenario(
        agents: Int = 2, requests: [LeaveRequest] = [], first: CivilDate = FloorFixture.monday,
        region: HolidayRegion = .none, weeks: Int = 1
    ) -> Scenario {
        FloorFixture.scenario(
            campaigns: [FloorFixture.campaign("help", open: Self.open)], contracts: [Self.contract],
            agents: FloorFixture.agents(agents, contract: Self.contract), weeks: weeks, first: first,
            requests: requests, region: region)
    }

    private func leave(_ kind: LeaveKind, _ status: RequestStatus, days: ClosedRange<Int>) -> LeaveRequest {
        LeaveRequest(
            agent: Identifier("a00"), kind: kind, from: FloorFixture.monday + days.lowerBound,
            through: FloorFixture.monday + days.upperBound, status: status)
    }

    @Test func approvedLeaveShrinksTheWeek() {
        let found = groups(of: scenario(requests: [leave(.annualLeave, .approved, days: 1...2)]))
        #expect(found.count == 2)
        let away = found.first { $0.agents == [Identifier("a00")] }
        #expect(away?.workableDays == [true, false, false, true, true, false, false])
        #expect(away?.owedMinutes == 3 * 420)
        #expect(away?.daysPerWeek == 3...3)
        let other = found.first { $0.agents == [Identifier("a01")] }
        #expect(other?.owedMinutes == 2100)
        #expect(other?.daysPerWeek == 5...5)
    }

    @Test(arguments: [
        (LeaveKind.annualLeave, RequestStatus.pending), (.annualLeave, .refused), (.wish, .approved),
    ])
    func whatDoesNotBindChangesNothing(_ kind: LeaveKind, _ status: RequestStatus) {
        let found = groups(of: scenario(requests: [leave(kind, status, days: 0...4)]))
        #expect(found.count == 1)
        #expect(found.first?.headcount == 2)
    }

    @Test func aWholeWeekOfLeaveOwesNothing() {
        let found = groups(of: scenario(agents: 1, requests: [leave(.sickness, .approved, days: 0...6)]))
        #expect(found.map(\.owedMinutes) == [0])
    }

    @Test func aClosedHolidayCountsAsWorked() throws {
        // Christmas Day 2026 is a Friday.
        let monday = try #require(CivilDate(year: 2026, month: 12, day: 21))
        let found = groups(of: scenario(first: monday, region: .france))
        #expect(found.map(\.owedMinutes) == [4 * 420])
        #expect(found.first?.workableDays == [true, true, true, true, false, false, false])
    }

    /// Six days in a row up to Sunday: Monday is off, the week's hours stay.
    @Test(arguments: [(6, false), (5, true)])
    func aPublishedRunOfSixDaysRestsOnMonday(_ days: Int, _ worksMonday: Bool) {
        var floor = scenario(agents: 1)
        floor.campaigns[0] = FloorFixture.campaign(
            "help", open: Self.open, days: Set(Weekday.allCases))
        floor.published = (1...days).map {
            PublishedShift(
                agent: Identifier("a00"), date: FloorFixture.monday - $0,
                range: ClockRange(ClockTime(hour: 12), ClockTime(hour: 20)))
        }
        let found = groups(of: floor)
        #expect(found.first?.workableDays.first == worksMonday)
        #expect(found.map(\.owedMinutes) == [2100])
    }

    @Test func peopleNotHiredYetOweLess() {
        var floor = scenario(agents: 1)
        floor.floor.agents[0].hired = FloorFixture.monday + 2
        #expect(groups(of: floor).map(\.owedMinutes) == [3 * 420])
    }

    /// In the week before a course must be over, learners work while the trainer does.
    @Test func aCourseReservesItsHours() {
        var floor = scenario(weeks: 3)
        let launch = Identifier<Campaign>("new")
        floor.floor.trainers = [
            Trainer(
                id: Identifier("t"), name: "", site: FloorFixture.site, campaigns: [launch],
                hours: [ClockRange?](
                    repeating: ClockRange(ClockTime(hour: 9), ClockTime(hour: 17)), count: 5))
        ]
        var staffing = FloorFixture.staffing(floor, floor.campaigns[0].id)
        for index in staffing.posts.indices
        where staffing.posts[index].week == 2 && staffing.posts[index].agent == Identifier("a00") {
            staffing.posts[index].campaign = launch
            staffing.posts[index].needsTraining = true
        }
        #expect(groups(of: floor, week: 0, staffing: staffing).count == 1)
        let before = groups(of: floor, week: 1, staffing: staffing)
        let learner = before.first { $0.agents == [Identifier("a00")] }
        #expect(learner?.window == ClockRange(ClockTime(hour: 9), ClockTime(hour: 18)))
        #expect(learner?.owedMinutes == 2100)
        let other = before.first { $0.agents == [Identifier("a01")] }
        #expect(other?.window == ClockRange(.midnight, .endOfDay))
    }
}
