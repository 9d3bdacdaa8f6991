"""What bad input gets: every case of hostile_inputs.py through the real commands, with its time and its memory.

usage: python benchmarks/hostile.py [--only WORDS] [--keep-result]
Held against each: the exit code, the words the answer must hold, no traceback, everything else read, under 1.2 GB for the tree of
processes (resident sizes, read from /proc every 50 ms; shared pages count in each), and less than `SECONDS` of processor time.
Prints a table; exit status 0 only if all hold. `--keep-result` writes results/hostile.json.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from hostile_inputs import GOOD, Case, cases, line
from sets import environment, keep

SECONDS = 60
MEGABYTES = 1_200
SAYSO = (sys.executable, "-m", "sayso")
_POLL_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one case went; `faults` is empty where all held. Seconds of processor time and of the clock, memory in MB."""

    name: str
    how: str
    exit: int
    processor: float
    clock: float
    peak: int
    faults: tuple[str, ...]
    said: str


def tried(case: Case, folder: Path) -> Outcome:
    """Make the input, run the command and look at what came."""
    words, sent = _laid_out(case, folder)
    before, began = _processor(), time.monotonic()
    with sent.open("rb") as stdin:
        child = subprocess.Popen(
            [*_without_rights(case), *words], stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder,
            env=environment() | {"SAYSO": f"{sys.executable} -m sayso", "LINES": str(sent)},
        )  # fmt: skip
        peak = [0.0]
        watch = threading.Thread(target=_watch, args=(child, peak), daemon=True)
        watch.start()
        out, err = child.communicate(timeout=600)
    clock = time.monotonic() - began
    watch.join()
    processor = _processor() - before
    faults = [*_faults(case, child.returncode, out, err), *_limits(processor, peak[0])]
    shown = _shown(out, err).replace(str(folder), "…")
    return Outcome(
        case.name, case.how, child.returncode, round(processor, 1), round(clock, 1), round(peak[0]), tuple(faults), shown
    )


def _shown(out: bytes, err: bytes) -> str:
    """Give what a person or program is told of the bad input: the reason in its row or line, else standard error."""
    rows = [json.loads(row) for row in out.splitlines() if row.startswith(b"{")]
    reasons = [row.get("reason") or row.get("error", {}).get("message") for row in rows]
    return "; ".join(reason[:300] for reason in reasons if reason) or err.decode("utf8", "replace").strip()[:300]


def _laid_out(case: Case, folder: Path) -> tuple[list[str], Path]:
    """Put the files in the folder; gives the words of the command and the file for standard input."""
    content = case.content() if callable(case.content) else case.content
    sent = folder / "stdin"
    if case.how == "parse":
        sent.write_bytes(line(GOOD.decode()) + (content or b"") + line(GOOD.decode()))
        return [*SAYSO, "parse"], sent
    sent.write_bytes(line(GOOD.decode()) * 3 if case.how == "shell" else b"")
    (folder / "in").mkdir()
    (folder / "in" / "good.txt").write_bytes(GOOD)
    if content is not None:
        (folder / "in" / case.file).write_bytes(content)
    if case.make:
        case.make(folder)
    if case.how == "shell":
        return ["sh", "-c", *case.words], sent
    given = case.words or ("--ledger", str(folder / "x.db"))
    return [
        *SAYSO,
        "read",
        str(folder / "in"),
        *(word.replace("{folder}", str(folder)) for word in given),
        "--format",
        "jsonl",
    ], sent


def _without_rights(case: Case) -> list[str]:
    """Give up the superuser's power to read everything, where a case is about rights."""
    if os.geteuid() == 0 and ("rights" in case.name or "may not" in case.name):
        return ["setpriv", "--bounding-set=-all", "--inh-caps=-all", "--"]
    return []


def _faults(case: Case, code: int, out: bytes, err: bytes) -> list[str]:
    faults = [] if code == case.exit else [f"exit {code}, not {case.exit}"]
    faults += [f"does not say {words!r}" for words in case.says if words.encode() not in out + err]
    faults += ["traceback"] if b"Traceback" in out + err else []
    rows = out.splitlines()
    if case.how == "parse":
        well = [row for row in (rows[:1], rows[-1:]) if row and b'"error"' not in row[0][:200]]
        faults += [] if len(rows) == 3 and len(well) == 2 else [f"{len(rows)} lines came, {len(well)} of 2 good ones"]
    elif case.how == "read" and case.exit in (0, 1) and not any(b"good.txt" in row and b'"new"' in row for row in rows):
        faults.append("the good report was not read")
    return faults


def _limits(processor: float, peak: float) -> list[str]:
    slow = [f"more than {SECONDS} s"] if processor > SECONDS else []
    return slow + ([f"more than {MEGABYTES} MB"] if peak > MEGABYTES else [])


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _watch(child: subprocess.Popen[bytes], peak: list[float]) -> None:
    while child.poll() is None:
        peak[0] = max(peak[0], sum(map(_resident, _tree(child.pid))) / 1e6)
        time.sleep(_POLL_SECONDS)


def _tree(pid: int) -> list[int]:
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


def in_folder(do: Callable[[Path], Outcome]) -> Outcome:
    """Give a case a folder of its own and take it away afterwards, rights or none."""
    folder = Path(tempfile.mkdtemp(prefix="hostile-"))
    try:
        return do(folder)
    finally:
        for locked in (folder, *folder.glob("in/locked")):
            locked.chmod(0o700)
        shutil.rmtree(folder)


def main() -> int:
    """Try all cases, or those whose names hold some words."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--only", default="", help="words in the names of the cases to try")
    parser.add_argument("--keep-result", action="store_true")
    asked = parser.parse_args()
    outcomes = []
    for case in cases():
        if asked.only in case.name:
            it = in_folder(lambda folder, case=case: tried(case, folder))
            outcomes.append(it)
            held = "; ".join(it.faults) or "holds"
            print(f"{it.name:40} {it.how:5} exit {it.exit}  {it.processor:6.1f} s  {it.peak:5} MB  {held}", flush=True)
    failed = [it for it in outcomes if it.faults]
    print(f"hostile: {len(outcomes) - len(failed)} of {len(outcomes)} hold")
    if asked.keep_result:
        keep("hostile", {"cases": [asdict(it) for it in outcomes]}, data="hostile_inputs.py, made by the program")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
