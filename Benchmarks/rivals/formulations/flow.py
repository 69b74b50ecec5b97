"""Tours as integer paths: exact weekly hours, and rests where they bind.

For each contract and band, a network whose nodes are (day, days worked, paid so far, earliest
start allowed by the rest) and whose arcs are a day off or a shift's shape; where a rest can bind,
arcs carry their start too. An integer flow of N comes apart into N paths, each a legal tour
(flow decomposition; the pricing network of column generation in its arc form, as Valério de
Carvalho 1999 for cutting stock). Starts are counted by day and shape, and linked to the arcs.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from formulations import starts as rules
from formulations.compact import Shift
from formulations.cover import DayCover
from instances import Contract, DesignInstance
from programs import Program

#: Days worked, paid so far, earliest start of the day.
State = tuple[int, int, int]
#: Index of the shape, and its starts; nothing on a day off.
Label = tuple[int, range] | None


@dataclass(frozen=True)
class Arc:
    day: int
    tail: State
    head: State
    label: Label


@dataclass
class FlowBand:
    agents: int
    origin: State
    arcs: dict[Arc, int]
    #: By day: columns by (shape, start).
    shifts: list[dict[tuple[int, int], int]]


@dataclass
class FlowContract:
    bands: list[FlowBand] = field(default_factory=list)

    def tours(self, solution: list[int]) -> list[list[Shift]]:
        return [tour for band in self.bands for tour in _band_tours(band, solution)]


def _band_tours(band: FlowBand, solution: list[int]) -> list[list[Shift]]:
    leaving: dict[tuple[int, State], list[Arc]] = defaultdict(list)
    left = {arc: solution[column] for arc, column in band.arcs.items()}
    for arc in band.arcs:
        leaving[arc.day, arc.tail].append(arc)
    counts = [{shift: solution[column] for shift, column in day.items()} for day in band.shifts]
    tours: list[list[Shift]] = []
    for _ in range(solution[band.agents]):
        state, tour = band.origin, []
        for day, left_over in enumerate(counts):
            arc = next(arc for arc in leaving[day, state] if left[arc] > 0)
            left[arc] -= 1
            state = arc.head
            tour.append(_take(left_over, arc.label))
        tours.append(tour)
    return tours


def _take(counts: dict[tuple[int, int], int], label: Label) -> Shift:
    if label is None:
        return None
    index, choices = label
    start = next(start for start in choices if counts[index, start] > 0)
    counts[index, start] -= 1
    return (index, start)


def network(instance: DesignInstance, contract: Contract, band: range) -> list[Arc]:
    """The arcs of one band that lie on some path to a legal week.

    Complexity: the product of days, days worked, distinct sums of paid, and shapes.
    """
    binding = rules.rest_can_bind(instance, contract, band)
    levels: list[set[State]] = [{(0, 0, band.start)}]
    forward: list[list[Arc]] = []
    for day in range(instance.days):
        arcs = [
            arc
            for state in sorted(levels[-1])
            for arc in _arcs_from(instance, contract, band, day, state, binding)
        ]
        forward.append(arcs)
        levels.append({arc.head for arc in arcs})
    alive = {
        state
        for state in levels[-1]
        if state[0] == contract.days_per_week
        and contract.paid_minimum <= state[1] <= contract.paid_maximum
    }
    kept: list[Arc] = []
    for arcs in reversed(forward):
        useful = [arc for arc in arcs if arc.head in alive]
        alive = {arc.tail for arc in useful}
        kept += useful
    return kept[::-1]


def _arcs_from(
    instance: DesignInstance,
    contract: Contract,
    band: range,
    day: int,
    state: State,
    binding: bool,
) -> list[Arc]:
    worked, paid, earliest = state
    arcs = [Arc(day, state, (worked, paid, band.start), None)]
    if worked == contract.days_per_week:
        return arcs
    for index in rules.usable_shapes(instance, contract):
        shape = contract.shapes[index]
        choices = rules.starts(instance, band, shape)
        if paid + shape.paid > contract.paid_maximum or not choices:
            continue
        if not binding:
            head = (worked + 1, paid + shape.paid, band.start)
            arcs.append(Arc(day, state, head, (index, choices)))
            continue
        for start in range(max(choices.start, earliest), choices.stop):
            after = max(band.start, rules.next_start(instance, start, shape))
            head = (worked + 1, paid + shape.paid, after)
            arcs.append(Arc(day, state, head, (index, range(start, start + 1))))
    return arcs


def add_flow(
    program: Program, covers: list[DayCover], instance: DesignInstance, contract: Contract
) -> FlowContract:
    limit = rules.agent_limit(instance, contract)
    block = FlowContract()
    for band in rules.bands(instance, contract):
        arcs = network(instance, contract, band)
        if arcs:
            block.bands.append(_add_band(program, covers, instance, contract, band, arcs, limit))
    program.add_row([(band.agents, 1) for band in block.bands], upper=limit)
    return block


def _add_band(
    program: Program,
    covers: list[DayCover],
    instance: DesignInstance,
    contract: Contract,
    band: range,
    arcs: list[Arc],
    limit: int,
) -> FlowBand:
    origin: State = (0, 0, band.start)
    agents = program.add_column(contract.fixed_cost, upper=limit)
    columns = {arc: program.add_column(upper=limit) for arc in arcs}
    balance: dict[tuple[int, State], list[tuple[int, int]]] = defaultdict(list)
    balance[0, origin].append((agents, 1))
    by_label: list[dict[tuple[int, range], list[int]]] = [
        defaultdict(list) for _ in range(instance.days)
    ]
    for arc, column in columns.items():
        balance[arc.day, arc.tail].append((column, -1))
        if arc.day + 1 < instance.days:
            balance[arc.day + 1, arc.head].append((column, 1))
        if arc.label is not None:
            by_label[arc.day][arc.label].append(column)
    for terms in balance.values():
        program.add_row(terms, 0, 0)
    shifts: list[dict[tuple[int, int], int]] = []
    for day, labels in enumerate(by_label):
        found: dict[tuple[int, int], int] = {}
        for (index, choices), passing in labels.items():
            shape = contract.shapes[index]
            counted = {}
            for start in choices:
                counted[index, start] = program.add_column(shape.paid, upper=limit)
                covers[day].add_shift(counted[index, start], shape, start)
            terms = [(column, 1) for column in passing]
            program.add_row(terms + [(column, -1) for column in counted.values()], 0, 0)
            found |= counted
        shifts.append(found)
    return FlowBand(agents, origin, columns, shifts)
