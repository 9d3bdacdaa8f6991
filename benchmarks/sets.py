"""What benchmarks share: where the data lies, readings of it by `sayso parse`, results kept with their commit and command.

Rows of the data sets stay where they are; results/NAME.json holds figures only.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import importlib.util
import json
import os
import random
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "benchmarks" / "results"
Row = dict[str, Any]


def options_of(description: str | None, *, scorer: bool = False) -> argparse.ArgumentParser:
    """Give a command line with --data and, where asked, --scorer."""
    parser = argparse.ArgumentParser(description=(description or "").splitlines()[0])
    default = Path(os.environ.get("SAYSO_DATA") or ROOT.parent / "shared" / "data")
    parser.add_argument(
        "--data", type=Path, default=default, help="folder of the data sets; default $SAYSO_DATA or ../shared/data"
    )
    if scorer:
        parser.add_argument("--scorer", type=Path, help="attribution.py; default ../score/attribution.py beside the data")
    return parser


def scorer_of(options: argparse.Namespace) -> ModuleType:
    """Load the scorer of attribution; ends the program where there is none."""
    path = options.scorer or options.data.parent / "score" / "attribution.py"
    spec = importlib.util.spec_from_file_location("attribution_scorer", path)
    if spec is None or spec.loader is None or not path.is_file():
        raise SystemExit(f"{path}: there is no scorer; name one with --scorer")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows_of(path: Path) -> list[Row]:
    """Read a .jsonl.gz file; ends the program where it is absent."""
    if not path.is_file():
        raise SystemExit(f"{path}: there is no such data; name the folder with --data or $SAYSO_DATA")
    with gzip.open(path, "rt", encoding="utf8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def digest_of(*paths: Path) -> str:
    """Give twelve hex digits that stand for the unpacked contents of the files, in order."""
    sha = hashlib.sha256()
    for path in paths:
        with gzip.open(path) as lines:
            sha.update(lines.read())
    return sha.hexdigest()[:12]


def as_lines(rows: Iterable[Row]) -> bytes:
    """Give rows of a data set as input of `sayso parse`: id, text, and the day where there is one."""
    kept = ({"id": row["id"], "text": row["text"], "published": row.get("date")} for row in rows)
    made = ({name: value for name, value in row.items() if value is not None} for row in kept)
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in made).encode()


def parse_command(*more: str) -> list[str]:
    """Give the command that runs this tree's `sayso parse`."""
    return [sys.executable, "-m", "sayso", "parse", *more]


def environment() -> dict[str, str]:
    """Give the environment in which a child finds this tree's package."""
    return os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT / "src"), os.environ.get("PYTHONPATH", "")]))}


def readings_of(rows: Iterable[Row]) -> list[Row]:
    """Read texts by `sayso parse` in a process of its own; ends the program where one of them fails."""
    done = subprocess.run(parse_command(), input=as_lines(rows), stdout=subprocess.PIPE, env=environment(), check=False)
    readings = [json.loads(line) for line in done.stdout.splitlines()]
    failed = [reading for reading in readings if "error" in reading]
    if done.returncode != 0 or failed:
        raise SystemExit(f"sayso parse ended with {done.returncode}: {failed[:3]}")
    return readings


def interval_of(counts: Sequence[Any], share: Callable[[list[Any]], float], *, draws: int = 1000) -> list[float]:
    """Give the 95 % interval of a figure by bootstrap: documents drawn with replacement, seed 0, `share` of each draw."""
    rng = random.Random(0)
    spread = sorted(share([counts[rng.randrange(len(counts))] for _ in counts]) for _ in range(draws))
    return [round(spread[int(0.025 * draws)], 1), round(spread[int(0.975 * draws) - 1], 1)]


def commit() -> str:
    """Name the commit measured, "+changes" where files of the package differ from it."""
    return (_git("rev-parse", "--short=12", "HEAD") or "unknown") + ("+changes" if _git("status", "--porcelain", "src") else "")


def _git(*words: str) -> str:
    return subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()


def keep(name: str, figures: Row, *, data: str, arguments: Sequence[str] | None = None) -> Path:
    """Write results/NAME.json: the figures, and what makes them again. `data` says in words what was measured on."""
    script = Path(sys.argv[0]).resolve()
    place = script.relative_to(ROOT) if script.is_relative_to(ROOT) else Path(script.name)
    command = shlex.join(["python", str(place), *(sys.argv[1:] if arguments is None else arguments)])
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{name}.json"
    whole = {"measured": name, "data": data, "command": command, "commit": commit(), "figures": figures}
    path.write_text(json.dumps(whole, indent=1, ensure_ascii=False) + "\n", encoding="utf8")
    return path
