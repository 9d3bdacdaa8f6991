"""A ledger's view and two days → what is new between them: claims, denials, figures, first mentions, what came true, what is overdue.

What counts is the day of publication: a claim is new when no report before tells it. Reports without a day are counted and left out. Everything is
told from what the ledger holds now, so a decision or a later reading changes the comparison of earlier days too.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from ..record.filters import Day, day
from .change_parts import Change, ChangeKind, Changes, Cited, within
from .changed_claims import changed_claims
from .changed_figures import changed_figures
from .visible import one_line

if TYPE_CHECKING:  # its module brings the database
    from ..record.found_links import EventTelling
    from ..record.view import View

# Realities of what was to come, as an earlier report told it.
_AHEAD = frozenset(("planned", "threatened", "promised", "hypothetical", "demanded"))
_CAME = frozenset(("happened", "ongoing"))
_ORDER = list(ChangeKind)


def changes_between(view: View, since: Day, until: Day | None = None, *, about: str | None = None) -> Changes:
    """Give what is new in reports of these days, both inclusive, against all before; `until` None: to the last one.

    Raises WrongCall on a day that is none.
    """
    first, last = day(since, "since"), day(until, "until") if until is not None else None
    asked: dict[str, Any] = {"about": about, "since": first, "until": last}
    claims = view.claims(**asked)
    cards = view.reports(**asked)
    undated = view.undated(about=about)
    found = [*changed_claims(claims, first, last), *changed_figures(view.series(**asked), first, last)]
    found += _came_true(view, asked, first, last)
    found += _overdue(view, asked, first, last)
    found += _first_mentions(view, first, last) if about is None else ()
    ordered = sorted(found, key=lambda c: (_ORDER.index(c.kind), -c.origins, -c.reports, c.day or date.max, c.key))
    return Changes(
        first, last, about, len(cards), len({card.outlet or card.place for card in cards}), undated, view.waiting(), tuple(ordered),
        tuple(dict.fromkeys((*claims.notes, *cards.notes))),
    )  # fmt: skip


def _came_true(view: View, asked: dict[str, Any], since: date, until: date | None) -> Iterator[Change]:
    for event in view.happenings(**asked):
        ahead = [t for t in event.tellings if t.reality in _AHEAD and t.report.published and t.report.published < since]
        done = [t for t in event.tellings if t.reality in _CAME]
        came = [t for t in done if within(t.report.published, since, until)]
        if not ahead or not came or any(t.report.published and t.report.published < since for t in done):
            continue
        yield Change(
            ChangeKind.CAME_TRUE, event.key, came[0].words, ", ".join(event.actor_names), f"{ahead[0].reality}: {ahead[0].words}",
            came[0].reality, came[0].report.published, 0, event.spread.outlets, len(event.spread.reports), tuple(map(_told_at, (ahead[0], came[0]))),
        )  # fmt: skip


def _told_at(telling: EventTelling) -> Cited:
    card = telling.report
    return Cited(telling.finding, card.key, card.outlet, card.published, (telling.span,), one_line(telling.words))


def _overdue(view: View, asked: dict[str, Any], since: date, until: date | None) -> Iterator[Change]:
    for row in view.watchpoints(**asked):
        due, told = row.due, row.report.published
        if due is None or due.end is None or told is None:
            continue
        last = due.end - timedelta(days=1)
        if within(last, since, until) and told <= last:
            who = row.said_by.speaker.name if row.said_by and row.said_by.speaker else ""
            cite = Cited(row.key, row.report.key, row.report.outlet, told, row.watchpoint.evidence, one_line(row.words))
            yield Change(
                ChangeKind.DEADLINE, row.key, one_line(row.words), who, row.watchpoint.kind.value, f"due {due.words or last.isoformat()}", last, 0, 0,
                len(row.carriers), (cite,),
            )  # fmt: skip


def _first_mentions(view: View, since: date, until: date | None) -> Iterator[Change]:
    for found in view.first_mentions(since, until):
        card, where = found.actor, found.report
        cite = Cited(None, where.key, where.outlet, where.published, (found.span,), found.words)
        yield Change(ChangeKind.NEW_ACTOR, card.key, card.name, "", "", card.kind, where.published, 0, 0, found.reports, (cite,))
