/// Lower bounds on a day's cost, linear in how many people have each kind: the upper envelope of
/// the cuts that `DayRelaxation` gave, fast enough to judge a move in a microsecond.
struct DayCuts {
    private static let most = 384
    private let kinds: Int
    /// What one more person of a kind adds to each cut: `slopes[kind * most + cut]`.
    private var slopes: [Float]
    /// Each cut at the present counts.
    private var values: [Float]
    private var count = 0
    private var oldest = 0

    init(kinds: Int) {
        self.kinds = kinds
        slopes = [Float](repeating: 0, count: kinds * DayCuts.most)
        values = [Float](repeating: -.infinity, count: DayCuts.most)
    }

    /// Adds a cut; when full, the least active of a dozen gives way.
    mutating func add(constant: Double, costs: [Double], counts: [Int]) {
        var place = count
        if count < DayCuts.most {
            count += 1
        } else {
            place = oldest
            for step in 1..<12 {
                let other = (oldest + step * 31) % DayCuts.most
                if values[other] < values[place] { place = other }
            }
            oldest = (oldest + 7) % DayCuts.most
        }
        var value = constant
        for kind in 0..<kinds {
            slopes[kind * DayCuts.most + place] = Float(costs[kind])
            value += Double(counts[kind]) * costs[kind]
        }
        values[place] = Float(value)
    }

    var value: Double { Double(values[..<count].max() ?? 0) }

    /// The bound after changes of counts. O(cuts · changes).
    func value(after changes: [(kind: Int, change: Int)]) -> Double {
        let count = count
        return values.withUnsafeBufferPointer { values in
            slopes.withUnsafeBufferPointer { slopes in
                var best = -Float.infinity
                var cut = 0
                while cut < count {
                    var block = SIMD8<Float>(repeating: -.infinity)
                    for lane in 0..<8 { block[lane] = values[cut + lane] }
                    for (kind, change) in changes {
                        let base = kind * DayCuts.most + cut
                        var slope = SIMD8<Float>()
                        for lane in 0..<8 { slope[lane] = slopes[base + lane] }
                        block += Float(change) * slope
                    }
                    best = max(best, block.max())
                    cut += 8
                }
                return Double(best)
            }
        }
    }

    mutating func apply(_ changes: [(kind: Int, change: Int)]) {
        for (kind, change) in changes {
            let base = kind * DayCuts.most
            for cut in 0..<count { values[cut] += Float(change) * slopes[base + cut] }
        }
    }
}
