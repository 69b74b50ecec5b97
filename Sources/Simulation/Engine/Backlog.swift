/// Items that wait until they are done, first come first served, each with a due time.
struct Backlog: Sendable {
    /// Groups of agents who can do them.
    let groups: [Int]
    private let dueTimes: DueTimes
    private let slotDays: [Int]
    private let slotSeconds: Double
    private var source: CallSource
    private var waiting = Ring(blank: Caller.none)
    private(set) var busyTime: SlotTime
    /// By day of arrival: all items, those due within the horizon, and those of them done by then.
    private(set) var arrived: [Int]
    private(set) var due: [Int]
    private(set) var inTime: [Int]
    /// By day of work.
    private(set) var done: [Int]

    /// - Parameters:
    ///   - slotDays: day of each slot.
    ///   - waiting: handle times of the items there at the start.
    init(
        groups: [Int], source: CallSource, dueTimes: DueTimes, slotDays: [Int], waiting: [Double]
    ) {
        self.groups = groups
        self.source = source
        self.dueTimes = dueTimes
        self.slotDays = slotDays
        slotSeconds = source.terms.slotSeconds
        busyTime = SlotTime(slotCount: slotDays.count, slotSeconds: slotSeconds)
        let none = [Int](repeating: 0, count: 1 + max(0, slotDays.last ?? 0))
        (arrived, due, inTime, done) = (none, none, none, none)
        for seconds in waiting { add(seconds, at: 0) }
    }

    var nextTime: Double { source.nextTime }
    var count: Int { waiting.count }

    mutating func arrive() {
        let now = source.nextTime
        add(source.take().handleSeconds, at: now)
    }

    private mutating func add(_ seconds: Double, at now: Double) {
        let day = day(of: now)
        arrived[day] += 1
        let deadline = dueTimes.due(now, day: day)
        if deadline < .infinity { due[day] += 1 }
        waiting.append(Caller(arrival: now, deadline: deadline, handleSeconds: seconds))
    }

    /// The next item's handle time, now begun; nil where none waits.
    mutating func take(at now: Double) -> Double? {
        guard !waiting.isEmpty else { return nil }
        let item = waiting.first
        waiting.removeFirst()
        done[day(of: now)] += 1
        if item.deadline < .infinity, now + item.handleSeconds <= item.deadline {
            inTime[day(of: item.arrival)] += 1
        }
        busyTime.add(from: now, to: now + item.handleSeconds)
        return item.handleSeconds
    }

    private func day(of time: Double) -> Int {
        guard !slotDays.isEmpty else { return 0 }
        let slot = slotIndex(of: time, slotSeconds: slotSeconds, count: slotDays.count - 1)
        return min(arrived.count - 1, slotDays[slot])
    }
}
