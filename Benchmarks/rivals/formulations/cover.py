"""Coverage of one day with implicit breaks.

Shifts are counted without their breaks; breaks are counted apart, by the interval in which they
start, and linked to the shifts that owe them in one of two ways:

- `windows` (Aykin 1996, shifts of the same window gathered): one count per window and start,
  as many breaks in a window as shifts that own it.
- `hall` (Bechtold & Jacobs 1990): one count per kind of break and start; as many breaks as
  shifts, and in every interval at least as many as windows inside it. Where no window nests in
  another, intervals from the first or to the last interval suffice.

Both hold exactly the integer solutions whose breaks can be handed to the shifts.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from instances import DesignInstance, Shape
from programs import Program

#: Length, first and last interval in which the break may start, position in the shape.
Window = tuple[int, int, int, int]


def break_windows(shape: Shape, start: int) -> list[Window]:
    return [
        (pause.length, start + pause.earliest, start + pause.latest, position)
        for position, pause in enumerate(shape.breaks)
    ]


@dataclass
class DayCover:
    """The rows of one day; shifts are announced with `add_shift`, then `close` writes them."""

    instance: DesignInstance
    day: int
    breaks: str
    gathered: bool
    #: Columns that put agents on a shift of this span, these breaks and this start.
    shifts: dict[tuple[int, tuple, int], list[int]] = field(
        default_factory=lambda: defaultdict(list)
    )
    shape_of: dict[tuple[int, tuple, int], Shape] = field(default_factory=dict)
    #: Columns by break start, of each pool of exchangeable breaks.
    pools: dict[tuple, dict[int, int]] = field(default_factory=dict)

    def add_shift(self, column: int, shape: Shape, start: int) -> None:
        key = (shape.span, shape.breaks, start)
        self.shifts[key].append(column)
        self.shape_of[key] = shape

    def close(self, program: Program, most: int) -> None:
        """Writes break and cover rows; `most` bounds agents present at once."""
        requirement = self.instance.requirement[self.day]
        cover: list[list[tuple[int, int]]] = [[] for _ in requirement]
        owners: dict[tuple, dict[Window, list[int]]] = defaultdict(lambda: defaultdict(list))
        for key, columns in self.shifts.items():
            present = self._gather(program, columns, most)
            shape, start = self.shape_of[key], key[2]
            for t in range(start, start + shape.span):
                cover[t] += [(column, 1) for column in present]
            for window in break_windows(shape, start):
                owners[self._pool(window)][window] += present
        for pool, windows in owners.items():
            taken = self._add_breaks(program, windows, most)
            self.pools[pool] = taken
            for start, column in taken.items():
                for t in range(start, start + pool[0]):
                    cover[t].append((column, -1))
        self._write_cover(program, cover, most)

    def _gather(self, program: Program, columns: list[int], most: int) -> list[int]:
        if not self.gathered or len(columns) == 1:
            return columns
        total = program.add_column(upper=most)
        program.add_row([(total, -1)] + [(column, 1) for column in columns], 0, 0)
        return [total]

    def _pool(self, window: Window) -> tuple:
        length, first, last, position = window
        return (length, first, last) if self.breaks == "windows" else (length, position)

    def _add_breaks(
        self, program: Program, windows: dict[Window, list[int]], most: int
    ) -> dict[int, int]:
        first = min(window[1] for window in windows)
        last = max(window[2] for window in windows)
        taken = {t: program.add_column(upper=most) for t in range(first, last + 1)}
        for a, b in _hall_intervals(windows.keys(), first, last):
            inside = [
                (column, -1)
                for window, columns in windows.items()
                if a <= window[1] and window[2] <= b
                for column in columns
            ]
            if inside:
                terms = [(taken[t], 1) for t in range(a, b + 1)] + inside
                program.add_row(terms, 0, 0 if (a, b) == (first, last) else float("inf"))
        return taken

    def _write_cover(self, program: Program, cover: list[list[tuple[int, int]]], most: int) -> None:
        # Missing and surplus agents are whole where the rest is; left continuous, the solvers'
        # heuristics find solutions sooner (SCIP, week-500-fixed-s1, 10 s: 81691 against 189409).
        instance = self.instance
        for t, need in enumerate(instance.requirement[self.day]):
            terms = cover[t]
            if need:
                terms.append(
                    (program.add_column(instance.understaffing_cost, upper=need, integer=False), 1)
                )
            if instance.overstaffing_cost:
                terms.append(
                    (program.add_column(instance.overstaffing_cost, upper=most, integer=False), -1)
                )
                program.add_row(terms, need, need)
            elif need:
                program.add_row(terms, need)

    def hand_out(self, solution: list[int], shifts: list[tuple[Shape, int]]) -> list[list[int]]:
        """Gives every shift (shape, start) its break starts, in the order of its breaks.

        Earliest due date first within each pool of breaks (Jackson's rule is exact for unit jobs).
        Raises `ValueError` where the counts do not match the shifts.
        """
        starts: list[list[int]] = [[-1] * len(shape.breaks) for shape, _ in shifts]
        due: dict[tuple, list[tuple[Window, int]]] = defaultdict(list)
        for number, (shape, start) in enumerate(shifts):
            for window in break_windows(shape, start):
                due[self._pool(window)].append((window, number))
        for pool, windows in due.items():
            windows.sort(key=lambda entry: entry[0][1])
            waiting: list[tuple[int, int, int]] = []
            position = 0
            for t, column in sorted(self.pools[pool].items()):
                while position < len(windows) and windows[position][0][1] <= t:
                    (_, _, last, kind), number = windows[position]
                    heapq.heappush(waiting, (last, number, kind))
                    position += 1
                for _ in range(solution[column]):
                    if not waiting or waiting[0][0] < t:
                        raise ValueError(f"day {self.day}: a break at {t} that no shift can take")
                    _, number, kind = heapq.heappop(waiting)
                    starts[number][kind] = t
            if waiting or position < len(windows):
                raise ValueError(f"day {self.day}: a shift without its break")
        return starts


def _hall_intervals(windows: Iterable[Window], first: int, last: int) -> list[tuple[int, int]]:
    spans = {(window[1], window[2]) for window in windows}
    begins, ends = sorted({a for a, _ in spans}), sorted({b for _, b in spans})
    nests = any(a < c and d < b for a, b in spans for c, d in spans)
    if nests:
        found = {(a, b) for a in begins for b in ends if a <= b}
    else:
        found = {(first, b) for b in ends} | {(a, last) for a in begins}
    return sorted(found | {(first, last)})
