"""What every solver is asked and what it answers."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass, field

#: Two solutions of a program differ by 1 at least (see `Program`): a smaller gap is a proof.
PROVED_GAP = 0.999


@dataclass(frozen=True)
class Limits:
    seconds: float
    threads: int


@dataclass
class Outcome:
    """`bound` is the solver's own, rounded up to the whole cost it implies."""

    solution: list[int] | None
    bound: int | None
    #: Of the solver alone, without the building of the model.
    seconds: float


@dataclass
class Trace:
    """Reports incumbents as they come, in seconds since the solver was started."""

    report: Callable[[float, float], None]
    began: float = field(default_factory=time.monotonic)
    best: float = math.inf

    def start(self) -> None:
        self.began = time.monotonic()

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.began

    def incumbent(self, objective: float) -> None:
        if objective < self.best - 1e-6:
            self.best = objective
            self.report(self.seconds, objective)


def whole_bound(bound: float) -> int | None:
    """Costs are whole: a bound is rounded up, less the solvers' tolerance (1e-6, relative)."""
    if not math.isfinite(bound) or abs(bound) >= 1e15:
        return None
    return math.ceil(bound - 1e-6 * max(1.0, abs(bound)))


def whole(values: list[float]) -> list[int]:
    """Rounds a solution that is whole up to the solvers' integrality tolerance."""
    return [round(value) for value in values]
