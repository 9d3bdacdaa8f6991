"""Speed and memory of `sayso parse`: 252 different articles, whole process, start-up included, no cache; then one 5 MB text.

usage: python benchmarks/speed.py [--data DIR] [--jobs N] [--runs N] [--cores N] [--uncut]
    articles   PolNeAR dev and the first 168 of train by id
    --cores    how many of the machine's cores the process may use (default 2)
    --runs     how often; the median counts (default 3)
    --uncut    reads the 5 MB text once more, with the cap on its length lifted (many minutes)
Memory is the largest sum of resident sizes over the tree of processes, read from /proc every 50 ms (Linux only); pages that
processes share are counted in each. CPU seconds are those of all processes of a run, which tell how much was done where others use the machine
too. Python may keep compiled files, as it does where nobody forbids it: the first run may write them. The encoder's share is measured in one
process over the same articles: the time inside the runtime's calls over the time of everything after start-up. Prints and writes
results/speed.json.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import threading
import time
from itertools import pairwise
from pathlib import Path

from sets import Row, as_lines, digest_of, environment, keep, options_of, parse_command, rows_of

FROM_TRAIN = 168
POLL_SECONDS = 0.05
LONG_TEXT_BYTES = 5_000_000


def articles(data: Path) -> list[Row]:
    """Give the 252 articles of the measure."""
    dev, train = (rows_of(data / "polnear" / f"{split}.jsonl.gz") for split in ("dev", "train"))
    return dev + sorted(train, key=lambda row: row["id"])[:FROM_TRAIN]


def timed(lines: bytes, *more: str, limits: dict[str, str] | None = None) -> tuple[float, float, list[Row]]:
    """Run `sayso parse` once; gives seconds, peak memory in MB, and the answers."""
    surroundings = environment() | (limits or {})
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.monotonic()
    child = subprocess.Popen(parse_command(*more), stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=surroundings)
    peak = [0.0]
    watch = threading.Thread(target=_watch, args=(child, peak), daemon=True)
    watch.start()
    out, _ = child.communicate(lines)
    seconds = time.monotonic() - began
    watch.join()
    if child.returncode != 0:
        raise SystemExit(f"sayso parse ended with {child.returncode}")
    return seconds, peak[0], [json.loads(line) for line in out.splitlines()]


def _watch(child: subprocess.Popen[bytes], peak: list[float]) -> None:
    while child.poll() is None:
        peak[0] = max(peak[0], sum(map(_resident, _tree(child.pid))) / 1e6)
        time.sleep(POLL_SECONDS)


def _tree(pid: int) -> list[int]:
    """Give a process and all below it."""
    found = [pid]
    for process in found:
        for tasks in Path(f"/proc/{process}/task").glob("*/children"):
            found += _numbers(tasks)
    return found


def _numbers(path: Path) -> list[int]:
    try:
        return [int(word) for word in path.read_text().split()]
    except OSError:  # the process has ended since
        return []


def _resident(pid: int) -> int:
    sizes = _numbers(Path(f"/proc/{pid}/statm"))
    return sizes[1] * os.sysconf("SC_PAGE_SIZE") if sizes else 0


def _cpu_seconds() -> float:
    """Give what all processes that have ended below this one have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def encoder_share(rows: list[Row]) -> float:
    """Give the share of the time after start-up that one process spends in the encoder."""
    from sayso.flow import parse_line
    from sayso.understand.analysis import encoder

    engine = encoder(None)  # the one `understand` uses: the cache tells the two calls apart
    inside = 0.0
    answers = engine.answers

    def watched(pieces: object) -> object:
        nonlocal inside
        began = time.perf_counter()
        found = answers(pieces)  # type: ignore[arg-type]  # passed on as it came
        inside += time.perf_counter() - began
        return found

    engine.answers = watched  # type: ignore[method-assign, assignment]  # measured from outside, for this run only
    lines = as_lines(rows).splitlines()
    parse_line(lines[0], 1)
    inside, began = 0.0, time.perf_counter()
    for number, line in enumerate(lines, 1):
        parse_line(line, number)
    return inside / (time.perf_counter() - began)


def long_text(rows: list[Row]) -> bytes:
    """Give one line whose text is 5 MB of articles."""
    text = "\n\n".join(row["text"] for row in rows)
    text = (text * (LONG_TEXT_BYTES // len(text.encode()) + 1)).encode()[:LONG_TEXT_BYTES].decode("utf8", "ignore")
    return as_lines([{"id": "long", "text": text}])


def of_long_text(rows: list[Row], limits: dict[str, str]) -> Row:
    """Give seconds and memory for one long text, and how much of it was read."""
    seconds, peak, (reading,) = timed(long_text(rows), limits=limits)
    return {"seconds": round(seconds, 1), "peak MB": round(peak), "characters read": len(reading["report"]["text"])}


def main() -> None:
    """Measure, print and keep."""
    parser = options_of(__doc__)
    parser.add_argument("--jobs", type=int, default=0, help="processes of sayso parse; 0: its own default")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--cores", type=int, default=2)
    parser.add_argument("--uncut", action="store_true")
    options = parser.parse_args()
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: options.cores])
    rows = articles(options.data)
    more = ("--jobs", str(options.jobs)) if options.jobs else ()
    runs, spent = [], [_cpu_seconds()]
    for _ in range(options.runs):
        runs.append(timed(as_lines(rows), *more))
        spent.append(_cpu_seconds())
    seconds = statistics.median(run[0] for run in runs)
    figures = {
        "articles": len(rows),
        "cores": len(os.sched_getaffinity(0)),
        "seconds": [round(run[0], 2) for run in runs],
        "CPU seconds": [round(after - before, 2) for before, after in pairwise(spent)],
        "articles a second": round(len(rows) / seconds, 2),
        "peak MB": round(max(run[1] for run in runs)),
        "encoder's share": round(encoder_share(rows), 3),
        "5 MB text": of_long_text(rows, {}),
    }
    if options.uncut:
        figures["5 MB text, uncut"] = of_long_text(rows, {"SAYSO_MAX_CHARACTERS": str(LONG_TEXT_BYTES)})
    print(json.dumps(figures, indent=1))
    digest = digest_of(*(options.data / "polnear" / f"{split}.jsonl.gz" for split in ("dev", "train")))
    keep("speed", figures, data=f"PolNeAR dev and the first {FROM_TRAIN} of train by id, digest {digest}")


if __name__ == "__main__":
    main()
