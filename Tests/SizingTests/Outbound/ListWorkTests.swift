import Queueing
import Testing
import Workforce

@testable import Sizing

/// Lists whose records differ, whose consents expire, whose attempts the law counts.
@Suite struct ListWorkTests {
    private func loads(_ terms: OutboundTerms, consentDays: Int? = nil) throws -> [WorkloadRequirement] {
        var campaign = OutboundWorkloadsTests.campaign(terms)
        if let consentDays {
            campaign.calling[0].requiresConsent = true
            campaign.calling[0].consentDays = consentDays
        }
        return try campaign.workloads("list")
    }

    /// Beta(1, 3): a mean of 1/4, a spread of 1/5. Missed 3 times: 3/4 × 4/5 × 5/6 = 1/2; attempts
    /// made 1 + 3/4 + 3/5. Each failed one takes 30 s, each person reached 10 + 12 + 180 + 8 s.
    @Test func recordsThatDifferByHand() throws {
        var terms = OutboundWorkloadsTests.terms()
        terms.reachSpread = 0.2
        let loads = try loads(terms)
        #expect(abs(loads.total(\.contacts) - 5000) < 1e-6)
        let seconds = 5000.0 * 210 + (23_500 - 5000) * 30
        #expect(abs(loads.total(\.hours) - seconds / 3600) < 1e-6)
    }

    /// Of answers a share is dropped by chance: 1 − P(no conversation), summed over the law of a
    /// record's answers, here Beta(1, 3) by the uniform quantile 1 − (1 − u)^(1/3).
    @Test func droppedCallsAndSpread() throws {
        var terms = OutboundWorkloadsTests.terms(400_000)
        terms.reachSpread = 0.2
        terms.mode = .predictive
        var reached = 0.0
        let steps = 100_000
        for step in 0..<steps {
            let u = (Double(step) + 0.5) / Double(steps)
            let p = 1 - root(1 - u)
            let miss = 1 - 0.97 * p
            reached += (1 - miss * miss * miss) / Double(steps)
        }
        // A Beta law of the same mean and variance stands for that of conversations.
        #expect(abs(try loads(terms).total(\.contacts) / 400_000 - reached) < 2e-4)
        terms.reachSpread = 1
        #expect(try loads(terms).total(\.hours).isFinite)
        terms.reachRate = 1
        #expect(try loads(terms).total(\.contacts) <= 400_000)
    }

    /// Cube root by Newton.
    private func root(_ value: Double) -> Double {
        var x = 1.0
        for _ in 0..<200 { x -= (x * x * x - value) / (3 * x * x) }
        return x
    }

    /// Consents of 1 to 20 November 2025 last 380 days, to 16 November to 5 December 2026. On Monday
    /// 23 November seven have gone, on Friday 4 December one holds, and then none.
    @Test func consentsExpire() throws {
        var terms = OutboundWorkloadsTests.terms()
        let first = OutboundWorkloadsTests.monday - 7 - 380
        terms.consentGiven = first...first + 19
        let plain = try loads(OutboundWorkloadsTests.terms())
        let decaying = try loads(terms, consentDays: 380)
        let daily = plain[0].hours / 5
        let weeks = [[13, 12, 11, 10, 9], [6, 5, 4, 3, 2]].map { $0.reduce(0) { $0 + Double($1) / 20 } }
        #expect(decaying.map(\.days) == [0...4, 7...11])
        for (load, share) in zip(decaying, weeks) {
            #expect(abs(load.hours - daily * share) < 1e-6)
            #expect(abs(load.contacts / load.hours - plain[0].contacts / plain[0].hours) < 1e-9)
        }
        // Businesses, rules without consent or without an end to it: the whole list.
        #expect(try loads(terms) == plain)
        terms.isConsumer = false
        let business = try loads(terms, consentDays: 380).total(\.contacts)
        #expect(abs(business - 5781.25) < 1e-6)
        // All expired: nobody may be called.
        terms.isConsumer = true
        #expect(try loads(terms, consentDays: 1).isEmpty)
        #expect(try loads(terms, consentDays: -5).isEmpty)
        #expect(try loads(terms, consentDays: 3650) == plain)
    }

    /// The team is that of the first day, when most may be called.
    @Test func aPredictiveTeamOfTheFreshestDay() throws {
        var terms = OutboundWorkloadsTests.terms(60_000)
        terms.mode = .predictive
        let plain = try loads(terms)
        let pace = plain.total(\.contacts) / plain.total(\.hours)
        let last = OutboundWorkloadsTests.monday - 365
        // Day by day a little less: 28 of 56 hold at the end.
        terms.consentGiven = last...last + 55
        let decaying = try loads(terms, consentDays: 365)
        #expect(abs(decaying[0].contacts / decaying[0].hours - pace) < 0.02 * pace)
        #expect(decaying[3].contacts < decaying[0].contacts)
    }

    /// The law counts every attempt, whatever the mode and however records differ; rules that
    /// change in between count together, the strictest.
    @Test(arguments: DialingMode.allCases)
    func attemptsObeyTheLaw(_ mode: DialingMode) throws {
        var terms = OutboundWorkloadsTests.terms()
        terms.mode = mode
        terms.reachSpread = 0.1
        terms.maximumAttempts = 4
        let four = try loads(terms).total(\.contacts)
        terms.maximumAttempts = 30
        #expect(try loads(terms).total(\.contacts) == four)
        var campaign = OutboundWorkloadsTests.campaign(terms)
        campaign.calling.append(.french(from: "2026-12-01", attempts: 2))
        let two = try campaign.workloads("list").total(\.contacts)
        terms.maximumAttempts = 2
        #expect(try abs(two - loads(terms).total(\.contacts)) < 1e-9 && two < four)
        terms.isConsumer = false
        terms.maximumAttempts = .max
        #expect(try loads(terms).total(\.contacts) > four)
    }

    @Test(arguments: [-0.1, 1.5, .nan])
    func impossibleSpread(_ spread: Double) {
        var terms = OutboundWorkloadsTests.terms()
        terms.reachSpread = spread
        #expect(throws: SizingError.self) { try loads(terms) }
    }
}
