"""Found figures → the lines of those that stand in no series, by whose they are; what is told in passing is left to the lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ..findings.figure import Figure, FigureKind
from ..link.series import stages_told, state_named
from ..record.found import FoundFigure
from ..record.found_events import FoundEvent
from ..record.found_links import FoundSeries
from .brief_lines import Footnotes, merged_figures, quantity
from .brief_parts import Quantity, QuantityGroup
from .brief_words import quoted
from .visible import one_line

# Counts below this that are told in passing are left to the lists.
SMALL = 10
_EACH = re.compile(r"\s+each\b")
# What a series is called of which no report says what it counts.
_NAMELESS = frozenset(("number", "money", "share", "time"))
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


def quantity_groups(
    figures: Iterable[FoundFigure], notes: Footnotes, alone: Mapping[str, FoundSeries] | None = None
) -> tuple[QuantityGroup, ...]:
    """Give a line for each number, those of one actor together; what belongs to no actor is last.

    `alone` has by figure the series whose one number it is: a headline's number and that of its text make one line, which says what of them is told.
    """
    whose: dict[str | None, list[Quantity]] = {}
    for group, series in _once(merged_figures(figures), alone or {}):
        card = next((row.whose for row in group if row.whose), None)
        name = card.name if card else state_named(series.series.name) if series else None
        line = replace(quantity(group, notes), clause=_clause(group[0], notes), of=_counted(group[0], notes))
        whose.setdefault(name, []).append(_named(line, series))
    ordered = sorted(whose.items(), key=lambda item: (item[0] is None, -len(item[1]), item[0] or ""))
    return tuple(QuantityGroup(name, tuple(lines)) for name, lines in ordered)


def _once(
    groups: Iterable[list[FoundFigure]], alone: Mapping[str, FoundSeries]
) -> Iterator[tuple[list[FoundFigure], FoundSeries | None]]:
    """Give the groups with the series each makes; those of one series are one, the fullest words of the last in the text first."""
    found: dict[str, list[list[FoundFigure]]] = {}
    for group in groups:
        series = alone.get(group[0].key)
        found.setdefault(series.key if series else group[0].key, []).append(group)
    for several in found.values():
        rows = [row for group in reversed(several) for row in group]
        yield rows, alone.get(rows[0].key)


def _counted(row: FoundFigure, notes: Footnotes) -> str:
    """Give what is counted, and that it is so of each of several."""
    each = (
        _EACH.match(notes.reading(row.report.key).report.text, row.figure.of.span.end)
        if row.figure.of and row.figure.of.span
        else None
    )
    return f"{row.of} each" if each else row.of


def _named(line: Quantity, series: FoundSeries | None) -> Quantity:
    """Give the line under the name of its series, where that says what became of those counted: "soldiers" → "Chadian soldiers expected in Mali"."""
    name = one_line(series.series.name) if series else ""
    if not stages_told(name) or name.split(" ")[0] in _NAMELESS:
        return line
    return replace(line, of=f"{name}: {quoted(line.clause)}" if line.clause else name, clause="", where=None)


def _clause(row: FoundFigure, notes: Footnotes) -> str:
    """Give the words from a number to the end of its clause, verbatim; empty where what is counted stands by itself or the clause is long."""
    text, at = notes.reading(row.report.key).report.text, row.figure.span
    if row.of:
        return ""
    mark = _END.search(text, at.end)
    end = mark.start() if mark else len(text)
    return text[at.start : end].rstrip() if at.end < end <= at.start + MAX_CLAUSE else ""
