import Foundation

/// Finds where a margin turns negative as the calls grow. Works on ln(calls per hour).
struct LargestLoadSearch {
    enum Outcome {
        /// Missed under any load.
        case none
        /// Met under any load.
        case any
        /// `x` in ln(calls per hour).
        case between(MonotoneRoot)
    }

    let handleTimeSeconds: Double
    let agents: Int
    /// Width of the result in ln(calls), that is relative.
    let tolerance: Double

    /// Calls per hour that keep a little less than all agents busy.
    var fluidGuess: Double {
        let n = max(1, Double(agents))
        let calls = (n - 0.5 * n.squareRoot()) / handleTimeSeconds * 3600
        return calls.isFinite ? calls : .greatestFiniteMagnitude
    }

    /// - Parameters:
    ///   - guess: calls per hour, > 0.
    ///   - stride: first step away from it, relative.
    ///   - margin: falling in the calls per hour; met where ≥ 0.
    func largest<Failure: Error>(
        near guess: Double, stride: Double = 0.125, margin: (Double) throws(Failure) -> Double
    ) throws(Failure) -> Outcome {
        // Calls and erlangs both stay within 1e±299.
        let unit = log(handleTimeSeconds / 3600)
        let floor = max(-690, -690 - unit)
        let ceiling = min(690, 690 - unit)
        func point(_ x: Double) throws(Failure) -> MonotoneRoot.Point {
            let value = try margin(exp(x))
            return .init(x: x, value: value.isNaN ? -1 : value)
        }
        var here = try point(min(ceiling, max(floor, log(guess))))
        var step = stride
        let isMet = here.value >= 0
        while true {
            guard here.x != (isMet ? ceiling : floor) else { return isMet ? .any : .none }
            let next = try point(isMet ? min(ceiling, here.x + step) : max(floor, here.x - step))
            if (next.value >= 0) != isMet {
                return .between(
                    try MonotoneRoot.narrow(
                        met: isMet ? here : next, missed: isMet ? next : here, tolerance: tolerance
                    ) { x throws(Failure) in try point(x).value })
            }
            here = next
            step *= 2
        }
    }
}
