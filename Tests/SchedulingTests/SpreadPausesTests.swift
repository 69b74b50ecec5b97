import Execution
import Testing
import Workforce

@testable import Scheduling

/// Breaks lie side by side where money does not care.
@Suite struct SpreadPausesTests {
    @Test(arguments: 1...4)
    func shortagesAreSpreadAtTheSameCost(_ seed: UInt64) throws {
        let contract = FloorFixture.fullTime(hours: 20, daily: 240...240)
        let open = ClockRange(ClockTime(hour: 8), ClockTime(hour: 12))
        let campaign = FloorFixture.campaign("help", open: open)
        let scenario = FloorFixture.scenario(
            campaigns: [campaign], contracts: [contract], agents: FloorFixture.agents(6, contract: contract))
        let isOpen = scenario.openIntervals(of: campaign)
        // Everybody is wanted all the time: each break leaves somebody missing.
        let needs = isOpen.map { $0 ? 6 : 0 }
        var control = RunControl()
        control.seed = seed
        let schedule = try Scheduling.schedule(
            Requirement(activities: [FloorFixture.perInterval(campaign.id, needs)]),
            staffing: FloorFixture.staffing(scenario, campaign.id), for: scenario, control: control)
        let covered = scenario.horizon.coverage(of: schedule, campaign: campaign.id)
        let missing = zip(needs, covered).map { max(0, $0 - $1) }
        // Two breaks of 15 minutes each for six people, five days, at 60 an hour.
        let breaks = 6 * 5 * scenario.rules.work.restBreaksDue(paidMinutes: 240)
        #expect(missing.reduce(0, +) == breaks)
        #expect(abs((schedule.pools.first?.optimality.cost ?? 0) - Double(breaks) * 1500) < 1e-6)
        #expect((missing.max() ?? 9) <= 2)
    }
}
