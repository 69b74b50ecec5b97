import Execution
import Workforce

/// What a telephone system would have counted on one day.
struct DayOfCalls {
    var date: CivilDate
    /// Expected contacts of each slot, 00:00 first.
    var expected: [Double]
    /// Expected handle time of each slot, seconds.
    var handleSeconds: [Double]
    /// Slots whose line never reached the export.
    var lost: Set<Int> = []
}

/// An export of a telephone system as French office software writes it: one line
/// a slot, round the clock, by the wall clock. The hour that spring leaves out has
/// no line, the hour that autumn lives twice has its lines twice.
func callExport(_ days: [DayOfCalls], slotMinutes: Int, generator: inout SeededGenerator) -> String {
    var table = FrenchTable(headers: ["début", "appels présentés", "DMT"])
    let twoHours = 120 / slotMinutes
    let hour = 60 / slotMinutes
    for day in days {
        var slots = Array(day.expected.indices)
        let changing = Array(twoHours..<twoHours + hour)
        if ClockChangeDays.isSpringForward(day.date) {
            slots.removeSubrange(changing[0]...changing[hour - 1])
        }
        if ClockChangeDays.isFallBack(day.date) { slots.insert(contentsOf: changing, at: changing[0]) }
        for slot in slots where !day.lost.contains(slot) {
            let calls = generator.poisson(mean: day.expected[slot])
            let start = french(day.date) + " " + ClockTime(minute: slot * slotMinutes).description
            let handle = meanHandleTime(of: calls, expected: day.handleSeconds[slot], generator: &generator)
            table.add([start, String(calls), handle.map(String.init) ?? ""])
        }
    }
    return table.text
}

/// The mean of a slot's handle times, in whole seconds: single calls vary by
/// 70 % of their mean, so the fewer the calls, the wilder. Nil without calls.
private func meanHandleTime(
    of calls: Int, expected: Double, generator: inout SeededGenerator
) -> Int? {
    guard calls > 0 else { return nil }
    let spread = 0.7 * expected / Double(calls).squareRoot()
    return Int(max(0.25 * expected, expected + spread * generator.normal()).rounded())
}
