import Execution

/// How a dive ended.
public enum DiveEnd: Sendable, Equatable {
    /// Every integer variable has an integer value.
    case integral
    /// Fewer fractional variables are left than `stopBelow`.
    case fewLeft
    case roundLimit
    /// Neither rounding up nor down leaves a solution.
    case blocked
    case stopped(StopCause)
}

public struct DiveResult: Sendable, Equatable {
    public var end: DiveEnd
    /// Values by handle at the last LP solved.
    public var values: [Double]
    /// The LP's objective there: the value of the solution when `.integral`.
    public var objective: Double
    public var rounds: Int
    /// Variables whose lower bound the dive raised.
    public var raised: [Variable]
}

/// Rounds an LP to integers in batches: the integer part of every value is kept
/// as a lower bound, the largest fractions go up, the LP is solved again (and
/// re-priced, by the caller's closure), until nothing is fractional. No
/// backtracking but one step: a batch without solution is tried again with its
/// first variable alone, which then goes down if it cannot go up.
public struct Dive: Sendable {
    /// The share of the fractional variables that go up each round (at least one).
    public var batchShare = 0.1
    /// Beyond the first, only fractions of at least this go up.
    public var threshold = 0.5
    /// Ends once fewer fractional variables are left; 1: dives to the end.
    public var stopBelow = 1
    public var roundLimit = 10_000
    /// Uniform noise up to this on the fractions that order the batch, from the
    /// control's seed: several seeds give several dives.
    public var noise = 0.0
    public var tolerance = 1e-6

    public init() {}

    public init(_ change: (inout Dive) -> Void) {
        self.init()
        change(&self)
    }

    /// Dives from the session's present LP; bounds stay as the dive leaves them.
    ///
    /// - Parameter resolve: solves the LP after each change of bounds, with
    ///   column generation where columns are priced; gives the final status.
    public func run(
        on session: LinearProgramSession, control: RunControl = RunControl(),
        resolve: (LinearProgramSession) throws(LinearProgramError) -> SessionStatus
    ) throws(LinearProgramError) -> DiveResult {
        guard (0...1).contains(batchShare) else { throw .invalidOption("batchShare") }
        var generator = SeededGenerator(seed: control.seed)
        var result = DiveResult(end: .blocked, values: [], objective: .nan, rounds: 0, raised: [])
        var status = try resolve(session)
        while true {
            switch status {
            case .optimal(let objective): result.objective = objective
            case .stopped(let cause):
                result.end = .stopped(cause)
                return result
            case .infeasible, .unbounded: return result
            }
            result.values = try session.values()
            let fractional = try keepIntegerParts(session, result.values)
            if let end = end(fractional.count, result.rounds, control) {
                result.end = end
                return result
            }
            let batch = batch(fractional, result.values, &generator)
            status = try raise(batch, session, &result, resolve)
            result.rounds += 1
        }
    }

    /// Dives with plain dual simplex, no pricing.
    public func run(
        on session: LinearProgramSession, control: RunControl = RunControl()
    ) throws(LinearProgramError) -> DiveResult {
        try run(on: session, control: control) { session throws(LinearProgramError) in
            try session.solve(control: control)
        }
    }

    private func end(_ left: Int, _ rounds: Int, _ control: RunControl) -> DiveEnd? {
        if left == 0 { return .integral }
        if left < stopBelow { return .fewLeft }
        if let cause = stopCause(control) { return .stopped(cause) }
        return rounds >= roundLimit ? .roundLimit : nil
    }

    /// Raises lower bounds to the integer parts and gives what is fractional.
    private func keepIntegerParts(
        _ session: LinearProgramSession, _ values: [Double]
    ) throws(LinearProgramError) -> [Variable] {
        var fractional: [Variable] = []
        for variable in session.variables where session.kinds[variable.index].isIntegral {
            let value = values[variable.index]
            let bounds = try session.bounds(of: variable)
            let whole = (value + tolerance).rounded(.down)
            if whole > bounds.lower {
                let raised = Bounds(lower: min(whole, bounds.upper), upper: bounds.upper)
                try session.setBounds(of: variable, to: raised)
            }
            if abs(value - value.rounded()) > tolerance { fractional.append(variable) }
        }
        return fractional
    }

    private func batch(
        _ fractional: [Variable], _ values: [Double], _ generator: inout SeededGenerator
    ) -> [Variable] {
        let scored = fractional.map { variable in
            let value = values[variable.index]
            return (
                variable: variable, score: value - value.rounded(.down) + noise * generator.uniform()
            )
        }
        let ordered = scored.sorted { ($0.score, $1.variable.index) > ($1.score, $0.variable.index) }
        let size = max(1, Int((batchShare * Double(fractional.count)).rounded(.up)))
        return ordered.prefix(size).enumerated()
            .filter { $0.offset == 0 || $0.element.score >= threshold }.map { $0.element.variable }
    }

    /// Tries the batch, then its first variable alone, then that one down.
    private func raise(
        _ batch: [Variable], _ session: LinearProgramSession, _ result: inout DiveResult,
        _ resolve: (LinearProgramSession) throws(LinearProgramError) -> SessionStatus
    ) throws(LinearProgramError) -> SessionStatus {
        var attempts = [batch]
        if batch.count > 1 { attempts.append([batch[0]]) }
        for attempt in attempts {
            var before: [Bounds] = []
            for variable in attempt {
                let bounds = try session.bounds(of: variable)
                before.append(bounds)
                let up = result.values[variable.index].rounded(.up)
                try session.setBounds(
                    of: variable, to: Bounds(lower: min(up, bounds.upper), upper: bounds.upper))
            }
            let status = try resolve(session)
            guard status == .infeasible else {
                result.raised += attempt
                return status
            }
            for (variable, bounds) in zip(attempt, before) { try session.setBounds(of: variable, to: bounds) }
        }
        let first = batch[0]
        let lower = try session.bounds(of: first).lower
        let down = result.values[first.index].rounded(.down)
        try session.setBounds(of: first, to: Bounds(lower: lower, upper: max(lower, down)))
        return try resolve(session)
    }
}
