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

    /// Errors of the method on the past, in words; once where days and slots are the same.
    func phrase(_ accuracy: ForecastAccuracy) -> String {
        let daily = percent(accuracy.dailyWAPE)
        let slot = percent(accuracy.slotWAPE)
        let bias = signedPercent(accuracy.bias, decimals: 1)
        let trials = count(accuracy.origins, ("trial", "trials"), ("essai", "essais"))
        let bySlot = daily == slot ? "" : self(", \(slot) by slot", ", \(slot) par créneau")
        return self(
            "mean error on the past \(daily) by day\(bySlot), bias \(bias) (\(trials))",
            "erreur moyenne sur le passé \(daily) par jour\(bySlot), biais \(bias) (\(trials))")
    }

    /// Said instead of a table without rows; nil where some day has contacts, or none is a number.
    func nothingExpected(of daily: [Double], from first: CivilDate) -> String? {
        guard daily.allSatisfy({ $0 == 0 }) else { return nil }
        guard !daily.isEmpty else { return self("Nothing to forecast.", "Rien à prévoir.") }
        let days = dates(first...(first + (daily.count - 1)))
        return self("No contact is expected: \(days).", "Aucun contact n’est attendu\(colon)\(days).")
    }
}
