import Execution
import Workforce

@testable import Scheduling

/// Two weeks of two or three short days on a grid of an hour: few enough tours
/// to list them all, for any hours and free days.
struct TwoWeekFloor {
    let scenario: Scenario
    let campaign: Campaign
    let needs: [Int]
    let people: Int

    /// - Parameter busy: by week, the most agents wanted at once.
    init(
        seed: UInt64, people: Int, busy: [Int], days: [Weekday] = [.monday, .tuesday],
        modulation: Modulation? = nil, rotations: [DayRotation] = []
    ) {
        var generator = SeededGenerator(seed: seed)
        var work = FloorFixture.workRules()
        work.restBreakMinutes = 60
        work.workPerRestBreakMinutes = 240
        work.lunchRequiredFromMinutes = 1440
        work.minimumCallStretchMinutes = 60
        let contract = EmploymentContract(
            id: Identifier("short"), name: "short", weeklyMinutes: 480, daysPerWeek: 2...2,
            dailyMinutes: 180...300, grossHourlyWage: UnitPrice(euros: 13), modulation: modulation,
            rotations: rotations)
        let campaign = FloorFixture.campaign(
            "tiny", open: ClockRange(ClockTime(hour: 9), ClockTime(hour: 14)), days: Set(days))
        scenario = FloorFixture.scenario(
            campaigns: [campaign], contracts: [contract],
            agents: FloorFixture.agents(people, contract: contract), weeks: busy.count, step: 60, work: work)
        let horizon = scenario.horizon
        needs = scenario.openIntervals(of: campaign).enumerated().map { t, isOpen in
            isOpen ? max(0, busy[horizon.week(of: t)] - generator.below(2)) : 0
        }
        self.campaign = campaign
        self.people = people
    }

    var requirement: Requirement { Requirement(activities: [FloorFixture.perInterval(campaign.id, needs)]) }
    var staffing: Staffing { FloorFixture.staffing(scenario, campaign.id) }

    func schedule() throws -> Schedule {
        var effort = PoolEffort()
        effort.subgradientSteps = 300
        effort.sweeps = 60
        return try Scheduling.schedule(
            requirement, staffing: staffing, for: scenario, effort: effort, control: RunControl())
    }

    /// Distinct coverages of the open intervals of a week by legal tours of so many paid hours.
    func covers(week: Int, hours: Int, free: [Weekday] = []) -> [[Int]] {
        let workable = Weekday.allCases.map {
            !campaign.openingHours.weekdays[$0.rawValue].isEmpty && !free.contains($0)
        }
        let pool = PoolWeek(
            campaign: campaign.id, week: week,
            groups: [
                TourGroup(
                    contract: Identifier("short"), workableDays: workable,
                    window: ClockRange(.midnight, .endOfDay), owedMinutes: hours * 60, daysPerWeek: 2...2,
                    headcount: 1, agents: [])
            ], tours: [], optimality: Optimality(status: .feasible, cost: 0, bound: 0))
        let days = workable.indices.filter { workable[$0] }
        var covers: Set<[Int]> = []
        for (a, first) in days.enumerated() {
            for second in days[(a + 1)...] {
                for one in shifts {
                    for other in shifts where one.paidMinutes + other.paidMinutes == hours * 60 {
                        var shifts = [Shift?](repeating: nil, count: 7)
                        (shifts[first], shifts[second]) = (one, other)
                        var single = pool
                        let tour = Tour(contract: Identifier("short"), shifts: shifts)
                        single.tours = [TourCount(group: 0, tour: tour, count: 1)]
                        if brokenRules(single, scenario).isEmpty { covers.insert(cover(tour, week: week)) }
                    }
                }
            }
        }
        return Array(covers)
    }

    /// Least cost of a week when each person takes one of their covers.
    func leastCost(week: Int, covers: [[[Int]]]) -> Double {
        let wanted = open(week: week).map { needs[$0] }
        var sums: Set<[Int]> = [wanted.map { _ in 0 }]
        for own in covers {
            sums = Set(sums.flatMap { sum in own.map { zip(sum, $0).map { $0 + $1 } } })
        }
        return sums.map { sum in
            zip(sum, wanted).reduce(0.0) {
                $0 + Double($1.0 < $1.1 ? ($1.1 - $1.0) * 6000 : ($1.0 - $1.1) * 600)
            }
        }.min() ?? .infinity
    }

    private func open(week: Int) -> [Int] {
        let open = scenario.openIntervals(of: campaign)
        return scenario.horizon.intervals(ofWeek: week).filter { open[$0] }
    }

    private func cover(_ tour: Tour, week: Int) -> [Int] {
        var coverage = [Int](repeating: 0, count: scenario.horizon.intervalCount)
        for (day, shift) in tour.shifts.enumerated() {
            guard let shift else { continue }
            scenario.horizon.addCoverage(of: shift, day: week * 7 + day, count: 1, to: &coverage)
        }
        return open(week: week).map { coverage[$0] }
    }

    /// With the breaks that are due, no more.
    private var shifts: [Shift] {
        var shifts: [Shift] = []
        for start in 9..<14 {
            for end in start + 3...max(start + 3, 14) where end <= 14 {
                let range = ClockRange(ClockTime(hour: start), ClockTime(hour: end))
                guard scenario.rules.work.restBreaksDue(paidMinutes: range.minutes) > 0 else {
                    shifts.append(Shift(range: range, breaks: []))
                    continue
                }
                for pause in start + 1..<end - 1 {
                    let rest = ClockRange(ClockTime(hour: pause), ClockTime(hour: pause + 1))
                    shifts.append(
                        Shift(range: range, breaks: [ShiftBreak(kind: .rest, range: rest, isPaid: true)]))
                }
            }
        }
        return shifts
    }
}
