import Queueing
import Testing
import Workforce

@testable import Sizing

@Suite struct PredictServiceTests {
    private func campaign(_ activities: [Activity] = [.calls()]) -> OneCampaign {
        var campaign = OneCampaign(activities: activities)
        for activity in activities {
            campaign.contacts[activity.id] = campaign.horizon.intervals.map { $0 < 10 ? 0 : 90 }
        }
        return campaign
    }

    private func predict(_ campaign: OneCampaign, coverage: [Int]) throws -> [ServicePrediction] {
        predictService(
            coverage: [OneCampaign.id: coverage], forecast: campaign.forecast,
            requirement: try campaign.requirement(), for: campaign.scenario)
    }

    private func level(_ agents: Int, callsPerHour: Double = 90) throws -> Double {
        try performance(
            of: .erlangC, callsPerHour: callsPerHour, handleTimeSeconds: 240, agents: agents,
            thresholdSeconds: 20
        ).serviceLevel
    }

    @Test func wholeAgentsGiveTheQueuesOwnAnswer() throws {
        let campaign = campaign()
        let prediction = try predict(campaign, coverage: campaign.horizon.intervals.map { _ in 9 })[0]
        let expected = try level(9)
        #expect(prediction.serviceLevel[..<10].allSatisfy { $0 == nil })
        #expect(prediction.serviceLevel[10...].allSatisfy { $0 == expected })
        #expect(try abs(#require(prediction.overall) - expected) < 1e-12)
        #expect(prediction.weekly.count == 1)
    }

    /// 10 scheduled, 15 % off: 8.5 on the line, halfway from 8 to 9.
    @Test func fractionsAreLinear() throws {
        var campaign = campaign()
        campaign.shrinkage = Workforce.Shrinkage(external: 0.15, internal: 0)
        let prediction = try predict(campaign, coverage: campaign.horizon.intervals.map { _ in 10 })[0]
        let expected = (try level(8) + level(9)) / 2
        #expect(try abs(#require(prediction.serviceLevel[20]) - expected) < 1e-9)
    }

    @Test func theRequirementMeetsItsTargetAndMoreIsNeverWorse() throws {
        var campaign = campaign()
        campaign.shrinkage = Workforce.Shrinkage(external: 0.1, internal: 0.2)
        let need = try campaign.intervals("calls").scheduled
        var last = 0.0
        for extra in -6...3 {
            let overall = try #require(
                try predict(campaign, coverage: need.map { max(0, $0 + extra) })[0].overall)
            #expect(overall >= last && overall <= 1)
            if extra >= 0 { #expect(overall >= 0.8) }
            last = overall
        }
    }

    @Test func weeksAndDaysAreWeightedByContacts() throws {
        var campaign = campaign()
        campaign.contacts[Identifier("calls")] = campaign.horizon.intervals.map {
            $0 == 0 ? 90 : $0 == 1 ? 30 : 0
        }
        let prediction = try predict(campaign, coverage: campaign.horizon.intervals.map { $0 == 0 ? 9 : 0 })[
            0]
        #expect(try abs(#require(prediction.overall) - level(9) * 0.75) < 1e-12)
    }

    @Test func otherWorkTakesTheAgentsLeftOver() throws {
        var mixed = campaign([.calls(), .list(OutboundWorkloadsTests.terms())])
        mixed.calling = [.french(from: "2022-03-01")]
        let need = try mixed.intervals("calls").positions
        let prediction = try predict(mixed, coverage: need.map { $0 + 5 })[0]
        // 11 h on Monday is permitted: five agents dial. 13 h is the legal hole: all answer.
        #expect(try prediction.serviceLevel[11] == level(need[11]))
        #expect(try prediction.serviceLevel[13] == level(need[13] + 5))
    }

    @Test func severalQueuesShareInProportion() throws {
        // One conversation at a time: the same queue as calls, but no line that shares with them.
        let chat = ChatTerms(
            demand: .history, handleTime: Seconds(240), concurrency: 1,
            target: ServiceTarget(serviceLevel: 0.99))
        let two = campaign([.calls("a"), Activity(id: Identifier("b"), channel: .chat(chat))])
        let a = try two.intervals("a").scheduled[20]
        let b = try two.intervals("b").scheduled[20]
        let both = try predict(two, coverage: two.horizon.intervals.map { _ in a + b })
        #expect(both.map(\.activity) == [OneCampaign.key("a"), OneCampaign.key("b")])
        #expect(try both[0].serviceLevel[20] == level(a))
        #expect(try abs(#require(both[1].serviceLevel[20]) - level(b)) < 1e-12)
    }

    @Test func missingCoverageIsNobody() throws {
        let campaign = campaign()
        #expect(try predict(campaign, coverage: [])[0].overall == 0)
        #expect(try predict(campaign, coverage: [-4, 1])[0].overall == 0)
        let none = predictService(
            coverage: [:], forecast: Forecast(activities: []), requirement: Requirement(activities: []),
            for: campaign.scenario)
        #expect(none[0].overall == nil && none[0].weekly == [nil])
    }
}
