import Workforce

/// Rest and runs of days as a finite automaton over the week, so that the tour
/// programme enforces them exactly with as few states as matter.
///
/// A day's shifts fall into classes by what their start and end mean for rest:
/// where opening hours leave the daily rest anyway there is one class and one
/// state. Around the clock, classes are coarsened (ends later, starts earlier
/// than they are) so that their number stays small: tours stay legal, a few
/// legal tours are lost.
struct RestAutomaton: Sendable {
    /// States before each day, and after Sunday (8 entries).
    private(set) var stateCounts: [Int] = []
    /// Class of each member pattern of each day.
    private(set) var memberClasses: [[Int]] = []
    private(set) var classCounts: [Int] = []
    /// `offNext[day][state]`.
    private(set) var offNext: [[Int]] = []
    /// `workNext[day][state * classCounts[day] + class]`; −1 = not allowed.
    private(set) var workNext: [[Int]] = []
    /// Whether a week may end in each state.
    private(set) var accepts: [Bool] = []

    private struct State: Hashable {
        /// Days since the last day worked (1 = yesterday); 0 = nothing that binds.
        var since = 0
        /// Minute of the week at which the last shift ended.
        var end = 0
        var run = 0
        /// Weekly rest taken, or sure.
        var rested: Bool

        /// The same without an end that binds.
        var freed: State { State(since: 0, end: 0, run: run, rested: rested) }
    }

    private struct DayClass: Hashable {
        var start: Int
        var end: Int
    }

    /// - Parameter members: patterns of each day that may be used.
    init(
        rest: RestRules, sets: [PatternSet?], members: [[Int32]], grid: WeekGrid,
        daysPerWeek: ClosedRange<Int>
    ) {
        let hours = (0..<7).map { day in
            RestAutomaton.hours(
                sets[day], members: members[day], offset: day * 1440 + grid.origin * grid.step,
                step: grid.step)
        }
        let sure = RestAutomaton.weeklyRestIsSure(rest, hours: hours, daysPerWeek: daysPerWeek)
        let tracksRun = daysPerWeek.upperBound > rest.consecutiveDays
        let classes = DayClasses(rest: rest, hours: hours, step: grid.step, exact: sure)
        var states = [State(rested: sure)]
        for day in 0..<7 {
            let kinds = addClasses(day, set: sets[day], members: members[day], grid: grid, classes: classes)
            var next = StateList()
            let morrow = (day + 1) * 1440
            offNext.append(states.map { next.number(RestAutomaton.afterOff($0, at: morrow, rest: rest)) })
            var work: [Int] = []
            for state in states {
                for kind in kinds {
                    let after = RestAutomaton.afterWork(
                        state, start: kind.start, end: kind.end, rest: rest, tracksRun: tracksRun)
                    let isFree = classes.isFree(kind.end, day: day)
                    work.append(after.map { next.number(isFree ? $0.freed : $0) } ?? -1)
                }
            }
            stateCounts.append(states.count)
            workNext.append(work)
            states = next.states
        }
        stateCounts.append(states.count)
        accepts = states.map { state in
            state.rested
                || rest.after + rest.elapsed(from: state.since == 0 ? -rest.before : state.end, to: 7 * 1440)
                    >= rest.weekly
        }
    }

    /// Sorts a day's members into classes; gives the classes.
    private mutating func addClasses(
        _ day: Int, set: PatternSet?, members: [Int32], grid: WeekGrid, classes: DayClasses
    ) -> [DayClass] {
        let offset = day * 1440 + grid.origin * grid.step
        var numbers: [DayClass: Int] = [:]
        var kinds: [DayClass] = []
        var memberKinds: [Int] = []
        for p in members.map(Int.init) {
            guard let set else { continue }
            let kind = DayClass(
                start: classes.start(offset + set.start[p] * grid.step, day: day),
                end: classes.end(offset + set.end[p] * grid.step, day: day))
            if numbers[kind] == nil {
                numbers[kind] = kinds.count
                kinds.append(kind)
            }
            memberKinds.append(numbers[kind] ?? 0)
        }
        classCounts.append(kinds.count)
        memberClasses.append(memberKinds)
        return kinds
    }

    /// States in the order first met.
    private struct StateList {
        private(set) var states: [State] = []
        private var numbers: [State: Int] = [:]

        mutating func number(_ state: State) -> Int {
            if let known = numbers[state] { return known }
            numbers[state] = states.count
            states.append(state)
            return states.count - 1
        }
    }

