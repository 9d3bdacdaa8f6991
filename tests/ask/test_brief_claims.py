"""Claims in a brief: who says, who denies, who will not say; origins beside carriers; and that nothing weak or imputed passes for an answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import situations
from sayso.ask import html_claims, markdown_claims
from sayso.ask.brief import make_brief
from sayso.ask.brief_claim_parts import Beside, ClaimLine, News, Stance, Turn
from sayso.ask.brief_claims import _once, answered, carried_claims, disputed_claims, finder
from sayso.ask.brief_contested import spoken_at_all
from sayso.ask.brief_headlines import without_headlines
from sayso.ask.brief_lines import Footnotes
from sayso.ask.claim_words import behind, independence, stand_words, stories
from sayso.findings.figure import FigureKind
from sayso.findings.statement import Act
from sayso.link.claims import FOR, ClaimStatus, Stand
from sayso.link.origins import Origin, OriginKind
from sayso.link.series import Carrier, Point, Series
from sayso.record.found import FoundFigure, FoundStatement
from sayso.record.found_links import FoundClaim, FoundMove, FoundPosition, FoundSeries, FoundStory, Spread
from sayso.record.ledger import Ledger, open_ledger
from sayso.record.view import View
from sayso.span import Span, hull

NASTY = "\u202e<img src=x onerror=alert(1)> [click](javascript:alert(1)) **|*x*"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Give a ledger of a wire story, a longer print of it, and a report of the next week."""
    with open_ledger(tmp_path / "situation.db") as made:
        longer = situations.wire(
            "Third", "https://third.example/3", text=situations.WIRE + " The river carries ice from the north."
        )
        for reading in (situations.wire(), longer, situations.later()):
            made.add(reading)
        yield made


@pytest.fixture
def view(ledger: Ledger) -> View:
    return ledger.view()


def by_words(view: View, words: str, outlet: str = "Olm Gazette") -> FoundStatement:
    """Give the statement of that outlet with these words in its content."""
    return next(row for row in view.statements() if words in row.content and row.report.outlet == outlet)


def position(row: FoundStatement, stand: Stand, score: float = 0.8) -> FoundPosition:
    """Make a statement's position."""
    place = hull(row.statement.evidence)
    words = " ".join(filter(None, (row.source, row.cue, row.content)))
    return FoundPosition(row.key, row.key, stand, row.speaker, False, row.report, (row.report.key,), place, words, score, ())


def origin(name: str, *positions: FoundPosition) -> Origin:
    """Make an origin of the reports that carry these."""
    reports = tuple(sorted(p.report.key for p in positions))
    return Origin(name, OriginKind.ACTOR, reports, tuple(sorted({p.report.outlet or "" for p in positions})), (), 0.9)


def claim(
    positions: Sequence[FoundPosition], *origins: Origin, key: str = "c1", status: ClaimStatus = ClaimStatus.CONTESTED
) -> FoundClaim:
    """Make a claim of positions, told in all their reports."""
    reports = tuple(sorted({key for p in positions for key in p.carriers}))
    spread = Spread(reports, len({p.report.outlet for p in positions}), date(2024, 5, 2), date(2024, 5, 9))
    return FoundClaim(key, positions[0].words, status, None, (), tuple(positions), origins, (), (), spread, ())


def lines(view: View, *claims: FoundClaim, told: Sequence[FoundStory] = ()) -> tuple[ClaimLine, ...]:
    return disputed_claims(claims, told, finder({}, view.find), Footnotes(view))


@pytest.fixture
def moved(view: View) -> FoundPosition:
    return position(by_words(view, "has moved at least 40"), Stand.ASSERTS, 1.0)


@pytest.fixture
def denial(view: View) -> FoundPosition:
    return position(by_words(view, "barges had been moved"), Stand.DENIES)


@pytest.fixture
def silence(view: View) -> FoundPosition:
    return position(by_words(view, "the reports"), Stand.SILENT)


