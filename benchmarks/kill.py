"""Kills a process that fills a ledger, at random moments and at every named step, repeats it, and compares with an unbroken run.

usage: python benchmarks/kill.py [--read] [--texts 500] [--kills 20] [--seed 1] [--keep DIR] [-- COMMAND …]

What is killed: with `--read`, `sayso read` of examples/reports and of so many texts made from them (made_texts.py); else COMMAND,
any that reads into a ledger, with {ledger} where the ledger's path belongs; else a child of this script that adds made-up
readings (made_readings.py). Copies and versions are among both. `--read` writes results/kill.json. After each kill: the ledger must be sound, and hold every report the child had acknowledged (a line
that is a report's key). After the repetition: equal to the unbroken run but for runs and moments. After a third run, where a step was killed: no row more.
Exit status 0 only if all hold.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from made_texts import made_lines, texts_of
from sayso.record.dump import dump
from sayso.record.failpoints import STEPS, VARIABLE
from sayso.record.ledger import open_ledger
from sayso.record.opening import Database
from sets import ROOT, environment, keep

_KEY = re.compile(r"^(?:.*\"report\": ?\")?([0-9a-f]{32})\b", re.MULTILINE)
# A run is repeated until it ends by itself; more often than this means that it never does.
MAX_SECONDS = 900
# Rows that a further run may add.
OF_A_RUN = {"runs"}


@dataclass(frozen=True, slots=True)
class Unbroken:
    """What an undisturbed run leaves: its dump, its rows per table, and how long it took in seconds."""

    dump: str
    rows: dict[str, int]
    seconds: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one kill went; `faults` is empty where all held."""

    where: str
    killed: bool
    acknowledged: int
    reports_left: int
    faults: tuple[str, ...]


def unbroken_run(command: Sequence[str], ledger: Path) -> Unbroken:
    """Run the command to its end on a new ledger, and once more; the second run may add no row outside `runs`."""
    began = time.monotonic()
    _run_whole(command, ledger)
    seconds = time.monotonic() - began
    first = Unbroken(dump_of(ledger), rows_of(ledger), seconds)
    _run_whole(command, ledger)
    if first.rows != rows_of(ledger) or first.dump != dump_of(ledger):
        raise SystemExit(f"the second run changed the ledger: {first.rows} became {rows_of(ledger)}")
    return first


def killed_run(command: Sequence[str], ledger: Path, *, after: float | None = None, step: str | None = None) -> Outcome:
    """Run the command on a new ledger, kill it after so many seconds or at the step, and look at what is left."""
    environment = os.environ | ({VARIABLE: step} if step else {})
    child = subprocess.Popen(
        _placed(command, ledger), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
    )
    try:
        out, _ = child.communicate(timeout=after if after is not None else MAX_SECONDS)
    except subprocess.TimeoutExpired:
        child.send_signal(signal.SIGKILL)
        out, _ = child.communicate()
    acknowledged = _KEY.findall(out or "")
    faults = _unsound(ledger)
    keys = _report_keys(ledger)
    faults += [f"acknowledged report {key} is missing" for key in acknowledged if key not in keys]
    where = step or f"{after:.2f} s"
    return Outcome(where, child.returncode == -signal.SIGKILL, len(acknowledged), len(keys), tuple(faults))


def repeated(command: Sequence[str], ledger: Path, whole: Unbroken, *, times: int) -> list[str]:
    """Repeat the command after a kill, once or twice, and give what differs from the unbroken run."""
    faults = []
    _run_whole(command, ledger)
    faults += _unsound(ledger)
    if dump_of(ledger) != whole.dump:
        faults.append(f"differs from the unbroken run: {_difference(rows_of(ledger), whole.rows) or 'same counts, other rows'}")
    before = rows_of(ledger)
    if times > 1:
        _run_whole(command, ledger)
    more = _difference(rows_of(ledger), before)
    return faults + ([f"a further run added rows: {more}"] if more else [])


def dump_of(ledger: Path) -> str:
    """Give the ledger as comparable lines."""
    database = Database(ledger)
    with contextlib.closing(database):
        return dump(database)


def rows_of(ledger: Path) -> dict[str, int]:
    """Give the rows per table, `runs` left out."""
    with open_ledger(ledger) as opened:
        return {name: count for name, count in opened.view().health().rows.items() if name not in OF_A_RUN}


def trials(command: Sequence[str], folder: Path, *, kills: int, seed: int, texts: int) -> list[Outcome]:
    """Do all kills and repetitions, each on a ledger of its own in the folder; print each as it comes."""
    chance = random.Random(seed)
    whole = unbroken_run(command, folder / "unbroken.db")
    print(f"unbroken: {whole.seconds:.1f} s, second run equal, rows {whole.rows}", flush=True)
    steps = [step if step == "during-migration" else f"{step}:{chance.randint(1, max(texts // 2, 1))}" for step in STEPS]
    steps = ["during-checkpoint" if step.startswith("during-checkpoint") else step for step in steps]
    plan = [(chance.uniform(0.05, 1.0) * whole.seconds, None) for _ in range(kills)] + [(None, step) for step in steps]
    outcomes = []
    for number, (after, step) in enumerate(plan):
        ledger = folder / f"killed-{number}.db"
        first = killed_run(command, ledger, after=after, step=step)
        faults = first.faults + tuple(repeated(command, ledger, whole, times=2 if step else 1))
        outcomes.append(Outcome(first.where, first.killed, first.acknowledged, first.reports_left, faults))
        print(_line(outcomes[-1]), flush=True)
    return outcomes


