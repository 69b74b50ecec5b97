import Workforce

/// What a proposal rests on: volumes, handle times, rates and promises.
extension ProposalWriter {
    func assumptions(_ activity: Activity, _ campaign: Campaign) -> [String] {
        let l = language
        let key = ActivityKey(campaign.id, activity.id)
        var items: [String] = []
        if let forecast = plan.forecast[key] {
            let volume = forecast.dailyContacts.isEmpty ? forecast.contacts : forecast.dailyContacts
            items.append(
                l("Contacts over the period", "Contacts sur la période") + l.colon
                    + l.number(volume.reduce(0, +), decimals: 0))
        }
        switch activity.channel {
        case .inbound(let terms):
            items += demand(terms.demand) + handleTime(terms.handleTime)
            if let patience = terms.patience {
                items.append(
                    l("Mean patience of callers", "Patience moyenne des appelants") + l.colon
                        + l.duration(patience))
            }
        case .outbound(let terms): items += outbound(terms)
        case .backOffice(let terms):
            items += demand(terms.demand) + handleTime(terms.handleTime)
            items.append(l("Done within ", "Traité sous ") + l.duration(terms.dueWithin))
        case .chat(let terms):
            items += demand(terms.demand) + handleTime(terms.handleTime)
            items.append(
                l("Conversations at once", "Conversations simultanées") + l.colon
                    + l.number(terms.concurrency))
        }
        return items
    }

    private func handleTime(_ time: Seconds) -> [String] {
        [language("AHT", "DMT") + language.colon + language.duration(time)]
    }

    private func demand(_ source: DemandSource) -> [String] {
        let l = language
        switch source {
        case .history:
            return [l("Volumes forecast from history", "Volumes prévus d’après l’historique")]
        case .monthlyVolume(let plan, let spread, _):
            return volumes(plan) + spreading(spread)
        case .share(let activity, let share):
            return [
                l("Share of ", "Part de ") + activity.name + l.colon + l.percent(share)
            ]
        }
    }

    private func volumes(_ plan: VolumePlan) -> [String] {
        let l = language
        func contacts(_ count: Double) -> String {
            l.number(count, decimals: 0) + l(" contacts", " contacts")
        }
        switch plan {
        case .everyMonth(let count):
            return [
                l("Stated volume", "Volume annoncé") + l.colon + contacts(count) + l(" a month", " par mois")
            ]
        case .months(let entries):
            let horizon = scenario.horizon
            let planned = CalendarMonth(of: horizon.firstDay)...CalendarMonth(of: horizon.lastDay)
            return entries.filter { planned.contains($0.month) }.map {
                l("Stated volume of ", "Volume annoncé pour ") + l.monthAndYear($0.month) + l.colon
                    + contacts($0.contacts)
            }
        }
    }

    /// A client is not told which other client's history its volume is spread by.
    private func spreading(_ spread: VolumeSpread) -> [String] {
        let l = language
        guard case .like = spread else { return [] }
        return [
            l(
                "Spread over days and hours as a comparable activity's history",
                "Réparti sur les jours et les heures comme l’historique d’une activité comparable")
        ]
    }

    private func outbound(_ terms: OutboundTerms) -> [String] {
        let l = language
        return [
            l("List", "Fichier") + l.colon + l.number(terms.listSize) + l(" records", " fiches") + ", "
                + l("at most ", "au plus ")
                + l.count(terms.maximumAttempts, ("attempt", "attempts"), ("tentative", "tentatives")),
            l("Reach rate per attempt", "Joignabilité par tentative") + l.colon + l.percent(terms.reachRate),
            l("Pitched contacts (CA)", "Contacts argumentés (CA)") + l.colon + l.percent(terms.pitchRate),
            l("Conversion (CA+ / CA)", "Taux de concrétisation (CA+ / CA)") + l.colon
                + l.percent(terms.conversionRate),
        ] + handleTime(terms.handleTime) + [
            l.sentence(l.name(terms.mode)) + ", "
                + (terms.isConsumer
                    ? l("consumers, legal calling hours", "particuliers, horaires légaux d’appel")
                    : l("businesses", "entreprises"))
        ]
    }

    /// What is promised, with its definition: "QS" has two meanings.
    func promises(_ target: ServiceTarget) -> [String] {
        let l = language
        var items: [String] = []
        if let level = target.serviceLevel {
            items.append(
                l(
                    "Service level: \(l.percent(level, decimals: 0)) of offered calls answered within \(l.duration(target.threshold))",
                    "Niveau de service : \(l.percent(level, decimals: 0)) des appels présentés décrochés en \(l.duration(target.threshold))"
                ))
        }
        if let share = target.maximumAbandonment {
            items.append(
                l("Abandonment rate at most ", "Taux d’abandon au plus ") + l.percent(share, decimals: 1))
        }
        if let speed = target.maximumAnswerSpeed {
            items.append(
                l("Average speed of answer at most ", "Délai moyen de réponse au plus ") + l.duration(speed))
        }
        return items
    }
}
