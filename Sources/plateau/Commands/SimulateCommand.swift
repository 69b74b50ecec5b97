import ArgumentParser
import Execution
import Planning
import Reports
import Simulation
import Workforce

/// `plateau simulate`: the plan played through, call by call.
struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "The plan in a discrete-event simulation: service by week, day and interval.",
        discussion: """
            Makes the plan, then plays its days through many times: contacts come by chance around \
            the forecast, wait, hang up; people are absent, take breaks, finish the call in hand. \
            With --requirement no plan is made: exactly the agents that sizing asks for are on the line; \
            lists and items are left out. \
            With --time-limit the plan and the simulation each may run that long.

            Examples:
              plateau simulate floor
              plateau simulate floor --replications 400 --seed 7 --csv
            """)

    @OptionGroup var options: WorkspaceOptions
    @Option(name: .long, help: "How often the whole horizon is played through, 1 to 100000.")
    var replications = 100
    @Flag(name: .long, help: "Simulate the requirement instead of the plan.") var requirement = false
    @Flag(name: .long, help: "Print CSV, one row an interval and activity.") var csv = false

    func validate() throws {
        guard (1...100_000).contains(replications) else {
            throw ValidationError("--replications \(replications): write a number from 1 to 100000")
        }
    }

    func run() throws {
        let scenario = try options.readScenario()
        let plan = try options.makePlan(of: scenario, through: requirement ? .size : .training)
        let reporter = ProgressReporter(language: options.output.language)
        let control = options.run.control(reporter: reporter)
        let often = SimulationOptions(replications: replications)
        let service =
            requirement
            ? simulate(
                requirement: plan.requirement, forecast: plan.forecast,
                service: predictService(of: plan.requirement, forecast: plan.forecast, for: scenario),
                for: scenario, options: often, control: control)
            : simulate(plan: plan, for: scenario, options: often, control: control)
        reporter.finish()
        if csv {
            Console.print(
                simulatedCSV(service, scenario: scenario, language: options.output.language))
            return
        }
        options.show(
            text: { simulatedText(service, scenario: scenario, language: $0, colour: $1) },
            json: { simulatedJSON(service, scenario: scenario) })
    }
}
