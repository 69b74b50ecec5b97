"""Instance files of the families day-N, week-N-fixed and week-N-exact, as values.

Times count intervals of the file's grid from the first interval of the day.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Break:
    """A break of `length` intervals that starts `earliest` to `latest` after the shift does."""

    length: int
    earliest: int
    latest: int


@dataclass(frozen=True)
class Shape:
    """A shift without its start: paid intervals, intervals from start to end, breaks."""

    paid: int
    span: int
    breaks: tuple[Break, ...]


@dataclass(frozen=True)
class Band:
    """Daily starts of one tour lie within `half_width` of one anchor."""

    half_width: int
    anchor_step: int
    first_anchor: int


@dataclass(frozen=True)
class Contract:
    id: str
    maximum_agents: int | None
    days_per_week: int
    paid_minimum: int
    paid_maximum: int
    band: Band | None
    fixed_cost: int
    shapes: tuple[Shape, ...]


@dataclass(frozen=True)
class DesignInstance:
    name: str
    interval_minutes: int
    understaffing_cost: int
    overstaffing_cost: int
    minimum_rest: int
    requirement: tuple[tuple[int, ...], ...]
    contracts: tuple[Contract, ...]

    @property
    def days(self) -> int:
        return len(self.requirement)

    @property
    def intervals_per_day(self) -> int:
        return len(self.requirement[0])

    @property
    def intervals_per_civil_day(self) -> int:
        """Intervals between the same time of two days running, closed hours included."""
        return 24 * 60 // self.interval_minutes


def read_design(path: Path) -> DesignInstance:
    """Reads one file.

    Raises `ValueError` where a shape's breaks could overlap or leave the shift: aggregate
    formulations place the breaks of a shift independently, which is exact only where they cannot.
    """
    raw = json.loads(path.read_text())
    requirement = tuple(tuple(day) for day in raw["requirement"])
    if len({len(day) for day in requirement}) != 1:
        raise ValueError(f"{path.name}: days of different lengths")
    instance = DesignInstance(
        name=raw["name"],
        interval_minutes=raw["intervalMinutes"],
        understaffing_cost=raw["understaffingCost"],
        overstaffing_cost=raw["overstaffingCost"],
        minimum_rest=raw["minimumRestIntervals"],
        requirement=requirement,
        contracts=tuple(_contract(entry) for entry in raw["contracts"]),
    )
    for contract in instance.contracts:
        for shape in contract.shapes:
            _require_disjoint_breaks(shape, f"{path.name}: contract {contract.id}")
    return instance


def _contract(raw: dict) -> Contract:
    band = raw["startBand"]
    return Contract(
        id=raw["id"],
        maximum_agents=raw["maximumAgents"],
        days_per_week=raw["daysPerWeek"],
        paid_minimum=raw["paidIntervalsPerWeek"]["minimum"],
        paid_maximum=raw["paidIntervalsPerWeek"]["maximum"],
        band=band and Band(band["halfWidth"], band["anchorStep"], band["firstAnchor"]),
        fixed_cost=raw["fixedCost"],
        shapes=tuple(
            Shape(
                shape["paid"],
                shape["span"],
                tuple(Break(b["length"], b["earliest"], b["latest"]) for b in shape["breaks"]),
            )
            for shape in raw["shapes"]
        ),
    )


def _require_disjoint_breaks(shape: Shape, where: str) -> None:
    end = 0
    for pause in sorted(shape.breaks, key=lambda b: b.earliest):
        if pause.earliest < end or pause.latest + pause.length > shape.span:
            raise ValueError(f"{where}: breaks of the shape with {shape.paid} paid may overlap")
        end = pause.latest + pause.length
