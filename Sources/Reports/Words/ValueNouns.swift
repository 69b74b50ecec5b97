import Workforce

/// Kinds of value and things, as people name them in diagnostics.
extension ValueKind {
    /// With its article: `a share`.
    func noun(_ say: Language) -> String {
        switch self {
        case .text: say("a text", "un texte")
        case .identifier: say("an identifier", "un identifiant")
        case .share: say("a share", "une part")
        case .duration: say("a duration", "une durée")
        case .signedDuration: say("a duration", "une durée")
        case .time: say("a time", "une heure")
        case .hours: say("hours", "une plage horaire")
        case .date: say("a date", "une date")
        case .moment: say("a date and time", "une date et une heure")
        case .money: say("an amount of money", "un montant")
        case .count: say("a whole number", "un nombre entier")
        case .number: say("a number", "un nombre")
        case .effect: say("a change of contacts", "un effet sur les contacts")
        case .correction: say("a correction of the forecast", "une correction de la prévision")
        case .workspaceFile: say("a file of the workspace", "un fichier de l’espace de travail")
        case .days: say("a day of the week", "un jour de la semaine")
        case .yesNo: say("yes or no", "yes ou no")
        case .countRange: say("a range of whole numbers", "une plage de nombres entiers")
        case .durationRange: say("a range of durations", "une plage de durées")
        case .dateRange: say("a range of dates", "une plage de dates")
        case .serviceTarget: say("a service target", "un objectif de service")
        case .monthlyVolume: say("a monthly volume", "un volume mensuel")
        case .timeZone: say("a time zone", "un fuseau horaire")
        case .seniority: say("a hire date or a seniority", "une date d’embauche ou une ancienneté")
        case .list: say("a list", "une liste")
        case .mapping: say("a mapping", "une table clé: valeur")
        case .weekdayHours: say("hours by day", "des horaires par jour")
        case .month: say("a month", "un mois")
        case .activityWithHistory:
            say("an activity forecast from a history", "une activité prévue d’après un historique")
        case .period: say("a period of weeks", "une période en semaines")
        case .turns: say("a rotation", "un roulement")
        case .choice(let words): say("one of ", "l’une des valeurs ") + say.either(words)
        }
    }

    /// What a value of the kind looks like.
    func example(_ say: Language) -> String {
        switch self {
        case .text: say("some text", "un texte")
        case .identifier:
            say("letters, digits, - and _, at most 64", "des lettres, chiffres, - et _, 64 au plus")
        case .share: say("for example 12 % or 0.12", "par exemple 12 % ou 0.12")
        case .duration: say("for example 240s, 30m or 7.5h", "par exemple 240s, 30m ou 7.5h")
        case .signedDuration: say("for example -15s or 2h", "par exemple -15s ou 2h")
        case .time: say("for example 08:30", "par exemple 08:30")
        case .hours: say("for example 08:00-20:00, or closed", "par exemple 08:00-20:00, ou closed")
        case .date: say("for example 2026-11-23 or 23/11/2026", "par exemple 2026-11-23 ou 23/11/2026")
        case .moment: say("for example 2026-11-23 08:30", "par exemple 2026-11-23 08:30")
        case .money: say("for example 14.60", "par exemple 14.60")
        case .count: say("for example 12", "par exemple 12")
        case .number: say("for example 1.05", "par exemple 1.05")
        case .effect: say("for example +20 %, -0.3 or x1.2", "par exemple +20 %, -0,3 ou x1,2")
        case .correction:
            say("for example +20 %, x1.2 or =1200", "par exemple +20 %, x1,2 ou =1200")
        case .workspaceFile: say("for example holidays.csv", "par exemple holidays.csv")
        case .days: say("for example mon, mon-fri or all", "par exemple lun, lun-ven ou all")
        case .yesNo: say("yes or no", "yes ou no")
        case .countRange: say("for example 4..12", "par exemple 4..12")
        case .durationRange: say("for example 6h..8h", "par exemple 6h..8h")
        case .dateRange:
            say("for example 2026-01-10..2026-11-20", "par exemple 2026-01-10..2026-11-20")
        case .serviceTarget: say("for example 80/20", "par exemple 80/20")
        case .monthlyVolume: say("for example 12000/month", "par exemple 12000/month")
        case .timeZone: say("for example Europe/Paris", "par exemple Europe/Paris")
        case .seniority: say("for example 12/03/2024 or 18 months", "par exemple 12/03/2024 ou 18 mois")
        case .list: say("for example [a, b]", "par exemple [a, b]")
        case .mapping: say("for example key: value", "par exemple clé: valeur")
        case .weekdayHours: say("for example mon-fri: 09:00-17:00", "par exemple mon-fri: 09:00-17:00")
        case .month: say("for example 2026-12", "par exemple 2026-12")
        case .activityWithHistory:
            say("for example hotline or hotline/calls", "par exemple hotline ou hotline/calls")
        case .period: say("for example 4w, or horizon", "par exemple 4w, ou horizon")
        case .turns:
            say(
                "for example 1 of 2: at most one worked in any two weeks",
                "par exemple 1 sur 2 : un au plus travaillé par période de deux semaines")
        case .choice: say("one of these", "l’une d’elles")
        }
    }
}

extension ValueBounds {
    func advice(_ say: Language) -> String {
        say(
            "write \(kind.noun(say)) between \(low) and \(high)",
            "écrivez \(kind.noun(say)) entre \(low) et \(high)")
    }
}

extension ValueShape {
    func noun(_ say: Language) -> String {
        switch self {
        case .nothing: say("nothing", "rien")
        case .text: say("a single value", "une valeur simple")
        case .list: say("a list (- …)", "une liste (- …)")
        case .mapping: say("a mapping (key: value)", "une table (clé: valeur)")
        }
    }
}

extension NamedThing {
    func noun(_ say: Language) -> String {
        switch self {
        case .site: say("site", "site")
        case .contract: say("contract", "contrat")
        case .campaign: say("campaign", "campagne")
        case .activity: say("activity", "activité")
        case .agent: say("agent", "agent")
        case .room: say("room", "salle")
        case .supervisor: say("supervisor", "superviseur")
        case .trainer: say("trainer", "formateur")
        case .profile: say("profile", "profil")
        case .rulePack: say("rule pack", "jeu de règles")
        case .variant: say("variant", "variante")
        case .date: say("date", "date")
        case .shift: say("shift", "vacation")
        case .queue: say("queue", "file")
        case .override: say("correction", "correction")
        }
    }

    func plural(_ say: Language) -> String {
        switch self {
        case .rulePack: say("rule packs", "jeux de règles")
        default: noun(say) + "s"
        }
    }
}
