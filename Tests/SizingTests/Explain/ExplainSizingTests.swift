import Execution
import Queueing
import Testing
import Workforce

@testable import Sizing

@Suite struct ExplainSizingTests {
    private func flat(_ perHour: Double, _ activity: Activity, minimum: Int = 0) -> OneCampaign {
        var campaign = OneCampaign(
            hours: OpeningHours(
                weekdays: Array(
                    repeating: [ClockRange(ClockTime(hour: 8), ClockTime(hour: 20))], count: 7),
                onHolidays: nil),
            activities: [activity], shrinkage: Workforce.Shrinkage(external: 0.08, internal: 0.06),
            minimumStaffing: minimum)
        campaign.contacts = [activity.id: campaign.horizon.intervals.map { _ in perHour }]
        return campaign
    }

    private func explain(
        _ campaign: OneCampaign, _ t: Int = 10, _ activity: String = "calls"
    ) throws -> SizingExplanation {
        try #require(
            try explainSizing(
                of: OneCampaign.key(activity), interval: t, forecast: campaign.forecast,
                requirement: campaign.requirement(), for: campaign.scenario))
    }

    /// 300 calls of 240 s: 20 erlangs; the calculator's own figures at n and n − 1.
    @Test func figuresAreTheCalculators() throws {
        let found = try explain(flat(300, .calls(patience: Seconds(180))))
        #expect(found.contacts == 300 && found.handleSeconds == 240)
        #expect(abs(found.offeredLoad - 20) < 1e-9 && found.sizedLoad == found.offeredLoad)
        #expect(found.formula == .erlangA(patience: Seconds(180)))
        for (service, agents) in [
            (found.service, found.positions), (try #require(found.serviceOneFewer), found.positions - 1),
        ] {
            let direct = try performance(
                of: .erlangA(patienceSeconds: 180), callsPerHour: 300, handleTimeSeconds: 240,
                agents: agents, thresholdSeconds: 20)
            #expect(service.agents == agents)
            #expect(service.serviceLevel == direct.serviceLevel)
            #expect(service.abandonment == direct.abandonment && service.occupancy == direct.occupancy)
            #expect(service.answerSpeedSeconds == direct.averageSpeedOfAnswerSeconds)
        }
        #expect(found.targets.map(\.kind) == [.serviceLevel])
        #expect(found.targets[0].isMet && found.targets[0].binds)
        #expect(abs(found.beforeRounding - Double(found.positions) / 0.92 / 0.94) < 1e-9)
        #expect(found.scheduled == Int(found.beforeRounding.rounded(.up)))
    }

    /// In every interval exactly the targets that one agent fewer would miss bind, and the binding
    /// one of the requirement is among them.
    @Test func theBindingTargetIsTheOneThatOneFewerMisses() throws {
        let targets = [
            ServiceTarget(serviceLevel: 0.9), ServiceTarget(serviceLevel: 0.1, maximumOccupancy: 0.6),
            ServiceTarget(serviceLevel: 0.1, maximumAnswerSpeed: Seconds(1)),
            ServiceTarget(serviceLevel: nil), ServiceTarget(serviceLevel: 0.8, basis: .answered),
            ServiceTarget(serviceLevel: 0.8, maximumOccupancy: 0.85, maximumAnswerSpeed: Seconds(20)),
        ]
        var generator = SeededGenerator(seed: 9)
        for target in targets {
            for patience in [nil, Seconds(120)] {
                let calls = Double.random(in: 1...800, using: &generator)
                let found = try explain(flat(calls, .calls(target: target, patience: patience)))
                let binding = found.targets.filter(\.binds).map(\.kind)
                #expect(found.targets.filter(\.isMet).count == found.targets.count)
                if found.binding != .stability || patience == nil {
                    #expect(binding.contains(found.binding))
                }
            }
        }
    }

    @Test func minimumStaffingIsExplained() throws {
        let found = try explain(flat(3, .calls(), minimum: 5))
        let minimum = try #require(found.targets.first { $0.kind == .minimumStaffing })
        #expect(found.binding == .minimumStaffing && found.positions == 5)
        #expect(minimum.limit == 5 && minimum.value == 5 && minimum.valueOneFewer == 4 && minimum.binds)
        #expect(!found.targets[0].binds)
    }

    @Test func aPeriodTargetIsJudgedOverItsPeriod() throws {
        let target = ServiceTarget(serviceLevel: 0.8, period: .day)
        var campaign = flat(0, .calls(target: target, patience: Seconds(90)))
        campaign.contacts = [
            Identifier("calls"): campaign.horizon.intervals.map { [30.0, 300, 90][$0 % 3] }
        ]
        let need = try campaign.intervals("calls")
        for t in 8..<20 {
            let found = try explain(campaign, t)
            let goal = try #require(found.targets.first { $0.kind == .periodServiceLevel })
            var (served, all) = (0.0, 0.0)
            for other in 8..<20 {
                let calls = campaign.contacts[Identifier("calls")]?[other] ?? 0
                served += calls * need.serviceAround[5 * other + 2]
                all += calls
            }
            let (value, oneFewer) = (try #require(goal.value), try #require(goal.valueOneFewer))
            #expect(abs(value - served / all) < 1e-12 && goal.isMet)
            let loss = need.serviceAround[5 * t + 2] - need.serviceAround[5 * t + 1]
            let fewer = (served - loss * found.contacts) / all
            #expect(abs(oneFewer - fewer) < 1e-12)
            #expect(goal.binds == (fewer < 0.8))
            #expect(found.scheduledPerInterval != nil)
        }
    }

    @Test func closedAndEmptyIntervalsHaveNobody() throws {
        let campaign = flat(300, .calls())
        let closed = try explain(campaign, 3)
        #expect(!closed.isOpen && closed.positions == 0 && closed.targets.isEmpty)
        #expect(closed.serviceOneFewer == nil && closed.scheduled == 0)
        let quiet = try explain(flat(0, .calls()))
        #expect(quiet.isOpen && quiet.positions == 0 && quiet.targets.isEmpty)
    }

    @Test func earlierContactsShowInTheSizedLoad() throws {
        var campaign = flat(0, .calls())
        campaign.sizing = SizingMethod(load: .modifiedOfferedLoad, uncertainty: .variation(0))
        campaign.contacts = [Identifier("calls"): campaign.horizon.intervals.map { $0 == 9 ? 300 : 30 }]
        let found = try explain(campaign, 10)
        #expect(abs(found.offeredLoad - 2) < 1e-9 && found.sizedLoad > 19)
        #expect(found.load == .modifiedOfferedLoad)
    }

    @Test func chatsAreExplained() throws {
        let terms = ChatTerms(
            demand: .history, handleTime: Seconds(240), concurrency: 3, slowdown: 0.25,
            target: ServiceTarget())
        let found = try explain(flat(300, Activity(id: Identifier("calls"), channel: .chat(terms))))
        #expect(found.formula == .chat(concurrency: 3, slowdown: 0.25, patience: nil))
        // 20 erlangs over 3/1.5 contacts a handle time.
        #expect(abs(found.offeredLoad - 10) < 1e-9)
    }

    @Test func whatDoesNotQueueHasNoExplanation() throws {
        let campaign = flat(300, .calls())
        let requirement = try campaign.requirement()
        func missing(_ key: ActivityKey, _ t: Int, _ requirement: Requirement) throws -> Bool {
            try explainSizing(
                of: key, interval: t, forecast: campaign.forecast, requirement: requirement,
                for: campaign.scenario) == nil
        }
        #expect(try missing(OneCampaign.key("other"), 10, requirement))
        #expect(try missing(OneCampaign.key("calls"), -1, requirement))
        #expect(try missing(OneCampaign.key("calls"), 168, requirement))
        #expect(try missing(OneCampaign.key("calls"), 10, Requirement(activities: [])))
        #expect(try !missing(OneCampaign.key("calls"), 167, requirement))
    }
}
