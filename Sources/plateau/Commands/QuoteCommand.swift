import ArgumentParser
import Execution
import Foundation
import Reports
import Workforce

/// `plateau quote`: a commercial proposal.
struct QuoteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quote",
        abstract: "Commercial proposal for a client, as Markdown, HTML or JSON.",
        discussion: """
            Works from a full workspace or from a prospect's (volumes and contracts, neither history \
            nor agents). The client's version shows neither cost nor margin; --internal does.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case markdown, html }

    @OptionGroup var options: WorkspaceOptions
    @Option(name: .long, help: "Client as named in the campaigns (default: the first campaign's).")
    var client: String?
    @Option(name: .long, help: "markdown or html.") var format: Format = .markdown
    @Flag(name: .long, help: "Show cost, margin on price and mark-up on cost.") var `internal` = false
    @Option(name: .long, help: "Write to this file instead of standard output.") var out: String?

    func run() throws {
        let scenario = try options.readScenario()
        let clients = proposalClients(scenario)
        let chosen = client ?? clients.first ?? ""
        guard clients.contains(chosen) else {
            throw ValidationError(
                "--client \(chosen): the workspace's clients are \(clients.joined(separator: ", "))")
        }
        let plan = try options.makePlan(of: scenario, through: .price)
        let audience: ProposalAudience = `internal` ? .internal : .client
        if options.output.json {
            try show(
                quoteJSON(plan, scenario: scenario, client: chosen, audience: audience) + "\n")
            return
        }
        let language = options.output.language
        let text =
            switch format {
            case .markdown:
                quoteMarkdown(
                    plan, scenario: scenario, client: chosen, language: language, audience: audience)
            case .html:
                quoteHTML(
                    plan, scenario: scenario, client: chosen, language: language, audience: audience)
            }
        try show(text)
    }
    private func show(_ text: String) throws {
        if let out {
            try OutputFolder.write(text, options.output.language, to: URL(filePath: out))
        } else {
            Console.print(text)
        }
    }
}
