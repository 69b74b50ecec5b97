/// Written conversations, several at once per agent.
extension FloorEngine {
    mutating func addConversation(_ caller: Caller, of line: Int, by agent: Int32, at now: Double) {
        let slowdown = lines[line].terms.slowdown
        lines[line].answer(caller, at: now)
        desks[Int(agent)].add(caller.handleSeconds, at: now, slowdown: slowdown)
        agents[Int(agent)].chat = Int32(line)
        update(agent, line: line)
    }

    /// Takes those who wait, as long as there is room.
    mutating func fillDesk(of agent: Int32, line: Int, at now: Double) {
        while desks[Int(agent)].count < lines[line].terms.slots, lines[line].hasCaller(at: now) {
            addConversation(lines[line].removeFirst(), of: line, by: agent, at: now)
        }
    }

    mutating func finishConversation(of agent: Int32, at now: Double) {
        let line = Int(agents[Int(agent)].chat)
        let group = Int(agents[Int(agent)].group)
        desks[Int(agent)].removeFirst(at: now, slowdown: lines[line].terms.slowdown)
        if desks[Int(agent)].isEmpty {
            busyTime[line].add(from: desks[Int(agent)].busySince, to: now)
            agents[Int(agent)].version &+= 1
            lines[line].setRoom(at: agent, false)
            if agents[Int(agent)].isLeaving {
                agents[Int(agent)].isLeaving = false
                groups[group].leaving.removeAll { $0 == agent }
                goAway(agent, at: now)
            } else {
                becomeFree(agent, at: now)
            }
            return
        }
        // Who is to go takes nobody new, and goes after the last conversation.
        if !agents[Int(agent)].isLeaving, groups[group].leavingCount > 0 {
            groups[group].leavingCount -= 1
            groups[group].leaving.append(agent)
            agents[Int(agent)].isLeaving = true
        }
        update(agent, line: line)
        if !agents[Int(agent)].isLeaving { fillDesk(of: agent, line: line, at: now) }
    }

    /// Somebody of a group who was to go after the conversations in hand stays, and takes new ones.
    ///
    /// - Returns: false where there is nobody.
    mutating func keepLeaving(of group: Int, at now: Double) -> Bool {
        guard let agent = groups[group].leaving.popLast() else { return false }
        let line = Int(agents[Int(agent)].chat)
        agents[Int(agent)].isLeaving = false
        update(agent, line: line)
        fillDesk(of: agent, line: line, at: now)
        return true
    }

    /// After a conversation has begun or ended, or its agent stays after all: the next end, and whether there is room for more.
    private mutating func update(_ agent: Int32, line: Int) {
        let desk = desks[Int(agent)]
        agents[Int(agent)].version &+= 1
        ends.push(entry(agent, at: desk.nextEnd(slowdown: lines[line].terms.slowdown)))
        let hasRoom = desk.count < lines[line].terms.slots && !agents[Int(agent)].isLeaving
        lines[line].setRoom(at: agent, hasRoom)
    }
}
