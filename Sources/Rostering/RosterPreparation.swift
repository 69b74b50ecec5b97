import Workforce

extension RosterInstance {
    init(schedule: Schedule, scenario: Scenario, lateAfter: ClockTime) {
        weekCount = scenario.horizon.weekCount
        prices = RosterPrices(scenario.weights)
        rules = scenario.rules.work
        agents = scenario.floor.agents.map {
            Person(id: $0.id, history: [0, 0, 0], fairShare: [0, 0, 0])
        }
        groups = []
        groupOf = Array(repeating: Array(repeating: nil, count: weekCount), count: agents.count)
        collectGroups(schedule, agents: scenario.floor.agents)
        addOptions(PersonalTerms(scenario: scenario, lateAfter: lateAfter))
        shareBurdens(scenario, lateAfter: lateAfter)
        clipBorders()
    }

    private mutating func collectGroups(_ schedule: Schedule, agents: [Agent]) {
        let index = Dictionary(agents.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
        for pool in schedule.pools where (0..<weekCount).contains(pool.week) {
            let strays = pool.tours.filter { !pool.groups.indices.contains($0.group) && $0.count > 0 }
            if !strays.isEmpty { groups.append(Group(pool: pool, members: [], entries: strays)) }
            for (g, group) in pool.groups.enumerated() {
                var members: [Int] = []
                for id in group.agents {
                    // Someone listed twice in a week keeps the first place.
                    guard let a = index[id], groupOf[a][pool.week] == nil else { continue }
                    groupOf[a][pool.week] = groups.count
                    members.append(a)
                }
                let entries = pool.tours.filter { $0.group == g && $0.count > 0 }
                groups.append(Group(pool: pool, members: members, entries: entries))
            }
        }
    }

    private mutating func addOptions(_ terms: PersonalTerms) {
        for g in groups.indices {
            let group = groups[g]
            groups[g].options = group.members.map { a in
                group.tours.map { terms.option(of: a, tour: $0, week: group.week, prices: prices) }
            }
        }
    }

    /// Everybody's fair share: what an equal split of each group's burdens would
    /// have given them, on top of the mean of what their colleagues of the same
    /// campaign and contract bore in the published weeks.
    private mutating func shareBurdens(_ scenario: Scenario, lateAfter: ClockTime) {
        struct Cohort: Hashable {
            var campaign: Identifier<Campaign>
            var contract: Identifier<EmploymentContract>
        }
        let history = PublishedWeeks(scenario: scenario)
        var shares = agents.map { _ in [0.0, 0.0, 0.0] }
        var cohorts: [Cohort: [Int]] = [:]
        for a in agents.indices {
            agents[a].history = history.burdens(of: agents[a].id, lateAfter: lateAfter)
            guard let g = groupOf[a].compactMap({ $0 }).first else { continue }
            let cohort = Cohort(
                campaign: groups[g].campaign, contract: scenario.floor.agents[a].contract)
            cohorts[cohort, default: []].append(a)
        }
        for members in cohorts.values {
            for burden in 0..<3 {
                let borne = members.reduce(0) { $0 + agents[$1].history[burden] }
                for a in members { shares[a][burden] += Double(borne) / Double(members.count) }
            }
        }
        for group in groups where !group.members.isEmpty {
            for burden in Burden.allCases {
                let total = zip(group.tours, group.counts).reduce(0) {
                    $0 + $1.1 * burden.count(in: $1.0, lateAfter: lateAfter)
                }
                for a in group.members {
                    shares[a][burden.rawValue] += Double(total) / Double(group.members.count)
                }
            }
        }
        for a in agents.indices {
            // 1e-9: a share that is whole but for the division.
            agents[a].fairShare = shares[a].map { Int(($0 + 1e-9).rounded(.down)) }
        }
    }

    private mutating func clipBorders() {
        var byWeek = [[WeekBorder]](repeating: [], count: weekCount)
        for group in groups {
            for row in group.options { byWeek[group.week] += row.compactMap { $0?.border } }
        }
        byWeek = byWeek.map { Array(Set($0)) }
        for g in groups.indices {
            let week = groups[g].week
            let previous = week > 0 ? byWeek[week - 1] : []
            let next = week + 1 < weekCount ? byWeek[week + 1] : []
            var known: [WeekBorder: WeekBorder] = [:]
            for m in groups[g].options.indices {
                for j in groups[g].options[m].indices {
                    guard let border = groups[g].options[m][j]?.border else { continue }
                    let clipped =
                        known[border] ?? border.clipped(previous: previous, next: next, rules: rules)
                    known[border] = clipped
                    groups[g].options[m][j]?.border = clipped
                }
            }
        }
    }
}

extension RosterInstance.Group {
    fileprivate init(pool: PoolWeek, members: [Int], entries: [TourCount]) {
        week = pool.week
        campaign = pool.campaign
        self.members = members
        tours = entries.map(\.tour)
        counts = entries.map(\.count)
        meanStarts = tours.map { tour in
            let starts = tour.shifts.compactMap { $0?.range.start.minute }
            return starts.isEmpty ? nil : Double(starts.reduce(0, +)) / Double(starts.count) / 60
        }
        options = []
    }
}

extension Burden {
    /// How often a tour carries the burden.
    func count(in tour: Tour, lateAfter: ClockTime) -> Int {
        switch self {
        case .saturday: tour.shifts[5] == nil ? 0 : 1
        case .sunday: tour.shifts[6] == nil ? 0 : 1
        case .lateEnd: tour.shifts.count { $0.map { $0.range.end > lateAfter } ?? false }
        }
    }
}
