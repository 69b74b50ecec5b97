import Workforce

/// Words for a day that is forecast again while it runs.
extension Language {
    /// `412 contacts by 11:00, 8 % above what was forecast (381); 62 % of the deviation is carried over`.
    func phrase(_ update: IntradayUpdate) -> String {
        let known = update.soFar.isFinite && update.soFar.magnitude < 1e15
        let count = known ? Int(update.soFar.rounded()) : 0
        let came =
            known
            ? self.count(count, ("contact", "contacts"), ("contact reçu", "contacts reçus")) : missing
        let head = self("\(came) by \(update.asOf)", "\(came) à \(update.asOf)")
        let forecast = number(update.expectedSoFar)
        guard let deviation = update.deviation else {
            return update.expectedSoFar == 0
                ? head + self(", where none was forecast", ", aucun n’était prévu")
                : head + self(", \(forecast) forecast", ", \(forecast) prévus")
        }
        guard abs(deviation) >= 0.005 else {
            return head + self(", as forecast (\(forecast))", ", conforme à la prévision (\(forecast))")
        }
        let size = percent(abs(deviation), decimals: 0)
        let share = percent(update.carriedOver, decimals: 0)
        return head
            + self(
                ", \(size) \(deviation > 0 ? "above" : "below") what was forecast (\(forecast)); \(share) of the deviation is carried over",
                ", \(size) de \(deviation > 0 ? "plus" : "moins") que prévu (\(forecast)) ; \(share) de l’écart est reporté sur le reste de la journée"
            )
    }

    /// Said instead of the rest of the day where there is none; nil where contacts are to come.
    func nothingToCome(_ update: IntradayUpdate) -> String? {
        if update.mean.isEmpty {
            return self(
                "The day is over: no slot is still to come.",
                "La journée est finie\(colon)plus aucun créneau à venir.")
        }
        guard update.mean.allSatisfy({ $0 == 0 }), update.before.allSatisfy({ $0 == 0 }) else { return nil }
        return self(
            "No contact is expected in the rest of the day.",
            "Aucun contact n’est attendu d’ici la fin de la journée.")
    }
}

extension IntradayUpdate {
    /// What came against what was expected by then, as a share of the latter; nil where none was.
    var deviation: Double? {
        guard expectedSoFar > 0, expectedSoFar.isFinite, soFar.isFinite else { return nil }
        return soFar / expectedSoFar - 1
    }

    /// Times of the slot at a place of `mean`.
    func hours(ofSlot position: Int) -> ClockRange {
        let start = (firstSlot + position) * slotMinutes
        return ClockRange(ClockTime(minute: start), ClockTime(minute: start + slotMinutes))
    }
}
