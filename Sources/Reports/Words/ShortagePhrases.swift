import Workforce

/// Why agents are missing, and what would lift it, in words.
extension Language {
    /// The reason of a shortage, a clause without its day and hours.
    func phrase(_ shortage: ScheduleShortage) -> String {
        switch shortage.reason {
        case .nobody:
            self("nobody is posted to the campaign", "personne n’est affecté à l’opération")
        case .closed: self("the campaign is closed then", "l’opération est fermée à cette heure")
        case .weekday:
            self("no contract present works this weekday", "aucun contrat présent ne travaille ce jour")
        case .away:
            self(
                "everyone who works this weekday is away",
                "tous ceux qui travaillent ce jour-là sont absents")
        case .training:
            self(
                "everyone’s hours are kept for training before a launch",
                "les heures sont réservées à la formation avant un lancement")
        case .window(let hours): phrase(window: hours, of: shortage.range)
        case .noShift(let rule):
            self("no legal shift reaches it", "aucune vacation légale ne l’atteint") + colon
                + (rule.map { name($0) } ?? self("several rules together", "plusieurs règles à la fois"))
        case .everyoneWorks(let count):
            self(
                "everyone who may work then does (\(agents(count)))",
                "tous ceux qui peuvent travailler alors travaillent (\(agents(count)))")
        case .rule(let rule):
            self("a rule keeps agents from it", "une règle en écarte des téléconseillers") + colon
                + name(rule)
        case .dayFull(let count):
            self(
                "everyone who can come that day comes, for the longest day (\(agents(count)))",
                "tous ceux qui peuvent venir viennent, pour la journée la plus longue (\(agents(count)))")
        case .hours(let missing, let surplus):
            self(
                "the week’s hours are used up (\(hours(missing)) missing, \(hours(surplus)) too many)",
                "les heures de la semaine sont épuisées (\(hours(missing)) manquantes, \(hours(surplus)) en trop)"
            )
        case .headcount:
            self(
                "every contract that could come is at its largest headcount",
                "tous les contrats possibles sont à leur effectif maximal")
        case .choice(let added):
            self("dearer to cover", "plus cher à couvrir") + colon
                + self("\(money(added)) more on the week", "\(money(added)) de plus sur la semaine")
        case .search:
            self("the search missed a better week", "la recherche a manqué une meilleure semaine")
        case .unproved(let gap):
            self("not proved necessary", "pas prouvé inévitable") + colon
                + self(
                    "\(money(gap)) lie between plan and bound",
                    "\(money(gap)) séparent le plan de la borne")
        }
    }

    private func phrase(window hours: ClockRange, of range: ClockRange) -> String {
        if range.start >= hours.end {
            return self(
                "nobody may work after \(hours.end)", "personne ne peut travailler après \(hours.end)")
        }
        if range.end <= hours.start {
            return self(
                "nobody may work before \(hours.start)", "personne ne peut travailler avant \(hours.start)")
        }
        return self(
            "nobody’s permitted hours hold it", "les horaires autorisés de personne ne le contiennent")
    }

    func name(_ rule: ShiftRule) -> String {
        switch rule {
        case .shiftLength: self("the shortest day of the contract", "la journée minimale du contrat")
        case .lunch: self("the lunch window", "la plage de déjeuner")
        case .restBreaks:
            self("when breaks may be taken", "l’horaire possible des pauses")
        case .rest: self("rest between days and in the week", "le repos quotidien et hebdomadaire")
        case .startSpread:
            self("how far apart a week’s starts may lie", "l’écart entre les prises de poste de la semaine")
        case .daysPerWeek: self("the days worked in a week", "le nombre de jours travaillés par semaine")
        case .shiftKinds:
            self("the few kinds of shift", "le nombre limité de types de vacation")
        }
    }

    /// A reason in two or three words, for sums.
    func name(_ reason: ShortageReason) -> String {
        switch reason {
        case .nobody: self("nobody posted", "personne d’affecté")
        case .closed: self("closed", "fermeture")
        case .weekday: self("weekday not worked", "jour non travaillé")
        case .away: self("absences", "absences")
        case .training: self("training", "formation")
        case .window: self("permitted hours", "horaires autorisés")
        case .noShift(let rule): rule.map { name($0) } ?? self("shift rules", "règles de vacation")
        case .everyoneWorks: self("everyone works then", "tous travaillent alors")
        case .rule(let rule): name(rule)
        case .dayFull: self("day used up", "journée épuisée")
        case .hours: self("hours used up", "heures épuisées")
        case .headcount: self("largest headcount", "effectif maximal")
        case .choice: self("dearer to cover", "plus cher à couvrir")
        case .search: self("search", "recherche")
        case .unproved: self("not proved", "non prouvé")
        }
    }

    /// A change as an order: `let Temps plein work until 20:00`.
    func phrase(_ change: ShortageRemedy.Change, in scenario: Scenario) -> String {
        switch change {
        case .workUntil(let id, let end):
            let who = scenario.name(id)
            return self("let \(who) work until \(end)", "autoriser \(who) à travailler jusqu’à \(end)")
        case .workFrom(let id, let start):
            let who = scenario.name(id)
            return self("let \(who) work from \(start)", "autoriser \(who) à travailler dès \(start)")
        case .workOn(let id, let day):
            let who = scenario.name(id)
            return self("let \(who) work on \(name(day))", "autoriser \(who) à travailler le \(name(day))")
        case .lunchWindow(let window):
            return self("allow lunch \(range(window))", "autoriser le déjeuner \(range(window))")
        case .shortestDay(let id, let minutes):
            let (who, length) = (scenario.name(id), duration(minutes: minutes))
            return self(
                "allow \(who) days of \(length)", "autoriser pour \(who) des journées de \(length)")
        case .startSpread(let id, let minutes):
            let (who, length) = (scenario.name(id), duration(minutes: minutes))
            return self(
                "let starts of \(who) differ by \(length) in a week",
                "autoriser pour \(who) \(length) d’écart entre les prises de poste d’une semaine")
        case .daysPerWeek(let id, let most):
            let who = scenario.name(id)
            return self(
                "spread the hours of \(who) over up to \(days(most))",
                "répartir les heures de \(who) sur \(days(most)) au plus")
        case .moreHours(let id, let minutes):
            let (who, length) = (scenario.name(id), duration(minutes: minutes))
            return self(
                "\(length) more a week for everyone on \(who)",
                "\(length) de plus par semaine pour tous les contrats \(who)")
        case .oneMore(let id):
            let who = scenario.name(id)
            return self("one more agent on \(who)", "un téléconseiller de plus en \(who)")
        }
    }

    /// What a remedy brings: `3.0 h left, the week from 40.0 h to 31.5 h; cost -€570, pay +€450`.
    func phrase(_ remedy: ShortageRemedy) -> String {
        let (left, before) = (hours(remedy.hours), hours(remedy.weekHoursBefore))
        let (after, cost) = (hours(remedy.weekHours), signedMoney(.zero - remedy.saving))
        let stop = self("; ", Language.noBreakSpace + "; ")
        var text =
            self(
                "\(left) left, the week from \(before) to \(after)",
                "reste \(left), la semaine passe de \(before) à \(after)") + stop
            + self("cost \(cost)", "coût \(cost)")
        if let pay = remedy.pay, pay != .zero {
            text += self(", pay \(signedMoney(pay))", ", salaires \(signedMoney(pay))")
        }
        return text
    }
}
