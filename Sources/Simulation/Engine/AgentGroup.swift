/// Agents of equal skills: those who are idle, longest first, and those who are away.
struct AgentGroup: Sendable {
    /// Lines that the group serves.
    let lines: [Int]
    var idle = Ring(blank: Int32(0))
    var away: [Int32]
    /// How many more go as soon as they are free.
    var leavingCount = 0
    /// Those who go after the written conversations in hand.
    var leaving: [Int32] = []

    /// - Parameter agents: numbers of its agents, all away.
    init(lines: [Int], agents: Range<Int>) {
        self.lines = lines
        away = agents.reversed().map { Int32($0) }
    }
}

/// One agent during a run.
struct AgentState: Sendable {
    let group: Int32
    /// On duty; somebody not on duty may still be finishing a conversation.
    var isPresent = false
    /// Goes after the conversations in hand.
    var isLeaving = false
    /// Work that can wait, in hand: backlogs, then lists; −1 = none.
    var work: Int32 = -1
    /// Line of the written conversations in hand.
    var chat: Int32 = 0
    /// An end of service counts while its version is still the agent's.
    var version: Int32 = 0
    var onlineSince = 0.0

    init(group: Int) { self.group = Int32(group) }
}
