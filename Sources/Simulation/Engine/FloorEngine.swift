/// A floor in discrete events: contacts arrive, agents come, serve and go.
///
/// One event is an arrival, an end of service or an abandonment. Abandonments need no timer: a
/// caller carries a deadline and is counted out, at that moment, when the line next moves.
/// A free agent takes, among the lines of their skills, the caller of best priority, then of longest
/// wait; a new caller takes, among the idle, an agent of fewest skills, then of longest idleness.
/// Work that can wait (`Backlog`, `CallList`) is taken up by agents whom no caller wants, as long as
/// enough others are left (`reserve`). Where a group shrinks, an idle agent goes, else whoever
/// finishes next.
///
/// Complexity: O(log agents) per event.
struct FloorEngine: Sendable {
    var lines: [WaitingLine]
    var backlogs: [Backlog] = []
    var lists: [CallList] = []
    var groups: [AgentGroup]
    var agents: [AgentState]
    /// Written conversations of each agent; empty where no line is a chat.
    var desks: [ChatDesk] = []
    var ends = EventHeap()
    /// Moments at which a caller who may call again would hang up (version = place in line), or
    /// does call again (version −1).
    var redials = EventHeap()
    var onlineTime: SlotTime
    var busyTime: [SlotTime]
    /// Agents on the line whom work that can wait leaves to callers, per slot.
    var reserve: [Int] = []
    var slot = 0
    /// Agents at work that can wait.
    var workingCount = 0
    var presentCount = 0
    var isOpen = true
    private let changes: [FloorChange]
    private var nextChange = 0
    /// Ends of service so far.
    var services = 0

    /// - Parameter changes: in order of time.
    init(
        lines: [WaitingLine], groups: [AgentGroup], agents: [AgentState], changes: [FloorChange],
        slotCount: Int, slotSeconds: Double
    ) {
        self.lines = lines
        self.groups = groups
        self.agents = agents
        self.changes = changes
        onlineTime = SlotTime(slotCount: slotCount, slotSeconds: slotSeconds)
        busyTime = lines.map { _ in SlotTime(slotCount: slotCount, slotSeconds: slotSeconds) }
        if lines.contains(where: { $0.terms.slots > 1 }) {
            desks = Array(repeating: ChatDesk(), count: agents.count)
        }
    }

    /// Runs until nothing more can happen. Those who still wait then are turned away.
    mutating func run() {
        var last = 0.0
        while true {
            let (arrival, line) = nextArrival
            let change = nextChange < changes.count ? changes[nextChange].time : .infinity
            let end = ends.nextTime
            let now = min(min(arrival, change), min(end, redials.nextTime))
            guard now < .infinity else { break }
            last = now
            if change == now {
                apply(changes[nextChange].kind, at: now)
                nextChange += 1
            } else if end == now {
                finish(at: now)
            } else if arrival == now {
                arrive(at: line, now)
            } else {
                redial(at: now)
            }
        }
        for line in lines.indices { lines[line].turnAway(at: last, outwaiting: true) }
        for agent in agents.indices where agents[agent].isPresent {
            onlineTime.add(from: agents[agent].onlineSince, to: .infinity)
        }
    }

    /// Backlogs count on from the lines.
    @inline(__always)
    private var nextArrival: (time: Double, line: Int) {
        var best = (time: lines.isEmpty ? .infinity : lines[0].source.nextTime, line: 0)
        for line in 1..<max(1, lines.count) where lines[line].source.nextTime < best.time {
            best = (lines[line].source.nextTime, line)
        }
        for index in backlogs.indices where backlogs[index].nextTime < best.time {
            best = (backlogs[index].nextTime, lines.count + index)
        }
        return best
    }

    @inline(__always)
    private mutating func arrive(at line: Int, _ now: Double) {
        guard line < lines.count else {
            backlogs[line - lines.count].arrive()
            startWork(at: now)
            return
        }
        let (handle, patience) = lines[line].source.take()
        receive(Caller(arrival: now, deadline: now + patience, handleSeconds: handle), at: line, now)
    }

    @inline(__always)
    mutating func receive(_ caller: Caller, at line: Int, _ now: Double) {
        if !isOpen, presentCount == 0 {
            lines[line].lose(caller, at: now)
        } else if let agent = takeIdle(for: line) {
            begin(caller, of: line, by: agent, at: now)
        } else if lines[line].terms.slots > 1, let agent = lines[line].lightestDesk(desks) {
            addConversation(caller, of: line, by: agent, at: now)
        } else {
            if lines[line].terms.redialShare > 0 { watch(caller, of: line) }
            lines[line].waiting.append(caller)
        }
    }

    /// Removes and returns the idle agent whom a caller of a line gets.
    @inline(__always)
    private mutating func takeIdle(for line: Int) -> Int32? {
        for group in lines[line].terms.groups {
            if let agent = takeIdle(of: group) { return agent }
        }
        return nil
    }

