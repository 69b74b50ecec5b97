import Execution
import Workforce

/// The CSV files of a starter workspace: invented people and synthetic calls.
extension Starter {
    private static let firstNames = [
        "Camille", "Inès", "Hugo", "Léa", "Karim", "Chloé", "Mehdi", "Sarah", "Thomas", "Nadia", "Lucas",
        "Émilie", "Yanis", "Julie", "Antoine", "Fatou", "Maxime", "Laura", "Samir", "Claire",
    ]
    private static let lastNames = [
        "Lefebvre", "Moreau", "Dubois", "Benali", "Girard", "Fontaine", "Rousseau", "Marchand", "Diallo",
        "Lemaire", "Renard", "Vasseur", "Delattre", "Carpentier", "Haddad", "Picard", "Caron", "Masson",
        "Leclercq", "Bailly", "Fournier", "Morel", "Lambert",
    ]

    private func identifier(_ index: Int) -> String {
        let digits = String(index + 1)
        return "T" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    var agentList: String {
        var random = SeededGenerator(seed: seed, stream: 1)
        var text =
            "matricule;nom;prénom;contrat;heures;site;compétences;campagnes;ancienneté;taux;indisponibilités\n"
        for index in 0..<agents {
            let isInbound = index < inboundAgents
            let isPartTime = random.below(5) == 0
            // Few agents all work for both campaigns.
            let isVersatile = random.below(4) == 0 || agents < 4
            let skills = isVersatile ? "mobile|sales" : isInbound ? "mobile" : "sales"
            let campaigns =
                isVersatile
                ? (isInbound ? "hotline|renewal" : "renewal|hotline") : isInbound ? "hotline" : "renewal"
            let hired = (firstDay - 30 - random.below(1800)).components
            let wage = isPartTime ? "" : random.below(3) == 0 ? "13,40" : ""
            let unavailable = isPartTime && random.below(3) == 0 ? "mer" : ""
            let fields = [
                identifier(index), Starter.lastNames[(index * 7 + 3) % Starter.lastNames.count],
                Starter.firstNames[(index * 3 + index / 20) % Starter.firstNames.count],
                isPartTime ? "cdi-24" : "cdi-35", isPartTime ? "24" : "35", "lille", skills, campaigns,
                "\(padded(hired.day))/\(padded(hired.month))/\(hired.year)", wage, unavailable,
            ]
            text += fields.joined(separator: ";") + "\n"
        }
        return text
    }

    var requestList: String {
        var random = SeededGenerator(seed: seed, stream: 2)
        var text = "matricule;type;du;au;statut\n"
        for index in 0..<agents where random.below(6) == 0 {
            let from = firstDay + random.below(26)
            let isLeave = random.below(2) == 0
            let through = isLeave ? from + random.below(5) : from
            text += "\(identifier(index));\(isLeave ? "CP" : "souhait");\(written(from));\(written(through));"
            text += isLeave ? "accepté\n" : "en attente\n"
        }
        return text
    }

    private func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

    private func written(_ date: CivilDate) -> String {
        let (year, month, day) = date.components
        return "\(padded(day))/\(padded(month))/\(year)"
    }

    /// 26 weeks of half-hours before the horizon: Poisson calls around the
    /// built-in `consumerHotline` profile, within the opening hours.
    var history: String {
        guard let profile = ProfileReader.builtIn["consumerHotline"] else {
            return "start;offered;handleTime\n"
        }
        var random = SeededGenerator(seed: seed, stream: 3)
        let holidays = HolidayCalendar(region: .france)
        let weekSum = profile.weekdayWeights.prefix(6).reduce(0, +)
        let hourSum = profile.hourWeights[8..<20].reduce(0, +)
        var text = "start;offered;handleTime\n"
        for day in -182..<0 {
            let date = firstDay + day
            let weekday = date.weekday.rawValue
            guard weekday < 6, !holidays.isHoliday(date) else { continue }
            let factor = 1 + 0.06 * (random.uniform() * 2 - 1)
            let daily = Double(weeklyCalls) * profile.weekdayWeights[weekday] / weekSum * factor
            let hours = weekday == 5 ? 9..<18 : 8..<20
            for hour in hours {
                let mean = daily * profile.hourWeights[hour] / hourSum / 2
                for half in [0, 30] {
                    let calls = random.poisson(mean: mean)
                    let time = calls == 0 ? "" : String(Int((300 + 20 * random.normal()).rounded()))
                    text += "\(date.iso8601) \(padded(hour)):\(padded(half));\(calls);\(time)\n"
                }
            }
        }
        return text
    }
}
