import CGLPK
import Execution
import Foundation
import LinearProgramming
import Testing

@Suite struct TextTests {
    private func temporary(_ text: String, _ suffix: String) throws -> String {
        let path = NSTemporaryDirectory() + "plateau-lp-\(UUID().uuidString).\(suffix)"
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    private func throughFile(_ program: LinearProgram, _ format: ModelFormat) throws -> LinearProgram {
        let path = try temporary(
            format == .mps ? try program.mpsText() : try program.cplexLPText(), format == .mps ? "mps" : "lp")
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try LinearProgram.read(format, path: path)
    }

    /// All kinds of bounds, labels that need cleaning, and a constant.
    private var awkward: LinearProgram {
        var program = LinearProgram(.minimize, constant: 12.5)
        let a = program.addVariable(cost: 1.1, bounds: .free, label: "free one")
        let b = program.addVariable(cost: -1e-7, bounds: .atMost(4), label: "e12")
        let c = program.addVariable(
            cost: 3, bounds: .between(-2, 7), kind: .integer, label: Label("é", 1, -2))
        let d = program.addVariable(cost: 0, bounds: .equal(3), label: "x")
        let e = program.addVariable(cost: 1, kind: .binary, label: "x")
        let f = program.addVariable(cost: 2.25, kind: .integer, label: "free")
        program.addVariable(cost: 0, label: "unused")
        program.addRow(a + 2 * b - c, .between(-3, 1e6), label: "range")
        program.addRow(a + d + e, .equal(5), label: "bounds")
        program.addRow(0.1 * f + 0.2 * e - b, .atLeast(0.3), label: Label("row", 3))
        program.addRow(a + f, .free, label: "free row")
        program.addRow([], .atMost(3), label: "nothing")
        program.addRow(c + f, .atMost(123456789.125), label: Label("row", 3))
        return program
    }

    @Test func mpsRoundTripIsExact() throws {
        let original = awkward
        let back = try throughFile(original, .mps)
        // One more variable carries the constant; the reader drops the free row.
        #expect(back.variableCount == original.variableCount + 1)
        #expect(Array(back.costs.dropLast()) == original.costs)
        #expect(back.costs.last == original.constant)
        #expect(Array(back.variableBounds.dropLast()) == original.variableBounds)
        #expect(back.variableBounds.last == .equal(1))
        let kept = original.rowBounds.indices.filter { original.rowBounds[$0] != .free }
        #expect(back.rowBounds == kept.map { original.rowBounds[$0] })
        #expect(kept.count == original.rowCount - 1)
        #expect(
            back.kinds.dropLast().map { $0 != .continuous } == original.kinds.map { $0 != .continuous })
        let point = (1...original.variableCount).map { Double($0 * $0) + 0.5 }
        let activities = original.activities(at: point)
        #expect(back.activities(at: point + [1]) == kept.map { activities[$0] })
        #expect(Set(back.variableLabels).count == back.variableCount)
        let expected = try #require(try original.solve().solution).objective
        let found = try #require(try back.solve().solution).objective
        #expect(abs(found - expected) < 1e-9)
    }

    @Test func lpRoundTripKeepsTheOptimum() throws {
        let original = awkward
        let back = try throughFile(original, .cplexLP)
        // One more variable carries the constant, one more row the range.
        #expect(back.variableCount == original.variableCount + 1)
        #expect(Array(back.variableBounds.dropLast()) == original.variableBounds)
        #expect(Array(back.costs.dropLast()) == original.costs)
        let expected = try #require(try original.solve().solution).objective
        let found = try #require(try back.solve().solution).objective
        #expect(abs(found - expected) < 1e-9)
        #expect(abs(expected) > 0.1)
    }

    @Test(arguments: 1...25) func roundTripsOfRandomPrograms(seed: Int) throws {
        let program = RandomPrograms.smallInteger(seed: UInt64(seed), variables: 6, rows: 4)
        let expected = RandomPrograms.bruteForce(program)
        let sign: Double = program.sense == .minimize ? 1 : -1
        #expect(try throughFile(program, .cplexLP).solve().solution?.objective == expected)
        // MPS has no sense: maximisations come back negated.
        #expect(try throughFile(program, .mps).solve().solution?.objective == expected.map { sign * $0 })
        #expect(try program.mpsText() == program.mpsText())
    }

    @Test func unreadableFilesAreSaid() throws {
        let path = try temporary("Minimize\n obj: 2 x +\nnonsense >= <=\n", "lp")
        defer { try? FileManager.default.removeItem(atPath: path) }
        let error = #expect(throws: LinearProgramError.self) {
            try LinearProgram.read(.cplexLP, path: path)
        }
        #expect("\(error, default: "")".contains(".lp:3:"))
        #expect(throws: LinearProgramError.self) { try LinearProgram.read(.mps, path: "/nonexistent") }
        #expect(throws: LinearProgramError.self) { try MathProgModel.read(modelPath: "/nonexistent") }
    }

    private static let transport = """
        set PLANTS; set MARKETS;
        param supply{PLANTS}; param need{MARKETS}; param cost{PLANTS, MARKETS};
        var ship{PLANTS, MARKETS} >= 0;
        minimize total: sum{p in PLANTS, m in MARKETS} cost[p, m] * ship[p, m];
        s.t. available{p in PLANTS}: sum{m in MARKETS} ship[p, m] <= supply[p];
        s.t. demand{m in MARKETS}: sum{p in PLANTS} ship[p, m] >= need[m];
        end;

        """

    private static let transportData = """
        data;
        set PLANTS := Seattle SanDiego;
        set MARKETS := NewYork Chicago Topeka;
        param supply := Seattle 350 SanDiego 600;
        param need := NewYork 325 Chicago 300 Topeka 275;
        param cost : NewYork Chicago Topeka :=
            Seattle 0.225 0.153 0.162
            SanDiego 0.225 0.162 0.126;
        end;

        """

    /// Dantzig's transport problem: 153.675 (thousand dollars).
    @Test func mathProgWithData() throws {
        let model = try temporary(Self.transport, "mod")
        let data = try temporary(Self.transportData, "dat")
        defer {
            try? FileManager.default.removeItem(atPath: model)
            try? FileManager.default.removeItem(atPath: data)
        }
        let program = try MathProgModel.read(modelPath: model, dataPath: data)
        #expect(program.variableCount == 6)
        #expect(program.variableLabels.contains("ship[Seattle,Topeka]"))
        #expect(program.rowLabels.contains("demand[Chicago]"))
        let solution = try #require(try program.solve().solution)
        #expect(abs(solution.objective - 153.675) < 1e-9)
        let error = #expect(throws: LinearProgramError.self) { try MathProgModel.read(modelPath: model) }
        #expect("\(error, default: "")".contains("no value for"))
    }

    @Test func mathProgWithIntegers() throws {
        let path = try temporary(
            """
            set I := 1..4; param w{i in I} := i + 2; param v{i in I} := 3 * i + (i mod 2);
            var take{I} binary; var n integer >= 0, <= 2;
            maximize value: sum{i in I} v[i] * take[i] + n + 5;
            s.t. room: sum{i in I} w[i] * take[i] + 2 * n <= 10;
            printf "this must not be seen\\n";
            end;

            """, "mod")
        defer { try? FileManager.default.removeItem(atPath: path) }
        let program = try MathProgModel.read(modelPath: path)
        #expect(program.sense == .maximize)
        #expect(program.constant == 5)
        #expect(program.kinds == [.binary, .binary, .binary, .binary, .integer])
        let expected = try #require(RandomPrograms.bruteForce(program))
        #expect(try program.solve().solution?.objective == expected)
    }
}
