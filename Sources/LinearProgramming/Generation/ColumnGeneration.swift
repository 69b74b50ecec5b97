import Execution

/// What a pricing run found under the duals it was given.
public struct PricingResult: Sendable {
    /// Columns that may improve the master; those that do not are dropped.
    public var columns: [Column]
    /// A bound on the master's optimum that these duals prove (the Lagrangian
    /// bound, in the objective's own unit), nil when the caller has none.
    public var bound: Double?
    /// Whether an improving column would have been found if there were one.
    public var isExact: Bool

    public init(columns: [Column], bound: Double? = nil, isExact: Bool = true) {
        self.columns = columns
        self.bound = bound
        self.isExact = isExact
    }
}

/// How column generation ended.
public enum ColumnGenerationEnd: Sendable, Equatable {
    /// No column improves: the LP over all columns is solved (if pricing is exact).
    case converged
    case gapReached
    case roundLimit
    case stopped(StopCause)
    /// The restricted master has no solution: give it penalised slacks.
    case infeasibleMaster
    case unboundedMaster
}

public struct ColumnGenerationResult: Sendable, Equatable {
    public var end: ColumnGenerationEnd
    /// The restricted master's last LP value; NaN before the first.
    public var value: Double
    /// The best bound proven; ±∞ when none.
    public var bound: Double
    /// Master solves, and pricing runs.
    public var rounds: Int
    public var pricings: Int
    /// Columns added, in order; those pruned since are no longer live.
    public var added: [Variable]

    /// |value − bound| / max(|value|, 1e-9).
    public var relativeGap: Double { gap(from: value, to: bound) }
}

/// Column generation over a session: solve the restricted master, price columns
/// under its duals, add what improves, repeat. What a column is stays with the
/// caller, in the pricing closure.
///
/// Duals are smoothed (Wentges 1997): pricing sees α·centre + (1 − α)·current,
/// the centre being the duals of the best bound so far. When that finds no
/// improving column (a misprice), α falls step by step to 0 (Pessoa, Sadykov,
/// Uchoa and Vanderbeck 2018), so that the end is the one without smoothing.
public struct ColumnGeneration: Sendable {
    /// α, from 0 (none) to below 1.
    public var smoothing = 0.8
    /// Stops once |value − bound| ≤ this × |value|; needs pricing with bounds.
    public var relativeGap = 0.0
    public var roundLimit = 10_000
    /// A column improves when its reduced cost passes this (absolute).
    public var tolerance = 1e-7
    /// Simplex on the master.
    public var method = SimplexMethod.automatic
    /// Live columns above which the worst non-basic ones that this run added
    /// are deleted, down to three quarters of it; nil: never.
    public var columnLimit: Int?

    public init() {}

    /// Options with changes: `ColumnGeneration { $0.smoothing = 0.6 }`.
    public init(_ change: (inout ColumnGeneration) -> Void) {
        self.init()
        change(&self)
    }

    /// Runs to the end, a limit, or `control`.
    ///
    /// - Parameter price: gets duals by row handle, gives columns (reduced cost
    ///   below 0 when minimising, above 0 when maximising).
    public func run(
        on session: LinearProgramSession, control: RunControl = RunControl(),
        price: (_ duals: [Double]) throws(LinearProgramError) -> PricingResult
    ) throws(LinearProgramError) -> ColumnGenerationResult {
        guard (0..<1).contains(smoothing) else { throw .invalidOption("smoothing") }
        var state = GenerationState(self, sense: session.sense)
        while true {
            switch try session.solve(method: method, control: control) {
            case .optimal(let objective): state.result.value = objective
            case .infeasible: return state.ended(.infeasibleMaster)
            case .unbounded: return state.ended(.unboundedMaster)
            case .stopped(let cause): return state.ended(.stopped(cause))
            }
            state.result.rounds += 1
            if state.closesGap { return state.ended(.gapReached) }
            try prune(session, state.result.added)
            let found = try state.improvingColumns(duals: try session.duals(), control, price)
            if state.closesGap { return state.ended(.gapReached) }
            if found.isEmpty { return state.ended(stopCause(control).map { .stopped($0) } ?? .converged) }
            if state.result.rounds >= roundLimit { return state.ended(.roundLimit) }
            state.result.added += try session.addColumns(found)
        }
    }

