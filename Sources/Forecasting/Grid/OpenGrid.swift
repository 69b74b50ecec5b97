import Workforce

/// The intervals of a horizon in which one campaign is live and open, and how
/// slots of a day fall onto them.
struct OpenGrid: Sendable {
    let horizon: Horizon
    let isOpen: [Bool]
    let calendar: ServiceCalendar
    let holidays: HolidayCalendar

    /// - Parameter arrivesAnytime: contacts come in whenever the campaign is live, open or not.
    init(scenario: Scenario, campaign: Campaign, arrivesAnytime: Bool = false) {
        let horizon = scenario.horizon
        self.horizon = horizon
        isOpen =
            arrivesAnytime
            ? horizon.intervals.map { campaign.isLive(on: horizon.date(of: $0)) }
            : scenario.openIntervals(of: campaign)
        var from = horizon.firstDay
        for history in scenario.histories where history.activity.campaign == campaign.id {
            from = min(from, history.firstDay)
        }
        holidays = scenario.holidays(of: campaign)
        calendar = ServiceCalendar(
            scenario.calendar(of: campaign), openingHours: arrivesAnytime ? nil : campaign.openingHours,
            dates: from...horizon.date(ofDay: max(0, horizon.dayCount - 1)))
    }

    /// Spreads a day's slots evenly over the open wall-clock minutes of each slot.
    ///
    /// An interval of an hour lived twice gets its minutes twice, that of an hour
    /// that never was gets none: contacts follow elapsed time.
    /// - Parameters:
    ///   - slots: contacts per slot of the day.
    ///   - contacts: filled for the intervals of the day.
    func spread(_ slots: [Double], slotMinutes: Int, day: Int, into contacts: inout [Double]) {
        let step = horizon.intervalMinutes
        let intervals = horizon.intervals(ofDay: day).filter { isOpen[$0] }
        guard !intervals.isEmpty, slotMinutes > 0 else { return }
        var openMinutes = [Int](repeating: 0, count: slots.count)
        var seen = [Bool](repeating: false, count: 1440 / step + 1)
        for t in intervals where !seen[horizon.clockMinutes[t] / step] {
            let clock = horizon.clockMinutes[t]
            seen[clock / step] = true
            for minute in clock..<clock + step where minute / slotMinutes < slots.count {
                openMinutes[minute / slotMinutes] += 1
            }
        }
        for t in intervals {
            var sum = 0.0
            for minute in horizon.clockMinutes[t]..<horizon.clockMinutes[t] + step {
                let slot = minute / slotMinutes
                guard slot < slots.count, openMinutes[slot] > 0 else { continue }
                sum += slots[slot] / Double(openMinutes[slot])
            }
            contacts[t] = sum
        }
    }

    /// Slot of the day in which an interval starts.
    func slot(of interval: Int, slotMinutes: Int, slotsPerDay: Int) -> Int {
        min(max(0, slotsPerDay - 1), horizon.clockMinutes[interval] / max(1, slotMinutes))
    }

    func dailySums(_ contacts: [Double]) -> [Double] {
        (0..<horizon.dayCount).map { day in
            horizon.intervals(ofDay: day).reduce(0) { $0 + contacts[$1] }
        }
    }
}
