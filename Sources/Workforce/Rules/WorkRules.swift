/// Working-time rules: legal and collective-agreement limits as data, with the
/// source of each in the rule pack file. Minutes throughout.
///
/// Four clocks differ: *paid*, *effective* (worked: neither lunch nor rest
/// breaks), *logged* (available for contacts) and *billed* time. The maxima
/// here count effective time unless they say otherwise.
public struct WorkRules: Hashable, Sendable, Codable {
    public var maximumDailyEffectiveMinutes: Int
    /// First start to last end of a day.
    public var maximumDailySpanMinutes: Int
    public var maximumWeeklyEffectiveMinutes: Int
    /// Consecutive rest between two days, in elapsed minutes.
    public var minimumDailyRestMinutes: Int
    /// Consecutive rest once a week, in elapsed minutes.
    public var minimumWeeklyRestMinutes: Int
    public var maximumConsecutiveDays: Int
    /// Longest stretch of calls without a break (the agreement's sequence).
    public var maximumCallStretchMinutes: Int
    /// Shortest stretch of work; part-timers' sequence.
    public var minimumCallStretchMinutes: Int
    /// Length of one rest break and the work it is due for.
    public var restBreakMinutes: Int
    public var workPerRestBreakMinutes: Int
    /// A day of at least this much work has lunch where its span covers the lunch window's heart.
    public var lunchRequiredFromMinutes: Int
    public var lunchMinutes: ClosedRange<Int>
    public var lunchWindow: ClockRange
    /// Lunch begins at the latest after this much time since the start.
    public var lunchLatestAfterMinutes: Int
    public var legalWeeklyMinutes: Int
    public var partTimeMinimumWeeklyMinutes: Int
    /// Premiums as shares of the hourly wage.
    public var sundayPremium: Double
    public var holidayPremium: Double
    public var nightPremium: Double
    /// Work outside this window carries the night premium.
    public var dayWindow: ClockRange
    public var overtime: OvertimeRules
    /// Longest unpaid interruption of a split shift, of which there is one a day at most, and
    /// shortest paid part before and after it.
    public var longestInterruptionMinutes: Int
    public var shortestPartMinutes: Int

    public init(
        maximumDailyEffectiveMinutes: Int, maximumDailySpanMinutes: Int, maximumWeeklyEffectiveMinutes: Int,
        minimumDailyRestMinutes: Int, minimumWeeklyRestMinutes: Int, maximumConsecutiveDays: Int,
        maximumCallStretchMinutes: Int, minimumCallStretchMinutes: Int, restBreakMinutes: Int,
        workPerRestBreakMinutes: Int, lunchRequiredFromMinutes: Int, lunchMinutes: ClosedRange<Int>,
        lunchWindow: ClockRange, lunchLatestAfterMinutes: Int, legalWeeklyMinutes: Int,
        partTimeMinimumWeeklyMinutes: Int, sundayPremium: Double, holidayPremium: Double,
        nightPremium: Double, dayWindow: ClockRange, overtime: OvertimeRules = .unpriced,
        longestInterruptionMinutes: Int = 0, shortestPartMinutes: Int = 0
    ) {
        self.maximumDailyEffectiveMinutes = maximumDailyEffectiveMinutes
        self.maximumDailySpanMinutes = maximumDailySpanMinutes
        self.maximumWeeklyEffectiveMinutes = maximumWeeklyEffectiveMinutes
        self.minimumDailyRestMinutes = minimumDailyRestMinutes
        self.minimumWeeklyRestMinutes = minimumWeeklyRestMinutes
        self.maximumConsecutiveDays = maximumConsecutiveDays
        self.maximumCallStretchMinutes = maximumCallStretchMinutes
        self.minimumCallStretchMinutes = minimumCallStretchMinutes
        self.restBreakMinutes = restBreakMinutes
        self.workPerRestBreakMinutes = workPerRestBreakMinutes
        self.lunchRequiredFromMinutes = lunchRequiredFromMinutes
        self.lunchMinutes = lunchMinutes
        self.lunchWindow = lunchWindow
        self.lunchLatestAfterMinutes = lunchLatestAfterMinutes
        self.legalWeeklyMinutes = legalWeeklyMinutes
        self.partTimeMinimumWeeklyMinutes = partTimeMinimumWeeklyMinutes
        self.sundayPremium = sundayPremium
        self.holidayPremium = holidayPremium
        self.nightPremium = nightPremium
        self.dayWindow = dayWindow
        self.overtime = overtime
        self.longestInterruptionMinutes = longestInterruptionMinutes
        self.shortestPartMinutes = shortestPartMinutes
    }
}

extension WorkRules {
    /// Paid or unpaid rest breaks due in a shift of this much paid time.
    public func restBreaksDue(paidMinutes: Int) -> Int {
        workPerRestBreakMinutes > 0 ? paidMinutes / workPerRestBreakMinutes : 0
    }
}
