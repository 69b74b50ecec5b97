import ArgumentParser
import Assignments
import Execution
import Foundation
import LinearProgramming
import Planning
import Rostering
import Workforce

/// `plateau export-model`: the data of a model on a real workspace, for `glpsol`.
struct ExportModelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export-model",
        abstract: "The data section of a model in GNU MathProg, for glpsol.",
        discussion: """
            The models themselves are in the folder models/ of the sources:
              plateau export-model floor --model staffing > staffing.dat
              glpsol -m models/staffing.mod -d staffing.dat
            """)

    enum Model: String, ExpressibleByArgument, CaseIterable { case staffing, roster, teams, training }

    @OptionGroup var options: WorkspaceOptions
    @Option(name: .long, help: "staffing, roster, teams or training.") var model: Model

    func run() throws {
        let scenario = try options.readScenario()
        guard scenario.isNamed else {
            throw ValidationError("the workspace has no agents: this model speaks of named people")
        }
        let stages: [Model: Stage] = [
            .staffing: .size, .roster: .schedule, .teams: .roster, .training: .roster,
        ]
        let plan = try options.makePlan(of: scenario, through: stages[model] ?? .roster)
        Console.print(try data(of: plan, for: scenario))
    }

    private func data(of plan: Plan, for scenario: Scenario) throws -> String {
        guard model != .staffing else { return staffingData(plan.requirement, for: scenario) }
        guard model != .roster else { return rosterData(plan.schedule, for: scenario) }
        guard let roster = plan.roster, let staffing = plan.staffing else { return "" }
        if model == .teams { return teamData(roster, for: scenario) }
        return try options.planned { _ throws(PlanningError) in
            do throws(LinearProgramError) {
                return try trainingData(
                    roster, staffing: staffing, requirement: plan.requirement, for: scenario)
            } catch {
                throw .model(error)
            }
        }
    }
}
