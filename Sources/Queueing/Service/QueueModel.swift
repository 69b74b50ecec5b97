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
}

extension QueueModel {
    /// Whether the model has a steady state only where agents > load.
    var needsStability: Bool {
        switch self {
        case .erlangC, .generalService: true
        case .erlangA, .generalPatience: false
        }
    }

    /// Whether there is a queue at all: somebody has some patience.
    var callersWait: Bool {
        switch self {
        case .erlangC, .generalService: true
        case .erlangA(let patienceSeconds): patienceSeconds > 0
        case .generalPatience(let patience): patience.meanSeconds > 0
        }
    }

    /// Whether callers wait for ever, so that a queue under overload has no mean wait.
    var isEndless: Bool {
        switch self {
        case .erlangC, .generalService: true
        case .erlangA(let patienceSeconds): patienceSeconds == .infinity
        case .generalPatience(let patience): patience.meanSeconds == .infinity
        }
    }
}
