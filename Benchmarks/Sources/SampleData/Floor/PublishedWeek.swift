import Execution
import Workforce

/// When a campaign's people work in a week drawn without an optimiser.
struct WorkingTimes {
    var days: [Weekday]
    /// Minutes since midnight at which a shift may start, in order.
    var starts: [Int]
    var closing: ClockTime
}

/// A week already sent to its agents: everyone at the same hour every day, so that
/// each night leaves far more than the legal rest, and never seven days running.
///
/// - Returns: one line a shift: agent, day, start and end; lunch inside, unpaid.
func publishedWeek(
    _ hires: [Hire], monday: CivilDate, times: [String: WorkingTimes], generator: inout SeededGenerator
) -> String {
    var table = FrenchTable(headers: ["matricule", "date", "début", "fin"])
    for hire in hires {
        guard let campaign = times[hire.currentCampaign] else { continue }
        let possible = campaign.days.filter { !hire.daysOff.contains($0) }
        let count = min(hire.days, possible.count)
        let days = generator.shuffled(possible).prefix(count).sorted()
        // Who has fewer days than usual works longer ones: the week's hours stay the contract's.
        let paid = hire.weeklyHours * 60 / max(1, count)
        // An hour of unpaid lunch, but for those who start after it.
        func span(from start: Int) -> Int { paid + (paid >= 360 && start < 780 ? 60 : 0) }
        let window = hire.window ?? ClockRange(.midnight, .endOfDay)
        let starts = campaign.starts.filter {
            $0 >= window.start.minute && $0 + span(from: $0) <= min(window.end, campaign.closing).minute
        }
        guard !starts.isEmpty else { continue }
        let start = generator.pick(starts)
        let range = ClockRange(ClockTime(minute: start), ClockTime(minute: start + span(from: start)))
        for day in days {
            let date = french(monday + day.rawValue)
            table.add([hire.id, date, range.start.description, range.end.description])
        }
    }
    return table.text
}
