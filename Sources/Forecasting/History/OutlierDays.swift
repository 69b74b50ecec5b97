/// Days whose total lies far from its neighbours of the same weekday: outages,
/// one-off peaks, counting errors.
///
/// The distance z = (y − m)/√(m + 0.01 m²), m the median of the up to eight
/// nearest usable days of the weekday, is compared with its own robust spread
/// (median absolute deviation, Hampel 1974). A run of more than
/// `longestRun` days on one side is a new level, not an outlier.
///
/// - Returns: rows in increasing order.
/// - Complexity: O(days).
func outlierDays(totals: [Double], weekdays: [Int], usable: [Bool]) -> [Int] {
    var byWeekday = [[Int]](repeating: [], count: 7)
    for day in totals.indices where usable[day] && !totals[day].isNaN { byWeekday[weekdays[day]].append(day) }
    var distances: [(day: Int, z: Double)] = []
    for days in byWeekday {
        for (position, day) in days.enumerated() {
            let window = max(0, position - 4)..<min(days.count, position + 5)
            let others = window.filter { $0 != position }.map { totals[days[$0]] }
            guard others.count >= 3 else { continue }
            let middle = median(others)
            distances.append((day, (totals[day] - middle) / errorScale(middle)))
        }
    }
    guard distances.count >= 8 else { return [] }
    distances.sort { $0.day < $1.day }
    let centre = median(distances.map(\.z))
    let spread = 1.4826 * median(distances.map { abs($0.z - centre) })
    // Below half a unit (5 % of a large day) spread is calm, not a licence to strike days out.
    let limit = 4 * max(0.5, spread)
    return withoutRuns(distances.map { ($0.day, abs($0.z - centre) > limit ? ($0.z > centre ? 1 : -1) : 0) })
}

private let longestRun = 3

private func withoutRuns(_ days: [(day: Int, side: Int)]) -> [Int] {
    var outliers: [Int] = []
    var start = 0
    while start < days.count {
        var end = start + 1
        while end < days.count, days[end].side == days[start].side { end += 1 }
        if days[start].side != 0, end - start <= longestRun {
            outliers.append(contentsOf: days[start..<end].map(\.day))
        }
        start = end
    }
    return outliers
}

/// Standard deviation, up to a factor, of a count of mean `mean`: Poisson plus
/// a common factor of 10 % (MATHS §2.5). At least ½, so that it divides.
func errorScale(_ mean: Double) -> Double { max(0.25, mean + 0.01 * mean * mean).squareRoot() }

/// The median of a non-empty list; 0 of an empty one.
func median(_ values: [Double]) -> Double {
    guard !values.isEmpty else { return 0 }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
