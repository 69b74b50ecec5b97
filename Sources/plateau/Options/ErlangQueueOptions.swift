import ArgumentParser
import Foundation
import Queueing

/// A coefficient of variation as users write it: `1.2` or `120%`.
struct VariationArgument: ExpressibleByArgument, Equatable {
    let value: Double

    init?(argument: String) {
        let isPercent = argument.hasSuffix("%")
        guard let number = Double(isPercent ? String(argument.dropLast()) : argument), number.isFinite,
            number >= 0
        else { return nil }
        value = isPercent ? number / 100 : number
    }
}

/// How patience varies from caller to caller: `exponential`, `deterministic`, `uniform`,
/// `lognormal:CV`, `weibull:SHAPE`.
enum PatienceLawArgument: ExpressibleByArgument, Equatable {
    case exponential, deterministic, uniform
    case lognormal(variation: Double)
    case weibull(shape: Double)

    init?(argument: String) {
        let parts = argument.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let name = parts.first.map(String.init) ?? ""
        guard parts.count == 2 else {
            switch name {
            case "exponential": self = .exponential
            case "deterministic": self = .deterministic
            case "uniform": self = .uniform
            default: return nil
            }
            return
        }
        guard let number = VariationArgument(argument: String(parts[1]))?.value else { return nil }
        switch name {
        case "lognormal" where number <= 100: self = .lognormal(variation: number)
        case "weibull" where (0.1...100).contains(number): self = .weibull(shape: number)
        default: return nil
        }
    }

    func model(meanSeconds mean: Double) -> QueueModel {
        switch self {
        case .exponential: .erlangA(patienceSeconds: mean)
        case .deterministic: .generalPatience(.deterministic(seconds: mean))
        case .uniform: .generalPatience(.uniform(upToSeconds: 2 * mean))
        case .lognormal(let variation):
            .generalPatience(.lognormal(meanSeconds: mean, variation: variation))
        case .weibull(let shape):
            .generalPatience(.weibull(scaleSeconds: mean / tgamma(1 + 1 / shape), shape: shape))
        }
    }
}

/// What the calculator's queue has beside callers and agents.
struct ErlangQueueOptions: ParsableArguments {
    @Option(name: .long, help: "Conversations that an agent holds at once (model chat).") var slots: Int?
    @Option(
        name: .long,
        help: "How much each further conversation slows an agent: 0 (not at all) to 1 (model chat).")
    var slowdown: ShareArgument?
    @Option(
        name: .long,
        help: """
            How patience varies around its mean: exponential (default), deterministic, uniform, \
            lognormal:CV or weibull:SHAPE (model a).
            """)
    var patienceLaw: PatienceLawArgument?
    @Option(name: .long, help: "Share of those who hang up that call again (0.3 or 30%).")
    var redial: ShareArgument?
    @Option(name: .long, help: "Coefficient of variation of the call rate around --calls (0.1 or 10%).")
    var rateCv: VariationArgument?
    @Option(name: .long, help: "Coefficient of variation of the handle time (model c; 1.2 or 120%).")
    var handleCv: VariationArgument?

    var isAny: Bool {
        slots != nil || slowdown != nil || patienceLaw != nil || redial != nil || rateCv != nil
            || handleCv != nil
    }

    func validate(isChat: Bool, callersAbandon: Bool, callersWait: Bool) throws {
        if isChat {
            guard let slots, slowdown != nil else {
                throw ValidationError("model chat needs --slots and --slowdown")
            }
            guard (1...maximumChatSlots).contains(slots) else {
                throw ValidationError("--slots \(slots): write a number from 1 to \(maximumChatSlots)")
            }
        } else if slots != nil || slowdown != nil {
            throw ValidationError("--slots and --slowdown go with --model chat")
        }
        if patienceLaw != nil, isChat || !callersAbandon {
            throw ValidationError("--patience-law goes with model a and --patience, its mean")
        }
        if redial != nil, !callersAbandon {
            throw ValidationError("--redial needs --patience: only callers who hang up call again")
        }
        if let redial, redial.value >= 1 {
            throw ValidationError("--redial 100%: nobody would ever give up; write a share below 1")
        }
        if let rateCv, rateCv.value > 10 {
            throw ValidationError("--rate-cv \(rateCv.value): write a number from 0 to 10")
        }
        if let handleCv {
            guard callersWait else {
                throw ValidationError("--handle-cv goes with model c, in which callers wait")
            }
            guard handleCv.value <= 100 else {
                throw ValidationError("--handle-cv \(handleCv.value): write a number from 0 to 100")
            }
        }
    }

    func queue(_ name: ErlangCommand.Model, patienceSeconds: Double) -> ServiceQueue {
        let model: QueueModel =
            switch name {
            case .a: (patienceLaw ?? .exponential).model(meanSeconds: patienceSeconds)
            case .chat:
                .chat(
                    slots: slots ?? 1, slowdown: slowdown?.value ?? 0, patienceSeconds: patienceSeconds)
            case .b, .c: handleCv.map { .generalService(variation: $0.value) } ?? .erlangC
            }
        return ServiceQueue(
            model: model, redialShare: redial?.value ?? 0, rateVariation: rateCv?.value ?? 0)
    }
}
