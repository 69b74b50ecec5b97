import Workforce

/// Words for what the forecaster noticed in a history, and what it did about it.
extension Language {
    /// A remark, as a sentence without its capital and its full stop.
    func phrase(_ remark: ForecastRemark) -> String {
        switch remark {
        case .missingDays(let dates): phrase(missing: dates)
        case .missingIntervals(let count, let dates): phrase(missingIntervals: count, on: dates)
        case .outlierDays(let dates): phrase(outliers: dates)
        case .closedDays(let dates): phrase(closed: dates)
        case .outages(let outages):
            count(outages.count, ("outage", "outages"), ("panne", "pannes"))
                + self(" left out: ", agreeing(" écartée", outages.count) + colon) + list(outages)
        case .partialLastDay(let date, let until):
            self(
                "the record of \(self.date(date)) stops at \(until): the day is left out",
                "l’enregistrement du \(self.date(date)) s’arrête à \(until)\(colon)jour écarté")
        case .openingHoursChanged(let weekdays, let from, let before, let after):
            self(
                "since \(date(from)), \(names(weekdays)): \(hours(after)) instead of \(hours(before))",
                "depuis le \(date(from)), \(names(weekdays))\(colon)\(hours(after)) au lieu de \(hours(before))"
            )
        case .levelChanged(let from, let factor): phrase(levelSince: from, factor)
        case .weekdaysAssumed(let weekdays): phrase(assumed: weekdays)
        case .shortHistory(let count):
            self(
                "short history of \(days(count)): take the bands with care",
                "historique court de \(days(count))\(colon)fourchettes à prendre avec prudence")
        case .openHoursWithoutHistory(let intervals):
            count(
                intervals, ("open interval has", "open intervals have"),
                ("intervalle ouvert", "intervalles ouverts"))
                + self(
                    " no history: no contact is forecast there",
                    " sans historique\(colon)aucun contact n’y est prévu")
        case .widenedBands(let reason):
            self("bands widened: \(phrase(reason))", "fourchettes élargies\(colon)\(phrase(reason))")
        case .learningCurve(let first, let last):
            self(
                "learning curve of new agents: mean handle time × \(number(first, decimals: 2)) in the first week, × \(number(last, decimals: 2)) in the last",
                "courbe d’apprentissage des nouveaux agents\(colon)DMT moyenne × \(number(first, decimals: 2)) la première semaine, × \(number(last, decimals: 2)) la dernière"
            )
        }
    }

    // MARK: Days left out

    private func phrase(missing dates: [CivilDate]) -> String {
        days(dates.count)
            + self(
                " without any record left out: ",
                " sans aucun enregistrement, \(agreeing("écarté", dates.count))\(colon)")
            + list(dates)
    }

    private func phrase(missingIntervals intervals: Int, on dates: [CivilDate]) -> String {
        count(intervals, ("interval", "intervals"), ("intervalle", "intervalles"))
            + self(
                " without a record on \(days(dates.count)), for which the rest of the day stands: ",
                " sans enregistrement sur \(days(dates.count)), où le reste de la journée en tient lieu\(colon)"
            )
            + list(dates)
    }

    private func phrase(outliers dates: [CivilDate]) -> String {
        let isOne = dates.count < 2
        return days(dates.count)
            + self(
                " far from \(dates.count == 1 ? "its" : "their") neighbours (an outage or a one-off event?) left out: ",
                " très \(agreeing("différent", dates.count)) de \(isOne ? "ses" : "leurs") voisins "
                    + "(panne ou événement isolé\(Language.noBreakSpace)?), "
                    + "\(agreeing("écarté", dates.count))\(colon)")
            + list(dates)
    }

    private func phrase(closed dates: [CivilDate]) -> String {
        days(dates.count)
            + self(
                " at zero all day long taken for closed: ",
                " à zéro toute la journée, \(agreeing("compté", dates.count)) "
                    + "\(agreeing("fermé", dates.count))\(colon)")
            + list(dates)
    }

    // MARK: Levels and weekdays

