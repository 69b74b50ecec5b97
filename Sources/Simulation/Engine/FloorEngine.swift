/// A floor in discrete events: contacts arrive, agents come, serve and go.
///
/// One event is an arrival, an end of service or an abandonment. Abandonments need no timer: a
/// caller carries a deadline and is counted out, at that moment, when the line next moves.
/// A free agent takes, among the lines of their skills, the caller of best priority, then of longest
/// wait; a new caller takes, among the idle, an agent of fewest skills, then of longest idleness.
/// An agent whose time is over finishes the conversation in hand and goes.
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

    /// - Parameter changes: in order of time (`FloorChange.ordered`).
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
        if let agent = takeIdle(for: line) {
            serve(caller, of: line, by: agent, at: now)
            ends.push(EventHeap.Entry(time: now + handle, agent: agent, version: 0))
        } else {
            lines[line].waiting.append(caller)
        }
    }

    /// Removes and returns the idle agent whom a caller of a line gets.
    @inline(__always)
    private mutating func takeIdle(for line: Int) -> Int32? {
        for group in lines[line].terms.groups where groups[group].idleCount > 0 {
            while !groups[group].idle.isEmpty {
                let entry = groups[group].idle.first
                groups[group].idle.removeFirst()
                guard agents[Int(entry.agent)].stamp == entry.stamp else { continue }
                agents[Int(entry.agent)].stamp &+= 1
                groups[group].idleCount -= 1
                return entry.agent
            }
        }
        return nil
    }

    @inline(__always)
    private mutating func serve(_ caller: Caller, of line: Int, by agent: Int32, at now: Double) {
        agents[Int(agent)].isBusy = true
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
        if agents[agent].isPresent, groups[Int(agents[agent].group)].leavingCount > 0 {
            groups[Int(agents[agent].group)].leavingCount -= 1
            groups[Int(agents[agent].group)].away.append(entry.agent)
            agents[agent].isPresent = false
        }
        guard agents[agent].isPresent else {
            ends.pop()
            agents[agent].isBusy = false
            onlineTime.add(from: agents[agent].onlineSince, to: now)
            return
        }
        let group = Int(agents[agent].group)
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
        agents[agent].isBusy = false
        agents[agent].stamp &+= 1
        groups[group].idle.append(AgentGroup.Idle(agent: Int32(agent), stamp: agents[agent].stamp))
        groups[group].idleCount += 1
    }

    private mutating func apply(_ change: FloorChange.Kind, at now: Double) {
        switch change {
        case .opens: isOpen = true
        case .closes: isOpen = false
        case .comes(let agent): come(agent, at: now)
        case .leaves(let agent): leave(agent, at: now)
        case .oneMore(let group): addOne(to: group, at: now)
        case .oneLess(let group): removeOne(from: group, at: now)
        }
        // Nobody is left to answer, and nobody will come for those who wait.
        if !isOpen, presentCount == 0 {
            for line in lines.indices { lines[line].turnAway(at: now) }
        }
    }

    private mutating func come(_ agent: Int, at now: Double) {
        guard !agents[agent].isPresent else { return }
        agents[agent].isPresent = true
        presentCount += 1
        guard !agents[agent].isBusy else { return }
        agents[agent].onlineSince = now
        let group = Int(agents[agent].group)
        if let (line, caller) = takeCaller(for: group, at: now) {
            serve(caller, of: line, by: Int32(agent), at: now)
            ends.push(
                EventHeap.Entry(time: now + caller.handleSeconds, agent: Int32(agent), version: 0))
        } else {
            rest(agent, group: group)
        }
    }

    private mutating func leave(_ agent: Int, at now: Double) {
        guard agents[agent].isPresent else { return }
        agents[agent].isPresent = false
        presentCount -= 1
        guard !agents[agent].isBusy else { return }
        agents[agent].stamp &+= 1
        groups[Int(agents[agent].group)].idleCount -= 1
        onlineTime.add(from: agents[agent].onlineSince, to: now)
    }

    private mutating func addOne(to group: Int, at now: Double) {
        if groups[group].leavingCount > 0 {
            groups[group].leavingCount -= 1
            presentCount += 1
        } else if let agent = groups[group].away.popLast() {
            come(Int(agent), at: now)
        }
    }

    private mutating func removeOne(from group: Int, at now: Double) {
        if groups[group].idleCount > 0 {
            while !groups[group].idle.isEmpty {
                let entry = groups[group].idle.first
                guard agents[Int(entry.agent)].stamp == entry.stamp else {
                    groups[group].idle.removeFirst()
                    continue
                }
                groups[group].away.append(entry.agent)
                leave(Int(entry.agent), at: now)
                return
            }
        } else {
            groups[group].leavingCount += 1
            presentCount -= 1
        }
    }
}
