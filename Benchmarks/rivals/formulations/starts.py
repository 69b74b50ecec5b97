"""What the files say indirectly: bands of starts, limits on agents, whether a rest can bind."""

from __future__ import annotations

from itertools import product

from instances import Contract, DesignInstance, Shape


def bands(instance: DesignInstance, contract: Contract) -> list[range]:
    """The start bands of a contract, clipped to the day, without those inside another.

    A contract without a band has one: the whole day. Anchors go on without an end in the file;
    those whose starts are all another band's add no tour.
    """
    shortest = min(shape.span for shape in contract.shapes)
    last_start = instance.intervals_per_day - shortest
    if contract.band is None:
        return [range(0, last_start + 1)]
    band = contract.band
    found: list[range] = []
    anchor = band.first_anchor
    while anchor - band.half_width <= last_start:
        low, high = max(0, anchor - band.half_width), min(last_start, anchor + band.half_width)
        if low <= high and not (found and found[-1].start <= low and high < found[-1].stop):
            found.append(range(low, high + 1))
        anchor += band.anchor_step
    return [
        one
        for position, one in enumerate(found)
        if not any(
            other.start <= one.start and one.stop <= other.stop and other != one
            for other in found[position + 1 :]
        )
    ]


def starts(instance: DesignInstance, band: range, shape: Shape) -> range:
    """Starts within a band of a shift that stays inside the day."""
    return range(band.start, min(band.stop, instance.intervals_per_day - shape.span + 1))


def usable_shapes(instance: DesignInstance, contract: Contract) -> list[int]:
    """Indices of the shapes that fit in the day."""
    return [
        index
        for index, shape in enumerate(contract.shapes)
        if shape.span <= instance.intervals_per_day
    ]


def next_start(instance: DesignInstance, start: int, shape: Shape) -> int:
    """Earliest start of the next day after this shift, by the minimum rest."""
    return start + shape.span + instance.minimum_rest - instance.intervals_per_civil_day


def rest_can_bind(instance: DesignInstance, contract: Contract, band: range) -> bool:
    """Whether two shifts of a band on days running can break the minimum rest.

    On the shared instances never: ±1 h bands of a 15-hour day leave 53 intervals, 44 are due.
    """
    if instance.days == 1 or contract.days_per_week < 2:
        return False
    return any(
        next_start(instance, start, shape) > band.start
        for shape in contract.shapes
        for start in starts(instance, band, shape)
    )


def hours_are_free(instance: DesignInstance, contract: Contract) -> bool:
    """Whether any shapes on any days keep the week's paid intervals in range."""
    paid = [contract.shapes[index].paid for index in usable_shapes(instance, contract)]
    if not paid:
        return True
    days = contract.days_per_week
    return contract.paid_minimum <= min(paid) * days and max(paid) * days <= contract.paid_maximum


def agent_limit(instance: DesignInstance, contract: Contract) -> int:
    """An upper bound on the agents of a contract at an optimum.

    No agent at all costs `understaffing · Σ requirement`; an optimum costs no more, and each agent
    costs at least the cheapest week of the contract.
    """
    nobody = instance.understaffing_cost * sum(map(sum, instance.requirement))
    paid = [contract.shapes[index].paid for index in usable_shapes(instance, contract)]
    if not paid:
        return 0
    week = max(contract.paid_minimum, min(paid) * contract.days_per_week) + contract.fixed_cost
    limit = nobody // max(1, week)
    return limit if contract.maximum_agents is None else min(limit, contract.maximum_agents)


def resting_pairs(
    instance: DesignInstance, contract: Contract, band: range
) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Pairs of (shape, start) that must not follow each other on days running."""
    if not rest_can_bind(instance, contract, band):
        return []
    shifts = [
        (index, start)
        for index in usable_shapes(instance, contract)
        for start in starts(instance, band, contract.shapes[index])
    ]
    return [
        (first, second)
        for first, second in product(shifts, shifts)
        if second[1] < next_start(instance, first[1], contract.shapes[first[0]])
    ]
