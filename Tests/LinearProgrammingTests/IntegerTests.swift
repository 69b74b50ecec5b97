import Execution
import LinearProgramming
import Testing

@Suite struct IntegerTests {
    @Test(arguments: 1...60) func bruteForceAgrees(seed: Int) throws {
        let program = RandomPrograms.smallInteger(seed: UInt64(seed), variables: 6, rows: 4)
        let expected = RandomPrograms.bruteForce(program)
        let outcome = try program.solve()
        guard let expected else {
            #expect(outcome.isInfeasible)
            return
        }
        #expect(outcome.isOptimal)
        let solution = try #require(outcome.solution)
        #expect(solution.objective == expected)
        #expect(solution.bound == expected)
        #expect(program.worstViolation(at: solution.values) == nil)
        // The relaxation bounds the integer program.
        let relaxed = try #require(try program.relaxed.solve().solution).objective
        #expect(program.sense == .minimize ? relaxed <= expected + 1e-6 : relaxed >= expected - 1e-6)
    }

    @Test func bruteForceSawBothKinds() {
        let found = (1...60).map {
            RandomPrograms.bruteForce(
                RandomPrograms.smallInteger(seed: UInt64($0), variables: 6, rows: 4))
        }
        #expect(found.filter { $0 == nil }.count >= 3)
        #expect(found.filter { $0 != nil }.count >= 30)
    }

    static let variations: [SolveOptions] =
        [Branching.firstFractional, .lastFractional, .mostFractional, .driebeckTomlin, .pseudocost].map {
            branching in SolveOptions { $0.branching = branching }
        }
        + [Backtracking.depthFirst, .breadthFirst, .bestBound, .bestProjection].map { backtracking in
            SolveOptions { $0.backtracking = backtracking }
        }
        + [
            SolveOptions { $0.cuts = .all }, SolveOptions { $0.presolve = true },
            SolveOptions {
                $0.presolve = true
                $0.cuts = .all
            },
            SolveOptions { $0.scaling = false }, SolveOptions { $0.roundingHeuristic = false },
            SolveOptions { $0.startingBasis = .advanced }, .feasibilityDive,
        ]

    @Test(arguments: variations) func optionsDoNotChangeTheOptimum(options: SolveOptions) throws {
        for seed in 1...12 {
            let program = RandomPrograms.smallInteger(seed: UInt64(seed), variables: 6, rows: 4)
            let found = try program.solve(options: options).solution?.objective
            #expect(found == RandomPrograms.bruteForce(program))
        }
    }

    @Test(arguments: 1...10) func knapsack(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let items = (0..<15).map { _ in (weight: 1 + generator.below(30), value: 1 + generator.below(50)) }
        let capacity = 100
        var best = [Int](repeating: 0, count: capacity + 1)
        for item in items {
            for room in stride(from: capacity, through: item.weight, by: -1) {
                best[room] = max(best[room], best[room - item.weight] + item.value)
            }
        }
        var program = LinearProgram(.maximize)
        let taken = items.map { program.addVariable(cost: Double($0.value), kind: .binary) }
        program.addRow(
            zip(taken, items).map { Term($0, Double($1.weight)) }, .atMost(Double(capacity)))
        for options in [SolveOptions(), SolveOptions { $0.cuts = .all }, SolveOptions { $0.presolve = true }]
        {
            #expect(try program.solve(options: options).solution?.objective == Double(best[capacity]))
        }
    }

    @Test(arguments: 1...10) func assignment(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let size = 6
        let cost = (0..<size).map { _ in (0..<size).map { _ in Double(generator.below(100)) } }
        func cheapest(_ row: Int, _ free: Set<Int>) -> Double {
            row == size ? 0 : free.map { cost[row][$0] + cheapest(row + 1, free.subtracting([$0])) }.min()!
        }
        var program = LinearProgram()
        let x = cost.map { $0.map { program.addVariable(cost: $0, kind: .binary) } }
        for k in 0..<size {
            program.addRow(.sum(x[k]), .equal(1))
            program.addRow(.sum(x.map { $0[k] }), .equal(1))
        }
        let solution = try #require(try program.solve().solution)
        #expect(solution.objective == cheapest(0, Set(0..<size)))
        #expect(solution.values.allSatisfy { $0 == 0 || $0 == 1 })
    }

    @Test func startIsUsedAndChecked() throws {
        let program = RandomPrograms.marketSplit(rows: 3, columns: 25, seed: 5)
        // Nothing chosen: every market is under by half its total.
        var start = [Double](repeating: 0, count: program.variableCount)
        for row in 0..<program.rowCount { start[26 + 2 * row] = program.rowBounds[row].lower }
        let limited = SolveOptions {
            $0.start = start
            $0.nodeLimit = 1
            $0.roundingHeuristic = false
        }
        let outcome = try program.solve(options: limited)
        let solution = try #require(outcome.solution)
        #expect(outcome.stopCause == .nodeLimit)
        #expect(solution.objective <= program.objective(at: start))
        #expect(solution.bound <= solution.objective)
        #expect(program.worstViolation(at: solution.values)?.violation ?? 0 < 1e-6)

        var broken = start
        broken[26] += 1
        #expect(throws: LinearProgramError.self) {
            try program.solve(options: SolveOptions { $0.start = broken })
        }
        #expect(throws: LinearProgramError.startHasWrongLength(expected: 31, found: 2)) {
            try program.solve(options: SolveOptions { $0.start = [0, 0] })
        }
        broken = start
        broken[0] = .nan
        #expect(throws: LinearProgramError.self) {
            try program.solve(options: SolveOptions { $0.start = broken })
        }
    }

    @Test func gapStopsTheSearch() throws {
        let program = RandomPrograms.cover(rows: 60, columns: 150, perColumn: 8, seed: 3, kind: .integer)
        let outcome = try program.solve(options: SolveOptions { $0.relativeGap = 0.05 })
        let solution = try #require(outcome.solution)
        #expect(outcome.stopCause == .gapReached)
        #expect(solution.relativeGap <= 0.05)
        #expect(solution.relativeGap > 0)
        let relaxed = try #require(try program.relaxed.solve().solution)
        #expect(solution.bound >= relaxed.objective - 1e-6)
    }

    @Test func effortLimitsAreDeterministic() throws {
        let program = RandomPrograms.marketSplit(rows: 4, columns: 30, seed: 2)
        for options in [SolveOptions { $0.nodeLimit = 500 }, SolveOptions { $0.iterationLimit = 700 }] {
            let first = try program.solve(options: options)
            #expect(first == (try program.solve(options: options)))
            #expect(first.stopCause == (options.nodeLimit == nil ? .iterationLimit : .nodeLimit))
            #expect((first.solution?.nodes ?? 1) < 600)
        }
    }

    @Test func boundIsRoundedForIntegerCosts() throws {
        let program = RandomPrograms.marketSplit(rows: 3, columns: 20, seed: 9)
        var costly = program
        for index in 0..<program.variableCount { costly.setKind(of: Variable(index), to: .integer) }
        let outcome = try costly.solve(options: SolveOptions { $0.nodeLimit = 50 })
        if case .stopped(_, let bound) = outcome { #expect(bound == bound.rounded()) }
        if let solution = outcome.solution { #expect(solution.bound == solution.bound.rounded()) }
        #expect(outcome.solution != nil || outcome.stopCause == .nodeLimit)
    }
}
