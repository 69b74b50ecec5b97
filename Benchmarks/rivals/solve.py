"""One solve in a process of its own: one JSON event a line on stdout.

    python solve.py INSTANCE --solver highs --formulation compact-windows-direct --seconds 60

Events: `built` (seconds to build the program, its size), `incumbent` (seconds since the solver
started, objective), `end` (seconds, bound, cost recomputed by the checker, rules broken, peak
memory in bytes, text of the solution).
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import time
from pathlib import Path

from check import check_file
from formulations.tours import formulation, tour_model
from instances import read_design
from programs import Model
from shift_design import read_shift_design, shift_design_model
from solvers import SOLVERS, solver
from solvers.outcome import Limits, Trace


def model_of(instance: Path, name: str) -> Model:
    if instance.suffix == ".dzn":
        return shift_design_model(read_shift_design(instance), name)
    return tour_model(read_design(instance), formulation(name))


def peak_memory() -> int:
    """The larger of this process's and its children's, in bytes (Linux counts in KiB)."""
    unit = 1 if sys.platform == "darwin" else 1024
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(one).ru_maxrss for one in who) * unit


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("instance", type=Path)
    parser.add_argument("--solver", choices=SOLVERS, required=True)
    parser.add_argument("--formulation", required=True)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()

    # Some solvers greet on stdout: it is left to the events, and their words go to stderr.
    events = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)

    def tell(**event: object) -> None:
        print(json.dumps(event), file=events, flush=True)

    run = solver(options.solver)
    began = time.monotonic()
    model = model_of(options.instance, options.formulation)
    tell(event="built", seconds=time.monotonic() - began, **model.program.size)
    trace = Trace(lambda seconds, value: tell(event="incumbent", seconds=seconds, objective=value))
    outcome = run(model.program, Limits(options.seconds, options.threads), trace)
    memory = peak_memory()
    end: dict[str, object] = {"cost": None, "broken": [], "solution": None}
    if outcome.solution is not None:
        text = model.solution_text(outcome.solution)
        cost, broken = check_file(options.instance, text)
        end = {"cost": cost, "broken": broken, "solution": text}
    tell(event="end", seconds=outcome.seconds, bound=outcome.bound, peakMemory=memory, **end)


if __name__ == "__main__":
    main()
