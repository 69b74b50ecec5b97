import Workforce

/// One row a slot (a day for daily histories): `start,mean,low80,high80,low95,high95`, then one
/// column a quantile asked for (`q10`, `q97.5`).
///
/// For programs: comma, decimal point, ISO dates and full precision in every language.
public func historyForecastCSV(_ forecast: HistoryForecast) -> [UInt8] {
    let quantiles = forecast.quantiles.filter { percentName($0.level) != nil }
    var table = ExactTable(
        header: ["start", "mean", "low80", "high80", "low95", "high95"]
            + quantiles.compactMap { percentName($0.level).map { "q\($0)" } })
    for slot in forecast.mean.indices {
        let bounds = namedShares.flatMap { share -> [ExactTable.Cell] in
            let (low, high) = forecast.bands.bounds(share, at: slot)
            return [.number(low), .number(high)]
        }
        table.add(
            [.plain(forecast.start(ofSlot: slot)), .number(forecast.mean[slot])] + bounds
                + quantiles.map { .number($0.slots.element(slot)) })
    }
    return Array(table.text.utf8)
}

/// One row a week, named by its Monday: `week,days,mean,low80,high80,low95,high95`, then the mean
/// `handleTime` in seconds where the history has one.
public func historyForecastWeeksCSV(_ forecast: HistoryForecast) -> [UInt8] {
    let hasHandleTime = forecast.weeks.contains { $0.handleSeconds != nil }
    var table = ExactTable(
        header: ["week", "days", "mean", "low80", "high80", "low95", "high95"]
            + (hasHandleTime ? ["handleTime"] : []))
    for week in forecast.weeks {
        table.add(
            [
                .plain(week.monday.iso8601), .integer(week.days), .number(week.mean),
                .number(week.low80), .number(week.high80), .number(week.low95), .number(week.high95),
            ] + (hasHandleTime ? [.number(week.handleSeconds)] : []))
    }
    return Array(table.text.utf8)
}

extension HistoryForecast {
    var slotsPerDay: Int { max(1, 1440 / max(1, slotMinutes)) }

    /// `2026-11-23` for daily slots, else `2026-11-23 08:30`.
    func start(ofSlot slot: Int) -> String {
        let date = (firstDay + slot / slotsPerDay).iso8601
        return slotsPerDay == 1 ? date : "\(date) \(ClockTime(minute: slot % slotsPerDay * slotMinutes))"
    }

    /// Mean handle time of the contacts of some slots, in seconds; nil where unknown.
    func handleSeconds(ofSlots slots: Range<Int>) -> Double? {
        var (work, contacts) = (0.0, 0.0)
        for slot in slots {
            guard let seconds = handleSeconds.element(slot), let count = mean.element(slot),
                seconds > 0, count > 0
            else { continue }
            work += seconds * count
            contacts += count
        }
        return contacts > 0 && work.isFinite ? work / contacts : nil
    }

    func handleSeconds(ofDay day: Int) -> Double? {
        handleSeconds(ofSlots: day * slotsPerDay..<(day + 1) * slotsPerDay)
    }
}
