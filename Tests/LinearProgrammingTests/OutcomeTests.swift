import Execution
import LinearProgramming
import Testing

@Suite struct OutcomeTests {
    @Test(arguments: [SimplexMethod.primal, .dual, .automatic])
    func conflictIsNamed(method: SimplexMethod) throws {
        var program = LinearProgram()
        let x = (0..<6).map { program.addVariable(cost: 1, bounds: .between(0, 10), label: Label("x", $0)) }
        program.addRow(x[4] + x[5], .atLeast(2), label: "innocent")
        let most = program.addRow(.sum(x[0..<3]), .atMost(4), label: "most")
        let least = program.addRow(x[0] + x[1] + x[2] + x[3], .atLeast(20), label: "least")
        program.addRow(x[3] - x[4], .atMost(9), label: "harmless")
        let outcome = try program.solve(options: SolveOptions { $0.method = method })
        guard case .infeasible(let reason) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(reason.kind == .conflict)
        #expect(reason.rows.contains(least))
        #expect(reason.rows.contains(most))
        #expect(!reason.labels.contains("innocent"))
        #expect(reason.labels.count == reason.rows.count + reason.variables.count)
        // The conflict is real: its rows and bounds alone have no solution.
        var alone = LinearProgram()
        for index in 0..<program.variableCount {
            let isNamed = reason.variables.contains(Variable(index))
            alone.addVariable(bounds: isNamed ? program.variableBounds[index] : .free)
        }
        alone.addRow(.sum(x[0..<3]), .atMost(4))
        alone.addRow(x[0] + x[1] + x[2] + x[3], .atLeast(20))
        if reason.labels.contains("harmless") { alone.addRow(x[3] - x[4], .atMost(9)) }
        #expect(try alone.solve().isInfeasible)
    }

    @Test(arguments: 1...60) func conflictsOfRandomPrograms(seed: Int) throws {
        // Bounds far apart: many of these have no solution.
        var program = RandomPrograms.smallInteger(seed: UInt64(seed), variables: 6, rows: 6).relaxed
        program.addRow(.sum(program.variables), .atLeast(9), label: "much")
        program.addRow(.sum(program.variables), .atMost(Double(seed % 12)), label: "little")
        let expected = seed % 12 < 9
        let outcome = try program.solve()
        if expected { #expect(outcome.isInfeasible) }
        guard case .infeasible(let reason) = outcome else { return }
        #expect(reason.kind == .conflict)
        var alone = program
        for index in 0..<program.rowCount where !reason.rows.contains(Row(index)) {
            alone.setBounds(of: Row(index), to: .free)
        }
        for index in 0..<program.variableCount where !reason.variables.contains(Variable(index)) {
            alone.setBounds(of: Variable(index), to: .free)
        }
        #expect(try alone.solve().isInfeasible)
    }

    @Test(arguments: [SimplexMethod.primal, .dual, .automatic])
    func unboundedNamesTheVariable(method: SimplexMethod) throws {
        var program = LinearProgram(.maximize)
        let x = program.addVariable(cost: 1, bounds: .between(0, 1))
        let y = program.addVariable(cost: 1)
        program.addRow(x - y, .atMost(3))
        let outcome = try program.solve(options: SolveOptions { $0.method = method })
        #expect(outcome == .unbounded(y))
        program.setKind(of: y, to: .integer)
        #expect(try program.solve() == .unbounded(y))
    }

    @Test func programsWithoutRowsOrVariables() throws {
        let empty = try #require(try LinearProgram(constant: 7).solve().solution)
        #expect(empty.objective == 7)
        #expect(empty.values.isEmpty)

        var rowless = LinearProgram(.maximize, constant: 1)
        rowless.addVariable(cost: 2, bounds: .between(-1, 3))
        rowless.addVariable(cost: -2, bounds: .between(-1, 3))
        rowless.addVariable(bounds: .atMost(-4))
        #expect(try rowless.solve().solution?.values == [3, -1, -4])
        #expect(try rowless.solve().solution?.objective == 9)
        rowless.setKind(of: Variable(0), to: .integer)
        rowless.setBounds(of: Variable(0), to: .between(0, 2.5))
        #expect(try rowless.solve().solution?.values == [2, -1, -4])
        rowless.setBounds(of: Variable(1), to: .free)
        #expect(try rowless.solve() == .unbounded(Variable(1)))

        var columnless = LinearProgram()
        columnless.addRow([], .between(-1, 1), label: "fine")
        #expect(try columnless.solve().isOptimal)
        let row = columnless.addRow([], .atLeast(1), label: "wants")
        guard case .infeasible(let reason) = try columnless.solve() else {
            Issue.record("a row of nothing cannot reach 1")
            return
        }
        #expect(reason.rows == [row])
    }

    @Test func emptyRowsBesideRealOnes() throws {
        var program = LinearProgram()
        let x = program.addVariable(cost: 1, kind: .integer)
        program.addRow([], .atMost(1))
        program.addRow([Term(x, 0)], .free)
        program.addRow(2 * x, .atLeast(3))
        #expect(try program.solve().solution?.values == [2])
        program.addRow([], .atLeast(1), label: "wants")
        #expect(try program.solve().isInfeasible)
    }

    @Test func integerVariableWithoutIntegers() throws {
        var program = LinearProgram()
        let x = program.addVariable(cost: 1, bounds: .between(0.3, 0.7), kind: .integer, label: "x")
        program.addRow(LinearExpression(x), .atLeast(0))
        #expect(
            try program.solve()
                == .infeasible(Infeasibility(kind: .emptyInteger, variables: [x], labels: ["x"])))
        program.setBounds(of: x, to: .between(0.3, 1.7))
        #expect(try program.solve().solution?.values == [1])
    }

    @Test func integralityAsTheReason() throws {
        var program = LinearProgram()
        let x = program.addVariable(kind: .integer)
        let y = program.addVariable(kind: .integer)
        program.addRow(2 * x + 2 * y, .equal(3))
        for presolve in [false, true] {
            guard
                case .infeasible(let reason) = try program.solve(
                    options: SolveOptions {
                        $0.presolve = presolve
                        $0.nodeLimit = 1000
                        $0.cuts = .all
                    })
            else {
                // An unbounded search may also stop at its limit.
                continue
            }
            #expect(reason.kind == .integrality)
        }
        program.setBounds(of: x, to: .between(0, 5))
        program.setBounds(of: y, to: .between(0, 5))
        #expect(try program.solve() == .infeasible(Infeasibility(kind: .integrality)))
        #expect(try program.relaxed.solve().isOptimal)
    }
}
