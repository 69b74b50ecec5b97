import Execution
import Workforce

/// A small sample workspace around a clock change: a roadside-assistance floor
/// of 10 agents, open seven days a week, whose week ends on a Sunday of 23 hours.
///
/// - Returns: the files, in order of path relative to the workspace.
public func dstWeekend() -> [(path: String, contents: String)] {
    let seed: UInt64 = 20_270_328
    var people = SeededGenerator(seed: seed, stream: 0)
    var calls = SeededGenerator(seed: seed, stream: 1)
    var week = SeededGenerator(seed: seed, stream: 2)
    let agents = dstWeekendAgents(generator: &people)
    let times = [
        "assistance": WorkingTimes(
            days: Array(Weekday.allCases.dropLast()), starts: [360, 540, 720, 840, 900],
            closing: ClockTime(hour: 23))
    ]
    return [
        ("README.md", dstWeekendReadme),
        ("agents.csv", agentTable(agents, site: "reims")),
        ("campaigns/assistance.yaml", dstWeekendCampaign),
        ("history/assistance.csv", dstWeekendHistory(generator: &calls)),
        (
            "published/2027-03-15.csv",
            publishedWeek(agents, monday: date("2027-03-15"), times: times, generator: &week)
        ),
        ("site.yaml", dstWeekendSite),
    ]
}

private func dstWeekendAgents(generator: inout SeededGenerator) -> [Hire] {
    names(10, generator: &generator).enumerated().map { index, name in
        let isFullTime = index < 8
        let hired = date("2027-03-01") - 90 - generator.below(2400)
        return Hire(
            id: "R" + (index < 9 ? "0" : "") + String(index + 1), lastName: name.last, firstName: name.first,
            contract: isFullTime ? "cdi-35" : "cdi-24", weeklyHours: isFullTime ? 35 : 24,
            days: isFullTime ? 5 : 4, skills: ["assistance"], campaigns: ["assistance"], hired: hired,
            wageCents: wage(hired: hired, on: date("2027-03-22"), generator: &generator),
            currentCampaign: "assistance")
    }
}

/// A year of calls by the hour, so that the hour of each clock change is there
/// to be seen: none on 29 March 2026, two on 25 October 2026.
private func dstWeekendHistory(generator: inout SeededGenerator) -> String {
    let weekdays = [1.05, 0.92, 0.92, 0.95, 1.15, 1.20, 1.05]
    let hours = [
        0.9, 0.7, 0.6, 0.5, 0.6, 0.9, 2.2, 4.4, 5.6, 5.4, 5.4, 5.6,
        5.2, 5.2, 5.6, 5.8, 6.2, 7.0, 7.2, 6.0, 4.6, 3.4, 2.4, 1.4,
    ]
    let seconds = hours.indices.map { $0 < 6 || $0 > 20 ? 540.0 : 480.0 }
    let first = date("2026-03-23")
    let days = stride(from: first, through: date("2027-03-21"), by: 1).map { day in
        // A cold winter breaks down more cars.
        let season = [12, 1, 2].contains(day.month) ? 1.15 : 1
        let factor = weekdays[day.weekday.rawValue] * season * generator.gamma(variation: 0.06)
        return DayOfCalls(date: day, expected: hours.map { $0 * factor * 1.15 }, handleSeconds: seconds)
    }
    return callExport(days, slotMinutes: 60, generator: &generator)
}
