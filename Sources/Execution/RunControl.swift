/// A stage of the chain, as progress reports name it.
public enum Stage: String, Sendable, CaseIterable, Codable {
    case read, forecast, size, staff, schedule, roster, teams, training, simulate, audit, price, report
}

/// How far a stage has come.
public struct StageProgress: Sendable, Equatable {
    public var stage: Stage
    /// Steps done and steps in all; `total` 0 means not known.
    public var done: Int
    public var total: Int
    /// What is being worked on (an identifier or a date, never a phrase).
    public var subject: String
    /// Cost of the best solution so far, and what no solution costs less than, where known.
    public var incumbent: Double?
    public var bound: Double?

    public init(
        stage: Stage, done: Int, total: Int, subject: String = "", incumbent: Double? = nil,
        bound: Double? = nil
    ) {
        self.stage = stage
        self.done = done
        self.total = total
        self.subject = subject
        self.incumbent = incumbent
        self.bound = bound
    }
}

/// What a caller says about how long work may run: until when, whether it is
/// still wanted, on how many threads, and who listens to its progress.
public struct RunControl: Sendable {
    public var deadline: Deadline
    public var cancellation: CancellationFlag
    /// Worker threads; results never depend on it.
    public var threads: Int
    public var seed: UInt64
    public var report: @Sendable (StageProgress) -> Void
    /// Who wants to know where time goes; nil = nothing is measured.
    public var measure: (@Sendable (PhaseTime) -> Void)?

    public init(
        deadline: Deadline = .never, cancellation: CancellationFlag = CancellationFlag(),
        threads: Int = 1, seed: UInt64 = 1, report: @escaping @Sendable (StageProgress) -> Void = { _ in }
    ) {
        self.deadline = deadline
        self.cancellation = cancellation
        self.threads = max(1, threads)
        self.seed = seed
        self.report = report
    }

    /// True once the caller no longer waits for a better result.
    public var shouldStop: Bool { cancellation.isCancelled || deadline.isPast }
}
