import Workforce

/// Rules that look at several weeks together.
extension Language {
    func weeksPhrase(_ rule: Finding.Rule, actual: Int, limit: Int) -> String {
        switch rule {
        case .modulatedWeek:
            self(
                "week of \(duration(minutes: actual)) paid, outside the modulation (limit \(duration(minutes: limit)))",
                "semaine de \(duration(minutes: actual)) payées, hors des bornes de la modulation (limite \(duration(minutes: limit)))"
            )
        case .modulationBalance:
            self(
                "\(duration(minutes: actual)) given over the period of modulation instead of the \(duration(minutes: limit)) due",
                "\(duration(minutes: actual)) effectuées sur la période de modulation au lieu des \(duration(minutes: limit)) dues"
            )
        default:
            self(
                "weekends worked: \(number(actual)), the rotation gives at most \(number(limit))",
                "week-ends travaillés\(colon)\(number(actual)), au plus \(number(limit)) selon le roulement")
        }
    }
}
