import LinearProgramming
import Testing

@Suite struct ModelTests {
    @Test func expressionsAreAlgebra() {
        let (x, y, z) = (Variable(0), Variable(1), Variable(2))
        let expression = 2 * x + y - 3 * z + 4 - (x - 1)
        #expect(expression.value(at: [10, 100, 1000]) == 20 + 100 - 3000 + 4 - 10 + 1)
        #expect((-(x + y)).value(at: [1, 2, 0]) == -3)
        #expect((2 * (x + 1) + (y - x)).value(at: [5, 7, 0]) == 14)
        #expect(LinearExpression.sum([x, y, z]).value(at: [1, 2, 4]) == 7)
        #expect(LinearExpression.sum(0..<3) { 2 * Variable($0) }.value(at: [1, 2, 4]) == 14)
        var total = LinearExpression(x)
        total += y
        total -= z
        total -= 2 * y
        #expect(total.value(at: [1, 10, 100]) == 1 - 10 - 100)
    }

    @Test func duplicatesAreAddedUpAndConstantsMove() throws {
        var program = LinearProgram()
        let x = program.addVariable(cost: 1)
        let y = program.addVariable(cost: 1)
        program.addRow([Term(y, 1), Term(x, 1), Term(y, 1)], .atLeast(0))
        program.addRow(x + y + x + 3, .between(5, 9))
        #expect(program.entryCount == 4)
        #expect(program.activities(at: [10, 100]) == [210, 120])
        #expect(program.rowBounds[1] == .between(2, 6))
        let solution = try #require(try program.solve().solution)
        #expect(abs(solution.objective - 1) < 1e-9)
    }

    @Test func equalModelsAreEqual() {
        let a = RandomPrograms.cover(rows: 10, columns: 20, perColumn: 3, seed: 1)
        var b = RandomPrograms.cover(rows: 10, columns: 20, perColumn: 3, seed: 1)
        #expect(a == b)
        b.setCost(of: Variable(3), to: 1)
        #expect(a != b)
    }

    struct Refusal: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let error: LinearProgramError
        let spoil: @Sendable (inout LinearProgram) -> Void
    }

    static let refusals: [Refusal] = [
        Refusal(testDescription: "infinite cost", error: .costNotFinite(Variable(1), "y")) {
            $0.setCost(of: Variable(1), to: .infinity)
        },
        Refusal(testDescription: "coefficient beyond range", error: .unknownVariable(Variable(7))) {
            $0.addRow([Term(Variable(0), 1), Term(Variable(7), 1)], .atLeast(1))
        },
        Refusal(testDescription: "negative variable", error: .unknownVariable(Variable(-1))) {
            $0.addRow([Term(Variable(-1), 1)], .atLeast(1))
        },
        Refusal(testDescription: "unknown row", error: .unknownRow(Row(9))) {
            $0.addVariable(entries: [Entry(Row(9), 1)])
        },
        Refusal(testDescription: "unknown row's bounds", error: .unknownRow(Row(-2))) {
            $0.setBounds(of: Row(-2), to: .free)
        },
        Refusal(testDescription: "unknown variable's cost", error: .unknownVariable(Variable(5))) {
            $0.addToObjective(2 * Variable(5))
        },
        Refusal(
            testDescription: "infinite coefficient",
            error: .coefficientNotFinite(Row(1), "bad", Variable(0))
        ) { $0.addRow(-.infinity * Variable(0), .atLeast(1), label: "bad") },
        Refusal(
            testDescription: "crossed variable bounds",
            error: .invalidVariableBounds(Variable(0), "x", .between(3, 2))
        ) { $0.setBounds(of: Variable(0), to: .between(3, 2)) },
        Refusal(
            testDescription: "crossed row bounds",
            error: .invalidRowBounds(Row(1), "cross", .between(1, 0))
        ) { $0.addRow(Variable(0) + Variable(1), .between(1, 0), label: "cross") },
        Refusal(
            testDescription: "row wants infinity",
            error: .invalidRowBounds(Row(0), "sum", .atLeast(.infinity))
        ) { $0.setBounds(of: Row(0), to: .atLeast(.infinity)) },
        Refusal(
            testDescription: "variable at minus infinity",
            error: .invalidVariableBounds(Variable(0), "x", .atMost(-.infinity))
        ) { $0.setBounds(of: Variable(0), to: .atMost(-.infinity)) },
        Refusal(testDescription: "NaN constant", error: .constantNotFinite) { $0.constant = .nan },
    ]

    private static var sound: LinearProgram {
        var program = LinearProgram()
        let x = program.addVariable(cost: 1, label: "x")
        let y = program.addVariable(cost: 1, label: "y")
        program.addRow(x + y, .atLeast(1), label: "sum")
        return program
    }

    @Test(arguments: refusals) func refusedBeforeTheSolver(_ refusal: Refusal) throws {
        var program = Self.sound
        #expect(try program.solve().isOptimal)
        refusal.spoil(&program)
        #expect(throws: refusal.error) { try program.solve() }
        #expect(throws: refusal.error) { try program.withSession { _ in 0 } }
        #expect(throws: refusal.error) { try program.cplexLPText() }
    }

    // NaN never equals itself, so these errors are matched by their case.
    @Test func notANumberIsRefused() {
        var cost = Self.sound
        cost.setCost(of: Variable(0), to: .nan)
        #expect(throws: LinearProgramError.costNotFinite(Variable(0), "x")) { try cost.solve() }
        var coefficient = Self.sound
        coefficient.addRow([Term(Variable(1), .nan)], .atLeast(1), label: "nan")
        #expect(throws: LinearProgramError.coefficientNotFinite(Row(1), "nan", Variable(1))) {
            try coefficient.solve()
        }
        for bounds in [Bounds(lower: .nan, upper: 1), Bounds(lower: 0, upper: .nan)] {
            var variable = Self.sound
            variable.setBounds(of: Variable(0), to: bounds)
            #expect(throws: LinearProgramError.self) { try variable.solve() }
            var row = Self.sound
            row.setBounds(of: Row(0), to: bounds)
            #expect(throws: LinearProgramError.self) { try row.solve() }
        }
    }

    @Test func optionsAreChecked() {
        #expect(throws: LinearProgramError.invalidOption("relativeGap")) {
            try Self.sound.solve(options: SolveOptions { $0.relativeGap = .nan })
        }
        #expect(throws: LinearProgramError.invalidOption("iterationLimit")) {
            try Self.sound.solve(options: SolveOptions { $0.iterationLimit = 0 })
        }
    }
}
