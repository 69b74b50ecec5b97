"""HiGHS through highspy."""

from __future__ import annotations

import highspy
import numpy as np

from programs import Program
from solvers.outcome import PROVED_GAP, Limits, Outcome, Trace, whole, whole_bound


def solve(program: Program, limits: Limits, trace: Trace) -> Outcome:
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("time_limit", float(limits.seconds))
    solver.setOptionValue("threads", limits.threads)
    # The default simplex does not end the first relaxation of week-80-exact-s1 in 60 s; with the
    # interior point the same run gives 11303, and fixed weeks come sooner near their optimum.
    solver.setOptionValue("mip_lp_solver", "ipm")
    solver.setOptionValue("mip_rel_gap", 0.0)
    solver.setOptionValue("mip_abs_gap", PROVED_GAP)
    solver.passModel(_linear_program(program))
    solver.cbMipImprovingSolution.subscribe(
        lambda event: trace.incumbent(event.data_out.objective_function_value)
    )
    trace.start()
    solver.run()
    seconds = trace.seconds
    info = solver.getInfo()
    found = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    solution = whole(solver.getSolution().col_value) if found else None
    return Outcome(solution, whole_bound(info.mip_dual_bound), seconds)


def _linear_program(program: Program) -> highspy.HighsLp:
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(program.cost), len(program.rows)
    lp.col_cost_ = np.array(program.cost, dtype=float)
    lp.col_lower_, lp.col_upper_ = np.array(program.lower), np.array(program.upper)
    lp.row_lower_, lp.row_upper_ = np.array(program.row_lower), np.array(program.row_upper)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.cumsum([0, *map(len, program.rows)]).astype(np.int32)
    terms = [term for row in program.rows for term in row]
    lp.a_matrix_.index_ = np.array([column for column, _ in terms], dtype=np.int32)
    lp.a_matrix_.value_ = np.array([coefficient for _, coefficient in terms], dtype=float)
    kinds = {True: highspy.HighsVarType.kInteger, False: highspy.HighsVarType.kContinuous}
    lp.integrality_ = [kinds[one] for one in program.integer]
    return lp
