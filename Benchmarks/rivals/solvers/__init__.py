"""The general solvers, each a function from a program to an outcome; imported when asked for."""

from __future__ import annotations

import importlib
import shutil
import subprocess
from collections.abc import Callable
from importlib import metadata

from programs import Program
from solvers.outcome import Limits, Outcome, Trace

#: Solver, how people write it, and the PyPI package that holds it (CBC is Debian's coinor-cbc).
SOLVERS: dict[str, tuple[str, str | None]] = {
    "cpsat": ("CP-SAT", "ortools"),
    "highs": ("HiGHS", "highspy"),
    "cbc": ("CBC", None),
    "scip": ("SCIP", "pyscipopt"),
}


def solver(name: str) -> Callable[[Program, Limits, Trace], Outcome]:
    return importlib.import_module(f"solvers.{name}").solve


def version(name: str) -> str | None:
    """The version installed; nothing where the solver is absent."""
    package = SOLVERS[name][1]
    if package is not None:
        try:
            return metadata.version(package)
        except metadata.PackageNotFoundError:
            return None
    if shutil.which("cbc") is None:
        return None
    banner = subprocess.run(["cbc", "-quit"], capture_output=True, text=True, check=False).stdout
    words = [line.split(":")[1].strip() for line in banner.splitlines() if "Version:" in line]
    return words[0] if words else "unknown"
