import Forecasting
import Workforce

/// Forecasts of one series at many past dates against what came: windows of 1, 5,
/// 20 and 60 open weekdays, origins every third weekday from the sixtieth, errors
/// pooled over the origins whose window fits.
struct RollingOrigins {
    static let windows = [1, 5, 20, 60]
    static let names = ["1d", "1w", "4w", "12w"]

    /// Sums of one window.
    struct Cell {
        var origins = 0
        var dayError = 0.0
        var slotError = 0.0
        var actual = 0.0
        /// Values inside the 80 % and the 95 % band, and values counted.
        var slotInside = [0, 0]
        var slots = 0
        var dayInside = [0, 0]
        var days = 0

        /// Σ|error| / Σ actual, in %.
        var dayWAPE: Double { actual > 0 ? 100 * dayError / actual : .nan }
        var slotWAPE: Double { actual > 0 ? 100 * slotError / actual : .nan }
        var slotCoverage: [Double] { slotInside.map { 100 * Double($0) / Double(max(1, slots)) } }
        var dayCoverage: [Double] { dayInside.map { 100 * Double($0) / Double(max(1, days)) } }
    }

    private(set) var cells = [Cell](repeating: Cell(), count: windows.count)

    init(_ series: CallSeries) {
        let weekdays = (0..<series.dayCount).filter { (series.firstDay + $0).weekday.rawValue < 5 }
        for origin in stride(from: 60, to: weekdays.count, by: 3) {
            // The day after the last known weekday, so that leads count as on its evening.
            let end = weekdays[origin - 1] + 1
            let targets = Array(weekdays[origin...].prefix(RollingOrigins.windows.last ?? 0))
            guard let furthest = targets.last else { continue }
            let known = series.history(before: end)
            let forecast = forecastHistory(
                known, days: furthest - end + 1,
                calendar: EventCalendar(holidays: HolidayCalendar(region: .none)))
            for (window, length) in RollingOrigins.windows.enumerated() where length <= targets.count {
                cells[window].origins += 1
                for target in targets.prefix(length) {
                    guard let row = series.day(target) else { continue }
                    cells[window].add(row, forecast, lead: target - end)
                }
            }
        }
    }
}

extension RollingOrigins.Cell {
    fileprivate mutating func add(_ row: [Double?], _ forecast: HistoryForecast, lead: Int) {
        var total = 0.0
        for (slot, value) in row.enumerated() {
            let index = lead * row.count + slot
            let mean = forecast.mean[index]
            // A slot without a row on a day with others took no call.
            let calls = value ?? 0
            total += calls
            slotError += abs(mean - calls)
            guard value != nil, mean > 1 else { continue }
            slots += 1
            for band in 0..<2
            where forecast.bands[band].low[index] <= calls && calls <= forecast.bands[band].high[index] {
                slotInside[band] += 1
            }
        }
        dayError += abs(forecast.dailyMean[lead] - total)
        actual += total
        days += 1
        for band in 0..<2
        where forecast.dailyBands[band].low[lead] <= total && total <= forecast.dailyBands[band].high[lead] {
            dayInside[band] += 1
        }
    }
}
