/// A part of a search, as time is told apart.
public enum SearchPhase: String, Sendable, CaseIterable, Codable {
    case firstSolution, bound, relaxation, dive, annealing, days, finishing
}

/// Time that one search spent in one of its phases. Phases of parallel parts overlap.
public struct PhaseTime: Sendable, Equatable {
    /// What was searched (an identifier or a date, never a phrase).
    public var subject: String
    public var phase: SearchPhase
    public var seconds: Double

    public init(subject: String = "", phase: SearchPhase, seconds: Double) {
        self.subject = subject
        self.phase = phase
        self.seconds = seconds
    }
}

extension RunControl {
    /// Runs `body`, and tells whoever asked for times how long it took. Nothing is measured
    /// where nobody did; no result depends on it.
    public func timed<Result, Failure>(
        _ phase: SearchPhase, _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        guard let measure else { return try body() }
        let start = ContinuousClock.now
        defer {
            let (seconds, attoseconds) = start.duration(to: .now).components
            measure(PhaseTime(phase: phase, seconds: Double(seconds) + Double(attoseconds) * 1e-18))
        }
        return try body()
    }

    /// The same control with reports and times that name their subject, and reports that say where
    /// among all steps they stand when they do not say so themselves.
    public func naming(_ subject: String, done: @escaping @Sendable () -> Int, total: Int) -> RunControl {
        var named = self
        let (report, measure) = (report, measure)
        named.report = { progress in
            var progress = progress
            if progress.subject.isEmpty { progress.subject = subject }
            if progress.total == 0 { (progress.done, progress.total) = (done(), total) }
            report(progress)
        }
        if let measure {
            named.measure = { time in
                measure(PhaseTime(subject: subject, phase: time.phase, seconds: time.seconds))
            }
        }
        return named
    }
}
