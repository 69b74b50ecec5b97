/// A share estimated from repeated observations, with its confidence interval.
public struct RatioEstimate: Sendable, Hashable {
    /// Σ numerators / Σ denominators.
    public var value: Double
    /// Half of the confidence interval; infinite with fewer than two observations.
    public var halfWidth: Double

    public var low: Double { value - halfWidth }
    public var high: Double { value + halfWidth }

    /// The ratio estimator over independent observations, replications or long batches of one run
    /// (Law & Kelton 2000, ch. 9.5.3; Cochran 1977, eq. 6.13): variance of x − r·y over the squared
    /// mean of y, Student's t with one degree less than observations.
    ///
    /// - Parameter confidence: between 0 and 1.
    /// - Returns: nil where nothing was counted.
    public init?(numerators: [Double], denominators: [Double], confidence: Double = 0.95) {
        let count = min(numerators.count, denominators.count)
        let whole = denominators.prefix(count).reduce(0, +)
        guard count > 0, whole > 0, whole.isFinite else { return nil }
        let ratio = numerators.prefix(count).reduce(0, +) / whole
        guard ratio.isFinite else { return nil }
        value = ratio
        guard count > 1 else {
            halfWidth = .infinity
            return
        }
        var squares = 0.0
        for (x, y) in zip(numerators.prefix(count), denominators) {
            squares += (x - ratio * y) * (x - ratio * y)
        }
        let error = (squares / Double(count - 1) / Double(count)).squareRoot() * Double(count) / whole
        halfWidth =
            error * StudentT.quantile(centralProbability: confidence, degrees: count - 1)
    }
}