def test_a_claim_is_its_proposition_and_who_says_it_stands_below(view: View, moved: FoundPosition, denial: FoundPosition) -> None:
    (line,) = lines(view, claim([moved, denial], origin("Sweden", moved)))
    assert line.words == "Norland has moved at least 40 barges to the Olm crossing"
    says, denies = line.stances
    assert (says.stand, says.who, says.words) == ("asserts", "Sweden", "")
    assert (denies.stand, denies.who, denies.speaks_for) == ("denies", "Ada Berg", "Norland")
    assert "Ada Berg" in denies.words
    assert says.cites
    assert denies.cites


def test_who_denies_a_claim_carries_nothing_of_it(view: View, moved: FoundPosition) -> None:
    elsewhere = position(by_words(view, "barges had been moved", "Third"), Stand.DENIES)
    (line,) = lines(view, claim([moved, elsewhere], origin("Sweden", moved)))
    assert (line.outlets, line.reports) == (1, 1)
    assert behind(line) == "contested; one origin: Sweden; carried by 1 outlet in 1 report"


def test_a_silence_is_no_denial(view: View, moved: FoundPosition, silence: FoundPosition) -> None:
    (line,) = lines(view, claim([moved, silence], origin("Sweden", moved), status=ClaimStatus.UNCONTESTED))
    assert stand_words(line.stances[1]) == "is silent, has not denied"
    assert "contested" not in behind(line)
    page = "".join(html_claims.claims([line]))
    assert 'class="contest silence"' in page
    assert "denies" not in page


def test_denied_claims_come_before_those_met_by_silence_alone(
    view: View, moved: FoundPosition, denial: FoundPosition, silence: FoundPosition
) -> None:
    told = origin("Sweden", moved)
    quiet, denied = claim([moved, silence], told, key="a"), claim([moved, denial], told, key="b")
    assert [one.key for one in answered([quiet, denied])] == ["b", "a"]
    assert [one.key for one in answered([denied, quiet])] == ["b", "a"]


def test_what_is_laid_weakly_makes_no_contested_claim_and_stands_last_in_one(
    view: View, moved: FoundPosition, denial: FoundPosition, silence: FoundPosition
) -> None:
    weak = replace(silence, score=0.6)
    assert answered([claim([moved, weak])]) == []
    (line,) = lines(view, claim([moved, weak, denial], origin("Sweden", moved)))
    assert [(stance.stand, stance.near) for stance in line.stances] == [("asserts", False), ("denies", False), ("silent", True)]
    assert "- near this: *is silent, has not denied* The palace" in "\n".join(markdown_claims.claims([line]))


def test_a_silence_older_than_the_claim_is_none_of_it(
    view: View, moved: FoundPosition, denial: FoundPosition, silence: FoundPosition
) -> None:
    before = date(2024, 4, 20)
    old = replace(silence, report=replace(silence.report, published=before))
    assert answered([claim([moved, old])]) == []
    assert answered([claim([moved, replace(denial, report=replace(denial.report, published=before))])])
    (line,) = lines(view, claim([moved, old, denial], origin("Sweden", moved)))
    assert [(stance.stand, stance.near) for stance in line.stances] == [("asserts", False), ("denies", False), ("silent", True)]


def test_one_sentence_denies_once(view: View, moved: FoundPosition, denial: FoundPosition) -> None:
    longer = replace(denial, member="m2", span=Span(denial.span.start, denial.span.end + 20), words=f"{denial.words}, a rumour")
    elsewhere = replace(longer, member="m3", report=replace(denial.report, key="another"))
    (line,) = lines(view, claim([moved, denial, longer], origin("Sweden", moved)))
    assert [stance.words for stance in line.stances[1:]] == [longer.words]
    assert [p.member for p in _once([moved, denial, longer, elsewhere])] == [moved.member, "m2", "m3"]


