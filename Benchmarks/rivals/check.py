"""Checks a solution file against its instance file, from the texts alone.

    python check.py INSTANCE.json SOLUTION.csv
    python check.py INSTANCE.dzn SOLUTION.csv

It shares no code with the formulations or with Plateau; only the reading of instances is common.
Prints the cost and every rule broken; exits with 1 if there is any.
"""

from __future__ import annotations

import csv
import io
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from instances import Contract, DesignInstance, Shape, read_design
from shift_design import check_shift_design, read_shift_design

HEADER = ["tour", "contract", "day", "start", "paid", "breaks"]


@dataclass(frozen=True)
class WorkedDay:
    day: int
    start: int
    shape: Shape


def check_design(instance: DesignInstance, text: str) -> tuple[int, list[str]]:
    """The cost recomputed from a solution's text, and every rule broken."""
    reader = csv.DictReader(io.StringIO(text))
    if reader.fieldnames != HEADER:
        return 0, [f"header {reader.fieldnames} instead of {HEADER}"]
    contracts = {contract.id: contract for contract in instance.contracts}
    present = [[0] * len(day) for day in instance.requirement]
    weeks: dict[str, list[WorkedDay]] = defaultdict(list)
    contract_of: dict[str, Contract] = {}
    broken: list[str] = []
    for number, row in enumerate(reader, start=2):
        try:
            contract = contracts[row["contract"]]
            day, start, paid = int(row["day"]), int(row["start"]), int(row["paid"])
            shape = next(shape for shape in contract.shapes if shape.paid == paid)
            pauses = [tuple(map(int, pair.split(":"))) for pair in row["breaks"].split()]
        except (KeyError, ValueError, StopIteration):
            broken.append(f"row {number}: cannot be read")
            continue
        if not 0 <= day < instance.days or start < 0 or start + shape.span > len(present[day]):
            broken.append(f"row {number}: leaves the day")
            continue
        broken += [f"row {number}: {fault}" for fault in _break_faults(shape, start, pauses)]
        resting = {t for at, length in pauses for t in range(at, at + length)}
        for t in range(start, start + shape.span):
            present[day][t] += t not in resting
        if contract_of.setdefault(row["tour"], contract) is not contract:
            broken.append(f"row {number}: a tour of two contracts")
        weeks[row["tour"]].append(WorkedDay(day, start, shape))
    for tour, days in weeks.items():
        faults = _week_faults(instance, contract_of[tour], sorted(days, key=lambda d: d.day))
        broken += [f"tour {tour}: {fault}" for fault in faults]
    agents = Counter(contract.id for contract in contract_of.values())
    for contract in instance.contracts:
        if contract.maximum_agents is not None and agents[contract.id] > contract.maximum_agents:
            broken.append(f"contract {contract.id}: {agents[contract.id]} agents")
    cost = sum(d.shape.paid for days in weeks.values() for d in days)
    cost += sum(contract.fixed_cost for contract in contract_of.values())
    return cost + _cover_cost(instance, present), broken


def _cover_cost(instance: DesignInstance, present: list[list[int]]) -> int:
    cost = 0
    for needs, counts in zip(instance.requirement, present, strict=True):
        for need, count in zip(needs, counts, strict=True):
            cost += max(0, need - count) * instance.understaffing_cost
            cost += max(0, count - need) * instance.overstaffing_cost
    return cost


def _break_faults(shape: Shape, start: int, pauses: list[tuple[int, ...]]) -> list[str]:
    if len(pauses) != len(shape.breaks):
        return [f"{len(pauses)} breaks instead of {len(shape.breaks)}"]
    faults = []
    # The order of the pairs is free: breaks and pairs are matched by their windows in time.
    wanted = sorted(shape.breaks, key=lambda pause: pause.earliest)
    for pause, pair in zip(wanted, sorted(pauses), strict=True):
        if len(pair) != 2 or pair[1] != pause.length:
            faults.append("a break of the wrong length")
        elif not start + pause.earliest <= pair[0] <= start + pause.latest:
            faults.append(f"the break at {pair[0]} is outside its window")
    return faults


def _week_faults(instance: DesignInstance, contract: Contract, days: list[WorkedDay]) -> list[str]:
    faults = []
    if len({d.day for d in days}) != len(days):
        faults.append("two shifts on one day")
    if len(days) != contract.days_per_week:
        faults.append(f"{len(days)} days")
    paid = sum(d.shape.paid for d in days)
    if not contract.paid_minimum <= paid <= contract.paid_maximum:
        faults.append(f"{paid} paid intervals")
    if contract.band is not None and not _has_anchor(instance, contract, days):
        faults.append("starts in no band")
    for today, tomorrow in pairwise(days):
        if tomorrow.day == today.day + 1:
            end = today.start + today.shape.span
            rest = instance.intervals_per_civil_day - end + tomorrow.start
            if rest < instance.minimum_rest:
                faults.append(f"a rest of {rest} before day {tomorrow.day}")
    return faults


def _has_anchor(instance: DesignInstance, contract: Contract, days: list[WorkedDay]) -> bool:
    band = contract.band
    assert band is not None
    last = instance.intervals_per_day + band.half_width
    return any(
        all(abs(d.start - anchor) <= band.half_width for d in days)
        for anchor in range(band.first_anchor, last + 1, band.anchor_step)
    )


def check_file(instance: Path, text: str) -> tuple[int, list[str]]:
    """Checks a solution's text by the kind of its instance file."""
    if instance.suffix == ".dzn":
        return check_shift_design(read_shift_design(instance), text)
    return check_design(read_design(instance), text)


def main() -> int:
    if len(sys.argv) != 3:
        print("usage: check.py INSTANCE SOLUTION.csv", file=sys.stderr)
        return 64
    cost, broken = check_file(Path(sys.argv[1]), Path(sys.argv[2]).read_text())
    print(f"cost {cost}, {len(broken)} rules broken")
    for fault in broken:
        print(fault)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
