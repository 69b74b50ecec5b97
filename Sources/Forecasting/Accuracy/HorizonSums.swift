import Workforce

/// Sums of errors at one distance into the future.
struct HorizonSums {
    /// A value, its forecast and its naive forecasts.
    struct Point {
        var actual = 0.0
        var mean = 0.0
        var naive = 0.0
        var eight = 0.0

        mutating func add(_ other: Point) {
            actual += other.actual
            mean += other.mean
            naive += other.naive
            eight += other.eight
        }
    }

    private var count = 0
    private var actual = 0.0
    private var absolute = 0.0
    private var squares = 0.0
    private var signed = 0.0
    private var pinball = 0.0
    private var naive = 0.0
    private var eight = 0.0
    private var inside = (near: 0, wide: 0, of: 0)

    private static let levels = (1...9).map { Double($0) / 10 }

    mutating func add(_ point: Point, bands: ConformalBands, outcome: Outcome) {
        let error = point.mean - point.actual
        count += 1
        actual += point.actual
        absolute += abs(error)
        squares += error * error
        signed += error
        naive += abs(point.naive - point.actual)
        eight += abs(point.eight - point.actual)
        for level in HorizonSums.levels {
            let quantile = bands.quantile(
                level, mean: point.mean, lead: outcome.lead, variation: outcome.variation)
            let short = point.actual - quantile
            pinball += max(level * short, (level - 1) * short)
        }
        // A forecast of at most one contact has bands of whole contacts: they cover more than asked.
        guard point.mean > 1 else { return }
        let bounds = bands.bands(mean: point.mean, lead: outcome.lead, variation: outcome.variation)
        // An exact forecast has bands of no width: rounding must not put the actual outside.
        let rounding = 1e-9 * point.mean
        inside.of += 1
        if abs(error) <= rounding || (bounds[0].low...bounds[0].high).contains(point.actual) {
            inside.near += 1
        }
        if abs(error) <= rounding || (bounds[1].low...bounds[1].high).contains(point.actual) {
            inside.wide += 1
        }
    }

    /// Nil where nothing was judged, or nothing came.
    func accuracy(leads: ClosedRange<Int>, scale: Double) -> HorizonAccuracy? {
        guard count > 0, actual > 0 else { return nil }
        let n = Double(count)
        return HorizonAccuracy(
            leads: leads, count: count, wape: absolute / actual,
            mase: scale > 0 ? absolute / n / scale : nil, rmse: (squares / n).squareRoot(),
            bias: signed / actual,
            quantileLoss: 2 * pinball / Double(HorizonSums.levels.count) / actual,
            coverage80: Double(inside.near) / Double(max(1, inside.of)),
            coverage95: Double(inside.wide) / Double(max(1, inside.of)), naiveWAPE: naive / actual,
            meanOfEightWAPE: eight / actual)
    }
}

/// What anybody would have forecast: last week's day, the mean of the last eight.
struct NaiveForecasts {
    private let series: DaySeries
    private let isKnown: [Bool]
    /// Mean |y(t) − y(t − 7 days)| over the history, of days and of slots.
    let dayScale: Double
    let slotScale: Double

    init(_ series: DaySeries, end: Int) {
        self.series = series
        let known = (0..<end).map { day in series.row(day).contains { !series.contacts[$0].isNaN } }
        isKnown = known
        var day = (sum: 0.0, count: 0.0)
        var slot = day
        for row in 7..<max(7, end) where known[row] && known[row - 7] {
            var signed = 0.0
            var compared = false
            for index in series.row(row) {
                let change = series.contacts[index] - series.contacts[index - 7 * series.slotsPerDay]
                guard !change.isNaN else { continue }
                signed += change
                compared = true
                slot.sum += abs(change)
                slot.count += 1
            }
            if compared { day = (day.sum + abs(signed), day.count + 1) }
        }
        dayScale = day.count > 0 ? day.sum / day.count : 0
        slotScale = slot.count > 0 ? slot.sum / slot.count : 0
    }

    /// By slot, from the same weekdays known before `origin`; 0 where there is none.
    func of(_ day: Int, origin: Int) -> (last: [Double], eight: [Double]) {
        let slots = series.slotsPerDay
        var last = [Double](repeating: 0, count: slots)
        var sums = last
        var counts = last
        var found = 0
        for other in stride(from: day - 7, through: 0, by: -7) where other < origin && isKnown[other] {
            for slot in 0..<slots {
                let value = series.contacts[other * slots + slot]
                guard !value.isNaN else { continue }
                if counts[slot] == 0 { last[slot] = value }
                sums[slot] += value
                counts[slot] += 1
            }
            found += 1
            if found == 8 { break }
        }
        return (last, zip(sums, counts).map { $1 > 0 ? $0 / $1 : 0 })
    }
}
