import CGLPK
import CGLPKGuard
import Execution

/// How a simplex run ended.
enum SimplexEnd: Equatable {
    case optimal, infeasible, unbounded
    case stopped(StopCause)
}

extension SolverProblem {
    /// Runs simplex from the current basis in slices of iterations, polling
    /// `control` between them, and gives how it ended and the iterations spent.
    ///
    /// GLPK's simplex has no callback. Slices are counted in iterations, not in
    /// time, because a slice's end resets the pricing weights: a slice cut by
    /// the clock would make the path depend on the machine.
    func simplex(
        method: SimplexMethod, iterationLimit: Int, control: RunControl
    ) throws(LinearProgramError) -> (end: SimplexEnd, iterations: Int) {
        let problem = try live()
        var parameters = glp_smcp()
        glp_init_smcp(&parameters)
        parameters.msg_lev = GLP_MSG_OFF
        parameters.meth = try resolved(method) == .primal ? GLP_PRIMAL : GLP_DUALP
        let slice = sliceLength(problem)
        let first = Int(glp_get_it_cnt(problem))
        var failures = 0
        try repairBasis()
        while true {
            let spent = Int(glp_get_it_cnt(problem)) - first
            if let cause = stopCause(control) { return (.stopped(cause), spent) }
            guard spent < iterationLimit else { return (.stopped(.iterationLimit), spent) }
            parameters.it_lim = Int32(clamping: min(slice, iterationLimit - spent))
            parameters.tm_lim = milliseconds(control.deadline.remainingSeconds)
            let code = try checked(glpk_guard_simplex(problem, &parameters))
            switch code {
            case GLP_EITLIM, GLP_ETMLIM:
                continue
            case 0:
                if let end = verdict(problem, method: parameters.meth) {
                    return (end, Int(glp_get_it_cnt(problem)) - first)
                }
                fallthrough
            default:
                // Numerical failure, or a dual run that proved nothing about the
                // primal: primal simplex from here, then from a fresh basis.
                failures += 1
                if failures > 2 {
                    return (.stopped(.numericalTrouble), Int(glp_get_it_cnt(problem)) - first)
                }
                parameters.meth = GLP_PRIMAL
                if failures == 2 || code != 0 { glp_std_basis(problem) }
            }
        }
    }

    /// Iterations that take about 0.1 s.
    ///
    /// Measured on covers of 100 to 6,000 rows and 9,000 to 700,000 entries: an
    /// iteration takes 4 ns per entry and 35 ns per row and column, within a
    /// factor of 1.7. Shorter slices cost iterations (8 % at 250 a slice), hence
    /// the floor of 50, which only programs beyond 500,000 entries reach.
    private func sliceLength(_ problem: OpaquePointer) -> Int {
        let size = Int(glp_get_num_rows(problem)) + Int(glp_get_num_cols(problem))
        let nanoseconds = 4 * Int(glp_get_num_nz(problem)) + 35 * size + 1
        return min(20_000, max(50, 120_000_000 / nanoseconds))
    }

    private func verdict(_ problem: OpaquePointer, method: Int32) -> SimplexEnd? {
        let primal = glp_get_prim_stat(problem)
        let dual = glp_get_dual_stat(problem)
        if primal == GLP_NOFEAS { return .infeasible }
        guard primal == GLP_FEAS else { return nil }
        if dual == GLP_FEAS { return .optimal }
        // The dual simplex may prove unboundedness without a ray, which primal finds.
        let hasRay = glp_get_unbnd_ray(problem) != 0 || method == GLP_PRIMAL
        return dual == GLP_NOFEAS && hasRay ? .unbounded : nil
    }

    private func resolved(_ method: SimplexMethod) throws(LinearProgramError) -> SimplexMethod {
        guard method == .automatic else { return method }
        let problem = try live()
        let sign: Double = glp_get_obj_dir(problem) == GLP_MIN ? 1 : -1
        for column in 1...max(1, glp_get_num_cols(problem)) where column <= glp_get_num_cols(problem) {
            let cost = sign * glp_get_obj_coef(problem, column)
            let type = glp_get_col_type(problem, column)
            if cost < 0, type == GLP_LO || type == GLP_FR { return .primal }
            if cost > 0, type == GLP_UP || type == GLP_FR { return .primal }
        }
        return .dual
    }

    /// Makes a basis that GLPK can factorize: after a deletion of basic columns
    /// or non-basic rows their number no longer fits.
    private func repairBasis() throws(LinearProgramError) {
        let problem = try live()
        guard glp_get_num_rows(problem) > 0, glp_bf_exists(problem) == 0 else { return }
        guard try checked(glpk_guard_factorize(problem)) != 0 else { return }
        glp_std_basis(problem)
    }

    // MARK: Bases

    func setStartingBasis(_ basis: StartingBasis) throws(LinearProgramError) {
        let problem = try live()
        switch basis {
        case .slack: glp_std_basis(problem)
        case .advanced:
            // GLPK refuses an empty problem here.
            guard glp_get_num_rows(problem) > 0, glp_get_num_cols(problem) > 0 else { return }
            try checked(glpk_guard_advanced_basis(problem))
        case .given(let given): try restore(given)
        }
    }

    func basis() throws(LinearProgramError) -> Basis {
        let problem = try live()
        let rows = Int(glp_get_num_rows(problem))
        let columns = Int(glp_get_num_cols(problem))
        return Basis(
            variables: (0..<columns).map { BasisStatus(solver: glp_get_col_stat(problem, Int32($0 + 1))) },
            rows: (0..<rows).map { BasisStatus(solver: glp_get_row_stat(problem, Int32($0 + 1))) })
    }

    func restore(_ basis: Basis) throws(LinearProgramError) {
        let problem = try live()
        guard basis.variables.count == Int(glp_get_num_cols(problem)),
            basis.rows.count == Int(glp_get_num_rows(problem))
        else { throw .basisDoesNotFit }
        for (position, status) in basis.variables.enumerated() {
            glp_set_col_stat(problem, Int32(position + 1), status.solver)
        }
        for (position, status) in basis.rows.enumerated() {
            glp_set_row_stat(problem, Int32(position + 1), status.solver)
        }
    }
}

/// Why `control` wants to stop, if it does.
func stopCause(_ control: RunControl) -> StopCause? {
    if control.cancellation.isCancelled { return .cancelled }
    return control.deadline.isPast ? .deadline : nil
}

func milliseconds(_ seconds: Double) -> Int32 {
    seconds.isFinite ? Int32(clamping: Int(min(seconds * 1000, 2e9).rounded(.up))) : Int32.max
}

extension BasisStatus {
    init(solver status: Int32) {
        self =
            switch status {
            case GLP_BS: .basic
            case GLP_NL: .atLower
            case GLP_NU: .atUpper
            case GLP_NF: .free
            default: .fixed
            }
    }

    var solver: Int32 {
        switch self {
        case .basic: GLP_BS
        case .atLower: GLP_NL
        case .atUpper: GLP_NU
        case .free: GLP_NF
        case .fixed: GLP_NS
        }
    }
}
