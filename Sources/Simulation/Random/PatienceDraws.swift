import Execution
import Foundation
import Workforce

/// Draws how long callers wait before they hang up.
struct PatienceDraws: Sendable {
    private enum Law: Sendable {
        case endless
        case exponential, deterministic, uniform
        /// exp(σ(N − σ/2)) has mean 1.
        case lognormal(sigma: Double)
        /// (−ln U)^(1/shape) / Γ(1 + 1/shape) has mean 1.
        case weibull(exponent: Double, scale: Double)
    }

    private let law: Law
    private let meanSeconds: Double

    /// - Parameter meanSeconds: nil or infinite = callers wait for ever; negative counts as 0.
    ///   A law whose parameter is no positive number counts as exponential.
    init(_ law: PatienceLaw, meanSeconds: Double?) {
        let mean = meanSeconds.map { $0.isNaN ? .infinity : max(0, $0) } ?? .infinity
        self.meanSeconds = mean
        guard mean.isFinite else {
            self.law = .endless
            return
        }
        switch law {
        case .exponential: self.law = .exponential
        case .deterministic: self.law = .deterministic
        case .uniform: self.law = .uniform
        case .lognormal(let variation) where variation > 0 && variation.isFinite:
            self.law = .lognormal(sigma: log(1 + min(1e6, variation * variation)).squareRoot())
        case .weibull(let shape) where shape >= 0.02 && shape.isFinite:
            self.law = .weibull(exponent: 1 / shape, scale: exp(-lgamma(1 + 1 / shape)))
        case .lognormal, .weibull: self.law = .exponential
        }
    }

    /// Seconds, ≥ 0, infinite for callers who never hang up.
    @inline(__always)
    func draw(_ generator: inout SeededGenerator, _ exponential: ExponentialDraws) -> Double {
        switch law {
        case .endless: .infinity
        case .exponential: meanSeconds * exponential.draw(&generator)
        case .deterministic: meanSeconds
        case .uniform: 2 * meanSeconds * generator.uniform()
        case .lognormal(let sigma): meanSeconds * exp(sigma * (generator.normal() - 0.5 * sigma))
        case .weibull(let exponent, let scale):
            meanSeconds * scale * pow(exponential.draw(&generator), exponent)
        }
    }
}
