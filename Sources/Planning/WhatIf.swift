import Execution
import Workforce

/// A plan of one variant, to be read beside the others.
public struct WhatIfOutcome: Hashable, Sendable {
    /// As the user wrote it; the base has no changes.
    public var name: String
    public var changes: [ScenarioChange]
    public var scenario: Scenario
    public var plan: Plan

    public init(name: String, changes: [ScenarioChange], scenario: Scenario, plan: Plan) {
        self.name = name
        self.changes = changes
        self.scenario = scenario
        self.plan = plan
    }
}

/// Plans the base and each variant with the same seed, so that differences
/// come from the changes alone.
///
/// The variants run one after the other, each on all threads.
public func whatIf(
    _ base: Scenario, variants: [NamedVariant], control: RunControl
) throws(PlanningError) -> [WhatIfOutcome] {
    var outcomes = [
        WhatIfOutcome(
            name: "", changes: [], scenario: base, plan: try makePlan(from: base, control: control))
    ]
    for variant in variants {
        let changed = base.applying(variant.changes)
        outcomes.append(
            WhatIfOutcome(
                name: variant.name, changes: variant.changes, scenario: changed,
                plan: try makePlan(from: changed, control: control)))
    }
    return outcomes
}
