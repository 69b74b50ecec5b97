import Foundation
import Queueing
import Workforce

/// What inbound calls and chats have in common: contacts that wait for an agent.
struct QueueTerms {
    let target: ServiceTarget
    /// Where the forecast has none.
    let handleTime: Seconds
    let patience: Seconds?
    let model: QueueModel
    let redialShare: Double
    /// c/(1 + g(c − 1)) for chats, 1 for calls.
    let contactsPerAgent: Double

    /// Nil for channels that do not queue.
    init?(_ channel: Channel) {
        switch channel {
        case .inbound(let terms):
            target = terms.target
            handleTime = terms.handleTime
            patience = terms.patience
            model = QueueModel(terms)
            redialShare = terms.redialShare
            contactsPerAgent = 1
        case .chat(let terms):
            redialShare = 0
            let slots = min(maximumChatSlots, max(1, terms.concurrency))
            let slowdown = terms.slowdown.isFinite ? min(1, max(0, terms.slowdown)) : 0
            target = terms.target
            handleTime = terms.handleTime
            patience = terms.patience
            model = .chat(
                slots: slots, slowdown: slowdown,
                patienceSeconds: terms.patience.map { Double($0.count) } ?? .infinity)
            contactsPerAgent = Double(slots) / (1 + slowdown * Double(slots - 1))
        case .outbound, .backOffice: return nil
        }
    }
}

extension QueueModel {
    /// Handle times of another variation than exponential ones count where callers wait for ever;
    /// where they hang up, the queue is that of exponential ones.
    fileprivate init(_ terms: InboundTerms) {
        if let patience = terms.patience {
            self.init(patience: patience, law: terms.patienceLaw)
        } else {
            self =
                terms.handleTimeVariation == 1
                ? .erlangC : .generalService(variation: terms.handleTimeVariation)
        }
    }

    /// Callers of a mean patience, which varies by a law.
    fileprivate init(patience: Seconds, law: PatienceLaw) {
        let mean = Double(patience.count)
        self =
            switch law {
            case .exponential: .erlangA(patienceSeconds: mean)
            case .deterministic: .generalPatience(.deterministic(seconds: mean))
            case .uniform: .generalPatience(.uniform(upToSeconds: 2 * mean))
            case .lognormal(let variation):
                .generalPatience(.lognormal(meanSeconds: mean, variation: variation))
            // The mean of a Weibull law is scale × Γ(1 + 1/shape).
            case .weibull(let shape):
                .generalPatience(.weibull(scaleSeconds: mean / tgamma(1 + 1 / shape), shape: shape))
            }
    }
}
