"""Names from scores made by hand: no model."""

from __future__ import annotations

import re

import numpy as np
import pytest

from sayso.findings.mention import Label
from sayso.span import Span
from sayso.understand.doc import Name
from sayso.understand.name_spans import _one_person, _whole, names
from sayso.understand.word_pieces import Pieces

LABELS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"]


def found(text: str, tags: dict[str, dict[str, float]]) -> list[tuple[str, Label]]:
    """Read names of a text whose nth word has the tag shares given under "word" or "word/n"; the rest is O."""
    matches = list(re.finditer(r"\w+", text))
    starts, ends = (np.array([getattr(m, side)() for m in matches], dtype=np.int64) for side in ("start", "end"))
    shares = np.zeros((len(matches), len(LABELS)), dtype=np.float32)
    for row, match in enumerate(matches):
        given = tags.get(f"{match.group()}/{row}", tags.get(match.group(), {}))
        for tag, share in given.items():
            shares[row, LABELS.index(tag)] = share
        shares[row, 0] = 1 - shares[row].sum()
    count = np.arange(len(matches), dtype=np.int64)
    pieces = Pieces(count, starts, ends, count, count, (), np.array([0, len(matches)], dtype=np.int64), ())
    made: tuple[Name, ...] = names(shares, pieces, LABELS, text)
    return [(name.span.of(text), name.label) for name in made]


def test_what_a_name_is_comes_from_all_its_words() -> None:
    tags = {"Bank": {"B-ORG": 0.6, "B-LOC": 0.4}, "of": {"I-ORG": 0.5, "I-LOC": 0.45}, "Oslo": {"I-ORG": 0.3, "I-LOC": 0.65}}
    assert found("The Bank of Oslo closed", tags) == [("Bank of Oslo", Label.LOC)]


def test_a_likelier_beginning_begins_another_name() -> None:
    tags = {"Ada": {"B-PER": 0.9}, "Berg": {"I-PER": 0.9}, "Norland": {"B-LOC": 0.8, "I-PER": 0.1}}
    assert found("Ada Berg Norland", tags) == [("Ada Berg", Label.PER), ("Norland", Label.LOC)]


def test_one_name_is_one_thing_in_a_report() -> None:
    tags = {"Olm/0": {"B-LOC": 0.9}, "Olm/2": {"B-ORG": 0.55}, "Olm/4": {"B-LOC": 0.8}}
    assert found("Olm and Olm or Olm", tags) == [("Olm", Label.LOC)] * 3


def test_a_surname_is_the_person_of_the_full_name() -> None:
    tags = {"Ada": {"B-PER": 0.95}, "Lund/1": {"I-PER": 0.95}, "Lund/4": {"B-LOC": 0.6, "B-PER": 0.3}}
    assert found("Ada Lund said no Lund left", tags) == [("Ada Lund", Label.PER), ("Lund", Label.PER)]


def test_a_sure_name_is_found_wherever_it_stands_but_not_inside_words() -> None:
    tags = {"North/0": {"B-ORG": 0.97}, "Fund/1": {"I-ORG": 0.97}}
    assert found("North Fund grew and North Fund shrank", tags) == [("North Fund", Label.ORG)] * 2
    assert found("North Fund grew and North Funding shrank", tags) == [("North Fund", Label.ORG)]


def test_a_single_common_word_is_not_repeated() -> None:
    assert found("May said so in May", {"May/0": {"B-PER": 0.97}}) == [("May", Label.PER)]


def test_names_of_no_text() -> None:
    assert found("", {}) == []


def test_an_article_alone_is_no_name_and_no_name_ends_with_a_preposition() -> None:
    tags = {"The": {"B-PER": 0.9}, "Olm": {"B-LOC": 0.9}, "at": {"I-LOC": 0.8}}
    assert found("The mill Olm at noon", tags) == [("Olm", Label.LOC)]
    assert found("Bank of Olm", {"Bank": {"B-ORG": 0.9}, "of": {"I-ORG": 0.9}, "Olm": {"I-ORG": 0.9}}) == [
        ("Bank of Olm", Label.ORG)
    ]


def test_small_letters_are_no_name_where_the_text_has_capitals() -> None:
    tags = {"heist": {"B-LOC": 0.9}, "oslo": {"B-LOC": 0.9}}
    assert found("The heist at Kolm", tags) == []
    assert found("The heist at Kolm", {"The": {"B-LOC": 0.9}, "heist": {"I-LOC": 0.9}}) == []
    assert found("a fire in oslo", tags) == [("oslo", Label.LOC)]


def test_a_pronoun_is_no_name_but_in_capitals() -> None:
    tags = {"He": {"B-PER": 0.95}, "WHO": {"B-ORG": 0.95}, "US": {"B-LOC": 0.95}}
    assert found("He told WHO and the US", tags) == [("WHO", Label.ORG), ("US", Label.LOC)]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("His Renewal Party fell.", "Renewal Party"),
        ("The Renewal Party Congress met.", "Renewal"),
        ("The Renewal party fell.", "Renewal"),
    ],
)
def test_a_body_keeps_the_word_for_what_it_is(text: str, whole: str) -> None:
    start = text.index("Renewal")
    (made,) = _whole([Name(Span(start, start + len("Renewal")), Label.ORG, 0.9)], text)
    assert made.span.of(text) == whole


@pytest.mark.parametrize(
    ("text", "name", "left"),
    [
        ("We met HE Dr Ana Sol.", "HE Dr Ana Sol", "Ana Sol"),
        ("led by H.E. Mrs. Ana Sol", "H.E. Mrs. Ana Sol", "Ana Sol"),
        ("H.E. Sol wrote it.", "H.E. Sol", "H.E. Sol"),
        ("Heda Sol wrote it.", "Heda Sol", "Heda Sol"),
    ],
)
def test_a_form_of_address_is_no_part_of_a_name_and_initials_are(text: str, name: str, left: str) -> None:
    start = text.index(name)
    (made,) = _whole([Name(Span(start, start + len(name)), Label.PER, 0.9)], text)
    assert made.span.of(text) == left


@pytest.mark.parametrize(
    ("text", "pieces", "expected"),
    [
        ("Abdou Robleh Farah spoke", ("Abdou", "Robleh Farah"), ["Abdou Robleh Farah"]),
        ("Abdou, Robleh Farah spoke", ("Abdou", "Robleh Farah"), ["Abdou", "Robleh Farah"]),
        ("the Adler Bruck race", ("Adler", "Bruck"), ["Adler", "Bruck"]),
    ],
)
def test_two_people_with_nothing_between_them_are_one(text: str, pieces: tuple[str, ...], expected: list[str]) -> None:
    found = [Name(Span(text.index(p), text.index(p) + len(p)), Label.PER, 0.9) for p in pieces]
    assert [name.span.of(text) for name in _one_person(found, text)] == expected
