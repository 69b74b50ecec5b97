import Execution
import Workforce

@testable import Scheduling

/// Two days of six hours on a grid of an hour: few enough tours to list them all.
struct TinyFloor {
    let scenario: Scenario
    let campaign: Campaign
    let needs: [Int]
    let load: WorkloadRequirement?

    init(
        seed: UInt64, people: Int, loadHours: Double? = nil, dailyMinutes: ClosedRange<Int> = 180...300
    ) {
        var generator = SeededGenerator(seed: seed)
        var work = FloorFixture.workRules()
        work.restBreakMinutes = 60
        work.workPerRestBreakMinutes = 240
        work.lunchRequiredFromMinutes = 1440
        work.minimumCallStretchMinutes = 60
        let contract = EmploymentContract(
            id: Identifier("short"), name: "short", weeklyMinutes: 480, daysPerWeek: 2...2,
            dailyMinutes: dailyMinutes, grossHourlyWage: UnitPrice(euros: 13))
        let campaign = FloorFixture.campaign(
            "tiny", open: ClockRange(ClockTime(hour: 9), ClockTime(hour: 15)), days: [.monday, .tuesday])
        let scenario = FloorFixture.scenario(
            campaigns: [campaign], contracts: [contract],
            agents: FloorFixture.agents(people, contract: contract), step: 60, work: work)
        let open = scenario.openIntervals(of: campaign)
        needs = open.map { $0 ? generator.below(people + 1) : 0 }
        load = loadHours.map {
            WorkloadRequirement(
                days: 0...6, hours: $0,
                permitted: open.indices.map { open[$0] && scenario.horizon.clockMinutes[$0] >= 660 },
                agentsAtOnce: 0...1, contacts: 0, sales: 0)
        }
        self.scenario = scenario
        self.campaign = campaign
    }

    var requirement: Requirement {
        let calls = FloorFixture.perInterval(campaign.id, needs)
        let work = load.map {
            ActivityRequirement(
                activity: ActivityKey(campaign.id, Identifier("work")), kind: .workload([$0]))
        }
        return Requirement(activities: [calls] + (work.map { [$0] } ?? []))
    }

    func schedule() throws -> Schedule {
        var effort = PoolEffort()
        effort.subgradientSteps = 300
        effort.sweeps = 60
        return try Scheduling.schedule(
            requirement, staffing: FloorFixture.staffing(scenario, campaign.id), for: scenario,
            effort: effort, control: RunControl())
    }

    /// Every tour that the independent reading of the rules finds nothing against.
    func allTours(_ pool: PoolWeek) -> [Tour] {
        var shifts: [Shift] = []
        for start in 9..<15 {
            for end in start + 1...15 {
                let range = ClockRange(ClockTime(hour: start), ClockTime(hour: end))
                shifts.append(Shift(range: range, breaks: []))
                for pause in start + 1..<max(start + 1, end - 1) {
                    let rest = ClockRange(ClockTime(hour: pause), ClockTime(hour: pause + 1))
                    shifts.append(
                        Shift(range: range, breaks: [ShiftBreak(kind: .rest, range: rest, isPaid: true)]))
                }
            }
        }
        var tours: [Tour] = []
        for first in shifts {
            for second in shifts where first.paidMinutes + second.paidMinutes == 480 {
                let tour = Tour(contract: Identifier("short"), shifts: [first, second])
                var single = pool
                single.tours = [TourCount(group: 0, tour: tour, count: 1)]
                // A break that is not due only takes people off the line.
                let due = [first, second].allSatisfy {
                    $0.breaks.count == scenario.rules.work.restBreaksDue(paidMinutes: $0.paidMinutes)
                }
                if due, brokenRules(single, scenario).isEmpty { tours.append(tour) }
            }
        }
        return tours
    }

    func coverage(_ tour: Tour) -> [Int] {
        var coverage = [Int](repeating: 0, count: scenario.horizon.intervalCount)
        for (day, shift) in tour.shifts.enumerated() {
            if let shift { scenario.horizon.addCoverage(of: shift, day: day, count: 1, to: &coverage) }
        }
        return coverage
    }

    /// Least cost over all choices of a tour for each of `people`, without loads.
    func leastCost(of tours: [Tour], people: Int) -> Double {
        let covers = Array(Set(tours.map(coverage)))
        var sums: Set<[Int]> = [[Int](repeating: 0, count: scenario.horizon.intervalCount)]
        for _ in 0..<people {
            sums = Set(sums.flatMap { sum in covers.map { cover in zip(sum, cover).map { $0 + $1 } } })
        }
        return sums.map { sum in
            zip(sum, needs).reduce(0.0) {
                $0 + Double($1.0 < $1.1 ? ($1.1 - $1.0) * 6000 : ($1.0 - $1.1) * 600)
            }
        }.min() ?? .infinity
    }
}
