"""Tours whose daily shifts do not constrain each other beyond their band: counts by day.

Integers N (agents of a band), n_d ≤ N (those at work on day d), x_d (by shape and start), with
Σ x_d = n_d and Σ n_d = D·N. Such counts always come apart into N tours of D days (Gale 1957,
Ryser 1957), so the program is exact wherever any shapes on any days are a legal week.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from formulations import starts as rules
from formulations.cover import DayCover
from instances import Contract, DesignInstance
from programs import Program

#: Index of the shape and start, or nothing on a day off.
Shift = tuple[int, int] | None


@dataclass
class CompactBand:
    agents: int
    working: list[int]
    #: By day: columns by (shape, start).
    shifts: list[dict[tuple[int, int], int]]


@dataclass
class CompactContract:
    contract: Contract
    bands: list[CompactBand] = field(default_factory=list)

    def tours(self, solution: list[int]) -> list[list[Shift]]:
        return [tour for band in self.bands for tour in self._band_tours(band, solution)]

    def _band_tours(self, band: CompactBand, solution: list[int]) -> list[list[Shift]]:
        left = [solution[column] for column in band.working]
        queues = [
            [shift for shift, column in day.items() for _ in range(solution[column])]
            for day in band.shifts
        ]
        tours: list[list[Shift]] = []
        for _ in range(solution[band.agents]):
            # The days with most people still to place: the step of Gale and Ryser's proof.
            days = sorted(range(len(left)), key=lambda d: -left[d])[: self.contract.days_per_week]
            tour: list[Shift] = [None] * len(left)
            for d in days:
                left[d] -= 1
                tour[d] = queues[d].pop()
            tours.append(tour)
        return tours


def add_compact(
    program: Program, covers: list[DayCover], instance: DesignInstance, contract: Contract
) -> CompactContract:
    """Adds one contract; exact where hours are free and no rest can bind (see `starts`)."""
    limit = rules.agent_limit(instance, contract)
    block = CompactContract(contract)
    for band in rules.bands(instance, contract):
        block.bands.append(_add_band(program, covers, instance, contract, band, limit))
    program.add_row([(band.agents, 1) for band in block.bands], upper=limit)
    return block


def _add_band(
    program: Program,
    covers: list[DayCover],
    instance: DesignInstance,
    contract: Contract,
    band: range,
    limit: int,
) -> CompactBand:
    agents = program.add_column(contract.fixed_cost, upper=limit)
    columns = CompactBand(agents, [], [])
    for day in range(instance.days):
        working = program.add_column(upper=limit)
        program.add_row([(working, 1), (agents, -1)], upper=0)
        shifts: dict[tuple[int, int], int] = {}
        for index in rules.usable_shapes(instance, contract):
            shape = contract.shapes[index]
            for start in rules.starts(instance, band, shape):
                column = program.add_column(shape.paid, upper=limit)
                covers[day].add_shift(column, shape, start)
                shifts[index, start] = column
        program.add_row([(c, 1) for c in shifts.values()] + [(working, -1)], 0, 0)
        columns.working.append(working)
        columns.shifts.append(shifts)
    program.add_row(
        [(working, 1) for working in columns.working] + [(agents, -contract.days_per_week)], 0, 0
    )
    return columns
