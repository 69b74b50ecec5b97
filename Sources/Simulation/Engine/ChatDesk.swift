/// The written conversations that one agent holds at once.
///
/// With m of them each goes on at the rate 1/(1 + g(m − 1)) of one held alone: a clock of its own
/// counts the work done on each.
struct ChatDesk: Sendable {
    /// Readings of the clock at which conversations end.
    private var ends: [Double] = []
    private var clock = 0.0
    private var since = 0.0
    private(set) var busySince = 0.0

    var count: Int { ends.count }
    var isEmpty: Bool { ends.isEmpty }

    private func rate(_ slowdown: Double) -> Double { 1 / (1 + slowdown * Double(max(0, ends.count - 1))) }

    private mutating func advance(to now: Double, _ slowdown: Double) {
        clock += (now - since) * rate(slowdown)
        since = now
    }

    /// - Parameter seconds: length of the conversation were it held alone.
    mutating func add(_ seconds: Double, at now: Double, slowdown: Double) {
        if ends.isEmpty {
            (clock, since, busySince) = (0, now, now)
        } else {
            advance(to: now, slowdown)
        }
        ends.append(clock + seconds)
    }

    /// Ends the conversation that is due first.
    mutating func removeFirst(at now: Double, slowdown: Double) {
        advance(to: now, slowdown)
        guard let first = ends.indices.min(by: { ends[$0] < ends[$1] }) else { return }
        ends.remove(at: first)
    }

    /// Moment at which the next one ends, if nothing changes before.
    func nextEnd(slowdown: Double) -> Double {
        ends.min().map { since + max(0, $0 - clock) / rate(slowdown) } ?? .infinity
    }
}
