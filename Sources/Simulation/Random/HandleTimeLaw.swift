import Execution
import Foundation

/// How handle times vary around their mean.
public enum HandleTimeLaw: Sendable, Hashable {
    /// As the Erlang formulas assume.
    case exponential
    /// Coefficient of variation ≥ 0 (0 = all alike); handle times of call centres are close to
    /// lognormal (Brown et al. 2005, §4.3).
    case lognormal(variation: Double)

    /// The law that a campaign's coefficient of variation asks for: 1 = exponential; what is
    /// no number ≥ 0 counts as 1.
    public init(variation: Double) {
        let isPlain = variation == 1 || !variation.isFinite || variation < 0
        self = isPlain ? .exponential : .lognormal(variation: variation)
    }
}

/// Draws handle times relative to their mean.
struct HandleTimeDraws: Sendable {
    /// Standard deviation of the logarithm; nil = exponential.
    private let sigma: Double?

    init(_ law: HandleTimeLaw) {
        switch law {
        case .exponential: sigma = nil
        case .lognormal(let variation):
            sigma = log(1 + min(1e6, max(0, variation.isFinite ? variation * variation : 1))).squareRoot()
        }
    }

    /// A handle time over its mean: expectation 1.
    @inline(__always)
    func draw(_ generator: inout SeededGenerator, _ exponential: ExponentialDraws) -> Double {
        guard let sigma else { return exponential.draw(&generator) }
        return exp(sigma * (generator.normal() - 0.5 * sigma))
    }
}
