"""Found figures → the lines of those that stand in no series, by whose they are; what is told in passing is left to the lists."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from ..findings.figure import Figure, FigureKind
from ..record.found import FoundFigure
from ..record.found_events import FoundEvent
from .brief_lines import Footnotes, merged_figures, quantity
from .brief_parts import Quantity, QuantityGroup

# Counts below this that are told in passing are left to the lists.
SMALL = 10
# What ends a clause for a reader, and the most code points shown of one: a line of print.
_END, MAX_CLAUSE = re.compile(r"[,;:.!?](?=\s|$)|[“”\"()]|\s(?:[–—-]|and|but|while)\s|\n"), 80


def passing_figures(figures: Iterable[FoundFigure], events: Iterable[FoundEvent]) -> frozenset[str]:
    """Give the keys of small counts told in passing ("two diplomats said", "a number from two people"): lists have them, the brief does not.

    They are the size of no event, and stand in a report's own voice or are of no actor.
    """
    sizes = {(figure.words, figure.of, row.report.key) for row in events for figure in row.figures}
    return frozenset(
        row.key
        for row in figures
        if _is_small(row.figure)
        and (row.figure.statement is None or row.whose is None)
        and (row.words, row.of, row.report.key) not in sizes
    )


def _is_small(figure: Figure) -> bool:
    return figure.kind is FigureKind.COUNT and figure.high is not None and figure.high < SMALL


def quantity_groups(figures: Iterable[FoundFigure], notes: Footnotes) -> tuple[QuantityGroup, ...]:
    """Give a line for each number, those of one actor together; what belongs to no actor is last."""
    whose: dict[str | None, list[Quantity]] = {}
    for group in merged_figures(figures):
        card = group[0].whose
        whose.setdefault(card.name if card else None, []).append(replace(quantity(group, notes), clause=_clause(group[0], notes)))
    ordered = sorted(whose.items(), key=lambda item: (item[0] is None, -len(item[1]), item[0] or ""))
    return tuple(QuantityGroup(name, tuple(lines)) for name, lines in ordered)


def _clause(row: FoundFigure, notes: Footnotes) -> str:
    """Give the words from a number to the end of its clause, verbatim; empty where what is counted stands by itself or the clause is long."""
    text, at = notes.reading(row.report.key).report.text, row.figure.span
    if row.of:
        return ""
    mark = _END.search(text, at.end)
    end = mark.start() if mark else len(text)
    return text[at.start : end].rstrip() if at.end < end <= at.start + MAX_CLAUSE else ""
