import CGLPK
import CGLPKGuard
import Execution
import Foundation

/// How a branch and bound ended.
struct SearchEnd {
    /// GLPK's status of the integer solution.
    var status: Int32
    var cause: StopCause?
    var bound: Double
    var nodes: Int
    var iterations: Int
}

/// What the C callback polls; a class because C carries it as one pointer.
private final class StopPoll {
    let control: RunControl

    init(_ control: RunControl) { self.control = control }
}

extension SolverProblem {
    /// Branch and bound on a problem whose LP relaxation is solved.
    func search(
        _ options: SolveOptions, iterationsLeft: Int?, control: RunControl
    ) throws(LinearProgramError) -> SearchEnd {
        let problem = try live()
        var parameters = searchParameters(options)
        var search = glpk_search()
        search.node_limit = options.nodeLimit ?? 0
        search.iteration_limit = iterationsLeft.map { max(1, $0) } ?? 0
        search.relative_gap = options.relativeGap > 0 ? options.relativeGap : -1
        search.should_stop = { context in
            guard let context else { return 0 }
            return Unmanaged<StopPoll>.fromOpaque(context).takeUnretainedValue().control.shouldStop ? 1 : 0
        }
        let poll = StopPoll(control)
        search.context = Unmanaged.passUnretained(poll).toOpaque()
        let start = [0] + (options.start ?? [])
        let code = withExtendedLifetime(poll) {
            start.withUnsafeBufferPointer { values in
                search.start = options.start == nil ? nil : values.baseAddress
                return glpk_guard_intopt(problem, &parameters, &search)
            }
        }
        try checked(code)
        return SearchEnd(
            status: glp_mip_status(problem), cause: cause(code, search, control), bound: search.bound,
            nodes: search.nodes, iterations: search.iterations)
    }

    private func cause(_ code: Int32, _ search: glpk_search, _ control: RunControl) -> StopCause? {
        switch Int(search.stopped_by) {
        case GLPK_SEARCH_CALLER: control.cancellation.isCancelled ? .cancelled : .deadline
        case GLPK_SEARCH_NODES: .nodeLimit
        case GLPK_SEARCH_ITERATIONS: .iterationLimit
        case GLPK_SEARCH_GAP: .gapReached
        default: code == 0 ? nil : .numericalTrouble
        }
    }

    private func searchParameters(_ options: SolveOptions) -> glp_iocp {
        var parameters = glp_iocp()
        glp_init_iocp(&parameters)
        parameters.msg_lev = GLP_MSG_OFF
        parameters.br_tech = options.branching.solver
        parameters.bt_tech = options.backtracking.solver
        parameters.gmi_cuts = options.cuts.contains(.gomory) ? GLP_ON : GLP_OFF
        parameters.mir_cuts = options.cuts.contains(.mixedIntegerRounding) ? GLP_ON : GLP_OFF
        parameters.cov_cuts = options.cuts.contains(.cover) ? GLP_ON : GLP_OFF
        parameters.clq_cuts = options.cuts.contains(.clique) ? GLP_ON : GLP_OFF
        parameters.sr_heur = options.roundingHeuristic ? GLP_ON : GLP_OFF
        return parameters
    }
}

extension Branching {
    fileprivate var solver: Int32 {
        switch self {
        case .firstFractional: GLP_BR_FFV
        case .lastFractional: GLP_BR_LFV
        case .mostFractional: GLP_BR_MFV
        case .driebeckTomlin: GLP_BR_DTH
        case .pseudocost: GLP_BR_PCH
        }
    }
}

extension Backtracking {
    fileprivate var solver: Int32 {
        switch self {
        case .depthFirst: GLP_BT_DFS
        case .breadthFirst: GLP_BT_BFS
        case .bestBound: GLP_BT_BLB
        case .bestProjection: GLP_BT_BPH
        }
    }
}
