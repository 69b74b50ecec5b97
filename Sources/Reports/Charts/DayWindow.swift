import Workforce

/// The hours of the day that charts of a campaign show.
struct DayWindow {
    /// Whole hours, as minutes of the wall clock.
    var from: Int
    var to: Int

    /// From the first to the last interval of the horizon where `isShown`.
    init(_ horizon: Horizon, isShown: (Int) -> Bool) {
        var first = 1440
        var last = 0
        for t in horizon.intervals where isShown(t) {
            first = min(first, horizon.clockMinutes[t])
            last = max(last, horizon.clockMinutes[t] + horizon.intervalMinutes)
        }
        from = first < last ? first / 60 * 60 : 480
        to = first < last ? min(1440, (last + 59) / 60 * 60) : 1200
    }

    /// Intervals of a day inside the window, in elapsed order: an hour lived
    /// twice stands there twice, an hour that never was is not there.
    func intervals(ofDay day: Int, _ horizon: Horizon) -> [Int] {
        horizon.intervals(ofDay: day).filter {
            horizon.clockMinutes[$0] >= from && horizon.clockMinutes[$0] < to
        }
    }

    /// Hours between two labels.
    var labelStep: Int { to - from > 720 ? 240 : to - from > 360 ? 180 : 60 }
}
