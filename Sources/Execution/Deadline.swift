import Synchronization

/// A moment after which long work stops with the best it has.
///
/// The clock only ever stops a run; it never steers one, so that a run that
/// ends before its deadline gives the same bytes on any machine.
public struct Deadline: Sendable {
    private let instant: ContinuousClock.Instant?

    /// No limit.
    public static let never = Deadline(instant: nil)

    /// A deadline this many seconds from now; negative values are already past.
    public static func after(seconds: Double) -> Deadline {
        // Beyond thirty years a clock's arithmetic overflows and nobody waits.
        guard seconds.isFinite, seconds < 1e9 else { return .never }
        return Deadline(instant: ContinuousClock.now.advanced(by: .seconds(max(-1e9, seconds))))
    }

    /// Seconds left, at least 0; infinite without a limit.
    public var remainingSeconds: Double {
        guard let instant else { return .infinity }
        let left = ContinuousClock.now.duration(to: instant)
        let (seconds, attoseconds) = left.components
        return max(0, Double(seconds) + Double(attoseconds) * 1e-18)
    }

    public var isPast: Bool { instant.map { ContinuousClock.now >= $0 } ?? false }

    /// The earlier of this deadline and `seconds` from now.
    public func capped(seconds: Double) -> Deadline {
        remainingSeconds <= seconds ? self : .after(seconds: seconds)
    }
}

/// A flag that one thread raises and long work on others polls.
public final class CancellationFlag: Sendable {
    private let raised = Atomic<Bool>(false)

    public init() {}

    public func cancel() { raised.store(true, ordering: .releasing) }

    public var isCancelled: Bool { raised.load(ordering: .acquiring) }
}
