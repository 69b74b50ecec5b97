import Workforce

/// Reads one change of a what-if: `[campaign.]key=amount`, for example
/// `demand=+10%`, `hotline.aht=-15s`, `target=90/15`, `absence=12%`, `wage=+2%`.
///
/// Whether the campaign exists is for the caller to check: see `unknownCampaign(of:in:)`.
public func parseChange(_ text: String) throws(Problem) -> ScenarioChange {
    let (campaign, key, amount) = try splitChange(text)
    return ScenarioChange(
        key: key, campaign: campaign, amount: try AmountText(key: key).parse(amount))
}

/// The campaign that a change names and a scenario does not have.
public func unknownCampaign(of change: ScenarioChange, in scenario: Scenario) -> Problem? {
    guard let campaign = change.campaign, scenario.campaign(campaign) == nil else { return nil }
    let nearest = nearestName(to: campaign.name, among: scenario.campaigns.map(\.id.name))
    return .reference(.unknown(thing: .campaign, name: campaign.name, nearest: nearest))
}

/// The three parts of a change.
func splitChange(_ text: String) throws(Problem) -> (Identifier<Campaign>?, ScenarioChange.Key, String) {
    guard let equals = text.firstIndex(of: "=") else { throw .change(.noAmount(text: text)) }
    let amount = text[text.index(after: equals)...].trimmed
    let path = text[..<equals].trimmed
    guard !amount.isEmpty else { throw .change(.noAmount(text: text)) }
    var (campaign, name): (Identifier<Campaign>?, String) = (nil, path)
    if let point = path.lastIndex(of: ".") {
        campaign = Identifier(path[..<point].trimmed)
        name = path[path.index(after: point)...].trimmed
    }
    guard let key = ScenarioChange.Key(rawValue: name) else {
        let nearest = nearestName(to: name, among: ScenarioChange.Key.allCases.map(\.rawValue))
        throw .change(.unknownKey(key: name, nearest: nearest))
    }
    return (campaign, key, amount)
}

/// Amounts of one key: which spellings it has, and how far they go.
struct AmountText {
    let key: ScenarioChange.Key

    func parse(_ text: String) throws(Problem) -> ScenarioChange.Amount {
        guard let amount = read(text) else {
            throw .change(.badAmount(key: key.rawValue, found: text, examples: examples))
        }
        guard limits(amount) else {
            throw .change(.outOfRange(key: key.rawValue, found: text, low: range.low, high: range.high))
        }
        return amount
    }

    private var examples: [String] {
        switch key {
        case .demand: ["+10%", "-5%"]
        case .aht: ["+10%", "-15s", "240s"]
        case .target: ["90/15"]
        case .patience: ["+10%", "-30s", "180s"]
        case .absence, .shrinkage: ["12%", "+2pt", "+10%"]
        case .wage: ["+2%", "+0.30", "13.20"]
        case .reach, .conversion: ["35%", "+2pt", "-10%"]
        }
    }

    private func read(_ text: String) -> ScenarioChange.Amount? {
        let text = text.trimmed
        let isSigned = text.hasPrefix("+") || text.hasPrefix("-")
        if key == .target {
            return ValueFormat<WrittenTarget>.serviceTarget.parse(text)
                .map { .target(serviceLevel: $0.serviceLevel, thresholdSeconds: $0.seconds) }
        }
        if isSigned, text.hasSuffix("%") {
            return Decimal.parse(text.dropLast()).map { .relative(share: $0 / 100) }
        }
        switch key {
        case .demand, .target: return nil
        case .aht, .patience:
            return DurationText.signedSeconds(text).map {
                isSigned ? .added(Double($0)) : .replaced(Double($0))
            }
        case .absence, .shrinkage, .reach, .conversion:
            if isSigned { return points(text).map { .added($0) } }
            return ValueFormat<Double>.share.parse(text).map { .replaced($0) }
        case .wage:
            return ValueFormat<Double>.money.parse(text).map { isSigned ? .added($0) : .replaced($0) }
        }
    }

    /// `+2pt`, or `+0.02`.
    private func points(_ text: String) -> Double? {
        for unit in ["points", "pts", "pt"] where text.hasSuffix(unit) {
            return Decimal.parse(text.dropLast(unit.count)).map { $0 / 100 }
        }
        return Decimal.parse(text).flatMap { abs($0) < 1 ? $0 : nil }
    }

    private func limits(_ amount: ScenarioChange.Amount) -> Bool {
        switch amount {
        case .relative(let share): share >= -1 && share <= 10 && (key == .demand || share > -1)
        case .target: true
        case .added(let value): abs(value) <= (isTime ? 28_800 : isShare ? 1 : 500)
        case .replaced(let value):
            isTime
                ? (1...28_800).contains(value)
                : isShare ? (0...highestShare).contains(value) : (1...500).contains(value)
        }
    }

    private var isTime: Bool { key == .aht || key == .patience }
    private var isShare: Bool { [.absence, .shrinkage, .reach, .conversion].contains(key) }
    private var highestShare: Double { key == .absence || key == .shrinkage ? 0.9 : 1 }

    private var range: (low: String, high: String) {
        switch key {
        case .demand: ("-100%", "+1000%")
        case .aht, .patience: ("1s", "8h")
        case .target: ("1/0", "100/28800")
        case .absence, .shrinkage: ("0%", "90%")
        case .reach, .conversion: ("0%", "100%")
        case .wage: ("1", "500")
        }
    }
}
