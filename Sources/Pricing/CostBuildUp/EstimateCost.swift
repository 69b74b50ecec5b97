import Workforce

/// Builds up what a plan costs over its horizon, campaign by campaign, and what
/// it produces on the four clocks (DOMAIN §2 and §4, MATHS §5).
///
/// Every line is a quantity × a unit price, rounded once to the cent, so the
/// lines add up to the total exactly. A month is 52/12 weeks. In sizing mode
/// contracts stand for people. `plan.cost` and `plan.quotes` are not read.
///
/// - Wages, premiums, contributions: see `Payroll`, `PremiumTime`, `EmployerTariff`.
/// - Recruitment is not here: hiring is a decision beside the plan.
/// - Complexity: linear in shifts and intervals.
public func estimateCost(of plan: Plan, for scenario: Scenario) -> CostEstimate {
    let pay = Payroll(plan: plan, scenario: scenario).byCampaign(tariff: scenario.rules.tariff)
    var lines: [CostLine] = []
    var production: [Production] = []
    for campaign in scenario.campaigns {
        let basis = CampaignCostBasis(
            campaign: campaign, plan: plan, scenario: scenario, pay: pay[campaign.id] ?? CampaignPay(),
            presence: CampaignPresence(of: campaign.id, plan: plan, horizon: scenario.horizon),
            handled: Handled(campaign: campaign, plan: plan, scenario: scenario))
        lines += basis.lines()
        production.append(basis.production())
    }
    return CostEstimate(lines: lines, production: production)
}
