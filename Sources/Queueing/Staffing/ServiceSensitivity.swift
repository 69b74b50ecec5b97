/// How the service moves with one agent, one per cent of the calls or one second of handle time.
public struct ServiceSensitivity: Sendable, Hashable {
    /// As staffed.
    public let asStaffed: ServicePerformance
    /// With one agent fewer; nil where there is none to take away.
    public let oneAgentFewer: ServicePerformance?
    /// With one agent more.
    public let oneAgentMore: ServicePerformance
    /// With 1 % more calls.
    public let onePercentMoreCalls: ServicePerformance
    /// With a mean handle time one second longer.
    public let oneSecondLonger: ServicePerformance
}

/// The service around a staffing. Without calls every call is in time.
///
/// - Parameters: as `performance(of:…)`; `agents` below `maximumAgents`.
/// - Complexity: five evaluations of `performance`.
public func serviceSensitivity(
    of queue: ServiceQueue,
    callsPerHour: Double,
    handleTimeSeconds: Double,
    agents: Int,
    thresholdSeconds: Double,
    definition: ServiceLevelDefinition = .servedOverOffered
) throws(QueueingError) -> ServiceSensitivity {
    func service(
        calls: Double? = nil, handleTime: Double? = nil, agents: Int
    ) throws(QueueingError) -> ServicePerformance {
        let service = try performance(
            of: queue, callsPerHour: calls ?? callsPerHour,
            handleTimeSeconds: handleTime ?? handleTimeSeconds, agents: agents,
            thresholdSeconds: thresholdSeconds, definition: definition)
        return callsPerHour == 0 ? .withoutCalls : service
    }
    return ServiceSensitivity(
        asStaffed: try service(agents: agents),
        oneAgentFewer: agents > 0 ? try service(agents: agents - 1) : nil,
        oneAgentMore: try service(agents: min(maximumAgents, agents + 1)),
        onePercentMoreCalls: try service(calls: callsPerHour * 1.01, agents: agents),
        oneSecondLonger: try service(handleTime: handleTimeSeconds + 1, agents: agents))
}
