import Execution
import LinearProgramming
import Testing

/// Cutting stock: the classical test bed of column generation.
struct CuttingStock {
    let width: Int
    let sizes: [Int]
    let demand: [Int]

    /// Gilmore & Gomory's LP over all patterns, found by enumeration.
    var patterns: [[Int]] {
        var found: [[Int]] = []
        func extend(_ pattern: [Int], _ left: Int) {
            if pattern.count == sizes.count { return found.append(pattern) }
            for count in 0...(left / sizes[pattern.count]) {
                extend(pattern + [count], left - count * sizes[pattern.count])
            }
        }
        extend([], width)
        return found
    }

    /// One roll per item to start with.
    var master: LinearProgram {
        var program = LinearProgram()
        for (item, amount) in demand.enumerated() {
            let row = program.addRow([], .atLeast(Double(amount)), label: Label("demand", item))
            program.addVariable(cost: 1, kind: .integer, entries: [Entry(row, 1)])
        }
        return program
    }

    func column(_ pattern: [Int], kind: VariableKind = .integer) -> Column {
        Column(
            cost: 1,
            entries: pattern.indices.filter { pattern[$0] > 0 }.map { Entry(Row($0), Double(pattern[$0])) },
            kind: kind, label: "pattern")
    }

    /// Unbounded knapsack by dynamic programming, and Farley's (1990) bound.
    func price(_ duals: [Double]) -> PricingResult {
        var best = [Double](repeating: 0, count: width + 1)
        var choice = [Int](repeating: -1, count: width + 1)
        for room in 1...width {
            best[room] = best[room - 1]
            for (item, size) in sizes.enumerated() where size <= room {
                let value = best[room - size] + duals[item]
                if value > best[room] + 1e-12 {
                    best[room] = value
                    choice[room] = item
                }
            }
        }
        var pattern = [Int](repeating: 0, count: sizes.count)
        var room = width
        while room > 0 {
            if choice[room] < 0 {
                room -= 1
            } else {
                pattern[choice[room]] += 1
                room -= sizes[choice[room]]
            }
        }
        let total = zip(duals, demand).reduce(0) { $0 + $1.0 * Double($1.1) }
        return PricingResult(columns: [column(pattern)], bound: total / max(1, best[width]))
    }

    static let textbook = CuttingStock(width: 100, sizes: [45, 36, 31, 14], demand: [97, 610, 395, 211])

    static func random(seed: UInt64) -> CuttingStock {
        var generator = SeededGenerator(seed: seed)
        let sizes = (0..<7).map { _ in 12 + generator.below(40) }
        return CuttingStock(width: 100, sizes: sizes, demand: sizes.map { _ in 5 + generator.below(100) })
    }
}

@Suite struct ColumnGenerationTests {
    /// Chvátal's example (Linear Programming, ch. 13): LP value 452.25, 453 rolls.
    @Test(arguments: [0, 0.5, 0.8, 0.95]) func textbook(smoothing: Double) throws {
        let stock = CuttingStock.textbook
        try stock.master.withSession { session throws(LinearProgramError) in
            let result = try ColumnGeneration { $0.smoothing = smoothing }.run(on: session) {
                stock.price($0)
            }
            #expect(result.end == .converged)
            #expect(abs(result.value - 452.25) < 1e-6)
            #expect(abs(result.bound - 452.25) < 1e-6)
            #expect(result.rounds > 2)
            #expect(result.added.count >= 2)
            let rolls = try session.solveInteger().solution?.objective
            #expect(rolls == 453)
        }
    }

    @Test(arguments: 1...15) func equalsTheEnumeration(seed: Int) throws {
        let stock = CuttingStock.random(seed: UInt64(seed))
        var full = stock.master
        for pattern in stock.patterns {
            let column = stock.column(pattern)
            full.addVariable(cost: column.cost, entries: column.entries)
        }
        let expected = try #require(try full.relaxed.solve().solution).objective
        for smoothing in [0, 0.7] {
            let result = try stock.master.withSession { session throws(LinearProgramError) in
                try ColumnGeneration { $0.smoothing = smoothing }.run(on: session) { duals in
                    let priced = stock.price(duals)
                    // Every bound reported is one.
                    #expect(priced.bound ?? 0 <= expected + 1e-6)
                    return priced
                }
            }
            #expect(result.end == .converged)
            #expect(abs(result.value - expected) < 1e-6 * expected)
            #expect(abs(result.bound - result.value) < 1e-6 * expected)
        }
    }

