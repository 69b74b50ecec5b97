"""Runs of the rivals and of Plateau, each in a process of its own, as values."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path

from check import check_file

#: Suite of `plateau-bench` by family.
SUITES = {
    "day": "cover",
    "week-fixed": "week",
    "week-exact": "week",
    "shift-design": "shift-design",
}


@dataclass
class Run:
    """What one solver gave on one instance; costs are the checker's, never the solver's word."""

    instance: str
    family: str
    solver: str
    formulation: str
    limit: float
    date: str
    cost: int | None = None
    bound: int | None = None
    seconds: float | None = None
    build_seconds: float = 0
    #: (seconds, cost) of each better solution.
    incumbents: list[tuple[float, float]] = field(default_factory=list)
    peak_memory: int | None = None
    broken: list[str] = field(default_factory=list)
    note: str = ""

    def first_within(self, percent: float, bound: float) -> float | None:
        """Seconds until the first solution at most so many per cent above a bound."""
        most = bound * (1 + percent / 100) + 1e-6
        return next((seconds for seconds, cost in self.incumbents if cost <= most), None)

    @property
    def proved(self) -> bool:
        return self.cost is not None and self.bound is not None and self.bound >= self.cost

    def as_json(self) -> dict:
        return asdict(self)


@dataclass(frozen=True)
class Task:
    instance: Path
    family: str
    solver: str
    formulation: str
    seconds: float
    threads: int

    def run(self) -> Run:
        return Run(
            instance=self.instance.stem,
            family=self.family,
            solver=self.solver,
            formulation=self.formulation,
            limit=self.seconds,
            date=time.strftime("%Y-%m-%d"),
        )


def run_rival(task: Task, solutions: Path | None) -> Run:
    """Solves with a general solver; killed when it overruns its limit by half and 15 seconds.

    Building the program is not counted: Python would be held against the solver.
    """
    command = [sys.executable, str(Path(__file__).with_name("solve.py")), str(task.instance)]
    command += ["--solver", task.solver, "--formulation", task.formulation]
    command += ["--seconds", str(task.seconds), "--threads", str(task.threads)]
    run = task.run()
    with tempfile.TemporaryFile("w+") as errors:
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=errors, text=True, start_new_session=True
        )
        killed = threading.Event()
        watch: threading.Timer | None = None

        def stop() -> None:
            killed.set()
            os.killpg(process.pid, signal.SIGKILL)

        assert process.stdout is not None
        for line in process.stdout:
            event = json.loads(line)
            if event["event"] == "built":
                watch = threading.Timer(task.seconds * 1.5 + 15, stop)
                watch.start()
            _take_event(run, event, solutions)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if watch:
            watch.cancel()
        if run.peak_memory is None:
            run.peak_memory = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
        if killed.is_set():
            run.note = "killed after the limit"
        elif process.returncode != 0:
            errors.seek(0)
            run.note = f"failed: {(errors.read().strip().splitlines() or ['no message'])[-1]}"
    _drop_false_incumbents(run)
    return run


def _take_event(run: Run, event: dict, solutions: Path | None) -> None:
    if event["event"] == "built":
        run.build_seconds = event["seconds"]
    elif event["event"] == "incumbent":
        run.incumbents.append((event["seconds"], event["objective"]))
    else:
        run.seconds, run.bound = event["seconds"], event["bound"]
        run.cost, run.broken = event["cost"], event["broken"]
        run.peak_memory = event["peakMemory"]
        if run.cost is not None:
            run.incumbents.append((event["seconds"], run.cost))
        if solutions and event["solution"]:
            folder = solutions / run.solver
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{run.instance}.csv").write_text(event["solution"])


def _drop_false_incumbents(run: Run) -> None:
    """A log may name a value that was no solution; none can be better than the last one."""
    if run.cost is not None:
        run.incumbents = [one for one in run.incumbents if one[1] >= run.cost - 0.5]


def run_plateau(task: Task, executable: Path, probes: list[float], solutions: Path | None) -> Run:
    """Solves with `plateau-bench`, once at the limit and once at each shorter limit of `probes`.

    Its incumbents are those that it reports (`incumbents`, where the JSON has them), and the end
    of each run.
    """
    run = task.run()
    for seconds in sorted({*probes, task.seconds}):
        if seconds > task.seconds:
            continue
        with tempfile.TemporaryDirectory() as folder:
            answer = _plateau_answer(task, executable, seconds, folder, run)
            texts = [path.read_text() for path in Path(folder).glob("*.csv")]
        if answer is None:
            continue
        if not texts:
            run.note = "no solution file"
            return run
        run.cost, run.broken = check_file(task.instance, texts[0])
        run.bound, run.seconds = answer.get("bound"), answer["seconds"]
        run.peak_memory = answer.get("peakMemory")
        for one in answer.get("incumbents") or []:
            run.incumbents.append((one["seconds"], one["objective"]))
        run.incumbents.append((answer["seconds"], run.cost))
        if run.cost != answer.get("objective"):
            run.broken.append(f"says {answer.get('objective')}, checked {run.cost}")
        if solutions:
            (solutions / "plateau").mkdir(parents=True, exist_ok=True)
            (solutions / "plateau" / f"{run.instance}.csv").write_text(texts[0])
    run.incumbents.sort()
    return run


def _plateau_answer(
    task: Task, executable: Path, seconds: float, folder: str, run: Run
) -> dict | None:
    command = [str(executable), SUITES[task.family], "--file", str(task.instance)]
    command += ["--seconds", f"{seconds:g}", "--json", "--out", folder]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=seconds * 1.5 + 15, check=False
        )
    except subprocess.TimeoutExpired:
        run.note = "killed after the limit"
        return None
    except OSError as error:
        run.note = f"failed: {error.strerror}"
        return None
    if done.returncode != 0:
        lines = [line for line in done.stderr.splitlines() if line.startswith("Error")]
        run.note = f"failed: {(lines or ['no message'])[0]}"
        return None
    return json.loads(done.stdout)[0]
