import ArgumentParser
import Execution
import Foundation
import Planning
import Reports
import Sizing
import Workforce

/// `plateau size`: requirement per interval and campaign.
struct SizeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "size", abstract: "Requirement per interval and campaign; seats, lines and licences.")

    @OptionGroup var options: WorkspaceOptions
    @Flag(name: .long, help: "Print CSV, one row an interval.") var csv = false
    @Option(
        name: .long, parsing: .singleValue,
        help: "Say how an interval's agents came about: 'hotline@2026-12-14 10:00', campaign[.activity].")
    var explain: [String] = []

    func run() throws {
        let scenario = try options.readScenario()
        let asked = try explain.map { try options.parsedInterval($0, in: scenario) }
        let plan = try options.makePlan(of: scenario, through: .size)
        if !asked.isEmpty {
            try show(asked, of: plan, scenario)
            return
        }
        if csv {
            Console.print(
                requirementCSV(plan.requirement, scenario: scenario, language: options.output.language))
            return
        }
        let technical = try options.technicalNeeds(of: plan, scenario)
        options.show(
            text: {
                requirementText(plan.requirement, scenario: scenario, language: $0, colour: $1) + "\n"
                    + technicalText(technical, scenario: scenario, language: $0, colour: $1)
            }, json: { requirementJSON(plan.requirement, technical: technical, scenario: scenario) })
    }
}

extension SizeCommand {
    private func show(
        _ asked: [(activities: [ActivityKey], interval: Int)], of plan: Plan, _ scenario: Scenario
    ) throws {
        let explanations = try options.planned { _ throws(PlanningError) in
            try explained(asked, plan: plan, scenario: scenario)
        }
        options.show(
            text: { explanationText(explanations, scenario: scenario, language: $0, colour: $1) },
            json: { explanationJSON(explanations, scenario: scenario) })
    }

    private func explained(
        _ asked: [(activities: [ActivityKey], interval: Int)], plan: Plan, scenario: Scenario
    ) throws(PlanningError) -> [SizingExplanation] {
        var found: [SizingExplanation] = []
        for (activities, interval) in asked {
            for key in activities {
                do throws(SizingError) {
                    let one = try explainSizing(
                        of: key, interval: interval, forecast: plan.forecast,
                        requirement: plan.requirement, for: scenario)
                    if let one { found.append(one) }
                } catch {
                    throw .sizing(error)
                }
            }
        }
        return found
    }
}

/// `plateau staff`: which agents work for which campaign.
struct StaffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "staff", abstract: "Which agents work for which campaign, week by week.")

    @OptionGroup var options: WorkspaceOptions

    func run() throws {
        let scenario = try options.readScenario()
        let plan = try options.makePlan(of: scenario, through: .staff)
        options.show(
            text: { staffingText(plan.staffing, scenario: scenario, language: $0, colour: $1) },
            json: { staffingJSON(plan.staffing, scenario: scenario) })
    }
}

/// `plateau schedule`: anonymous shifts and tours.
struct ScheduleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule",
        abstract: "Shifts, tours and headcount per contract, with coverage, bound and gap.")

    @OptionGroup var options: WorkspaceOptions
    @Flag(name: .long, help: "Print CSV, one row a shift (with --shortages, a shortage).")
    var csv = false
    @Flag(name: .long, help: "Print CSV of the loans between campaigns, one row a loan.") var loansCSV = false
    @Flag(
        name: .long,
        help: "Also say what would lift the dearest shortages: changes are tried and solved again.")
    var shortages = false
    @Flag(name: .long, help: "Say on standard error where each search's time went.")
    var timing = false

    func run() throws {
        let scenario = try options.readScenario()
        let language = options.output.language
        let times = TimeSheet()
        let (plan, named) = try options.planned {
            control throws(PlanningError) -> (Plan, [ScheduleShortage]) in
            var control = control
            if timing { control.measure = { times.add($0) } }
            let plan = try Planning.makePlan(from: scenario, through: .schedule, control: control)
            if loansCSV || csv && !shortages { return (plan, []) }
            control.measure = nil
            let named = try nameShortages(
                of: plan, for: scenario, seeksRemedies: shortages, control: control)
            return (plan, named)
        }
        if timing { times.show(language) }
        if loansCSV {
            Console.print(Reports.loansCSV(plan.schedule, scenario: scenario, language: language))
            return
        }
        if csv {
            Console.print(
                shortages
                    ? shortageCSV(named, scenario: scenario, language: language)
                    : scheduleCSV(plan.schedule, scenario: scenario, language: language))
            return
        }
        options.show(
            text: { scheduleText(plan, shortages: named, scenario: scenario, language: $0, colour: $1) },
            json: { scheduleJSON(plan, shortages: named, scenario: scenario) })
    }
}

/// `plateau roster`: who works when.
struct RosterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roster", abstract: "Named roster, audit and fairness.")

    @OptionGroup var options: WorkspaceOptions
    @Flag(name: .long, help: "Print CSV, one row a shift.") var csv = false
    @Option(name: .long, help: "Also write wall sheets, one page a team and week, to this HTML file.")
    var wallSheet: String?

    func run() throws {
        let scenario = try options.readScenario()
        let plan = try options.makePlan(of: scenario, through: .audit)
        let language = options.output.language
        if let wallSheet {
            try OutputFolder.write(
                wallSheetHTML(plan, scenario: scenario, language: language), language,
                to: URL(filePath: wallSheet))
        }
        if csv {
            if let roster = plan.roster {
                Console.print(rosterCSV(roster, scenario: scenario, language: language))
            }
        } else {
            options.show(
                text: { rosterText(plan, scenario: scenario, language: $0, colour: $1) },
                json: { rosterJSON(plan, scenario: scenario) })
        }
        try plan.throwIfViolated()
    }
}

/// `plateau teams`: who works under whom.
struct TeamsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "teams", abstract: "Teams of agents under supervisors.")

    @OptionGroup var options: WorkspaceOptions

    func run() throws {
        let scenario = try options.readScenario()
        let plan = try options.makePlan(of: scenario, through: .teams)
        options.show(
            text: { teamsText(plan.teams, scenario: scenario, language: $0, colour: $1) },
            json: { teamsJSON(plan.teams, scenario: scenario) })
    }
}

/// `plateau training`: who is taught when, by whom, in which room.
struct TrainingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "training", abstract: "Training sessions before a launch.")

    @OptionGroup var options: WorkspaceOptions

    func run() throws {
        let scenario = try options.readScenario()
        let plan = try options.makePlan(of: scenario, through: .training)
        options.show(
            text: { trainingText(plan.training, scenario: scenario, language: $0, colour: $1) },
            json: { trainingJSON(plan.training, scenario: scenario) })
    }
}

/// `plateau cost`: the cost build-up.
struct CostCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cost", abstract: "Cost build-up per campaign: paid, effective and logged hours.")

    @OptionGroup var options: WorkspaceOptions

    func run() throws {
        let scenario = try options.readScenario()
        let plan = try options.makePlan(of: scenario, through: .price)
        options.show(
            text: { costText(plan, scenario: scenario, language: $0, colour: $1) },
            json: { costJSON(plan, scenario: scenario) })
    }
}

extension Plan {
    /// - Throws: exit code 1 when an audit found a violated rule.
    func throwIfViolated() throws {
        if findings.contains(where: { $0.severity == .violation }) { throw ExitCode.violated }
    }
}
