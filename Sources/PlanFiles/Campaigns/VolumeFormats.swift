import Workforce

/// An activity as other files name it: `hotline/calls`, or `hotline` alone.
struct WrittenActivity: Sendable, Equatable {
    var campaign: String
    /// Nil = the campaign's only activity with a history.
    var activity: String?
}

extension ValueFormat where Value == WrittenActivity {
    static let activity = ValueFormat(
        .activityWithHistory,
        parse: { text in
            let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { $0.trimmed }
            guard (1...2).contains(parts.count), parts.allSatisfy(isIdentifier) else { return nil }
            return WrittenActivity(campaign: parts[0], activity: parts.count == 2 ? parts[1] : nil)
        })
}

extension ValueFormat where Value == CalendarMonth {
    /// `2026-12` or `12/2026`.
    static let month = ValueFormat(
        .month,
        parse: { text in
            let parts = text.trimmed.split(omittingEmptySubsequences: false) {
                $0 == "-" || $0 == "/" || $0 == "."
            }
            guard parts.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }) else {
                return nil
            }
            let isYearFirst = parts[0].count == 4
            let (year, month) = isYearFirst ? (parts[0], parts[1]) : (parts[1], parts[0])
            guard year.count == 4, (1...2).contains(month.count), let year = Int(year),
                let month = Int(month), (1900...2200).contains(year), (1...12).contains(month)
            else { return nil }
            return CalendarMonth(year: year, month: month)
        },
        suggest: { text in
            MomentText.date(text).map { CalendarMonth(of: $0).description }
        })
}

extension ValueFormat where Value == Int {
    /// Contacts of one month; `/month` says nothing more there.
    static let monthContacts = ValueFormat(
        .count, parse: { Decimal.count($0) },
        suggest: { ValueFormat<Double>.monthlyVolume.parse($0).map { Written.number($0.rounded()) } })

    /// Seconds in whole days: `4w`, `28d`.
    static let halfLife = ValueFormat(
        .duration, parse: { DurationText.seconds($0).flatMap { $0 % 86_400 == 0 ? $0 : nil } },
        written: { Written.duration($0) },
        suggest: { Decimal.count($0).map { "\($0)w" } })
}

extension ValueFormat where Value == Double {
    /// `140 %` or `1.4`: a share that may lie above 1; a bare number above 10 lacks its sign.
    static let multiple = ValueFormat(
        .share,
        parse: { text in
            let text = text.trimmed
            if text.hasSuffix("%") { return Decimal.parse(text.dropLast()).map { $0 / 100 } }
            return Decimal.parse(text).flatMap { $0 > 10 ? nil : $0 }
        },
        written: { Written.share($0) },
        suggest: { Decimal.parse($0).map { Written.number($0) + " %" } })
}
