/// What a service target over a day, week or month leaves open: how many agents each interval may
/// have, and what each number gains for the target.
///
/// Made by Sizing for the time of scheduling, which chooses among the points so that the needs fall
/// where shifts can fit them.
public struct PeriodLeeway: Hashable, Sendable {
    /// A number of agents in one interval.
    public struct Point: Hashable, Sendable {
        /// On the line.
        public var positions: Int
        /// To schedule so that `positions` are there after shrinkage.
        public var scheduled: Int
        /// Expected contacts in time, less the target's share of those counted. A period meets its
        /// target where the sum over its intervals is at least 0.
        public var gain: Double

        public init(positions: Int, scheduled: Int, gain: Double) {
            self.positions = positions
            self.scheduled = scheduled
            self.gain = gain
        }
    }

    public var activity: ActivityKey
    /// Intervals judged together, in order.
    public var periods: [Range<Int>]
    /// Per interval of the horizon, one more position each, from the fewest that are allowed; empty
    /// where nobody is needed.
    public var points: [[Point]]
    /// Agents on the line in the cheapest requirement that meets the target, per interval: its
    /// positions are among the points.
    public var asked: [Int]
    /// Agents to schedule were every interval to meet the target on its own.
    public var alone: [Int]
    /// Stretch over which the target is measured.
    public var period: TargetPeriod

    public init(
        activity: ActivityKey, period: TargetPeriod, periods: [Range<Int>], points: [[Point]],
        asked: [Int], alone: [Int]
    ) {
        self.activity = activity
        self.period = period
        self.periods = periods
        self.points = points
        self.asked = asked
        self.alone = alone
    }
}

/// Needs of a campaign's week placed together with its tours, for targets over a day, week or month.
public struct PlacedNeeds: Hashable, Sendable, Codable {
    /// Chosen agents on the line of an activity.
    public struct Line: Hashable, Sendable, Codable {
        public var activity: ActivityKey
        /// Per interval of the week.
        public var positions: [Int]

        public init(activity: ActivityKey, positions: [Int]) {
            self.activity = activity
            self.positions = positions
        }
    }

    /// A week's tours beside the needs that they were made for.
    public struct Outcome: Hashable, Sendable, Codable {
        /// Agent-hours wanted, and of those missing.
        public var hours: Double
        public var missingHours: Double
        /// Cost of the tours with these needs, cents.
        public var cost: Double

        public init(hours: Double, missingHours: Double, cost: Double) {
            self.hours = hours
            self.missingHours = missingHours
            self.cost = cost
        }
    }

    public var campaign: Identifier<Campaign>
    public var week: Int
    /// Longest stretch over which one of the targets is measured.
    public var period: TargetPeriod
    /// First interval of the week in the horizon.
    public var firstInterval: Int
    /// The activities with such a target; those whose needs stay are not listed.
    public var lines: [Line]
    /// Every interval meeting the target on its own; nil where it was not worked out.
    public var perInterval: Outcome?
    /// The cheapest requirement first, then tours for it.
    public var cheapest: Outcome
    /// Needs and tours together.
    public var placed: Outcome
    /// Cost of needs and tours together in cents: that of `placed`, and the price of surplus for
    /// each agent that its needs have beyond the cheapest requirement, so that a larger need is
    /// never a way to hide surplus. No tours and needs that meet the targets cost less than its bound.
    public var optimality: Optimality

    public init(
        campaign: Identifier<Campaign>, week: Int, period: TargetPeriod, firstInterval: Int, lines: [Line],
        perInterval: Outcome?, cheapest: Outcome, placed: Outcome, optimality: Optimality
    ) {
        self.campaign = campaign
        self.week = week
        self.period = period
        self.firstInterval = firstInterval
        self.lines = lines
        self.perInterval = perInterval
        self.cheapest = cheapest
        self.placed = placed
        self.optimality = optimality
    }
}
