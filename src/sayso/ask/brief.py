"""A ledger's view → the brief: denials, figures, what happened, who said what, what may come, sources; each line with its characters.

Invariants: all in it is in the ledger; imputed words stand under no speaker; the same ledger gives the same brief.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from ..findings.actor import ActorKind
from ..findings.event import Reality, Status
from ..findings.statement import Act
from ..record.filters import Day, day
from ..record.found import FoundFigure, FoundStatement, ReportCard
from ..record.found_events import FoundEvent, FoundTie, FoundWatchpoint
from ..record.found_links import FoundClaim, FoundHappening, FoundSeries, FoundStory
from ..record.table import Table
from .brief_as_of import claims_as_of, series_as_of
from .brief_bonds import bonds
from .brief_claim_parts import SeriesLine
from .brief_claims import answered, carried_claims, covered, disputed_claims, finder
from .brief_contested import contests, spoken_at_all
from .brief_figures import passing_figures, quantity_groups
from .brief_happenings import REAL, denying, disputes, happened, merged_events
from .brief_headlines import without_headlines
from .brief_lines import F, Finding, Footnotes, merged_statements, said
from .brief_news import news_lines
from .brief_parts import Brief, QuantityGroup
from .brief_prospects import prospects
from .brief_series import covered_figures, series_lines, shown_series, single_series
from .brief_sources import first_prints, sources
from .brief_voices import voices
from .changes import changes_between

if TYPE_CHECKING:  # its module brings the database
    from ..record.view import View

MAX_ACTORS_IN_TITLE = 3
Group = list[FoundStatement]


# Realities of events under what is contested or what happened. What is said not to have happened stands only where it is disputed.
TOLD = (*REAL, Reality.NEGATED)


def make_brief(view: View, *, about: str | None = None, since: Day | None = None, until: Day | None = None) -> Brief:
    """Give the situation report on an actor (or all) between two days, both inclusive.

    `about` takes what is said about the actor and what is said by it or on its behalf. Raises WrongCall on a day that is none.
    """
    first, last = (day(value, name) if value is not None else None for value, name in ((since, "since"), (until, "until")))
    rows = _rows(view, about, first, last)
    notes = Footnotes(view, first_prints(rows.reports))
    cards = _cards(rows.reports, rows.statements, rows.figures, rows.events, rows.watchpoints, rows.ties)
    find = finder({row.key: row for row in rows.statements}, view.find)
    # In the order in which they are read: each takes the next numbers of citations.
    changed = changes_between(view, first, last, about=about) if first else None
    news = news_lines(changed, {card.key: card for card in cards}, notes) if changed else ()
    told = without_headlines(rows.claims, rows.figures, rows.series)
    claims = disputed_claims(told, rows.stories, find, notes)
    shown = covered(answered(rows.claims))
    groups = merged_statements(spoken_at_all(rows.statements))
    once = {telling.finding: event.key for event in rows.happenings for telling in event.tellings if telling.finding}
    tellings = merged_events((row for row in rows.events if row.event.reality in TOLD), notes, once)
    disputed = [group for group in tellings if any(row.event.status is not Status.ASSERTED for row in group)]
    apart = [group for group in disputed if not denying([group]) or denying([group]) - shown]
    both = disputes(apart, {row.key: group for group in groups for row in group}, notes)
    contested = contests(groups, notes, told=denying(disputed) | shown)
    series, quantities = _figures(rows, notes)
    happenings = happened(tellings, notes)
    spoken = voices(groups, notes)
    imputed = tuple(said(group, notes) for group in groups if group[0].statement.act is Act.IMPUTED)
    ahead, known = prospects(rows.watchpoints, rows.events, notes), bonds(rows.ties, notes)
    carried = carried_claims(told, find, notes)
    listed = sources(cards)
    return Brief(
        actors=_states(cards, notes), about=about, since=first, until=last,
        day=max((card.published for card in cards if card.published), default=None), reports=len(cards),
        outlets=len({card.outlet or card.place for card in cards}), reprints=sum(1 for card in cards if card.is_reprint),
        disputes=both, contested=contested, figures=quantities, happened=happenings, voices=spoken, imputed=imputed,
        prospects=ahead, bonds=known, sources=listed, citations=tuple(notes.made.values()), notes=(*rows.notes, *_unlinked(view)),
        news=news, claims=claims, carried=carried, series=series,
    )  # fmt: skip


def _figures(rows: _Rows, notes: Footnotes) -> tuple[tuple[SeriesLine, ...], tuple[QuantityGroup, ...]]:
    """Give the quantities of several numbers, then the numbers that stand alone; what is told in passing is in neither."""
    passing = passing_figures(rows.figures, rows.events)
    several = shown_series(rows.series, passing)
    series, elsewhere = series_lines(several, notes), passing | covered_figures(several)
    alone = [figure for figure in rows.figures if figure.key not in elsewhere]
    return series, quantity_groups(alone, notes, single_series(rows.series))


@dataclass(frozen=True, slots=True)
class _Rows:
    """What the ledger gives for a brief, and how the question was taken."""

    statements: Sequence[FoundStatement]
    figures: Sequence[FoundFigure]
    events: Sequence[FoundEvent]
    watchpoints: Sequence[FoundWatchpoint]
    ties: Sequence[FoundTie]
    reports: Sequence[ReportCard]
    claims: Sequence[FoundClaim]
    series: Sequence[FoundSeries]
    happenings: Sequence[FoundHappening]
    stories: Sequence[FoundStory]
    notes: tuple[str, ...]


def _rows(view: View, about: str | None, first: date | None, last: date | None) -> _Rows:
    asked: dict[str, Any] = {"about": about, "since": first, "until": last}
    on, reports = view.statements(**asked), view.reports(**asked)
    by = view.statements(by=about, since=first, until=last) if about else Table[FoundStatement]()
    prints = first_prints(reports)
    found = {row.key: row for row in (*on, *by)}.values()
    notes = tuple(dict.fromkeys((*on.notes, *reports.notes)))
    return _Rows(
        _shown_from(prints, found), _shown_from(prints, view.figures(**asked)), _shown_from(prints, view.events(**asked)),
        _shown_from(prints, view.watchpoints(**asked)), _shown_from(prints, view.ties(**asked)), reports,
        claims_as_of(view.claims(**asked), last), series_as_of(view.series(**asked), last), view.happenings(least=2, **asked), view.stories(**asked), notes,
    )  # fmt: skip


def _shown_from(prints: Mapping[str, ReportCard], found: Iterable[F]) -> list[F]:
    """Give findings as of the report their text is shown from: the ledger has them once, at the print that was read first."""
    return [replace(row, report=prints.get(row.report.sha256, row.report)) for row in found]


def _unlinked(view: View) -> tuple[str, ...]:
    """Say that some of what was read is not yet in claims and series."""
    waiting = view.waiting()
    return (f"{waiting} texts are not linked yet: their claims, events and figures stand by themselves",) if waiting else ()


def _cards(reports: Iterable[ReportCard], *found: Iterable[Finding]) -> list[ReportCard]:
    cards = {card.key: card for card in reports}
    for rows in found:
        for row in rows:
            cards.setdefault(row.report.key, row.report)
    return list(cards.values())


def _states(cards: Iterable[ReportCard], notes: Footnotes) -> tuple[str, ...]:
    """Name the states in most reports; copies count once."""
    reports: Counter[str] = Counter()
    mentions: Counter[str] = Counter()
    names: dict[str, str] = {}
    for card in cards:
        if card.is_reprint:
            continue
        for actor in notes.reading(card.key).actors:
            if actor.kind is ActorKind.COUNTRY:
                reports[actor.key] += 1
                mentions[actor.key] += len(actor.mentions)
                names.setdefault(actor.key, actor.name)
    ordered = sorted(reports, key=lambda key: (-reports[key], -mentions[key], key))
    return tuple(names[key] for key in ordered[:MAX_ACTORS_IN_TITLE])
