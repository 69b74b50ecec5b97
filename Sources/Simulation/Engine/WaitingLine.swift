import Execution
import Foundation

/// A contact in a line.
struct Caller: Sendable {
    var arrival: Double
    /// When the caller hangs up unless answered.
    var deadline: Double
    var handleSeconds: Double

    static let none = Caller(arrival: 0, deadline: 0, handleSeconds: 0)
}

/// The contacts of one activity: where they come from, those who wait, and what became of the others.
struct WaitingLine: Sendable {
    struct Terms: Sendable {
        /// 1 is served first; equal priorities by longest wait.
        var priority = 1
        var thresholdSeconds = 20.0
        var shortAbandonSeconds = 0.0
        /// Groups of agents who can serve, the one of fewest skills first.
        var groups = [0]
        /// Contacts that one agent holds at once, and how much each slows the others down.
        var slots = 1
        var slowdown = 0.0
        /// Share of those who hang up that calls again.
        var redialShare = 0.0
    }

    /// How long those who call again wait before, on average, exponentially. Not measured: sizing
    /// takes redials as immediate, a load that the queue meets on top of its own; here they must
    /// come back to a queue that has changed, and so after some handle times, but on the same day.
    static let redialSeconds = 600.0

    let terms: Terms
    var source: CallSource
    var waiting = Ring(blank: Caller.none)
    private(set) var counts: [SlotCounts]
    private let slotSeconds: Double
    /// How many have left the line, answered or not.
    private(set) var removedCount = 0
    /// Agents in conversation with room for one more.
    private var desksWithRoom: [Int32] = []
    private var redialDraws: SeededGenerator

    init(_ terms: Terms, source: CallSource, slotCount: Int) {
        self.terms = terms
        self.source = source
        counts = Array(repeating: SlotCounts(), count: max(1, slotCount))
        slotSeconds = source.terms.slotSeconds
        redialDraws = source.key.part("redial").generator
    }

    /// What arrives beyond the last slot counts in the last.
    @inline(__always)
    private func slot(of time: Double) -> Int {
        slotIndex(of: time, slotSeconds: slotSeconds, count: counts.count - 1)
    }

    @inline(__always)
    mutating func answer(_ caller: Caller, at now: Double) {
        let slot = slot(of: caller.arrival)
        let wait = now - caller.arrival
        counts[slot].offered += 1
        if wait <= terms.thresholdSeconds { counts[slot].answeredInTime += 1 }
        counts[slot].answeredWaitSeconds += wait
    }

    mutating func lose(_ caller: Caller, at moment: Double) {
        let slot = slot(of: caller.arrival)
        let wait = moment - caller.arrival
        counts[slot].offered += 1
        counts[slot].abandoned += 1
        if wait <= terms.thresholdSeconds { counts[slot].abandonedInTime += 1 }
        if wait <= terms.shortAbandonSeconds { counts[slot].shortAbandoned += 1 }
        counts[slot].abandonedWaitSeconds += wait
    }

    /// The first in line, who leaves it; only when somebody waits.
    @inline(__always)
    mutating func removeFirst() -> Caller {
        let caller = waiting.first
        waiting.removeFirst()
        removedCount += 1
        return caller
    }

    /// Whether somebody still waits, once those whose patience has ended are counted out.
    @inline(__always)
    mutating func hasCaller(at now: Double) -> Bool {
        while !waiting.isEmpty {
            let caller = waiting.first
            if caller.deadline > now { return true }
            _ = removeFirst()
            lose(caller, at: caller.deadline)
        }
        return false
    }

    /// Everybody who waits is turned away now, unless they have hung up before.
    ///
    /// - Parameter outwaiting: those who would hang up later are left to do so.
    mutating func turnAway(at now: Double, outwaiting: Bool = false) {
        while !waiting.isEmpty {
            let caller = removeFirst()
            let isOutwaiting = outwaiting && caller.deadline < .infinity
            lose(caller, at: isOutwaiting ? caller.deadline : min(caller.deadline, now))
        }
    }

    mutating func setRoom(at agent: Int32, _ hasRoom: Bool) {
        let known = desksWithRoom.firstIndex(of: agent)
        if hasRoom, known == nil { desksWithRoom.append(agent) }
        if !hasRoom, let known { desksWithRoom.remove(at: known) }
    }

    /// The agent with room who holds the fewest conversations.
    func lightestDesk(_ desks: [ChatDesk]) -> Int32? {
        desksWithRoom.min { desks[Int($0)].count < desks[Int($1)].count }
    }

    /// How long one who has hung up waits before calling again; nil for those who do not.
    mutating func redialWait() -> Double? {
        guard redialDraws.uniform() < terms.redialShare else { return nil }
        return WaitingLine.redialSeconds * -log(1 - redialDraws.uniform())
    }

    /// One who calls again, as if for the first time.
    mutating func nextRedial(at now: Double) -> Caller {
        let (handle, patience) = source.terms.draws(
            at: now, &redialDraws, source.exponential)
        return Caller(arrival: now, deadline: now + patience, handleSeconds: handle)
    }
}
