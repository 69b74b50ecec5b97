"""SCIP through PySCIPOpt, on one thread: its wheel has no parallel search."""

from __future__ import annotations

import tempfile
from pathlib import Path

from pyscipopt import SCIP_EVENTTYPE, Eventhdlr
from pyscipopt import Model as Scip

from programs import Program, write_mps
from solvers.outcome import PROVED_GAP, Limits, Outcome, Trace, whole, whole_bound


class _Incumbents(Eventhdlr):
    def __init__(self, trace: Trace) -> None:
        self.trace = trace

    def eventinit(self) -> None:
        self.model.catchEvent(SCIP_EVENTTYPE.BESTSOLFOUND, self)

    def eventexit(self) -> None:
        self.model.dropEvent(SCIP_EVENTTYPE.BESTSOLFOUND, self)

    def eventexec(self, event: object) -> None:
        self.trace.incumbent(self.model.getSolObjVal(self.model.getBestSol()))


def solve(program: Program, limits: Limits, trace: Trace) -> Outcome:
    solver = Scip()
    solver.hideOutput()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "program.mps"
        write_mps(program, path)
        solver.readProblem(str(path))
    solver.setParam("limits/time", limits.seconds)
    solver.setParam("limits/absgap", PROVED_GAP)
    solver.includeEventhdlr(_Incumbents(trace), "incumbents", "reports incumbents")
    by_name = {variable.name: variable for variable in solver.getVars()}
    trace.start()
    solver.optimize()
    seconds = trace.seconds
    solution = None
    if solver.getNSols() > 0:
        best = solver.getBestSol()
        solution = whole(
            [solver.getSolVal(best, by_name[f"x{column}"]) for column in range(len(program.cost))]
        )
    return Outcome(solution, whole_bound(solver.getDualbound()), seconds)
