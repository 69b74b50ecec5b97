import ArgumentParser
import Foundation
import Queueing
import Reports

/// `plateau erlang`: the calculator, without a workspace.
struct ErlangCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erlang",
        abstract: "The Erlang calculator: agents for a target, or service for a number of agents.",
        discussion: """
            Examples:
              plateau erlang --calls 360 --per 30m --aht 240s --target 80/20
              plateau erlang --model a --calls 360 --per 30m --aht 240s --patience 300s --agents 48
              plateau erlang --model b --load 12.5 --blocking 0.01
              plateau erlang --calls 360 --per 30m --aht 240s --target 80/20 --sensitivity --chart
              plateau erlang --model chat --slots 3 --slowdown 0.6 --calls 90 --aht 500s --target 80/60
            """)

    enum Model: String, ExpressibleByArgument, CaseIterable { case a, b, c, chat }

    @Option(
        name: .long,
        help: """
            a (callers hang up), b (no queue), c (callers wait) or chat (several at once per agent); \
            default c, a with --patience, chat with --slots.
            """)
    var model: Model?
    @Option(name: .long, help: "Calls offered in one period.") var calls: Double?
    @Option(name: .long, help: "Length of the period (30m, 1h).")
    var per = DurationArgument(seconds: 3600)
    @Option(name: .long, help: "Mean handle time (240s, 4m).") var aht: DurationArgument?
    @Option(name: .long, help: "Service target: percent/seconds, for example 80/20.")
    var target: TargetArgument?
    @Option(name: .long, help: "Number of agents: what service do they give?") var agents: Int?
    @Option(name: .long, help: "Mean patience before hanging up (300s).") var patience: DurationArgument?
    @Option(name: .long, help: "Largest occupancy (0.85 or 85%).") var maxOccupancy: ShareArgument?
    @Option(name: .long, help: "Largest share of calls that hang up (0.03 or 3%).")
    var maxAbandonment: ShareArgument?
    @Option(name: .long, help: "Largest mean wait (10s).") var maxAsa: DurationArgument?
    @Option(name: .long, help: "Share of paid people who are not on the line (0.3 or 30%).")
    var shrinkage: ShareArgument?
    @Option(name: .long, help: "Offered load in erlangs (model b).") var load: Double?
    @Option(name: .long, help: "Blocking target (model b; 0.01 or 1%).") var blocking: ShareArgument?
    @OptionGroup var queue: ErlangQueueOptions
    @OptionGroup var definition: ErlangDefinitionOptions
    @OptionGroup var view: ErlangViewOptions
    @OptionGroup var output: OutputOptions

    private var chosenModel: Model {
        model ?? (queue.slots != nil ? .chat : patience == nil ? .c : .a)
    }

    private var hasTarget: Bool {
        target != nil || maxOccupancy != nil || maxAbandonment != nil || maxAsa != nil
    }

    func validate() throws {
        if let shrinkage, shrinkage.value >= 1 {
            throw ValidationError("--shrinkage 100%: nobody would be left; write a share below 1")
        }
        if let agents, !(0...maximumAgents).contains(agents) {
            throw ValidationError("--agents \(agents): write a number from 0 to \(maximumAgents)")
        }
        if chosenModel == .b { return try validateLoss() }
        guard calls != nil, aht != nil else { throw ValidationError("write --calls and --aht") }
        if per.seconds <= 0 { throw ValidationError("--per: write a time above zero, for example 30m") }
        if load != nil || blocking != nil {
            throw ValidationError("--load and --blocking go with --model b")
        }
        if model == .c, patience != nil {
            throw ValidationError("in model c callers wait for ever: leave --patience out, or take model a")
        }
        if chosenModel == .a, patience == nil {
            throw ValidationError("model a needs --patience, the mean time before callers hang up")
        }
        if maxAbandonment != nil, chosenModel == .c || patience == nil {
            throw ValidationError(
                "--max-abandonment needs --patience: in model \(chosenModel.rawValue) nobody hangs up")
        }
        try queue.validate(
            isChat: chosenModel == .chat, callersAbandon: chosenModel != .c && patience != nil,
            callersWait: chosenModel == .c)
        guard agents != nil || hasTarget
        else { throw ValidationError("write a target (--target 80/20) or a number of --agents") }
        if view.maxLoad, !hasTarget {
            throw ValidationError("--max-load needs a target, for example --target 80/20")
        }
    }

    private func validateLoss() throws {
        guard load != nil || (calls != nil && aht != nil) else {
            throw ValidationError("model b needs --load in erlangs, or --calls and --aht")
        }
        guard (agents == nil) != (blocking == nil) else {
            throw ValidationError("model b needs either --agents or --blocking")
        }
        if view.isAny || queue.isAny || definition.definition != nil {
            throw ValidationError(
                """
                model b has no queue: --table, --chart, --sensitivity, --max-load, --definition, \
                --redial and the like need model a, c or chat
                """)
        }
    }

    func run() throws {
        do {
            if chosenModel == .b {
                let figures = try lossFigures()
                show(
                    text: erlangText(figures, language: output.language, colour: Console.colours),
                    json: erlangJSON(figures))
            } else {
                let question = try question()
                let (agents, binding) = try question.staffing()
                let figures = try question.figures(agents: agents, shrinkage: shrinkage?.value ?? 0)
                var details = try question.details(
                    agents: agents, binding: binding, view: view, periodSeconds: per.seconds)
                details.definition = definition.named
                show(
                    text: erlangText(
                        figures, details: details, language: output.language, colour: Console.colours),
                    json: erlangJSON(figures, details: details))
            }
        } catch let error as QueueingError {
            throw ValidationError(ErlangCommand.message(for: error))
        }
    }

    private func show(text: String, json: String) {
        Console.print(output.json ? json + "\n" : text)
    }

    private func callsPerHour() -> Double { (calls ?? 0) / per.seconds * 3600 }

    private func lossFigures() throws -> LossFigures {
        let load = try load ?? offeredLoad(callsPerHour: callsPerHour(), handleTimeSeconds: aht?.seconds ?? 0)
        let agents =
            try agents ?? ErlangB.smallestAgents(offeredLoad: load, blockingTarget: blocking?.value ?? 0)
        return LossFigures(
            agents: agents, offeredLoad: load,
            // Without calls nothing is lost, whoever is there.
            blocking: load > 0 ? try ErlangB.blocking(agents: agents, offeredLoad: load) : 0,
            occupancy: try ErlangB.occupancy(agents: agents, offeredLoad: load))
    }

    private func question() throws -> ErlangQuestion {
        let targets =
            hasTarget
            ? try StaffingTargets(
                serviceLevel: try target.map {
                    try StaffingTargets.ServiceLevel(
                        share: $0.share, thresholdSeconds: $0.thresholdSeconds,
                        definition: definition.counted)
                }, maxOccupancy: maxOccupancy?.value, maxAbandonment: maxAbandonment?.value,
                maxAverageSpeedOfAnswerSeconds: maxAsa?.seconds) : nil
        return ErlangQuestion(
            name: chosenModel.rawValue,
            queue: queue.queue(chosenModel, patienceSeconds: patience?.seconds ?? .infinity),
            callsPerHour: callsPerHour(),
            handleTimeSeconds: aht?.seconds ?? 0, givenAgents: agents, target: target,
            targets: targets, definition: definition.counted)
    }

    private static func words(for parameter: QueueingParameter) -> String {
        switch parameter {
        case .callsPerHour: "the number of calls an hour (--calls over --per)"
        case .handleTimeSeconds: "--aht in seconds"
        case .patienceSeconds: "--patience in seconds"
        case .offeredLoad: "the offered load in erlangs"
        case .thresholdSeconds: "the threshold of --target in seconds"
        case .agents: "--agents"
        default: parameter.rawValue
        }
    }

    private static func words(for target: StaffingTarget) -> String {
        switch target {
        case .serviceLevel: "the service level (--target)"
        case .occupancy: "the occupancy (--max-occupancy)"
        case .abandonment: "the abandonments (--max-abandonment)"
        case .averageSpeedOfAnswer: "the mean wait (--max-asa)"
        case .stability: "a queue that does not grow for ever"
        case .blocking: "the blocking (--blocking)"
        }
    }

    /// Wrong usage in plain words.
    private static func message(for error: QueueingError) -> String {
        switch error {
        case .outOfDomain(let parameter, let value):
            "\(words(for: parameter)) cannot be \(value): write a number in its range (see plateau erlang --help)"
        case .targetUnreachable(let target):
            """
            no number of agents up to \(maximumAgents) reaches the target for \(words(for: target)): choose a \
            less strict one
            """
        case .noTarget: "write a target (--target 80/20) or a number of --agents"
        }
    }
}
