import Foundation
import Workforce

/// The few shapes of a day that all days of a history are made of: the right
/// singular vectors of the matrix days × slots of roots (Shen & Huang 2008).
///
/// Kept are the components whose singular value exceeds the optimal hard
/// threshold for noise of unknown size, ω(β) × the median singular value, β the
/// shorter side over the longer (Gavish & Donoho 2014, equation 4). What is cut
/// off is noise; its variance by slot is kept, for the mean of a squared root needs it.
struct DayComponents: Sendable {
    let slots: [Int]
    let count: Int
    /// Component after component, one number a slot of `slots`.
    let shapes: [Double]
    /// Variance about the components, by slot of `slots`.
    let noise: [Double]

    /// Two weeks: with fewer days, shapes and noise cannot be told apart.
    static let leastDays = 14
    /// A component below this share of the first is rounding (of its square, in the Gram matrix).
    private static let rounding = 1e-6

    /// Nil where there are too few days.
    /// - Complexity: O(days × slots² + slots³).
    init?(_ history: RootDays) {
        let columns = history.slots.count
        let days = history.days.count
        guard columns > 0, days >= DayComponents.leastDays else { return nil }
        var gram = [Double](repeating: 0, count: columns * columns)
        history.roots.withUnsafeBufferPointer { roots in
            for day in 0..<days {
                for i in 0..<columns {
                    let root = roots[day * columns + i]
                    for j in i..<columns { gram[i * columns + j] += root * roots[day * columns + j] }
                }
            }
        }
        for i in 0..<columns {
            for j in 0..<i { gram[i * columns + j] = gram[j * columns + i] }
        }
        guard let eigen = SymmetricEigen(gram, size: columns) else { return nil }
        slots = history.slots
        count = DayComponents.rank(eigen.values, days: days)
        shapes = Array(eigen.vectors[..<(count * columns)])
        noise = DayComponents.noise(
            gram: gram, values: eigen.values, shapes: shapes, count: count, days: days)
    }

    /// Components that stand out of the noise, 1 at least.
    ///
    /// - Parameter values: eigenvalues of the Gram matrix, largest first.
    static func rank(_ values: [Double], days: Int) -> Int {
        let singular = values.prefix(days).map { max(0, $0).squareRoot() }
        guard let first = singular.first else { return 0 }
        let b = Double(min(days, values.count)) / Double(max(days, values.count))
        let omega = 0.56 * b * b * b - 0.95 * b * b + 1.82 * b + 1.43
        let threshold = max(omega * median(singular), rounding * first)
        return max(1, singular.prefix { $0 > threshold }.count)
    }

    /// Mean square of what the components leave of a slot, by slot.
    private static func noise(
        gram: [Double], values: [Double], shapes: [Double], count: Int, days: Int
    ) -> [Double] {
        let columns = values.count
        let degrees = Double(max(1, days - count))
        return (0..<columns).map { column in
            var rest = gram[column * columns + column]
            for k in 0..<count {
                let shape = shapes[k * columns + column]
                rest -= values[k] * shape * shape
            }
            // Rounding of sums of squares is no noise.
            return rest > 1e-12 * gram[column * columns + column] ? rest / degrees : 0
        }
    }

    /// Weight of each component in each day: day after day, `count` numbers.
    func scores(_ history: RootDays) -> [Double] {
        let columns = slots.count
        var scores = [Double](repeating: 0, count: history.days.count * count)
        for day in history.days.indices {
            for k in 0..<count {
                var sum = 0.0
                for j in 0..<columns { sum += history.roots[day * columns + j] * shapes[k * columns + j] }
                scores[day * count + k] = sum
            }
        }
        return scores
    }
}
