/// What forcing a kind in or out of use was seen to add to the relaxation, per unit of use moved.
struct KindPseudocosts {
    private var sums: [(out: Double, into: Double)]
    private var counts: [(out: Int, into: Int)]
    private var total: (out: Double, into: Double) = (0, 0)
    private var observed: (out: Int, into: Int) = (0, 0)
    /// Stands for a kind never seen.
    private let price: Double

    init(kinds: Int, price: Double) {
        sums = Array(repeating: (0, 0), count: kinds)
        counts = Array(repeating: (0, 0), count: kinds)
        self.price = price
    }

    func isKnown(_ kind: Int) -> Bool { counts[kind].out > 0 && counts[kind].into > 0 }

    mutating func note(_ kind: Int, used: Bool, gain: Double, use: Double) {
        let perUnit = gain / max(used ? 1 - use : use, 1e-6)
        if used {
            sums[kind].into += perUnit
            counts[kind].into += 1
            total.into += perUnit
            observed.into += 1
        } else {
            sums[kind].out += perUnit
            counts[kind].out += 1
            total.out += perUnit
            observed.out += 1
        }
    }

    /// Product of the gains expected on both sides.
    func score(_ kind: Int, use: Double) -> Double {
        let out = mean(sums[kind].out, counts[kind].out, mean(total.out, observed.out, price))
        let into = mean(sums[kind].into, counts[kind].into, mean(total.into, observed.into, price))
        return max(out * use, 1e-4) * max(into * (1 - use), 1e-4)
    }

    private func mean(_ sum: Double, _ count: Int, _ otherwise: Double) -> Double {
        count > 0 ? sum / Double(count) : otherwise
    }
}
