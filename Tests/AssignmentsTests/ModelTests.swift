import Execution
import Foundation
import LinearProgramming
import Testing
import Workforce

@testable import Assignments

/// The models of `models/` and the Swift builders have the same optima.
@Suite struct ModelTests {
    /// The optimum of a model of `models/` with a data section.
    static func optimum(of model: String, data: String) throws -> Double {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let path = FileManager.default.temporaryDirectory
            .appendingPathComponent("\(model)-\(UInt64.random(in: 0 ... .max)).dat")
        try data.write(to: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: path) }
        let program = try MathProgModel.read(
            modelPath: root.appendingPathComponent("models/\(model).mod").path, dataPath: path.path)
        return try #require(try program.solve().solution).objective
    }

    @Test(arguments: 0..<8)
    func staffing(_ seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let scenario = StaffTests.randomScenario(&random, agents: 6, weeks: 3)
        let needs = Requirement(
            activities: [helpline, sales].map {
                need($0, agents: 2 + random.below(3), weeks: [0, 1, 2], horizon: scenario.horizon)
            })
        let model = try Self.optimum(of: "staffing", data: staffingData(needs, for: scenario))
        let built = try staff(needs, for: scenario, control: RunControl()).optimality
        #expect(abs(model - built.cost) < 1e-6 * max(1, built.cost))
    }

    @Test(arguments: 0..<8)
    func teams(_ seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let agents = (0..<9).map { index in
            makeAgent(
                index, home: index < 6 ? helpline : sales,
                hired: random.below(2) == 0 ? firstMonday - 10 : nil)
        }
        let scenario = makeScenario(
            agents: agents, campaigns: [makeCampaign(helpline), makeCampaign(sales)],
            supervisors: (0..<3).map { index in
                let from = 7 + random.below(6)
                return FormTeamsTests.supervisor("S\(index)", from, from + 6)
            }, teamSize: 2...4)
        let roster = makeRoster(
            agents.indices.map { index in
                let from = 8 + random.below(5)
                return line(index, campaign: index < 6 ? helpline : sales, shift: shift(from, from + 7))
            })
        let model = try Self.optimum(of: "teams", data: teamData(roster, for: scenario))
        let plan = try formTeams(roster, for: scenario, control: RunControl())
        let price = TeamInstance.prepare(roster, scenario).instance.unassignedMinutes
        #expect(abs(model - plan.optimality.cost - Double(price * plan.unassigned.count)) < 1e-3)
    }

    @Test(arguments: 0..<6)
    func training(_ seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let scenario = PlaceTrainingTests.scenario(
            agents: 5, course: TrainingNeed(sessionMinutes: 120, sessions: 2, classSize: 2...3),
            trainers: [PlaceTrainingTests.trainer("T1", 9, 13), PlaceTrainingTests.trainer("T2", 12, 18)],
            rooms: [PlaceTrainingTests.room("R1", 3)])
        let roster = makeRoster(
            (0..<5).map { index in
                let from = 8 + random.below(4)
                return line(index, shift: shift(from, from + 8), days: [0, 1 + random.below(2)])
            })
        let staffing = PlaceTrainingTests.posts(5)
        let needs = Requirement(activities: [need(helpline, agents: 3, weeks: [0], horizon: scenario.horizon)]
        )
        let data = try trainingData(roster, staffing: staffing, requirement: needs, for: scenario)
        let presence = FloorPresence(roster: roster, requirement: needs, scenario: scenario)
        let resources = TrainingResources(scenario: scenario)
        let trainees = Trainee.all(staffing: staffing, scenario: scenario)
        let instance = TrainingCandidates(
            classes: try nextClasses(
                trainees, of: trainees, scenario, presence, resources, control: RunControl()),
            scenario: scenario, presence: presence,
            resources: resources
        ).instance
        let built = try #require(try TrainingProgram(instance).program.solve().solution)
        #expect(abs(try Self.optimum(of: "training", data: data) - built.objective) < 1e-6)
    }
}
