"""CP-SAT of OR-Tools, on the integer program itself."""

from __future__ import annotations

from ortools.sat.python import cp_model

from programs import INFINITY, Program
from solvers.outcome import Limits, Outcome, Trace, whole_bound

#: CP-SAT wants finite bounds; the formulations give one to every column that matters.
LARGEST = 10**7


class _Incumbents(cp_model.CpSolverSolutionCallback):
    def __init__(self, trace: Trace) -> None:
        super().__init__()
        self.trace = trace

    def on_solution_callback(self) -> None:
        self.trace.incumbent(self.objective_value)


def solve(program: Program, limits: Limits, trace: Trace) -> Outcome:
    model = cp_model.CpModel()
    columns = [
        model.new_int_var(int(lower), int(min(upper, LARGEST)), "")
        for lower, upper in zip(program.lower, program.upper, strict=True)
    ]
    for terms, lower, upper in zip(program.rows, program.row_lower, program.row_upper, strict=True):
        value = cp_model.LinearExpr.weighted_sum(
            [columns[column] for column, _ in terms], [coefficient for _, coefficient in terms]
        )
        low = int(lower) if lower > -INFINITY else cp_model.INT32_MIN
        high = int(upper) if upper < INFINITY else cp_model.INT32_MAX
        model.add_linear_constraint(value, low, high)
    model.minimize(cp_model.LinearExpr.weighted_sum(columns, program.cost))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = limits.seconds
    solver.parameters.num_workers = limits.threads
    trace.start()
    status = solver.solve(model, _Incumbents(trace))
    seconds = trace.seconds
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    solution = [solver.value(column) for column in columns] if found else None
    return Outcome(solution, whole_bound(solver.best_objective_bound), seconds)
