"""The results page: tables by family, ratios, and the losses in words, all from the runs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from runs import Run
from solvers import SOLVERS

PLATEAU = "plateau"
TITLES = {
    "day": "One day",
    "week-fixed": "One week, fixed daily length",
    "week-exact": "One week, flexible lengths, exact hours",
    "shift-design": "Minimum shift design",
}
#: A solution this near the bound counts as found, in per cent.
NEAR = 1.0
#: Times nearer than this are not told apart, in seconds.
SAME_TIME = 0.01


def label(solver: str) -> str:
    return "Plateau" if solver == PLATEAU else SOLVERS[solver][0]


def write_page(runs: list[Run], machine: dict[str, str]) -> str:
    instances = _by_instance(runs)
    parts = ["# Plateau beside the general solvers\n", _preface(runs, machine)]
    for family, title in TITLES.items():
        chosen = {name: found for name, found in instances.items() if found[0].family == family}
        if chosen:
            parts.append(f"## {title}\n\n{_formulations(chosen)}\n{_table(chosen)}")
    parts += [_ratios(instances), _losses(instances)]
    doubts = _doubts(instances)
    if doubts:
        parts.append("## To be looked into\n\n" + "".join(f"- {line}\n" for line in doubts))
    return "\n".join(parts)


def _by_instance(runs: Iterable[Run]) -> dict[str, list[Run]]:
    found: dict[str, list[Run]] = defaultdict(list)
    for run in runs:
        found[run.instance].append(run)
    return dict(found)


def certified_bound(runs: list[Run]) -> tuple[float | None, str]:
    """Plateau's bound; without one, the best of the rivals', with whose it is."""
    for run in runs:
        if run.solver == PLATEAU and run.bound is not None:
            return run.bound, PLATEAU
    others = [(run.bound, run.solver) for run in runs if run.bound is not None]
    return max(others, default=(None, ""))


def _preface(runs: list[Run], machine: dict[str, str]) -> str:
    dates = sorted({run.date for run in runs})
    limits = sorted({run.limit for run in runs})
    lines = [f"- {key}: {value}" for key, value in machine.items()]
    lines.append(f"- Run: {' to '.join(dict.fromkeys([dates[0], dates[-1]]))}")
    lines.append(f"- Limit: {', '.join(f'{limit:g}' for limit in limits)} s of each solver")
    return (
        "\n".join(lines)
        + f"""

Written by `compare.py` from one run; `README.md` says how to repeat it. Every cost is recomputed by
`check.py` from the solution file; `*` marks one that its solver proved optimal, ✗ one that breaks a
rule. The bound is Plateau's certified one, and another's where its name follows. `≤ {NEAR:g} %` is
the time of the first solution at most {NEAR:g} % above that bound. A rival's seconds are its
solver's alone, without the building of its model in Python; Plateau's include it. Plateau's time to
a first solution is an upper limit where it reports no incumbents: the end of its run.
"""
    )


def _formulations(instances: dict[str, list[Run]]) -> str:
    used: dict[str, set[str]] = defaultdict(set)
    for runs in instances.values():
        for run in runs:
            if run.formulation:
                used[run.solver].add(run.formulation)
    listed = [f"{label(s)} `{'`, `'.join(sorted(names))}`" for s, names in used.items()]
    return f"Formulations: {'; '.join(listed)}.\n" if listed else ""


def _table(instances: dict[str, list[Run]]) -> str:
    heads = ["instance", "bound", "solver", "cost", "gap", f"≤ {NEAR:g} %", "seconds", "memory"]
    lines = [f"| {' | '.join(heads)} |", "|---|---:|---|---:|---:|---:|---:|---:|"]
    for name, runs in instances.items():
        bound, owner = certified_bound(runs)
        told = "—" if bound is None else f"{bound:g}" + _suffix(owner)
        for position, run in enumerate(runs):
            first = [name, told] if position == 0 else ["", ""]
            alone = sum(other.solver == run.solver for other in runs) == 1
            cells = _cells(run, bound, label(run.solver) + ("" if alone else f" {run.formulation}"))
            lines.append(f"| {' | '.join(first + cells)} |")
    return "\n".join(lines) + "\n"


def _suffix(owner: str) -> str:
    return "" if owner == PLATEAU else f" ({label(owner)})"


def _cells(run: Run, bound: float | None, name: str) -> list[str]:
    cost = "—" if run.cost is None else f"{run.cost}" + (" ✗" if run.broken else "")
    if run.proved:
        cost += " *"
    gap, near = "—", "—"
    if run.cost is not None and bound:
        gap = f"{(run.cost / bound - 1) * 100:.2f} %"
    if bound is not None:
        seconds = run.first_within(NEAR, bound)
        near = "—" if seconds is None else f"{seconds:.2f}"
    wall = "—" if run.seconds is None else f"{run.seconds:.2f}"
    memory = "—" if run.peak_memory is None else f"{run.peak_memory / 1e6:.0f} MB"
    return [name + (f" ({run.note})" if run.note else ""), cost, gap, near, wall, memory]


def _ratios(instances: dict[str, list[Run]]) -> str:
    heads = "| instance | Plateau | best rival | ratio |\n|---|---:|---:|---:|\n"
    rows = ""
    for name, runs in instances.items():
        race = near_times(runs)
        if race:
            shown = [
                f"none ({limit:g})" if seconds is None else f"{seconds:.2f}" + (who and f" ({who})")
                for seconds, limit, who in race
            ]
            rows += f"| {name} | {shown[0]} | {shown[1]} | {_quotient(race)} |\n"
    if not rows:
        return ""
    return f"""## Time to the first solution within {NEAR:g} %

