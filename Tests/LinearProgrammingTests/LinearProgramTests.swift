import Execution
import LinearProgramming
import Testing

@Suite struct LinearProgramTests {
    /// Wyndor Glass (Hillier & Lieberman): optimum 36 at (2, 6), duals 0, 3/2, 1.
    @Test func wyndor() throws {
        var program = LinearProgram(.maximize)
        let doors = program.addVariable(cost: 3, label: "doors")
        let windows = program.addVariable(cost: 5, label: "windows")
        let first = program.addRow(LinearExpression(doors), .atMost(4))
        let second = program.addRow(2 * windows, .atMost(12))
        let third = program.addRow(3 * doors + 2 * windows, .atMost(18))
        let solution = try #require(try program.solve().solution)
        #expect(abs(solution.objective - 36) < 1e-9)
        #expect(abs(solution[doors] - 2) < 1e-9)
        #expect(abs(solution[windows] - 6) < 1e-9)
        #expect(abs(solution.dual(of: first)) < 1e-9)
        #expect(abs(solution.dual(of: second) - 1.5) < 1e-9)
        #expect(abs(solution.dual(of: third) - 1) < 1e-9)
    }
}
