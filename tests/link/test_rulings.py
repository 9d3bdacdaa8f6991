"""What people ruled of what belongs together: the later of two that contradict wins, and the groups follow."""

from __future__ import annotations

import pytest

from sayso.link.joining import Tie, joined
from sayso.link.rulings import Ruling, heads, weighed

MERGE, SPLIT = True, False


def ruled(*said: tuple[bool, str]) -> list[Ruling]:
    return [Ruling(f"d{at}", is_merge, tuple(members)) for at, (is_merge, members) in enumerate(said, 1)]


@pytest.mark.parametrize(
    ("said", "together", "apart", "overruled"),
    [
        ([(MERGE, "ab")], ["ab"], [], {}),
        ([(MERGE, "abc")], ["ab", "ac"], [], {}),
        ([(MERGE, "ab"), (SPLIT, "ab")], [], ["ab"], {"d1": "d2"}),
        ([(MERGE, "ab"), (SPLIT, "ba")], [], ["ba"], {"d1": "d2"}),
        ([(SPLIT, "ab"), (MERGE, "ab")], ["ab"], [], {"d1": "d2"}),
        ([(MERGE, "ab"), (SPLIT, "ab"), (MERGE, "ba")], ["ba"], [], {"d1": "d2", "d2": "d3"}),
        # c leaves the group of a, whoever it was put together with there; d came with c and goes with it.
        ([(MERGE, "ab"), (MERGE, "bc"), (MERGE, "cd"), (SPLIT, "ac")], ["ab", "cd"], ["ac"], {"d2": "d4"}),
        # a ruling of which one pair still holds is not overruled.
        ([(MERGE, "abc"), (SPLIT, "ac")], ["ab"], ["ac"], {}),
        # what is put together through a third is no longer apart.
        ([(SPLIT, "ac"), (MERGE, "ab"), (MERGE, "bc")], ["ab", "bc"], [], {"d1": "d3"}),
        # said twice: the first stands.
        ([(MERGE, "ab"), (MERGE, "ba")], ["ab"], [], {}),
    ],
)
def test_the_later_wins(said: list[tuple[bool, str]], together: list[str], apart: list[str], overruled: dict[str, str]) -> None:
    out = weighed(ruled(*said))
    assert (["".join(pair) for pair in out.together], ["".join(pair) for pair in out.apart]) == (together, apart)
    assert out.overruled == overruled


def test_joining_by_rulings() -> None:
    rulings = weighed(ruled((MERGE, "ab"), (SPLIT, "ac"))).rulings
    ties = [Tie(one, other, 0.9) for one, other in ("bc", "cd", "ad")]
    assert joined("abcd", ties, rulings=rulings) == {"a": "a", "b": "a", "c": "c", "d": "a"}


def test_the_first_named_stands_for_all() -> None:
    assert heads([("b", "a")]) == {"b": "b", "a": "b"}
    assert heads([("b", "a"), ("c", "b")]) == {"a": "c", "b": "c", "c": "c"}
    assert heads([("b", "a"), ("d", "c"), ("a", "c")]) == dict.fromkeys("abcd", "b")
