"""A table of findings → lines for people (table) or programs (json, jsonl, csv), on any stream of text; parquet on one of bytes.

Programs get every column of `flat()`; people get the columns a view chooses, with what a terminal would obey made visible.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TextIO

from ..ask.visible import visible
from ..errors import SaysoError, WrongCall
from ..span import Span
from .cells import guarded

Flat = Mapping[str, object]


class Format(StrEnum):
    """How a list is written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"


@dataclass(frozen=True, slots=True)
class Column:
    """One column for people.

    Attributes:
        title: its heading.
        cell: what it shows of a row, as plain text.
        width: the most characters it takes before it wraps; None for what is left over, shared by `share`.
        share: its part of what is left over.
        style: a rich style, for terminals with colour.
        right: numbers stand to the right.
        from_width: the narrowest terminal, in characters, on which the column is shown.
        marks: which stretches of the cell stand out.
    """

    title: str
    cell: Callable[[Any], str]
    width: int | None = None
    share: int = 1
    style: str = ""
    right: bool = False
    from_width: int = 0
    marks: Callable[[Any], Sequence[Span]] | None = None


@dataclass(frozen=True, slots=True)
class View:
    """What people see of a list: its columns, and the sentence for an empty one."""

    columns: tuple[Column, ...]
    nothing: str = "nothing found"


def write_rows(rows: Iterable[Any], view: View, format: Format, out: TextIO) -> int:
    """Write the rows in the format asked for and give how many there were."""
    if format is Format.TABLE:
        return write_table(list(rows), view, out)
    return WRITERS[format]((row.flat() for row in rows), out)


def write_table(rows: Sequence[Any], view: View, out: TextIO) -> int:
    """Write a table as wide as the terminal; where none is known, 80 columns or $COLUMNS."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    console = console_for(out)
    if not rows:
        console.print(Text(view.nothing))
        return 0
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold", expand=True, show_edge=False)
    columns = [column for column in view.columns if console.width >= column.from_width]
    for column in columns:
        how: dict[str, Any] = {"max_width": column.width} if column.width else {"ratio": column.share}
        table.add_column(column.title, justify="right" if column.right else "left", style=column.style, overflow="fold", **how)
    for row in rows:
        table.add_row(*(_cell(column, row) for column in columns))
    console.print(table)
    return len(rows)


def _cell(column: Column, row: Any) -> Any:
    from rich.text import Text

    words = column.cell(row)
    if column.marks is None:
        return Text(visible(words))
    shown, at = Text(), 0
    for span in column.marks(row):
        shown.append(visible(words[at : span.start])).append(visible(words[span.start : span.end]), style="bold underline")
        at = span.end
    return shown.append(visible(words[at:]))


def console_for(out: TextIO) -> Any:
    """Give a console on the stream: no markup in other people's words, colour only where the stream and $NO_COLOR allow it."""
    from rich.console import Console

    return Console(file=out, markup=False, highlight=False, emoji=False, soft_wrap=False)


def write_json(rows: Iterable[Flat], out: TextIO) -> int:
    """Write one JSON array, a row a line, without holding all rows."""
    count = 0
    out.write("[")
    for row in rows:
        out.write(("," if count else "") + "\n" + as_json(row))
        count += 1
    out.write("\n]\n" if count else "]\n")
    return count


def write_jsonl(rows: Iterable[Flat], out: TextIO) -> int:
    """Write one JSON object a line."""
    count = 0
    for row in rows:
        out.write(as_json(row) + "\n")
        count += 1
    return count


def write_csv(rows: Iterable[Flat], out: TextIO) -> int:
    """Write a heading and one line a row (RFC 4180, CRLF), cells guarded against being taken for formulas."""
    count = 0
    writer = csv.writer(out)
    for row in rows:
        if not count:
            writer.writerow(list(row))
        writer.writerow([guarded(value) for value in row.values()])
        count += 1
    return count


def write_parquet(rows: Iterable[Flat], out: TextIO) -> int:
    """Write one Parquet file, as bytes; raises SaysoError where polars is not installed, WrongCall on a terminal."""
    try:
        import polars
    except ImportError as error:
        raise SaysoError('polars is not installed; install it with: pip install "sayso[frames]"') from error
    if out.isatty():
        raise WrongCall("format: Parquet is for programs; send it to a file: --format parquet > rows.parquet")
    held = [dict(row) for row in rows]
    out.flush()
    # A column may be empty for thousands of rows before its first value: look at all of them for its type.
    polars.DataFrame(held, infer_schema_length=None).write_parquet(out.buffer)
    out.buffer.flush()
    return len(held)


def as_json(value: object) -> str:
    """Give the value on one line of JSON; half a surrogate pair, which UTF-8 cannot hold, as its escape."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value, default=str)
    return text


WRITERS: dict[Format, Callable[[Iterable[Flat], TextIO], int]] = {
    Format.JSON: write_json,
    Format.JSONL: write_jsonl,
    Format.CSV: write_csv,
    Format.PARQUET: write_parquet,
}
