"""What a ledger costs as it grows: adding one report and linking it at 1,000 and at 100,000 reports, memory, the file's size, and what questions take.

usage: python benchmarks/growth.py --ledger FILE [--kept FILE] [--read 1000] [--sizes 1000 10000 100000]

The reports are made by varying readings of examples/reports and ECB+ train (varied_readings.py), 100 to 420 words long. The first --read of them are
added and linked, fifty at a time; beyond that the ledger is made larger by copying its rows (copied_rows.py says how near to reading that is). At
each size the same thirty further reports of the same stories go in one by one, each linked, into a copy of the file, by a process that does
nothing else; then it is asked. All sizes are made before the first is measured, and stay beside the ledger as FILE.SIZE; a run that is cut off goes
on where it was (FILE.filled.json). --kept keeps the readings for the next time.
"""

from __future__ import annotations

import json
import pickle
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import func, or_, select

from copied_rows import base_of, grow
from sayso.ask.brief import make_brief
from sayso.ask.changes import changes_between
from sayso.ask.watching import Question, hits_of
from sayso.findings.reading import Reading
from sayso.flow import parse_lines, read_file, read_text
from sayso.record.ledger import Ledger, open_ledger
from sayso.record.link_tables import bonds
from sets import ROOT, Row, digest_of, environment, keep, options_of, rows_of
from varied_readings import FIRST_DAY, Models, Planned, planned

STRETCH, HELD_BACK, MEASURED, BATCH = 1000, 80, 30, 50
WARM = 4  # reports added before it is measured: what is read once has been read
WORDS = range(100, 421)
WEEK = FIRST_DAY + timedelta(weeks=79)
LISTED = 50
_GROUP = "examples"


def groups_of(data: Path) -> list[list[Reading]]:
    """Read the models: examples/reports, and ECB+ train by its stories."""
    found: dict[str, list[Reading]] = {_GROUP: []}
    for path in sorted((ROOT / "examples" / "reports").iterdir()):
        if path.suffix == ".jsonl":
            found[_GROUP] += [each for each in parse_lines(path.open("rb"), tokens=True) if isinstance(each, Reading)]
        else:
            found[_GROUP].append(read_file(path))
    for row in rows_of(data / "ecbplus" / "train.jsonl.gz"):
        if len(row["text"].split()) in WORDS:
            found.setdefault(f"{row['topic']} {row['story']}", []).append(read_text(row["text"], given={"id": row["id"]}))
    kept = {name: [one for one in some if len(one.report.text.split()) in WORDS] for name, some in found.items()}
    return [sorted(some, key=lambda one: one.id) for _, some in sorted(kept.items()) if some]


def models_of(data: Path, kept: Path | None) -> Models:
    """Give the models, from a file where they were kept."""
    if kept and kept.is_file():
        return Models(pickle.loads(kept.read_bytes()))
    groups = groups_of(data)
    if kept:
        kept.write_bytes(pickle.dumps(groups))
    return Models(groups)


