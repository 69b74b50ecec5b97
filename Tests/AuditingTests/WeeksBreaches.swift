import Workforce

/// Rules that look at several weeks of modulated hours and weekends in turn.
let weeksBreaches: [Breach] = [
    Breach(rule: .modulatedWeek, actual: 2220, limit: 2160, note: "above the bounds") {
        $0.modulate(2040...2160)
        $0.give(longDay())
    },
    Breach(rule: .modulatedWeek, actual: 1980, limit: 2070, note: "below the bounds") {
        $0.modulate(2070...2160)
        $0.give(shift(540, 840, [rest(630), rest(750)]))
    },
    Breach(rule: .modulationBalance, day: 7, actual: 4440, limit: 4200, note: "two long weeks") {
        $0.modulate(1800...2400)
        for week in 0..<2 { $0.give(longWeek(), week: week) }
    },
    Breach(rule: .modulationBalance, day: 7, actual: 3960, limit: 4200, note: "two short weeks") {
        $0.modulate(1800...2400)
        var tour = TinyFloor.tour()
        tour.shifts[0] = shift(540, 840, [rest(630), rest(750)])
        for week in 0..<2 { $0.give(tour, week: week) }
    },
    Breach(
        rule: .modulationBalance, day: 7, actual: 4200 + 5 * 555 - 2100, limit: 4200,
        note: "hours of the published week"
    ) {
        // 9:00–19:00 less the shortest lunch, 45 minutes.
        $0.scenario.floor.contracts[0].modulation = Modulation(
            weeklyMinutes: 1800...2400, periodWeeks: 3, periodStart: $0.scenario.horizon.firstDay - 7)
        $0.publish(days: -7 ..< -2, end: 1140)
    },
    Breach(rule: .weekendRotation, day: 7, actual: 2, limit: 1, note: "two weeks in a row") {
        $0.scenario.floor.contracts[0].rotations = [DayRotation(.saturdays, worked: 1, of: 2)]
        for week in 0..<2 { $0.give(TinyFloor.tour(days: 1..<6), week: week) }
    },
    Breach(rule: .weekendRotation, actual: 2, limit: 1, note: "after a published Sunday") {
        $0.scenario.floor.contracts[0].rotations = [DayRotation(.weekends, worked: 1, of: 3)]
        $0.publish(days: -8 ..< -7, end: 720)
        $0.give(TinyFloor.tour(days: 1..<6))
    },
]

private func longWeek() -> Tour {
    var tour = TinyFloor.tour()
    tour.shifts[0] = longDay()
    return tour
}

extension TinyFloor {
    fileprivate mutating func modulate(_ weekly: ClosedRange<Int>) {
        scenario.floor.contracts[0].modulation = Modulation(weeklyMinutes: weekly)
    }
}
