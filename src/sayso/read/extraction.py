"""HTML bytes → what the page holds, by a process of its own that may be killed without harm to the run.

Never in threads: the extraction library breaks there (adbar/trafilatura#925) and has no time limit (#704). One process is kept
and used
again, so that its start (about half a second) is paid once; it is replaced after so many pages, after a crash and after a
time-out.
"""

from __future__ import annotations

import atexit
import json
import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, cast

from .formats.page import Page
from .payload import refuse
from .worker import read_frame, write_frame

# Pages after which the process is replaced: lxml and the library's caches grow slowly.
PAGES_PER_PROCESS = 500
_START_SECONDS = 15.0
_WORKER = "sayso.read.worker"


class Extractor:
    """One extraction process and its replacements. Not for use by several threads at once: a lock makes them wait."""

    def __init__(self, *, pages_per_process: int = PAGES_PER_PROCESS) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = os.getpid()
        self._served = 0
        self._pages_per_process = pages_per_process
        self._lock = threading.Lock()

    def extract(self, body: bytes, *, url: str | None, where: str, seconds: float) -> Page:
        """Read one page; raises UnreadableReport where the page breaks, stalls or empties the process."""
        with self._lock:
            reply, cause = self._ask(body, url=url, seconds=seconds)
        if reply is None:
            raise refuse(
                where, expected="a page that can be read", found=cause, remedy="save the page as plain text and read that"
            )
        value = json.loads(reply)
        if "page" not in value:
            remedy = "save the page again, or its text"
            raise refuse(where, expected="a page that can be read", found=value["error"], remedy=remedy)
        return Page.from_json(value["page"])

    def close(self) -> None:
        """End the process, if there is one; a later page starts another."""
        process, self._process = self._process, None
        if process is not None and self._owner == os.getpid():
            with suppress(OSError):
                cast(BinaryIO, process.stdin).close()
            with suppress(OSError, subprocess.TimeoutExpired):
                process.wait(1.0)
            process.kill()
            process.wait()
            cast(BinaryIO, process.stdout).close()

    def _ask(self, body: bytes, *, url: str | None, seconds: float) -> tuple[bytes | None, str]:
        process = self._running()
        started_now, self._served = self._served == 0, self._served + 1
        timed_out = threading.Event()
        timer = threading.Timer(seconds + (_START_SECONDS if started_now else 0.0), self._stop, (process, timed_out))
        timer.daemon = True
        timer.start()
        try:
            write_frame(cast(BinaryIO, process.stdin), json.dumps({"url": url, "seconds": seconds}).encode("utf-8"))
            write_frame(cast(BinaryIO, process.stdin), body)
            reply = read_frame(cast(BinaryIO, process.stdout))
        except OSError:
            reply = None
        finally:
            timer.cancel()
        if reply is None:
            process.kill()
            cause = f"one that takes more than {seconds:g} seconds" if timed_out.is_set() else _ending(process.wait())
            self.close()
            return None, cause
        return reply, ""

    def _running(self) -> subprocess.Popen[bytes]:
        """Give the process, a new one where there is none, it is another program's, it has ended or it has served enough."""
        if self._owner != os.getpid():  # after a fork the pipes belong to the parent
            self._owner, self._process = os.getpid(), None
        if self._process is not None and (self._served >= self._pages_per_process or self._process.poll() is not None):
            self.close()
        if self._process is None:
            self._process, self._served = _start(), 0
        return self._process

    @staticmethod
    def _stop(process: subprocess.Popen[bytes], timed_out: threading.Event) -> None:
        timed_out.set()
        process.kill()


def _start() -> subprocess.Popen[bytes]:
    root = str(Path(__file__).resolve().parents[2])
    paths = [root, os.environ.get("PYTHONPATH", "")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in paths if path)}
    command = [sys.executable, "-P", "-m", _WORKER]  # -P: no json.py of the folder where the user stands
    pipe, silent = subprocess.PIPE, subprocess.DEVNULL
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=silent, env=environment, start_new_session=True)


def _ending(code: int) -> str:
    if code < 0:
        name = signal.Signals(-code).name if -code in set(signal.Signals) else str(-code)
        return f"one that ended the extraction process (signal {name})"
    return f"one that ended the extraction process (exit {code})"


EXTRACTOR = Extractor()
atexit.register(EXTRACTOR.close)
