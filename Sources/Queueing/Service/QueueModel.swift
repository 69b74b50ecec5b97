/// How callers wait.
public enum QueueModel: Sendable, Hashable {
    /// They wait for ever (M/M/n).
    case erlangC
    /// They abandon after an exponential patience of the given mean, in seconds, ≥ 0 (M/M/n+M).
    case erlangA(patienceSeconds: Double)
    /// They abandon after a patience of any distribution (M/M/n+G).
    case generalPatience(PatienceDistribution)
    /// They wait for ever, and handle times have the given coefficient of variation, 0 … 100
    /// (M/G/n, approximate).
    case generalService(variation: Double)
    /// Written conversations, several at once per agent; the handle time is that of one held alone
    /// (`ChatQueue`).
    case chat(slots: Int, slowdown: Double, patienceSeconds: Double)
}

extension QueueModel {
    /// Mean patience in seconds; infinite where callers wait for ever.
    var patienceSeconds: Double {
        switch self {
        case .erlangC, .generalService: .infinity
        case .erlangA(let patience), .chat(_, _, let patience): patience
        case .generalPatience(let patience): patience.meanSeconds
        }
    }

    /// Whether the model has a steady state only where the agents' capacity > load.
    var needsStability: Bool {
        switch self {
        case .erlangC, .generalService: true
        case .erlangA, .generalPatience: false
        case .chat(_, _, let patience): patience == .infinity
        }
    }

    /// Whether there is a queue at all: somebody has some patience.
    var callersWait: Bool { patienceSeconds > 0 }

    /// Whether callers wait for ever, so that a queue under overload has no mean wait.
    var isEndless: Bool { patienceSeconds == .infinity }

    /// Contacts that one agent finishes in a handle time when all are busy.
    var pacePerAgent: Double {
        switch self {
        case .erlangC, .erlangA, .generalPatience, .generalService: 1
        case .chat(let slots, let slowdown, _): ChatPlaces.pace(max(1, slots), slowdown)
        }
    }
}
