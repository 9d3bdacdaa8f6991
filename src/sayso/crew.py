"""Items → what a function makes of them, in order, by this process and by others beside it.

Promise: results come in the order of the items, each as soon as it and those before it are done, never waiting for the next
item; only a few items are held at once; a process that dies costs the one item it had; when the caller stops, all end.

One thread reads the items, one thread per process hands it work, and the caller's own thread works while it would only wait:
a few items therefore start no process, and a slow stream none either.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Generic, TypeVar, cast

from .read.worker import read_frame, write_frame

T = TypeVar("T")
R = TypeVar("R")

# Items that this process does alone: another one takes about two seconds to load the model, eight articles' worth.
ALONE = 4
# Items held per process, so that none waits for work; also the bound on memory, see `weigh`.
AHEAD_PER_JOB = 4
# New objects after which Python looks for cycles among them; its own 700 cost a tenth of a reading, which makes many objects and hardly a cycle.
COLLECTED_AFTER = 50_000


@dataclass(frozen=True, slots=True)
class Craft(Generic[T, R]):
    """What is to be done with each item. Functions are named to the processes, so they must stand at the top of a module.

    Attributes:
        work: makes the result of an item. An exception it raises ends the run, in whichever process it was.
        lost: makes the result of an item whose process died; given the item and how the process ended.
        prepare: loads what `work` needs, in a new process, before it gets its first item.
        weigh: how much an item counts towards what may be held; 1 for a small one.
    """

    work: Callable[[T], R]
    lost: Callable[[T, str], R]
    prepare: Callable[[], None]
    weigh: Callable[[T], int]


def in_order(craft: Craft[T, R], items: Iterable[T], *, jobs: int) -> Generator[R]:
    """Give the results of the items in their order; `jobs` counts this process too, 0 means one for each core.

    Close the iterator, or let it end, to end the processes. With one job the items are read as they are asked for.
    """
    jobs = jobs or cores()
    if jobs == 1:
        yield from map(craft.work, items)
        return
    desk = _Desk(craft, jobs)
    threading.Thread(target=desk.fill, args=(items,), daemon=True, name="sayso-items").start()
    try:
        while (task := desk.next_or_own()) is not None:
            if task.is_done:
                yield task.given()
            else:
                desk.finish(task, craft.work(task.item))
    finally:
        desk.stop()


def collect_seldom() -> None:
    """Let Python look for cycles seldom, in a process that does nothing but this work; what is loaded by now it need not look through again."""
    gc.freeze()
    gc.set_threshold(COLLECTED_AFTER, 20, 20)


def cores() -> int:
    """Give how many cores this process may use, which can be fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(slots=True, eq=False)
class _Task(Generic[T, R]):
    item: T
    weight: int
    result: R | None = None
    error: BaseException | None = None
    is_done: bool = False

    def given(self) -> R:
        if self.error is not None:
            raise self.error
        return cast(R, self.result)


class _Desk(Generic[T, R]):
    """What the reader of items, the processes' threads and the caller share; all of it under one lock."""

    def __init__(self, craft: Craft[T, R], jobs: int) -> None:
        self._craft, self._jobs = craft, jobs
        self._changed = threading.Condition()
        self._held: deque[_Task[T, R]] = deque()  # all not yet given to the caller, in order
        self._untaken: deque[_Task[T, R]] = deque()
        self._read = 0
        self._weight = 0
        self._is_ended = self._is_stopped = False
        self._failure: BaseException | None = None
        self._mates: list[_Mate[T, R]] = []

    def fill(self, items: Iterable[T]) -> None:
        """Read the items, ahead of the work but not far; runs in a thread of its own."""
        try:
            for item in items:
                if not self._put(_Task(item, self._craft.weigh(item))):
                    return
        except BaseException as error:
            self._failure = error  # raised where the caller is
        finally:
            with self._changed:
                self._is_ended = True
                self._changed.notify_all()

    def _put(self, task: _Task[T, R]) -> bool:
        with self._changed:
            while self._held and self._weight + task.weight > self._jobs * AHEAD_PER_JOB and not self._is_stopped:
                self._changed.wait()
            if self._is_stopped:
                return False
            self._read, self._weight = self._read + 1, self._weight + task.weight
            self._held.append(task)
            self._untaken.append(task)
            if self._read > ALONE and len(self._untaken) > 1 and not self._mates:
                self._mates = [_Mate(self, self._craft) for _ in range(self._jobs - 1)]
            self._changed.notify_all()
            return True

    def next_or_own(self) -> _Task[T, R] | None:
        """Give the caller the next result where it is done, else a task to do itself, else wait; None at the end."""
        with self._changed:
            while True:
                if self._held and self._held[0].is_done:
                    task = self._held.popleft()
                    self._weight -= task.weight
                    self._changed.notify_all()
                    return task
                if self._untaken:
                    return self._untaken.popleft()
                if self._is_ended and not self._held:
                    if self._failure is not None:
                        raise self._failure
                    return None
                self._changed.wait()

    def take(self) -> _Task[T, R] | None:
        """Give a process a task; waits for one; None when there will be none."""
        with self._changed:
            while not self._untaken and not self._is_ended and not self._is_stopped:
                self._changed.wait()
            return self._untaken.popleft() if self._untaken and not self._is_stopped else None

    def finish(self, task: _Task[T, R], result: R | None, error: BaseException | None = None) -> None:
        """Note that a task is done."""
        with self._changed:
            task.result, task.error, task.is_done = result, error, True
            self._changed.notify_all()

    def stop(self) -> None:
        """End the processes and let the reader of items go; it may still wait for its input, as a daemon."""
        with self._changed:
            self._is_stopped = True
            self._untaken.clear()
            mates = list(self._mates)
            self._changed.notify_all()
        for mate in mates:
            mate.end()


