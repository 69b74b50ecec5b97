import Workforce

/// A commercial proposal for each campaign, from its cost.
///
/// The target margin is on *price*: revenue = cost / (1 − margin), not cost ×
/// (1 + margin). Set-up fee and billed training are part of the revenue; the
/// units carry the rest. The unit price is rounded up to the cent, so the margin
/// never falls under its target by rounding. An agreed price is kept, and the
/// margin follows from it. Without anything to count a price is zero, and the
/// equivalents are nil.
public func quotes(for cost: CostEstimate, plan: Plan, scenario: Scenario) -> [Quote] {
    let pay = Payroll(plan: plan, scenario: scenario).byCampaign(tariff: scenario.rules.tariff)
    return scenario.campaigns.map { campaign in
        let production = cost.production.first { $0.campaign == campaign.id }
        return quote(campaign, cost: cost, production: production, pay: pay[campaign.id] ?? CampaignPay())
    }
}

/// Margins from here on have no finite price worth quoting.
private let largestMargin = 0.95

private func quote(
    _ campaign: Campaign, cost: CostEstimate, production: Production?, pay: CampaignPay
) -> Quote {
    let terms = campaign.priceTerms
    let total = cost.total(of: campaign.id)
    let margin = terms.targetMargin.isFinite ? min(largestMargin, max(0, terms.targetMargin)) : 0
    let hours = production?.loggedHours ?? 0
    let contacts = production?.contacts ?? 0
    let sales = production?.sales ?? 0
    let quantity =
        switch terms.basis {
        case .loggedHour: hours
        case .handledContact: contacts
        case .sale: sales
        }
    let taught = terms.billsTraining ? trainingEuros(of: campaign.id, cost: cost, pay: pay) : 0
    let trainingBilled = Money(euros: taught / (1 - margin))
    let fixed = terms.setupFee + trainingBilled
    // What the units must bring; nothing where the fees pay for all.
    let wanted = max(0, total.euros / (1 - margin) - fixed.euros)
    let unitPrice = terms.unitPrice ?? centsUp(wanted, over: quantity) ?? .zero
    let variable = terms.unitPrice.map { $0.euros * quantity } ?? wanted
    func equivalent(_ basis: PriceBasis, _ count: Double) -> UnitPrice? {
        guard quantity > 0, count > 0 else { return nil }
        return basis == terms.basis ? unitPrice : centsUp(variable, over: count)
    }
    return Quote(
        campaign: campaign.id, basis: terms.basis, quantity: quantity, unitPrice: unitPrice,
        setupFee: terms.setupFee, trainingBilled: trainingBilled, cost: total,
        pricePerLoggedHour: equivalent(.loggedHour, hours),
        pricePerContact: equivalent(.handledContact, contacts), pricePerSale: equivalent(.sale, sales))
}

/// What a campaign's training costs: its trainers, and its learners' paid time
/// (in sizing mode already a line).
private func trainingEuros(of campaign: Identifier<Campaign>, cost: CostEstimate, pay: CampaignPay) -> Double
{
    let lines = cost.lines.filter { $0.campaign == campaign && $0.item == .training }
    return lines.reduce(Money.zero) { $0 + $1.amount }.euros + pay.sessionHours * (pay.loadedHour ?? 0)
}

/// A price per unit, rounded up to the cent; nil without units.
private func centsUp(_ euros: Double, over quantity: Double) -> UnitPrice? {
    guard quantity > 0, quantity.isFinite, euros.isFinite else { return nil }
    // A millionth of a cent is the noise of the division, not a reason to round up.
    return UnitPrice(euros: (euros / quantity * 100 - 1e-6).rounded(.up) / 100)
}
