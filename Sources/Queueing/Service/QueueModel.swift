/// How callers wait.
public enum QueueModel: Sendable, Hashable {
    /// They wait for ever (M/M/n).
    case erlangC
    /// They abandon after an exponential patience of the given mean, in seconds, ≥ 0 (M/M/n+M).
    case erlangA(patienceSeconds: Double)
    /// They abandon after a patience of any distribution (M/M/n+G).
    case generalPatience(PatienceDistribution)
}
