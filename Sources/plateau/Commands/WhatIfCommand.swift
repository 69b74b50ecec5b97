import ArgumentParser
import Foundation
import PlanFiles
import Planning
import Reports
import Workforce

/// `plateau whatif`: the base beside variants.
struct WhatIfCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "whatif",
        abstract: "The base beside variants: agents, FTE, hours, cost, service, margin.",
        discussion: """
            All --set of one command make one variant together; each --scenario is another, named \
            in scenarios.yaml; --sweep makes one variant per step.

            Examples:
              plateau whatif floor --set demand=+10% --set aht=-15s
              plateau whatif floor --scenario winter-peak
              plateau whatif floor --sweep demand=-20%..+20%:10% --out sweep.html
            """)

    @OptionGroup var options: WorkspaceOptions
    @Option(name: .customLong("scenario"), parsing: .singleValue, help: "A variant of scenarios.yaml.")
    var scenarios: [String] = []
    @Option(name: .long, help: "Walk one key: demand=-20%..+20%:10%.") var sweep: String?
    @Option(name: .long, help: "Also write the comparison, with curves for a sweep, to this HTML file.")
    var out: String?

    func validate() throws {
        if options.changes.isEmpty, scenarios.isEmpty, sweep == nil {
            throw ValidationError("say what if: --set demand=+10%, --scenario NAME or --sweep key=a..b:step")
        }
    }

    func run() throws {
        let base = try options.readScenario(applyingChanges: false)
        let variants = try variants(of: base)
        let outcomes = try options.planned { control throws(PlanningError) in
            try whatIf(base, variants: variants, control: control)
        }
        let rows = outcomes.enumerated().map { index, outcome in
            WhatIfRow(
                name: index == 0 ? options.output.language.baseName : outcome.name, plan: outcome.plan,
                scenario: outcome.scenario,
                value: sweep == nil || index == 0 ? nil : outcome.changes.first?.amount.sweptValue)
        }
        guard let first = rows.first else { return }
        let others = Array(rows.dropFirst())
        if let out {
            try OutputFolder.write(
                whatIfHTML(
                    base: first, variants: others, key: sweep ?? "", language: options.output.language),
                options.output.language, to: URL(filePath: out))
        }
        options.show(
            text: { whatIfText(base: first, variants: others, language: $0, colour: $1) },
            json: { whatIfJSON(base: first, variants: others) })
    }

    private func variants(of base: Scenario) throws -> [NamedVariant] {
        var variants: [NamedVariant] = []
        if !options.changes.isEmpty {
            variants.append(
                NamedVariant(
                    name: options.changes.joined(separator: " "),
                    changes: try options.changes.map { try options.parsedChange($0, in: base) }))
        }
        for name in scenarios {
            guard let variant = base.variants.first(where: { $0.name == name }) else {
                let known = base.variants.map(\.name).joined(separator: ", ")
                throw ValidationError(
                    "--scenario \(name): scenarios.yaml has \(known.isEmpty ? "none" : known)")
            }
            variants.append(variant)
        }
        if let sweep { variants += try steps(of: sweep, base: base) }
        return variants
    }

    private func steps(of text: String, base: Scenario) throws -> [NamedVariant] {
        do throws(Problem) {
            let sweep = try parseSweep(text)
            if let change = sweep.changes.first, let problem = unknownCampaign(of: change, in: base) {
                throw problem
            }
            return zip(sweep.labels, sweep.changes).map { NamedVariant(name: $0, changes: [$1]) }
        } catch {
            throw ValidationError("--sweep \(text): " + error.phrase(options.output.language))
        }
    }
}

extension ScenarioChange.Amount {
    /// The number that a curve has on its horizontal axis.
    var sweptValue: Double {
        switch self {
        case .relative(let share): share
        case .added(let value), .replaced(let value): value
        case .target(let serviceLevel, _): serviceLevel
        }
    }
}
