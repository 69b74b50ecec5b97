import Foundation

/// Student's t distribution with whole degrees of freedom.
enum StudentT {
    /// P(|T| ≤ t) by the finite series for whole degrees of freedom
    /// (Abramowitz & Stegun 1964, 26.7.3 and 26.7.4).
    ///
    /// - Complexity: O(degrees).
    static func centralProbability(_ t: Double, degrees: Int) -> Double {
        let angle = atan(abs(t) / Double(degrees).squareRoot())
        let cosine = cos(angle)
        let isOdd = degrees % 2 == 1
        var term = isOdd ? cosine : 1
        var sum = degrees == 1 ? 0 : term
        var k = isOdd ? 2.0 : 1.0
        while k + 1 < Double(degrees) {
            term *= cosine * cosine * k / (k + 1)
            sum += term
            k += 2
        }
        let area = isOdd ? (angle + sin(angle) * sum) * 2 / .pi : sin(angle) * sum
        return min(1, max(0, area))
    }

    /// t with P(|T| ≤ t) = probability, by halving; infinite without degrees of freedom.
    /// Beyond 10,000 degrees the law is normal to five digits and no longer followed.
    static func quantile(centralProbability probability: Double, degrees: Int) -> Double {
        guard degrees >= 1 else { return .infinity }
        guard probability > 0 else { return 0 }
        guard probability < 1 else { return .infinity }
        let followed = min(degrees, 10_000)
        var low = 0.0
        var high = 1.0
        while centralProbability(high, degrees: followed) < probability, high < 1e12 { high *= 2 }
        for _ in 0..<60 {
            let middle = 0.5 * (low + high)
            if centralProbability(middle, degrees: followed) < probability {
                low = middle
            } else {
                high = middle
            }
        }
        return high
    }
}
