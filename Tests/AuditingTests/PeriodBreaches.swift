import Testing
import Workforce

@testable import Auditing

/// Service levels measured over a day.
let periodBreaches: [Breach] = [
    Breach(rule: .periodTarget, who: "help/calls", actual: 790, limit: 800, note: "a day under its target") {
        $0.require(positions: 2, inTime: 79)
    },
    Breach(rule: .periodFloor, who: "help/calls", actual: 1, limit: 2, note: "less than the load") {
        $0.require(positions: 1, load: 1.5)
    },
    Breach(rule: .periodFloor, who: "help/calls", actual: 3, limit: 4, note: "too few for those away") {
        $0.scenario.campaigns[0].shrinkage = Shrinkage(external: 0.5, internal: 0)
        $0.require(positions: 2, scheduled: 3)
    },
]

@Suite struct PeriodRuleTests {
    /// A weak hour is made up for within its day, week or month, and not beyond.
    @Test(arguments: [(TargetPeriod.day, 1), (.week, 0), (.month, 0), (.interval, 0)])
    func thePeriodDecides(_ period: TargetPeriod, _ found: Int) {
        var floor = TinyFloor()
        floor.require(positions: 2, inTime: 70, period: period)
        floor.require(positions: 2, day: 1, inTime: 90, period: period)
        #expect(audit(floor.plan, for: floor.scenario).count == found)
    }

    @Test func minimumStaffingIsKeptByAllActivities() {
        var floor = TinyFloor()
        floor.require(positions: 2)
        floor.scenario.campaigns[0].minimumStaffing = 2
        // Nobody is required at other times of the opening hours, in both weeks.
        let findings = audit(floor.plan, for: floor.scenario)
        #expect(findings.count == 2)
        for (week, finding) in findings.enumerated() {
            #expect(
                finding.subject
                    == .rule(.periodFloor, who: "help", day: 7 * week, actual: 0, limit: 2))
        }
    }
}

extension TinyFloor {
    /// Wants agents on the line at 9:00 of a day, for 100 calls of which `inTime` are answered in time.
    fileprivate mutating func require(
        positions: Int, scheduled: Int? = nil, day: Int = 0, load: Double = 0.5, inTime: Double = 80,
        period: TargetPeriod = .day
    ) {
        let key = ActivityKey(TinyFloor.help, Identifier("calls"))
        let count = scenario.horizon.intervalCount
        let zeros = [Double](repeating: 0, count: count)
        var need = IntervalRequirement(
            positions: [Int](repeating: 0, count: count), scheduled: [Int](repeating: 0, count: count),
            offeredLoad: zeros, served: zeros.map { ServedContacts(inTime: $0, counted: $0) },
            binding: [BindingTarget](repeating: .none, count: count),
            serviceAround: [Double](repeating: 1, count: 5 * count))
        if case .perInterval(let known)? = plan.requirement[key]?.kind { need = known }
        let t = scenario.horizon.intervals(ofDay: day).lowerBound + 36
        need.positions[t] = positions
        need.scheduled[t] = scheduled ?? positions
        need.offeredLoad[t] = load
        need.sizedLoad[t] = load
        need.served?[t] = ServedContacts(inTime: inTime, counted: 100)
        plan.requirement = Requirement(
            activities: [ActivityRequirement(activity: key, kind: .perInterval(need))])
        scenario.campaigns[0].activities[0].channel = .inbound(
            InboundTerms(
                demand: .history, handleTime: Seconds(240),
                target: ServiceTarget(serviceLevel: 0.8, period: period)))
    }
}
