import Workforce

/// Prediction bands from past errors (split conformal prediction; Vovk, Gammerman
/// & Shafer 2005) on the scaled error z = (y − μ)/√(μ + 0.01 μ²), by distance
/// into the future.
struct ConformalBands: Sendable {
    static let probabilities = [0.8, 0.95]
    /// Levels whose quantiles are kept; those between are interpolated.
    static let levels: [Double] =
        [0.005, 0.01, 0.025] + (1...19).map { Double($0) * 0.05 } + [0.975, 0.99, 0.995]
    static let normalQuantile80 = normalQuantile(0.9)

    /// z by lead bucket, then by level.
    private let quantiles: [[Double]]
    private let isNormal: Bool
    /// Days ahead up to which errors were seen; beyond, they grow like a random walk's.
    private let judgedLead: Int
    /// Degrees of freedom of the errors: few of them know their tails badly.
    private let degrees: Double

    /// A forecast that was never tested is given half as much doubt again.
    private static let untested = 1.5
    /// A week ahead is taken for as uncertain as a day ahead where nothing was tested.
    private static let leastJudgedLead = 7
    private static let mostWidening = 4.0
    private static let normal = levels.map { normalQuantile($0) * untested }

    /// - Parameters:
    ///   - errors: scaled errors by lead bucket.
    ///   - enough: a bucket with fewer takes the errors of all nearer ones too, with still fewer
    ///     those of the next farther one, and where all are fewer, normal quantiles widened by half.
    ///   - longestLead: days ahead of the furthest error.
    ///   - judgedDays: different days that the errors are of.
    init(errors: [[Double]], enough: Int, longestLead: Int, judgedDays: Int) {
        // Neighbouring days deviate together: they teach like half as many (see `EffectModel`).
        degrees = max(1, Double(judgedDays) / 2 - 1)
        judgedLead = max(ConformalBands.leastJudgedLead, longestLead)
        var learned: [(count: Double, quantiles: [Double])] = []
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
                    ConformalBands.levels.map { ConformalBands.quantile(sorted, level: $0) }
                ))
        }
        let counts = learned.map(\.count)
        var rising = learned.map(\.quantiles)
        for (index, level) in ConformalBands.levels.enumerated() {
            // Doubt does not shrink with distance: lower bounds fall, upper ones rise.
            let sign = level < 0.5 ? -1.0 : 1
            if level == 0.5 { continue }
            let values = neverFalling(learned.map { sign * $0.quantiles[index] }, weights: counts)
            for bucket in rising.indices { rising[bucket][index] = sign * values[bucket] }
        }
        // Nearer buckets without errors of their own take those of the next farther one.
        var next = 0
        let ones = [Double](repeating: 1, count: ConformalBands.levels.count)
        quantiles = isLearned.map { known in
            guard !rising.isEmpty else { return ConformalBands.normal }
            if known { next += 1 }
            return neverFalling(rising[max(0, next - 1)], weights: ones)
        }
        isNormal = rising.isEmpty
    }

    /// The order statistic ⌊(m + 1)p⌋ below the median and ⌈(m + 1)p⌉ above: the
    /// finite-sample correction that gives the coverage exactly under exchangeability.
    private static func quantile(_ sorted: [Double], level: Double) -> Double {
        let rank = Double(sorted.count + 1) * level
        if level == 0.5 { return median(sorted) }
        // A rank within rounding of a whole number is that number.
        let whole = level < 0.5 ? (rank + 1e-9).rounded(.down) : (rank - 1e-9).rounded(.up)
        return sorted[min(sorted.count - 1, max(0, Int(whole) - 1))]
    }

    /// z of a level between 0 and 1, before any widening.
    private func z(_ level: Double, lead: Int) -> Double {
        let row = quantiles[LeadBucket.index(lead: lead)]
        let levels = ConformalBands.levels
        let last = levels.count - 1
        if level <= levels[0] || level >= levels[last] {
            // Beyond the levels kept, a normal tail continues as wide as the quantiles lie.
            let end = level <= levels[0] ? 0 : last
            let width = (row[last] - row[0]) / (normalQuantile(levels[last]) - normalQuantile(levels[0]))
            return row[end] + width * (normalQuantile(level) - normalQuantile(levels[end]))
        }
        let above = levels.firstIndex { $0 >= level - 1e-12 } ?? last
        if abs(levels[above] - level) < 1e-12 || above == 0 { return row[above] }
        let share = (level - levels[above - 1]) / (levels[above] - levels[above - 1])
        return row[above - 1] + share * (row[above] - row[above - 1])
    }

    /// Factor on distances from the median: beyond what was judged errors grow like a random
    /// walk's, and with few days Student's quantile stands above the normal one, by
    /// 1 + (q² + 1)/(4 ν) (Cornish & Fisher 1938, first term).
    private func widening(_ level: Double, lead: Int) -> Double {
        let far = max(1, Double(lead) / Double(judgedLead)).squareRoot()
        let q = normalQuantile(level)
        let few = isNormal ? 1 : 1 + (q * q + 1) / (4 * degrees)
        return min(ConformalBands.mostWidening, far * few)
    }

    /// The value that the actual stays at or under with a probability.
    ///
    /// - Parameters:
    ///   - mean: contacts expected; a forecast of nothing has quantiles of nothing.
    ///   - variation: coefficient of variation of an effect in the mean, whose error adds to the others.
    func quantile(_ level: Double, mean: Double, lead: Int, variation: Double = 0) -> Double {
        guard mean > 0, level > 0, level < 1 else { return 0 }
        let scale = errorScale(mean)
        let centre = z(0.5, lead: lead) * scale
        let distance = (z(level, lead: lead) * scale - centre) * widening(level, lead: lead)
        guard variation > 0 else { return max(0, mean + centre + distance) }
        let effect = normalQuantile(level) * variation * mean
        let whole = (distance * distance + effect * effect).squareRoot()
        return max(0, mean + centre + (level < 0.5 ? -whole : whole))
    }

    /// Bounds of one band lie at most so many times farther on one side than on the other: with
    /// few errors all of one sign the mean would else be a bound itself.
    private static let mostLopsided = 4.0

    /// The bands around a mean; bounds are never negative, hold the mean, and the wider
    /// band holds the narrower.
    func bands(mean: Double, lead: Int, variation: Double = 0) -> [(low: Double, high: Double)] {
        guard mean > 0 else { return ConformalBands.probabilities.map { _ in (0, 0) } }
        var low = mean
        var high = mean
        return ConformalBands.probabilities.map { probability in
            let below = quantile((1 - probability) / 2, mean: mean, lead: lead, variation: variation)
            let above = quantile((1 + probability) / 2, mean: mean, lead: lead, variation: variation)
            let least = max(above - mean, mean - below) / ConformalBands.mostLopsided
            low = max(0, min(low, below, mean - least))
            high = max(high, above, mean + least)
            return (low, high)
        }
    }

    /// The bands of a row of means, as `Workforce` keeps them.
    func predictionBands(
        means: [Double], leads: (Int) -> Int, variations: (Int) -> Double = { _ in 0 }
    ) -> [PredictionBand] {
        var result = ConformalBands.probabilities.map {
            PredictionBand(probability: $0, low: [], high: [])
        }
        for (index, mean) in means.enumerated() {
            let bounds = bands(mean: mean, lead: leads(index), variation: variations(index))
            for (band, bound) in bounds.enumerated() {
                result[band].low.append(bound.low)
                result[band].high.append(bound.high)
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
