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
        guard update.expectedSoFar > 0 else {
            return head + self(", where none was forecast", ", aucun n’était prévu")
        }
        let forecast = number(update.expectedSoFar)
        guard let deviation = update.deviation, abs(deviation) >= 0.005 else {
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
}

extension IntradayUpdate {
    /// What came against what was expected by then, as a share of the latter; nil where none was.
    var deviation: Double? {
        expectedSoFar > 0 && soFar.isFinite ? soFar / expectedSoFar - 1 : nil
    }

    /// Times of the slot at a place of `mean`.
    func hours(ofSlot position: Int) -> ClockRange {
        let start = (firstSlot + position) * slotMinutes
        return ClockRange(ClockTime(minute: start), ClockTime(minute: start + slotMinutes))
    }
}
