"""Reports → the sources of a brief: outlet, day and where it was found, agency, and whose words a report repeats.

A reprint is a report whose text another prints to the letter, or that shares most of its statements with an earlier one. The
second is counted from the statements at hand; the share is said, so that a reader can judge.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..record.found import FoundStatement, ReportCard
from .brief_lines import statement_line_key
from .brief_parts import Source
from .brief_words import carrier

# Fewest statements in common, and the least part of the shorter report's, that make a reprint.
MIN_STATEMENTS_SHARED = 3
MIN_PART_SHARED = 0.6
ANALYSED = "en"


def sources(cards: Sequence[ReportCard], groups: Sequence[Sequence[FoundStatement]]) -> tuple[Source, ...]:
    """Give one line for each report, oldest first."""
    ordered = sorted(cards, key=_age)
    lines = _lines_by_report(groups)
    names = {card.key: carrier(card.outlet, card.place) for card in cards}
    made = []
    for at, card in enumerate(ordered):
        earlier = [other for other in ordered[:at] if not other.copy_of]
        shares = None if card.copy_of in names else _shares(card, earlier, lines)
        copies = names.get(card.copy_of, "a report not listed here") if card.copy_of else None
        made.append(_source(card, copies, shares))
    return tuple(made)


def _age(card: ReportCard) -> tuple[bool, date, bool, bool, str, str]:
    # Of two reports of one day the agency's own page comes before those that credit it.
    own = bool(card.agency) and card.agency == card.outlet
    return (card.published is None, card.published or date.max, bool(card.copy_of), not own, card.place or "", card.key)


def _lines_by_report(groups: Sequence[Sequence[FoundStatement]]) -> dict[str, set[object]]:
    lines: dict[str, set[object]] = {}
    for group in groups:
        for row in group:
            for report in {row.report.key, *row.carriers}:
                lines.setdefault(report, set()).add(statement_line_key(row))
    return lines


def _shares(card: ReportCard, earlier: Sequence[ReportCard], lines: dict[str, set[object]]) -> str | None:
    own = lines.get(card.key, set())
    best: tuple[int, ReportCard] | None = None
    for other in earlier:
        theirs = lines.get(other.key, set())
        common = len(own & theirs)
        needed = max(MIN_STATEMENTS_SHARED, MIN_PART_SHARED * min(len(own), len(theirs)))
        if common >= needed and (best is None or common > best[0]):
            best = (common, other)
    if best is None:
        return None
    return f"{best[0]} of {len(own)} statements with {carrier(best[1].outlet, best[1].place)}"


def _source(card: ReportCard, copies: str | None, shares: str | None) -> Source:
    return Source(
        report=card.key, outlet=card.outlet, title=card.title, url=card.url, place=card.place, published=card.published,
        dated=card.published_from, agency=card.agency, language=card.language, analysed=card.language == ANALYSED,
        copy_of=card.copy_of, copies=copies, shares=shares, statements=card.statements, figures=card.figures,
        events=card.events,
    )  # fmt: skip