def test_a_headline_s_number_is_no_claim_beside_the_text_that_says_it(
    view: View, moved: FoundPosition, denial: FoundPosition
) -> None:
    rows = list(view.figures())
    first = next(row for row in rows if row.within == moved.finding)
    other = next(row for row in rows if row is not first)
    above = FoundPosition(
        "m0",
        other.key,
        Stand.ASSERTS,
        None,
        True,
        other.report,
        (other.report.key,),
        other.figure.span,
        "Olm: 40 barges",
        1.0,
        (),
    )
    headline, text = claim([above], key="c0"), claim([moved], key="c1")

    def series_of(*rows: FoundFigure) -> FoundSeries:
        carriers = tuple(Carrier(r.report.key, r.figure.id, r.figure.span, r.words, None, None, 1.0, ()) for r in rows)
        point = Point(None, None, "SWE", "Sweden", 40, None, False, "40", carriers)
        made = Series("s", "barges", FigureKind.COUNT, None, (point,), 40, None, (point,), (), ())
        return FoundSeries("s", made, {f"{r.report.key}:{r.figure.id}": r.key for r in rows}, {}, Spread((), 1, None, None), ())

    assert without_headlines([headline, text], rows, [series_of(first, other)]) == [text]
    assert without_headlines([headline, text], rows, [series_of(other)]) == [headline, text]
    assert without_headlines([headline], rows, [series_of(first, other)]) == [headline]
    denied, also = claim([above, denial], key="c0"), claim([moved, denial], key="c1")
    assert without_headlines([denied, text], rows, [series_of(first, other)]) == [denied, text]
    assert without_headlines([denied, also], rows, [series_of(first, other)]) == [also]


def test_origins_stand_beside_carriers(view: View, moved: FoundPosition) -> None:
    again = position(by_words(view, "has moved at least 40", "Third"), Stand.ASSERTS)
    other = position(by_words(view, "75 barges"), Stand.ASSERTS) if has(view, "75 barges") else again
    many = claim([moved, again], origin("Sweden", moved, again), key="many", status=ClaimStatus.UNCONTESTED)
    several = claim(
        [moved, other], origin("Sweden", moved), origin("Finland", other), key="several", status=ClaimStatus.UNCONTESTED
    )
    found = carried_claims([many, several], finder({}, view.find), Footnotes(view))
    assert [line.key for line in found] == ["several", "many"]
    parts = {title: [behind(line) for _, part in groups for line in part] for title, groups in independence(found)}
    assert parts == {
        "Several origins, independent of one another": [
            "2 independent origins: Sweden, Finland; carried by 2 outlets in 2 reports"
        ],
        "Many carriers, but one origin": ["one origin: Sweden; carried by 2 outlets in 2 reports"],
    }


def has(view: View, words: str) -> bool:
    return any(words in row.content and row.report.outlet == "Olm Gazette" for row in view.statements())


def test_who_is_only_near_a_claim_has_not_moved_on_it(view: View, moved: FoundPosition, denial: FoundPosition) -> None:
    assert denial.who
    weak = replace(denial, stand=Stand.DECLINES, score=0.6, finding=None)
    move = FoundMove(denial.who, Stand.DENIES, Stand.DECLINES, date(2024, 5, 9), denial.report.key)
    (line,) = lines(view, replace(claim([moved, denial, weak]), moves=(move,)))
    assert line.turns == ()
    (line,) = lines(view, replace(claim([moved, denial, replace(weak, score=0.8)]), moves=(move,)))
    assert [(turn.before, turn.after) for turn in line.turns] == [("denies", "declines")]


def test_a_report_of_no_known_outlet_is_counted_as_a_report(view: View, moved: FoundPosition, denial: FoundPosition) -> None:
    (line,) = lines(view, claim([moved, denial], replace(origin("Sweden", moved), outlets=())))
    assert behind(line) == "contested; one origin: Sweden; carried by 1 report"


