import Execution

/// A list that agents call from, one attempt after the other: most fail, some end in a conversation.
struct CallList: Sendable {
    struct Terms: Sendable {
        /// Per day.
        var paces: [DialingPace]
        var handleSeconds: Double
        /// Most agents at once per slot, 0 where calling is not allowed.
        var mostAgents: [Int]
        /// Conversations that the plan wants by the end of each slot's week, since the start.
        var wanted: [Double]
        /// Day of each slot.
        var slotDays: [Int]
        var slotSeconds: Double
    }

    let terms: Terms
    let groups: [Int]
    private let exponential = ExponentialDraws()
    private var generator: SeededGenerator
    /// Agents at it now.
    var agents = 0
    /// Conversations so far, and by day.
    private var total = 0
    private(set) var contacts: [Int]
    private(set) var busyTime: SlotTime

    init(_ terms: Terms, groups: [Int], dayCount: Int, key: StreamKey) {
        self.terms = terms
        self.groups = groups
        generator = key.generator
        contacts = Array(repeating: 0, count: max(1, dayCount))
        busyTime = SlotTime(slotCount: terms.slotDays.count, slotSeconds: terms.slotSeconds)
    }

    /// One agent makes one attempt.
    ///
    /// - Returns: how long it takes; nil where calling is not allowed or nobody is left to call.
    mutating func attempt(slot: Int, at now: Double) -> Double? {
        guard slot < terms.mostAgents.count, slot < terms.wanted.count,
            slot < terms.slotDays.count, agents < terms.mostAgents[slot], Double(total) < terms.wanted[slot]
        else { return nil }
        agents += 1
        let pace = terms.paces[terms.slotDays[slot]]
        let isReached = generator.uniform() < pace.reachRate(team: agents)
        var seconds = pace.failedSeconds
        if isReached {
            seconds = pace.aroundSeconds + terms.handleSeconds * exponential.draw(&generator)
            total += 1
            contacts[min(contacts.count - 1, terms.slotDays[slot])] += 1
        }
        // An attempt takes some time, whatever the terms say.
        seconds = max(1, seconds)
        busyTime.add(from: now, to: now + seconds)
        return seconds
    }
}
