import Workforce

/// What tours and loans cost, counted from the agents alone.
extension SharedProblem {
    /// Agents of each pool on each cell once everybody is where they work. No loans where `lent` is empty.
    func coverage(supply: [[Int]], lent: [[[Int]]]) -> [[Int]] {
        var coverage = pools.map { [Int](repeating: 0, count: $0.model.grid.cellCount) }
        for (index, lenders) in classes.enumerated() {
            for cell in supply[index].indices { coverage[lenders.pool][cell] += supply[index][cell] }
            guard index < lent.count else { continue }
            for (link, flow) in zip(lenders.links, lent[index]) {
                for (cell, agents) in flow.enumerated() where agents > 0 {
                    coverage[lenders.pool][cell] -= agents
                    coverage[link.borrower][link.cells[cell]] += agents
                }
            }
        }
        return coverage
    }

    /// Cost of each pool with a coverage, cents; what its tours cost apart.
    func costs(coverage: [[Int]]) -> [Double] {
        zip(pools, coverage).map { $0.model.cost.penalty(coverage: $1) }
    }

    /// Loans begun, by borrowing pool.
    func loanCounts(_ lent: [[[Int]]]) -> [Int] {
        var counts = pools.map { _ in 0 }
        for (lenders, flows) in zip(classes, lent) {
            let slots = pools[lenders.pool].model.grid.slotCount
            for (link, flow) in zip(lenders.links, flows) {
                for cell in flow.indices {
                    let before = cell % slots == 0 ? 0 : flow[cell - 1]
                    counts[link.borrower] += max(0, flow[cell] - before)
                }
            }
        }
        return counts
    }

    /// The loans as stretches of a day, whoever began first ending first, by day, lender,
    /// borrower and time.
    func loans(_ lent: [[[Int]]]) -> [Loan] {
        var counts: [Loan: Int] = [:]
        for (lenders, flows) in zip(classes, lent) {
            let pool = pools[lenders.pool]
            for (link, flow) in zip(lenders.links, flows) {
                for day in 0..<7 {
                    let first = day * pool.model.grid.slotCount
                    for (from, to) in stretches(Array(flow[first..<first + pool.model.grid.slotCount])) {
                        let loan = Loan(
                            lender: pool.work.campaign.id, borrower: pools[link.borrower].work.campaign.id,
                            day: week * 7 + day,
                            range: ClockRange(
                                pool.model.grid.clock(ofSlot: from), pool.model.grid.clock(ofSlot: to)),
                            agents: 1)
                        counts[loan, default: 0] += 1
                    }
                }
            }
        }
        return counts.map { loan, count in
            var loan = loan
            loan.agents = count
            return loan
        }.sorted {
            ($0.day, $0.lender, $0.borrower, $0.range.start, $0.range.end)
                < ($1.day, $1.lender, $1.borrower, $1.range.start, $1.range.end)
        }
    }
}

/// A profile of agents as stretches, first in, first out.
private func stretches(_ profile: [Int]) -> [(from: Int, to: Int)] {
    var open: [Int] = []
    var found: [(from: Int, to: Int)] = []
    for (slot, agents) in (profile + [0]).enumerated() {
        while open.count > agents { found.append((open.removeFirst(), slot)) }
        while open.count < agents { open.append(slot) }
    }
    return found
}