    @Test func stopsAtGapAndRoundLimit() throws {
        let stock = CuttingStock.random(seed: 3)
        let exact = try stock.master.withSession { session throws(LinearProgramError) in
            try ColumnGeneration().run(on: session) { stock.price($0) }
        }
        let loose = try stock.master.withSession { session throws(LinearProgramError) in
            try ColumnGeneration { $0.relativeGap = 0.2 }.run(on: session) { stock.price($0) }
        }
        #expect(loose.end == .gapReached)
        #expect(loose.relativeGap <= 0.2)
        #expect(loose.rounds < exact.rounds)
        #expect(loose.bound <= exact.value + 1e-6)
        let short = try stock.master.withSession { session throws(LinearProgramError) in
            try ColumnGeneration { $0.roundLimit = 2 }.run(on: session) { stock.price($0) }
        }
        #expect(short.end == .roundLimit)
        #expect(short.rounds == 2)
        #expect(short.bound <= exact.value + 1e-6)
    }

    @Test func infeasibleMasterAndCancellationAreSaid() throws {
        var program = LinearProgram()
        program.addRow([], .atLeast(1), label: "wants")
        let result = try program.withSession { session throws(LinearProgramError) in
            try ColumnGeneration().run(on: session) { _ in PricingResult(columns: []) }
        }
        #expect(result.end == .infeasibleMaster)
        let control = RunControl()
        let stock = CuttingStock.textbook
        let stopped = try stock.master.withSession { session throws(LinearProgramError) in
            try ColumnGeneration().run(on: session, control: control) { duals in
                control.cancellation.cancel()
                return stock.price(duals)
            }
        }
        #expect(stopped.end == .stopped(.cancelled))
        #expect(stopped.rounds == 1)
    }

    @Test func columnLimitPrunesWithoutLosingTheOptimum() throws {
        let stock = CuttingStock.random(seed: 7)
        let plain = try stock.master.withSession { session throws(LinearProgramError) in
            try ColumnGeneration().run(on: session) { stock.price($0) }
        }
        try stock.master.withSession { session throws(LinearProgramError) in
            let result = try ColumnGeneration {
                $0.columnLimit = 12
                $0.smoothing = 0
            }.run(on: session) { stock.price($0) }
            #expect(result.end == .converged)
            #expect(abs(result.value - plain.value) < 1e-6)
            #expect(result.added.contains { !session.isLive($0) })
        }
    }

    @Test(arguments: 1...8) func diveIsWithinARollOfTheBound(seed: Int) throws {
        let stock = CuttingStock.random(seed: UInt64(seed))
        try stock.master.withSession { session throws(LinearProgramError) in
            let generation = ColumnGeneration()
            let root = try generation.run(on: session) { stock.price($0) }
            let dive = try Dive { $0.batchShare = 0.3 }.run(on: session) {
                session throws(LinearProgramError) in
                // Raised lower bounds leave the duals a valid price of a pattern.
                let result = try generation.run(on: session) { duals in
                    PricingResult(columns: stock.price(duals).columns)
                }
                return result.end == .converged ? .optimal(objective: result.value) : .infeasible
            }
            #expect(dive.end == .integral)
            let live = session.variables
            #expect(live.allSatisfy { abs(dive.values[$0.index] - dive.values[$0.index].rounded()) < 1e-6 })
            #expect(dive.objective >= root.bound - 1e-6)
            #expect(dive.objective <= root.bound.rounded(.up) + 2)
            #expect(
                try session.snapshot().worstViolation(at: live.map { dive.values[$0.index] })?.violation ?? 0
                    < 1e-6)
        }
    }

    @Test func diveStepsBackOnceWhenUpIsImpossible() throws {
        // Both want up, the cap lets only one.
        var program = LinearProgram(.maximize)
        let x = program.addVariable(cost: 3, bounds: .between(0, 1), kind: .integer)
        let y = program.addVariable(cost: 2, bounds: .between(0, 1), kind: .integer)
        program.addRow(2 * x + 2 * y, .atMost(3))
        try program.withSession { session throws(LinearProgramError) in
            let result = try Dive { $0.batchShare = 1 }.run(on: session)
            #expect(result.end == .integral)
            #expect(result.values == [1, 0])
            #expect(result.objective == 3)
        }
    }
}
