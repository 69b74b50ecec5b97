import Execution
import Foundation
import LinearProgramming
import Testing
import Workforce

@testable import Rostering

/// `models/roster.mod` and the Swift builder have the same optimum.
@Suite struct ModelTests {
    @Test(arguments: 0..<8)
    func roster(_ seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let (scenario, schedule) = RosterPropertyTests.randomCase(&random, agents: 5, weeks: 3, distinct: 4)
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let path = FileManager.default.temporaryDirectory
            .appendingPathComponent("roster-\(UInt64.random(in: 0 ... .max)).dat")
        try rosterData(schedule, for: scenario).write(to: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: path) }
        let model = try MathProgModel.read(
            modelPath: root.appendingPathComponent("models/roster.mod").path, dataPath: path.path)
        let optimum = try #require(try model.solve().solution).objective
        let built = try Rostering.roster(
            schedule, staffing: posts(agents: Array(0..<5), weeks: 3), for: scenario, control: RunControl())
        #expect(abs(optimum - built.optimality.cost) < 1e-3)
        #expect(built.optimality.status == .optimal)
    }
}
