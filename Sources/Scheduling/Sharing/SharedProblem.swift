import Workforce

/// The pools of one week whose campaigns may lend each other agents.
struct SharedProblem: Sendable {
    let week: Int
    let pools: [PreparedPool]
    /// Everybody, by pool and by whom they may help.
    let classes: [LendingClass]
    /// Shortest loan.
    let minimumSlots: Int
    /// One loan of one agent, cents.
    let pricePerLoan: Double

    /// What one agent of a class is worth in each cell of the own pool: there, or in a campaign
    /// that the class may help.
    func worth(of lenders: LendingClass, byPool worth: [[Double]]) -> [Double] {
        var best = worth[lenders.pool]
        for link in lenders.links {
            for (cell, other) in link.cells.enumerated() where other >= 0 {
                best[cell] = max(best[cell], worth[link.borrower][other])
            }
        }
        return best
    }
}

/// People of one pool who may help the same campaigns.
struct LendingClass: Sendable {
    let pool: Int
    let links: [LoanLink]
    /// Their tour groups, by index in the pool.
    var members: [Member]

    struct Member: Sendable {
        var group: Int
        var agents: [Identifier<Agent>]
    }
}

/// Where one pool's people may help another campaign.
struct LoanLink: Hashable, Sendable {
    /// Index of the pool helped.
    let borrower: Int
    /// By cell of the lender: the same time's cell of the borrower; −1 = no loan then.
    let cells: [Int]
}

extension SharedProblem {
    /// The problems of a week: its pools, joined where one has people who may help another. Pools
    /// that neither lend nor borrow are left out.
    ///
    /// Loans are made while the borrower is open, and never in an hour that the clock lives twice.
    static func problems(
        week: Int, pools: [PreparedPool], sharing: AgentSharing, staffing: Staffing, scenario: Scenario
    ) -> [SharedProblem] {
        let links = pools.indices.map { a in
            pools.indices.map { b -> LoanLink? in
                a == b ? nil : LoanLink(from: pools[a], to: pools[b], index: b, scenario: scenario)
            }
        }
        let helped = HelpedCampaigns(week: week, staffing: staffing, scenario: scenario)
        let agents = Dictionary(
            scenario.floor.agents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var classes: [LendingClass] = []
        for a in pools.indices {
            var known: [[LoanLink]: Int] = [:]
            for (g, group) in pools[a].groups.enumerated() where pools[a].model.groups[g].headcount != 0 {
                for id in group.agents {
                    let open = pools.indices.filter { b in
                        links[a][b] != nil
                            && agents[id].map { helped.mayHelp($0, pools[b].work.campaign) } ?? false
                    }
                    let own = open.compactMap { links[a][$0] }
                    let index = known[own] ?? classes.count
                    if index == classes.count {
                        known[own] = index
                        classes.append(LendingClass(pool: a, links: own, members: []))
                    }
                    classes[index].add(id, group: g)
                }
            }
        }
        return components(of: pools.count, joinedBy: classes).map { members in
            part(of: pools, members: members, classes: classes, week: week, sharing: sharing, scenario)
        }
    }

    /// Sets of two or more pools that loans join, directly or through others.
    private static func components(of count: Int, joinedBy classes: [LendingClass]) -> [[Int]] {
        var root = Array(0..<count)
        for lenders in classes {
            for link in lenders.links {
                let (from, to) = (root[link.borrower], root[lenders.pool])
                for pool in root.indices where root[pool] == from { root[pool] = to }
            }
        }
        return Set(root).sorted().map { one in root.indices.filter { root[$0] == one } }
            .filter { $0.count > 1 }
    }

    private static func part(
        of pools: [PreparedPool], members: [Int], classes: [LendingClass], week: Int, sharing: AgentSharing,
        _ scenario: Scenario
    ) -> SharedProblem {
        let place = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
        let own = classes.compactMap { one -> LendingClass? in
            guard let pool = place[one.pool] else { return nil }
            let links = one.links.compactMap { link in
                place[link.borrower].map { LoanLink(borrower: $0, cells: link.cells) }
            }
            return LendingClass(pool: pool, links: links, members: one.members)
        }
        let step = scenario.horizon.intervalMinutes
        return SharedProblem(
            week: week, pools: members.map { pools[$0] }, classes: own,
            minimumSlots: max(1, (sharing.minimumLoanMinutes + step - 1) / step),
            pricePerLoan: max(0, Double(sharing.pricePerLoan.cents)))
    }
}

/// Who may help which campaign in one week.
private struct HelpedCampaigns {
    private let scenario: Scenario
    private var former: [Identifier<Agent>: Set<Identifier<Campaign>>] = [:]

    init(week: Int, staffing: Staffing, scenario: Scenario) {
        self.scenario = scenario
        for post in staffing.posts where post.week < week {
            former[post.agent, default: []].insert(post.campaign)
        }
    }

    func mayHelp(_ agent: Agent, _ campaign: Campaign) -> Bool {
        scenario.mayHelp(agent, campaign, former: former[agent.id] ?? [])
    }
}

extension LendingClass {
    fileprivate mutating func add(_ agent: Identifier<Agent>, group: Int) {
        if let place = members.firstIndex(where: { $0.group == group }) {
            members[place].agents.append(agent)
        } else {
            members.append(Member(group: group, agents: [agent]))
        }
    }
}

extension LoanLink {
    /// - Returns: nil where the two campaigns have no time in common.
    fileprivate init?(from a: PreparedPool, to b: PreparedPool, index: Int, scenario: Scenario) {
        let (own, other) = (a.model.grid, b.model.grid)
        let isOpen = scenario.openIntervals(of: b.work.campaign)
        let open = other.intervals(in: scenario.horizon).map { $0.first.map { isOpen[$0] } ?? false }
        let doubled = (
            Set(a.model.cost.repeated.map(\.cell)), Set(b.model.cost.repeated.map(\.cell))
        )
        var cells = [Int](repeating: -1, count: own.cellCount)
        for day in 0..<7 {
            for slot in 0..<own.slotCount {
                let there = slot + own.origin - other.origin
                guard (0..<other.slotCount).contains(there) else { continue }
                let (cell, target) = (own.cell(day: day, slot: slot), other.cell(day: day, slot: there))
                guard a.model.cost.needs[cell] >= 0, b.model.cost.needs[target] >= 0, open[target],
                    !doubled.0.contains(cell), !doubled.1.contains(target)
                else { continue }
                cells[cell] = target
            }
        }
        guard cells.contains(where: { $0 >= 0 }) else { return nil }
        self.init(borrower: index, cells: cells)
    }
}
