import Queueing
import Reports

/// A question to the calculator, with all options read.
struct ErlangQuestion {
    /// Letter or word of `--model`.
    let name: String
    let queue: ServiceQueue
    let callsPerHour: Double
    let handleTimeSeconds: Double
    /// Given; nil = searched.
    let givenAgents: Int?
    /// Given; without one, waits are counted up to 20 s.
    let target: TargetArgument?
    /// nil when no target was named.
    let targets: StaffingTargets?
    let definition: ServiceLevelDefinition

    private var thresholdSeconds: Double { target?.thresholdSeconds ?? 20 }

    /// The agents given or found, and the targets that one fewer would miss.
    func staffing() throws -> (agents: Int, binding: [StaffingTarget]?) {
        if let givenAgents { return (givenAgents, nil) }
        guard let targets else { throw QueueingError.noTarget }
        let staffing = try smallestStaffing(
            meeting: targets, queue: queue, callsPerHour: callsPerHour,
            handleTimeSeconds: handleTimeSeconds)
        return (staffing.agents, staffing.binding)
    }

    func service(_ agents: Int) throws -> ServicePerformance {
        let service = try performance(
            of: queue, callsPerHour: callsPerHour, handleTimeSeconds: handleTimeSeconds,
            agents: agents, thresholdSeconds: thresholdSeconds, definition: definition)
        // Nobody calls: nobody waits, even where nobody is there.
        return callsPerHour == 0 ? .withoutCalls : service
    }

    func figures(agents: Int, shrinkage: Double) throws -> ErlangFigures {
        let service = try service(agents)
        return ErlangFigures(
            model: name, agents: agents,
            scheduled: try Shrinkage(external: shrinkage).scheduledAgents(forAgents: agents),
            offeredLoad: try offeredLoad(
                callsPerHour: callsPerHour, handleTimeSeconds: handleTimeSeconds),
            serviceLevel: service.serviceLevel, thresholdSeconds: thresholdSeconds,
            waitProbability: service.waitProbability, asaSeconds: service.averageSpeedOfAnswerSeconds,
            occupancy: service.occupancy, abandonment: service.abandonment)
    }

    func details(
        agents: Int, binding: [StaffingTarget]?, view: ErlangViewOptions, periodSeconds: Double
    ) throws -> ErlangDetails {
        var details = ErlangDetails()
        if view.sensitivity {
            details.binding = binding?.compactMap { ErlangDetails.Target(rawValue: $0.rawValue) }
            details.sensitivity = try sensitivity(agents)
        }
        if view.maxLoad, let targets {
            let calls = try largestLoad(
                agents: agents, meeting: targets, queue: queue, handleTimeSeconds: handleTimeSeconds)
            details.largestCalls = calls * periodSeconds / 3600
        }
        if let range = view.table?.range { details.table = try services(range) }
        if view.chart {
            details.curve = try services(view.table?.range ?? chartRange(around: agents))
            details.target = target?.share
        }
        return details
    }

    private func services(_ range: ClosedRange<Int>) throws -> [ErlangDetails.Service] {
        try range.map { shown(try service($0), agents: $0) }
    }

    /// Some 3√n to either side, at most 32.
    private func chartRange(around agents: Int) -> ClosedRange<Int> {
        let width = min(32, 5 + Int(2 * Double(agents).squareRoot()))
        return max(0, agents - width)...min(maximumAgents, agents + width)
    }

    private func sensitivity(_ agents: Int) throws -> [ErlangDetails.Sensitivity] {
        let around = try serviceSensitivity(
            of: queue, callsPerHour: callsPerHour, handleTimeSeconds: handleTimeSeconds,
            agents: agents, thresholdSeconds: thresholdSeconds, definition: definition)
        var lines: [ErlangDetails.Sensitivity] = []
        if let fewer = around.oneAgentFewer {
            lines.append(.init(change: .oneAgentFewer, service: shown(fewer, agents: agents - 1)))
        }
        lines.append(
            .init(change: .oneAgentMore, service: shown(around.oneAgentMore, agents: agents + 1)))
        lines.append(
            .init(
                change: .onePercentMoreCalls, service: shown(around.onePercentMoreCalls, agents: agents)))
        lines.append(
            .init(change: .oneSecondLonger, service: shown(around.oneSecondLonger, agents: agents)))
        return lines
    }

    private func shown(_ service: ServicePerformance, agents: Int) -> ErlangDetails.Service {
        ErlangDetails.Service(
            agents: agents, serviceLevel: service.serviceLevel,
            waitProbability: service.waitProbability, asaSeconds: service.averageSpeedOfAnswerSeconds,
            occupancy: service.occupancy, abandonment: service.abandonment)
    }
}