def _line(it: Outcome) -> str:
    ended = "killed" if it.killed else "ended by itself"
    held = f"integrity ok, {it.acknowledged} acknowledged, {it.reports_left} reports there, repeated: equal"
    return f"{it.where:>22}  {ended:<15}  {'; '.join(it.faults) or held}"


def _run_whole(command: Sequence[str], ledger: Path) -> None:
    clean = {name: value for name, value in os.environ.items() if name != VARIABLE}
    done = subprocess.run(_placed(command, ledger), capture_output=True, text=True, env=clean, timeout=MAX_SECONDS, check=False)
    if done.returncode not in (0, 1):  # 1: some reports failed, as they may
        raise SystemExit(f"{' '.join(command)}: exit status {done.returncode}\n{done.stderr[-2000:]}")


def _placed(command: Sequence[str], ledger: Path) -> list[str]:
    return [part.replace("{ledger}", str(ledger)) for part in command]


def _unsound(ledger: Path) -> list[str]:
    if not ledger.exists():
        return []
    with open_ledger(ledger) as opened:
        return [f"integrity_check: {complaint}" for complaint in opened.view().health().complaints]


def _report_keys(ledger: Path) -> set[str]:
    if not ledger.exists():
        return set()
    with open_ledger(ledger) as opened:
        return {report.key for report in opened.reports()}


def _difference(rows: dict[str, int], expected: dict[str, int]) -> dict[str, int]:
    return {name: rows[name] - count for name, count in expected.items() if rows[name] != count}


def reading_command(folder: Path, texts: int, *, seed: int) -> list[str]:
    """Make the texts and give the command that reads them after the examples."""
    os.environ.update(environment() | {"SAYSO_LEXICONS": str(ROOT / "examples" / "lexicons")})
    made = folder / "made.jsonl"
    made.write_bytes(made_lines(texts_of(ROOT / "examples" / "reports"), texts, seed=seed))
    reports = str(ROOT / "examples" / "reports")
    return [sys.executable, "-m", "sayso", "read", reports, str(made), "--ledger", "{ledger}", "--format", "jsonl"]


def add_made_readings(ledger: Path, texts: int) -> None:
    """Be the child: add made-up readings, every ninth a copy of an earlier one and every eleventh a new text at its place."""
    from made_readings import reading

    with open_ledger(ledger) as opened:
        run = opened.start_run(f"kill.py {texts}")
        for number in range(texts):
            if number % 9 == 8:
                made = reading(number - 4, place=f"https://mirror.example/{number}")
            elif number % 11 == 10:
                made = reading(number, place=f"https://example.org/{number - 5}")
            else:
                made = reading(number)
            print(opened.add(made, run=run).report_key, flush=True)
            if number % 50 == 0:
                opened.skipped(run, f"broken-{number}.html", "unreadable", "made to fail")
        opened.finish_run(run)


def main() -> int:
    """Read the command line and do what it says."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--texts", type=int, default=500, help="how many made-up readings")
    parser.add_argument("--kills", type=int, default=20, help="how many random moments")
    parser.add_argument("--seed", type=int, default=1, help="of the random moments")
    parser.add_argument("--keep", type=Path, help="folder to keep the ledgers in")
    parser.add_argument("--read", action="store_true", help="kill sayso read over the examples and texts made from them")
    parser.add_argument("--add", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("command", nargs="*", help="what to run and kill, with {ledger} for the ledger")
    asked = parser.parse_args()
    if asked.add:
        add_made_readings(asked.add, asked.texts)
        return 0
    own = [sys.executable, str(Path(__file__).resolve()), "--texts", str(asked.texts), "--add", "{ledger}"]
    with tempfile.TemporaryDirectory() as scratch:
        folder = asked.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        command = reading_command(folder, asked.texts, seed=asked.seed) if asked.read else asked.command or own
        outcomes = trials(command, folder, kills=asked.kills, seed=asked.seed, texts=asked.texts)
    held = sum(not it.faults for it in outcomes)
    said = f"kill: {held} of {len(outcomes)} trials hold; {sum(it.killed for it in outcomes)} were killed before their end"
    print(said)
    if asked.read:
        figures = {"said": said, "held": held, "trials": [asdict(it) for it in outcomes]}
        keep("kill", figures, data=f"examples/reports and {asked.texts} texts made from them, seed {asked.seed}")
    return 0 if held == len(outcomes) else 1


if __name__ == "__main__":
    sys.exit(main())
