import Workforce

/// What became of one kind of work that can wait, gathered over replications.
struct WorkTally: Sendable {
    private let key: ActivityKey
    private let isBacklog: Bool
    private var wanted: [RatioMoments]
    private var done: [RatioMoments]
    private var wantedInAll = RatioMoments()
    private var doneInAll = RatioMoments()
    private var hours = RatioMoments()
    private var inTime = RatioMoments()
    private var left = RatioMoments()

    init(_ key: ActivityKey, isBacklog: Bool, weekCount: Int) {
        self.key = key
        self.isBacklog = isBacklog
        wanted = Array(repeating: RatioMoments(), count: weekCount)
        done = wanted
    }

    mutating func add(_ run: Backlog) {
        add(wanted: run.arrived.map(Double.init), done: run.done, busySeconds: run.busyTime.seconds)
        inTime.add(Double(run.inTime.reduce(0, +)), over: Double(run.due.reduce(0, +)))
        left.add(Double(run.count), over: 1)
    }

    mutating func add(_ run: CallList, of floor: FloorList) {
        let byDay = floor.wanted.flatMap { [$0] + [Double](repeating: 0, count: 6) }
        add(wanted: byDay, done: run.contacts, busySeconds: run.busyTime.seconds)
    }

    /// - Parameters:
    ///   - wanted: by day, as is `done`.
    private mutating func add(wanted byDay: [Double], done doneByDay: [Int], busySeconds: [Double]) {
        for week in wanted.indices {
            let days = week * 7..<week * 7 + 7
            wanted[week].add(days.reduce(0) { $0 + ($1 < byDay.count ? byDay[$1] : 0) }, over: 1)
            let count = days.reduce(0) { $0 + ($1 < doneByDay.count ? doneByDay[$1] : 0) }
            done[week].add(Double(count), over: 1)
        }
        wantedInAll.add(byDay.reduce(0, +), over: 1)
        doneInAll.add(Double(doneByDay.reduce(0, +)), over: 1)
        hours.add(busySeconds.reduce(0, +) / 3600, over: 1)
    }

    func result(salesPerContact: Double? = nil) -> SimulatedWork {
        func week(_ wanted: RatioMoments, _ done: RatioMoments) -> SimulatedWork.Week {
            SimulatedWork.Week(
                wanted: wanted.estimate()?.value ?? 0,
                done: done.estimate().map(SimulatedMean.init) ?? SimulatedMean(value: 0, halfWidth: nil))
        }
        let overall = week(wantedInAll, doneInAll)
        return SimulatedWork(
            activity: key, weeks: zip(wanted, done).map(week), overall: overall,
            hours: hours.estimate()?.value ?? 0, inTime: inTime.estimate().map(SimulatedMean.init),
            left: isBacklog ? left.estimate()?.value : nil,
            sales: salesPerContact.map { $0 * overall.done.value })
    }
}