class Filling:
    """A ledger as it is filled: how far it is."""

    def __init__(self, ledger: Path, models: Models) -> None:
        self._path, self._models = ledger, models
        self._state = ledger.with_name(ledger.name + ".filled.json")
        fresh: Row = {"filled": 0, "story": 0, "cpu": 0.0, "base": None, "copies": 0}
        self.state: Row = json.loads(self._state.read_text()) if self._state.is_file() else fresh
        self._held_back: list[Planned] = []
        story = 0
        for _ in range(self.state["filled"] // STRETCH):
            story = self._next(story)[1]

    def fill(self, size: int) -> None:
        """Read and link reports up to a size, stretch by stretch."""
        while self.state["filled"] < size:
            reports, story = self._next(self.state["story"])
            with open_ledger(self._path) as ledger:
                for at in range(0, len(reports), BATCH):
                    made = [self._models.make(one) for one in reports[at : at + BATCH]]
                    self.state["cpu"] += timed(lambda made=made: _put(ledger, made))[0]  # type: ignore[misc]  # bound at once
            self.state |= {"filled": self.state["filled"] + STRETCH, "story": story}
            self._keep()

    def copy(self, size: int) -> None:
        """Copy rows until the ledger is so large."""
        if self.state["base"] is None:
            open_ledger(self._path).close()  # with all tables and indexes it has by now
            self.state["base"] = base_of(self._path)
        wanted = range(self.state["copies"] + 1, size // self.state["filled"])
        for number in grow(self._path, self.state["base"], wanted) if wanted else ():
            self.state["copies"] = number
            self._keep()

    def ledger_of(self, size: int, read: int) -> Path:
        """Give the ledger of a size, made from the one before it unless it is there."""
        path = self._path.with_suffix(f".{size}")
        if not path.is_file():
            self.fill(min(size, read))
            self.copy(size)
            whole = path.with_suffix(".part")
            shutil.copyfile(self._path, whole)
            whole.rename(path)
        return path

    def measure(self, path: Path) -> Row:
        """Add the reports held back to a copy of the file, one by one, then ask: each in another process."""
        tried, new = self._path.with_suffix(".tried"), self._path.with_suffix(".new")
        step = max(1, len(self._held_back) // (MEASURED + WARM))
        new.write_bytes(pickle.dumps([self._models.make(one) for one in self._held_back[::step][: MEASURED + WARM]]))
        shutil.copyfile(path, tried)
        found: Row = {"file MB": round(path.stat().st_size / 1e6, 1)}
        found |= _child("--add", tried, "--new", new) | {"questions": _child("--ask", tried)}
        for each in tried.parent.glob(f"{tried.name}*"):
            each.unlink()
        return found

    def _next(self, story: int) -> tuple[list[Planned], int]:
        made, after = planned(self._models, story, STRETCH + HELD_BACK)
        self._held_back += made[STRETCH : STRETCH + HELD_BACK]
        return made[:STRETCH], after

    def _keep(self) -> None:
        self._state.write_text(json.dumps(self.state, indent=1))


def _child(*arguments: object) -> Row:
    done = subprocess.run([sys.executable, __file__, *map(str, arguments)], capture_output=True, env=environment(), check=True)
    found: Row = json.loads(done.stdout)
    return found


def timed(act: Callable[[], Any]) -> tuple[float, float]:
    """Do something and give the CPU and wall seconds it took."""
    before, began = _cpu(), time.monotonic()
    act()
    return _cpu() - before, time.monotonic() - began


def add(path: Path, new: Path) -> Row:
    """Add reports one by one, each linked."""
    readings: list[Reading] = pickle.loads(new.read_bytes())
    with open_ledger(path) as ledger:
        _put(ledger, readings[:WARM])
        cpu, wall = zip(*(timed(lambda one=one: _put(ledger, [one])) for one in readings[WARM:]), strict=True)  # type: ignore[misc]  # bound at once
        related = [_related(ledger, one.report.key) for one in readings[WARM:]]
    return {
        "add and link, CPU ms": _spread([1000 * each for each in cpu]), "add and link, wall ms": _spread([1000 * each for each in wall]),
        "related reports": _spread(related), "measured on": len(cpu), "peak MB of who adds": _peak(),
    }  # fmt: skip


def _related(ledger: Ledger, key: str) -> int:
    wanted = select(func.count()).select_from(bonds).where(bonds.c.kind == "story", or_(bonds.c.one == key, bonds.c.other == key))
    with ledger.view()._database.read() as connection:
        return connection.scalar(wanted) or 0


def ask(path: Path) -> Row:
    """Ask what people ask; CPU and wall seconds of each, and the peak of memory."""
    last = WEEK + timedelta(days=6)
    with open_ledger(path, create=False) as ledger:
        view = ledger.view()
        asked: dict[str, Callable[[], Any]] = {
            "claims, of one state and week": lambda: list(view.claims(about="USA", since=WEEK, until=last, limit=LISTED)),
            "claims, the first fifty": lambda: list(view.claims(limit=LISTED)),
            "stories, the first fifty": lambda: list(view.stories(limit=LISTED)),
            "statements of a week, the first fifty": lambda: list(view.statements(since=WEEK, until=last, limit=LISTED)),
            "search for a common word": lambda: (view.search("government", limit=20), view.search_linked("government", limit=20)),
            "watch, words of a claim and of a figure": lambda: [hits_of(view, one) for one in QUESTIONS],
            "diff of a week": lambda: changes_between(view, WEEK, last),
            "brief of a week": lambda: make_brief(view, since=WEEK, until=last),
        }
        found = {name: [round(spent, 2) for spent in timed(act)] for name, act in asked.items()}
        reports = len(view.reports(since=WEEK, until=last))
    return {"CPU and wall seconds": found, "reports of the week": reports, "peak MB": _peak()}


QUESTIONS = (Question("a claim", claim="hospital evacuated"), Question("a figure", figure="prisoners", over=10_000))


def main() -> None:
    """Fill, copy, measure, print and keep."""
    options = options_of(__doc__)
    options.add_argument("--ledger", type=Path)
    options.add_argument("--kept", type=Path, help="file in which the readings are kept for the next time")
    options.add_argument("--read", type=int, default=STRETCH, help="how many reports to read and link, before rows are copied")
    options.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000, 100_000])
    options.add_argument("--ask", type=Path, help="only ask this ledger")
    options.add_argument("--add", type=Path, help="only add the reports of --new to this ledger")
    options.add_argument("--new", type=Path)
    chosen = options.parse_args()
    if chosen.ask or chosen.add:
        print(json.dumps(ask(chosen.ask) if chosen.ask else add(chosen.add, chosen.new)))
        return
    filling = Filling(chosen.ledger, models_of(chosen.data, chosen.kept))
    ledgers = {size: filling.ledger_of(size, chosen.read) for size in sorted(chosen.sizes)}
    sizes: Row = {}
    for size, path in ledgers.items():
        sizes[str(size)] = filling.measure(path)
        figures = summed(sizes, filling.state)
        digest = digest_of(chosen.data / "ecbplus" / "train.jsonl.gz")
        keep(
            "growth",
            figures,
            data=f"readings of examples/reports and of ECB+ train {digest}, varied; beyond {chosen.read:,} reports, rows of these copied",
            arguments=["--ledger", "growth.db", "--read", str(chosen.read), "--sizes", *map(str, ledgers)],
        )
    print(json.dumps(figures, indent=1))


def summed(sizes: Row, state: Row) -> Row:
    """Give what was measured, and how many times as long the last size took as the first."""
    first, last = sizes[min(sizes, key=int)], sizes[max(sizes, key=int)]
    ratios = {
        name: round(last["add and link, CPU ms"][name] / first["add and link, CPU ms"][name], 2)
        for name in ("median", "mean", "of ten, the ninth")
    }
    return {
        "sizes": sizes, "CPU of adding, last size to first": ratios, "from": int(min(sizes, key=int)), "to": int(max(sizes, key=int)),
        "reports read": state["filled"], "CPU ms a report read and linked, fifty at a time": round(1000 * state["cpu"] / state["filled"], 1),
    }  # fmt: skip


def _put(ledger: Ledger, readings: Sequence[Reading]) -> None:
    for reading in readings:
        ledger.add(reading)
    ledger.link()


def _spread(values: Sequence[float]) -> Row:
    ordered = sorted(values)
    return {
        "median": round(statistics.median(ordered), 1), "mean": round(statistics.mean(ordered), 1),
        "of ten, the ninth": round(ordered[len(ordered) * 9 // 10], 1), "most": round(ordered[-1], 1),
    }  # fmt: skip


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _peak() -> int:
    """Give the most memory this program had: what getrusage gives counts that of the program it was started from."""
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) // 1024


if __name__ == "__main__":
    main()
