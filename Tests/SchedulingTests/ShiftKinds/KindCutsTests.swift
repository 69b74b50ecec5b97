import Execution
import LinearProgramming
import Testing

@testable import Scheduling

@Suite struct KindCutsTests {
    /// Values of all variables of the relaxation at a design.
    private static func values(_ grid: KindGrid, agents: [Int]) -> [Double] {
        var values = agents.map(Double.init)
        let present = (0..<grid.intervals).map { t in
            grid.covering[t].reduce(0) { $0 + agents[Int($1)] }
        }
        values += zip(present, grid.needs).map { Double(max(0, $0 - $1)) }
        values += zip(present, grid.needs).map { Double(max(0, $1 - $0)) }
        return values + grid.kinds.indices.map { grid.used(agents).contains($0) ? 1 : 0 }
    }

    /// Cuts found at random points hold at random designs, and cut off the points.
    @Test func cutsHoldAtEveryDesign() {
        var generator = SeededGenerator(seed: 11)
        var found = 0
        for seed in UInt64(1)...30 {
            let grid = KindGrid(TinyShiftDesigns.random(seed: seed))
            let cover = KindCover(grid: grid)
            let designs = (0..<60).map { _ in
                KindCutsTests.values(grid, agents: grid.useful.map { generator.below($0 + 1) })
            }
            for _ in 0..<10 {
                var point = KindCutsTests.values(
                    grid, agents: grid.useful.map { generator.below($0 + 1) })
                for kind in grid.kinds.indices { point[cover.variableCount + kind] = generator.uniform() }
                for cut in KindCuts(grid: grid, cover: cover).separate(point, most: 50) {
                    found += 1
                    let expression = LinearExpression(cut.terms)
                    #expect(expression.value(at: point) < cut.right)
                    #expect(designs.allSatisfy { expression.value(at: $0) >= cut.right - 1e-9 })
                }
            }
        }
        #expect(found > 500)
    }

    /// One kind must make up for one rise: the plain relaxation pays a part of it, cuts all.
    @Test func aRiseIsPaidInFull() throws {
        let problem = MinimumShiftDesign(
            days: 1, intervalsPerDay: 6, requirement: [0, 0, 2, 9, 0, 0],
            types: [ShiftType(starts: 2...3, lengths: 1...2)], underCost: 100, overCost: 100, kindCost: 10)
        let grid = KindGrid(problem)
        try KindRelaxation.program(grid).withSession { (session) throws(LinearProgramError) in
            let relaxation = KindRelaxation(grid: grid, session: session, control: RunControl())
            var bounds: [Double] = []
            repeat {
                guard let bound = try relaxation.solve().objective else { break }
                bounds.append(bound)
            } while try relaxation.tighten(most: 50, depth: 1e-4) > 0
            #expect((bounds.first ?? 9) < 1)
            #expect((bounds.last ?? 0) > 19.9)
        }
    }

    /// One more than `useful` never pays, whatever else is there.
    @Test func usefulAgentsAreEnough() {
        let problem = MinimumShiftDesign(
            days: 1, intervalsPerDay: 4, requirement: [5, 1, 2, 0],
            types: [ShiftType(starts: 0...0, lengths: 3...3)], underCost: 1, overCost: 1, kindCost: 0)
        let most = KindGrid(problem).useful[0]
        let costs = (0...6).map { problem.cost(of: problem.allowedKinds, agents: [[$0]]) }
        #expect(costs.min() == costs[most])
        #expect(most < 5)
    }
}
