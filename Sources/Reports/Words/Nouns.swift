import Workforce

/// Words that agree in number, and names of people and things by identifier.
extension Language {
    /// `1 agent`, `12 agents`; French takes the singular below two.
    func count(_ count: Int, _ english: (String, String), _ french: (String, String)) -> String {
        let isOne = self == .french ? count.magnitude < 2 : count.magnitude == 1
        return number(count) + Language.noBreakSpace
            + self(isOne ? english.0 : english.1, isOne ? french.0 : french.1)
    }

    func agents(_ n: Int) -> String { count(n, ("agent", "agents"), ("téléconseiller", "téléconseillers")) }
    func weeks(_ n: Int) -> String { count(n, ("week", "weeks"), ("semaine", "semaines")) }
    func days(_ n: Int) -> String { count(n, ("day", "days"), ("jour", "jours")) }
    func campaigns(_ n: Int) -> String { count(n, ("campaign", "campaigns"), ("opération", "opérations")) }
    func people(_ n: Int) -> String { count(n, ("person", "people"), ("personne", "personnes")) }

    /// `80/20 s`: the share to answer within a threshold.
    func name(_ target: ServiceTarget) -> String {
        guard let level = target.serviceLevel else { return missing }
        return "\(number(level * 100))/\(duration(target.threshold))"
    }

    /// `a, b and c`.
    func all(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + self(" and ", " et ") + last
    }

    /// A start of a sentence.
    func sentence(_ text: String) -> String {
        guard let first = text.first else { return text }
        return first.uppercased() + text.dropFirst()
    }

    /// `Demand: ` or `Demande : `.
    var colon: String { self(": ", Language.noBreakSpace + ": ") }
}

extension Scenario {
    /// The name of a campaign, its identifier where it has none.
    func name(_ id: Identifier<Campaign>) -> String {
        guard let name = campaign(id)?.name, !name.isEmpty else { return id.name }
        return name
    }

    /// `Hotline`, or `Hotline · renewals` where a campaign has several activities.
    public func name(_ key: ActivityKey) -> String {
        let several = (campaign(key.campaign)?.activities.count ?? 0) > 1
        return several ? "\(name(key.campaign)) · \(key.activity.name)" : name(key.campaign)
    }

    func name(_ id: Identifier<EmploymentContract>) -> String {
        guard let name = floor.contract(id)?.name, !name.isEmpty else { return id.name }
        return name
    }

    func name(_ id: Identifier<Supervisor>) -> String {
        floor.supervisors.first { $0.id == id }?.name ?? id.name
    }

    func name(_ id: Identifier<Trainer>) -> String { floor.trainers.first { $0.id == id }?.name ?? id.name }

    /// Campaigns in the order of the scenario, then any others that results name.
    func orderedCampaigns(also others: [Identifier<Campaign>] = []) -> [Identifier<Campaign>] {
        var seen = Set<Identifier<Campaign>>()
        return (campaigns.map(\.id) + others.sorted()).filter { seen.insert($0).inserted }
    }

    /// Contracts in the order of the floor, then any others that results name.
    func orderedContracts(also others: [Identifier<EmploymentContract>] = [])
        -> [Identifier<EmploymentContract>]
    {
        var seen = Set<Identifier<EmploymentContract>>()
        return (floor.contracts.map(\.id) + others.sorted()).filter { seen.insert($0).inserted }
    }
}

/// Names of agents by employee number, built once for a whole report.
struct AgentNames {
    private let names: [Identifier<Agent>: String]

    init(_ scenario: Scenario) {
        names = Dictionary(
            scenario.floor.agents.map { ($0.id, $0.fullName) }, uniquingKeysWith: { a, _ in a })
    }

    subscript(id: Identifier<Agent>) -> String {
        guard let name = names[id], !name.isEmpty else { return id.name }
        return name
    }
}