def test_of_many_who_say_so_some_are_shown_and_the_rest_counted(view: View, moved: FoundPosition, denial: FoundPosition) -> None:
    said = [replace(moved, member=f"m{n}", finding=None, words=f"{moved.words} {n}", own_voice=True, who=None) for n in range(9)]
    (line,) = lines(view, claim([*said, denial], origin("Sweden", moved)))
    assert [stance.stand for stance in line.stances] == ["asserts"] * 6 + ["denies"]
    assert line.more == 3
    assert "… and 3 more say so: sayso show c1" in "\n".join(markdown_claims.claims([line]))


def test_claims_of_one_story_stand_together_under_its_name(view: View, moved: FoundPosition, denial: FoundPosition) -> None:
    later = position(by_words(view, "75 barges", "Strait News"), Stand.ASSERTS, 1.0)
    first, alone = claim([moved, denial], key="a"), claim([later, denial], key="b")
    spread = Spread((moved.report.key, denial.report.key, "another"), 2, None, None)
    story = FoundStory("s", "Barges at the crossing", (), (), spread, 1, 1, 0)
    found = lines(view, first, alone, told=[story])
    assert [(title, [line.key for line in part]) for title, part in stories(found)] == [
        ("In the story “Barges at the crossing”", ["a"]),
        ("In reports that stand alone", ["b"]),
    ]
    assert stories(found[:1]) == (("", found[:1]),)


def test_imputed_words_are_under_no_claim(ledger: Ledger) -> None:
    ledger.link()
    brief = make_brief(ledger.view())
    told = [*brief.claims, *brief.carried]
    assert told
    assert not any(
        "river is ours" in words for line in told for words in (line.words, *(stance.words for stance in line.stances))
    )
    assert not any("river is ours" in p.words for found in ledger.view().claims() for p in found.positions if p.stand in FOR)


def test_the_order_of_reading_makes_no_difference_to_claims(tmp_path: Path) -> None:
    readings = [situations.wire(), situations.wire("Third", "https://third.example/3"), situations.later(), situations.clash()]
    made = []
    for number, order in enumerate((readings, readings[::-1], readings[2:] + readings[:2])):
        with open_ledger(tmp_path / f"{number}.db") as ledger:
            for reading in order:
                ledger.add(reading)
            ledger.link()
            brief = make_brief(ledger.view(), since="2024-04-01")
            made.append((str(brief), brief.to_html(), brief.to_dict()))
    assert made[0] == made[1] == made[2]


def test_words_of_others_are_no_markup_in_claims_and_changes() -> None:
    stance = Stance("denies", NASTY, None, NASTY, NASTY, (NASTY,), NASTY, None, 1, (1,), near=True)
    line = ClaimLine(
        "k",
        NASTY,
        "contested",
        NASTY,
        (stance,),
        (),
        1,
        1,
        (Turn(NASTY, "asserts", "denies", NASTY),),
        (Beside("b", NASTY, NASTY),),
        NASTY,
    )
    change = News("newly denied", NASTY, NASTY, NASTY, NASTY, NASTY, (1,))
    other = replace(line, story=None)
    page = "".join((*html_claims.claims([line, other]), *html_claims.carried([line]), *html_claims.news([change])))
    shown = "\n".join((*markdown_claims.claims([line, other]), *markdown_claims.carried([line]), *markdown_claims.news([change])))
    assert "<img" not in page
    assert "<img" not in shown.replace("\\<", "")
    assert "[click](" not in shown
    assert "**|" not in shown
    assert "\u202e" not in page + shown


def test_what_stands_within_a_refusal_is_that_refusal_and_no_denial(view: View) -> None:
    silent = by_words(view, "the reports")
    outer = replace(silent, key="outer", statement=replace(silent.statement, act=Act.DECLINE))
    inner = replace(by_words(view, "barges had been moved"), within="outer")
    assert spoken_at_all([inner, outer]) == [outer]
    assert spoken_at_all([inner, silent]) == [inner, silent]
