import Workforce

/// One line of a comparison: the base or a variant, planned.
public struct WhatIfRow: Sendable {
    public var name: String
    public var plan: Plan
    public var scenario: Scenario
    /// Swept value; nil for a variant without one.
    public var value: Double?

    public init(name: String, plan: Plan, scenario: Scenario, value: Double? = nil) {
        self.name = name
        self.plan = plan
        self.scenario = scenario
        self.value = value
    }
}

/// The figures that a comparison sets side by side.
struct WhatIfFigures {
    /// Mean people a week.
    var people: Double
    /// At the legal week.
    var fullTimeEquivalent: Double
    var paidHours: Double
    /// Agent-hours that calls and lists need, whoever is there.
    var requiredHours: Double
    var coveredShare: Double?
    /// Weighted by contacts.
    var service: Double?
    var cost: Money
    var revenue: Money

    var margin: Money { revenue - cost }
    var marginShare: Double? {
        revenue.cents == 0 ? nil : Double(margin.cents) / Double(revenue.cents)
    }

    init(_ row: WhatIfRow) {
        let summary = PlanSummary(row.plan, row.scenario)
        let production = row.plan.cost.production
        let legalHours =
            Double(row.scenario.rules.work.legalWeeklyMinutes * row.scenario.horizon.weekCount) / 60
        people = summary.people
        paidHours = summary.paidHours
        requiredHours = summary.campaigns.reduce(0) { $0 + $1.weeks.reduce(0) { $0 + $1.requiredHours } }
        fullTimeEquivalent =
            production.isEmpty
            ? (legalHours > 0 ? summary.paidHours / legalHours : 0)
            : production.reduce(0) { $0 + $1.fullTimeEquivalent }
        coveredShare = summary.coveredShare
        service = WhatIfFigures.service(row)
        cost = row.plan.cost.total
        revenue = row.plan.quotes.reduce(.zero) { $0 + $1.revenue }
    }

    private static func service(_ row: WhatIfRow) -> Double? {
        var contacts = 0.0
        var answered = 0.0
        for prediction in row.plan.service {
            guard let level = prediction.overall, level.isFinite else { continue }
            let volume = row.plan.forecast[prediction.activity]?.contacts.reduce(0, +) ?? 1
            contacts += volume
            answered += volume * level
        }
        return contacts > 0 ? answered / contacts : nil
    }
}

extension Language {
    /// What the scenario without changes is called beside its variants.
    public var baseName: String { self("base", "référence") }
}

/// Base beside variants: every figure with its difference from the base.
public func whatIfText(
    base: WhatIfRow, variants: [WhatIfRow], language l: Language, colour: Bool = false
) -> String {
    whatIfTable(base: base, variants: variants, l).text(l, colour: colour)
}

func whatIfTable(base: WhatIfRow, variants: [WhatIfRow], _ l: Language) -> TextTable {
    var table = TextTable(
        l("What if", "Et si"),
        columns: [.text(l("Scenario", "Scénario"))]
            + [
                l("Required h", "Besoin h"), l("People", "Effectif"), l("FTE", "ETP"),
                l("Paid h", "Payées h"), l("Covered", "Couvert"),
                l("Service", "Service"), l("Cost", "Coût"), l("Margin", "Marge"), l("of price", "du prix"),
            ].map { .number($0) })
    let origin = WhatIfFigures(base)
    table.add([.init(base.name, .strong)] + cells(origin, l))
    for variant in variants {
        let figures = WhatIfFigures(variant)
        table.add([.init(variant.name)] + cells(figures, l))
        table.add([.init("  " + l("difference", "écart"), .faint)] + differences(figures, origin, l))
    }
    return table
}

