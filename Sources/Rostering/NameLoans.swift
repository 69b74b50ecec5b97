import Workforce

/// Who is lent when: the schedule's loans given to people of the roster.
///
/// Interval by interval: whoever is lent already goes on while they are there and wanted; then
/// those lent to the same campaign before on that day, then those who can stay longest. Everybody
/// is with one campaign at a time, and where several campaigns borrow, people change places along
/// an augmenting path (Kuhn 1955), so that as many places are filled as can be. A place that
/// nobody who is there can take (a day struck out) stays empty.
///
/// - Returns: by day, then in the order of the lines.
/// - Complexity: O(intervals · places · people) for the days with loans.
func nameLoans(
    _ loans: [Loan], lines: [RosterLine], staffing: Staffing, scenario: Scenario
) -> [AgentLoan] {
    guard !loans.isEmpty else { return [] }
    let agents = Dictionary(scenario.floor.agents.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    var named: [AgentLoan] = []
    for day in Set(loans.map(\.day)).sorted() where (0..<scenario.horizon.dayCount).contains(day) {
        let today = loans.filter { $0.day == day }
        let former = Dictionary(grouping: staffing.posts.filter { $0.week < day / 7 }, by: \.agent)
        for lender in Set(today.map(\.lender)).sorted() {
            let own = today.filter { $0.lender == lender }
            var pool = LendingDay(day: day, loans: own, horizon: scenario.horizon)
            for line in lines where line.campaign == lender && line.week == day / 7 {
                guard let shift = line.shift(on: day % 7), let agent = agents[line.agent] else { continue }
                let taught = Set((former[agent.id] ?? []).map(\.campaign))
                let able = pool.borrowers.map { borrower in
                    scenario.campaign(borrower).map { scenario.mayHelp(agent, $0, former: taught) } ?? false
                }
                pool.add(agent.id, shift: shift, able: able, horizon: scenario.horizon)
            }
            named += pool.named(scenario.horizon)
        }
    }
    return named
}

/// One campaign's people on a day on which it lends some.
private struct LendingDay {
    let day: Int
    let borrowers: [Identifier<Campaign>]
    private let intervals: Range<Int>
    /// Agents wanted, by interval of the day and borrower.
    private var wanted: [[Int]]
    private var people: [Person] = []

    private struct Person {
        var agent: Identifier<Agent>
        var able: [Bool]
        /// Intervals on the floor in a row from each interval of the day on.
        var run: [Int]
        /// Borrowers helped before on this day.
        var helped: [Bool]
        /// Borrower at each interval so far.
        var places: [Int?] = []
    }

    init(day: Int, loans: [Loan], horizon: Horizon) {
        self.day = day
        borrowers = Set(loans.map(\.borrower)).sorted()
        intervals = horizon.intervals(ofDay: day)
        wanted = Array(repeating: Array(repeating: 0, count: borrowers.count), count: intervals.count)
        for loan in loans {
            guard let place = borrowers.firstIndex(of: loan.borrower) else { continue }
            for t in horizon.intervals(ofDay: day, in: loan.range) where intervals.contains(t) {
                wanted[t - intervals.lowerBound][place] += loan.agents
            }
        }
    }

    mutating func add(_ agent: Identifier<Agent>, shift: Shift, able: [Bool], horizon: Horizon) {
        guard able.contains(true) else { return }
        var there = [Int](repeating: 0, count: horizon.intervalCount)
        horizon.addCoverage(of: shift, day: day, count: 1, to: &there)
        var run = [Int](repeating: 0, count: intervals.count + 1)
        for t in intervals.reversed() {
            let place = t - intervals.lowerBound
            run[place] = there[t] > 0 ? run[place + 1] + 1 : 0
        }
        people.append(Person(agent: agent, able: able, run: run, helped: able.map { _ in false }))
    }

    func named(_ horizon: Horizon) -> [AgentLoan] {
        var day = self
        for t in wanted.indices { day.place(at: t) }
        return day.people.flatMap { day.loans(of: $0, horizon) }
    }

    /// Gives every person their place of one interval.
    private mutating func place(at t: Int) {
        var now = [Int?](repeating: nil, count: people.count)
        var left = wanted[t]
        for index in people.indices where people[index].run[t] > 0 {
            guard t > 0, let before = people[index].places[t - 1], left[before] > 0 else { continue }
            now[index] = before
            left[before] -= 1
        }
        for borrower in borrowers.indices {
            for _ in 0..<left[borrower] {
                var seen = Set<Int>()
                guard fill(borrower, at: t, &now, &seen) else { break }
            }
        }
        for index in people.indices {
            people[index].places.append(now[index])
            if let borrower = now[index] { people[index].helped[borrower] = true }
        }
    }

    /// One more person for a borrower; others may change places for it.
    private func fill(_ borrower: Int, at t: Int, _ now: inout [Int?], _ seen: inout Set<Int>) -> Bool {
        seen.insert(borrower)
        let able = people.indices.filter { people[$0].able[borrower] && people[$0].run[t] > 0 }
        func rank(_ index: Int) -> (Int, Int) {
            (people[index].helped[borrower] ? 1 : 0, people[index].run[t])
        }
        let free = able.filter { now[$0] == nil }
        if let best = free.max(by: { rank($0) != rank($1) ? rank($0) < rank($1) : $0 > $1 }) {
            now[best] = borrower
            return true
        }
        for index in able {
            guard let other = now[index], !seen.contains(other) else { continue }
            now[index] = borrower
            if fill(other, at: t, &now, &seen) { return true }
            now[index] = other
        }
        return false
    }

    private func loans(of person: Person, _ horizon: Horizon) -> [AgentLoan] {
        var found: [AgentLoan] = []
        for (place, borrower) in person.places.enumerated() {
            guard let borrower else { continue }
            let from = horizon.clock(of: intervals.lowerBound + place)
            let end = from + horizon.intervalMinutes
            if let last = found.last, place > 0, person.places[place - 1] == borrower, last.range.end == from
            {
                found[found.count - 1].range = ClockRange(last.range.start, end)
            } else {
                found.append(
                    AgentLoan(
                        agent: person.agent, borrower: borrowers[borrower], day: day,
                        range: ClockRange(from, end)))
            }
        }
        return found
    }
}
