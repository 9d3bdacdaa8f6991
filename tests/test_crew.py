"""Work in several processes: order, a stream that halts, processes that die, endless input, an early end."""

from __future__ import annotations

import itertools
import os
import queue
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from sayso import crew
from sayso.crew import Craft, in_order


def square(item: int) -> int:
    time.sleep(0.005 * (item % 3))
    return item * item


def who(item: int) -> tuple[int, int]:
    time.sleep(0.02)
    return item, os.getpid()


def who_slowly(item: int) -> tuple[int, int]:
    time.sleep(0.05)  # so that another process has begun before all is done, on a busy machine too
    return who(item)


def die_at_seven(item: int) -> tuple[int, int]:
    """Die over 7 in any process but the one that began; there, wait until another has taken it."""
    if os.getppid() == int(os.environ["SAYSO_TEST_PARENT"]) and item >= 7 and item % 7 == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(0.02)
    return item, os.getpid()


def refuse_nine(item: int) -> int:
    if item == 9:
        raise ValueError("nine")
    time.sleep(0.01)
    return item


def lost(item: int, ending: str) -> tuple[int, str]:
    return item, ending


def nothing() -> None:
    return None


def one(_item: object) -> int:
    return 1


@pytest.fixture(autouse=True)
def importable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the processes find this module's functions, and know whose children they are."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")]))
    monkeypatch.setenv("SAYSO_TEST_PARENT", str(os.getpid()))


def children() -> list[int]:
    found = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(fields[1]) == os.getpid() and fields[0] != "Z":
            found.append(int(entry.parent.name))
    return found


@pytest.mark.parametrize("jobs", [0, 1, 2, 3])
def test_results_come_in_the_order_of_the_items(jobs: int) -> None:
    assert list(in_order(Craft(square, lost, nothing, one), range(60), jobs=jobs)) == [n * n for n in range(60)]


def test_other_processes_work_too_and_none_is_left() -> None:
    before = children()
    made = list(in_order(Craft(who_slowly, lost, nothing, one), range(60), jobs=2))
    assert [item for item, _ in made] == list(range(60))
    assert len({pid for _, pid in made}) == 2
    assert children() == before


def test_a_few_items_start_no_process() -> None:
    assert {pid for _, pid in in_order(Craft(who, lost, nothing, one), range(crew.ALONE), jobs=4)} == {os.getpid()}


def test_a_stream_that_halts_is_answered_while_it_halts() -> None:
    sent: queue.Queue[int | None] = queue.Queue()

    def items() -> Iterator[int]:
        yield from iter(sent.get, None)

    made = in_order(Craft(square, lost, nothing, one), items(), jobs=2)
    for item in range(6):  # each is asked for before the next is there
        sent.put(item)
        assert next(made) == item * item
    sent.put(None)
    assert list(made) == []


def test_a_process_that_dies_costs_its_item_and_the_run_goes_on() -> None:
    made = list(in_order(Craft(die_at_seven, lost, nothing, one), range(120), jobs=2))
    assert [item for item, _ in made] == list(range(120))
    endings = [ending for _, ending in made if isinstance(ending, str)]
    assert endings, "this process took every seventh item itself"
    assert set(endings) == {"was ended by SIGKILL"}


def test_what_work_raises_ends_the_run_and_the_processes() -> None:
    before = children()
    made = in_order(Craft(refuse_nine, lost, nothing, one), range(100), jobs=2)
    with pytest.raises(ValueError, match="nine"):
        list(made)
    assert children() == before


def test_what_the_items_raise_comes_after_the_results_before_it() -> None:
    def items() -> Iterator[int]:
        yield from (1, 2)
        raise OSError("the disk")

    made = in_order(Craft(square, lost, nothing, one), items(), jobs=2)
    assert [next(made), next(made)] == [1, 4]
    with pytest.raises(OSError, match="the disk"):
        next(made)


def test_endless_input_is_read_only_a_little_ahead_and_an_early_end_leaves_nothing() -> None:
    before, taken = children(), itertools.count()
    threads = threading.active_count()
    with closing(in_order(Craft(square, lost, nothing, one), taken, jobs=2)) as made:
        for _ in range(30):
            next(made)
        assert next(taken) <= 30 + 2 * crew.AHEAD_PER_JOB + 2
    assert children() == before
    deadline = time.monotonic() + 2
    while threading.active_count() > threads and time.monotonic() < deadline:
        time.sleep(0.01)
    assert threading.active_count() == threads


def test_heavy_items_are_held_one_at_a_time() -> None:
    def weigh(_item: object) -> int:
        return 1_000

    taken = itertools.count()
    with closing(in_order(Craft(square, lost, nothing, weigh), taken, jobs=2)) as made:
        for item in range(10):
            assert next(made) == item * item
        assert next(taken) <= 12


def test_without_a_python_to_start_this_process_does_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/no/such/python")
    assert {pid for _, pid in in_order(Craft(who, lost, nothing, one), range(12), jobs=2)} == {os.getpid()}
