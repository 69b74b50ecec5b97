import Execution
import Planning
import Testing
import Workforce

@Suite struct WhatIfTests {
    @Test func variantsStandBesideAnUnchangedBase() throws {
        let base = try Workspaces.scenario("tiny")
        let more = NamedVariant(
            name: "more", changes: [ScenarioChange(key: .demand, amount: .relative(share: 0.5))])
        let dearer = NamedVariant(
            name: "dearer", changes: [ScenarioChange(key: .wage, amount: .relative(share: 0.1))])
        let outcomes = try whatIf(base, variants: [more, dearer], control: RunControl())
        #expect(outcomes.map(\.name) == ["", "more", "dearer"])
        #expect(outcomes[0].scenario == base)
        #expect(outcomes[0].plan == (try makePlan(from: base, control: RunControl())))
        let needs = outcomes.map { outcome in
            base.campaigns.map {
                outcome.plan.requirement.scheduled(
                    for: $0.id, intervalCount: base.horizon.intervalCount
                ).reduce(0, +)
            }.reduce(0, +)
        }
        #expect(needs[1] > needs[0])
        #expect(needs[2] == needs[0])
        #expect(outcomes[2].plan.cost.total > outcomes[0].plan.cost.total)
    }
}
