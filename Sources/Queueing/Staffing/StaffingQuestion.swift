/// Whether a number of agents is enough for a load: the one place that every search asks.
struct StaffingQuestion: Sendable, Hashable {
    let targets: StaffingTargets
    let queue: ServiceQueue
    let handleTimeSeconds: Double

    init(targets: StaffingTargets, queue: ServiceQueue, handleTimeSeconds: Double) {
        self.targets = targets
        self.queue = queue
        self.handleTimeSeconds = handleTimeSeconds
    }

    init(targets: StaffingTargets, model: QueueModel, handleTimeSeconds: Double) {
        self.init(
            targets: targets, queue: ServiceQueue(model: model), handleTimeSeconds: handleTimeSeconds)
    }

    func performance(callsPerHour: Double, agents: Int) throws(QueueingError) -> ServicePerformance {
        try Queueing.performance(
            of: queue, callsPerHour: callsPerHour, handleTimeSeconds: handleTimeSeconds,
            agents: agents, thresholdSeconds: targets.serviceLevel?.thresholdSeconds ?? 0,
            definition: targets.serviceLevel?.definition ?? .servedOverOffered)
    }

    /// Whether the queue needs the agents' capacity > load, whatever the targets.
    var needsStability: Bool { queue.model.needsStability }

    private func capacity(_ agents: Int) -> Double { Double(agents) * queue.model.pacePerAgent }

    /// The targets present, and stability where it is one.
    var conditions: [StaffingTarget] {
        var present: [StaffingTarget] = []
        if targets.serviceLevel != nil { present.append(.serviceLevel) }
        if targets.maxOccupancy != nil { present.append(.occupancy) }
        if targets.maxAbandonment != nil { present.append(.abandonment) }
        if targets.maxAverageSpeedOfAnswerSeconds != nil { present.append(.averageSpeedOfAnswer) }
        if needsStability { present.append(.stability) }
        return present
    }

    func missed(
        by performance: ServicePerformance, load: Double, agents: Int
    ) -> [StaffingTarget] {
        var missed = targets.missed(by: performance)
        if needsStability, capacity(agents) <= load { missed.append(.stability) }
        return missed
    }

    /// How far a condition is from being missed: ≥ 0 exactly where it is met, continuous and
    /// falling with the load. Absent targets give infinity.
    func margin(
        of condition: StaffingTarget, performance: ServicePerformance, load: Double, agents: Int
    ) -> Double {
        switch condition {
        case .serviceLevel:
            guard let target = targets.serviceLevel else { return .infinity }
            return performance.serviceLevel - target.share
        case .occupancy:
            guard let limit = targets.maxOccupancy else { return .infinity }
            return StaffingTargets.slackened(occupancy: limit) - performance.occupancy
        case .abandonment:
            guard let limit = targets.maxAbandonment else { return .infinity }
            return limit - performance.abandonment
        case .averageSpeedOfAnswer:
            guard let limit = targets.maxAverageSpeedOfAnswerSeconds else { return .infinity }
            let wait = performance.averageSpeedOfAnswerSeconds
            if wait == .infinity { return limit == .infinity ? 0 : -1 }
            if limit == .infinity { return 1 }
            // Relative, for its sign and to stay finite.
            return limit == wait ? 0 : (limit - wait) / (limit + wait)
        case .stability:
            guard needsStability else { return .infinity }
            let spare = (capacity(agents) - load) / max(1, Double(agents))
            return spare > 0 ? spare : min(spare, -.leastNonzeroMagnitude)
        case .blocking:
            return .infinity
        }
    }

    /// The least of the margins, ≥ 0 exactly where every condition is met, and whose it is.
    func tightest(
        callsPerHour: Double, agents: Int
    ) throws(QueueingError) -> (margin: Double, condition: StaffingTarget) {
        let performance = try performance(callsPerHour: callsPerHour, agents: agents)
        let load = callsPerHour * handleTimeSeconds / 3600
        var least = (margin: Double.infinity, condition: StaffingTarget.stability)
        for condition in StaffingTarget.allCases {
            let margin = margin(
                of: condition, performance: performance, load: load, agents: agents)
            if margin < least.margin { least = (margin, condition) }
        }
        return least
    }

    /// The least of the margins.
    func margin(callsPerHour: Double, agents: Int) throws(QueueingError) -> Double {
        try tightest(callsPerHour: callsPerHour, agents: agents).margin
    }
}

extension ServicePerformance {
    /// Nobody calls: nobody waits, whoever is there.
    public static let withoutCalls = ServicePerformance(
        serviceLevel: 1, waitProbability: 0, averageSpeedOfAnswerSeconds: 0, occupancy: 0,
        abandonment: 0, countedShare: 1)
}
