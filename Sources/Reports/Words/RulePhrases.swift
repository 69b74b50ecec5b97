import Workforce

/// What each rule says when it is broken: actual value, then limit.
extension Language {
    /// - Parameters:
    ///   - actual, limit: minutes or counts, as the rule measures.
    func phrase(_ rule: Finding.Rule, actual: Int, limit: Int) -> String {
        let measured = duration(minutes: actual)
        let bound = duration(minutes: limit)
        switch rule {
        case .dailyEffective:
            return self(
                "\(measured) of effective work in a day, at most \(bound)",
                "\(measured) de travail effectif dans la journée, au plus \(bound)")
        case .dailySpan:
            return self(
                "day span of \(measured) from first start to last end, at most \(bound)",
                "amplitude de \(measured) du premier début à la dernière fin, au plus \(bound)")
        case .weeklyEffective:
            return self(
                "\(measured) of effective work in the week, at most \(bound)",
                "\(measured) de travail effectif dans la semaine, au plus \(bound)")
        case .weeklyPaid:
            return self(
                "\(measured) paid in the week instead of the \(bound) due",
                "\(measured) payées dans la semaine au lieu des \(bound) dues")
        case .dailyRest:
            return self(
                "\(measured) of rest between two days, at least \(bound)",
                "\(measured) de repos entre deux journées, au moins \(bound)")
        case .weeklyRest:
            return self(
                "\(measured) of weekly rest in a row, at least \(bound)",
                "\(measured) de repos hebdomadaire consécutif, au moins \(bound)")
        case .consecutiveDays:
            return self(
                "\(days(actual)) worked in a row, at most \(number(limit))",
                "\(days(actual)) travaillés d’affilée, au plus \(number(limit))")
        case .callStretch:
            return self(
                "\(measured) of calls without a break, limit \(bound)",
                "séquence d’appels de \(measured) sans pause, limite \(bound)")
        case .restBreaks:
            return self(
                "\(number(actual)) rest breaks where \(number(limit)) are due",
                "\(number(actual)) pause(s) prévue(s), \(number(limit)) due(s)")
        case .lunchMissing, .lunchWindow, .lunchLength, .lunchLate:
            return lunchPhrase(rule, actual: actual, limit: limit)
        case .workingWindow, .contractDays, .dailyPaid, .unavailableDay, .leaveDay, .openingHours, .offGrid,
            .breaksOrdered, .headcount, .startSpread, .minimumWage, .partTimeMinimum, .overtime, .splitShift:
            return contractPhrase(rule, actual: actual, limit: limit)
        case .skill, .doubleBooking, .teamSize, .supervisorTwice, .classSize, .roomCapacity, .roomTwice,
            .trainerTwice, .trainerHours, .trainingBeforeLaunch, .trainingWithinShift, .seats,
            .shiftKinds:
            return assignmentPhrase(rule, actual: actual, limit: limit)
        case .modulatedWeek, .modulationBalance, .weekendRotation:
            return weeksPhrase(rule, actual: actual, limit: limit)
        case .loanSupply, .loanPresence, .loanSkill, .loanHours, .loanUnnamed:
            return loanPhrase(rule, actual: actual, limit: limit)
        case .periodTarget:
            let (reached, asked) = (Double(actual) / 1000, Double(limit) / 1000)
            return self(
                "service level of \(percent(reached)) over the period, target \(percent(asked))",
                "niveau de service de \(percent(reached)) sur la période, objectif \(percent(asked))")
        case .periodFloor:
            return self(
                "\(agents(actual)) required in an interval that takes at least \(number(limit))",
                "besoin de \(agents(actual)) dans un intervalle qui en demande au moins \(number(limit))")
        }
    }

    private func lunchPhrase(_ rule: Finding.Rule, actual: Int, limit: Int) -> String {
        let measured = duration(minutes: actual)
        let bound = duration(minutes: limit)
        switch rule {
        case .lunchMissing:
            return self(
                "no lunch in a day of \(measured), due from \(bound)",
                "pas de déjeuner dans une journée de \(measured), dû à partir de \(bound)")
        case .lunchWindow:
            return self(
                "lunch outside the hours allowed (\(ClockTime(minute: actual)), limit \(ClockTime(minute: limit)))",
                "déjeuner hors des heures permises (\(ClockTime(minute: actual)), limite \(ClockTime(minute: limit)))"
            )
        case .lunchLate:
            return self(
                "lunch begins after \(measured), at latest after \(bound)",
                "déjeuner pris après \(measured), au plus tard après \(bound)")
        default:
            return self("lunch of \(measured), limit \(bound)", "déjeuner de \(measured), limite \(bound)")
        }
    }

