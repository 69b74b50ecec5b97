import Execution
import Workforce

@testable import Scheduling

/// Two days of six hours on a grid of an hour: few enough tours to list them all.
struct TinyFloor {
    var scenario: Scenario
    let campaign: Campaign
    let needs: [Int]
    let load: WorkloadRequirement?

    /// - Parameter change: made to the contract and the rules.
    init(
        seed: UInt64, people: Int, loadHours: Double? = nil, isNamed: Bool = true,
        dailyMinutes: ClosedRange<Int> = 180...300,
        change: (inout EmploymentContract, inout WorkRules) -> Void = { _, _ in }
    ) {
        var generator = SeededGenerator(seed: seed)
        var work = FloorFixture.workRules()
        work.restBreakMinutes = 60
        work.workPerRestBreakMinutes = 240
        work.lunchRequiredFromMinutes = 1440
        work.minimumCallStretchMinutes = 60
        var contract = EmploymentContract(
            id: Identifier("short"), name: "short", weeklyMinutes: 480, daysPerWeek: 2...2,
            dailyMinutes: dailyMinutes, grossHourlyWage: UnitPrice(euros: 13))
        change(&contract, &work)
        let campaign = FloorFixture.campaign(
            "tiny", open: ClockRange(ClockTime(hour: 9), ClockTime(hour: 15)), days: [.monday, .tuesday])
        let scenario = FloorFixture.scenario(
            campaigns: [campaign], contracts: [contract],
            agents: isNamed ? FloorFixture.agents(people, contract: contract) : [], step: 60, work: work)
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
            requirement,
            staffing: scenario.isNamed ? FloorFixture.staffing(scenario, campaign.id) : nil, for: scenario,
            effort: effort, control: RunControl())
    }

    /// Every tour that the independent reading of the rules finds nothing against.
    func allTours(_ pool: PoolWeek, paid: ClosedRange<Int> = 480...480) -> [Tour] {
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
            for second in shifts where paid.contains(first.paidMinutes + second.paidMinutes) {
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
    ///
    /// - Parameters:
    ///   - pay: cents of a tour.
    ///   - mayStayAway: whether some people may have no tour at all, and cost nothing.
    func leastCost(
        of tours: [Tour], people: Int, mayStayAway: Bool = false, pay: (Tour) -> Double = { _ in 0 }
    ) -> Double {
        let nothing = [Int](repeating: 0, count: scenario.horizon.intervalCount)
        var covers: [[Int]: Double] = mayStayAway ? [nothing: 0] : [:]
        for tour in tours { covers[coverage(tour), default: .infinity].lower(to: pay(tour)) }
        var sums = [nothing: 0.0]
        for _ in 0..<people {
            var next: [[Int]: Double] = [:]
            for (sum, paid) in sums {
                for (cover, price) in covers {
                    next[zip(sum, cover).map { $0 + $1 }, default: .infinity].lower(to: paid + price)
                }
            }
            sums = next
        }
        return sums.map { sum, paid in
            zip(sum, needs).reduce(paid) {
                $0 + Double($1.0 < $1.1 ? ($1.1 - $1.0) * 6000 : ($1.0 - $1.1) * 600)
            }
        }.min() ?? .infinity
    }
}

extension Double {
    fileprivate mutating func lower(to other: Double) { self = Swift.min(self, other) }
}
