import Execution
import Queueing
import Testing
import Workforce

@testable import Sizing

@Suite struct PredictiveListTests {
    private static func terms(_ size: Int = 10_000) -> OutboundTerms {
        var terms = OutboundWorkloadsTests.terms(size)
        terms.mode = .predictive
        return terms
    }

    private func hours(_ terms: OutboundTerms) throws -> Double {
        try OutboundWorkloadsTests.campaign(terms).workloads("list").total(\.hours)
    }

    /// Every answer that is dropped has spent its attempt: 1 − (1 − 0.25 × 0.97)³ are reached.
    @Test func droppedCallsSpendAttempts() throws {
        let loads = try OutboundWorkloadsTests.campaign(PredictiveListTests.terms(200_000)).workloads("list")
        let miss = 1 - 0.25 * 0.97
        #expect(abs(loads.total(\.contacts) - 200_000 * (1 - miss * miss * miss)) < 1e-6)
        #expect(abs(loads.total(\.sales) - loads.total(\.contacts) * 0.05) < 1e-6)
    }

    /// 4 weeks of 40 permitted hours. Every smaller team is too slow for the list, found by trying
    /// them one after the other; hours are the list at the pace of the team.
    @Test func theTeamIsTheSmallestThatEndsInTime() throws {
        for size in [60_000, 100_000] {
            let loads = try OutboundWorkloadsTests.campaign(PredictiveListTests.terms(size)).workloads("list")
            let contacts = loads.total(\.contacts)
            var team = 1
            var pace = 0.0
            while true {
                // Talk and gap: 180 + 8 s.
                pace = try PredictiveDialing(
                    agents: team, handleTimeSeconds: 188, maximumDropped: 0.03, connectWithinSeconds: 2
                ).contactsPerAgentHour
                if Double(team) * pace * 160 >= contacts { break }
                team += 1
            }
            #expect(abs(loads.total(\.hours) - contacts / pace) < 1e-6 * contacts)
            #expect(loads.total(\.hours) <= Double(team) * 160)
        }
    }

    /// A small team would wait for the dialler, which then dials one call for each of them; a large
    /// one is dialled for better than any agent alone.
    @Test func predictiveDiallingIsForLargeTeams() throws {
        var small = PredictiveListTests.terms(300)
        var large = PredictiveListTests.terms(200_000)
        let (smallHours, largeHours) = (try hours(small), try hours(large))
        small.mode = .progressive
        large.mode = .progressive
        #expect(abs(smallHours - (try hours(small))) < 1e-9)
        #expect(largeHours < (try hours(large)) * 0.8)
    }

    @Test func aLimitOnAgentsLimitsTheTeam() throws {
        var terms = PredictiveListTests.terms(2_000_000)
        terms.maximumAgents = 40
        let forty = try PredictiveDialing(
            agents: 40, handleTimeSeconds: 188, maximumDropped: 0.03, connectWithinSeconds: 2)
        let loads = try OutboundWorkloadsTests.campaign(terms).workloads("list")
        let expected = loads.total(\.contacts) / forty.contactsPerAgentHour
        #expect(abs(loads.total(\.hours) - expected) < 1e-6 * expected)
        #expect(loads.allSatisfy { $0.agentsAtOnce == 0...40 })
        // Five are better off with a call for each of them.
        terms.maximumAgents = 5
        let five = try hours(terms)
        terms.mode = .progressive
        #expect(abs(five - (try hours(terms))) < 1e-6 * five)
    }

    @Test func aLooserCapTakesFewerHoursAPersonReached() throws {
        var terms = PredictiveListTests.terms(200_000)
        var last = Double.infinity
        for cap in [0.001, 0.01, 0.03, 0.1, 0.3] {
            terms.maximumDropped = cap
            let loads = try OutboundWorkloadsTests.campaign(terms).workloads("list")
            let perContact = loads.total(\.hours) / loads.total(\.contacts)
            #expect(perContact < last * (1 + 1e-12))
            last = perContact
        }
    }

    @Test func edges() throws {
        var terms = PredictiveListTests.terms()
        for cap in [0, 1, -0.1, 1.5] {
            terms.maximumDropped = cap
            #expect(throws: SizingError.impossibleTerm(OneCampaign.key("list"), .droppedShare, value: cap)) {
                try OutboundWorkloadsTests.campaign(terms).requirement()
            }
        }
        terms = PredictiveListTests.terms()
        terms.connectWithin = Seconds(-1)
        #expect(throws: SizingError.impossibleTerm(OneCampaign.key("list"), .dialingSeconds, value: -1)) {
            try OutboundWorkloadsTests.campaign(terms).requirement()
        }
        // Nobody answers: no team, every attempt in vain, 10,000 × 3 × 30 s.
        terms = PredictiveListTests.terms()
        terms.reachRate = 0
        #expect(abs(try hours(terms) - 250) < 1e-6)
        // Never permitted: the hours are there, undone.
        var never = OutboundWorkloadsTests.campaign(PredictiveListTests.terms())
        never.hours = .daily(ClockRange(ClockTime(hour: 13), ClockTime(hour: 14)), on: [.monday])
        #expect(try never.workloads("list").total(\.hours) > 400)
        #expect(try hours(PredictiveListTests.terms(0)) == 0)
        terms = PredictiveListTests.terms(.max)
        terms.volumeFactor = 100
        #expect(try hours(terms).isFinite)
    }
}
