"""Questions over a View, in the words of the command line: lists, search, one record shown where it stands. Never writes.

listed(view, "statements", by="RUS", act="deny", since="2024-10-18")   -> Table of what View.statements gives
searched(view, "soldiers", limit=20)                                   -> Table[FoundText]
shown(view, "4f1c…")                                                   -> Shown: the record and its passages
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ..errors import WrongCall
from ..record.found import FoundActor, FoundFigure, FoundStatement, FoundText, ReportCard
from ..record.found_events import Found, FoundEvent, FoundTie, FoundWatchpoint
from ..record.found_links import Linked
from ..record.table import Table
from ..record.view import View
from ..span import Span
from .linked_passages import places_of, telling_passage
from .passages import (
    Parts,
    Passage,
    marked,
    parts_of_event,
    parts_of_figure,
    parts_of_statement,
    parts_of_tie,
    parts_of_watchpoint,
    passage,
)

# Places of an actor, and tellings of a claim, event or series, shown before the rest is counted.
MAX_MENTIONS_SHOWN = 10

# What can be listed, and the View's method that lists it.
LISTS: Mapping[str, Callable[..., Table[Any]]] = {
    "statements": View.statements,
    "figures": View.figures,
    "events": View.events,
    "ties": View.ties,
    "watchpoints": View.watchpoints,
    "actors": View.actors,
    "reports": View.reports,
    "claims": View.claims,
    "stories": View.stories,
    "happenings": View.happenings,
    "series": View.series,
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One record and where it stands.

    Attributes:
        record: what was found.
        passages: for a statement, figure, event, tie or watchpoint, the text around it with its parts marked; for an actor, its first mentions, one
            passage for each report; for a report, the whole text, statements' sources, cues and contents and furniture marked; for a claim, event
            told once or series, its first tellings; for a story, none.
        more: how many further mentions or tellings there are.
    """

    record: Found | Linked
    passages: tuple[Passage, ...]
    more: int = 0


def listed(view: View, what: str, **asked: object) -> Table[Any]:
    """Give one of the lists, narrowed by what is asked; None and empty words ask for nothing.

    Raises WrongCall on a list, day, act or kind there is none of.
    """
    if what not in LISTS:
        raise WrongCall(f"list: expected one of {', '.join(LISTS)}; found {what!r}")
    return LISTS[what](view, **asked)


def searched(view: View, words: str, *, limit: int | None = None) -> Table[FoundText]:
    """Give the texts that hold the words: see View.search."""
    return view.search(words, limit=limit)


def shown(view: View, ident: str) -> Shown:
    """Give one record by key, beginning of a key, or an actor's name, with its evidence marked where it stands.

    Raises WrongCall where there is none or are several.
    """
    record = view.find(ident)
    if record is None:
        raise WrongCall(f"show: no record's key begins with {ident!r} and no actor is called so; keys stand in the lists")
    if isinstance(record, FoundActor):
        return _shown_actor(view, record)
    if isinstance(record, ReportCard):
        return Shown(record, (_whole_text(view, record),))
    if isinstance(record, Linked):
        return _shown_linked(view, record)
    return Shown(record, (passage(record.report, view.text(record.report.key), _parts(record)),))


def _shown_linked(view: View, record: Linked) -> Shown:
    places = places_of(record)
    found = tuple(telling_passage(view, place) for place in places[:MAX_MENTIONS_SHOWN])
    return Shown(record, found, more=max(len(places) - MAX_MENTIONS_SHOWN, 0))


def _parts(record: FoundStatement | FoundFigure | FoundEvent | FoundTie | FoundWatchpoint) -> Parts:
    if isinstance(record, FoundStatement):
        return parts_of_statement(record.statement)
    if isinstance(record, FoundFigure):
        return parts_of_figure(record.figure)
    if isinstance(record, FoundEvent):
        return parts_of_event(record.event)
    return parts_of_tie(record.tie) if isinstance(record, FoundTie) else parts_of_watchpoint(record.watchpoint)


def _shown_actor(view: View, actor: FoundActor) -> Shown:
    mentions = view.mentions(actor.key, limit=MAX_MENTIONS_SHOWN)
    places: dict[str, list[Span]] = {}
    for mention in mentions:
        places.setdefault(mention.report.key, []).append(mention.span)
    cards = {mention.report.key: mention.report for mention in mentions}
    found = tuple(passage(cards[key], view.text(key), {"mention": spans}) for key, spans in places.items())
    return Shown(actor, found, more=max(actor.mentions - len(mentions), 0))


def _whole_text(view: View, report: ReportCard) -> Passage:
    reading, text = view.reading(report.key), view.text(report.key)
    parts: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
    for statement in reading.statements:
        for part, spans in parts_of_statement(statement).items():
            if part in parts:
                parts[part] += spans
    parts["furniture"] = list(reading.report.furniture)
    return marked(report, text, parts, within=Span(0, len(text)))
