import Workforce

extension Language {
    func name(_ method: ForecastMethod) -> String {
        switch method {
        case .weightedCombination:
            self(
                "weekday profiles and day components (Shen & Huang 2008), weighed by their past errors",
                "profils par jour et composantes des jours (Shen & Huang 2008), pondérés par leurs erreurs passées"
            )
        case .volumeProfile:
            self("stated monthly volume spread by a profile", "volume mensuel annoncé, réparti par un profil")
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
        case .holidaysAdjusted(let count, let factor):
            self(
                "\(count == 1 ? "1 public holiday" : "\(number(count)) public holidays") scaled by \(number(factor, decimals: 2))",
                "\(count < 2 ? "\(count) jour férié corrigé" : "\(number(count)) jours fériés corrigés") par un facteur \(number(factor, decimals: 2))"
            )
        case .shortHistory(let count):
            self(
                "short history of \(days(count)): take the bands with care",
                "historique court de \(days(count))\(colon)fourchettes à prendre avec prudence")
        case .openHoursWithoutHistory(let intervals):
            self(
                "\(number(intervals)) open intervals have no history: no contact is forecast there",
                "\(number(intervals)) intervalles ouverts sans historique\(colon)aucun contact n’y est prévu")
        }
    }

    /// Errors of the method on the past, in words.
    func phrase(_ accuracy: ForecastAccuracy) -> String {
        let daily = percent(accuracy.dailyWAPE)
        let slot = percent(accuracy.slotWAPE)
        let bias = signed(accuracy.bias * 100, decimals: 1) + self("%", Language.narrowNoBreakSpace + "%")
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
