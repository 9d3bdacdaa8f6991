"""The command line as a process: it starts fast without the heavy libraries, and ends without a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HEAVY = ("onnxruntime", "sqlalchemy", "trafilatura", "tokenizers", "numpy", "pandas")
# Packages of our own that take longer to load than help to write: a command loads what it needs when it runs.
SLOW = ("sayso.understand", "sayso.findings", "sayso.record", "sayso.link", "sayso.show.views", "sayso.show.link_views")
SOURCE = Path(__file__).parents[2] / "src"
ENVIRONMENT = os.environ | {"PYTHONPATH": str(SOURCE), "NO_COLOR": "1"}


def test_help_brings_no_heavy_library_and_none_of_what_reads_or_keeps() -> None:
    code = (
        "import sys\n"
        "from sayso.show.app import main\n"
        "sys.argv = ['sayso', '--help']\n"
        "try: main()\n"
        "except SystemExit as end: assert not end.code\n"
        f"print([name for name in {HEAVY + SLOW!r} if name in sys.modules], file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], env=ENVIRONMENT, capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
    assert "parse" in done.stdout


def test_a_reader_that_leaves_gets_no_traceback(path: Path) -> None:
    command = [sys.executable, "-m", "sayso", "statements", "--format", "jsonl", "--ledger", str(path)]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(command, env=ENVIRONMENT, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, "")


def test_a_full_disk_is_said(path: Path) -> None:
    command = [sys.executable, "-m", "sayso", "brief", "--ledger", str(path)]
    with open("/dev/full", "w", encoding="utf8") as full:
        done = subprocess.run(command, env=ENVIRONMENT, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("sayso: standard output: ")
    assert "Traceback" not in done.stderr
