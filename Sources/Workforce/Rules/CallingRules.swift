/// When and how often consumers may be called, from a date on (DOMAIN: French
/// B2C rules changed on 2026-08-11, so rules are dated).
public struct CallingRules: Hashable, Sendable, Codable {
    /// First day these rules apply.
    public var from: CivilDate
    /// Legal stretches in the consumer's time, by weekday, Monday first.
    public var windows: [[ClockRange]]
    public var allowsHolidays: Bool
    /// Attempts per consumer within `attemptPeriodDays`.
    public var maximumAttempts: Int
    public var attemptPeriodDays: Int
    public var requiresConsent: Bool
    /// Days that a consent lasts; nil = for ever.
    public var consentDays: Int?
    /// Pause after each conversation, seconds: simple and complex script.
    public var simpleGap: Seconds
    public var complexGap: Seconds

    public init(
        from: CivilDate, windows: [[ClockRange]], allowsHolidays: Bool, maximumAttempts: Int,
        attemptPeriodDays: Int, requiresConsent: Bool, consentDays: Int? = nil,
        simpleGap: Seconds, complexGap: Seconds
    ) {
        self.from = from
        self.windows = (0..<7).map { $0 < windows.count ? windows[$0] : [] }
        self.allowsHolidays = allowsHolidays
        self.maximumAttempts = maximumAttempts
        self.attemptPeriodDays = attemptPeriodDays
        self.requiresConsent = requiresConsent
        self.consentDays = consentDays
        self.simpleGap = simpleGap
        self.complexGap = complexGap
    }
}
