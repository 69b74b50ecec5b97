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
            """)

    enum Model: String, ExpressibleByArgument, CaseIterable { case a, b, c }

    @Option(
        name: .long,
        help: "a (callers hang up), b (no queue) or c (callers wait); default c, or a with --patience.")
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
    @OptionGroup var output: OutputOptions

    private var chosenModel: Model { model ?? (patience == nil ? .c : .a) }

    func validate() throws {
        if let shrinkage, shrinkage.value >= 1 {
            throw ValidationError("--shrinkage 100%: nobody would be left; write a share below 1")
        }
        if let agents, !(0...maximumAgents).contains(agents) {
            throw ValidationError("--agents \(agents): write a number from 0 to \(maximumAgents)")
        }
        if chosenModel == .b {
            guard load != nil || (calls != nil && aht != nil) else {
                throw ValidationError("model b needs --load in erlangs, or --calls and --aht")
            }
            guard (agents == nil) != (blocking == nil) else {
                throw ValidationError("model b needs either --agents or --blocking")
            }
            return
        }
        guard calls != nil, aht != nil else { throw ValidationError("write --calls and --aht") }
        if per.seconds <= 0 { throw ValidationError("--per: write a time above zero, for example 30m") }
        if chosenModel == .a, patience == nil {
            throw ValidationError("model a needs --patience, the mean time before callers hang up")
        }
        if maxAbandonment != nil, chosenModel == .c {
            throw ValidationError("--max-abandonment needs --patience: in model c nobody hangs up")
        }
        guard agents != nil || target != nil || maxOccupancy != nil || maxAbandonment != nil || maxAsa != nil
        else { throw ValidationError("write a target (--target 80/20) or a number of --agents") }
    }

    func run() throws {
        do {
            if chosenModel == .b {
                let figures = try lossFigures()
                show(
                    text: erlangText(figures, language: output.language, colour: Console.colours),
                    json: erlangJSON(figures))
            } else {
                let figures = try queueFigures()
                show(
                    text: erlangText(figures, language: output.language, colour: Console.colours),
                    json: erlangJSON(figures))
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
            blocking: try ErlangB.blocking(agents: agents, offeredLoad: load),
            occupancy: try ErlangB.occupancy(agents: agents, offeredLoad: load))
    }

    private func queueFigures() throws -> ErlangFigures {
        let handleSeconds = aht?.seconds ?? 0
        let queue: QueueModel =
            chosenModel == .a ? .erlangA(patienceSeconds: patience?.seconds ?? .infinity) : .erlangC
        let agents: Int
        if let given = self.agents {
            agents = given
        } else {
            let targets = try StaffingTargets(
                serviceLevel: try target.map {
                    try StaffingTargets.ServiceLevel(share: $0.share, thresholdSeconds: $0.thresholdSeconds)
                }, maxOccupancy: maxOccupancy?.value, maxAbandonment: maxAbandonment?.value,
                maxAverageSpeedOfAnswerSeconds: maxAsa?.seconds)
            let staffing = try smallestStaffing(
                meeting: targets, model: queue, callsPerHour: callsPerHour(), handleTimeSeconds: handleSeconds
            )
            agents = staffing.agents
        }
        let service = try performance(
            of: queue, callsPerHour: callsPerHour(), handleTimeSeconds: handleSeconds, agents: agents,
            thresholdSeconds: target?.thresholdSeconds ?? 20)
        let away = try Shrinkage(external: shrinkage?.value ?? 0)
        return ErlangFigures(
            model: chosenModel.rawValue, agents: agents,
            scheduled: try away.scheduledAgents(forAgents: agents),
            offeredLoad: try offeredLoad(callsPerHour: callsPerHour(), handleTimeSeconds: handleSeconds),
            serviceLevel: service.serviceLevel, thresholdSeconds: target?.thresholdSeconds ?? 20,
            waitProbability: service.waitProbability, asaSeconds: service.averageSpeedOfAnswerSeconds,
            occupancy: service.occupancy, abandonment: service.abandonment)
    }

    /// Wrong usage in plain words.
    private static func message(for error: QueueingError) -> String {
        switch error {
        case .outOfDomain(let parameter, let value):
            "\(parameter) cannot be \(value): write a number in its range (see plateau erlang --help)"
        case .targetUnreachable(let target):
            "no number of agents reaches the target for \(target): choose a less strict one"
        case .noTarget: "write a target (--target 80/20) or a number of --agents"
        }
    }
}
