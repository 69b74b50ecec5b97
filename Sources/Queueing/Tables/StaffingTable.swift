import Foundation

/// The fewest agents for any load at one handle time, prepared: for every n the largest load
/// that n agents carry. A batch of loads is then looked up instead of searched.
///
/// The answers are those of `smallestStaffing`, for every load: the thresholds are kept as
/// brackets in which the margin of the targets is far above the error of the formulas at both
/// ends, and a load that falls within a bracket is answered by `smallestStaffing` itself.
public struct StaffingTable: Sendable, Hashable {
    public let targets: StaffingTargets
    public let model: QueueModel
    /// Mean handle time in seconds.
    public let handleTimeSeconds: Double
    /// By number of agents: every load up to `carried` is met, every one from `refused` on is not.
    private var carried: [Double] = []
    private var refused: [Double] = []
    /// By ⌊calls × `scale`⌋: the fewest agents that any such load can need.
    private var firstAgents: [Int32] = []
    private var scale = 1.0

    /// Prepares the loads up to `callsPerHour`; those beyond are still answered, one by one.
    ///
    /// - Parameters:
    ///   - targets: validated targets.
    ///   - model: how callers wait.
    ///   - handleTimeSeconds: finite, > 0.
    ///   - callsPerHour: finite, ≥ 0.
    ///   - mostAgents: largest number of agents prepared.
    /// - Throws: `.outOfDomain`.
    /// - Complexity: about eight evaluations of `performance` per agent.
    public init(
        meeting targets: StaffingTargets, model: QueueModel, handleTimeSeconds: Double,
        upToCallsPerHour callsPerHour: Double, mostAgents: Int = 10_000
    ) throws(QueueingError) {
        let load = try offeredLoad(callsPerHour: callsPerHour, handleTimeSeconds: handleTimeSeconds)
        try Domain.requireAgents(mostAgents)
        self.targets = targets
        self.model = model
        self.handleTimeSeconds = handleTimeSeconds
        guard targets.unreachable(under: ServiceQueue(model: model)) == nil, load > 0 else { return }
        let question = StaffingQuestion(
            targets: targets, model: model, handleTimeSeconds: handleTimeSeconds)
        guard question.isSharp else { return }
        var last = -Double.infinity
        while last < callsPerHour, carried.count <= mostAgents {
            let bracket = try Self.bracket(question, agents: carried.count, before: carried)
            // A bracket that starts under its predecessor's start would hide it.
            last = max(bracket.carried, last)
            carried.append(last)
            refused.append(max(bracket.refused, refused.last ?? 0))
        }
        index()
    }

    /// The fewest agents for a load.
    ///
    /// - Parameter callsPerHour: finite, ≥ 0.
    /// - Throws: as `smallestStaffing`.
    /// - Complexity: O(1) for nearly all loads within the table.
    public func smallestAgents(callsPerHour: Double) throws(QueueingError) -> Int {
        if callsPerHour > 0, let last = carried.last, callsPerHour <= last {
            var agents = Int(firstAgents[min(firstAgents.count - 1, Int(callsPerHour * scale))])
            while callsPerHour > carried[agents] { agents += 1 }
            if agents == 0 || callsPerHour >= refused[agents - 1] { return agents }
        }
        return try smallestStaffing(
            meeting: targets, model: model, callsPerHour: callsPerHour,
            handleTimeSeconds: handleTimeSeconds
        ).agents
    }

    /// The fewest agents for each of many loads.
    ///
    /// - Parameter callsPerHour: each finite, ≥ 0.
    /// - Throws: as `smallestStaffing`, for the first load that it refuses.
    public func smallestAgents(callsPerHour: [Double]) throws(QueueingError) -> [Int] {
        var agents: [Int] = []
        agents.reserveCapacity(callsPerHour.count)
        for calls in callsPerHour { agents.append(try smallestAgents(callsPerHour: calls)) }
        return agents
    }

    // MARK: Building

    /// Brackets one threshold so that rounding decides nothing outside.
    private static func bracket(
        _ question: StaffingQuestion, agents: Int, before: [Double]
    ) throws(QueueingError) -> (carried: Double, refused: Double) {
        let handleTime = question.handleTimeSeconds
        let search = LargestLoadSearch(
            handleTimeSeconds: handleTime, agents: agents, tolerance: 1e-9)
        let margin = { (calls: Double) throws(QueueingError) -> Double in
            try question.margin(callsPerHour: calls, agents: agents)
        }
        // The thresholds are nearly evenly spaced.
        var guess = search.fluidGuess
        var stride = 0.125
        if agents > 3, before[agents - 2] > 0 {
            guess = before[agents - 1] + (before[agents - 1] - before[agents - 2])
            stride = 1e-3
        }
        switch try search.largest(near: guess, stride: stride, margin: margin) {
        case .none: return (0, 0)
        case .any: return (.greatestFiniteMagnitude, .infinity)
        case .between(let root):
            var width = 1e-9
            while width < 0.5 {
                let low = exp(root.met.x - width)
                let high = exp(root.missed.x + width)
                if try margin(low) >= question.rounding,
                    try margin(high) <= -question.rounding
                {
                    return (low, high)
                }
                width *= 30
            }
            return (0, .infinity)
        }
    }

    private mutating func index() {
        guard let last = carried.last, last > 0, last < .greatestFiniteMagnitude else {
            firstAgents = [0]
            scale = 0
            return
        }
        let cells = 4 * carried.count
        scale = Double(cells) / last
        var agents = 0
        firstAgents = (0...cells).map { cell in
            // A cell's smallest load, less what the rounding of load × scale can add.
            let least = (Double(cell) - 1e-6) / scale
            while agents < carried.count - 1, carried[agents] < least { agents += 1 }
            return Int32(agents)
        }
    }
}

extension StaffingQuestion {
    /// More than the formulas' error in a margin (measured: 6e-14; with a general patience the
    /// tolerance of the quadratures counts).
    var rounding: Double {
        if case .generalPatience = queue.model { 1e-9 } else { 2e-13 }
    }

    /// Whether the targets are far enough from what cannot be missed or met for the margin to
    /// stand out from rounding.
    var isSharp: Bool {
        let edge = 1e-9
        if let share = targets.serviceLevel?.share, share < edge || share > 1 - edge { return false }
        if let limit = targets.maxOccupancy, limit < edge { return false }
        if let limit = targets.maxAbandonment, limit < edge { return false }
        return true
    }
}
