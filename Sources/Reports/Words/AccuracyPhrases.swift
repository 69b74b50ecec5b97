import Workforce

/// Words for how good forecasts of the past were.
extension Language {
    /// How far ahead: `1 d`, `2–7 d`.
    func name(leads: ClosedRange<Int>) -> String {
        let days = leads.count == 1 ? "\(leads.lowerBound)" : "\(leads.lowerBound)–\(leads.upperBound)"
        return days + Language.noBreakSpace + self("d", "j")
    }

    /// The likely cause of a large error.
    func phrase(_ cause: ErrorCause?) -> String {
        switch cause {
        case .calendar(let cause): name(cause)
        case .incomplete: self("incomplete record of the day", "enregistrement du jour incomplet")
        case .afterClosure:
            self("the day before had no contact", "lendemain d’un jour sans contact")
        case .isolated:
            self(
                "this day alone: its neighbours were as usual",
                "jour isolé\(colon)ses voisins étaient habituels")
        case .levelChange:
            self(
                "the level changed: the days around it moved the same way",
                "changement de niveau\(colon)les jours voisins ont bougé dans le même sens")
        case nil: self("not known", "inconnue")
        }
    }

    /// Where the actual lay: `inside`, `outside 80 %`, `outside 95 %`.
    func place(_ day: JudgedDay) -> String {
        if day.isOutside95 { return self("outside ", "hors ") + percent(0.95, decimals: 0) }
        if day.isOutside80 { return self("outside ", "hors ") + percent(0.8, decimals: 0) }
        return self("inside", "dans la fourchette")
    }

    /// One sentence a measure, in the order of the columns.
    var accuracyLegend: [String] {
        let (near, wide) = (percent(0.8, decimals: 0), percent(0.95, decimals: 0))
        return [
            self(
                "WAPE: the sum of all errors, signs aside, over the contacts that came.",
                "WAPE (erreur absolue pondérée)\(colon)somme des écarts, sans leur signe, rapportée aux contacts reçus."
            ),
            self(
                "Week before, mean of 8: the WAPE, on the same days, of the last known same weekday and of the mean of the last eight.",
                "Semaine préc., moy. de 8\(colon)WAPE, sur les mêmes jours, du dernier même jour connu et de la moyenne des huit derniers."
            ),
            self(
                "MASE: the mean error over that of repeating the same weekday of the week before; below 1 is better than repeating.",
                "MASE\(colon)erreur moyenne rapportée à celle d’une simple reprise du même jour de la semaine précédente ; sous 1, la prévision fait mieux."
            ),
            self(
                "RMSE: the root of the mean squared error, in contacts; large errors weigh more.",
                "RMSE\(colon)racine de l’erreur quadratique moyenne, en contacts ; les gros écarts pèsent davantage."
            ),
            self(
                "Bias: the sum of all errors, with their signs, over the contacts that came; positive is forecast too high.",
                "Biais\(colon)somme des écarts, avec leur signe, rapportée aux contacts reçus ; positif, la prévision est trop haute."
            ),
            self(
                "wQL: the weighted quantile loss, from the \(percent(0.1, decimals: 0)) to the \(percent(0.9, decimals: 0)) quantile; the lower, the closer the whole distribution.",
                "wQL\(colon)perte quantile pondérée, des quantiles \(percent(0.1, decimals: 0)) à \(percent(0.9, decimals: 0)) ; plus elle est basse, plus la distribution entière est juste."
            ),
            self(
                "In \(near), in \(wide): the share of actual values inside the band; good bands come close to \(near) and \(wide).",
                "Dans \(near), dans \(wide)\(colon)part des valeurs réelles dans la fourchette ; une bonne fourchette approche \(near) et \(wide)."
            ),
        ]
    }

    /// What the method gains over the better of the two naive rivals; nil where that tells nothing.
    func gain(_ accuracy: HorizonAccuracy) -> String? {
        guard accuracy.wape.isFinite, let rival = accuracy.betterRival else { return nil }
        let (own, other, ahead) = (percent(accuracy.wape), percent(rival.wape), name(leads: accuracy.leads))
        let head = self("\(ahead) ahead: error \(own) by day", "À \(ahead)\(colon)erreur de \(own) par jour")
        // A gain that would be shown as 0 % is none.
        guard accuracy.wape < rival.wape, 1 - accuracy.wape / rival.wape >= 0.005 else {
            return head
                + (rival.isMeanOfEight
                    ? self(
                        ", no better than the mean of the last eight same weekdays (\(other)).",
                        ", pas mieux que la moyenne des huit derniers mêmes jours (\(other)).")
                    : self(
                        ", no better than repeating the week before (\(other)).",
                        ", pas mieux qu’une reprise de la semaine précédente (\(other))."))
        }
        let difference = signedPercent(accuracy.wape / rival.wape - 1)
        return head
            + (rival.isMeanOfEight
                ? self(
                    " against \(other) for the mean of the last eight same weekdays (\(difference)).",
                    ", contre \(other) avec la moyenne des huit derniers mêmes jours (\(difference)).")
                : self(
                    " against \(other) for repeating the week before (\(difference)).",
                    ", contre \(other) en reprenant la semaine précédente (\(difference))."))
    }
}

extension HorizonAccuracy {
    /// The smaller error of the week before and the mean of the last eight; nil where neither is known.
    var betterRival: (wape: Double, isMeanOfEight: Bool)? {
        [(wape: naiveWAPE, isMeanOfEight: false), (wape: meanOfEightWAPE, isMeanOfEight: true)]
            .filter { $0.wape.isFinite && $0.wape >= 0 }.min { $0.wape < $1.wape }
    }
}

extension JudgedDay {
    var isOutside80: Bool { actual < low80 || actual > high80 }
    var isOutside95: Bool { actual < low95 || actual > high95 }

    /// What came against what was forecast, as a share of the latter; nil where none was.
    var deviation: Double? { mean > 0 ? actual / mean - 1 : nil }
}
