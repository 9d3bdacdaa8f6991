"""The brief: what stands where, that every line can be found in its report, and that words of others stay words."""

from __future__ import annotations

import html.parser
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import situations
from sayso.ask.brief import make_brief
from sayso.ask.brief_parts import Brief
from sayso.ask.brief_words import act_words, told_words
from sayso.ask.said import Said
from sayso.errors import WrongCall
from sayso.record.ledger import Ledger, open_ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "situation.db") as made:
        yield made


@pytest.fixture
def brief(ledger: Ledger) -> Brief:
    """Give the brief of a wire story, a copy to the letter, a longer reprint, a later report and one in another language."""
    reprint = situations.wire("Third", "https://third.example/3", text=situations.WIRE + " More.")
    copy = situations.wire("Bay Mirror", "https://bay.example/2")
    for reading in (situations.wire(), copy, reprint, situations.later(), situations.foreign()):
        ledger.add(reading)
    return make_brief(ledger.view())


def lines(brief: Brief) -> list[Said]:
    return [line for voice in brief.voices for line in voice.lines]


def test_denial_stands_beside_what_it_denies(brief: Brief) -> None:
    denial = next(one for one in brief.contested if one.answer.act == "deny")
    assert denial.answer.who == "Ada Berg"
    assert denial.answer.speaks_for == "Norland"
    assert denial.how == "in similar words"
    assert denial.beside[0].words == "Norland has moved at least 40 barges to the Olm crossing"


def test_silence_is_no_denial(brief: Brief) -> None:
    silence = next(one for one in brief.contested if one.answer.who == "The palace")
    assert (silence.answer.act, silence.answer.withholds) == ("silent", "denial")
    assert silence.how == "first in that report"
    assert "silent, has not denied" in str(brief)
    assert "*denies* The palace" not in str(brief)


def test_imputed_words_are_under_no_speaker(brief: Brief) -> None:
    assert [line.words for line in brief.imputed] == ["“The river is ours.”"]
    assert all("river" not in line.words for line in lines(brief))
    assert all(line.speaker is None for line in brief.imputed)


def test_reprints_are_one_line_counted_and_cited_once(brief: Brief) -> None:
    line = next(line for line in lines(brief) if line.words.startswith("Norland has moved"))
    assert (line.reports, len(line.cites)) == (1, 1)
    assert brief.reprints == 2
    # The three are of one day and credit one agency: of the two without a note the ledger takes the first by address.
    assert [(source.outlet, source.text_of) for source in brief.sources if source.copy_of] == [
        ("Olm Gazette", "reprint of Bay Mirror, 100 % of its words"),
        ("Third", "reprint of Bay Mirror, 98 % of its words"),
    ]


def test_nested_words_say_through_whom(brief: Brief) -> None:
    inner = next(line for line in lines(brief) if line.words == "about 60 barges")
    assert inner.through == "Local media"
    outer = next(line for line in lines(brief) if line.relays)
    assert outer.relays == inner.cites[:1]


def test_every_line_is_found_in_its_report(brief: Brief, ledger: Ledger) -> None:
    view = ledger.view()
    numbers = {citation.number for citation in brief.citations}
    for citation in brief.citations:
        text = view.text(citation.report)
        assert citation.words == tuple(span.of(text) for span in citation.spans)
    said = [*lines(brief), *brief.imputed, *(one.answer for one in brief.contested)]
    figures = [figure for group in brief.figures for figure in group.quantities]
    assert all(line.cites and set(line.cites) <= numbers for line in said)
    assert all(figure.cites and set(figure.cites) <= numbers for figure in figures)


def test_figures_rise_by_day_and_giver(brief: Brief) -> None:
    rows = [(q.amount, q.giver) for group in brief.figures for q in group.quantities]
    assert rows == [("40 or more", "Sweden"), ("about 60", "Finland"), ("75", "Sweden")]


def test_what_is_not_analysed_is_said(brief: Brief) -> None:
    assert "in another language (sv), kept and not analysed" in str(brief)


def test_the_same_ledger_gives_the_same_brief(brief: Brief, ledger: Ledger) -> None:
    again = make_brief(ledger.view())
    assert (str(again), again.to_html(), again.to_dict()) == (str(brief), brief.to_html(), brief.to_dict())


def test_order_of_reading_makes_no_difference_to_what_is_said(ledger: Ledger, tmp_path: Path) -> None:
    both = (situations.wire(), situations.later())
    with open_ledger(tmp_path / "other.db") as other:
        for reading in both:
            ledger.add(reading)
        for reading in reversed(both):
            other.add(reading)
        assert str(make_brief(ledger.view())) == str(make_brief(other.view()))


def test_days_and_actors_narrow(brief: Brief, ledger: Ledger) -> None:
    late = make_brief(ledger.view(), since="2024-05-09")
    assert {source.outlet for source in late.sources} == {"Strait News"}
    danish = make_brief(ledger.view(), about="DNK")
    assert [voice.who for voice in danish.voices] == ["Denmark"]
    with pytest.raises(WrongCall, match="since"):
        make_brief(ledger.view(), since="soon")


def test_an_empty_ledger_gives_an_empty_brief(ledger: Ledger) -> None:
    empty = make_brief(ledger.view())
    assert "nothing in the ledger fits" in str(empty)
    assert empty.citations == ()
    assert "<h1>" in empty.to_html()


class _Elements(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]
        assert not any(name.startswith("on") for name, _ in attrs)


def test_words_of_others_are_no_markup(ledger: Ledger) -> None:
    ledger.add(situations.nasty())
    nasty = make_brief(ledger.view())
    page = nasty.to_html()
    elements = _Elements()
    elements.feed(page)
    assert elements.names.isdisjoint({"script", "img"})
    assert all(link.startswith("#") for link in elements.links)
    assert "default-src &#x27;none&#x27;" in page
    shown = str(nasty)
    assert "[click](" not in shown
    assert "<script>" not in shown
    assert not {"\u202e", "\x1b"} & set(shown + page)


def test_json_keeps_the_words_verbatim(ledger: Ledger) -> None:
    ledger.add(situations.nasty())
    plain = json.loads(json.dumps(make_brief(ledger.view()).to_dict()))
    assert plain["schema"] == "sayso/brief/1"
    assert any("\u202e" in words for citation in plain["citations"] for words in citation["words"])


@pytest.mark.parametrize(
    ("act", "cue", "words", "shown", "told"),
    [
        ("deny", "denied", "that barges had moved", "denies", "that barges had moved"),
        ("deny", "has called", "the reports baseless", "denies", "has called … the reports baseless"),
        ("deny", "told", "that the reports were false", "denies, saying", "that the reports were false"),
        ("doubt", "said", "that nobody had proof of it", "doubts, saying", "that nobody had proof of it"),
        ("assert", "called", "the move a threat", "says", "the move a threat"),
    ],
)
def test_a_denial_in_words_of_praise_or_blame_is_read_with_its_verb(
    act: str, cue: str, words: str, shown: str, told: str
) -> None:
    line = Said("Ada Berg", "ada-berg", None, act, None, None, None, cue, words, "", "indirect", None, (), 1, (1,))
    assert act_words(line) == shown
    assert told_words(line) == told
