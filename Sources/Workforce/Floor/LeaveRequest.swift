/// Why someone is away, or what they ask for (*CP, RTT, maladie, formation, délégation, souhait*).
public enum LeaveKind: String, Sendable, Codable, CaseIterable {
    case annualLeave, timeOffInLieu, sickness, training, unionDelegation, unpaid
    /// A wish for a day off: weighs in the roster, binds nothing.
    case wish
}

public enum RequestStatus: String, Sendable, Codable, CaseIterable {
    case approved, pending, refused
}

/// A line of `requests.csv`: whole days, both ends included.
public struct LeaveRequest: Hashable, Sendable, Codable {
    public var agent: Identifier<Agent>
    public var kind: LeaveKind
    public var from: CivilDate
    public var through: CivilDate
    public var status: RequestStatus

    public init(
        agent: Identifier<Agent>, kind: LeaveKind, from: CivilDate, through: CivilDate, status: RequestStatus
    ) {
        self.agent = agent
        self.kind = kind
        self.from = from
        self.through = through
        self.status = status
    }

    /// Only an approved absence strikes a day out; wishes never do.
    public var isBinding: Bool { status == .approved && kind != .wish }

    public func covers(_ date: CivilDate) -> Bool { date >= from && date <= through }
}
