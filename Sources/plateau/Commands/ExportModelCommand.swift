import ArgumentParser
import Assignments
import Execution
import Foundation
import LinearProgramming
import Planning
import Rostering
import Scheduling
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
            day, week and tours are of one campaign and week: the first with work, unless
            --campaign and --date say otherwise.
            """)

    enum Model: String, ExpressibleByArgument, CaseIterable {
        case staffing, day, week, tours, roster, teams, training
    }

    @OptionGroup var options: WorkspaceOptions
    @Option(name: .long, help: "staffing, day, week, tours, roster, teams or training.") var model: Model
    @Option(name: .long, help: "Campaign of day, week and tours.") var campaign: String?
    @Option(name: .long, help: "Day meant by day, week and tours: 2026-12-14.") var date: CivilDate?

    func run() throws {
        let scenario = try options.readScenario()
        if [.day, .week, .tours].contains(model) {
            Console.print(try poolData(for: scenario))
            return
        }
        guard campaign == nil, date == nil else {
            throw ValidationError("--campaign and --date go with --model day, week or tours")
        }
        guard scenario.isNamed else {
            throw ValidationError("the workspace has no agents: this model speaks of named people")
        }
        let stages: [Model: Stage] = [
            .staffing: .size, .roster: .schedule, .teams: .roster, .training: .roster,
        ]
        let plan = try options.makePlan(of: scenario, through: stages[model] ?? .roster)
        Console.print(try data(of: plan, for: scenario))
    }

    /// The first pool asked for that has people or work.
    private func poolData(for scenario: Scenario) throws -> String {
        if let campaign, scenario.campaign(Identifier(campaign)) == nil {
            let names = scenario.campaigns.map(\.id.name).joined(separator: ", ")
            throw ValidationError("no campaign '\(campaign)'; there are \(names)")
        }
        if let date, scenario.horizon.day(of: date) == nil {
            throw ValidationError(
                "\(date) lies outside \(scenario.horizon.firstDay) to \(scenario.horizon.lastDay)")
        }
        let day = date.flatMap { scenario.horizon.day(of: $0) }
        let weeks = day.map { $0 / 7...$0 / 7 } ?? 0...max(0, scenario.horizon.weekCount - 1)
        let plan = try options.makePlan(of: scenario, through: scenario.isNamed ? .staff : .size)
        let found = try options.planned { control throws(PlanningError) -> String? in
            for week in weeks {
                for one in scenario.campaigns where campaign.map({ one.id.name == $0 }) ?? true {
                    do throws(LinearProgramError) {
                        let data = try Scheduling.poolData(
                            specification(day), of: one, week: week, requirement: plan.requirement,
                            staffing: plan.staffing, for: scenario, control: control)
                        if let data { return data }
                    } catch {
                        throw .model(error)
                    }
                }
            }
            return nil
        }
        guard let found else { throw ValidationError("nobody works and nothing is wanted then") }
        return found
    }

    private func specification(_ day: Int?) -> PoolSpecification {
        switch model {
        case .day: .day((day ?? 0) % 7)
        case .week: .week
        default: .tours
        }
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
