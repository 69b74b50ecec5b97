import Foundation

/// How much each candidate forecast counts, by distance into the future.
struct CandidateWeights: Sendable, Hashable {
    /// Weights that sum to 1, by lead bucket, then by candidate.
    private let weights: [[Double]]

    /// Power of the inverse errors: near-equal candidates share, clearly worse ones drop out (MATHS §2.4).
    private static let power = 6.0

    /// - Parameters:
    ///   - errors: summed absolute errors by lead bucket, then by candidate; a bucket
    ///     without errors counts like the one before, and before any error all count alike.
    ///   - count: candidates.
    ///   - counting: which of them count; nil = all.
    init(errors: [[Double]], count: Int, counting: [Bool]? = nil) {
        let counts = (0..<count).map { counting?[$0] ?? true }
        let all = Double(max(1, counts.count { $0 }))
        var weights: [[Double]] = []
        var last = counts.map { $0 ? 1 / all : 0 }
        for bucket in 0..<LeadBucket.count {
            let known = bucket < errors.count ? zip(errors[bucket], counts).filter(\.1).map(\.0) : []
            if let best = known.min(), known.contains(where: { $0 > 0 }) {
                // Errors of nothing at all would divide by zero.
                let floor = max(best, 1e-9)
                let raw = zip(errors[bucket], counts).map {
                    $1 ? pow(max($0, floor) / floor, -CandidateWeights.power) : 0
                }
                let sum = raw.reduce(0, +)
                last = raw.map { $0 / sum }
            }
            weights.append(last)
        }
        self.weights = weights
    }

    /// Weights within families, times weights between the families.
    init(families: [CandidateWeights], between: CandidateWeights) {
        weights = between.weights.indices.map { bucket in
            zip(families, between.weights[bucket]).flatMap { family, share in
                family.weights[bucket].map { $0 * share }
            }
        }
    }

    private init(weights: [[Double]]) { self.weights = weights }

    /// The weights changed, bucket by bucket.
    func mapRows(_ change: (Int, [Double]) -> [Double]) -> CandidateWeights {
        CandidateWeights(weights: weights.enumerated().map { change($0.offset, $0.element) })
    }

    /// One a candidate, sum 1.
    func row(lead: Int) -> [Double] { weights[LeadBucket.index(lead: lead)] }
}
