"""What a ledger costs as it grows: adding one report and linking it at 1,000 and at many reports, memory, the file's size, and what questions take.

usage: python benchmarks/growth.py --ledger FILE [--kept FILE] [--sizes 1000 100000] [--minutes M] [--copied TIMES]

The reports are made by varying readings of examples/reports and ECB+ train (varied_readings.py), 100 to 420 words long. They go in and are linked
fifty at a time; at each size thirty more, of the same stories, go in one by one, each linked. A run that is cut off, or ends by --minutes, goes on
where it was when it is called again; what was measured stands beside the ledger, in FILE.measured.json. --kept keeps the readings for the next time.
--copied: after the last size the ledger is made so many times as large by copying its rows (copied_rows.py), and measured again.
"""

from __future__ import annotations

import json
import pickle
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from copied_rows import grow
from sayso.ask.brief import make_brief
from sayso.ask.changes import changes_between
from sayso.findings.reading import Reading
from sayso.flow import parse_lines, read_file, read_text
from sayso.record.ledger import Ledger, open_ledger
from sets import ROOT, Row, digest_of, environment, keep, options_of, rows_of
from varied_readings import FIRST_DAY, Models, Planned, planned

STRETCH, HELD_BACK, MEASURED, BATCH = 1000, 80, 30, 50
WARM = 4  # reports added before it is measured: what is read once has been read
WORDS = range(100, 421)
WEEK = FIRST_DAY + timedelta(days=400)
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
    """A ledger as it is filled: how far it is, and what was measured."""

    def __init__(self, ledger: Path, models: Models) -> None:
        self._path, self._models = ledger, models
        self._state = ledger.with_name(ledger.name + ".measured.json")
        fresh: Row = {"filled": 0, "story": 0, "cpu": 0.0, "wall": 0.0, "sizes": {}}
        self.state: Row = json.loads(self._state.read_text()) if self._state.is_file() else fresh
        self._held_back: list[Planned] = []
        story = 0
        for _ in range(self.state["filled"] // STRETCH):
            story = self._next(story)[1]

    def fill(self, ledger: Ledger, size: int, until: float | None) -> bool:
        """Bring the ledger to a size, stretch by stretch; gives whether there was time for it."""
        while self.state["filled"] < size:
            if until is not None and time.monotonic() > until:
                return False
            reports, story = self._next(self.state["story"])
            for at in range(0, len(reports), BATCH):
                made = [self._models.make(one) for one in reports[at : at + BATCH]]
                cpu, wall = timed(lambda made=made: _put(ledger, made))  # type: ignore[misc]  # bound at once
                self.state["cpu"] += cpu
                self.state["wall"] += wall
            self.state |= {"filled": self.state["filled"] + STRETCH, "story": story}
            self._keep()
        return True

    def measure(self, ledger: Ledger, *, times: int = 1) -> None:
        """Add reports one by one, each linked; then ask, in another process. `times`: how often the rows of each report are there."""
        step = max(1, len(self._held_back) // (MEASURED + WARM))
        number = len(self.state["sizes"])
        made = [self._models.make(one) for one in self._held_back[number % step :: step][: MEASURED + WARM]]
        _put(ledger, made[:WARM])
        some = made[WARM:]
        spent = [timed(lambda one=one: _put(ledger, [one])) for one in some]  # type: ignore[misc]  # bound at once
        cpu, wall = zip(*spent, strict=True)
        self.state["sizes"][str(self.state["filled"] * times)] = {
            "add and link, CPU ms": _spread(cpu), "add and link, wall ms": _spread(wall), "measured on": len(some), "peak MB of who adds": _peak(),
            "file MB": round(self._path.stat().st_size / 1e6, 1), "questions": self._asked(),
            "CPU ms a report, fifty at a time": round(1000 * self.state["cpu"] / self.state["filled"], 1), "rows copied": times > 1,
        }  # fmt: skip
        self._keep()

    def _next(self, story: int) -> tuple[list[Planned], int]:
        made, after = planned(self._models, story, STRETCH + HELD_BACK)
        self._held_back += made[STRETCH : STRETCH + HELD_BACK]
        return made[:STRETCH], after

    def _asked(self) -> Row:
        done = subprocess.run(
            [sys.executable, __file__, "--ask", str(self._path)], capture_output=True, env=environment(), check=True
        )
        found: Row = json.loads(done.stdout)
        return found

    def _keep(self) -> None:
        self._state.write_text(json.dumps(self.state, indent=1))


def timed(act: Callable[[], Any]) -> tuple[float, float]:
    """Do something and give the CPU and wall seconds it took."""
    before, began = _cpu(), time.monotonic()
    act()
    return _cpu() - before, time.monotonic() - began


def ask(path: Path) -> Row:
    """Ask what people ask of one week; CPU and wall seconds of each, and the peak of memory."""
    last = WEEK + timedelta(days=6)
    with open_ledger(path, create=False) as ledger:
        view = ledger.view()
        asked: dict[str, Callable[[], Any]] = {
            "claims, of one state and week": lambda: list(view.claims(about="USA", since=WEEK, until=last, limit=50)),
            "diff of a week": lambda: changes_between(view, WEEK, last),
            "brief of a week": lambda: make_brief(view, since=WEEK, until=last),
        }
        found = {name: [round(spent, 2) for spent in timed(act)] for name, act in asked.items()}
    return {"CPU and wall seconds": found, "peak MB": _peak()}


def main() -> None:
    """Fill, measure, print and keep."""
    options = options_of(__doc__)
    options.add_argument("--ledger", type=Path)
    options.add_argument("--kept", type=Path, help="file in which the readings are kept for the next time")
    options.add_argument("--sizes", type=int, nargs="+", default=[1000, 100_000])
    options.add_argument("--minutes", type=float, help="after how long to end, and measure what there is")
    options.add_argument("--copied", type=int, help="how many times as large to make it by copying rows")
    options.add_argument("--ask", type=Path, help="only ask this ledger")
    chosen = options.parse_args()
    if chosen.ask:
        print(json.dumps(ask(chosen.ask)))
        return
    until = time.monotonic() + 60 * chosen.minutes if chosen.minutes else None
    filling = Filling(chosen.ledger, models_of(chosen.data, chosen.kept))
    with open_ledger(chosen.ledger) as ledger:
        for size in sorted(chosen.sizes):
            whole = filling.fill(ledger, size, until)
            if str(filling.state["filled"]) not in filling.state["sizes"]:
                filling.measure(ledger)
            if not whole:
                break
    if chosen.copied:
        grow(chosen.ledger, chosen.copied)
        with open_ledger(chosen.ledger) as ledger:
            filling.measure(ledger, times=chosen.copied)
    figures = summed(filling.state["sizes"])
    print(json.dumps(figures, indent=1))
    digest = digest_of(chosen.data / "ecbplus" / "train.jsonl.gz")
    sizes = ["--sizes", *map(str, sorted(chosen.sizes)), *(["--copied", str(chosen.copied)] if chosen.copied else [])]
    keep(
        "growth",
        figures,
        data=f"readings of examples/reports and of ECB+ train {digest}, varied",
        arguments=["--ledger", "growth.db", *sizes],
    )


def summed(sizes: Row) -> Row:
    """Give what was measured, and how many times as long the last size took as the first."""
    first, last = sizes[min(sizes, key=int)], sizes[max(sizes, key=int)]
    ratios = {
        what: round(last[f"add and link, {what} ms"]["median"] / first[f"add and link, {what} ms"]["median"], 2)
        for what in ("CPU", "wall")
    }
    return {
        "sizes": sizes,
        "ratio of medians, last to first": ratios,
        "from": int(min(sizes, key=int)),
        "to": int(max(sizes, key=int)),
    }


def _put(ledger: Ledger, readings: Sequence[Reading]) -> None:
    for reading in readings:
        ledger.add(reading)
    ledger.link()


def _spread(seconds: Sequence[float]) -> Row:
    ordered = sorted(1000 * each for each in seconds)
    return {
        "median": round(statistics.median(ordered), 1),
        "of ten, the ninth": round(ordered[len(ordered) * 9 // 10], 1),
        "most": round(ordered[-1], 1),
    }


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
