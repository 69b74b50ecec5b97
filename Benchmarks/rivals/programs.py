"""A mixed integer program as a value, and its text in the MPS format."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

INFINITY = math.inf


@dataclass
class Program:
    """Minimise cost·x, lower ≤ x ≤ upper, row_lower ≤ A·x ≤ row_upper; A by rows.

    Every column of the formulations takes whole values where those marked integer do, and every
    cost and coefficient is whole, so that two solutions differ by 1 at least.
    """

    cost: list[int] = field(default_factory=list)
    lower: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    integer: list[bool] = field(default_factory=list)
    row_lower: list[float] = field(default_factory=list)
    row_upper: list[float] = field(default_factory=list)
    rows: list[list[tuple[int, int]]] = field(default_factory=list)

    def add_column(
        self, cost: int = 0, upper: float = INFINITY, lower: float = 0, integer: bool = True
    ) -> int:
        self.cost.append(cost)
        self.lower.append(lower)
        self.upper.append(upper)
        self.integer.append(integer)
        return len(self.cost) - 1

    def add_row(
        self,
        terms: Iterable[tuple[int, int]],
        lower: float = -INFINITY,
        upper: float = INFINITY,
    ) -> None:
        """Adds a row; terms of the same column are summed."""
        summed: dict[int, int] = {}
        for column, coefficient in terms:
            summed[column] = summed.get(column, 0) + coefficient
        self.rows.append([term for term in summed.items() if term[1] != 0])
        self.row_lower.append(lower)
        self.row_upper.append(upper)

    def value(self, solution: list[int]) -> int:
        return sum(cost * x for cost, x in zip(self.cost, solution, strict=True))

    @property
    def size(self) -> dict[str, int]:
        return {
            "columns": len(self.cost),
            "rows": len(self.rows),
            "nonzeros": sum(map(len, self.rows)),
        }


@dataclass(frozen=True)
class Model:
    """A program and how a solution of it reads in the solution format of the instances."""

    program: Program
    solution_text: Callable[[list[int]], str]


def write_mps(program: Program, path: Path) -> None:
    """Writes free MPS; only rows bounded on one side or with equal sides, which is all we build.

    Raises `ValueError` on a row with two different finite sides.
    """
    by_column: list[list[tuple[int, int]]] = [[] for _ in program.cost]
    for row, terms in enumerate(program.rows):
        for column, coefficient in terms:
            by_column[column].append((row, coefficient))
    with path.open("w") as out:
        # CBC guesses the format from the look of the lines, at times wrongly, without `FREE`.
        out.write("NAME plateau FREE\nROWS\n N cost\n")
        sides = [_side(a, b) for a, b in zip(program.row_lower, program.row_upper, strict=True)]
        out.writelines(f" {kind} r{row}\n" for row, (kind, _) in enumerate(sides))
        out.write("COLUMNS\n")
        for integer in (True, False):
            _write_columns(out, program, by_column, integer)
        out.write("RHS\n")
        out.writelines(f" RHS r{row} {bound:g}\n" for row, (_, bound) in enumerate(sides) if bound)
        out.write("BOUNDS\n")
        for column, (lower, upper) in enumerate(zip(program.lower, program.upper, strict=True)):
            if lower:
                out.write(f" LO BND x{column} {lower:g}\n")
            # An integer column without a bound is binary to some readers.
            if upper < INFINITY:
                out.write(f" UP BND x{column} {upper:.12g}\n")
            else:
                out.write(f" PL BND x{column}\n")
        out.write("ENDATA\n")


def _side(lower: float, upper: float) -> tuple[str, float]:
    if lower == upper:
        return "E", lower
    if upper == INFINITY and lower > -INFINITY:
        return "G", lower
    if lower == -INFINITY and upper < INFINITY:
        return "L", upper
    raise ValueError(f"a row between {lower} and {upper}")


def _write_columns(
    out: TextIO, program: Program, by_column: list[list[tuple[int, int]]], integer: bool
) -> None:
    chosen = [j for j, kind in enumerate(program.integer) if kind == integer]
    if integer and chosen:
        out.write(" m1 'MARKER' 'INTORG'\n")
    for column in chosen:
        out.write(f" x{column} cost {program.cost[column]}\n")
        for row, coefficient in by_column[column]:
            out.write(f" x{column} r{row} {coefficient}\n")
    if integer and chosen:
        out.write(" m2 'MARKER' 'INTEND'\n")
