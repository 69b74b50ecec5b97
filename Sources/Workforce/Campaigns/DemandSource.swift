/// Where the expected volume comes from.
public enum DemandSource: Hashable, Sendable, Codable {
    /// A history file of the workspace, to be forecast.
    case history
    /// Contacts per calendar month, spread over its days and hours.
    ///
    /// `variation` is the coefficient of variation of a day's common factor: how far days lie
    /// from what was stated; 0 = the volume is certain, and has no bands.
    case monthlyVolume(VolumePlan, spread: VolumeSpread, variation: Double = usualVariation)
    /// A share (0 … 1) of the contacts of another activity of the campaign, which then
    /// has that share less: callers who ask to be called back rather than wait.
    case share(of: Identifier<Activity>, share: Double)

    /// The upper end of what forecasts from a history miss whole days by, 4 to 23 % measured on
    /// real series (MATHS §2.5): who states a volume knows no better than who forecasts it.
    public static let usualVariation = 0.23
}

/// What a stated volume is spread by.
public enum VolumeSpread: Hashable, Sendable, Codable {
    case profile(VolumeProfile)
    /// As the history of another activity spreads over weekdays and slots.
    case like(ActivityKey)
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

extension Channel {
    /// Where the volume comes from; nil for outbound calls, which work a list.
    public var demand: DemandSource? {
        switch self {
        case .inbound(let terms): terms.demand
        case .backOffice(let terms): terms.demand
        case .chat(let terms): terms.demand
        case .outbound: nil
        }
    }

    /// The same channel with another source of its volume; outbound calls stay as they are.
    public func with(demand: DemandSource) -> Channel {
        switch self {
        case .inbound(var terms):
            terms.demand = demand
            return .inbound(terms)
        case .backOffice(var terms):
            terms.demand = demand
            return .backOffice(terms)
        case .chat(var terms):
            terms.demand = demand
            return .chat(terms)
        case .outbound: return self
        }
    }
}
