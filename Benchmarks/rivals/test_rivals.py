"""Tests of the comparison itself, against enumeration on tiny weeks; `python -m unittest`."""

from __future__ import annotations

import itertools
import math
import random
import unittest
from dataclasses import replace

from check import check_design
from formulations import starts as rules
from formulations.tours import FORMULATIONS, tour_model
from instances import Band, Break, Contract, DesignInstance, Shape
from page import losses, write_page
from runs import Run
from shift_design import (
    SHIFT_DESIGN_FORMULATIONS,
    ShiftDesignInstance,
    check_shift_design,
    shift_design_model,
)
from solvers import SOLVERS, solver, version
from solvers.outcome import Limits, Trace, whole_bound

LIMITS = Limits(seconds=20, threads=1)
INSTALLED = [name for name in SOLVERS if version(name)]
ANY_SOLVER = INSTALLED[0] if INSTALLED else ""


def tiny_week(seed: int, minimum_rest: int = 0, exact: bool = True) -> DesignInstance:
    """Three days of 4 intervals of 3 hours (8 a civil day), two agents at most."""
    draw = random.Random(seed)
    short = Shape(2, 2, ())
    long = Shape(3, 4, (Break(1, 1, 2),))
    contract = Contract(
        id="a",
        maximum_agents=2,
        days_per_week=2,
        paid_minimum=5 if exact else 0,
        paid_maximum=5 if exact else 99,
        band=Band(half_width=2, anchor_step=1, first_anchor=0),
        fixed_cost=1,
        shapes=(short, long),
    )
    need = tuple(tuple(draw.randint(0, 2) for _ in range(4)) for _ in range(3))
    return DesignInstance(f"tiny-{seed}", 180, 5, 1, minimum_rest, need, (contract,))


def enumerated_optimum(instance: DesignInstance) -> int:
    """The least cost over every legal team, judged by the checker alone."""
    (contract,) = instance.contracts
    rows = [
        (day, start, shape.paid, " ".join(f"{start + at}:{b.length}" for at, b in placed))
        for day in range(instance.days)
        for shape in contract.shapes
        for start in range(instance.intervals_per_day - shape.span + 1)
        for placed in [
            list(zip(choice, shape.breaks, strict=True))
            for choice in itertools.product(
                *(range(b.earliest, b.latest + 1) for b in shape.breaks)
            )
        ]
    ]
    weeks = [
        week
        for week in itertools.combinations(rows, contract.days_per_week)
        if not check_design(instance, text_of([week]))[1]
    ]
    teams = itertools.chain.from_iterable(
        itertools.combinations_with_replacement(weeks, size) for size in range(3)
    )
    return min(check_design(instance, text_of(team))[0] for team in teams)


def text_of(team: tuple | list) -> str:
    lines = ["tour,contract,day,start,paid,breaks"]
    for number, week in enumerate(team):
        lines += [f"{number},a,{day},{at},{paid},{pairs}" for day, at, paid, pairs in week]
    return "\n".join(lines) + "\n"


@unittest.skipUnless(INSTALLED, "no solver is installed")
class Formulations(unittest.TestCase):
    def solve(self, instance: DesignInstance, chosen: object, name: str) -> int:
        model = tour_model(instance, chosen)
        outcome = solver(name)(model.program, LIMITS, Trace(lambda seconds, value: None))
        assert outcome.solution is not None
        cost, broken = check_design(instance, model.solution_text(outcome.solution))
        self.assertEqual(broken, [])
        self.assertEqual(cost, outcome.bound)
        return cost

    def test_every_formulation_reaches_the_enumerated_optimum(self) -> None:
        for seed, rest, exact in [(1, 0, True), (2, 0, False), (3, 7, True), (4, 7, False)]:
            instance = tiny_week(seed, rest, exact)
            optimum = enumerated_optimum(instance)
            for chosen in FORMULATIONS:
                with self.subTest(instance=instance.name, formulation=chosen.name):
                    self.assertEqual(self.solve(instance, chosen, ANY_SOLVER), optimum)

    def test_every_solver_reaches_the_enumerated_optimum(self) -> None:
        instance = tiny_week(5, minimum_rest=7)
        optimum = enumerated_optimum(instance)
        for name in INSTALLED:
            with self.subTest(solver=name):
                self.assertEqual(self.solve(instance, FORMULATIONS[0], name), optimum)

    def test_the_rest_binds_only_where_two_shifts_can_break_it(self) -> None:
        for rest, binds in [(4, False), (5, True)]:
            instance = tiny_week(1, minimum_rest=rest)
            band = range(0, 3)
            (contract,) = instance.contracts
            self.assertEqual(rules.rest_can_bind(instance, contract, band), binds)

    def test_nested_windows_keep_their_breaks(self) -> None:
        inner, outer = Shape(5, 6, (Break(1, 2, 2),)), Shape(6, 6, (Break(1, 1, 4),))
        contract = Contract("a", None, 1, 0, 99, None, 0, (inner, outer))
        instance = DesignInstance("nested", 180, 9, 0, 0, ((3, 2, 1, 2, 2, 3),), (contract,))
        costs = {self.solve(instance, chosen, ANY_SOLVER) for chosen in FORMULATIONS}
        self.assertEqual(len(costs), 1)

    def test_shift_design_reaches_the_enumerated_optimum(self) -> None:
        kinds = ((0, 2), (1, 2), (3, 2))
        instance = ShiftDesignInstance("tiny", 60, 1, (2, 1, 1, 2), kinds, 1, 1, 50)
        optimum = min(
            check_shift_design(
                instance,
                "day,start,length,count\n"
                + "".join(
                    f"0,{start * 60},{length * 60},{count}\n"
                    for (start, length), count in zip(kinds, counts, strict=True)
                ),
            )[0]
            for counts in itertools.product(range(4), repeat=len(kinds))
        )
        for chosen in SHIFT_DESIGN_FORMULATIONS:
            model = shift_design_model(instance, chosen)
            outcome = solver(ANY_SOLVER)(model.program, LIMITS, Trace(lambda a, b: None))
            assert outcome.solution is not None
            text = model.solution_text(outcome.solution)
            self.assertEqual(check_shift_design(instance, text), (optimum, []))


