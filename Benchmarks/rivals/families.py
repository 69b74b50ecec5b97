"""Families of instances, by what their files say, and the formulations that each solver gets."""

from __future__ import annotations

from pathlib import Path

from formulations.starts import hours_are_free
from formulations.tours import applicable
from instances import read_design
from shift_design import SHIFT_DESIGN_FORMULATIONS

#: Formulation by family and solver, chosen with `compare.py --formulations all` in short runs.
BEST: dict[str, dict[str, str]] = {
    "day": {
        "cpsat": "compact-hall-gathered",
        "highs": "compact-windows-direct",
        "cbc": "compact-hall-direct",
        "scip": "compact-windows-gathered",
    },
    "week-fixed": {
        "cpsat": "compact-windows-gathered",
        "highs": "compact-windows-direct",
        "cbc": "compact-windows-direct",
        "scip": "compact-windows-direct",
    },
    "week-exact": {
        "cpsat": "compact-windows-gathered",
        "highs": "compact-windows-direct",
        "cbc": "compact-windows-gathered",
        "scip": "compact-windows-gathered",
    },
    "shift-design": {"cpsat": "weekly", "highs": "weekly", "cbc": "weekly", "scip": "daily"},
}


def family(instance: Path) -> str:
    """`day`, `week-fixed` (any shapes make a legal week), `week-exact` or `shift-design`."""
    if instance.suffix == ".dzn":
        return "shift-design"
    design = read_design(instance)
    if design.days == 1:
        return "day"
    free = all(hours_are_free(design, contract) for contract in design.contracts)
    return "week-fixed" if free else "week-exact"


def formulation_names(instance: Path) -> list[str]:
    if instance.suffix == ".dzn":
        return list(SHIFT_DESIGN_FORMULATIONS)
    return [one.name for one in applicable(read_design(instance))]
