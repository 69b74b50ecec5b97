/// A floor in discrete events: contacts arrive, agents come, serve and go.
///
/// One event is an arrival, an end of service or an abandonment. Abandonments need no timer: a
/// caller carries a deadline and is counted out, at that moment, when the line next moves.
/// A free agent takes, among the lines of their skills, the caller of best priority, then of longest
/// wait; a new caller takes, among the idle, an agent of fewest skills, then of longest idleness.
/// Where a group shrinks, an idle agent goes, else whoever finishes next.
///
/// Complexity: O(log agents) per event.
struct FloorEngine: Sendable {
    var lines: [WaitingLine]
    var groups: [AgentGroup]
    var agents: [AgentState]
    var ends = EventHeap()
    private(set) var onlineTime: SlotTime
    var busyTime: [SlotTime]
    private let changes: [FloorChange]
    private var nextChange = 0
    private var isOpen = true
    private var presentCount = 0
    /// Ends of service so far.
    private(set) var services = 0

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
    }

    /// Runs until nothing more can happen. Those who still wait then are turned away.
    mutating func run() {
        var last = 0.0
        while true {
            let (arrival, line) = nextArrival
            let change = nextChange < changes.count ? changes[nextChange].time : .infinity
            let end = ends.nextTime
            let now = min(arrival, change, end)
            guard now < .infinity else { break }
            last = now
            if change == now {
                apply(changes[nextChange].kind, at: now)
                nextChange += 1
            } else if end == now {
                finish(at: now)
            } else {
                arrive(at: line, now)
            }
        }
        for line in lines.indices { lines[line].turnAway(at: last, outwaiting: true) }
        for agent in agents.indices where agents[agent].isPresent {
            onlineTime.add(from: agents[agent].onlineSince, to: .infinity)
        }
    }

    @inline(__always)
    private var nextArrival: (time: Double, line: Int) {
        var best = (time: lines.isEmpty ? .infinity : lines[0].source.nextTime, line: 0)
        for line in 1..<max(1, lines.count) where lines[line].source.nextTime < best.time {
            best = (lines[line].source.nextTime, line)
        }
        return best
    }

    @inline(__always)
    private mutating func arrive(at line: Int, _ now: Double) {
        let (handle, patience) = lines[line].source.take()
        let caller = Caller(arrival: now, deadline: now + patience, handleSeconds: handle)
        if !isOpen, presentCount == 0 {
            lines[line].lose(caller, at: now)
        } else if let agent = takeIdle(for: line) {
            serve(caller, of: line, by: agent, at: now)
            ends.push(EventHeap.Entry(time: now + handle, agent: agent, version: 0))
        } else {
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
    private mutating func takeIdle(of group: Int) -> Int32? {
        guard !groups[group].idle.isEmpty else { return nil }
        let agent = groups[group].idle.first
        groups[group].idle.removeFirst()
        return agent
    }

    @inline(__always)
    private mutating func serve(_ caller: Caller, of line: Int, by agent: Int32, at now: Double) {
        lines[line].answer(caller, at: now)
        busyTime[line].add(from: now, to: now + caller.handleSeconds)
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
        let caller = lines[best.line].waiting.first
        lines[best.line].waiting.removeFirst()
        return (best.line, caller)
    }

    @inline(__always)
    private mutating func finish(at now: Double) {
        guard let entry = ends.next else { return }
        services += 1
        let agent = Int(entry.agent)
        let group = Int(agents[agent].group)
        if groups[group].leavingCount > 0 {
            groups[group].leavingCount -= 1
            groups[group].away.append(entry.agent)
            agents[agent].isPresent = false
            ends.pop()
            onlineTime.add(from: agents[agent].onlineSince, to: now)
            return
        }
        if let (line, caller) = takeCaller(for: group, at: now) {
            serve(caller, of: line, by: entry.agent, at: now)
            ends.replaceNext(
                with: EventHeap.Entry(time: now + caller.handleSeconds, agent: entry.agent, version: 0))
        } else {
            ends.pop()
            rest(agent, group: group)
        }
    }

    @inline(__always)
    private mutating func rest(_ agent: Int, group: Int) {
        groups[group].idle.append(Int32(agent))
    }

    private mutating func apply(_ change: FloorChange.Kind, at now: Double) {
        switch change {
        case .opens: isOpen = true
        case .closes: isOpen = false
        case .oneMore(let group): addOne(to: group, at: now)
        case .oneLess(let group): removeOne(from: group, at: now)
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
        guard let entry = groups[group].away.popLast() else { return }
        let agent = Int(entry)
        agents[agent].isPresent = true
        agents[agent].onlineSince = now
        if let (line, caller) = takeCaller(for: group, at: now) {
            serve(caller, of: line, by: entry, at: now)
            ends.push(EventHeap.Entry(time: now + caller.handleSeconds, agent: entry, version: 0))
        } else {
            rest(agent, group: group)
        }
    }

    private mutating func removeOne(from group: Int, at now: Double) {
        presentCount -= 1
        guard let agent = takeIdle(of: group) else {
            groups[group].leavingCount += 1
            return
        }
        groups[group].away.append(agent)
        agents[Int(agent)].isPresent = false
        onlineTime.add(from: agents[Int(agent)].onlineSince, to: now)
    }
}
