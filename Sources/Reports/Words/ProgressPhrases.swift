/// One line that says how far a run has come, for a terminal or a log.
///
/// - Parameters:
///   - stage: raw value of the stage; one without words of its own is shown as it is.
///   - done, total: steps; `total` 0 when it is not known.
///   - subject: what is being worked on (an identifier or a date).
public func progressLine(
    stage: String, done: Int, total: Int, subject: String = "", language: Language
) -> String {
    var line = language.sentence(language.name(stage: stage))
    if total > 0 {
        let share = Double(min(max(0, done), total)) / Double(total)
        line +=
            " \(language.number(done))/\(language.number(total)) (\(language.percent(share, decimals: 0)))"
    } else if done > 0 {
        line += " \(language.number(done))"
    }
    return subject.isEmpty ? line : "\(line)  \(singleLine(subject))"
}

extension Language {
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