    private func prune(
        _ session: LinearProgramSession, _ added: [Variable]
    ) throws(LinearProgramError) {
        guard let columnLimit, session.variableCount > columnLimit else { return }
        let sign: Double = session.sense == .minimize ? 1 : -1
        let reduced = try session.reducedCosts()
        var idle: [Variable] = []
        for variable in added where session.isLive(variable) {
            let isBasic = try session.isBasic(variable)
            let value = try session.value(of: variable)
            if !isBasic, value == 0, sign * reduced[variable.index] > tolerance { idle.append(variable) }
        }
        idle.sort { (-sign * reduced[$0.index], $0.index) < (-sign * reduced[$1.index], $1.index) }
        try session.delete(Array(idle.prefix(max(0, session.variableCount - columnLimit * 3 / 4))))
    }
}

/// What a run of column generation carries from round to round.
private struct GenerationState {
    let options: ColumnGeneration
    /// +1 when minimising: reduced costs and bounds are compared times this.
    let sign: Double
    var centre: [Double]?
    var result: ColumnGenerationResult

    init(_ options: ColumnGeneration, sense: ObjectiveSense) {
        self.options = options
        sign = sense == .minimize ? 1 : -1
        result = ColumnGenerationResult(
            end: .converged, value: .nan, bound: -sign * .infinity, rounds: 0, pricings: 0, added: [])
    }

    var closesGap: Bool {
        guard options.relativeGap > 0, result.bound.isFinite else { return false }
        return sign * (result.value - result.bound) <= options.relativeGap * max(abs(result.value), 1e-9)
    }

    func ended(_ end: ColumnGenerationEnd) -> ColumnGenerationResult {
        var result = result
        result.end = end
        return result
    }

    /// Prices at smoothed duals, less and less smoothed after each misprice.
    /// Empty when nothing improves at the current duals themselves.
    mutating func improvingColumns(
        duals: [Double], _ control: RunControl,
        _ price: (_ duals: [Double]) throws(LinearProgramError) -> PricingResult
    ) throws(LinearProgramError) -> [Column] {
        let fixedCentre = centre
        var attempt = 1.0
        while true {
            var alpha = fixedCentre == nil ? 0 : max(0, 1 - attempt * (1 - options.smoothing))
            if alpha < 1e-9 { alpha = 0 }
            let point = blended(duals, fixedCentre, alpha)
            let priced = try price(point)
            result.pricings += 1
            learn(priced.bound, at: point)
            let improving = priced.columns.filter {
                sign * $0.reducedCost(duals: duals) < -options.tolerance
            }
            if !improving.isEmpty { return improving }
            if alpha == 0 {
                // Nothing improves at the master's own duals: its value is the bound.
                if priced.isExact { raiseBound(to: result.value) }
                return []
            }
            if closesGap || control.shouldStop { return [] }
            attempt += 1
        }
    }

    private func blended(_ duals: [Double], _ centre: [Double]?, _ alpha: Double) -> [Double] {
        guard alpha > 0, let centre else { return duals }
        return duals.indices.map { index in
            // A row added since the centre was taken has no centre yet.
            index < centre.count ? alpha * centre[index] + (1 - alpha) * duals[index] : duals[index]
        }
    }

    private mutating func learn(_ bound: Double?, at point: [Double]) {
        guard let bound, !bound.isNaN else {
            centre = point
            return
        }
        if centre == nil || sign * (bound - result.bound) > 0 { centre = point }
        raiseBound(to: bound)
    }

    private mutating func raiseBound(to bound: Double) {
        if sign * (bound - result.bound) > 0 { result.bound = bound }
    }
}
