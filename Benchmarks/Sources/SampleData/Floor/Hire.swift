import Execution
import Workforce

/// A line of `agents.csv`.
struct Hire {
    var id: String
    var lastName: String
    var firstName: String
    var contract: String
    var weeklyHours: Int
    /// Days worked in a usual week.
    var days: Int
    var skills: [String]
    var campaigns: [String]
    var hired: CivilDate
    var wageCents: Int
    var daysOff: Set<Weekday> = []
    var window: ClockRange?

    /// Campaign worked for in the week before the horizon.
    var currentCampaign: String

    static let headers = [
        "matricule", "nom", "prénom", "contrat", "heures", "site", "compétences", "campagnes", "embauche",
        "taux", "indisponibilités",
    ]

    func cells(site: String) -> [String] {
        [
            id, lastName, firstName, contract, String(weeklyHours), site, skills.joined(separator: "|"),
            campaigns.joined(separator: "|"), french(hired), french(cents: wageCents), unavailable,
        ]
    }

    private var unavailable: String {
        let days = daysOff.sorted().map { ["lun", "mar", "mer", "jeu", "ven", "sam", "dim"][$0.rawValue] }
        return (days + (window.map { ["\($0.start)-\($0.end)"] } ?? [])).joined(separator: "|")
    }
}

/// The agents as a table.
func agentTable(_ hires: [Hire], site: String) -> String {
    var table = FrenchTable(headers: Hire.headers)
    for hire in hires { table.add(hire.cells(site: site)) }
    return table.text
}

/// First and last names, no two people alike in either.
func names(_ count: Int, generator: inout SeededGenerator) -> [(first: String, last: String)] {
    Array(zip(generator.shuffled(Names.first), generator.shuffled(Names.last)).prefix(count))
        .map { (first: $0, last: $1) }
}

/// Gross hourly wage by seniority: the legal minimum for those who just came,
/// 20 cents a year on it and a personal part, at most 14.80.
func wage(hired: CivilDate, on day: CivilDate, generator: inout SeededGenerator) -> Int {
    let days = max(0, hired.distance(to: day))
    let personal = generator.below(45)
    return days < 180 ? 1231 : min(1480, 1231 + 20 * days / 365 + personal)
}
