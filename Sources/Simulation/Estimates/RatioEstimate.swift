/// Sums over independent observations of a numerator and a denominator: enough for their ratio
/// and its confidence interval, and exact, in any order, for counts.
struct RatioMoments: Sendable, Hashable {
    private(set) var count = 0
    private(set) var numerator = 0.0
    private(set) var denominator = 0.0
    private var numeratorSquares = 0.0
    private var products = 0.0
    private var denominatorSquares = 0.0

    mutating func add(_ numerator: Double, over denominator: Double) {
        count += 1
        self.numerator += numerator
        self.denominator += denominator
        numeratorSquares += numerator * numerator
        products += numerator * denominator
        denominatorSquares += denominator * denominator
    }

    /// - Parameter confidence: between 0 and 1.
    /// - Returns: nil where nothing was counted.
    func estimate(confidence: Double = 0.95) -> RatioEstimate? {
        guard count > 0, denominator > 0, denominator.isFinite else { return nil }
        let ratio = numerator / denominator
        guard ratio.isFinite else { return nil }
        guard count > 1 else { return RatioEstimate(value: ratio, halfWidth: .infinity) }
        let squares = max(
            0, numeratorSquares - 2 * ratio * products + ratio * ratio * denominatorSquares)
        let error = (squares / Double(count - 1) * Double(count)).squareRoot() / denominator
        return RatioEstimate(
            value: ratio,
            halfWidth: error * StudentT.quantile(centralProbability: confidence, degrees: count - 1))
    }
}

/// A share estimated from repeated observations, with its confidence interval.
public struct RatioEstimate: Sendable, Hashable {
    /// Σ numerators / Σ denominators.
    public var value: Double
    /// Half of the confidence interval; infinite with fewer than two observations.
    public var halfWidth: Double

    public var low: Double { value - halfWidth }
    public var high: Double { value + halfWidth }

    init(value: Double, halfWidth: Double) {
        self.value = value
        self.halfWidth = halfWidth
    }

    /// The ratio estimator over independent observations, replications or long batches of one run
    /// (Law & Kelton 2000, ch. 9.5.3; Cochran 1977, eq. 6.13): variance of x − r·y over the squared
    /// mean of y, Student's t with one degree less than observations.
    ///
    /// - Parameter confidence: between 0 and 1.
    /// - Returns: nil where nothing was counted.
    public init?(numerators: [Double], denominators: [Double], confidence: Double = 0.95) {
        var moments = RatioMoments()
        for (x, y) in zip(numerators, denominators) { moments.add(x, over: y) }
        guard let estimate = moments.estimate(confidence: confidence) else { return nil }
        self = estimate
    }
}