    private func contractPhrase(_ rule: Finding.Rule, actual: Int, limit: Int) -> String {
        switch rule {
        case .workingWindow:
            return self(
                "work at \(ClockTime(minute: actual)), outside the person's hours (limit \(ClockTime(minute: limit)))",
                "travail à \(ClockTime(minute: actual)), hors des heures de la personne (limite \(ClockTime(minute: limit)))"
            )
        case .contractDays:
            return self(
                "\(days(actual)) worked in the week, the contract says \(number(limit))",
                "\(days(actual)) travaillés dans la semaine, le contrat en prévoit \(number(limit))")
        case .dailyPaid:
            return self(
                "\(duration(minutes: actual)) paid in a day, the contract's limit is \(duration(minutes: limit))",
                "\(duration(minutes: actual)) payées dans la journée, limite du contrat \(duration(minutes: limit))"
            )
        case .unavailableDay:
            return self("work on a day the person never works", "travail un jour d’indisponibilité")
        case .leaveDay:
            return self("work on a day of approved absence", "travail un jour d’absence acceptée")
        case .openingHours:
            return self(
                "work while the campaign is closed (\(duration(minutes: actual)))",
                "travail hors des heures d’ouverture de l’opération (\(duration(minutes: actual)))")
        case .offGrid:
            return self(
                "a time that is not on the planning grid (\(ClockTime(minute: actual)))",
                "une heure hors de la grille de planification (\(ClockTime(minute: actual)))")
        case .breaksOrdered:
            return self(
                "breaks that overlap or leave the shift",
                "pauses qui se chevauchent ou sortent de la vacation")
        case .startSpread:
            return self(
                "starts of the week \(duration(minutes: actual)) apart, at most \(duration(minutes: limit))",
                "débuts de la semaine écartés de \(duration(minutes: actual)), au plus \(duration(minutes: limit))"
            )
        case .minimumWage:
            return self(
                "gross wage of \(money(Money(cents: actual))) an hour, legal minimum \(money(Money(cents: limit)))",
                "salaire brut de \(money(Money(cents: actual))) de l’heure, minimum légal \(money(Money(cents: limit)))"
            )
        case .splitShift:
            return actual > limit
                ? self(
                    "interruption of \(duration(minutes: actual)) in a split shift, at most \(duration(minutes: limit))",
                    "coupure de \(duration(minutes: actual)) dans la journée, au plus \(duration(minutes: limit))"
                )
                : self(
                    "part of \(duration(minutes: actual)) in a split shift, at least \(duration(minutes: limit))",
                    "séquence de \(duration(minutes: actual)) avant ou après une coupure, au moins \(duration(minutes: limit))"
                )
        case .overtime:
            return self(
                "\(duration(minutes: actual)) beyond the contract's week, the law allows \(duration(minutes: limit))",
                "\(duration(minutes: actual)) au-delà du contrat dans la semaine, la loi en permet \(duration(minutes: limit))"
            )
        case .partTimeMinimum:
            return self(
                "part-time contract of \(duration(minutes: actual)) a week, legal minimum \(duration(minutes: limit))",
                "contrat à temps partiel de \(duration(minutes: actual)) par semaine, minimum légal \(duration(minutes: limit))"
            )
        default:
            return self(
                "\(number(actual)) tours for \(people(limit))",
                "\(number(actual)) semaine(s) type(s) pour \(people(limit))")
        }
    }

    private func assignmentPhrase(_ rule: Finding.Rule, actual: Int, limit: Int) -> String {
        switch rule {
        case .skill:
            return self("a required skill is missing", "une compétence exigée manque")
        case .doubleBooking:
            return self("booked twice at the same time", "affectation double au même moment")
        case .teamSize:
            return self(
                "team of \(agents(actual)), limit \(number(limit))",
                "équipe de \(agents(actual)), limite \(number(limit))")
        case .supervisorTwice:
            return self("leads more than one team", "encadre plus d’une équipe")
        case .classSize:
            return self(
                "class of \(people(actual)), limit \(number(limit))",
                "groupe de formation de \(people(actual)), limite \(number(limit))")
        case .roomCapacity:
            return self(
                "\(people(actual)) in a room for \(number(limit))",
                "\(people(actual)) dans une salle de \(number(limit)) places")
        case .roomTwice:
            return self("room booked twice at the same time", "salle réservée deux fois au même moment")
        case .trainerTwice:
            return self("trainer booked twice at the same time", "formateur réservé deux fois au même moment")
        case .trainerHours:
            return self("session outside the trainer's hours", "session hors des heures du formateur")
        case .seats:
            return self(
                "\(people(actual)) present for \(number(limit)) workstations",
                "\(people(actual)) présentes pour \(number(limit)) positions de travail")
        case .shiftKinds:
            return self(
                "\(number(actual)) kinds of shift, \(number(limit)) wanted at most",
                "\(number(actual)) types de vacations, \(number(limit)) souhaités au plus")
        case .trainingBeforeLaunch:
            return self(
                "training ends after the agent starts on the campaign",
                "formation terminée après la prise de poste sur l’opération")
        default:
            return self("session outside the agent's shift", "session hors de la vacation de l’agent")
        }
    }

    private func loanPhrase(_ rule: Finding.Rule, actual: Int, limit: Int) -> String {
        let measured = duration(minutes: actual)
        switch rule {
        case .loanSupply:
            return self(
                "\(agents(actual)) lent at once where \(number(limit)) can be",
                "\(agents(actual)) en renfort en même temps, \(number(limit)) disponible(s)")
        case .loanPresence:
            return self(
                "lent for \(measured) outside their work or to two campaigns at once",
                "en renfort pendant \(measured) hors de sa vacation ou sur deux opérations à la fois")
        case .loanSkill:
            return self(
                "lent to a campaign without its skills or training",
                "en renfort sur une opération sans en avoir les compétences ou la formation")
        case .loanHours:
            return self(
                "lent while the borrowing campaign is closed (\(measured))",
                "renfort prévu pendant la fermeture de l’opération renforcée (\(measured))")
        default:
            return self(
                "\(measured) of loans have an agent, \(duration(minutes: limit)) are planned",
                "\(measured) de renfort attribuées, \(duration(minutes: limit)) prévues")
        }
    }
}