    private static func afterOff(_ state: State, at morrow: Int, rest: RestRules) -> State {
        var after = state
        after.run = 0
        if state.since > 0 { after.since += 1 }
        let from = state.since == 0 ? -rest.before : state.end
        if !after.rested, rest.elapsed(from: from, to: morrow) >= rest.weekly { after.rested = true }
        // A day off is rest enough between two days of work.
        if after.rested { return State(since: 0, end: 0, run: 0, rested: true) }
        return after
    }

    private static func afterWork(
        _ state: State, start: Int, end: Int, rest: RestRules, tracksRun: Bool
    ) -> State? {
        if state.since > 0, rest.elapsed(from: state.end, to: start) < rest.daily { return nil }
        if tracksRun, state.run + 1 > rest.consecutiveDays { return nil }
        let from = state.since == 0 ? -rest.before : state.end
        let rested = state.rested || rest.elapsed(from: from, to: start) >= rest.weekly
        return State(since: 1, end: end, run: tracksRun ? state.run + 1 : 0, rested: rested)
    }

    /// Earliest start and latest end of a day's patterns, in minutes of the week.
    private static func hours(
        _ set: PatternSet?, members: [Int32], offset: Int, step: Int
    ) -> ClosedRange<Int>? {
        guard let set, let first = members.map({ set.start[Int($0)] }).min(),
            let last = members.map({ set.end[Int($0)] }).max()
        else { return nil }
        return offset + first * step...offset + last * step
    }

    /// Whether every choice of days leaves the weekly rest, however late and early its shifts.
    private static func weeklyRestIsSure(
        _ rest: RestRules, hours: [ClosedRange<Int>?], daysPerWeek: ClosedRange<Int>
    ) -> Bool {
        for mask in 1..<128 {
            let days = (0..<7).filter { mask >> $0 & 1 == 1 }
            guard daysPerWeek.contains(days.count), days.allSatisfy({ hours[$0] != nil }) else { continue }
            var from = -rest.before
            var longest = 0
            for day in days {
                guard let worked = hours[day] else { continue }
                longest = max(longest, rest.elapsed(from: from, to: worked.lowerBound))
                from = worked.upperBound
            }
            longest = max(longest, rest.elapsed(from: from, to: 7 * 1440) + rest.after)
            if longest < rest.weekly { return false }
        }
        return true
    }

    /// What starts and ends mean for rest.
    private struct DayClasses {
        let hours: [ClosedRange<Int>?]
        /// Starts from here on follow any end of the day before.
        let lateStart: [Int]
        /// Ends up to here precede any start of the day after.
        let earlyEnd: [Int]
        let grain: Int
        let exact: Bool

        init(rest: RestRules, hours: [ClosedRange<Int>?], step: Int, exact: Bool) {
            self.hours = hours
            self.exact = exact
            var late = [Int](repeating: Int.min, count: 7)
            var early = [Int](repeating: Int.max, count: 7)
            var widest = 0
            for day in 0..<7 {
                guard let today = hours[day] else { continue }
                if day > 0, let before = hours[day - 1] {
                    late[day] = today.lowerBound
                    while late[day] < today.upperBound,
                        rest.elapsed(from: before.upperBound, to: late[day]) < rest.daily
                    { late[day] += step }
                }
                if day < 6, let after = hours[day + 1] {
                    early[day] = today.upperBound
                    while early[day] > today.lowerBound,
                        rest.elapsed(from: early[day], to: after.lowerBound) < rest.daily
                    { early[day] -= step }
                }
                widest = max(widest, exact && early[day] != .max ? today.upperBound - early[day] : 0)
                if !exact { widest = max(widest, today.upperBound - today.lowerBound) }
            }
            lateStart = late
            earlyEnd = early
            let most = exact ? 16 : 8
            grain = max(1, (widest / step + most - 1) / most) * step
        }

        func start(_ minute: Int, day: Int) -> Int {
            guard let today = hours[day] else { return minute }
            if exact, lateStart[day] == .min { return today.lowerBound }
            if exact, minute >= lateStart[day] { return lateStart[day] }
            return today.lowerBound + (minute - today.lowerBound) / grain * grain
        }

        func end(_ minute: Int, day: Int) -> Int {
            guard let today = hours[day] else { return minute }
            if exact, earlyEnd[day] == .max { return today.upperBound }
            if exact, minute <= earlyEnd[day] { return earlyEnd[day] }
            return today.upperBound - (today.upperBound - minute) / grain * grain
        }

        /// Whether an end class binds nothing later.
        func isFree(_ end: Int, day: Int) -> Bool { exact && end <= earlyEnd[day] }
    }
}
