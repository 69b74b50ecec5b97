import Workforce

extension Language {
    func name(_ method: ForecastMethod) -> String {
        switch method {
        case .weightedCombination:
            self(
                "weekday profiles, day components (Shen & Huang 2008), trend and seasons, weighed by their past errors",
                "profils par jour, composantes des jours (Shen & Huang 2008), tendance et saisons, pondérés par leurs erreurs passées"
            )
        case .volumeProfile:
            self("stated monthly volume spread by a profile", "volume mensuel annoncé, réparti par un profil")
        case .analogy:
            self(
                "stated volume spread as another activity's history spreads",
                "volume annoncé, réparti comme l’historique d’une autre activité")
        case .shareOfActivity: self("a share of another activity", "une part d’une autre activité")
        }
    }

    /// What the forecaster noticed, as a sentence.
    func phrase(_ remark: ForecastRemark) -> String {
        switch remark {
        case .missingDays(let dates):
            self(
                "\(days(dates.count)) without any record left out: \(list(dates))",
                "\(days(dates.count)) sans aucun enregistrement, écarté(s)\(colon)\(list(dates))")
        case .outlierDays(let dates):
            self(
                "\(days(dates.count)) far from their neighbours (outage, one-off event) left out: \(list(dates))",
                "\(days(dates.count)) très différent(s) des voisins (panne, événement isolé), écarté(s)\(colon)\(list(dates))"
            )
        case .closedDays(let dates):
            self(
                "\(days(dates.count)) at zero all day long taken for closed: \(list(dates))",
                "\(days(dates.count)) à zéro toute la journée, compté(s) fermé(s)\(colon)\(list(dates))")
        case .outages(let outages):
            self(
                "\(outages.count == 1 ? "1 outage" : "\(number(outages.count)) outages") left out: \(list(outages))",
                "\(outages.count < 2 ? "\(outages.count) panne écartée" : "\(number(outages.count)) pannes écartées")\(colon)\(list(outages))"
            )
        case .partialLastDay(let date, let until):
            self(
                "the record of \(self.date(date)) stops at \(until): the day is left out",
                "l’enregistrement du \(self.date(date)) s’arrête à \(until)\(colon)jour écarté")
        case .openingHoursChanged(let weekday, let from, let before, let after):
            self(
                "since \(date(from)), \(name(weekday)): \(hours(after)) instead of \(hours(before))",
                "depuis le \(date(from)), le \(name(weekday))\(colon)\(hours(after)) au lieu de \(hours(before))"
            )
        case .shortHistory(let count):
            self(
                "short history of \(days(count)): take the bands with care",
                "historique court de \(days(count))\(colon)fourchettes à prendre avec prudence")
        case .openHoursWithoutHistory(let intervals):
            self(
                "\(number(intervals)) open intervals have no history: no contact is forecast there",
                "\(number(intervals)) intervalles ouverts sans historique\(colon)aucun contact n’y est prévu")
        case .widenedBands(let reason):
            self("bands widened: \(phrase(reason))", "fourchettes élargies\(colon)\(phrase(reason))")
        case .learningCurve(let first, let last):
            self(
                "learning curve of new agents: mean handle time × \(number(first, decimals: 2)) in the first week, × \(number(last, decimals: 2)) in the last",
                "courbe d’apprentissage des nouveaux agents\(colon)DMT moyenne × \(number(first, decimals: 2)) la première semaine, × \(number(last, decimals: 2)) la dernière"
            )
        }
    }

    private func phrase(_ reason: WideningReason) -> String {
        switch reason {
        case .fewTrials(let trials):
            self(
                "\(number(trials)) past forecasts are too few to learn the errors from",
                "\(number(trials)) prévisions passées ne suffisent pas pour apprendre les erreurs")
        case .analogy(let key):
            self(
                "the profile is that of \(key.campaign.name)/\(key.activity.name)",
                "le profil est celui de \(key.campaign.name)/\(key.activity.name)")
        case .statedVolume:
            self("the volume is stated, not learned", "le volume est annoncé, non appris")
        case .unseenCauses(let causes):
            self(
                "never seen in the history: \(causes.map(name).joined(separator: ", "))",
                "jamais vu dans l’historique\(colon)\(causes.map(name).joined(separator: ", "))")
        case .beyondTrials(let days):
            self(
                "beyond \(self.days(days)) no past forecast was judged",
                "au-delà de \(self.days(days)), aucune prévision passée n’a été jugée")
        }
    }

    /// What makes a day special.
    func name(_ cause: DayCause) -> String {
        switch cause {
        case .holiday(let holiday): name(holiday)
        case .otherHoliday(let name): name.isEmpty ? self("day off", "jour férié local") : name
        case .holidayEve: self("eve of a holiday", "veille de jour férié")
        case .holidayMorrow: self("morrow of a holiday", "lendemain de jour férié")
        case .bridge: self("bridge day", "pont")
        case .schoolHolidays(let zone):
            self("school holidays, zone \(zone)", "vacances scolaires, zone \(zone)")
        case .event(let name): name
        }
    }

    private func hours(_ range: ClockRange?) -> String {
        range.map { self.range($0) } ?? self("closed", "fermé")
    }

    private func list(_ outages: [HistoryOutage]) -> String {
        let shown = outages.prefix(8).map { "\(date($0.date)) \(range($0.hours))" }.joined(separator: ", ")
        return outages.count > 8 ? shown + " " + more(outages.count - 8) : shown
    }

    /// Errors of the method on the past, in words.
    func phrase(_ accuracy: ForecastAccuracy) -> String {
        let daily = percent(accuracy.dailyWAPE)
        let slot = percent(accuracy.slotWAPE)
        let bias = signedPercent(accuracy.bias, decimals: 1)
        return self(
            "mean error on the past \(daily) by day, \(slot) by slot, bias \(bias) (\(number(accuracy.origins)) trials)",
            "erreur moyenne sur le passé \(daily) par jour, \(slot) par créneau, biais \(bias) (\(number(accuracy.origins)) essais)"
        )
    }

    /// Dates, the first eight of them.
    private func list(_ dates: [CivilDate]) -> String {
        let shown = dates.prefix(8).map { date($0) }.joined(separator: ", ")
        return dates.count > 8 ? shown + " " + more(dates.count - 8) : shown
    }
}
