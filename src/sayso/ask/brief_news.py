"""What changed since a day → lines of a brief: what is denied, confirmed, taken back, moved, overdue, and new claims that more than one outlet tells."""

from __future__ import annotations

from collections.abc import Collection

from ..record.found import ReportCard
from .amounts import day_in_words
from .brief_claim_parts import News
from .brief_lines import Footnotes
from .change_parts import Change, ChangeKind, Changes

# New claims are many: a brief names those that this many outlets tell, or that somebody answers; first mentions are left to `sayso diff`.
OUTLETS = 2
# What says more of a claim than that it is new.
_MORE = (ChangeKind.DENIED, ChangeKind.WITHDRAWN, ChangeKind.CONFIRMED)


def news_lines(changes: Changes, cards: dict[str, ReportCard], notes: Footnotes) -> tuple[News, ...]:
    """Give what changed, in the order of kinds; a claim that is new and denied or confirmed at once is told once."""
    answered = {change.key for change in changes.of(*_MORE)}
    return tuple(_news(change, cards, notes) for change in changes.changes if _is_told(change, answered))


def _is_told(change: Change, answered: Collection[str]) -> bool:
    if change.kind is ChangeKind.NEW_ACTOR:
        return False
    if change.kind is not ChangeKind.NEW_CLAIM:
        return True
    return change.key not in answered and (change.outlets >= OUTLETS or change.now == "contested")


def _news(change: Change, cards: dict[str, ReportCard], notes: Footnotes) -> News:
    cites = [
        notes.place(cite.finding or f"{cite.report}:{cite.spans[0].start}", cards[cite.report], cite.spans)
        for cite in change.cites
        if cite.report in cards and cite.spans
    ]
    when = day_in_words(change.day) if change.day else None
    return News(change.kind.value, change.what, change.who, change.before, change.now, when, tuple(dict.fromkeys(cites)))
