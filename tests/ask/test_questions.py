"""Lists by name, search, and one record shown where it stands, its parts marked."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from made_readings import reading  # noqa: E402
from sayso.ask.passages import marked, passage  # noqa: E402
from sayso.ask.questions import listed, searched, shown  # noqa: E402
from sayso.errors import WrongCall  # noqa: E402
from sayso.record.ledger import open_ledger  # noqa: E402
from sayso.record.view import View  # noqa: E402
from sayso.span import Span  # noqa: E402


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    """Give a view of four reports, one of them printed twice."""
    with open_ledger(tmp_path_factory.mktemp("ask") / "situation.db") as ledger:
        for number in range(4):
            ledger.add(reading(number))
        ledger.add(reading(0, place="https://mirror.example/0"))
        yield ledger.view()


@pytest.mark.parametrize(("what", "count"), [("statements", 8), ("figures", 4), ("reports", 5), ("actors", 6)])
def test_lists(view: View, what: str, count: int) -> None:
    assert len(listed(view, what)) == count
    assert len(listed(view, what, about="Nobody")) == 0


def test_an_unknown_list(view: View) -> None:
    with pytest.raises(WrongCall, match="statements, figures"):
        listed(view, "rumours")


def test_search(view: View) -> None:
    assert [found.report.title for found in searched(view, '"at least 4"')] == ["Report 1"]


def test_a_statement_is_shown_with_its_parts(view: View) -> None:
    found = listed(view, "statements", act="assert")[0]
    it = shown(view, found.key[:12])
    [where] = it.passages
    assert "".join(piece.words for piece in where.pieces) == where.span.of(view.text(found.report.key))
    by_part = {part: piece.words for piece in where.pieces for part in piece.parts}
    assert (by_part["source"], by_part["cue"], by_part["content"]) == (found.source, found.cue, found.content)


def test_a_figure_is_shown(view: View) -> None:
    found = listed(view, "figures")[0]
    by_part = {part: piece.words for piece in shown(view, found.key).passages[0].pieces for part in piece.parts}
    assert (by_part["figure"], by_part["of"]) == (found.words, found.of)


def test_an_actor_is_shown_by_name_copies_once(view: View) -> None:
    it = shown(view, "Ada Number")
    assert len(it.passages) == 4
    assert it.more == 0
    assert [piece.words for piece in it.passages[0].pieces if piece.parts == ("mention",)] == ["its envoy Ada Number"]


def test_a_report_is_shown_whole(view: View) -> None:
    card = listed(view, "reports")[0]
    [whole] = shown(view, card.key).passages
    assert "".join(piece.words for piece in whole.pieces) == view.text(card.key)
    assert not whole.starts_inside
    assert not whole.ends_inside


def test_nothing_of_that_key(view: View) -> None:
    with pytest.raises(WrongCall, match="ffffffff"):
        shown(view, "ffffffff")


def test_overlapping_parts_share_pieces(view: View) -> None:
    card = listed(view, "reports")[0]
    it = marked(card, "abcdef", {"one": [Span(0, 4)], "two": [Span(2, 6)]}, within=Span(0, 6))
    assert [(piece.words, piece.parts) for piece in it.pieces] == [("ab", ("one",)), ("cd", ("one", "two")), ("ef", ("two",))]


def test_the_surroundings_end_at_blanks(view: View) -> None:
    card = listed(view, "reports")[0]
    text = "word " * 100 + "HERE" + " word" * 100
    it = passage(card, text, {"mark": [Span(500, 504)]})
    words = it.span.of(text)
    assert it.starts_inside
    assert it.ends_inside
    assert set(words.split()) == {"word", "HERE"}
