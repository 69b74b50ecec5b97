import Workforce

/// What a history shows about a day that was hard to forecast.
struct ErrorCauses {
    private let fit: FittedHistory

    private static let comparedWeeks = 4
    private static let followingDays = 3

    init(_ fit: FittedHistory) { self.fit = fit }

    func cause(of day: Int) -> ErrorCause? {
        let totals = fit.fit.totals
        guard totals.totals.indices.contains(day) else { return nil }
        if let known = fit.calendar.causes.causes(on: fit.series.firstDay + day).first {
            return .calendar(known)
        }
        if totals.knownShare[day] < DayTotals.completeShare { return .incomplete }
        if followsClosure(day) { return .afterClosure }
        guard let own = deviation(day) else { return nil }
        let following = (day + 1..<min(fit.end, day + 8)).compactMap(deviation)
            .prefix(ErrorCauses.followingDays)
        guard following.count == ErrorCauses.followingDays else { return nil }
        let alike = following.count { $0 * own > 0 && abs($0) >= abs(own) / 2 }
        if alike == ErrorCauses.followingDays { return .levelChange }
        return alike == 0 ? .isolated : nil
    }

    /// The day before has no record though its weekday works.
    private func followsClosure(_ day: Int) -> Bool {
        var before = day - 1
        while before >= 0, !fit.isWorked[fit.series.weekday(before)] { before -= 1 }
        return before >= 0 && fit.fit.totals.knownShare[before] == 0
    }

    /// Relative to the same weekdays of the four weeks before.
    private func deviation(_ day: Int) -> Double? {
        let totals = fit.fit.totals.totals
        guard !totals[day].isNaN else { return nil }
        let before = (1...ErrorCauses.comparedWeeks).map { day - 7 * $0 }
            .filter { totals.indices.contains($0) && !totals[$0].isNaN }
            .map { totals[$0] }
        guard before.count >= 2 else { return nil }
        let usual = median(before)
        return usual > 0 ? totals[day] / usual - 1 : nil
    }
}
