import ArgumentParser
import Execution
import Foundation
import LinearProgramming
import PlanFiles
import Planning
import Reports
import Sizing
import Workforce

/// Exit codes of DESIGN §4 beside success and ArgumentParser's 64.
extension ExitCode {
    static let violated = ExitCode(1)
    static let badData = ExitCode(65)
    static let internalError = ExitCode(70)
    static let timedOut = ExitCode(75)
}

/// What every verb that reads a workspace understands.
struct WorkspaceOptions: ParsableArguments {
    @Argument(help: "Folder of the workspace.", completion: .directory)
    var workspace: String

    @OptionGroup var output: OutputOptions
    @OptionGroup var run: RunOptions

    @Option(
        name: .customLong("set"), parsing: .singleValue,
        help: "Change the scenario first: demand=+10%, hotline.aht=-15s, target=90/15.")
    var changes: [String] = []

    @Option(
        name: .long,
        help: "At most so many kinds of shift (start and end) in each campaign, the same in all weeks.")
    var maxShiftKinds: Int?

    func validate() throws {
        if let maxShiftKinds, !(1...1000).contains(maxShiftKinds) {
            throw ValidationError("--max-shift-kinds \(maxShiftKinds): write a number from 1 to 1000")
        }
    }

    /// Reads the workspace and prints what was found in it.
    ///
    /// - Throws: `ExitCode.badData` when an error keeps the plan from being made.
    func readScenario(applyingChanges: Bool = true) throws -> Scenario {
        let reading = readWorkspace(at: URL(filePath: workspace))
        for diagnostic in reading.diagnostics where diagnostic.severity != .note {
            Console.error(diagnosticLine(diagnostic, output.language) + "\n")
        }
        guard var scenario = reading.scenario else { throw ExitCode.badData }
        if let maxShiftKinds {
            let price = scenario.shiftKinds?.pricePerWeek ?? .zero
            scenario.shiftKinds = ShiftKindLimit(most: maxShiftKinds, pricePerWeek: price)
        }
        guard applyingChanges else { return scenario }
        return scenario.applying(try changes.map { try parsedChange($0, in: scenario) })
    }

    func parsedChange(_ text: String, in scenario: Scenario) throws -> ScenarioChange {
        do throws(Problem) {
            let change = try parseChange(text)
            if let problem = unknownCampaign(of: change, in: scenario) { throw problem }
            return change
        } catch {
            throw ValidationError("--set \(text): " + error.phrase(output.language))
        }
    }

    /// The interval and activities that `--explain` names.
    func parsedInterval(
        _ text: String, in scenario: Scenario
    ) throws -> (activities: [ActivityKey], interval: Int) {
        do throws(Problem) {
            return try parseInterval(text, in: scenario)
        } catch {
            throw ValidationError("--explain \(text): " + error.phrase(output.language))
        }
    }

    /// The plan of the workspace as far as a stage.
    func makePlan(of scenario: Scenario, through stage: Stage) throws -> Plan {
        try planned { control throws(PlanningError) in
            try Planning.makePlan(from: scenario, through: stage, control: control)
        }
    }

    /// Seats, lines and licences for a plan's requirement.
    func technicalNeeds(of plan: Plan, _ scenario: Scenario) throws -> TechnicalNeeds {
        try planned { _ throws(PlanningError) in
            do throws(SizingError) {
                return try Sizing.technicalNeeds(plan.requirement, forecast: plan.forecast, for: scenario)
            } catch {
                throw .sizing(error)
            }
        }
    }

    /// Runs long work with progress, and turns its errors into messages and exit codes.
    func planned<Result>(_ body: (RunControl) throws(PlanningError) -> Result) throws -> Result {
        let reporter = ProgressReporter(language: output.language)
        defer { reporter.finish() }
        do throws(PlanningError) {
            return try body(run.control(reporter: reporter))
        } catch {
            reporter.finish()
            Console.error(error.phrase(output.language) + "\n")
            throw error.exitCode
        }
    }

    /// Prints a result as text or JSON.
    func show(text: (Language, Bool) -> String, json: () -> String) {
        if output.json {
            Console.print(json() + "\n")
        } else {
            Console.print(text(output.language, Console.colours))
        }
    }
}

extension PlanningError {
    var exitCode: ExitCode {
        switch self {
        case .sizing: .badData
        case .model: .internalError
        }
    }

    func phrase(_ language: Language) -> String {
        switch self {
        case .sizing(.targetUnreachable(let key, let target)):
            language.phrase(unreachable: target, of: key)
        case .sizing(.impossibleTerm(let key, let parameter, let value)):
            language.phrase(impossible: parameter.rawValue, value: value, of: key)
        case .model(let error): language.phrase(internalFault: String(describing: error))
        }
    }
}
