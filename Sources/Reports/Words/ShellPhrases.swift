import Workforce

/// What the command line says beside its results.
extension Language {
    /// Why a target cannot be met by any number of agents.
    public func phrase(unreachable target: BindingTarget, of key: ActivityKey) -> String {
        let name = "\(key.campaign)/\(key.activity)"
        return self(
            "\(name): no number of agents reaches the target (\(self.name(target))); choose a less strict one",
            "\(name) : aucun effectif n’atteint l’objectif (\(self.name(target))) ; assouplissez-le")
    }

    /// A term outside the domain of the queueing formulas.
    public func phrase(impossible parameter: String, value: Double, of key: ActivityKey) -> String {
        let name = "\(key.campaign)/\(key.activity)"
        return self(
            "\(name): \(parameter) cannot be \(value)", "\(name) : \(parameter) ne peut valoir \(value)")
    }

    /// A model that the solver's checks refused: a fault of the program.
    public func phrase(internalFault detail: String) -> String {
        self(
            "internal error: a model was refused (\(detail)); please report it with the workspace",
            "erreur interne : un modèle a été refusé (\(detail)) ; merci de le signaler avec l’espace de travail"
        )
    }

    /// Why the rest of a day cannot be forecast.
    public var noDayBefore: String {
        self(
            "no earlier day is known: give a history of at least one whole day",
            "aucun jour antérieur connu : donnez un historique d’au moins un jour entier")
    }

    /// Why a daily history is not forecast by the hour.
    public var dailyHistoryHasNoHours: String {
        self(
            "the history counts whole days and has no hours: rows are days",
            "l’historique compte des jours entiers, sans heures : les lignes sont des jours")
    }

    /// Why no rest of a day is forecast from a daily history.
    public var dailyHistoryHasNoRunningDay: String {
        self(
            "the history counts whole days: a running day takes a history of intervals",
            "l’historique compte des jours entiers\(colon)une journée en cours demande un historique par intervalles"
        )
    }

    /// Why a running day is forecast from an earlier time than was asked for; nil where it is not.
    public func phrase(earlier update: IntradayUpdate, than asked: ClockTime) -> String? {
        guard update.asOf < asked else { return nil }
        let slot = max(1, update.slotMinutes)
        let from = self("forecast from there", "prévision à partir de là")
        return asked.minute / slot * slot == update.asOf.minute
            ? self(
                "\(asked) lies inside the slot that starts at \(update.asOf): \(from)",
                "\(asked) tombe dans le créneau qui commence à \(update.asOf)\(colon)\(from)")
            : self(
                "the record stops at \(update.asOf): \(from)",
                "l’enregistrement s’arrête à \(update.asOf)\(colon)\(from)")
    }

    /// Why an activity of the workspace is not forecast beyond the horizon.
    public func phrase(withoutHistory activity: String, known: [String]) -> String {
        self(
            "\(activity): this activity has no history to forecast from",
            "\(activity)\(colon)cette activité n’a pas d’historique à prolonger") + withHistory(known)
    }

    /// Why a name chooses no activity of the workspace.
    public func phrase(unknownActivity name: String, known: [String]) -> String {
        self(
            "\(name): no activity has this name", "\(name)\(colon)aucune activité ne porte ce nom")
            + withHistory(known)
    }

    private func withHistory(_ known: [String]) -> String {
        guard !known.isEmpty else { return "" }
        let names = known.joined(separator: ", ")
        return self("; with a history: \(names)", " ; avec un historique\(colon)\(names)")
    }

    public func phrase(alreadyThere paths: [String], in folder: String) -> String {
        let list = paths.prefix(3).joined(separator: ", ") + (paths.count > 3 ? "…" : "")
        return self(
            "\(folder) already has \(list): nothing was written; choose an empty folder",
            "\(folder) contient déjà \(list) : rien n’a été écrit ; choisissez un dossier vide")
    }

    public func phrase(written folder: String, files: [String]) -> String {
        let list = files.map { "  \($0)\n" }.joined()
        return self(
            "Wrote a starter workspace into \(folder):\n\(list)Next: plateau check \(folder), then plateau plan \(folder)\n",
            "Espace de travail créé dans \(folder) :\n\(list)Ensuite : plateau check \(folder), puis plateau plan \(folder)\n"
        )
    }

    /// The last line of `plateau check`.
    public func phrase(checked scenario: Scenario?, diagnostics: [Diagnostic]) -> String {
        let errors = diagnostics.count { $0.severity == .error }
        let warnings = diagnostics.count { $0.severity == .warning }
        guard let scenario else {
            return self(
                "\(number(errors)) error(s), \(number(warnings)) warning(s): no plan can be made yet\n",
                "\(number(errors)) erreur(s), \(number(warnings)) alerte(s) : aucun plan possible pour l’instant\n"
            )
        }
        let campaigns = scenario.campaigns.count
        let agents = scenario.floor.agents.count
        return self(
            "\(scenario.name): \(number(campaigns)) campaign(s), \(number(agents)) agent(s), "
                + "\(number(scenario.horizon.weekCount)) week(s) from \(date(scenario.horizon.firstDay)); "
                + "\(number(warnings)) warning(s)\n",
            "\(scenario.name) : \(number(campaigns)) opération(s), \(number(agents)) agent(s), "
                + "\(number(scenario.horizon.weekCount)) semaine(s) à partir du \(date(scenario.horizon.firstDay)) ; "
                + "\(number(warnings)) alerte(s)\n")
    }
}

/// `plateau.check.v1`: every diagnostic with its place and its words.
public func diagnosticsJSON(_ diagnostics: [Diagnostic], language: Language) -> String {
    JSONValue.object([
        "schema": "plateau.check.v1",
        "diagnostics": .array(
            diagnostics.map { diagnostic in
                .object([
                    "severity": .string(diagnostic.severity.rawValue),
                    "file": .string(diagnostic.location.file),
                    "line": .integer(diagnostic.location.line),
                    "column": .integer(diagnostic.location.column),
                    "message": .string(diagnostic.problem.phrase(language)),
                ])
            }),
    ]).text
}
