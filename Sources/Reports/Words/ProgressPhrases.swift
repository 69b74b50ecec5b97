import Workforce

/// One line that says how far a run has come, for a terminal or a log.
///
/// - Parameters:
///   - stage: raw value of the stage; one without words of its own is shown as it is.
///   - done, total: steps; `total` 0 when it is not known.
///   - subject: what is being worked on (an identifier or a date).
///   - incumbent, bound: cost of the best solution so far and what none costs less than, in cents.
public func progressLine(
    stage: String, done: Int, total: Int, subject: String = "", incumbent: Double? = nil,
    bound: Double? = nil, language: Language
) -> String {
    var line = language.sentence(language.name(stage: stage))
    if total > 0 {
        let share = Double(min(max(0, done), total)) / Double(total)
        line +=
            " \(language.number(done))/\(language.number(total)) (\(language.percent(share, decimals: 0)))"
    } else if done > 0 {
        line += " \(language.number(done))"
    }
    if !subject.isEmpty { line += "  \(singleLine(subject))" }
    return incumbent.map { line + "  " + language.phrase(incumbent: $0, bound: bound) } ?? line
}

extension Language {
    /// `12 345 € ≥ 12 100 € (2,0 %)`: the cost reached, what is proved, and the gap between them.
    fileprivate func phrase(incumbent: Double, bound: Double?) -> String {
        let reached = roundMoney(Money(euros: incumbent / 100))
        guard let bound, bound.isFinite, incumbent.isFinite else { return reached }
        let gap = incumbent > 1e-9 ? max(0, (incumbent - bound) / incumbent) : 0
        return "\(reached) ≥ \(roundMoney(Money(euros: max(0, bound) / 100))) (\(percent(gap)))"
    }

    /// The name of a stage of the chain, by its raw value.
    func name(stage: String) -> String {
        switch stage {
        case "read": self("reading files", "lecture des fichiers")
        case "forecast": self("forecast", "prévision")
        case "size": self("requirement", "besoin")
        case "staff": self("staffing", "affectation")
        case "schedule": self("schedule", "grille de vacations")
        case "roster": self("roster", "planning nominatif")
        case "teams": self("teams", "équipes")
        case "training": self("training", "formation")
        case "simulate": self("simulation", "simulation")
        case "audit": self("audit", "contrôle")
        case "price": self("cost and prices", "coûts et prix")
        case "report": self("report", "rapport")
        default: singleLine(stage)
        }
    }
}
