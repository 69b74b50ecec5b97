/// How callers wait.
public enum QueueModel: Sendable, Hashable {
    /// They wait for ever (M/M/n).
    case erlangC
    /// They abandon after an exponential patience of the given mean, in seconds, ≥ 0 (M/M/n+M).
    case erlangA(patienceSeconds: Double)
    /// They abandon after a patience of any distribution (M/M/n+G).
    case generalPatience(PatienceDistribution)
    /// Written conversations, several at once per agent; the handle time is that of one held alone
    /// (`ChatQueue`).
    case chat(slots: Int, slowdown: Double, patienceSeconds: Double)
}

extension QueueModel {
    /// Mean patience in seconds; infinite where callers wait for ever.
    var patienceSeconds: Double {
        switch self {
        case .erlangC: .infinity
        case .erlangA(let patience), .chat(_, _, let patience): patience
        case .generalPatience(let patience): patience.meanSeconds
        }
    }

    /// Whether the queue grows without end under a load of the agents' capacity.
    var needsStability: Bool {
        switch self {
        case .erlangC: true
        case .erlangA, .generalPatience: false
        case .chat(_, _, let patience): patience == .infinity
        }
    }

    /// Contacts that one agent finishes in a handle time when all are busy.
    var pacePerAgent: Double {
        switch self {
        case .erlangC, .erlangA, .generalPatience: 1
        case .chat(let slots, let slowdown, _): ChatPlaces.pace(max(1, slots), slowdown)
        }
    }
}
