/// Where the expected volume comes from.
public enum DemandSource: Hashable, Sendable, Codable {
    /// A history file of the workspace, to be forecast.
    case history
    /// Contacts per calendar month, spread by a named profile.
    case monthlyVolume(contactsPerMonth: Double, profile: VolumeProfile)
    /// A share (0 … 1) of the contacts of another activity of the campaign, which then
    /// has that share less: callers who ask to be called back rather than wait.
    case share(of: Identifier<Activity>, share: Double)
}

/// How a month's volume spreads over weekdays and over the day.
public struct VolumeProfile: Hashable, Sendable, Codable {
    public var name: String
    /// Relative weight of each weekday, Monday first.
    public var weekdayWeights: [Double]
    /// Relative weight of each hour of the day (24).
    public var hourWeights: [Double]

    public init(name: String, weekdayWeights: [Double], hourWeights: [Double]) {
        self.name = name
        self.weekdayWeights = (0..<7).map { $0 < weekdayWeights.count ? max(0, weekdayWeights[$0]) : 0 }
        self.hourWeights = (0..<24).map { $0 < hourWeights.count ? max(0, hourWeights[$0]) : 0 }
    }
}
