/// Callers who hang up and call again.
extension FloorEngine {
    /// Notes when a caller about to wait would hang up.
    mutating func watch(_ caller: Caller, of line: Int) {
        guard caller.deadline < .infinity else { return }
        let place = Int32(truncatingIfNeeded: lines[line].removedCount + lines[line].waiting.count)
        redials.push(EventHeap.Entry(time: caller.deadline, agent: Int32(line), version: place))
    }

    mutating func redial(at now: Double) {
        guard let entry = redials.next else { return }
        redials.pop()
        let line = Int(entry.agent)
        if entry.version < 0 {
            // A closed line is not called again.
            guard isOpen else { return }
            receive(lines[line].nextRedial(at: now), at: line, now)
        } else if Int(entry.version) >= lines[line].removedCount, let wait = lines[line].redialWait() {
            redials.push(EventHeap.Entry(time: now + wait, agent: Int32(line), version: -1))
        }
    }
}
