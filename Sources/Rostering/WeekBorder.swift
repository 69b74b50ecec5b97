import Workforce

/// What the neighbouring weeks need to know about one week's shifts.
struct WeekBorder: Hashable, Sendable {
    /// Elapsed minutes from Monday 00:00 to the first shift, and from the last
    /// shift to the next Monday 00:00; `unworked` where nothing is worked.
    var lead: Int
    var tail: Int
    /// Days worked without a day off at the start and at the end of the week.
    var prefixRun: Int
    var suffixRun: Int
    /// The weekly rest must come from the Sunday off and what follows it: the
    /// week holds no other rest that is long enough.
    var restsOverBorder: Bool

    /// Longer than any rest asked for.
    static let unworked = 1_000_000

    static let empty = WeekBorder(
        lead: unworked, tail: unworked, prefixRun: 0, suffixRun: 0, restsOverBorder: false)

    init(lead: Int, tail: Int, prefixRun: Int, suffixRun: Int, restsOverBorder: Bool) {
        self.lead = lead
        self.tail = tail
        self.prefixRun = prefixRun
        self.suffixRun = suffixRun
        self.restsOverBorder = restsOverBorder
    }

    /// - Parameters:
    ///   - shifts: what is worked on each day of the week, Monday first.
    ///   - week: may lie before the horizon (−1 for the published week).
    ///   - precedingTail: elapsed minutes of rest before this week's Monday.
    init(
        shifts: [ClockRange?], week: Int, horizon: Horizon, rules: WorkRules,
        precedingTail: Int = 0
    ) {
        let monday = week * 7
        let worked = shifts.indices.filter { shifts[$0] != nil }
        guard let first = worked.first, let last = worked.last, let start = shifts[first]?.start,
            let end = shifts[last]?.end
        else {
            self = .empty
            return
        }
        lead = horizon.elapsedMinutes(fromDay: monday, .midnight, toDay: monday + first, start)
        tail = horizon.elapsedMinutes(fromDay: monday + last, end, toDay: monday + 7, .midnight)
        prefixRun = shifts.prefix { $0 != nil }.count
        suffixRun = shifts.reversed().prefix { $0 != nil }.count
        var longest = max(tail, first > 0 ? lead + precedingTail : lead)
        for (before, after) in zip(worked, worked.dropFirst()) {
            guard let from = shifts[before]?.end, let to = shifts[after]?.start else { continue }
            longest = max(
                longest,
                horizon.elapsedMinutes(fromDay: monday + before, from, toDay: monday + after, to))
        }
        // A week without any long rest but with its Sunday worked is for the
        // maker of the tour to answer for; no following week can mend it.
        restsOverBorder = longest < rules.minimumWeeklyRestMinutes && last < 6
    }

    /// Whether this week may be followed by `next`.
    func allows(_ next: WeekBorder, rules: WorkRules) -> Bool {
        let gap = tail + next.lead
        if gap < rules.minimumDailyRestMinutes { return false }
        if restsOverBorder, gap < rules.minimumWeeklyRestMinutes { return false }
        return next.prefixRun == 0 || suffixRun + next.prefixRun <= rules.maximumConsecutiveDays
    }
}

extension WeekBorder {
    /// The same border without what no option of the neighbouring weeks can clash
    /// with, so that tours that differ in nothing else become interchangeable.
    func clipped(previous: [WeekBorder], next: [WeekBorder], rules: WorkRules) -> WeekBorder {
        var border = self
        let least = next.map(\.lead).min() ?? WeekBorder.unworked
        let asked =
            restsOverBorder
            ? max(rules.minimumWeeklyRestMinutes, rules.minimumDailyRestMinutes)
            : rules.minimumDailyRestMinutes
        if tail + least >= asked {
            border.tail = WeekBorder.unworked
            border.restsOverBorder = false
        }
        if previous.allSatisfy({ $0.allowsRest(before: self, rules: rules) }) {
            border.lead = WeekBorder.unworked
        }
        let longestNext = next.map(\.prefixRun).max() ?? 0
        if longestNext == 0 || suffixRun + longestNext <= rules.maximumConsecutiveDays {
            border.suffixRun = 0
        }
        let longestBefore = previous.map(\.suffixRun).max() ?? 0
        if longestBefore + prefixRun <= rules.maximumConsecutiveDays { border.prefixRun = 0 }
        return border
    }

    private func allowsRest(before next: WeekBorder, rules: WorkRules) -> Bool {
        tail + next.lead
            >= (restsOverBorder
                ? max(rules.minimumWeeklyRestMinutes, rules.minimumDailyRestMinutes)
                : rules.minimumDailyRestMinutes)
    }
}
