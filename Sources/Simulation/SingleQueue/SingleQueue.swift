import Workforce

/// One waiting line before one group of agents, first come first served: M(t)/G/n(t)+G.
///
/// The engine of the plan's simulation, alone: to be compared with the formulas of `Queueing`,
/// and to see what they leave out (handle times that are not exponential, rates that move).
public struct SingleQueue: Sendable, Hashable {
    public var arrivals: ArrivalProfile
    /// Mean handle time in seconds, finite, > 0.
    public var handleSeconds: Double
    public var handleTime: HandleTimeLaw
    /// Mean patience in seconds; nil = callers wait for ever.
    public var patienceSeconds: Double?
    public var patience: PatienceLaw
    /// Agents on duty per slot; the last slot's stay. Where there are fewer, the idle go first, then
    /// whoever finishes next: nobody leaves a caller, and no more than the new number take calls.
    public var agents: [Int]
    /// Length of a slot in seconds, finite, > 0: of staffing and of counting.
    public var slotSeconds: Double
    /// Waits up to this many seconds count as in time.
    public var thresholdSeconds: Double

    public init(
        arrivals: ArrivalProfile, handleSeconds: Double, handleTime: HandleTimeLaw = .exponential,
        patienceSeconds: Double? = nil, patience: PatienceLaw = .exponential, agents: [Int],
        slotSeconds: Double, thresholdSeconds: Double
    ) {
        self.arrivals = arrivals
        self.handleSeconds = handleSeconds
        self.handleTime = handleTime
        self.patienceSeconds = patienceSeconds
        self.patience = patience
        self.agents = agents
        self.slotSeconds = slotSeconds
        self.thresholdSeconds = thresholdSeconds
    }
}

/// What happened in one run of a single queue.
public struct SingleQueueRun: Sendable, Hashable {
    /// By slot of arrival.
    public var slots: [SlotCounts]
    /// Agent-seconds in conversation and on duty, per slot.
    public var busySeconds: [Double]
    public var onlineSeconds: [Double]
    /// Arrivals, ends of service and abandonments.
    public var events: Int
}

/// Most agents of a single queue; more are left out.
private let mostAgents = 1_000_000

/// Runs a queue once, from empty.
///
/// - Parameter seed: the same seed gives the same run, bit for bit.
/// - Returns: nothing in any slot where the slot's or the handle time's length is no positive
///   number.
/// - Complexity: O(log agents) per event.
public func simulate(_ queue: SingleQueue, seed: UInt64) -> SingleQueueRun {
    let slotCount = max(1, queue.agents.count)
    guard queue.slotSeconds.isFinite, queue.slotSeconds > 0, queue.handleSeconds.isFinite,
        queue.handleSeconds > 0
    else {
        let none = [Double](repeating: 0, count: slotCount)
        return SingleQueueRun(
            slots: none.map { _ in SlotCounts() }, busySeconds: none, onlineSeconds: none, events: 0)
    }
    let terms = CallSource.Terms(
        profile: queue.arrivals, dayVariation: [], handleSeconds: [queue.handleSeconds],
        handleTime: HandleTimeDraws(queue.handleTime),
        patience: PatienceDraws(queue.patience, meanSeconds: queue.patienceSeconds),
        slotSeconds: queue.slotSeconds)
    let line = WaitingLine(
        WaitingLine.Terms(thresholdSeconds: max(0, queue.thresholdSeconds)),
        source: CallSource(terms, key: StreamKey(seed: seed)), slotCount: slotCount)
    let staffing = queue.agents.map { min(mostAgents, max(0, $0)) }
    let group = AgentGroup(lines: [0], agents: 0..<(staffing.max() ?? 0))
    var engine = FloorEngine(
        lines: [line], groups: [group],
        agents: Array(repeating: AgentState(group: 0), count: staffing.max() ?? 0),
        changes: staffingChanges(staffing, slotSeconds: queue.slotSeconds), slotCount: slotCount,
        slotSeconds: queue.slotSeconds)
    engine.run()
    let counts = engine.lines[0].counts
    return SingleQueueRun(
        slots: counts, busySeconds: engine.busyTime[0].seconds, onlineSeconds: engine.onlineTime.seconds,
        events: engine.services + counts.reduce(0) { $0 + $1.offered + $1.abandoned })
}

/// One agent more or less at a time, where the staffing steps.
private func staffingChanges(_ staffing: [Int], slotSeconds: Double) -> [FloorChange] {
    var changes: [FloorChange] = []
    var present = 0
    for (slot, wanted) in staffing.enumerated() where wanted != present {
        let kind: FloorChange.Kind = wanted > present ? .oneMore(group: 0) : .oneLess(group: 0)
        let change = FloorChange(time: Double(slot) * slotSeconds, kind: kind)
        changes += Array(repeating: change, count: abs(wanted - present))
        present = wanted
    }
    return changes
}
