"""The scorer of coreference: worked examples of the papers, and the assignment against trying every one."""

from __future__ import annotations

import sys
from itertools import permutations
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

from chain_scores import best_sum, sums_of, total  # noqa: E402


def named(*chains: str) -> dict[str, int]:
    """Give for each mention, a letter, the number of its chain."""
    return {mention: at for at, chain in enumerate(chains) for mention in chain}


def test_all_right() -> None:
    key = named("abc", "de", "f")
    assert sums_of(key, named("f", "ed", "cab")).conll == pytest.approx(100)


def test_example_of_bagga_and_baldwin() -> None:
    """Chains of 5, 2 and 5 mentions, of which two are joined."""
    key = named("12345", "67", "89ABC")
    little, much = named("12345", "6789ABC"), named("1234589ABC", "67")
    assert sums_of(key, little).of("b3")[1] == pytest.approx(76.2, abs=0.05)
    assert sums_of(key, much).of("b3")[1] == pytest.approx(58.3, abs=0.05)
    assert sums_of(key, little).of("muc")[:2] == sums_of(key, much).of("muc")[:2] == pytest.approx((100, 90))


def test_example_of_luo() -> None:
    """The same chains by φ4: the one joined with the longer one loses more where it is short."""
    key = named("12345", "67", "89ABC")
    recall, precision, _ = sums_of(key, named("12345", "6789ABC")).of("ceafe")
    assert recall == pytest.approx(100 * (1 + 10 / 12) / 3)
    assert precision == pytest.approx(100 * (1 + 10 / 12) / 2)


def test_mentions_alone_count_in_b3_and_ceafe_and_not_in_muc() -> None:
    key, response = named("ab", "c", "d"), named("a", "b", "c", "d")
    sums = sums_of(key, response)
    assert sums.of("muc") == (0, 0, 0)
    assert sums.of("b3")[:2] == pytest.approx((75, 100))
    assert sums.of("ceafe")[:2] == pytest.approx((100 * (2 / 3 + 2) / 3, 100 * (2 / 3 + 2) / 4))


def test_mentions_of_one_side() -> None:
    sums = sums_of(named("abc"), named("ab", "x"))
    assert sums.of("muc")[:2] == pytest.approx((50, 100))
    assert sums.of("b3")[:2] == pytest.approx((100 * 4 / 9, 100 * 2 / 3))


def test_sums_of_topics_add_up() -> None:
    one, other = (named("ab", "c"), named("a", "bc")), (named("xyz"), named("xy", "z"))
    both = sums_of({**one[0], **{m: c + 9 for m, c in other[0].items()}}, {**one[1], **{m: c + 9 for m, c in other[1].items()}})
    assert total([sums_of(*one), sums_of(*other)]).parts == pytest.approx(both.parts)


@pytest.mark.parametrize("shape", [(1, 1), (3, 5), (5, 3), (6, 6)])
def test_assignment_is_the_best_of_all(shape: tuple[int, int]) -> None:
    rng = np.random.default_rng(sum(shape))
    for _ in range(10):
        worth = np.where(rng.random(shape) < 0.5, rng.random(shape), 0.0)
        table = worth if shape[0] <= shape[1] else worth.T
        every = (sum(table[r, c] for r, c in enumerate(chosen)) for chosen in permutations(range(table.shape[1]), table.shape[0]))
        assert best_sum(worth) == pytest.approx(max(every))
