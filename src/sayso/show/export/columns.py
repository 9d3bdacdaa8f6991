"""What an export is: its columns, each with its meaning and how it is made, which events it takes, and how it is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ...findings.reading import Reading
from ...record.found_events import FoundEvent

# A cell: None, a number or words; a list where there may be several.
Cell = object
BETWEEN_VALUES = ";"


@dataclass(frozen=True, slots=True)
class Row:
    """One event to be written, with the reading it stands in."""

    found: FoundEvent
    reading: Reading


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        name: as it stands in the heading.
        meaning: what it holds, in a sentence; empty cells and what is left out are said here.
        value: makes the cell. A list is one in JSON; in CSV its values stand with a semicolon between them.
    """

    name: str
    meaning: str
    value: Callable[[Row], Cell]


@dataclass(frozen=True, slots=True)
class Export:
    """One format.

    Attributes:
        name: as --to takes it.
        sentence: what it is.
        columns: in order.
        realities, statuses: those written where none are asked for; empty: all.
        takes: whether an event can be written at all.
    """

    name: str
    sentence: str
    columns: tuple[Column, ...]
    realities: tuple[str, ...]
    statuses: tuple[str, ...]
    takes: Callable[[FoundEvent], bool]

    def rows(self, events: Iterable[FoundEvent], reading: Callable[[str], Reading]) -> Iterator[dict[str, Cell]]:
        """Give a row for each event that the format can hold; `reading` gives the reading of a report's key."""
        opened: dict[str, Reading] = {}
        for found in events:
            if not self.takes(found):
                continue
            key = found.report.key
            if key not in opened:
                opened = {key: reading(key)}  # events come report by report
            row = Row(found, opened[key])
            yield {column.name: column.value(row) for column in self.columns}


def in_one_cell(row: dict[str, Cell]) -> dict[str, Cell]:
    """Give the row for CSV: lists with a semicolon between their values, spans as "start-end"."""
    return {name: _joined(value) if isinstance(value, list) else value for name, value in row.items()}


def _joined(values: list[Cell]) -> str | None:
    return (
        BETWEEN_VALUES.join("" if v is None else "-".join(map(str, v)) if isinstance(v, list) else str(v) for v in values) or None
    )
