import Execution
import Queueing
import Testing
import Workforce

@testable import Sizing

@Suite struct ServiceCountsTests {
    private static let definitions: [(ServiceLevelBasis, ServiceLevelDefinition)] = [
        (.offered, .servedOverOffered), (.answered, .servedOverAnswered),
        (.exceptShortAbandons, .excludingShortAbandons(shortAbandonSeconds: 5)),
        (.answeredOrAbandoned, .servedOrAbandonedOverOffered),
    ]

    private func campaign(_ basis: ServiceLevelBasis, patience: Seconds?, calls: Double) -> OneCampaign {
        var campaign = OneCampaign(activities: [
            .calls(target: ServiceTarget(basis: basis), patience: patience)
        ])
        campaign.contacts = [Identifier("calls"): campaign.horizon.intervals.map { _ in calls }]
        return campaign
    }

    private func work(_ campaign: OneCampaign) throws -> QueuedWork {
        let key = OneCampaign.key("calls")
        return try #require(
            try QueuedWork(
                campaign.activities[0].channel, key: key, forecast: campaign.forecast[key],
                isOpen: campaign.horizon.intervals.map { _ in true }, scenario: campaign.scenario))
    }

    /// Numerator over denominator is the share that the queue itself gives for the definition.
    @Test(arguments: definitions)
    func theDivisionGivesTheContractsShare(
        _ basis: ServiceLevelBasis, _ definition: ServiceLevelDefinition
    ) throws {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<200 {
            let calls = Double.random(in: 1...900, using: &generator)
            let patience = Int.random(in: 1...600, using: &generator)
            let agents = Int.random(in: 1...90, using: &generator)
            var answers = QueueAnswers(try work(campaign(basis, patience: Seconds(patience), calls: calls)))
            let counts = try answers.service(3, agents: agents)
            let direct = try performance(
                of: .erlangA(patienceSeconds: Double(patience)), callsPerHour: calls,
                handleTimeSeconds: 240, agents: agents, thresholdSeconds: 20, definition: definition)
            #expect(abs(counts.level - direct.serviceLevel) < 1e-9)
            #expect(counts.inTime >= 0 && counts.counted <= 1 && counts.inTime <= counts.counted + 1e-12)
        }
    }

    /// Patience of 60 s: the definitions ask for different numbers of agents, the fewest for the
    /// one that takes a hang-up in time for good.
    @Test func theDefinitionDecidesTheRequirement() throws {
        var positions: [ServiceLevelBasis: Int] = [:]
        for (basis, definition) in Self.definitions {
            let need = try campaign(basis, patience: Seconds(60), calls: 600).intervals("calls")
            let direct = try smallestStaffing(
                meeting: StaffingTargets(
                    serviceLevel: .init(share: 0.8, thresholdSeconds: 20, definition: definition)),
                model: .erlangA(patienceSeconds: 60), callsPerHour: 600, handleTimeSeconds: 240)
            #expect(need.positions[3] == direct.agents)
            #expect(abs(need.serviceAround[17] - direct.performance.serviceLevel) < 1e-9)
            #expect(need.serviceAround[17] >= 0.8 && need.serviceAround[16] < 0.8)
            positions[basis] = direct.agents
        }
        let offered = try #require(positions[.offered])
        #expect(try #require(positions[.answered]) < offered)
        #expect(try #require(positions[.answeredOrAbandoned]) < offered)
        #expect(try #require(positions[.exceptShortAbandons]) <= offered)
    }

    /// Where nobody hangs up the definitions are one.
    @Test(arguments: definitions.map(\.0))
    func withoutPatienceAllAgree(_ basis: ServiceLevelBasis) throws {
        let need = try campaign(basis, patience: nil, calls: 600).intervals("calls")
        #expect(try need == campaign(.offered, patience: nil, calls: 600).intervals("calls"))
    }

    /// A day of two hours: contacts in time over contacts counted, not a mean of the two levels.
    @Test func aPredictionDividesOnce() throws {
        var day = campaign(.answered, patience: Seconds(60), calls: 0)
        day.contacts[Identifier("calls")]?[0] = 600
        day.contacts[Identifier("calls")]?[1] = 60
        let coverage = day.horizon.intervals.map { $0 == 0 ? 25 : 5 }
        let prediction = predictService(
            coverage: [OneCampaign.id: coverage], forecast: day.forecast,
            requirement: try day.requirement(), for: day.scenario)[0]
        var inTime = 0.0
        var answered = 0.0
        for (calls, agents) in [(600.0, 25), (60.0, 5)] {
            let queue = try ErlangA(
                callsPerHour: calls, handleTimeSeconds: 240, patienceSeconds: 60, agents: agents)
            inTime += calls * (try queue.serviceLevel(withinSeconds: 20))
            answered += calls * (1 - queue.abandonment)
        }
        #expect(try abs(#require(prediction.overall) - inTime / answered) < 1e-12)
        let noOne = predictService(
            coverage: [:], forecast: day.forecast, requirement: try day.requirement(), for: day.scenario)[0]
        #expect(noOne.overall == nil && noOne.serviceLevel[0] == 0)
    }

    @Test func aNegativeThresholdOfShortAbandonmentsIsRefused() throws {
        let target = ServiceTarget(basis: .exceptShortAbandons, shortAbandon: Seconds(-1))
        var broken = campaign(.exceptShortAbandons, patience: Seconds(60), calls: 10)
        broken.activities = [.calls(target: target, patience: Seconds(60))]
        #expect(
            throws: SizingError.impossibleTerm(OneCampaign.key("calls"), .shortAbandonSeconds, value: -1)
        ) { try broken.requirement() }
    }
}
