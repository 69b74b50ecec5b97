import Workforce

/// What a month's volume is spread by.
enum SpreadShape: Sendable {
    case profile(VolumeProfile)
    case learned(LearnedShape)

    /// Weight of an interval among those of its day; nil = not known.
    func weight(on date: CivilDate, minute: Int) -> Double? {
        switch self {
        case .profile(let profile):
            SpreadShape.weight(min(23, minute / 60), of: profile.hourWeights)
        case .learned(let shape): shape.contacts(on: date, minute: minute)
        }
    }

    /// Weight of a day among those of its month.
    ///
    /// A profile gives each weekday its weight, however long it is open; learned contacts
    /// are those of the open hours.
    /// - Parameter open: sum of the weights of the day's open intervals.
    func dayWeight(_ date: CivilDate, open: Double) -> Double {
        guard open > 0 else { return 0 }
        return switch self {
        case .profile(let profile): SpreadShape.weight(date.weekday.rawValue, of: profile.weekdayWeights)
        case .learned: open
        }
    }

    /// A weight that is missing, negative or not a number is none.
    private static func weight(_ index: Int, of weights: [Double]) -> Double {
        guard weights.indices.contains(index), weights[index].isFinite else { return 0 }
        return min(1e9, max(0, weights[index]))
    }
}
