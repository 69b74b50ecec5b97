/// The expected rate of a Poisson process over time: linear pieces, 0 outside them.
public struct ArrivalProfile: Sendable, Hashable {
    /// One piece: the rate moves linearly from its start to its end.
    struct Piece: Sendable, Hashable {
        var start: Double
        var end: Double
        /// Contacts per second at both ends, ≥ 0.
        var startRate: Double
        var endRate: Double
        /// Day of the horizon: each day's draws are a stream of their own.
        var day: Int
    }

    /// In order of time, not overlapping.
    private(set) var pieces: [Piece] = []
    private var contacts = 0.0

    /// More contacts than this in a profile, or contacts closer together than moments can be told
    /// apart, are a mistake that would take for ever: a piece that brings them is left out.
    private static let mostContacts = 1e9

    private mutating func append(_ piece: Piece) {
        let (rate, length) = (max(piece.startRate, piece.endRate), piece.end - piece.start)
        let expected = 0.5 * (piece.startRate + piece.endRate) * length
        guard contacts + expected <= ArrivalProfile.mostContacts, rate * piece.end.ulp < 1e-3 else { return }
        contacts += expected
        pieces.append(piece)
    }

    /// The same rate from 0 to an end.
    ///
    /// - Parameters:
    ///   - callsPerHour: finite, ≥ 0; otherwise no call arrives.
    ///   - seconds: finite, > 0; otherwise no call arrives.
    public init(callsPerHour: Double, seconds: Double) {
        self.init(callsPerHour: [callsPerHour, callsPerHour], at: [0, seconds])
    }

    /// Linear between points.
    ///
    /// - Parameters:
    ///   - callsPerHour: rate at each point; what is not finite and ≥ 0 counts as 0.
    ///   - seconds: the points, increasing; a piece that does not move forward is left out.
    public init(callsPerHour: [Double], at seconds: [Double]) {
        func rate(_ value: Double) -> Double { value.isFinite && value > 0 ? value / 3600 : 0 }
        for index in 1..<max(1, min(callsPerHour.count, seconds.count)) {
            let (from, to) = (seconds[index - 1], seconds[index])
            guard from.isFinite, to.isFinite, from < to, from >= pieces.last?.end ?? 0 else { continue }
            append(
                Piece(
                    start: from, end: to, startRate: rate(callsPerHour[index - 1]),
                    endRate: rate(callsPerHour[index]), day: 0))
        }
    }

    /// Expected contacts per interval, evenly spread inside each.
    ///
    /// - Parameters:
    ///   - contacts: per interval; what is not finite and ≥ 0 counts as 0.
    ///   - days: day of each interval.
    init(contacts: [Double], seconds: Double, days: [Int]) {
        for (t, count) in contacts.enumerated() where count.isFinite && count > 0 && t < days.count {
            let rate = count / seconds
            append(
                Piece(
                    start: Double(t) * seconds, end: Double(t + 1) * seconds, startRate: rate, endRate: rate,
                    day: days[t]))
        }
    }
}
