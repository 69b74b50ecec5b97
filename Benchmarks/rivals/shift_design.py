"""Minimum shift design: instance, program and check.

Files `.dzn` of TU Wien: a cyclic week; cost = minutes over and under the demand (weighted) plus
`weightShiftInstances` for each distinct (start, length); limits on duties are ignored.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path

from programs import Model, Program


@dataclass(frozen=True)
class ShiftDesignInstance:
    name: str
    #: Minutes.
    interval: int
    days: int
    demand: tuple[int, ...]
    #: Distinct (start, length) over all shift types, in intervals.
    kinds: tuple[tuple[int, int], ...]
    under_weight: int
    over_weight: int
    kind_weight: int

    @property
    def intervals_per_day(self) -> int:
        return len(self.demand) // self.days

    def covered(self, day: int, start: int, length: int) -> list[int]:
        """Intervals of the cyclic week under a shift that starts on a day."""
        first = day * self.intervals_per_day + start
        return [t % len(self.demand) for t in range(first, first + length)]


def read_shift_design(path: Path) -> ShiftDesignInstance:
    entries = dict(re.findall(r"(\w+)\s*=\s*([^;]+);", path.read_text()))

    def numbers(key: str) -> list[int]:
        return [int(text) for text in re.findall(r"-?\d+", entries[key])]

    def number(key: str) -> int:
        return numbers(key)[0]

    types = zip(
        *(numbers(key) for key in ("minStart", "maxStart", "minLength", "maxLength")), strict=True
    )
    kinds = {
        (start, length)
        for first, last, shortest, longest in types
        for start in range(first, last + 1)
        for length in range(shortest, longest + 1)
    }
    return ShiftDesignInstance(
        name=path.stem,
        interval=number("interval"),
        days=number("days"),
        demand=tuple(numbers("demand")),
        kinds=tuple(sorted(kinds)),
        under_weight=number("weightUnderCover"),
        over_weight=number("weightOverCover"),
        kind_weight=number("weightShiftInstances"),
    )


def shift_design_model(instance: ShiftDesignInstance, formulation: str) -> Model:
    """Counts by kind and day; a binary for each kind in use.

    `daily` links each day's count to the binary, with the largest demand under the shift as its
    limit (a count above it is surplus everywhere); `weekly` links the week's sum at once.
    """
    program = Program()
    cover: list[list[tuple[int, int]]] = [[] for _ in instance.demand]
    counts: dict[tuple[int, int, int], int] = {}
    for start, length in instance.kinds:
        used = program.add_column(instance.kind_weight, upper=1)
        limits: list[int] = []
        columns: list[int] = []
        for day in range(instance.days):
            covered = instance.covered(day, start, length)
            limits.append(max(instance.demand[t] for t in covered))
            columns.append(program.add_column(upper=limits[-1]))
            counts[day, start, length] = columns[-1]
            for t in covered:
                cover[t].append((columns[-1], 1))
        if formulation == "weekly":
            program.add_row([*((c, 1) for c in columns), (used, -sum(limits))], upper=0)
        else:
            for column, limit in zip(columns, limits, strict=True):
                program.add_row([(column, 1), (used, -limit)], upper=0)
    most = sum(instance.demand)
    for need, terms in zip(instance.demand, cover, strict=True):
        missing = program.add_column(
            instance.interval * instance.under_weight, upper=need, integer=False
        )
        surplus = program.add_column(
            instance.interval * instance.over_weight, upper=most, integer=False
        )
        program.add_row([*terms, (missing, 1), (surplus, -1)], need, need)

    def solution_text(solution: list[int]) -> str:
        lines = ["day,start,length,count"]
        for (day, start, length), column in counts.items():
            if solution[column]:
                minutes = f"{start * instance.interval},{length * instance.interval}"
                lines.append(f"{day},{minutes},{solution[column]}")
        return "\n".join(lines) + "\n"

    return Model(program, solution_text)


SHIFT_DESIGN_FORMULATIONS = ["daily", "weekly"]


def check_shift_design(instance: ShiftDesignInstance, text: str) -> tuple[int, list[str]]:
    """The cost recomputed from a solution's text, and every rule broken."""
    present = [0] * len(instance.demand)
    kinds: set[tuple[int, int]] = set()
    broken: list[str] = []
    for number, row in enumerate(csv.DictReader(io.StringIO(text)), start=2):
        day, start, length, count = (int(row[k]) for k in ("day", "start", "length", "count"))
        kind = (start // instance.interval, length // instance.interval)
        whole = start % instance.interval == 0 and length % instance.interval == 0
        if not whole or kind not in instance.kinds or not 0 <= day < instance.days or count < 0:
            broken.append(f"row {number}: no such shift")
            continue
        if count:
            kinds.add(kind)
        for t in instance.covered(day, *kind):
            present[t] += count
    cost = len(kinds) * instance.kind_weight
    for need, count in zip(instance.demand, present, strict=True):
        weight = instance.under_weight if count < need else instance.over_weight
        cost += abs(need - count) * weight * instance.interval
    return cost, broken
