"""Formulations of a bare day or week, by name, and the reading of their solutions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from formulations import starts as rules
from formulations.agents import add_agents
from formulations.compact import Shift, add_compact
from formulations.cover import DayCover
from formulations.flow import add_flow
from formulations.mixes import MOST_MIXES, add_mixes, mixes
from instances import Contract, DesignInstance
from programs import Model, Program

#: The largest team for which the formulation by agent is tried.
LARGEST_NAMED_TEAM = 120


class TourBlock(Protocol):
    """The columns of one contract, and how a solution's counts come apart into tours."""

    def tours(self, solution: list[int]) -> list[list[Shift]]: ...


@dataclass(frozen=True)
class Formulation:
    """`tours`: compact, flow or agents; `breaks`: windows or hall; `cover`: direct or gathered.

    `gathered` first sums the shifts of the same place over contracts and bands, which makes the
    rows of cover and breaks shorter.
    """

    tours: str
    breaks: str
    cover: str

    @property
    def name(self) -> str:
        return f"{self.tours}-{self.breaks}-{self.cover}"


def formulation(name: str) -> Formulation:
    """Raises `ValueError` on an unknown name."""
    for one in FORMULATIONS:
        if one.name == name:
            return one
    raise ValueError(f"{name}: no formulation; there are {', '.join(f.name for f in FORMULATIONS)}")


FORMULATIONS = [
    Formulation(tours, breaks, cover)
    for tours in ("compact", "flow", "agents")
    for breaks in ("windows", "hall")
    for cover in ("direct", "gathered")
]


def applicable(instance: DesignInstance) -> list[Formulation]:
    """The formulations worth trying on an instance."""
    team = sum(rules.agent_limit(instance, contract) for contract in instance.contracts)
    kinds = {"compact"}
    if not all(rules.hours_are_free(instance, contract) for contract in instance.contracts):
        kinds.add("flow")
    if instance.days > 1 and team <= LARGEST_NAMED_TEAM:
        kinds.add("agents")
    return [one for one in FORMULATIONS if one.tours in kinds]


def tour_model(instance: DesignInstance, chosen: Formulation) -> Model:
    """The program of an instance; its optimum is the instance's."""
    program = Program()
    covers = [
        DayCover(instance, day, chosen.breaks, chosen.cover == "gathered")
        for day in range(instance.days)
    ]
    blocks = []
    for contract in instance.contracts:
        add = _block(instance, contract, chosen.tours)
        blocks.append(add(program, covers, instance, contract))
    most = sum(rules.agent_limit(instance, contract) for contract in instance.contracts)
    for cover in covers:
        cover.close(program, most)

    def solution_text(solution: list[int]) -> str:
        return _solution_text(
            instance, covers, [block.tours(solution) for block in blocks], solution
        )

    return Model(program, solution_text)


def _block(instance: DesignInstance, contract: Contract, tours: str) -> Callable[..., TourBlock]:
    """The smallest exact block of a contract among those that a formulation allows."""
    if tours == "agents":
        return add_agents
    if any(rules.rest_can_bind(instance, contract, b) for b in rules.bands(instance, contract)):
        return add_flow
    if rules.hours_are_free(instance, contract):
        return add_compact
    if tours == "flow" or len(mixes(instance, contract)) > MOST_MIXES:
        return add_flow
    return add_mixes


def _solution_text(
    instance: DesignInstance,
    covers: list[DayCover],
    tours_by_contract: list[list[list[Shift]]],
    solution: list[int],
) -> str:
    numbered = [
        (contract, tour)
        for contract, tours in zip(instance.contracts, tours_by_contract, strict=True)
        for tour in tours
    ]
    lines: list[tuple[int, int, str]] = []
    for day, cover in enumerate(covers):
        working = [
            (number, contract, contract.shapes[tour[day][0]], tour[day][1])
            for number, (contract, tour) in enumerate(numbered)
            if tour[day] is not None
        ]
        taken = cover.hand_out(solution, [(shape, start) for _, _, shape, start in working])
        for (number, contract, shape, start), breaks in zip(working, taken, strict=True):
            pairs = " ".join(
                f"{at}:{pause.length}" for at, pause in zip(breaks, shape.breaks, strict=True)
            )
            lines.append(
                (number, day, f"{number},{contract.id},{day},{start},{shape.paid},{pairs}")
            )
    rows = [text for _, _, text in sorted(lines)]
    return "\n".join(["tour,contract,day,start,paid,breaks", *rows]) + "\n"