class Checker(unittest.TestCase):
    """One legal week, then one broken rule at a time."""

    def setUp(self) -> None:
        self.instance = replace(
            tiny_week(1, minimum_rest=7), requirement=((1, 0, 1, 0), (0, 0, 0, 0), (2, 2, 2, 2))
        )
        self.legal = ["0,a,0,0,3,1:1", "0,a,2,1,2,"]

    def check(self, rows: list[str]) -> tuple[int, list[str]]:
        return check_design(
            self.instance, "\n".join(["tour,contract,day,start,paid,breaks", *rows])
        )

    def test_cost_of_a_legal_week(self) -> None:
        # Paid 5, fixed 1; day 0: a surplus of 1 at interval 3; day 2: 6 missing.
        self.assertEqual(self.check(self.legal), (5 + 1 + 1 + 6 * 5, []))

    def test_each_broken_rule_is_named(self) -> None:
        first, second = self.legal
        cases = {
            "2 agents' limit": ([r.replace("0", str(n), 1) for n in range(3) for r in self.legal]),
            "1 days": [first],
            "paid": ["0,a,0,0,3,1:1", "0,a,2,0,3,1:1"],
            "window": ["0,a,0,0,3,0:1", second],
            "length": ["0,a,0,0,3,1:2", second],
            "instead of 1": ["0,a,0,0,3,", second],
            "rest": ["0,a,1,0,3,1:1", "0,a,2,1,2,"],
            "leaves": ["0,a,0,1,3,2:1", second],
            "read": [first, "0,a,2,x,2,"],
            "two shifts": [first, "0,a,0,1,2,"],
        }
        for words, rows in cases.items():
            with self.subTest(words):
                expected = "contract a: 3 agents" if "limit" in words else words
                self.assertIn(expected, "; ".join(self.check(rows)[1]))

    def test_starts_further_apart_than_a_band(self) -> None:
        (contract,) = self.instance.contracts
        narrow = replace(contract, band=Band(half_width=0, anchor_step=1, first_anchor=0))
        self.instance = replace(self.instance, contracts=(narrow,))
        self.assertIn("no band", "; ".join(self.check(self.legal)[1]))


class Words(unittest.TestCase):
    def run_of(self, name: str, **values: object) -> Run:
        return Run("x", "day", name, "", 60, "2026-01-01", **values)

    def test_a_loss_is_told_in_each_respect(self) -> None:
        ours = self.run_of("plateau", cost=110, bound=99, seconds=9.0, incumbents=[(9.0, 110)])
        theirs = self.run_of(
            "highs", cost=100, bound=100, seconds=5.0, incumbents=[(1.0, 130), (2.0, 99.5)]
        )
        told = " ".join(losses("x", [ours, theirs]))
        for words in ("cheaper", "sooner within", "proved its solution", "higher bound"):
            self.assertIn(words, told)
        self.assertEqual(losses("x", [ours, self.run_of("scip")]), [])

    def test_none_within_reach_counts_as_the_limit(self) -> None:
        near = {"cost": 100, "bound": 100, "incumbents": [(2.0, 100)]}
        for ours, theirs, row in [
            (near, {}, "| x | 2.00 | none (60) | 30.0 |"),
            ({"bound": 100}, near, "| x | none (60) | 2.00 (HiGHS) | 0.0 |"),
            ({"bound": 100}, {}, "| x | none (60) | none (60) | — |"),
        ]:
            runs = [self.run_of("highs", **theirs), self.run_of("plateau", **ours)]
            self.assertIn(row, write_page(runs, {}))

    def test_a_solution_under_a_bound_is_a_contradiction(self) -> None:
        runs = [self.run_of("highs", cost=98, bound=90), self.run_of("plateau", cost=100, bound=99)]
        self.assertIn("Plateau's bound 99 is above HiGHS's solution 98", write_page(runs, {}))

    def test_bounds_round_up_only_beyond_the_tolerance(self) -> None:
        self.assertEqual(whole_bound(100.00001), 100)
        self.assertEqual(whole_bound(100.2), 101)
        self.assertIsNone(whole_bound(-math.inf))


if __name__ == "__main__":
    unittest.main()
