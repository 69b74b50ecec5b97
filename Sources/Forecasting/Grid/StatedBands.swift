import Foundation
import Workforce

/// Prediction bands of a volume that was stated, where no past error teaches any.
///
/// Contacts of mean μ are taken for Poisson counts around μ·G, G the day's common
/// gamma factor of mean 1 and coefficient of variation c: negative binomial, with
/// variance σ² = μ + c²μ² and third central moment κ₃ = μ + 3c²μ² + 2c⁴μ³ (Johnson,
/// Kemp & Kotz 2005, ch. 5). Quantiles by the first Cornish–Fisher term (1938),
/// μ + zσ + κ₃(z² − 1)/(6σ²): it moves both bounds of a band alike, so that half its
/// width over z is σ, from which Sizing takes c back (see `dayFactorVariation`). An
/// interval shares its day's factor: the same c.
struct StatedBands: Sendable {
    let variation: Double

    /// Each probability with its normal quantile.
    private static let levels = ConformalBands.probabilities.map {
        (probability: $0, z: normalQuantile((1 + $0) / 2))
    }

    /// Nil without uncertainty: what is certain has no bands.
    init?(variation: Double) {
        guard variation.isFinite, variation > 0 else { return nil }
        self.variation = min(2, variation)
    }

    /// Bounds are never negative, hold the mean, and the wider band holds the narrower.
    func bands(mean: Double) -> [(low: Double, high: Double)] {
        guard mean > 0, mean.isFinite else { return StatedBands.levels.map { _ in (0, 0) } }
        let factor = variation * variation * mean
        let square = mean * (1 + factor)
        let third = mean * (1 + factor * (3 + 2 * factor))
        var low = mean
        var high = mean
        return StatedBands.levels.map { _, z in
            let skew = third * (z * z - 1) / (6 * square)
            let deviation = z * square.squareRoot()
            // Of less than one contact expected, none at all is always likely.
            low = mean < 1 ? 0 : max(0, min(low, mean - deviation + skew))
            high = max(high, mean + deviation + skew)
            return (low, high)
        }
    }

    /// The bands of a row of means, as `Workforce` keeps them.
    func predictionBands(means: [Double]) -> [PredictionBand] {
        let bounds = means.map { bands(mean: $0) }
        return StatedBands.levels.enumerated().map { index, level in
            PredictionBand(
                probability: level.probability, low: bounds.map { $0[index].low },
                high: bounds.map { $0[index].high })
        }
    }
}