    /// `since 12 May 2026 the level is 40% higher: older days were brought to it`.
    private func phrase(levelSince from: CivilDate, _ factor: Double) -> String {
        let size = percent((factor - 1).magnitude, decimals: 0)
        let isHigher = factor >= 1
        return self(
            "since \(date(from)) the level is \(size) \(isHigher ? "higher" : "lower"): older days were brought to it",
            "depuis le \(date(from)), le niveau est \(isHigher ? "supérieur" : "inférieur") de \(size)\(colon)les jours plus anciens y ont été ramenés"
        )
    }

    private func phrase(assumed weekdays: [Weekday]) -> String {
        let names = all(weekdays.map { name($0) })
        return self(
            "never seen: \(names); forecast like the mean of the other days (give opening hours or more history)",
            "\(agreeing("jamais vu", weekdays.count))\(colon)\(names) ; \(agreeing("prévu", weekdays.count)) comme la moyenne des autres jours (donnez les heures d’ouverture ou un historique plus long)"
        )
    }

    /// Weekdays by their runs: `Monday to Friday`, `Tuesday and Sunday`; in French with their
    /// articles, `du lundi au vendredi`, `le mardi et le dimanche`.
    func names(_ weekdays: [Weekday]) -> String {
        let places = Set(weekdays.map(\.rawValue)).sorted()
        guard !places.isEmpty else { return missing }
        if places.count == Weekday.allCases.count { return self("every day", "tous les jours") }
        var runs: [[Weekday]] = []
        for weekday in places.compactMap({ Weekday(rawValue: $0) }) {
            if let last = runs.last?.last, last.rawValue + 1 == weekday.rawValue {
                runs[runs.count - 1].append(weekday)
            } else {
                runs.append([weekday])
            }
        }
        return all(
            runs.flatMap { run -> [String] in
                guard run.count > 2, let first = run.first, let last = run.last else {
                    return run.map { self("", "le ") + name($0) }
                }
                return [self("\(name(first)) to \(name(last))", "du \(name(first)) au \(name(last))")]
            })
    }

    // MARK: Bands

    private func phrase(_ reason: WideningReason) -> String {
        switch reason {
        case .fewTrials(let trials): phrase(trials: trials)
        case .analogy(let key):
            self(
                "the profile is that of \(key.campaign.name)/\(key.activity.name)",
                "le profil est celui de \(key.campaign.name)/\(key.activity.name)")
        case .statedVolume:
            self("the volume is stated, not learned", "le volume est annoncé, non appris")
        case .unseenCauses(let causes):
            self(
                "never seen in the history: \(causes.map(name).joined(separator: ", "))",
                "sans précédent dans l’historique\(colon)\(causes.map(name).joined(separator: ", "))")
        case .beyondTrials(let days):
            self(
                "beyond \(self.days(days)) no past forecast was judged",
                "au-delà de \(self.days(days)), aucune prévision passée n’a été jugée")
        }
    }

    private func phrase(trials: Int) -> String {
        guard trials > 0 else {
            return self(
                "no past forecast to learn the errors from",
                "aucune prévision passée pour en apprendre les erreurs")
        }
        return count(
            trials, ("past forecast is", "past forecasts are"), ("prévision passée", "prévisions passées"))
            + self(
                " too few to learn the errors from",
                " ne \(trials < 2 ? "suffit" : "suffisent") pas pour apprendre les erreurs")
    }

    // MARK: Lists

    /// A French participle or adjective for so many of its noun: `écarté`, `écartés`.
    private func agreeing(_ word: String, _ count: Int) -> String { count < 2 ? word : word + "s" }

    private func hours(_ range: ClockRange?) -> String {
        range.map { self.range($0) } ?? self("closed", "fermé")
    }

    private func list(_ outages: [HistoryOutage]) -> String {
        let shown = outages.prefix(8).map { "\(date($0.date)) \(range($0.hours))" }.joined(separator: ", ")
        return outages.count > 8 ? shown + " " + more(outages.count - 8) : shown
    }

    /// Dates, the first eight of them.
    private func list(_ dates: [CivilDate]) -> String {
        let shown = dates.prefix(8).map { date($0) }.joined(separator: ", ")
        return dates.count > 8 ? shown + " " + more(dates.count - 8) : shown
    }
}
