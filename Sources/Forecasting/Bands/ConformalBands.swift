import Workforce

/// Prediction bands from past errors (split conformal prediction; Vovk, Gammerman
/// & Shafer 2005) on the scaled error z = (y − μ)/√(μ + 0.01 μ²), by distance
/// into the future.
struct ConformalBands: Sendable {
    static let probabilities = [0.8, 0.95]

    /// Lowest and highest z, by lead bucket, then by probability.
    private let bounds: [[(low: Double, high: Double)]]

    /// Standard normal quantiles of the two bands, for histories too short to judge.
    private static let normal = [1.2816, 1.9600]
    /// A forecast that was never tested is given half as much doubt again.
    private static let untested = 1.5

    /// - Parameter errors: scaled errors by lead bucket.
    /// - Parameter enough: a bucket with fewer takes the errors of all nearer ones too, and
    ///   below that, normal quantiles widened by half.
    init(errors: [[Double]], enough: Int) {
        var learned: [(count: Double, bounds: [(low: Double, high: Double)])] = []
        var isLearned: [Bool] = []
        var pool: [Double] = []
        for bucket in errors {
            let own = bucket.filter(\.isFinite)
            pool += own
            let sorted = (own.count >= enough ? own : pool).sorted()
            isLearned.append(sorted.count >= enough)
            guard sorted.count >= enough else { continue }
            learned.append(
                (
                    Double(sorted.count),
                    ConformalBands.probabilities.map { ConformalBands.quantiles(sorted, $0) }
                ))
        }
        let counts = learned.map(\.count)
        var rising = learned.map(\.bounds)
        for band in ConformalBands.probabilities.indices {
            let low = neverFalling(learned.map { -$0.bounds[band].low }, weights: counts)
            let high = neverFalling(learned.map { $0.bounds[band].high }, weights: counts)
            for bucket in rising.indices { rising[bucket][band] = (-low[bucket], high[bucket]) }
        }
        let normal = ConformalBands.normal.map {
            (low: -$0 * ConformalBands.untested, high: $0 * ConformalBands.untested)
        }
        var next = 0
        bounds = isLearned.map { known in
            guard known else { return normal }
            next += 1
            return rising[next - 1]
        }
    }

    /// Order statistics ⌊(m + 1)(1 − c)/2⌋ and ⌈(m + 1)(1 + c)/2⌉: the finite-sample
    /// correction that gives the coverage exactly under exchangeability.
    private static func quantiles(_ sorted: [Double], _ probability: Double) -> (low: Double, high: Double) {
        let m = Double(sorted.count + 1)
        // A rank within rounding of a whole number is that number.
        let low = Int((m * (1 - probability) / 2 + 1e-9).rounded(.down)) - 1
        let high = Int((m * (1 + probability) / 2 - 1e-9).rounded(.up)) - 1
        return (sorted[max(0, low)], sorted[min(sorted.count - 1, max(0, high))])
    }

    /// The bands around a mean; a forecast of nothing has bands of nothing.
    /// Bounds are never negative, hold the mean, and the wider band holds the narrower.
    func bands(mean: Double, lead: Int) -> [(low: Double, high: Double)] {
        guard mean > 0 else { return ConformalBands.probabilities.map { _ in (0, 0) } }
        let scale = errorScale(mean)
        var low = mean
        var high = mean
        return bounds[LeadBucket.index(lead: lead)].map { z in
            low = max(0, min(low, mean + z.low * scale))
            high = max(high, mean + z.high * scale)
            return (low, high)
        }
    }

    /// The bands of a row of means, as `Workforce` keeps them.
    func predictionBands(means: [Double], leads: (Int) -> Int, factor: Double = 1) -> [PredictionBand] {
        var result = ConformalBands.probabilities.map {
            PredictionBand(probability: $0, low: [], high: [])
        }
        for (index, mean) in means.enumerated() {
            for (band, bound) in bands(mean: mean, lead: leads(index)).enumerated() {
                result[band].low.append(bound.low * factor)
                result[band].high.append(bound.high * factor)
            }
        }
        return result
    }
}

/// The nearest row that never falls, by pooling adjacent violators (Ayer, Brunk,
/// Ewing, Reid & Silverman 1955): doubt does not shrink with distance, yet bounds
/// learned from few errors do not widen all the farther ones as a running
/// maximum would.
func neverFalling(_ values: [Double], weights: [Double]) -> [Double] {
    var blocks: [(mean: Double, weight: Double, count: Int)] = []
    for (value, weight) in zip(values, weights) {
        blocks.append((value, weight, 1))
        while blocks.count > 1, blocks[blocks.count - 2].mean > blocks[blocks.count - 1].mean {
            let last = blocks.removeLast()
            let before = blocks.removeLast()
            let weight = before.weight + last.weight
            let mean = (before.mean * before.weight + last.mean * last.weight) / weight
            blocks.append((mean, weight, before.count + last.count))
        }
    }
    return blocks.flatMap { [Double](repeating: $0.mean, count: $0.count) }
}
