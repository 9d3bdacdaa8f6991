"""The brief of examples/: every word in quotation marks is a report's, every citation leads there, and what the examples are for can be read in it."""

from __future__ import annotations

import html.parser
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from sayso.ask.brief import make_brief
from sayso.ask.brief_parts import Brief
from sayso.ask.claim_words import stand_words
from sayso.ask.visible import one_line
from sayso.findings.reading import Reading
from sayso.flow import understood
from sayso.read.intake import iter_reports
from sayso.record.ledger import open_ledger

pytestmark = [pytest.mark.model, pytest.mark.slow]

EXAMPLES = Path(__file__).parents[2] / "examples"


@dataclass(frozen=True)
class Made:
    """A brief, and the texts of the reports by key, on one line each."""

    brief: Brief
    texts: dict[str, str]


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    return [made for item in iter_reports([EXAMPLES / "reports"]) if isinstance(made := understood(item), Reading)]


@pytest.fixture(scope="module")
def made(readings: list[Reading], tmp_path_factory: pytest.TempPathFactory) -> Made:
    return brief_of(readings, tmp_path_factory.mktemp("brief") / "situation.db")


def brief_of(readings: list[Reading], path: Path) -> Made:
    with open_ledger(path) as ledger:
        for reading in readings:
            ledger.add(reading)
        ledger.link()
        view = ledger.view()
        return Made(make_brief(view), {card.key: one_line(view.text(card.key)) for card in view.reports()})


def quotes(brief: Brief) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Give all words of reports in the brief's lines, each with the numbers it is cited by."""
    for line in (*brief.claims, *brief.carried):
        forward = tuple(number for stance in line.stances for number in stance.cites)
        yield line.words, forward
        yield from ((stance.words, stance.cites) for stance in line.stances)
    said = [line for voice in brief.voices for line in voice.lines]
    said += [*brief.imputed, *(one for contest in brief.contested for one in (contest.answer, *contest.beside))]
    said += [line for dispute in brief.disputes for line in (*dispute.says, *dispute.denies)]
    for one in said:
        yield from ((one.words, one.cites), (one.cue, one.cites))
    yield from ((given.words, given.cites) for line in brief.series for given in line.given)
    yield from ((words, one.cites) for group in brief.figures for one in group.quantities for words in (one.words, one.clause))
    yield from ((event.what, event.cites) for event in brief.happened)
    yield from ((line.what, line.cites) for line in brief.prospects)


def test_every_word_quoted_is_verbatim_in_a_report_that_is_cited(made: Made) -> None:
    by_number = {citation.number: citation for citation in made.brief.citations}
    checked = 0
    for words, numbers in quotes(made.brief):
        texts = [made.texts[by_number[number].report] for number in numbers]
        pieces = [piece for piece in one_line(words).split(" … ") if piece]
        assert not pieces or any(all(piece in text for piece in pieces) for text in texts), words
        checked += len(pieces)
    assert checked > 200


def test_every_citation_shows_the_characters_of_its_report(made: Made) -> None:
    for citation in made.brief.citations:
        assert all(one_line(words) in made.texts[citation.report] for words in citation.words)
    assert [citation.number for citation in made.brief.citations] == list(range(1, len(made.brief.citations) + 1))


class _Links(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.hrefs: list[str] = []
        self.ids: list[str] = []
        self.sources: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hrefs += [value or "" for name, value in attrs if name == "href"]
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.sources += [value or "" for name, value in attrs if name in ("src", "srcset", "data", "action", "poster")]


def test_every_link_leads_somewhere_and_none_away_but_to_a_report(made: Made) -> None:
    page = _Links()
    page.feed(made.brief.to_html())
    assert len(page.ids) == len(set(page.ids)) == len(made.brief.citations)
    inner = {href[1:] for href in page.hrefs if href.startswith("#")}
    assert inner
    assert inner <= set(page.ids)
    reports = {source.url for source in made.brief.sources}
    assert {href for href in page.hrefs if not href.startswith("#")} <= reports
    assert not page.sources
    assert not re.search(r"url\(|@import", made.brief.to_html())


def test_every_line_of_the_markdown_that_quotes_a_report_cites(made: Made) -> None:
    body = str(made.brief).split("\n## Sources")[0]
    bullets = [line for line in body.splitlines() if line.lstrip().startswith("- ") and "“" in line]
    uncited = [line for line in bullets if not re.search(r"\[\d+\]", line) and "cannot stand beside" not in line]
    assert bullets
    assert not uncited


def test_figures_are_given_by_several_over_time(made: Made) -> None:
    rising = [line for line in made.brief.series if line.givers > 1 and len({one.day for one in line.given if one.day}) > 1]
    assert rising
    for line in made.brief.series:
        days = [one.day for one in line.given if one.day]
        assert days == sorted(days)
        assert not any(re.fullmatch(r"[0-9a-f]{32}( itself)?", one.who) for one in line.given)


def test_a_denial_stands_under_a_claim_and_a_non_denial_denies_nothing(made: Made) -> None:
    stances = [stance for line in made.brief.claims for stance in line.stances]
    assert any(stance.stand == "denies" and stance.speaker and not stance.near for stance in stances)
    kept = [stance for stance in stances if stance.stand in ("silent", "declines")]
    kept_back = [contest.answer for contest in made.brief.contested if contest.answer.act in ("silent", "decline")]
    assert any(one.withholds == "denial" for one in (*kept, *kept_back))
    assert not any("denies" in stand_words(stance) for stance in kept)


def test_many_carriers_of_one_origin_are_told_as_one(made: Made) -> None:
    one = [line for line in made.brief.carried if len(line.origins) == 1]
    assert any(line.reports > 2 and line.outlets > 2 for line in one)
    assert "**Many carriers, but one origin**" in str(made.brief)
    assert re.search(r"one origin: [^;]+; carried by \d outlets in \d reports", str(made.brief))


def test_imputed_words_are_under_no_speaker_and_no_claim(made: Made) -> None:
    imputed = {line.words for line in made.brief.imputed}
    assert not imputed & {line.words for voice in made.brief.voices for line in voice.lines}
    assert not imputed & {line.words for line in (*made.brief.claims, *made.brief.carried)}


def test_json_has_all_parts(made: Made) -> None:
    plain = made.brief.to_dict()
    parts = (
        "claims", "carried", "series", "figures", "disputes", "contested", "happened", "voices", "imputed", "prospects", "bonds", "sources",
        "citations", "news", "notes",
    )  # fmt: skip
    assert set(parts) <= set(plain)
    assert all(plain[part] for part in ("claims", "carried", "series", "happened", "voices", "sources", "citations"))
    assert len(plain["claims"]) == len(made.brief.claims)
    assert all(stance["cites"] for line in plain["claims"] for stance in line["stances"])
    assert plain["citations"][0]["spans"][0] == list(made.brief.citations[0].spans[0])


def test_read_in_another_order_it_is_the_same_brief(made: Made, readings: list[Reading], tmp_path: Path) -> None:
    again = brief_of(readings[::-1], tmp_path / "other.db").brief
    assert str(again) == str(made.brief)
    assert again.to_html() == made.brief.to_html()
    assert again.to_dict() == made.brief.to_dict()
