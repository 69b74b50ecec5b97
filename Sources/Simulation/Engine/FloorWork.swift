/// Work that can wait, between callers.
extension FloorEngine {
    /// Whether one more agent may turn to work that can wait.
    private var hasSpareAgent: Bool {
        workingCount < presentCount - (slot < reserve.count ? reserve[slot] : 0)
    }

    /// Gives work to idle agents, as many as may be spared.
    mutating func startWork(at now: Double) {
        guard !backlogs.isEmpty || !lists.isEmpty else { return }
        for group in groups.indices {
            while hasSpareAgent, let agent = takeIdle(of: group) {
                guard work(by: agent, at: now) else {
                    groups[group].idle.append(agent)
                    break
                }
            }
        }
    }

    /// Items first, for they are due; then calls from a list.
    ///
    /// - Returns: false where there is nothing for the agent to do.
    mutating func work(by agent: Int32, at now: Double) -> Bool {
        guard hasSpareAgent, isOpen else { return false }
        let group = Int(agents[Int(agent)].group)
        for index in backlogs.indices where backlogs[index].groups.contains(group) {
            guard let seconds = backlogs[index].take(at: now) else { continue }
            begin(work: index, for: seconds, by: agent, at: now)
            return true
        }
        for index in lists.indices where lists[index].groups.contains(group) {
            guard let seconds = lists[index].attempt(slot: slot, at: now) else { continue }
            begin(work: backlogs.count + index, for: seconds, by: agent, at: now)
            return true
        }
        return false
    }

    private mutating func begin(work: Int, for seconds: Double, by agent: Int32, at now: Double) {
        agents[Int(agent)].work = Int32(work)
        workingCount += 1
        ends.push(entry(agent, at: now + seconds))
    }

    mutating func finishWork(of agent: Int) {
        let list = Int(agents[agent].work) - backlogs.count
        if lists.indices.contains(list) { lists[list].agents -= 1 }
        agents[agent].work = -1
        workingCount -= 1
    }
}
