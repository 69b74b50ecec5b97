/// When items are due.
enum DueTimes: Sendable {
    /// Everything that comes in on a day at one moment; infinite where it is beyond the horizon.
    case byDay([Double])
    /// So many seconds after arrival, on the clock.
    case onClock(Double, hours: OpenStretches)

    /// - Parameters:
    ///   - arrival: in seconds since the start of the horizon.
    ///   - day: that of the arrival.
    /// - Returns: infinite where it is not due within the horizon.
    func due(_ arrival: Double, day: Int) -> Double {
        switch self {
        case .byDay(let moments): day < moments.count ? moments[day] : .infinity
        case .onClock(let seconds, let hours): hours.due(arrival, within: seconds)
        }
    }
}

/// Opening hours in seconds since the start of the horizon, each stretch within one day.
struct OpenStretches: Sendable {
    private struct Stretch: Sendable {
        var start: Double
        var end: Double
        var day: Int
    }

    private var stretches: [Stretch] = []

    /// - Parameter days: day of each slot.
    init(isOpen: [Bool], days: [Int], slotSeconds: Double) {
        for t in isOpen.indices where isOpen[t] && t < days.count {
            let end = Double(t + 1) * slotSeconds
            if t > 0, isOpen[t - 1], days[t - 1] == days[t] {
                stretches[stretches.count - 1].end = end
            } else {
                stretches.append(Stretch(start: Double(t) * slotSeconds, end: end, day: days[t]))
            }
        }
    }

    /// The rule by which such work is sized (`DueDay` of `Sizing`): what comes in while closed counts
    /// from the next opening; the time runs on the clock, and where it ends while closed, for a while
    /// or for the day, the item is due before that. Nothing stays overnight.
    ///
    /// - Returns: infinite after the last opening.
    /// - Complexity: O(log stretches).
    func due(_ arrival: Double, within seconds: Double) -> Double {
        var (low, high) = (0, stretches.count)
        while low < high {
            let middle = (low + high) / 2
            if stretches[middle].end > arrival { high = middle } else { low = middle + 1 }
        }
        guard low < stretches.count else { return .infinity }
        let due = max(arrival, stretches[low].start) + seconds
        var last = low
        while last + 1 < stretches.count, stretches[last + 1].day == stretches[low].day,
            stretches[last + 1].start < due
        {
            last += 1
        }
        return min(due, stretches[last].end)
    }
}
