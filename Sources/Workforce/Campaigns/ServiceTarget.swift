/// Which share a contract calls its service level (DOMAIN §5: the four differ by points).
public enum ServiceLevelBasis: String, Sendable, Codable, CaseIterable {
    /// Served in time over all offered contacts.
    case offered
    /// Served in time over answered contacts.
    case answered
    /// Served in time over offered contacts less those that hung up within `shortAbandon`.
    case exceptShortAbandons
    /// Served or hung up in time over all offered contacts.
    case answeredOrAbandoned
}

/// Over what stretch of time a service level is measured.
public enum TargetPeriod: String, Sendable, Codable, CaseIterable {
    /// Every interval on its own.
    case interval
    /// Contacts of a day, a week or a calendar month together: a weak hour may be made up for.
    case day, week, month
}

/// What the client contract asks for.
public struct ServiceTarget: Hashable, Sendable, Codable {
    /// Share of contacts answered within `threshold`, between 0 and 1; nil = not asked.
    public var serviceLevel: Double?
    public var threshold: Seconds
    public var basis: ServiceLevelBasis
    /// Abandonments up to this wait are not counted, with `ServiceLevelBasis.exceptShortAbandons`.
    public var shortAbandon: Seconds
    /// Stretch over which `serviceLevel` is measured; the limits below hold in every interval.
    public var period: TargetPeriod
    public var maximumOccupancy: Double?
    /// Largest share of calls that hang up; needs a patience.
    public var maximumAbandonment: Double?
    /// Largest mean wait.
    public var maximumAnswerSpeed: Seconds?

    public init(
        serviceLevel: Double? = 0.8, threshold: Seconds = Seconds(20), basis: ServiceLevelBasis = .offered,
        shortAbandon: Seconds = Seconds(5), period: TargetPeriod = .interval,
        maximumOccupancy: Double? = nil, maximumAbandonment: Double? = nil,
        maximumAnswerSpeed: Seconds? = nil
    ) {
        self.serviceLevel = serviceLevel
        self.threshold = threshold
        self.basis = basis
        self.shortAbandon = shortAbandon
        self.period = period
        self.maximumOccupancy = maximumOccupancy
        self.maximumAbandonment = maximumAbandonment
        self.maximumAnswerSpeed = maximumAnswerSpeed
    }
}
