import Execution
import Testing
import Workforce

@testable import Scheduling

/// Days in two parts, where the contract allows them.
@Suite struct SplitShiftTests {
    static func contract(_ allows: Bool) -> EmploymentContract {
        EmploymentContract(
            id: Identifier("evening"), name: "27.5 h", weeklyMinutes: 1650, daysPerWeek: 5...5,
            dailyMinutes: 330...330, grossHourlyWage: UnitPrice(euros: 13), allowsSplitShifts: allows)
    }

    /// One agent wanted from 9:00 to 12:00 and from 14:00 to 16:30: a day in two parts misses its two
    /// rest breaks of a quarter each; a day in one part more.
    @Test(arguments: [true, false]) func twoHumpsAreCoveredInTwoParts(allowed: Bool) throws {
        let contract = Self.contract(allowed)
        let campaign = FloorFixture.campaign(
            "c", open: ClockRange(ClockTime(hour: 9), ClockTime(hour: 19)), days: ScheduleTests.week)
        var work = FloorFixture.workRules()
        work.longestInterruptionMinutes = 120
        work.shortestPartMinutes = 150
        let scenario = FloorFixture.scenario(
            campaigns: [campaign], contracts: [contract], agents: FloorFixture.agents(1, contract: contract),
            work: work)
        let wanted = [540..<720, 840..<990]
        let open = scenario.openIntervals(of: campaign)
        let needs = scenario.horizon.intervals.map { t in
            open[t] && wanted.contains { $0.contains(scenario.horizon.clockMinutes[t]) } ? 1 : 0
        }
        let schedule = try schedule(
            Requirement(activities: [FloorFixture.perInterval(campaign.id, needs)]),
            staffing: FloorFixture.staffing(scenario, campaign.id), for: scenario, effort: .light,
            control: RunControl())
        let pool = try #require(schedule.pools.first)
        #expect(brokenRules(pool, scenario).isEmpty)
        let shifts = pool.tours.flatMap { $0.tour.shifts.compactMap { $0 } }
        #expect(shifts.count == 5)
        let inTwo = shifts.filter { $0.breaks.contains { $0.kind == .interruption } }
        #expect(inTwo.count == (allowed ? 5 : 0))
        #expect(shifts.allSatisfy { $0.paidMinutes == 330 })
        // 5 days × 2 breaks × a quarter of an hour at 60 €.
        #expect((pool.optimality.cost == 15_000) == allowed)
        #expect(pool.optimality.cost >= 15_000)
    }

    /// Every placement that a pattern's windows allow keeps both parts long enough.
    @Test(arguments: [true, false]) func everyPlacementIsLegal(breaksArePaid: Bool) throws {
        var work = FloorFixture.workRules()
        work.longestInterruptionMinutes = 120
        work.shortestPartMinutes = 120
        var contract = Self.contract(true)
        contract.breaksArePaid = breaksArePaid
        contract.dailyMinutes = 240...345
        let terms = PatternTerms(
            rules: work, contract: contract, window: ClockRange(.midnight, .endOfDay),
            open: [ClockRange(ClockTime(hour: 8), ClockTime(hour: 20))], step: 15)
        let split = terms.patterns().filter { $0.pauses.contains { $0.kind == .interruption } }
        #expect(split.count > 100)
        for pattern in split {
            #expect(pattern.pauses.count { $0.kind == .interruption } == 1)
            #expect(!pattern.pauses.contains { $0.kind == .lunch })
            let place = try #require(pattern.pauses.firstIndex { $0.kind == .interruption })
            let pause = pattern.pauses[place]
            #expect((4...8).contains(pause.length))
            let rests = (before: place, after: pattern.pauses.count - 1 - place)
            let unpaid = breaksArePaid ? 0 : 1
            #expect(pause.earliest - pattern.start - rests.before * unpaid >= 8)
            #expect(pattern.end - pause.latest - pause.length - rests.after * unpaid >= 8)
            // Neighbouring pauses at their worst leave stretches of three quarters to three hours.
            var last = (earliest: pattern.start, latest: pattern.start, length: 0)
            for next in pattern.pauses.map({ ($0.earliest, $0.latest, $0.length) })
                + [(pattern.end, pattern.end, 0)]
            {
                #expect(next.0 - last.latest - last.length >= 3)
                #expect(next.1 - last.earliest - last.length <= 12)
                last = next
            }
        }
    }
}
