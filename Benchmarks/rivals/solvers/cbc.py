"""CBC's command line, on an MPS file.

Incumbents are read from its log through a pseudo-terminal (a pipe would be buffered), and timed
on arrival; the reading of the file by CBC is inside its time.
"""

from __future__ import annotations

import os
import pty
import re
import subprocess
import tempfile
import threading
from pathlib import Path

from programs import Program, write_mps
from solvers.outcome import PROVED_GAP, Limits, Outcome, Trace, whole, whole_bound

_INCUMBENT = re.compile(r"(?:[Ii]nteger solution of|[Ss]olution found of) ([-+\d.e]+)")
_BOUND = re.compile(r"(?:Continuous objective value is|Lower bound:|best possible)\s+([-+\d.e]+)")
_PROVED = re.compile(r"Result - Optimal solution found")
_VALUE = re.compile(r"Objective value:\s+([-+\d.e]+)")


def solve(program: Program, limits: Limits, trace: Trace) -> Outcome:
    with tempfile.TemporaryDirectory() as folder:
        model, answer = Path(folder) / "program.mps", Path(folder) / "solution.txt"
        write_mps(program, model)
        command = ["cbc", str(model), "-timeMode", "elapsed", "-seconds", str(limits.seconds)]
        command += ["-threads", str(limits.threads), "-ratio", "0", "-allow", str(PROVED_GAP)]
        trace.start()
        log = _run([*command, "-solve", "-solution", str(answer), "-quit"], limits, trace)
        seconds = trace.seconds
        solution = _read_solution(answer, len(program.cost))
    return Outcome(solution, _bound(log), seconds)


def _run(command: list[str], limits: Limits, trace: Trace) -> str:
    """CBC's log. At the root it seldom looks at its clock: it is stopped at 1.5 times its limit."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(command, stdout=theirs, stderr=theirs, stdin=subprocess.DEVNULL)
    watch = threading.Timer(limits.seconds * 1.5, process.kill)
    watch.start()
    os.close(theirs)
    log: list[str] = []
    with os.fdopen(ours, errors="replace") as lines:
        try:
            for line in lines:
                log.append(line)
                for value in _INCUMBENT.findall(line):
                    trace.incumbent(float(value))
        except OSError:  # Linux ends a pseudo-terminal with an error rather than an end of file.
            pass
    process.wait()
    watch.cancel()
    return "".join(log)


def _bound(log: str) -> int | None:
    value = _VALUE.search(log)
    if _PROVED.search(log) and value:
        return round(float(value.group(1)))  # Proved to less than 1, and costs are whole.
    bounds = [float(text) for text in _BOUND.findall(log)]
    return whole_bound(bounds[-1]) if bounds else None


def _read_solution(path: Path, columns: int) -> list[int] | None:
    """Reads the columns that are not zero; those outside their bounds are marked with `**`.

    Without a solution CBC writes that of the last relaxation, and says so on the first line.
    """
    lines = path.read_text().splitlines() if path.exists() else []
    if not lines or "no integer solution" in lines[0] or "nfeasible" in lines[0]:
        return None
    values = [0.0] * columns
    for line in lines[1:]:
        _, name, value, *_ = line.replace("**", "").split()
        values[int(name[1:])] = float(value)
    return whole(values)
