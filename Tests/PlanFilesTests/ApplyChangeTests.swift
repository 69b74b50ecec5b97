import PlanFiles
import Testing
import Workforce

/// `Scenario.applying` on the base workspace: hotline (inbound, with history)
/// and renewal (outbound calls, back-office letters by volume).
struct ApplyChangeTests {
    let scenario: Scenario

    init() throws { scenario = try #require(readWorkspace(at: Fixtures.base).scenario) }

    private func applying(_ changes: String...) throws -> Scenario {
        scenario.applying(try changes.map { try parseChange($0) })
    }

    private func inbound(_ scenario: Scenario) throws -> InboundTerms {
        guard case .inbound(let terms)? = scenario.campaign(Identifier("hotline"))?.activities[0].channel
        else {
            throw Problem.file(.missing)
        }
        return terms
    }

    private func outbound(_ scenario: Scenario) throws -> OutboundTerms {
        guard case .outbound(let terms)? = scenario.campaign(Identifier("renewal"))?.activities[0].channel
        else {
            throw Problem.file(.missing)
        }
        return terms
    }

    private func letters(_ scenario: Scenario) throws -> DeferredTerms {
        guard case .backOffice(let terms)? = scenario.campaign(Identifier("renewal"))?.activities[1].channel
        else {
            throw Problem.file(.missing)
        }
        return terms
    }

    @Test func noChangeChangesNothing() { #expect(scenario.applying([]) == scenario) }

    @Test func demandScalesEveryChannel() throws {
        let changed = try applying("demand=+10%", "demand=+10%")
        #expect(abs(try inbound(changed).volumeFactor - 1.21) < 1e-12)
        #expect(abs(try outbound(changed).volumeFactor - 1.21) < 1e-12)
        guard case .monthlyVolume(let plan, _, let variation) = try letters(changed).demand else {
            Issue.record("no volume")
            return
        }
        #expect(abs(try #require(plan.contacts(year: 2026, month: 12)) - 726) < 1e-9)
        #expect(variation == 0.23)
        #expect(changed.histories == scenario.histories)
    }

    @Test func oneCampaignLeavesTheOthers() throws {
        let changed = try applying("hotline.demand=+10%")
        #expect(try inbound(changed).volumeFactor == 1.1)
        #expect(try outbound(changed) == outbound(scenario))
        #expect(try applying("nobody.demand=+10%") == scenario)
    }

    @Test func addedHandleTimeMovesTheShift() throws {
        let changed = try applying("aht=-15s")
        #expect(try inbound(changed).handleTimeShift == Seconds(-15))
        #expect(try inbound(changed).handleTime == Seconds(300))
        #expect(try outbound(changed).handleTimeShift == Seconds(-15))
        #expect(try letters(changed).handleTime == Seconds(345))
        #expect(changed.histories == scenario.histories)
    }

    @Test func relativeHandleTimeScalesTermsAndHistory() throws {
        let changed = try applying("aht=-15s", "aht=+10%")
        #expect(try inbound(changed).handleTime == Seconds(330))
        #expect(try inbound(changed).handleTimeShift == Seconds(-17))
        let known = changed.histories[0].handleSeconds.compactMap { $0 }
        let before = scenario.histories[0].handleSeconds.compactMap { $0 }
        #expect(known.count == 4 && zip(known, before).allSatisfy { abs($0 - $1 * 1.1) < 1e-9 })
    }

    @Test func replacedHandleTimeForgetsTheHistory() throws {
        let changed = try applying("aht=-15s", "aht=240s")
        #expect(try inbound(changed).handleTime == Seconds(240))
        #expect(try inbound(changed).handleTimeShift == Seconds(0))
        #expect(changed.histories[0].handleSeconds.allSatisfy { $0 == nil })
        #expect(changed.histories[0].offered == scenario.histories[0].offered)
    }

    @Test func targetsAndPatience() throws {
        let changed = try applying("target=90/15", "patience=-30s")
        #expect(try inbound(changed).target.serviceLevel == 0.9)
        #expect(try inbound(changed).target.threshold == Seconds(15))
        #expect(try inbound(changed).patience == Seconds(150))
    }

    @Test func shrinkageStaysWithinReason() throws {
        let changed = try applying("absence=12%", "shrinkage=+2pt", "absence=+10%")
        let shrinkage = try #require(changed.campaign(Identifier("hotline"))?.shrinkage)
        #expect(abs(shrinkage.external - 0.132) < 1e-12)
        #expect(abs(shrinkage.internal - 0.08) < 1e-12)
        let far = try applying("absence=+1000%").campaigns.map(\.shrinkage.external).max()
        #expect(far == 0.88)
        let clamped = try applying("absence=+1000%", "absence=+1000%").campaigns.map(\.shrinkage.external)
            .max()
        #expect(clamped == 0.9)
    }

    @Test func wagesOfContractsAndAgents() throws {
        let changed = try applying("wage=+10%")
        #expect(changed.floor.contracts[0].grossHourlyWage == UnitPrice(euros: 14.19))
        #expect(changed.floor.agents[0].grossHourlyWage == UnitPrice(euros: 14.245))
        #expect(changed.floor.agents[1].grossHourlyWage == nil)
        let one = try applying("renewal.wage=+1")
        #expect(one.floor.contracts == scenario.floor.contracts)
        #expect(one.floor.agents[2].grossHourlyWage == UnitPrice(euros: 13.9))
        #expect(one.floor.agents[0] == scenario.floor.agents[0])
    }

    @Test func outboundRates() throws {
        let changed = try applying("reach=+2pt", "conversion=+1000%")
        #expect(abs(try outbound(changed).reachRate - 0.27) < 1e-12)
        #expect(try outbound(changed).conversionRate == 1)
    }

    @Test func extremeAmountsNeverTrap() throws {
        for amount in [
            ScenarioChange.Amount.added(.infinity), .added(.nan), .relative(share: 1e300),
            .replaced(-.infinity), .added(-1e18),
        ] {
            for key in ScenarioChange.Key.allCases {
                let changed = scenario.applying([ScenarioChange(key: key, amount: amount)])
                #expect(try inbound(changed).handleTime.count >= 1)
            }
        }
    }
}
