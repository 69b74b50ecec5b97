/// What decided a number of agents.
public enum BindingTarget: String, Sendable, Codable, CaseIterable {
    case none, serviceLevel, occupancy, abandonment, answerSpeed, minimumStaffing, stability
    /// Others of the campaign's period can do without: the period's service level.
    case periodServiceLevel
    /// Deferred work that is due.
    case dueTime
}

/// Contacts expected of one interval, as its contract counts them.
public struct ServedContacts: Hashable, Sendable, Codable {
    /// Served in time.
    public var inTime: Double
    /// Counted at all: the denominator of the service level.
    public var counted: Double

    public init(inTime: Double, counted: Double) {
        self.inTime = inTime
        self.counted = counted
    }
}

/// Agents wanted in each interval.
public struct IntervalRequirement: Hashable, Sendable, Codable {
    /// Agents on the line, per interval of the horizon.
    public var positions: [Int]
    /// Agents to schedule so that `positions` are there after shrinkage.
    public var scheduled: [Int]
    /// Erlangs of agents: calls × handle time of the interval; for deferred work, what is to be
    /// done in it.
    public var offeredLoad: [Double]
    /// Erlangs staffed for, where the method differs from the offered load (`LoadMethod`).
    public var sizedLoad: [Double]
    /// Where the target is a day's, week's or month's: agents to schedule were every
    /// interval to meet it on its own. Nil otherwise.
    public var scheduledPerInterval: [Int]?
    /// Where needs were placed together with the tours: agents to schedule in the cheapest
    /// requirement that meets the target, which they replace. Nil otherwise.
    public var scheduledCheapest: [Int]?
    /// Where the target is a day's, week's or month's: what `positions` serve. Nil otherwise.
    public var served: [ServedContacts]?
    public var binding: [BindingTarget]
    /// Expected service level with `positions` − 2 … + 2 agents: 5 entries an interval.
    public var serviceAround: [Double]

    public init(
        positions: [Int], scheduled: [Int], offeredLoad: [Double], sizedLoad: [Double]? = nil,
        scheduledPerInterval: [Int]? = nil, scheduledCheapest: [Int]? = nil,
        served: [ServedContacts]? = nil, binding: [BindingTarget], serviceAround: [Double]
    ) {
        self.positions = positions
        self.scheduled = scheduled
        self.offeredLoad = offeredLoad
        self.sizedLoad = sizedLoad ?? offeredLoad
        self.scheduledPerInterval = scheduledPerInterval
        self.scheduledCheapest = scheduledCheapest
        self.served = served
        self.binding = binding
        self.serviceAround = serviceAround
    }
}

/// Hours of work that may be done at any permitted time of a stretch of days.
public struct WorkloadRequirement: Hashable, Sendable, Codable {
    /// Days of the horizon, both ends inside, within one week.
    public var days: ClosedRange<Int>
    /// Agent-hours to schedule (after shrinkage).
    public var hours: Double
    /// Whether work is allowed, per interval of the horizon.
    public var permitted: [Bool]
    /// Fewest (when any) and most agents at once.
    public var agentsAtOnce: ClosedRange<Int>
    /// Expected results of the work, were all of it done.
    public var contacts: Double
    public var sales: Double

    public init(
        days: ClosedRange<Int>, hours: Double, permitted: [Bool], agentsAtOnce: ClosedRange<Int>,
        contacts: Double, sales: Double
    ) {
        self.days = days
        self.hours = hours
        self.permitted = permitted
        self.agentsAtOnce = agentsAtOnce
        self.contacts = contacts
        self.sales = sales
    }
}

public struct ActivityRequirement: Hashable, Sendable, Codable {
    public enum Kind: Hashable, Sendable, Codable {
        case perInterval(IntervalRequirement)
        case workload([WorkloadRequirement])
    }

    public var activity: ActivityKey
    public var kind: Kind

    public init(activity: ActivityKey, kind: Kind) {
        self.activity = activity
        self.kind = kind
    }
}

/// What every activity needs over the horizon.
public struct Requirement: Hashable, Sendable, Codable {
    public var activities: [ActivityRequirement]
    /// Campaigns whose lines share agents; their activities still say what each would need alone.
    public var shared: [SharedRequirement]

    public init(activities: [ActivityRequirement], shared: [SharedRequirement] = []) {
        self.activities = activities
        self.shared = shared
    }

    public subscript(key: ActivityKey) -> ActivityRequirement? {
        activities.first { $0.activity == key }
    }

    /// Agents to schedule per interval for a campaign: the sum of its per-interval activities,
    /// those that share agents together.
    public func scheduled(for campaign: Identifier<Campaign>, intervalCount: Int) -> [Int] {
        var sum = [Int](repeating: 0, count: intervalCount)
        let together = shared.first { $0.campaign == campaign }
        for (t, n) in (together?.scheduled ?? []).prefix(sum.count).enumerated() { sum[t] += n }
        for activity in activities where activity.activity.campaign == campaign {
            guard case .perInterval(let need) = activity.kind,
                together?.lines.contains(activity.activity.activity) != true
            else { continue }
            for (t, n) in need.scheduled.prefix(sum.count).enumerated() { sum[t] += n }
        }
        return sum
    }

    /// The campaign's workloads, in the order of its activities.
    public func workloads(for campaign: Identifier<Campaign>) -> [(ActivityKey, WorkloadRequirement)] {
        var result: [(ActivityKey, WorkloadRequirement)] = []
        for activity in activities where activity.activity.campaign == campaign {
            guard case .workload(let loads) = activity.kind else { continue }
            for load in loads { result.append((activity.activity, load)) }
        }
        return result
    }
}
