/// Sample quantiles, linear between order statistics (Hyndman & Fan 1996, type 7).
///
/// - Parameter percentages: 0 … 100.
/// - Returns: one value a percentage; empty without a sample.
func quantiles(of sample: [Double], at percentages: [Int]) -> [Double] {
    guard !sample.isEmpty else { return [] }
    let sorted = sample.sorted()
    return percentages.map { percentage in
        let place = Double(min(100, max(0, percentage))) / 100 * Double(sorted.count - 1)
        let low = Int(place)
        let high = min(sorted.count - 1, low + 1)
        return sorted[low] + (place - Double(low)) * (sorted[high] - sorted[low])
    }
}
