import ArgumentParser
import Execution
import Foundation
import Reports
import Workforce

/// `plateau plan`: the whole chain, and a report.
struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "The whole chain: forecast, requirement, shifts, roster, teams, training, cost, quote.",
        discussion: """
            With --out DIR it also writes plan.html (the report), wall-sheets.html, plan.json, \
            and forecast, requirement, coverage, schedule and roster as CSV.
            """)

    @OptionGroup var options: WorkspaceOptions
    @Option(name: .long, help: "Folder for the report and the exports; made if missing.")
    var out: String?
    @Flag(name: .long, help: "Exit with 1 when a service target is not met over the horizon.")
    var strict = false

    func run() throws {
        let scenario = try options.readScenario()
        let plan = try options.makePlan(of: scenario, through: .audit)
        if let out { try write(plan, of: scenario, to: URL(filePath: out, directoryHint: .isDirectory)) }
        options.show(
            text: { language, colour in
                textReport(plan, scenario: scenario, language: language, colour: colour)
            }, json: { planJSON(plan, scenario: scenario) })
        try plan.throwIfViolated()
        if strict, plan.missesTarget(of: scenario) { throw ExitCode.violated }
    }

    private func write(_ plan: Plan, of scenario: Scenario, to folder: URL) throws {
        let language = options.output.language
        func save(_ bytes: [UInt8], _ name: String) throws {
            try OutputFolder.write(bytes, language, to: folder.appending(path: name), makingFolders: true)
        }
        try save(Array(htmlReport(plan, scenario: scenario, language: language).utf8), "plan.html")
        try save(Array(planJSON(plan, scenario: scenario).utf8), "plan.json")
        try save(forecastCSV(plan.forecast, scenario: scenario, language: language), "forecast.csv")
        try save(
            requirementCSV(plan.requirement, scenario: scenario, language: language), "requirement.csv")
        try save(coverageCSV(plan, scenario: scenario, language: language), "coverage.csv")
        try save(scheduleCSV(plan.schedule, scenario: scenario, language: language), "schedule.csv")
        if !plan.schedule.shared.isEmpty {
            try save(loansCSV(plan.schedule, scenario: scenario, language: language), "loans.csv")
        }
        guard let roster = plan.roster else { return }
        try save(rosterCSV(roster, scenario: scenario, language: language), "roster.csv")
        try save(
            Array(wallSheetHTML(plan, scenario: scenario, language: language).utf8), "wall-sheets.html")
    }
}

extension Plan {
    /// Whether any inbound activity should miss its service level over the horizon.
    func missesTarget(of scenario: Scenario) -> Bool {
        service.contains { prediction in
            guard case .inbound(let terms)? = scenario.activity(prediction.activity)?.channel,
                let target = terms.target.serviceLevel, let overall = prediction.overall
            else { return false }
            return overall < target
        }
    }
}
