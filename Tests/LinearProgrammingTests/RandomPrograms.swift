import Execution
import LinearProgramming

/// Seeded instances that the tests share.
enum RandomPrograms {
    /// Covering: min cost, each row wants a few of its columns. Always feasible.
    static func cover(
        rows: Int, columns: Int, perColumn: Int, seed: UInt64, kind: VariableKind = .continuous
    ) -> LinearProgram {
        var generator = SeededGenerator(seed: seed)
        var program = LinearProgram()
        for row in 0..<rows {
            program.addRow([], .atLeast(Double(1 + generator.below(20))), label: Label("cover", row))
        }
        for row in 0..<rows {
            program.addVariable(cost: 500, label: Label("short", row), entries: [Entry(Row(row), 1)])
        }
        for column in 0..<columns {
            let first = generator.below(rows)
            let entries = (0..<perColumn).map { _ in
                Entry(Row((first + generator.below(4 * perColumn)) % rows), 1)
            }
            program.addVariable(
                cost: 10 + 10 * generator.uniform(), kind: kind, label: Label("x", column), entries: entries)
        }
        return program
    }

    /// Market split (Cornuéjols & Dawande 1998) with slack: tiny LPs, a search
    /// tree that no one finishes.
    static func marketSplit(rows: Int, columns: Int, seed: UInt64) -> LinearProgram {
        var generator = SeededGenerator(seed: seed)
        var program = LinearProgram()
        let chosen = (0..<columns).map { program.addVariable(kind: .binary, label: Label("s", $0)) }
        for row in 0..<rows {
            let weights = chosen.map { _ in Double(generator.below(100)) }
            let half = (weights.reduce(0, +) / 2).rounded(.down)
            let over = program.addVariable(cost: 1, label: Label("over", row))
            let under = program.addVariable(cost: 1, label: Label("under", row))
            let terms = zip(chosen, weights).map { Term($0, $1) } + [Term(over, -1), Term(under, 1)]
            program.addRow(terms, .equal(half), label: Label("market", row))
        }
        return program
    }

    /// Small bounded integer program with rows of both directions; may be infeasible.
    static func smallInteger(seed: UInt64, variables: Int, rows: Int) -> LinearProgram {
        var generator = SeededGenerator(seed: seed)
        var program = LinearProgram(generator.below(2) == 0 ? .minimize : .maximize)
        let x = (0..<variables).map { index in
            program.addVariable(
                cost: Double(generator.below(21) - 10), bounds: .between(0, Double(1 + generator.below(3))),
                kind: .integer, label: Label("x", index))
        }
        for row in 0..<rows {
            let terms = x.map { Term($0, Double(generator.below(11) - 5)) }
            let side = Double(generator.below(13) - 4)
            let bounds: Bounds =
                switch generator.below(3) {
                case 0: .atMost(side)
                case 1: .atLeast(side - 4)
                default: .between(side - 3, side + 1)
                }
            program.addRow(terms, bounds, label: Label("row", row))
        }
        return program
    }

    /// The best objective by trying every point; nil without a feasible one.
    static func bruteForce(_ program: LinearProgram) -> Double? {
        var best: Double?
        var point = program.variableBounds.map(\.lower)
        while true {
            if program.worstViolation(at: point) == nil {
                let value = program.objective(at: point)
                let isBetter = best.map { program.sense == .minimize ? value < $0 : value > $0 } ?? true
                if isBetter { best = value }
            }
            guard let next = point.indices.first(where: { point[$0] < program.variableBounds[$0].upper })
            else { return best }
            point[next] += 1
            for index in 0..<next { point[index] = program.variableBounds[index].lower }
        }
    }
}
