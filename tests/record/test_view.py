"""Asking: by, from, speaker, about, days; names as people type them; search with whatever is typed; tables and frames."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import SaysoError, WrongCall
from sayso.findings.actor import Actor, ActorKind, Office
from sayso.findings.figure import Counted, Figure, FigureKind
from sayso.findings.reading import Reading
from sayso.findings.statement import Act, Form, Statement
from sayso.record.ledger import Ledger, open_ledger
from sayso.report import Report
from sayso.span import Span
from sayso.when import When

TEXT = (
    "Borovia keeps 40 tanks in Calvenia, Mila Ortezová said on Monday.\n\n"
    "“Nonsense,” replied Jon Vale, who speaks for Calvenia's palace.\n\n"
    "The message being: we can wait.\n\n"
    "Read more: tanks and tents"
)


def at(words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def actor(ident: str, key: str, name: str, mentions: tuple[Span, ...], **more: object) -> Actor:
    known = {"kind": ActorKind.COUNTRY, "country": key, "sector": "GOV", "aliases": (), "offices": ()} | more
    return Actor(id=ident, key=key, name=name, mentions=mentions, evidence=mentions[:1], confidence=0.9, by="made/1", **known)  # type: ignore[arg-type]


def statement(ident: str, parts: tuple[tuple[Span, ...], ...], act: Act, **more: object) -> Statement:
    source, cue, content = parts
    blank = dict.fromkeys(("speaker", "speaks_for", "imputed_to", "addressee", "channel", "relayed_by", "within", "target"))
    blank |= dict.fromkeys(("withholds", "said_on", "place"))
    known = {
        "source": source,
        "cue": cue,
        "content": content,
        "form": Form.MIXED,
        "act": act,
        "evidence": content,
        "by": "made/1",
    }
    return Statement(id=ident, confidence=0.9, **(known | blank | more))  # type: ignore[arg-type]


ACTORS = (
    actor("a1", "BRO", "Borovia", (at("Borovia"),)),
    actor("a2", "CAL", "Calvenia", (at("Calvenia"), at("Calvenia", 1))),
    actor(
        "a3", "mila-ortezova", "Mila Ortezová", (at("Mila Ortezová"),), kind=ActorKind.PERSON, country="BRO",
        aliases=("Ortezová",), offices=(Office("minister", "BRO"),),
    ),
    actor("a4", "jon-vale", "Jon Vale", (at("Jon Vale"),), kind=ActorKind.PERSON, country="CAL", sector=None),
)  # fmt: skip
STATEMENTS = (
    statement(
        "s1", ((at("Mila Ortezová"),), (at("said"),), (Span(0, at("Calvenia").end),)), Act.ASSERT,
        speaker="a3", speaks_for="a1", said_on=When(date(2024, 10, 21), date(2024, 10, 22), "Monday"),
    ),
    statement("s2", ((at("Jon Vale"),), (at("replied"),), (at("“Nonsense,”"),)), Act.DENY, speaker="a4", speaks_for="a2",
              within="s1"),
    statement("s3", ((), (at("The message being"),), (at("we can wait"),)), Act.IMPUTED, imputed_to="a2", speaks_for="a2"),
)  # fmt: skip
FIGURES = (
    Figure("f1", at("40 tanks"), FigureKind.COUNT, 40, 40, None, False, Counted(at("tanks"), "tanks"), "a1", None, None, "a3",
           "s1", (at("40 tanks"),), 0.9, "made/1"),
    Figure("f2", at("40"), FigureKind.RANK, 40, 40, None, False, None, None, None, None, None, None, (at("40"),), 0.9, "made/1"),
)  # fmt: skip


def made(place: str = "https://example.org/1", published: date | None = date(2024, 10, 23)) -> Reading:
    report = Report(
        text=TEXT,
        title="Tanks",
        outlet="The Lantern",
        published=published,
        place_of_origin=place,
        furniture=(at("Read more: tanks and tents"),),
    )
    sentences = (Span(0, TEXT.index("\n")),)
    return Reading("made", report, sentences=sentences, actors=ACTORS, statements=STATEMENTS, figures=FIGURES, by="made/1")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """Give one ledger for all questions; they cannot change it."""
    with open_ledger(tmp_path_factory.mktemp("view") / "situation.db") as opened:
        opened.add(made())
        yield opened


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, ["s1", "s2", "s3"]),
        ({"by": "BRO"}, ["s1"]),
        ({"by": "CAL"}, ["s2"]),  # the imputed words are nobody's
        ({"by": "calvenia"}, ["s2"]),
        ({"speaker": "CAL"}, []),
        ({"speaker": "vale"}, ["s2"]),
        ({"speaker": "ortezova"}, ["s1"]),
        ({"from_": "BRO"}, ["s1"]),
        ({"from_": "Calvenia"}, ["s2"]),
        ({"about": "CAL"}, ["s1", "s2", "s3"]),  # s2 names nobody and answers; s3 is put in its mouth
        ({"about": "jon-vale"}, ["s2"]),
        ({"act": "deny"}, ["s2"]),
        ({"act": ["deny", "imputed"]}, ["s2", "s3"]),
        ({"since": "2024-10-22"}, ["s2", "s3"]),  # s1 was said the day before
        ({"until": "2024-10-21"}, ["s1"]),
        ({"since": date(2024, 10, 21), "until": date(2024, 10, 21)}, ["s1"]),
        ({"since": "2024-10-24"}, []),
        ({"limit": 1}, ["s1"]),
        ({"by": "", "about": None}, ["s1", "s2", "s3"]),
    ],
)
def test_statements(ledger: Ledger, asked: dict[str, object], expected: list[str]) -> None:
    assert [found.statement.id for found in ledger.statements(**asked)] == expected  # type: ignore[arg-type]


def test_a_statement_comes_with_its_words_and_people(ledger: Ledger) -> None:
    first, second, _ = ledger.statements()
    assert (first.source, first.cue, first.content) == ("Mila Ortezová", "said", "Borovia keeps 40 tanks in Calvenia")
    assert first.speaker is not None
    assert (first.speaker.key, first.speaker.country) == ("mila-ortezova", "BRO")
    assert second.within == first.key
    assert second.speaks_for is not None
    assert second.speaks_for.name == "Calvenia"
    assert first.report.title == "Tanks"
    assert (first.report.statements, first.report.figures) == (3, 2)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [({}, ["f1"]), ({"kind": "all"}, ["f1", "f2"]), ({"kind": "rank"}, ["f2"]), ({"giver": "Ortezová"}, ["f1"]),
     ({"about": "CAL"}, ["f1"]), ({"about": "jon-vale"}, []), ({"since": "2024-10-24"}, [])],
)  # fmt: skip
def test_figures(ledger: Ledger, asked: dict[str, object], expected: list[str]) -> None:
    assert [found.figure.id for found in ledger.figures(**asked)] == expected  # type: ignore[arg-type]


def test_actors(ledger: Ledger) -> None:
    assert [found.key for found in ledger.actors()] == ["BRO", "CAL", "jon-vale", "mila-ortezova"]
    mila = ledger.actors(named="ORTEZ")[0]
    assert (mila.names, mila.offices, mila.statements) == (("Mila Ortezová", "Ortezová"), ("minister (BRO)",), 1)
    assert [found.key for found in ledger.actors(country="cal", kind="person")] == ["jon-vale"]
    assert [mention.words for mention in ledger.view().mentions("CAL")] == ["Calvenia", "Calvenia"]


def test_reports(ledger: Ledger) -> None:
    assert [
        card.outlet for card in ledger.reports(outlet="the lantern", since="2024-10-23", until="2024-10-23", about="BRO")
    ] == ["The Lantern"]
    assert len(ledger.reports(until="2024-10-22")) == 0


def test_undated_reports_fall_out_of_a_span_of_days_only(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "a.db") as ledger:
        ledger.add(made(published=None))
        assert len(ledger.statements()) == 3
        assert [found.statement.id for found in ledger.statements(until="2030-01-01")] == ["s1"]


def test_who_nobody_is_called_is_noted(ledger: Ledger) -> None:
    found = ledger.statements(by="Nobody")
    assert len(found) == 0
    assert "Nobody" in found.notes[0]
    assert ledger.statements(by="BRO").notes == ()


@pytest.mark.parametrize("asked", [{"act": "shout"}, {"since": "Monday"}, {"limit": -1}, {"report": "zz"}, {"report": "ffff"}])
def test_wrong_questions(ledger: Ledger, asked: dict[str, object]) -> None:
    with pytest.raises(WrongCall):
        ledger.statements(**asked)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="colour"):
        ledger.statements(colour="red")  # type: ignore[call-arg]


def test_find_by_key_prefix_and_name(ledger: Ledger) -> None:
    view, first = ledger.view(), ledger.statements()[0]
    assert view.find(first.key[:9]) == first
    assert view.find(first.report.key) == first.report
    assert view.find(ledger.figures()[0].key.upper()) == ledger.figures()[0]
    assert view.find("ortezova") == ledger.actors(named="ortezova")[0]
    assert view.find("ffffffffff") is None
    assert view.find("no such person") is None
    assert view.find("\ud800") is None


def test_a_beginning_that_several_share(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.record.prefixes.MIN_PREFIX", 0)
    with pytest.raises(WrongCall, match="several keys"):
        ledger.view().find("")


@pytest.mark.parametrize(
    ("words", "found"),
    [("tanks", ["tanks"]), ("TANKS calvenia", ["tanks", "Calvenia", "Calvenia"]), ('"40 tanks"', ["40 tanks"]),
     ('"tanks 40"', []), ("tan*", ["tanks"]), ("ortezova", ["Ortezová"]), ("tents", []),
     ("“keeps 40”", ["keeps 40"]), ("Calvenia's", ["Calvenia's"]),
     ("NOT tanks", []), ("text:tanks", []), ("tanks) OR (1", []), ("NEAR(tanks)", [])],
)  # fmt: skip
def test_search(ledger: Ledger, words: str, found: list[str]) -> None:
    hits = ledger.search(words)
    assert [span.of(TEXT) for hit in hits for span in hit.spans] == found
    for hit in hits:
        assert [mark.of(hit.snippet) for mark in hit.marks] == found[: len(hit.marks)]


@pytest.mark.parametrize("words", ["", "  ", '"', '""', "*", "()", "-", "“”", "\0"])
def test_searching_for_no_word(ledger: Ledger, words: str) -> None:
    with pytest.raises(WrongCall, match="search"):
        ledger.search(words)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("\"'*()^:-+ {}\\/;,.%_aA1é中\0\t\n\ud800ORNEARt"), max_size=20))
def test_whatever_is_typed_is_only_words(ledger: Ledger, words: str) -> None:
    with contextlib.suppress(WrongCall):
        ledger.search(words)


def test_limit_of_search(ledger: Ledger) -> None:
    assert len(ledger.search("tanks", limit=0)) == 0
    with pytest.raises(WrongCall, match="at most"):
        ledger.search("tanks " * 200)


def test_frames_and_html(ledger: Ledger) -> None:
    table = ledger.statements()
    rows = table.to_dicts()
    assert rows[0]["speaker"] == "mila-ortezova"
    assert rows[0]["said_from"] == "2024-10-21"
    pandas, polars = pytest.importorskip("pandas"), pytest.importorskip("polars")
    assert isinstance(table.to_pandas(), pandas.DataFrame)
    assert table.to_polars().to_dicts() == rows
    assert isinstance(ledger.statements(by="Nobody").to_polars(), polars.DataFrame)
    assert len(ledger.figures().to_pandas()) == 1


def test_missing_frames_say_what_to_install(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "polars", None)
    with pytest.raises(SaysoError, match=r"sayso\[frames\]"):
        ledger.statements().to_polars()


def test_html_is_escaped(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "a.db") as ledger:
        reading = made()
        ledger.add(replace(reading, report=replace(reading.report, title="<script>alert(1)</script>", outlet='"><img>')))
        html = ledger.statements()._repr_html_()
        assert "<script" not in html
        assert "<img" not in html
        assert "&lt;script&gt;" in html
        assert "nothing found" in ledger.statements(by="x")._repr_html_()


def test_tables_are_sequences(ledger: Ledger) -> None:
    table = ledger.statements()
    assert len(table[:2]) == 2
    assert table[-1].statement.id == "s3"
    assert table == ledger.statements()
    assert repr(table) == "Table(3 rows)"
