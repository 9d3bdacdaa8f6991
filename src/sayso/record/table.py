"""Table: the rows a question gives, as a sequence, as plain dicts, as a frame, or as HTML in a notebook."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from typing import Any, Protocol, TypeVar, overload

from ..errors import SaysoError

# Rows a notebook shows; the rest is counted below them.
MAX_ROWS_IN_HTML = 100


class Row(Protocol):
    """Anything that can be one line of a table."""

    def flat(self) -> dict[str, object]:
        """Give column names and values, always the same columns in the same order."""
        ...


R = TypeVar("R", bound=Row)


class Table(Sequence[R]):
    """Rows in order, frozen.

    Attributes:
        notes: what the asker should know of how the question was taken ("no actor here is called 'X'").
    """

    __slots__ = ("_rows", "notes")

    def __init__(self, rows: Sequence[R] = (), *, notes: Sequence[str] = ()) -> None:
        self._rows = tuple(rows)
        self.notes = tuple(notes)

    @overload
    def __getitem__(self, index: int) -> R: ...
    @overload
    def __getitem__(self, index: slice) -> Table[R]: ...
    def __getitem__(self, index: int | slice) -> R | Table[R]:
        if isinstance(index, slice):
            return Table(self._rows[index], notes=self.notes)
        return self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[R]:
        return iter(self._rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Table) and self._rows == other._rows

    def __hash__(self) -> int:
        return hash(self._rows)

    def __repr__(self) -> str:
        return f"Table({len(self)} rows)"

    def to_dicts(self) -> list[dict[str, object]]:
        """Give one flat dict per row; dates as ISO 8601 days, several words joined, spans as "start-end"."""
        return [row.flat() for row in self._rows]

    def to_pandas(self) -> Any:
        """Give a pandas DataFrame; raises SaysoError where pandas is not installed."""
        try:
            import pandas  # type: ignore[import-untyped, unused-ignore]  # its stubs are a package of their own
        except ImportError as error:
            raise _no_frames("pandas") from error
        return pandas.DataFrame(self.to_dicts())

    def to_polars(self) -> Any:
        """Give a polars DataFrame; raises SaysoError where polars is not installed."""
        try:
            import polars
        except ImportError as error:
            raise _no_frames("polars") from error
        # A column may be empty for thousands of rows before its first value: look at all of them for its type.
        return polars.DataFrame(self.to_dicts(), infer_schema_length=None)

    def _repr_html_(self) -> str:
        """Give an HTML table, every cell escaped."""
        rows = [row.flat() for row in self._rows[:MAX_ROWS_IN_HTML]]
        notes = "".join(f"<p>{html.escape(note)}</p>" for note in self.notes)
        if not rows:
            return f"{notes}<p>nothing found</p>"
        head = "".join(f"<th>{html.escape(name)}</th>" for name in rows[0])
        body = "".join("<tr>" + "".join(f"<td>{_cell(value)}</td>" for value in row.values()) + "</tr>" for row in rows)
        rest = f"<p>and {len(self) - len(rows)} more</p>" if len(self) > len(rows) else ""
        return f"{notes}<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{rest}"


def _cell(value: object) -> str:
    return "" if value is None else html.escape(str(value))


def _no_frames(library: str) -> SaysoError:
    return SaysoError(f'{library} is not installed; install it with: pip install "sayso[frames]"')