private func cells(_ figures: WhatIfFigures, _ l: Language) -> [TextTable.Cell] {
    [
        .init(l.number(figures.requiredHours, decimals: 1)),
        .init(l.number(figures.people, decimals: 1)),
        .init(l.number(figures.fullTimeEquivalent, decimals: 1)),
        .init(l.number(figures.paidHours, decimals: 1)), .init(l.percent(figures.coveredShare)),
        .init(l.percent(figures.service)), .init(l.roundMoney(figures.cost)),
        .init(figures.revenue == .zero ? l.missing : l.roundMoney(figures.margin)),
        .init(l.percent(figures.marginShare)),
    ]
}

private func differences(_ figures: WhatIfFigures, _ base: WhatIfFigures, _ l: Language) -> [TextTable.Cell] {
    func points(_ a: Double?, _ b: Double?) -> TextTable.Cell {
        guard let a, let b else { return .init(l.missing, .faint) }
        return .init(l.signed((a - b) * 100, decimals: 1) + " pt", .faint)
    }
    func plain(_ a: Double, _ b: Double) -> TextTable.Cell { .init(l.signed(a - b, decimals: 1), .faint) }
    func money(_ difference: Money) -> TextTable.Cell {
        .init((difference.cents >= 50 ? "+" : "") + l.roundMoney(difference), .faint)
    }
    return [
        plain(figures.requiredHours, base.requiredHours),
        plain(figures.people, base.people), plain(figures.fullTimeEquivalent, base.fullTimeEquivalent),
        plain(figures.paidHours, base.paidHours), points(figures.coveredShare, base.coveredShare),
        points(figures.service, base.service), money(figures.cost - base.cost),
        figures.revenue == .zero || base.revenue == .zero
            ? .init(l.missing, .faint) : money(figures.margin - base.margin),
        points(figures.marginShare, base.marginShare),
    ]
}

/// The comparison as one JSON object, `plateau.whatif.v1`: absolute figures
/// of every row and, for variants, their differences from the base.
public func whatIfJSON(base: WhatIfRow, variants: [WhatIfRow]) -> String {
    let origin = WhatIfFigures(base)
    return document("plateau.whatif.v1", base.scenario).with([
        "base": json(base, origin),
        "variants": .array(
            variants.map { variant in
                let figures = WhatIfFigures(variant)
                return json(variant, figures).with([
                    "difference": [
                        "requiredHours": JSONValue(figures.requiredHours - origin.requiredHours),
                        "people": JSONValue(figures.people - origin.people),
                        "fullTimeEquivalent": JSONValue(
                            figures.fullTimeEquivalent - origin.fullTimeEquivalent),
                        "paidHours": JSONValue(figures.paidHours - origin.paidHours),
                        "coveredShare": difference(figures.coveredShare, origin.coveredShare),
                        "serviceLevel": difference(figures.service, origin.service),
                        "cost": JSONValue((figures.cost - origin.cost).euros),
                        "revenue": JSONValue((figures.revenue - origin.revenue).euros),
                        "margin": JSONValue((figures.margin - origin.margin).euros),
                        "marginShare": difference(figures.marginShare, origin.marginShare),
                    ]
                ])
            }),
    ]).text
}

private func difference(_ a: Double?, _ b: Double?) -> JSONValue {
    guard let a, let b else { return .null }
    return JSONValue(a - b)
}

private func json(_ row: WhatIfRow, _ figures: WhatIfFigures) -> JSONValue {
    [
        "name": .string(row.name), "value": JSONValue(row.value),
        "requiredHours": JSONValue(figures.requiredHours), "people": JSONValue(figures.people),
        "fullTimeEquivalent": JSONValue(figures.fullTimeEquivalent),
        "paidHours": JSONValue(figures.paidHours), "coveredShare": JSONValue(figures.coveredShare),
        "serviceLevel": JSONValue(figures.service), "cost": JSONValue(figures.cost.euros),
        "revenue": JSONValue(figures.revenue.euros), "margin": JSONValue(figures.margin.euros),
        "marginShare": JSONValue(figures.marginShare),
    ]
}
