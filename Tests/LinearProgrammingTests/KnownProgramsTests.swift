import Execution
import LinearProgramming
import Testing

@Suite struct KnownProgramsTests {
    struct Known: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let program: LinearProgram
        let objective: Double
        let values: [Double]
        let duals: [Double]
    }

    /// Hillier & Lieberman's Wyndor Glass: 36 at (2, 6), shadow prices 0, 3/2, 1.
    static var wyndor: Known {
        var program = LinearProgram(.maximize)
        let doors = program.addVariable(cost: 3, label: "doors")
        let windows = program.addVariable(cost: 5, label: "windows")
        program.addRow(LinearExpression(doors), .atMost(4))
        program.addRow(2 * windows, .atMost(12))
        program.addRow(3 * doors + 2 * windows, .atMost(18))
        return Known(
            testDescription: "Wyndor Glass", program: program, objective: 36, values: [2, 6],
            duals: [0, 1.5, 1])
    }

    /// The GLPK manual's sample: 733⅓ at (33⅓, 66⅔, 0), duals 10/3, 2/3, 0.
    static var manual: Known {
        var program = LinearProgram(.maximize)
        let x = [10.0, 6, 4].map { program.addVariable(cost: $0) }
        program.addRow(.sum(x), .atMost(100))
        program.addRow(10 * x[0] + 4 * x[1] + 5 * x[2], .atMost(600))
        program.addRow(2 * x[0] + 2 * x[1] + 6 * x[2], .atMost(300))
        return Known(
            testDescription: "GLPK manual", program: program, objective: 2200.0 / 3,
            values: [100.0 / 3, 200.0 / 3, 0], duals: [10.0 / 3, 2.0 / 3, 0])
    }

    /// A diet: min 0.6a + 0.35b, two needs bind; duals by Cramer's rule.
    static var diet: Known {
        var program = LinearProgram(.minimize, constant: 2)
        let a = program.addVariable(cost: 0.6)
        let b = program.addVariable(cost: 0.35)
        program.addRow(5 * a + 7 * b, .atLeast(8))
        program.addRow(4 * a + 2 * b, .atLeast(15))
        program.addRow(2 * a + b, .atLeast(3))
        return Known(
            testDescription: "diet", program: program, objective: 2 + 0.6 * 3.75, values: [3.75, 0],
            duals: [0, 0.15, 0])
    }

    /// Equations, a free variable and a range that binds above.
    static var mixed: Known {
        var program = LinearProgram()
        let x = program.addVariable(cost: 1, bounds: .free)
        let y = program.addVariable(cost: -2, bounds: .atMost(4))
        program.addRow(x - y, .equal(-1))
        program.addRow(x + y, .between(-10, 5))
        // y = x + 1, so −x − 2 falls with x until 2x + 1 = 5.
        return Known(
            testDescription: "mixed bounds", program: program, objective: -4, values: [2, 3],
            duals: [1.5, -0.5])
    }

    static var all: [Known] { [wyndor, manual, diet, mixed] }

    @Test(arguments: all, [SimplexMethod.automatic, .primal, .dual])
    func optimumAndDuals(_ known: Known, method: SimplexMethod) throws {
        for basis in [StartingBasis.slack, .advanced] {
            let outcome = try known.program.solve(
                options: SolveOptions {
                    $0.method = method
                    $0.startingBasis = basis
                })
            #expect(outcome.isOptimal)
            let solution = try #require(outcome.solution)
            #expect(abs(solution.objective - known.objective) < 1e-9)
            #expect(solution.bound == solution.objective)
            #expect(solution.relativeGap == 0)
            expectClose(solution.values, known.values)
            expectClose(solution.duals, known.duals)
            try expectStrongDuality(known.program, solution)
        }
    }

    @Test(arguments: 1...20) func strongDualityOnRandomCovers(seed: Int) throws {
        let program = RandomPrograms.cover(rows: 40, columns: 80, perColumn: 6, seed: UInt64(seed))
        let solution = try #require(try program.solve().solution)
        #expect(program.worstViolation(at: solution.values)?.violation ?? 0 < 1e-6)
        try expectStrongDuality(program, solution)
        let other = try #require(
            try program.solve(options: SolveOptions { $0.method = .primal }).solution)
        #expect(abs(solution.objective - other.objective) < 1e-6 * abs(other.objective))
        // From its own optimal basis, nothing is left to do.
        let again = try #require(
            try program.solve(
                options: SolveOptions { $0.startingBasis = .given(solution.basis ?? $0.emptyBasis) }
            ).solution)
        #expect(again.iterations == 0)
    }

    private func expectClose(_ found: [Double], _ expected: [Double]) {
        #expect(found.count == expected.count)
        for (a, b) in zip(found, expected) { #expect(abs(a - b) < 1e-8) }
    }

    /// Σ dual·activity + Σ reduced cost·value + constant = objective, and each
    /// reduced cost is cost − Σ dual·coefficient.
    private func expectStrongDuality(_ program: LinearProgram, _ solution: Solution) throws {
        let activities = program.activities(at: solution.values)
        let fromRows = zip(solution.duals, activities).reduce(0) { $0 + $1.0 * $1.1 }
        let fromBounds = zip(solution.reducedCosts, solution.values).reduce(0) { $0 + $1.0 * $1.1 }
        let total = fromRows + fromBounds + program.constant
        #expect(abs(total - solution.objective) < 1e-6 * (1 + abs(total)))
    }
}

extension SolveOptions {
    fileprivate var emptyBasis: Basis { Basis(variables: [], rows: []) }
}
