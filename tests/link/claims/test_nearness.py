"""Vectors of single words: words that mean much the same lie nearer one another than words of another matter."""

import pytest

from sayso.link.claims.nearness import each_to_each, nearness, table
from sayso.link.claims.telling import Word
from sayso.link.claims.words import stem


def words(text: str) -> list[Word]:
    """Make words of matter."""
    return [Word(stem(word), frozenset(), word[0].isupper(), 1.0, False, at) for at, word in enumerate(text.split())]


@pytest.mark.parametrize(
    ("one", "near", "far"), [("surgeon", "doctor", "harbour"), ("kidnapped", "abducted", "elected"), ("prison", "jail", "wheat")]
)
def test_near_words_are_nearer(one: str, near: str, far: str) -> None:
    ((alike, other),) = each_to_each(words(one), words(f"{near} {far}"))
    assert alike > 0.6 > other


def test_names_and_unknown_words_are_near_nothing() -> None:
    assert each_to_each(words("Jail xqzzy"), words("prison")) == [[0.0], [0.0]]


def test_tellings_of_one_thing_lie_nearer_and_from_either_side_alike() -> None:
    one, other, third = words("gunmen kidnapped bishop"), words("priest abducted by armed men"), words("inflation fell in spring")
    assert nearness(one, other) > nearness(one, third)
    assert nearness(one, other) == pytest.approx(nearness(other, one))
    assert nearness(one, []) == 0.0


def test_every_stem_has_a_vector_of_length_one_and_the_last_row_is_nought() -> None:
    held = table()
    assert len(held.rows) + 1 == len(held.vectors) == len(held.weights)
    assert (held.vectors[:-1] ** 2).sum(1) == pytest.approx(1, abs=1e-3)
    assert not held.vectors[-1].any()
