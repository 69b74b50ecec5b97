import Workforce

/// Deferred work of a plan, as a backlog of the engine.
struct FloorBacklog: Sendable {
    let key: ActivityKey
    /// Place among the campaign's activities.
    let index: Int
    private let items: CallSource.Terms
    private let dueTimes: DueTimes
    private let slotDays: [Int]
    /// Items there at the start.
    private let waiting: Int

    /// Due times under a day run on the clock in opening hours (`OpenStretches`). From a day on, items
    /// of a day are due when its `dueWithin`, in whole days, has passed at midnight, or, where no day
    /// until then is open, at the end of the next that is. Unless the terms say otherwise, as
    /// many wait at the start as come in after the horizon's last open interval.
    ///
    /// - Returns: nil for other work, or what no forecast names.
    init?(_ index: Int, of campaign: Campaign, isOpen: [Bool], plan: Plan, scenario: Scenario) {
        let activity = campaign.activities[index]
        key = ActivityKey(campaign.id, activity.id)
        self.index = index
        guard case .backOffice(let terms) = activity.channel, let forecast = plan.forecast[key] else {
            return nil
        }
        let horizon = scenario.horizon
        items = CallSource.Terms(
            forecast, handleTime: terms.handleTime, law: .exponential,
            patience: PatienceDraws(.exponential, meanSeconds: nil), scenario: scenario)
        slotDays = horizon.days
        let dueSeconds = max(0, terms.dueWithin.count)
        dueTimes =
            dueSeconds < 86_400
            ? .onClock(
                Double(dueSeconds),
                hours: OpenStretches(isOpen: isOpen, days: horizon.days, slotSeconds: items.slotSeconds))
            : .byDay(horizon.midnights(after: min(100_000, dueSeconds / 86_400), isOpen: isOpen))
        let lastOpen = isOpen.lastIndex(of: true) ?? isOpen.count
        let late = forecast.contacts.dropFirst(lastOpen + 1).filter { $0.isFinite && $0 > 0 }
        waiting = min(
            1_000_000, max(0, terms.backlog ?? Int(min(1e6, late.reduce(0, +)).rounded())))
    }

    func backlog(groups: [Int], key: StreamKey) -> Backlog {
        var generator = key.part("waiting").generator
        let exponential = ExponentialDraws()
        let handle = (0..<waiting).map { _ in items.draws(at: 0, &generator, exponential).handleSeconds }
        return Backlog(
            groups: groups, source: CallSource(items, key: key), dueTimes: dueTimes, slotDays: slotDays,
            waiting: handle)
    }
}

extension Horizon {
    /// End in seconds of the day that is so many days after each day, or of the next open one where
    /// none is open until then; infinite beyond the horizon.
    fileprivate func midnights(after dueDays: Int, isOpen: [Bool]) -> [Double] {
        let openDays = (0..<dayCount).map { day in intervals(ofDay: day).contains { isOpen[$0] } }
        return (0..<dayCount).map { day in
            guard let first = (day..<dayCount).first(where: { openDays[$0] }) else { return .infinity }
            let last = max(first, day + dueDays)
            return last < dayCount ? Double(dayStarts[last + 1] * intervalMinutes * 60) : .infinity
        }
    }
}