class _Mate(Generic[T, R]):
    """One more process and the thread that hands it tasks."""

    def __init__(self, desk: _Desk[T, R], craft: Craft[T, R]) -> None:
        self._desk, self._craft = desk, craft
        self._lock = threading.Lock()
        self._is_ended = False
        self._process: subprocess.Popen[bytes] | None = None
        self._thread = threading.Thread(target=self._serve, daemon=True, name="sayso-mate")
        self._thread.start()

    def end(self) -> None:
        """End the process, whatever it is doing."""
        with self._lock:
            self._is_ended = True
            if self._process is not None:
                self._process.kill()
        self._thread.join()

    def _serve(self) -> None:
        """Hand out tasks until there are none; a process that dies at one is replaced, one that cannot start is not."""
        while self._start():
            while (task := self._desk.take()) is not None:
                answer = self._ask(pickle.dumps(task.item))
                if answer is None:
                    self._desk.finish(task, self._craft.lost(task.item, self._ending()))
                    break
                self._desk.finish(task, *pickle.loads(answer))
            else:
                break
        self._ending()

    def _start(self) -> bool:
        with self._lock:
            if self._is_ended:
                return False
            try:
                self._process = _started()
            except OSError:
                return False  # the others do its work
        return self._ask(pickle.dumps((self._craft.work, self._craft.prepare))) is not None

    def _ask(self, frame: bytes) -> bytes | None:
        process = cast("subprocess.Popen[bytes]", self._process)
        try:
            write_frame(cast(BinaryIO, process.stdin), frame)
            return read_frame(cast(BinaryIO, process.stdout))
        except OSError:
            return None

    def _ending(self) -> str:
        """Let go of the process and tell how it ended."""
        process = self._process
        if process is None:
            return "could not be started"
        for pipe in (process.stdin, process.stdout):
            try:
                cast(BinaryIO, pipe).close()
            except OSError:
                continue  # it died with a frame half written
        code = process.wait()
        if code < 0:
            return f"was ended by {signal.Signals(-code).name if -code in set(signal.Signals) else -code}"
        return f"ended with exit status {code}"


def _started() -> subprocess.Popen[bytes]:
    root = str(Path(__file__).resolve().parents[1])
    paths = os.pathsep.join(path for path in (root, os.environ.get("PYTHONPATH", "")) if path)
    # -P: a json.py in the folder where the user stands must not be taken for Python's own
    command = [sys.executable, "-P", "-c", f"from {__name__} import serve; serve()"]
    pipe, silent = subprocess.PIPE, subprocess.DEVNULL
    environment = {**os.environ, "PYTHONPATH": paths}
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=silent, env=environment, start_new_session=True)


def serve() -> None:
    """Be the other process: a frame naming the functions, then one frame per item, each answered, until the input ends."""
    requests, replies = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # whatever a library prints must not become an answer
    frame = read_frame(requests)
    if frame is None:
        return
    work, prepare = pickle.loads(frame)
    collect_seldom()
    prepare()
    gc.freeze()
    write_frame(replies, b"ready")
    while (frame := read_frame(requests)) is not None:
        write_frame(replies, _answer(work, frame))


def _answer(work: Callable[[Any], Any], frame: bytes) -> bytes:
    try:
        return pickle.dumps((work(pickle.loads(frame)), None))
    except Exception as error:  # noqa: BLE001 - told where the caller is, which decides
        return pickle.dumps((None, error))
