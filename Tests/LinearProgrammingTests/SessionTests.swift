import Execution
import LinearProgramming
import Testing

@Suite struct SessionTests {
    /// Changes at random and compares each solve with a fresh one.
    @Test(arguments: 1...12) func changesEqualAFreshSolve(seed: Int) throws {
        let program = RandomPrograms.cover(rows: 25, columns: 40, perColumn: 5, seed: UInt64(seed))
        var generator = SeededGenerator(seed: UInt64(seed) + 100)
        let compared = try program.withSession { session throws(LinearProgramError) in
            var objectives: [(session: Double, fresh: Double)] = []
            for round in 0..<25 {
                try change(session, round, &generator)
                let status = try session.solve()
                let fresh = try session.snapshot().solve()
                objectives.append((status.objective ?? .nan, fresh.solution?.objective ?? .nan))
            }
            return objectives
        }
        #expect(compared.count == 25)
        for pair in compared { #expect(abs(pair.session - pair.fresh) <= 1e-6 * (1 + abs(pair.fresh))) }
        #expect(Set(compared.map(\.fresh)).count > 5)
    }

    private func change(
        _ session: LinearProgramSession, _ round: Int, _ generator: inout SeededGenerator
    ) throws(LinearProgramError) {
        // Slack columns (the first 25) stay, so that every program is feasible.
        func someColumn() -> Variable { session.variables[25 + generator.below(session.variableCount - 25)] }
        func someRow() -> Row { session.rows[generator.below(session.rowCount)] }
        switch round % 7 {
        case 0:
            let columns = (0..<4).map { _ in
                Column(
                    cost: 5 + 5 * generator.uniform(),
                    entries: (0..<4).map { _ in Entry(someRow(), 1) }, tag: round)
            }
            try session.addColumns(columns)
        case 1: try session.delete((0..<3).map { _ in someColumn() })
        case 2: try session.setCost(of: someColumn(), to: 1 + 9 * generator.uniform())
        case 3: try session.setBounds(of: someColumn(), to: .between(1, 3))
        case 4: try session.setBounds(of: someRow(), to: .atLeast(Double(generator.below(30))))
        case 5:
            try session.addRow([Term(someColumn(), 1), Term(someColumn(), 2)], .atMost(6), label: "cap")
        default:
            // The rows added above may go; the covers keep the program bounded.
            if session.rowCount > 25 { try session.delete([session.rows[session.rowCount - 1]]) }
        }
    }

    @Test func deletingBindingRowsAndBasicColumns() throws {
        let program = RandomPrograms.cover(rows: 30, columns: 60, perColumn: 5, seed: 8)
        try program.withSession { session throws(LinearProgramError) in
            _ = try session.solve()
            var basic: [Variable] = []
            for variable in session.variables.dropFirst(30) where try session.isBasic(variable) {
                basic.append(variable)
            }
            var binding: [Row] = []
            for row in session.rows where try abs(session.dual(of: row)) > 1 { binding.append(row) }
            #expect(basic.count > 5)
            #expect(binding.count > 5)
            try session.delete(Array(basic.prefix(5)))
            try session.delete(Array(binding.prefix(5)))
            let status = try session.solve()
            let fresh = try session.snapshot().solve().solution?.objective ?? .nan
            #expect(abs((status.objective ?? 0) - fresh) < 1e-6 * fresh)
            #expect(!session.isLive(basic[0]))
            #expect(session.isLive(basic[5]))
            #expect(throws: LinearProgramError.unknownVariable(basic[0])) { try session.value(of: basic[0]) }
            #expect(throws: LinearProgramError.unknownRow(binding[0])) { try session.dual(of: binding[0]) }
        }
    }

    @Test func handlesSurviveDeletions() throws {
        var program = LinearProgram()
        let row = program.addRow([], .atLeast(6), label: "need")
        let dear = program.addVariable(cost: 9, label: "dear", entries: [Entry(row, 1)])
        let unused = program.addVariable(cost: 90, label: "unused", entries: [Entry(row, 1)])
        try program.withSession { session throws(LinearProgramError) in
            let cheap = try session.addColumn(
                Column(cost: 4, entries: [Entry(row, 2)], label: Label("cheap", 1), tag: 42))
            #expect(try session.solve() == .optimal(objective: 12))
            try session.delete([unused])
            #expect(session.variables == [dear, cheap])
            #expect(try session.tag(of: cheap) == 42)
            #expect(try session.label(of: cheap).description == "cheap[1]")
            #expect(try session.solve() == .optimal(objective: 12))
            #expect(try session.values() == [0, 0, 3])
            #expect(try session.duals() == [2])
            #expect(try session.reducedCosts() == [7, 0, 0])
            #expect(try session.activity(of: row) == 6)
            try session.delete([cheap])
            #expect(try session.solve() == .optimal(objective: 54))
        }
    }

    @Test func wrongNumbersNeverReachTheSolver() throws {
        var program = LinearProgram()
        let x = program.addVariable(cost: 1, label: "x")
        let row = program.addRow(LinearExpression(x), .atLeast(1), label: "row")
        try program.withSession { session throws(LinearProgramError) in
            let nan = Double.nan
            #expect(throws: LinearProgramError.costNotFinite(x, "x")) { try session.setCost(of: x, to: nan) }
            #expect(throws: LinearProgramError.self) {
                try session.setBounds(of: x, to: .between(2, 1))
            }
            #expect(throws: LinearProgramError.self) { try session.setBounds(of: row, to: .atLeast(nan)) }
            #expect(throws: LinearProgramError.unknownRow(Row(4))) {
                try session.addColumns([
                    Column(cost: 1, entries: [Entry(row, 1)]), Column(cost: 1, entries: [Entry(Row(4), 1)]),
                ])
            }
            #expect(throws: LinearProgramError.unknownVariable(Variable(-1))) {
                try session.addRow([Term(Variable(-1), 1)], .atLeast(0))
            }
            #expect(throws: LinearProgramError.coefficientNotFinite(row, "row", Variable(1))) {
                try session.addColumn(Column(cost: 1, entries: [Entry(row, nan)]))
            }
            #expect(throws: LinearProgramError.basisDoesNotFit) {
                try session.restore(Basis(variables: [], rows: [.basic]))
            }
            // Nothing of all that was added.
            #expect(session.variableCount == 1)
            #expect(session.rowCount == 1)
            #expect(try session.solve() == .optimal(objective: 1))
        }
    }

    @Test func basisIsRestored() throws {
        let program = RandomPrograms.cover(rows: 60, columns: 200, perColumn: 6, seed: 4)
        try program.withSession { session throws(LinearProgramError) in
            let first = try session.solve()
            let cold = session.iterations
            #expect(cold > 20)
            let saved = try session.basis()
            try session.setBounds(of: Row(0), to: .atLeast(100))
            let changed = try session.solve()
            #expect(changed != first)
            try session.setBounds(of: Row(0), to: program.rowBounds[0])
            try session.restore(saved)
            let before = session.iterations
            let again = try session.solve()
            #expect(session.iterations == before)
            #expect(abs((again.objective ?? 0) - (first.objective ?? 1)) < 1e-9)
        }
    }

    @Test func startFromAnIntegerSolution() throws {
        let program = RandomPrograms.cover(rows: 40, columns: 120, perColumn: 6, seed: 6, kind: .integer)
        let solution = try #require(
            try program.solve(options: SolveOptions { $0.relativeGap = 0.05 }).solution)
        try program.withSession { session throws(LinearProgramError) in
            #expect(try session.start(from: solution.values))
            // One iteration from there cannot be worse than the point itself.
            _ = try session.solve(method: .primal, iterationLimit: 1)
            #expect(try session.objective() <= solution.objective + 1e-6)
            #expect(try session.solve(method: .primal).objective ?? .infinity <= solution.objective)
            #expect(throws: LinearProgramError.self) { try session.start(from: [1]) }
        }
    }

    @Test func integerSolveLeavesTheSessionAlone() throws {
        let program = RandomPrograms.cover(rows: 15, columns: 40, perColumn: 4, seed: 12, kind: .integer)
        let expected = try #require(try program.solve().solution)
        try program.withSession { session throws(LinearProgramError) in
            let extra = try session.addColumn(Column(cost: 1e6, entries: [Entry(Row(0), 1)], kind: .integer))
            try session.delete([Variable(20)])
            let relaxed = try session.solve()
            let outcome = try session.solveInteger()
            let found = outcome.solution
            #expect(outcome.isOptimal)
            #expect(found?.values.count == extra.index + 1)
            #expect(found?.values[20] == 0)
            #expect((found?.objective ?? 0) >= expected.objective - 1e-9)
            #expect((relaxed.objective ?? .infinity) <= (found?.objective ?? 0))
            let before = session.iterations
            #expect(try session.solve() == relaxed)
            #expect(session.iterations == before)
            // Its own solution is accepted as a start.
            let restarted = try session.solveInteger(options: SolveOptions { $0.start = found?.values })
            #expect(abs((restarted.solution?.objective ?? 0) - (found?.objective ?? 1)) < 1e-9)
        }
    }

    @Test func closedAfterItsClosure() throws {
        var program = LinearProgram()
        program.addVariable(cost: 1)
        let escaped = try program.withSession { $0 }
        #expect(throws: LinearProgramError.sessionClosed) { try escaped.solve() }
        #expect(throws: LinearProgramError.sessionClosed) {
            try escaped.addColumn(Column(cost: 1, entries: []))
        }
    }
}
