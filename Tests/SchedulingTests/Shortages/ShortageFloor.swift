import Execution
import Workforce

@testable import Scheduling

/// A floor of a few people on a grid of an hour, without lunch or breaks, on which one rule alone
/// leaves agents missing.
struct ShortageFloor {
    var open = ClockRange(ClockTime(hour: 9), ClockTime(hour: 17))
    var days = Set(Weekday.allCases.prefix(5))
    var contract = ShortageFloor.eightHours
    var otherContracts: [EmploymentContract] = []
    var people = 1
    var work = ShortageFloor.plainWork
    var requests: [LeaveRequest] = []
    var weeks = 1
    /// Agents wanted: weekday, first and last hour, agents.
    var needs: [(day: Int, from: Int, to: Int, agents: Int)] = []

    /// Five days of exactly eight hours.
    static let eightHours = FloorFixture.fullTime(hours: 40, daily: 480...480)

    static let plainWork: WorkRules = {
        var work = FloorFixture.workRules()
        work.workPerRestBreakMinutes = 0
        work.maximumCallStretchMinutes = 1440
        work.minimumCallStretchMinutes = 60
        work.lunchRequiredFromMinutes = 1440
        return work
    }()

    /// Every weekday wanted by `agents` from one hour to another.
    static func daily(
        _ from: Int, _ to: Int, agents: Int = 1, days: Range<Int> = 0..<5
    ) -> [(day: Int, from: Int, to: Int, agents: Int)] {
        days.map { ($0, from, to, agents) }
    }

    var campaign: Campaign { FloorFixture.campaign("help", open: open, days: days) }

    var scenario: Scenario {
        let others = otherContracts.enumerated().flatMap {
            FloorFixture.agents(1, contract: $0.element, prefix: "b\($0.offset)")
        }
        return FloorFixture.scenario(
            campaigns: [campaign], contracts: [contract] + otherContracts,
            agents: FloorFixture.agents(people, contract: contract) + others, weeks: weeks, step: 60,
            work: work, requests: requests)
    }

    var requirement: Requirement { requirement(in: scenario) }

    func requirement(in scenario: Scenario) -> Requirement {
        var wanted = [Int](repeating: 0, count: scenario.horizon.intervalCount)
        for need in needs {
            let range = ClockRange(ClockTime(hour: need.from), ClockTime(hour: need.to))
            for t in scenario.horizon.intervals(ofDay: need.day, in: range) { wanted[t] += need.agents }
        }
        return Requirement(activities: [FloorFixture.perInterval(campaign.id, wanted)])
    }

    func schedule(sizing: Bool = false, in changed: Scenario? = nil) throws -> Schedule {
        let scenario = changed ?? scenario
        return try Scheduling.schedule(
            requirement(in: scenario),
            staffing: sizing ? nil : FloorFixture.staffing(scenario, campaign.id), for: scenario,
            control: RunControl())
    }

    func shortages(of schedule: Schedule, staffing: Staffing? = nil, sizing: Bool = false)
        -> [ScheduleShortage]
    {
        explainShortages(
            of: schedule, requirement: requirement,
            staffing: sizing ? nil : staffing ?? FloorFixture.staffing(scenario, campaign.id),
            for: scenario, control: RunControl())
    }

    /// Missing agent-hours of a schedule, recounted.
    func missing(_ schedule: Schedule, in changed: Scenario? = nil) -> Double {
        let scenario = changed ?? scenario
        let covered = scenario.horizon.coverage(of: schedule, campaign: campaign.id)
        let wanted = requirement(in: scenario).scheduled(
            for: campaign.id, intervalCount: scenario.horizon.intervalCount)
        return scenario.horizon.gaps(required: wanted, covered: covered)
            .reduce(0) { $0 + Double($1.missingMinutes) / 60 }
    }
}
