import Foundation

/// Linear regression with a normal prior of mean 0 on each coefficient (ridge regression as
/// Bayes' rule: Hoerl & Kennard 1970; Lindley & Smith 1972).
struct RidgeRegression: Sendable {
    /// One observation: the columns that are not 0, and their values.
    struct Row {
        var columns: [(index: Int, value: Double)]
        var value: Double
        /// Inverse of the variance of its error.
        var precision: Double
    }

    /// Posterior means and their covariance, row after row.
    let coefficients: [Double]
    let covariance: [Double]

    /// Beyond this many standard errors an observation pulls no harder (Huber 1964).
    private static let huberLimit = 2.5

    /// - Parameter priors: standard deviation of each coefficient before any observation, > 0.
    /// - Complexity: O(rows × columns of a row² + coefficients³).
    init(_ rows: [Row], priors: [Double]) {
        let first = RidgeRegression.solve(rows, priors: priors)
        // One pass against outliers.
        var calmed = rows
        for index in calmed.indices {
            let row = calmed[index]
            let expected = row.columns.reduce(0) { $0 + first.mean[$1.index] * $1.value }
            let distance = abs(row.value - expected) * row.precision.squareRoot()
            if distance > RidgeRegression.huberLimit {
                calmed[index].precision *= RidgeRegression.huberLimit / distance
            }
        }
        (coefficients, covariance) = RidgeRegression.solve(calmed, priors: priors)
    }

    private static func solve(_ rows: [Row], priors: [Double]) -> (mean: [Double], covariance: [Double]) {
        let n = priors.count
        var matrix = [Double](repeating: 0, count: n * n)
        var right = [Double](repeating: 0, count: n)
        for (index, prior) in priors.enumerated() { matrix[index * n + index] = 1 / (prior * prior) }
        for row in rows {
            for a in row.columns {
                right[a.index] += row.precision * a.value * row.value
                for b in row.columns { matrix[a.index * n + b.index] += row.precision * a.value * b.value }
            }
        }
        let inverse = invertedPositiveDefinite(matrix, size: n)
        let mean = (0..<n).map { i in (0..<n).reduce(0) { $0 + inverse[i * n + $1] * right[$1] } }
        return (mean, inverse)
    }

    /// Mean and variance of a linear combination of the coefficients.
    func combination(_ columns: [(index: Int, value: Double)]) -> (mean: Double, variance: Double) {
        let n = coefficients.count
        var mean = 0.0
        var variance = 0.0
        for a in columns {
            mean += a.value * coefficients[a.index]
            for b in columns { variance += a.value * b.value * covariance[a.index * n + b.index] }
        }
        return (mean, max(0, variance))
    }
}

/// Inverse of a symmetric positive definite matrix, row after row, by Cholesky's decomposition.
///
/// - Complexity: O(size³).
func invertedPositiveDefinite(_ matrix: [Double], size n: Int) -> [Double] {
    var lower = matrix
    for j in 0..<n {
        for i in j..<n {
            var sum = lower[i * n + j]
            for k in 0..<j { sum -= lower[i * n + k] * lower[j * n + k] }
            // Rounding must not make a pivot of nothing.
            lower[i * n + j] = i == j ? max(sum, 1e-12).squareRoot() : sum / lower[j * n + j]
        }
    }
    var inverse = [Double](repeating: 0, count: n * n)
    var column = [Double](repeating: 0, count: n)
    for unit in 0..<n {
        for i in 0..<n {
            var sum = i == unit ? 1.0 : 0
            for k in 0..<i { sum -= lower[i * n + k] * column[k] }
            column[i] = sum / lower[i * n + i]
        }
        for i in stride(from: n - 1, through: 0, by: -1) {
            var sum = column[i]
            for k in (i + 1)..<max(n, i + 1) { sum -= lower[k * n + i] * column[k] }
            column[i] = sum / lower[i * n + i]
        }
        for i in 0..<n { inverse[i * n + unit] = column[i] }
    }
    return inverse
}
