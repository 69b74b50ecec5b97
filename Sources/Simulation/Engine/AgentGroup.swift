/// Agents of equal skills, and those of them who are idle, longest first.
struct AgentGroup: Sendable {
    /// An entry counts while its stamp is still the agent's.
    struct Idle: Sendable {
        var agent: Int32
        var stamp: Int32
    }

    /// Lines that the group serves, by priority.
    let lines: [Int]
    var idle = Ring(blank: Idle(agent: 0, stamp: 0))
    var idleCount = 0
    /// Of a counted group: agents who are away, and how many more go as soon as they are free.
    var away: [Int32] = []
    var leavingCount = 0

    init(lines: [Int]) { self.lines = lines }
}

/// One agent during a run.
struct AgentState: Sendable {
    let group: Int32
    /// On duty; somebody not on duty may still be finishing a conversation.
    var isPresent = false
    var isBusy = false
    /// Raised whenever the agent becomes idle or ceases to be.
    var stamp: Int32 = 0
    var onlineSince = 0.0

    init(group: Int) { self.group = Int32(group) }
}