    /// Removes and returns the agent of a group who has been idle longest.
    @inline(__always)
    mutating func takeIdle(of group: Int) -> Int32? {
        guard !groups[group].idle.isEmpty else { return nil }
        let agent = groups[group].idle.first
        groups[group].idle.removeFirst()
        return agent
    }

    /// A free agent takes a caller.
    @inline(__always)
    mutating func begin(_ caller: Caller, of line: Int, by agent: Int32, at now: Double) {
        if lines[line].terms.slots > 1 {
            addConversation(caller, of: line, by: agent, at: now)
            fillDesk(of: agent, line: line, at: now)
        } else {
            serve(caller, of: line, at: now)
            ends.push(entry(agent, at: now + caller.handleSeconds))
        }
    }

    @inline(__always)
    private mutating func serve(_ caller: Caller, of line: Int, at now: Double) {
        lines[line].answer(caller, at: now)
        busyTime[line].add(from: now, to: now + caller.handleSeconds)
    }

    @inline(__always)
    func entry(_ agent: Int32, at time: Double) -> EventHeap.Entry {
        EventHeap.Entry(time: time, agent: agent, version: agents[Int(agent)].version)
    }

    /// The caller whom a free agent of a group takes next.
    @inline(__always)
    private mutating func takeCaller(for group: Int, at now: Double) -> (line: Int, caller: Caller)? {
        var best: (line: Int, priority: Int, arrival: Double)?
        for line in groups[group].lines where lines[line].hasCaller(at: now) {
            let priority = lines[line].terms.priority
            let arrival = lines[line].waiting.first.arrival
            if let known = best, (known.priority, known.arrival) <= (priority, arrival) { continue }
            best = (line, priority, arrival)
        }
        guard let best else { return nil }
        return (best.line, lines[best.line].removeFirst())
    }

    @inline(__always)
    private mutating func finish(at now: Double) {
        guard let entry = ends.next else { return }
        let agent = Int(entry.agent)
        guard agents[agent].version == entry.version else {
            ends.pop()
            return
        }
        services += 1
        if !desks.isEmpty, !desks[agent].isEmpty {
            ends.pop()
            finishConversation(of: entry.agent, at: now)
            return
        }
        if agents[agent].work >= 0 { finishWork(of: agent) }
        let group = Int(agents[agent].group)
        if groups[group].leavingCount == 0, let (line, caller) = takeCaller(for: group, at: now) {
            if lines[line].terms.slots > 1 {
                ends.pop()
                begin(caller, of: line, by: entry.agent, at: now)
            } else {
                serve(caller, of: line, at: now)
                ends.replaceNext(with: self.entry(entry.agent, at: now + caller.handleSeconds))
            }
            return
        }
        ends.pop()
        becomeFree(entry.agent, at: now)
    }

    /// An agent with nothing in hand goes off the line, takes a caller, works on or rests.
    mutating func becomeFree(_ agent: Int32, at now: Double) {
        let group = Int(agents[Int(agent)].group)
        if groups[group].leavingCount > 0 {
            groups[group].leavingCount -= 1
            goAway(agent, at: now)
        } else if let (line, caller) = takeCaller(for: group, at: now) {
            begin(caller, of: line, by: agent, at: now)
        } else if !work(by: agent, at: now) {
            groups[group].idle.append(agent)
        }
    }

    mutating func goAway(_ agent: Int32, at now: Double) {
        groups[Int(agents[Int(agent)].group)].away.append(agent)
        agents[Int(agent)].isPresent = false
        onlineTime.add(from: agents[Int(agent)].onlineSince, to: now)
    }

    private mutating func apply(_ change: FloorChange.Kind, at now: Double) {
        switch change {
        case .opens: isOpen = true
        case .closes: isOpen = false
        case .oneMore(let group): addOne(to: group, at: now)
        case .oneLess(let group): removeOne(from: group, at: now)
        case .begins(let next):
            slot = next
            startWork(at: now)
        }
        // Nobody is left to answer, and nobody will come for those who wait.
        if !isOpen, presentCount == 0 {
            for line in lines.indices { lines[line].turnAway(at: now) }
        }
    }

    private mutating func addOne(to group: Int, at now: Double) {
        presentCount += 1
        if groups[group].leavingCount > 0 {
            groups[group].leavingCount -= 1
            return
        }
        if keepLeaving(of: group, at: now) { return }
        let agent = groups[group].away.popLast() ?? appendAgent(to: group)
        agents[Int(agent)].isPresent = true
        agents[Int(agent)].onlineSince = now
        becomeFree(agent, at: now)
    }

    /// One more than the group was set up with.
    private mutating func appendAgent(to group: Int) -> Int32 {
        agents.append(AgentState(group: group))
        if !desks.isEmpty { desks.append(ChatDesk()) }
        return Int32(truncatingIfNeeded: agents.count - 1)
    }

    private mutating func removeOne(from group: Int, at now: Double) {
        presentCount -= 1
        if let agent = takeIdle(of: group) {
            goAway(agent, at: now)
        } else {
            groups[group].leavingCount += 1
        }
    }
}
