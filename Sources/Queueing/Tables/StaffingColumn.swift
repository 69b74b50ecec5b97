import Foundation

/// The largest loads that n = 0, 1, 2… agents carry at one handle time.
struct StaffingColumn {
    /// Erlangs; infinite where any load is carried.
    private(set) var loads: [Double] = []
    /// What limits each of them; nil for 0 and infinity.
    private(set) var binding: [StaffingTarget?] = []

    /// Of no agents.
    init() {}

    /// Until more than `top` erlangs are carried, or by more agents than any table pays for.
    ///
    /// - Parameter near: the column of a neighbouring handle time.
    init(_ question: StaffingQuestion, top: Double, near: StaffingColumn) throws(QueueingError) {
        let handleTime = question.handleTimeSeconds
        while (loads.last ?? 0) <= top, Double(loads.count) < 3 * top + 60 {
            let agents = loads.count
            let search = LargestLoadSearch(
                handleTimeSeconds: handleTime, agents: agents, tolerance: 1e-11)
            var guess = search.fluidGuess
            var stride = 0.125
            if agents < near.loads.count, near.binding[agents] != nil {
                guess = near.loads[agents] * 3600 / handleTime
                stride = 4e-3
            }
            let outcome = try search.largest(near: guess, stride: stride) {
                calls throws(QueueingError) in
                try question.margin(callsPerHour: calls, agents: agents)
            }
            switch outcome {
            case .none: append(0, nil)
            case .any: append(.infinity, nil)
            case .between(let root):
                let calls = exp(root.missed.x)
                append(
                    calls * handleTime / 3600,
                    try question.tightest(callsPerHour: calls, agents: agents).condition)
            }
        }
    }

    private mutating func append(_ load: Double, _ target: StaffingTarget?) {
        loads.append(load)
        binding.append(target)
    }
}
