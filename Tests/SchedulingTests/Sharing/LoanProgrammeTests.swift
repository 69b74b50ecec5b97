import Execution
import Testing
import Workforce

@testable import Scheduling

@Suite struct LoanProgrammeTests {
    /// Every profile of agents lent on a day, against the integer programme.
    @Test(arguments: [1, 2, 3], [0, 150, 900]) func everyProfile(least: Int, price: Int) throws {
        for seed in 1...6 as ClosedRange<UInt64> {
            var generator = SeededGenerator(seed: seed)
            let sharing = AgentSharing(
                minimumLoanMinutes: least * 60, pricePerLoan: Money(cents: price))
            let (floor, _) = TwoCampaigns.tiny(seed: seed, sharing: sharing)
            let problem = try problem(floor, sharing: sharing)
            let lender = try #require(problem.classes.firstIndex { $0.pool == 0 })
            let slots = problem.pools[0].model.grid.slotCount
            var supply = problem.classes.map { problem.pools[$0.pool].model.grid.cellCount }
                .map { [Int](repeating: 0, count: $0) }
            for cell in 0..<slots { supply[lender][cell] = generator.below(3) }
            let lent = try #require(
                try LoanProgramme(problem, supply: supply).solve(nodes: 1000, control: RunControl()))
            func cost(_ lent: [[[Int]]]) -> Double {
                problem.costs(coverage: problem.coverage(supply: supply, lent: lent)).reduce(0, +)
                    + Double(problem.loanCounts(lent).reduce(0, +)) * problem.pricePerLoan
            }
            var best = Double.infinity
            var profile = [Int](repeating: 0, count: slots)
            func visit(_ slot: Int) {
                guard slot < slots else {
                    guard lasts(profile, least: least) else { return }
                    var tried = lent.map { $0.map { $0.map { _ in 0 } } }
                    for (cell, agents) in profile.enumerated() { tried[lender][0][cell] = agents }
                    best = min(best, cost(tried))
                    return
                }
                for agents in 0...supply[lender][slot] {
                    profile[slot] = agents
                    visit(slot + 1)
                }
            }
            visit(0)
            #expect(abs(cost(lent) - best) < 1e-6)
            #expect(problem.loans(lent).allSatisfy { $0.range.minutes >= least * 60 })
        }
    }

    /// Whether a profile can be made of stretches of at least so many slots.
    private func lasts(_ profile: [Int], least: Int) -> Bool {
        var ages: [Int] = []
        for agents in profile + [0] {
            while ages.count > agents { if ages.removeFirst() < least { return false } }
            while ages.count < agents { ages.append(0) }
            ages = ages.map { $0 + 1 }
        }
        return true
    }

    private func problem(_ floor: TwoCampaigns, sharing: AgentSharing) throws -> SharedProblem {
        let pools = floor.scenario.campaigns.enumerated().compactMap { index, campaign in
            PreparedPool(
                WeekOfWork(campaign, week: 0, scenario: floor.scenario), stream: index,
                requirement: floor.requirement, staffing: floor.staffing, scenario: floor.scenario)
        }
        return try #require(
            SharedProblem.problems(
                week: 0, pools: pools, sharing: sharing, staffing: floor.staffing, scenario: floor.scenario
            ).first)
    }
}
