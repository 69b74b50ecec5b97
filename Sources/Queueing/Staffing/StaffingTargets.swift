/// A condition that a staffing must meet, for saying which one binds or cannot be met.
public enum StaffingTarget: String, Sendable, Hashable, CaseIterable {
    case serviceLevel
    case occupancy
    case abandonment
    case averageSpeedOfAnswer
    /// Erlang C has no steady state unless agents > load.
    case stability
    /// The loss probability of `ErlangB.smallestAgents`.
    case blocking
}

/// What a staffing must achieve. Absent targets do not count; all present ones must hold.
public struct StaffingTargets: Sendable, Hashable {
    /// "80/20": 80 % of calls within 20 s.
    public struct ServiceLevel: Sendable, Hashable {
        /// Share of calls, 0 … 1. Exactly 1 is unreachable under any load.
        public let share: Double
        /// Answer threshold in seconds, finite, ≥ 0.
        public let thresholdSeconds: Double
        /// What the contract counts.
        public let definition: ServiceLevelDefinition

        public init(
            share: Double, thresholdSeconds: Double,
            definition: ServiceLevelDefinition = .servedOverOffered
        ) throws(QueueingError) {
            try Domain.requireShare(share, .serviceLevelTarget)
            try Domain.requireFinite(thresholdSeconds, .thresholdSeconds)
            if case .excludingShortAbandons(let seconds) = definition {
                try Domain.requireNonNegative(seconds, .shortAbandonSeconds)
            }
            self.share = share
            self.thresholdSeconds = thresholdSeconds
            self.definition = definition
        }
    }

    public let serviceLevel: ServiceLevel?
    /// Highest share of time busy, 0 … 1.
    public let maxOccupancy: Double?
    /// Highest share of calls that abandon, 0 … 1.
    public let maxAbandonment: Double?
    /// Longest mean wait over all calls, in seconds, ≥ 0.
    public let maxAverageSpeedOfAnswerSeconds: Double?

    /// - Throws: `QueueingError.outOfDomain` for a target outside its domain, `.noTarget` when
    ///   all are absent.
    public init(
        serviceLevel: ServiceLevel? = nil,
        maxOccupancy: Double? = nil,
        maxAbandonment: Double? = nil,
        maxAverageSpeedOfAnswerSeconds: Double? = nil
    ) throws(QueueingError) {
        if let maxOccupancy { try Domain.requireShare(maxOccupancy, .occupancyTarget) }
        if let maxAbandonment { try Domain.requireShare(maxAbandonment, .abandonmentTarget) }
        if let maxAverageSpeedOfAnswerSeconds {
            try Domain.requireNonNegative(
                maxAverageSpeedOfAnswerSeconds, .averageSpeedOfAnswerTargetSeconds)
        }
        guard
            serviceLevel != nil || maxOccupancy != nil || maxAbandonment != nil
                || maxAverageSpeedOfAnswerSeconds != nil
        else { throw .noTarget }
        self.serviceLevel = serviceLevel
        self.maxOccupancy = maxOccupancy
        self.maxAbandonment = maxAbandonment
        self.maxAverageSpeedOfAnswerSeconds = maxAverageSpeedOfAnswerSeconds
    }

    /// The targets that a performance misses, in the order of `StaffingTarget`.
    ///
    /// Occupancy is compared with a slack of 1e-12: it is a ratio of round numbers, and 17
    /// erlangs on 20 agents must meet 85 % however the 17 was rounded.
    public func missed(by performance: ServicePerformance) -> [StaffingTarget] {
        var missed: [StaffingTarget] = []
        if let serviceLevel, performance.serviceLevel < serviceLevel.share {
            missed.append(.serviceLevel)
        }
        if let maxOccupancy, performance.occupancy > Self.slackened(occupancy: maxOccupancy) {
            missed.append(.occupancy)
        }
        if let maxAbandonment, performance.abandonment > maxAbandonment {
            missed.append(.abandonment)
        }
        if let limit = maxAverageSpeedOfAnswerSeconds,
            performance.averageSpeedOfAnswerSeconds > limit
        {
            missed.append(.averageSpeedOfAnswer)
        }
        return missed
    }

    /// The occupancy that still counts as the limit.
    static func slackened(occupancy limit: Double) -> Double { limit * (1 + 1e-12) }

    /// The target that no finite staffing meets under a positive load, if any.
    ///
    /// In floating point such a target would be met where the miss underflows: an arbitrary
    /// and useless number of agents.
    func unreachable(under queue: ServiceQueue) -> StaffingTarget? {
        // Without patience there is no queue: what counts waits is met by anything.
        let waits = queue.model.callersWait
        if let serviceLevel, serviceLevel.share >= 1 {
            switch serviceLevel.definition {
            case .servedOverOffered: return .serviceLevel
            case .excludingShortAbandons, .servedOverAnswered, .servedOrAbandonedOverOffered:
                if waits { return .serviceLevel }
            }
        }
        if maxOccupancy == 0 { return .occupancy }
        if maxAbandonment == 0, !queue.model.needsStability { return .abandonment }
        if let limit = maxAverageSpeedOfAnswerSeconds, limit < .infinity, waits {
            // Days of overload have no mean wait.
            if limit == 0 || (queue.model.isEndless && queue.rateVariation > 0) {
                return .averageSpeedOfAnswer
            }
        }
        return nil
    }
}
