/// Values of all patterns of a set on one day, from values of its slots.
///
/// A pattern is worth the sum of its slots less the cheapest start of each
/// pause: prefix sums give both in O(1) a look-up once the sliding minima of
/// each (length, width) are there. O(slots · tables + pauses).
struct DayPricer {
    private var prefix: [Double] = []
    private var minima: [Double] = []
    private var slots = 0

    /// Prepares prefix sums and minima of `values[base ..< base + slotCount]` for `set`.
    mutating func prepare(_ values: [Double], base: Int, slotCount: Int, set: PatternSet) {
        slots = slotCount
        if prefix.count < slotCount + 1 { prefix = [Double](repeating: 0, count: slotCount + 1) }
        for t in 0..<slotCount { prefix[t + 1] = prefix[t] + values[base + t] }
        let needed = set.tables.count * slotCount
        if minima.count < needed { minima = [Double](repeating: 0, count: needed) }
        prefix.withUnsafeBufferPointer { prefix in
            minima.withUnsafeMutableBufferPointer { minima in
                for (row, table) in set.tables.enumerated() {
                    let last = slotCount - table.length
                    guard last >= 0 else { continue }
                    let base = row * slotCount
                    // Rows are ordered by length, then width: widen the previous row of the same length.
                    let sameLength = row > 0 && set.tables[row - 1].length == table.length
                    let from = sameLength ? set.tables[row - 1].width : 0
                    for t in 0...last {
                        var least = sameLength ? minima[base - slotCount + t] : Double.infinity
                        var i = from
                        while i < table.width, t + i <= last {
                            least = min(least, prefix[t + i + table.length] - prefix[t + i])
                            i += 1
                        }
                        minima[base + t] = least
                    }
                }
            }
        }
    }

    /// Worth of each pattern under the prepared values, less what it costs.
    func evaluate(_ set: PatternSet, into worth: inout [Double]) {
        if worth.count != set.count { worth = [Double](repeating: 0, count: set.count) }
        let slots = slots
        prefix.withUnsafeBufferPointer { prefix in
            minima.withUnsafeBufferPointer { minima in
                set.pauseOffset.withUnsafeBufferPointer { offset in
                    set.pauseTable.withUnsafeBufferPointer { table in
                        set.pauseEarliest.withUnsafeBufferPointer { earliest in
                            worth.withUnsafeMutableBufferPointer { worth in
                                for p in 0..<worth.count {
                                    var value = prefix[set.end[p]] - prefix[set.start[p]]
                                    for q in offset[p]..<offset[p + 1] {
                                        value -= minima[table[q] * slots + earliest[q]]
                                    }
                                    worth[p] = value
                                }
                            }
                        }
                    }
                }
            }
        }
        for p in set.costs.indices { worth[p] -= set.costs[p] }
    }

    /// The pattern with each pause where the prepared values lose least, the earliest of equals.
    func placed(_ pattern: Int, of set: PatternSet) -> DayShift {
        var shift = DayShift(pattern: Int32(pattern), starts: SIMD8(repeating: 0))
        let first = set.pauseOffset[pattern]
        for q in first..<set.pauseOffset[pattern + 1] {
            var best = Double.infinity
            for t in set.pauseEarliest[q]...set.pauseLatest[q] {
                let loss = prefix[t + set.pauseLength[q]] - prefix[t]
                if loss < best - 1e-9 {
                    best = loss
                    shift.starts[q - first] = Int16(t)
                }
            }
        }
        return shift
    }
}
