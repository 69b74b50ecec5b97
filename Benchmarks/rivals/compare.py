"""Runs CP-SAT, HiGHS, CBC, SCIP and Plateau on the same instances and writes results.

python compare.py --plateau PATH/plateau-bench --seconds 60 --out results.json --page results.md
"""

from __future__ import annotations

import argparse
import fnmatch
import json
import os
import platform
import re
import sys
from pathlib import Path

from families import BEST, family, formulation_names
from page import PLATEAU, label, write_page
from runs import Run, Task, run_plateau, run_rival
from solvers import SOLVERS, version

SCHEMA = "plateau.rivals/1"


def natural(path: Path) -> list[object]:
    return [int(part) if part.isdigit() else part for part in re.split(r"(\d+)", path.stem)]


def instance_files(options: argparse.Namespace) -> list[Path]:
    """The files that match, by family; says on stderr where a folder has none."""
    found: list[Path] = []
    for folder, pattern in (
        (options.folder, "*.json"),
        (options.shift_design, "*.dzn"),
    ):
        if folder is None:
            continue
        files = [
            path for path in sorted(folder.glob(pattern), key=natural) if wanted(path, options)
        ]
        if not files:
            print(f"{folder}: no instance, skipped", file=sys.stderr)
        found += files
    return found


def wanted(path: Path, options: argparse.Namespace) -> bool:
    if not any(fnmatch.fnmatch(path.stem, pattern) for pattern in options.instances):
        return False
    return path.suffix == ".dzn" or "contracts" in json.loads(path.read_text())


def machine() -> dict[str, str]:
    processor = platform.processor() or platform.machine()
    try:
        names = re.findall(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text())
        processor = names[0] if names else processor
    except OSError:
        pass
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    versions = [f"{label(name)} {version(name)}" for name in SOLVERS if version(name)]
    return {
        "Machine": f"{processor}, {os.cpu_count()} cores, {platform.system()}; load before {load}",
        "Versions": f"{', '.join(versions)}, Python {platform.python_version()}",
    }


def tasks(instance: Path, options: argparse.Namespace) -> list[Task]:
    kind = family(instance)
    found: list[Task] = []
    for name in options.solvers:
        if name == PLATEAU:
            formulations = [""]
        elif options.formulations == ["best"]:
            formulations = [BEST[kind][name]]
        else:
            formulations = [
                one
                for one in formulation_names(instance)
                if options.formulations == ["all"] or one in options.formulations
            ]
        found += [
            Task(instance, kind, name, one, options.seconds, options.threads)
            for one in formulations
        ]
    return found


def said(run: Run) -> str:
    cost = "—" if run.cost is None else str(run.cost)
    first = "" if not run.incumbents else f" first {run.incumbents[0][0]:.2f} s"
    wall = "" if run.seconds is None else f" end {run.seconds:.2f} s"
    rest = f" {run.note}" if run.note else ""
    faults = f" BROKEN {run.broken[0]}" if run.broken else ""
    return (
        f"{run.instance} {label(run.solver)} {run.formulation}: {cost} bound {run.bound}"
        f"{first}{wall}{rest}{faults}"
    )


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    shared = Path("../shared/benchmarks")
    add = parser.add_argument
    add("--folder", type=Path, default=shared / "week", help="folder of day and week instances")
    add("--shift-design", type=Path, help="folder of .dzn instances; none by default")
    add("--instances", nargs="+", default=["*"], help="patterns of names without their ending")
    add("--seconds", type=float, default=60, help="limit of each solver")
    add("--threads", type=int, default=2)
    add("--solvers", default=",".join([*SOLVERS, PLATEAU]), help="separated by commas")
    add("--plateau", type=Path, help="the executable plateau-bench")
    add("--probes", default="", help="shorter limits at which Plateau runs too, with commas")
    add("--formulations", default="best", help="best, all, or names separated by commas")
    add("--solutions", type=Path, help="folder to write solutions into, by solver")
    add("--out", type=Path, help="results as JSON; written after every run")
    add("--page", type=Path, help="results as Markdown")
    add("--resume", action="store_true", help="keep what --out has of the same limit")
    options = parser.parse_args()
    options.solvers = options.solvers.split(",")
    options.formulations = options.formulations.split(",")
    options.probes = [float(text) for text in options.probes.split(",") if text]
    unknown = [name for name in options.solvers if name not in SOLVERS and name != PLATEAU]
    if unknown:
        parser.error(f"no solver {', '.join(unknown)}")
    if options.formulations not in (["best"], ["all"]) and options.page:
        parser.error("a page is written of the best formulations or of all")
    return options


def main() -> int:
    options = parse()
    for name in list(options.solvers):
        absent = options.plateau is None if name == PLATEAU else version(name) is None
        if absent:
            print(f"{label(name)} is absent, skipped", file=sys.stderr)
            options.solvers.remove(name)
    runs: list[Run] = []
    about = machine()
    if options.resume and options.out and options.out.exists():
        kept = json.loads(options.out.read_text())
        runs = [Run(**one) for one in kept["runs"] if one["limit"] == options.seconds]
        about = kept["machine"]
    done = {(run.instance, run.solver, run.formulation) for run in runs}
    for instance in instance_files(options):
        for task in tasks(instance, options):
            if (instance.stem, task.solver, task.formulation) in done:
                continue
            if task.solver == PLATEAU:
                run = run_plateau(task, options.plateau, options.probes, options.solutions)
            else:
                run = run_rival(task, options.solutions)
            runs.append(run)
            print(said(run), flush=True)
            save(options, runs, about)
    save(options, runs, about)
    return 1 if any(run.broken for run in runs) else 0


def save(options: argparse.Namespace, runs: list[Run], about: dict[str, str]) -> None:
    if options.out:
        found = {"schema": SCHEMA, "machine": about, "runs": [run.as_json() for run in runs]}
        options.out.write_text(json.dumps(found, indent=1) + "\n")
    if options.page and runs:
        options.page.write_text(write_page(runs, about))


if __name__ == "__main__":
    sys.exit(main())
