import Foundation

/// The largest loads that n = 0, 1, 2… agents carry, for handle times between two nodes.
///
/// A cubic through four nodes, equally spaced in ln(handle time), gives the load. Its guard is
/// twice the largest distance from the parabolas through three of them: of a higher order than
/// the cubic's own error. Half the guard is checked against the formulas midway, where the cubic's
/// error is largest. Where not the same target binds at all nodes, nothing is interpolated.
struct StaffingCell {
    /// Erlangs at nodes −1, 0, 1 and 2, four for each number of agents.
    private var loads: [Double] = []
    /// By number of agents; infinite where the interpolation does not hold.
    private var guards: [Double] = []
    /// By ⌊load × `scale`⌋: near the answer.
    private var guesses: [Int32] = []
    private var scale = 0.0

    /// - Parameters:
    ///   - question: with the handle time midway between nodes 0 and 1.
    ///   - columns: the four nodes.
    init(_ question: StaffingQuestion, columns: [StaffingColumn]) throws(QueueingError) {
        let count = columns.reduce(Int.max) { min($0, $1.loads.count) }
        let midway = Self.weights(at: 0.5)
        var centres: [Double] = []
        for agents in 0..<count {
            let four = columns.map { $0.loads[agents] }
            let finite = four.allSatisfy(\.isFinite)
            let target = columns[0].binding[agents]
            loads += finite ? four : [0, 0, 0, 0]
            let bend = abs(four[3] - four[0] + 3 * (four[1] - four[2]))
            let limit = 0.125 * bend + 1e-9 * Double(1 + agents)
            let centre = load(agents, midway)
            var holds = finite && columns.allSatisfy { $0.binding[agents] == target }
            if holds { holds = try Self.holds(question, centre, within: limit / 2, agents: agents) }
            guards.append(holds ? limit : .infinity)
            centres.append(max(centre, centres.last ?? 0))
        }
        index(centres)
    }

    /// - Parameter position: 0 at node 0, 1 at node 1.
    /// - Returns: nil where the table does not decide.
    func smallestAgents(offeredLoad: Double, at position: Double) -> Int? {
        guard offeredLoad * scale < Double(guesses.count) else { return nil }
        let weights = Self.weights(at: position)
        var agents = Int(guesses[Int(offeredLoad * scale)])
        while offeredLoad > load(agents, weights) + guards[agents] {
            agents += 1
            guard agents < guards.count else { return nil }
        }
        while agents > 0, offeredLoad <= load(agents - 1, weights) + guards[agents - 1] { agents -= 1 }
        return offeredLoad < load(agents, weights) - guards[agents] ? agents : nil
    }

    // MARK: Interpolation

    private static func weights(at t: Double) -> SIMD4<Double> {
        let below = t * (1 - t) / 6
        let between = (t + 1) * (2 - t) / 2
        return SIMD4(-below * (2 - t), between * (1 - t), between * t, -below * (t + 1))
    }

    private func load(_ agents: Int, _ weights: SIMD4<Double>) -> Double {
        let at = 4 * agents
        return loads[at] * weights[0] + loads[at + 1] * weights[1] + loads[at + 2] * weights[2]
            + loads[at + 3] * weights[3]
    }

    /// Whether a little less than `load` is carried, and a little more is not.
    private static func holds(
        _ question: StaffingQuestion, _ load: Double, within limit: Double, agents: Int
    ) throws(QueueingError) -> Bool {
        let calls = 3600 / question.handleTimeSeconds
        let low = max(0, load - limit) * calls
        let high = (load + limit) * calls
        guard high.isFinite else { return false }
        guard try question.margin(callsPerHour: high, agents: agents) <= -question.rounding
        else { return false }
        if low == 0 { return true }
        return try question.margin(callsPerHour: low, agents: agents) >= question.rounding
    }

    private mutating func index(_ centres: [Double]) {
        guard let last = centres.last, last > 0 else { return }
        let buckets = 4 * centres.count
        scale = Double(buckets) / last
        var agents = 0
        guesses = (0..<buckets).map { bucket in
            while agents < centres.count - 1, centres[agents] * scale < Double(bucket) { agents += 1 }
            return Int32(agents)
        }
    }
}

extension StaffingQuestion {
    func with(handleTimeSeconds: Double) -> StaffingQuestion {
        StaffingQuestion(targets: targets, queue: queue, handleTimeSeconds: handleTimeSeconds)
    }
}
