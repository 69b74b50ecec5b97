"""Tours by agent: a binary for every agent, day, shape and start.

Agents of a contract are alike, so they are hired in order. Exact for every rule of the files, and
large: for small teams only.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from formulations import starts as rules
from formulations.compact import Shift
from formulations.cover import DayCover
from instances import Contract, DesignInstance
from programs import Program


@dataclass
class Agent:
    hired: int
    bands: list[int]
    #: By day: columns by (shape, start).
    shifts: list[dict[tuple[int, int], int]]


@dataclass
class AgentsContract:
    agents: list[Agent] = field(default_factory=list)

    def tours(self, solution: list[int]) -> list[list[Shift]]:
        return [
            [next((s for s, column in day.items() if solution[column]), None) for day in a.shifts]
            for a in self.agents
            if solution[a.hired]
        ]


def add_agents(
    program: Program, covers: list[DayCover], instance: DesignInstance, contract: Contract
) -> AgentsContract:
    block = AgentsContract()
    for _ in range(rules.agent_limit(instance, contract)):
        agent = _add_agent(program, covers, instance, contract)
        if block.agents:
            program.add_row([(block.agents[-1].hired, 1), (agent.hired, -1)], 0)
        block.agents.append(agent)
    return block


def _add_agent(
    program: Program, covers: list[DayCover], instance: DesignInstance, contract: Contract
) -> Agent:
    bands = rules.bands(instance, contract)
    hired = program.add_column(contract.fixed_cost, upper=1)
    chosen = [program.add_column(upper=1) for _ in bands]
    program.add_row([(column, 1) for column in chosen] + [(hired, -1)], 0, 0)
    agent = Agent(hired, chosen, [])
    paid: list[tuple[int, int]] = []
    worked: list[tuple[int, int]] = []
    for day in range(instance.days):
        shifts: dict[tuple[int, int], int] = {}
        by_start: dict[int, list[tuple[int, int]]] = {}
        for index in rules.usable_shapes(instance, contract):
            shape = contract.shapes[index]
            for start in sorted({s for band in bands for s in rules.starts(instance, band, shape)}):
                column = program.add_column(shape.paid, upper=1)
                covers[day].add_shift(column, shape, start)
                shifts[index, start] = column
                by_start.setdefault(start, []).append((column, 1))
                paid.append((column, shape.paid))
                worked.append((column, 1))
        program.add_row([(c, 1) for c in shifts.values()] + [(hired, -1)], upper=0)
        for start, terms in by_start.items():
            owners = [(c, -1) for c, band in zip(chosen, bands, strict=True) if start in band]
            program.add_row(terms + owners, upper=0)
        agent.shifts.append(shifts)
    program.add_row([*worked, (hired, -contract.days_per_week)], 0, 0)
    program.add_row([*paid, (hired, -contract.paid_minimum)], 0)
    program.add_row([*paid, (hired, -contract.paid_maximum)], upper=0)
    _add_rests(program, instance, contract, bands, agent)
    return agent


def _add_rests(
    program: Program,
    instance: DesignInstance,
    contract: Contract,
    bands: list[range],
    agent: Agent,
) -> None:
    pairs = {pair for band in bands for pair in rules.resting_pairs(instance, contract, band)}
    for today, tomorrow in zip(agent.shifts, agent.shifts[1:], strict=False):
        for first, second in sorted(pairs):
            program.add_row([(today[first], 1), (tomorrow[second], 1)], upper=1)