Seconds; where there is none, the limit counts. A ratio above 1 is Plateau's advantage.

{heads}{rows}"""


#: Seconds to a near solution if there is one, the limit, and whose it is.
NearTime = tuple[float | None, float, str]


def near_times(runs: list[Run]) -> tuple[NearTime, NearTime] | None:
    """Plateau's time to a near solution and the best rival's; nothing where either was not run."""
    bound, _ = certified_bound(runs)
    ours = next((run for run in runs if run.solver == PLATEAU), None)
    rivals = [run for run in runs if run.solver != PLATEAU]
    if bound is None or ours is None or not rivals:
        return None
    times = [(run.first_within(NEAR, bound), run.solver) for run in rivals]
    found = [(seconds, label(solver)) for seconds, solver in times if seconds is not None]
    theirs, who = min(found, default=(None, ""))
    limit = max(run.limit for run in rivals)
    return (ours.first_within(NEAR, bound), ours.limit, ""), (theirs, limit, who)


def _quotient(race: tuple[NearTime, NearTime]) -> str:
    if all(seconds is None for seconds, _, _ in race):
        return "—"
    ours, theirs = (limit if seconds is None else seconds for seconds, limit, _ in race)
    return f"{theirs / max(ours, 1e-9):.1f}"


def _losses(instances: dict[str, list[Run]]) -> str:
    lines = [line for name, runs in instances.items() for line in losses(name, runs)]
    if not any(run.solver == PLATEAU for runs in instances.values() for run in runs):
        body = "Plateau was not run.\n"
    else:
        body = "".join(f"- {line}\n" for line in lines) or "None in this run.\n"
    return f"## Where a rival did better\n\n{body}"


def losses(name: str, runs: list[Run]) -> list[str]:
    """Every respect in which a rival did better than Plateau on an instance, in words."""
    ours = next((run for run in runs if run.solver == PLATEAU), None)
    if ours is None:
        return []
    if ours.cost is None:
        others = [label(run.solver) for run in runs if run.cost is not None]
        reason = f" ({ours.note})" if ours.note else ""
        return (
            [f"On {name} Plateau gave nothing{reason}; {', '.join(others)} did."] if others else []
        )
    bound, _ = certified_bound(runs)
    near = None if bound is None else ours.first_within(NEAR, bound)
    lines: list[str] = []
    for run in runs:
        if run is ours or run.broken:
            continue
        who = f"On {name} {label(run.solver)}"
        if run.cost is not None and run.cost < ours.cost:
            lines.append(f"{who} was cheaper: {run.cost} beside {ours.cost}.")
        theirs = None if bound is None else run.first_within(NEAR, bound)
        if theirs is not None and (near is None or theirs < near - SAME_TIME):
            beside = "never" if near is None else f"{near:.2f} s"
            lines.append(f"{who} was sooner within {NEAR:g} %: {theirs:.2f} s beside {beside}.")
        if run.proved and not ours.proved:
            lines.append(f"{who} proved its solution optimal ({run.cost}), Plateau did not.")
        elif run.proved and run.seconds and ours.seconds and run.seconds < ours.seconds - SAME_TIME:
            times = f"{run.seconds:.2f} s beside {ours.seconds:.2f} s"
            lines.append(f"{who} was sooner with its proof: {times}.")
        if run.bound is not None and ours.bound is not None and run.bound > ours.bound + 1e-6:
            lines.append(f"{who} proved a higher bound: {run.bound:g} beside {ours.bound:g}.")
    return lines


def _doubts(instances: dict[str, list[Run]]) -> list[str]:
    lines = []
    for name, runs in instances.items():
        for run in runs:
            lines += [f"{name}, {label(run.solver)}: {fault}" for fault in run.broken[:3]]
        bounds = [run for run in runs if run.bound is not None]
        for low in (run for run in runs if run.cost is not None and not run.broken):
            for high in bounds:
                if high.bound > low.cost + 1e-6:
                    lines.append(
                        f"{name}: {label(high.solver)}'s bound {high.bound:g} is above "
                        f"{label(low.solver)}'s solution {low.cost}"
                    )
    return lines
