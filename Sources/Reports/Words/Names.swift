import Workforce

/// Names of the cases of the vocabulary. Each switch is exhaustive, so that a
/// new case does not compile before it has its words.
extension Language {
    func name(_ holiday: Holiday) -> String {
        switch holiday {
        case .newYear: self("New Year's Day", "jour de l’an")
        case .goodFriday: self("Good Friday", "vendredi saint")
        case .easterMonday: self("Easter Monday", "lundi de Pâques")
        case .labourDay: self("Labour Day", "fête du Travail")
        case .victoryDay: self("Victory Day", "victoire de 1945")
        case .ascension: self("Ascension Day", "Ascension")
        case .whitMonday: self("Whit Monday", "lundi de Pentecôte")
        case .bastilleDay: self("Bastille Day", "fête nationale")
        case .assumption: self("Assumption", "Assomption")
        case .allSaints: self("All Saints' Day", "Toussaint")
        case .armistice: self("Armistice Day", "armistice de 1918")
        case .christmas: self("Christmas Day", "Noël")
        case .saintStephen: self("Saint Stephen's Day", "Saint-Étienne")
        case .abolitionOfSlavery: self("Abolition of Slavery", "abolition de l’esclavage")
        }
    }

    /// Reasons of absence: never on a sheet that hangs on a wall.
    func name(_ leave: LeaveKind) -> String {
        switch leave {
        case .annualLeave: self("annual leave", "congés payés")
        case .timeOffInLieu: self("time off in lieu", "RTT")
        case .sickness: self("sickness", "maladie")
        case .training: self("training", "formation")
        case .unionDelegation: self("union duties", "délégation")
        case .unpaid: self("unpaid leave", "congé sans solde")
        case .wish: self("wish", "souhait")
        }
    }

    func name(_ status: RequestStatus) -> String {
        switch status {
        case .approved: self("approved", "acceptée")
        case .pending: self("pending", "en attente")
        case .refused: self("refused", "refusée")
        }
    }

    func name(_ kind: BreakKind) -> String {
        switch kind {
        case .rest: self("break", "pause")
        case .lunch: self("lunch", "déjeuner")
        case .interruption: self("interruption", "coupure")
        }
    }

    func name(_ target: BindingTarget) -> String {
        switch target {
        case .none: self("no contact expected", "aucun contact attendu")
        case .serviceLevel: self("service level", "niveau de service")
        case .occupancy: self("occupancy", "taux d’occupation")
        case .abandonment: self("abandonment rate", "taux d’abandon")
        case .answerSpeed: self("average speed of answer", "délai moyen de réponse")
        case .minimumStaffing: self("minimum staffing", "effectif minimal")
        case .periodServiceLevel:
            self("the service level of the period", "le niveau de service de la période")
        case .dueTime: self("work that is due", "le travail à échéance")
        case .stability: self("a queue that does not grow", "une file qui ne s’allonge pas")
        }
    }

    func name(_ period: TargetPeriod) -> String {
        switch period {
        case .interval: self("interval", "intervalle")
        case .day: self("day", "jour")
        case .week: self("week", "semaine")
        case .month: self("month", "mois")
        }
    }

    func name(_ status: Optimality.Status) -> String {
        switch status {
        case .optimal: self("optimal", "optimal")
        case .feasible: self("feasible", "réalisable")
        case .stopped: self("stopped early", "arrêté avant la fin")
        }
    }

    func name(_ item: CostItem) -> String {
        switch item {
        case .agentWages: self("agents' wages", "salaires des téléconseillers")
        case .premiums: self("premiums", "majorations")
        case .overtime: self("overtime premiums", "majorations d’heures supplémentaires ou complémentaires")
        case .employerContributions: self("employer contributions", "cotisations patronales")
        case .supervision: self("supervision", "encadrement")
        case .training: self("training", "formation")
        case .listening: self("quality listening", "écoutes qualité")
        case .seats: self("seats", "positions de travail")
        case .telecom: self("telecom", "télécoms")
        case .software: self("software", "logiciels")
        case .overhead: self("overhead", "frais généraux")
        }
    }

    func name(_ unit: CostLine.Unit) -> String {
        switch unit {
        case .hours: self("h", "h")
        case .minutes: self("min", "min")
        case .agentMonths: self("agent-months", "mois-agents")
        case .supervisorMonths: self("supervisor-months", "mois-superviseurs")
        case .seatMonths: self("seat-months", "mois-positions")
        case .share: self("of direct cost", "des coûts directs")
        }
    }

    func name(_ basis: PriceBasis) -> String {
        switch basis {
        case .loggedHour: self("logged hour", "heure loguée")
        case .handledContact: self("handled contact", "contact traité")
        case .sale: self("sale", "vente")
        }
    }

    func name(_ mode: DialingMode) -> String {
        switch mode {
        case .preview: self("preview dialling", "appel avec aperçu de la fiche")
        case .progressive: self("progressive dialling", "appel progressif")
        case .predictive: self("predictive dialling", "appel prédictif")
        }
    }

    func name(_ channel: Channel) -> String {
        switch channel {
        case .inbound: self("inbound calls", "appels entrants")
        case .outbound: self("outbound calls", "appels sortants")
        case .backOffice(let terms):
            if case .share = terms.demand {
                self("callbacks", "rappels")
            } else {
                self("back office", "back-office")
            }
        case .chat: self("chat", "tchat")
        }
    }

    func name(_ tool: LicensedTool) -> String {
        switch tool {
        case .telephony: self("telephony", "téléphonie")
        case .dialler: self("dialler", "numéroteur")
        case .chat: self("chat", "tchat")
        case .backOffice: self("back office", "back-office")
        }
    }

    func name(_ severity: Finding.Severity) -> String {
        switch severity {
        case .violation: self("violation", "infraction")
        case .warning: self("warning", "alerte")
        case .note: self("note", "remarque")
        }
    }

    func name(_ region: HolidayRegion) -> String {
        switch region {
        case .france: self("metropolitan France", "France métropolitaine")
        case .alsaceMoselle: self("Alsace-Moselle", "Alsace-Moselle")
        case .guadeloupe: self("Guadeloupe", "Guadeloupe")
        case .martinique: self("Martinique", "Martinique")
        case .guyane: self("French Guiana", "Guyane")
        case .reunion: self("Réunion", "La Réunion")
        case .mayotte: self("Mayotte", "Mayotte")
        case .none: self("no public holidays", "aucun jour férié")
        }
    }
}
