import Testing

@testable import Forecasting

@Suite struct RidgeRegressionTests {
    /// One observation 1 of variance ¼ and a prior of variance 1: mean 4/(4 + 1), variance 1/(4 + 1).
    @Test func oneCoefficientIsDrawnToItsPrior() {
        let fit = RidgeRegression(
            [RidgeRegression.Row(columns: [(0, 1)], value: 1, precision: 4)], priors: [1])
        #expect(abs(fit.coefficients[0] - 0.8) < 1e-12)
        #expect(abs(fit.covariance[0] - 0.2) < 1e-12)
        let twice = fit.combination([(0, 2)])
        #expect(abs(twice.mean - 1.6) < 1e-12 && abs(twice.variance - 0.8) < 1e-12)
    }

    @Test func anOutlierPullsLess() {
        let calm = (0..<20).map { _ in RidgeRegression.Row(columns: [(0, 1)], value: 1, precision: 100) }
        let wild = RidgeRegression.Row(columns: [(0, 1)], value: 11, precision: 100)
        let fit = RidgeRegression(calm + [wild], priors: [10])
        // The plain mean is 1.48.
        #expect(fit.coefficients[0] > 1 && fit.coefficients[0] < 1.05)
    }

    @Test func inverseTimesMatrixIsOne() {
        let matrix = [4.0, 1, 0.5, 1, 3, 0.2, 0.5, 0.2, 2]
        let inverse = invertedPositiveDefinite(matrix, size: 3)
        for i in 0..<3 {
            for j in 0..<3 {
                let sum = (0..<3).reduce(0) { $0 + matrix[i * 3 + $1] * inverse[$1 * 3 + j] }
                #expect(abs(sum - (i == j ? 1 : 0)) < 1e-12)
            }
        }
        #expect(invertedPositiveDefinite([], size: 0) == [])
    }
}
