"""What goes into reading and what comes out beside reports: the limits, what the caller knows already, and refusals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..errors import UnreadableReport

MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Limits of reading and what the user gives for every report of a run.

    Attributes:
        published: day of publication given by the user; wins over the page, loses to the JSON line's own `published`.
        max_characters: code points of text kept; what is cut is said in `report.cut` and `report.notes`. The default is some
            33,000 words, many times the longest report, and takes a core about a quarter of a minute.
        max_bytes: largest file, page or JSON line read, in bytes; anything larger is refused with its size.
        extraction_seconds: wall time one HTML page may take in the extraction process before that is killed.
        today: the day against which a future date of publication is noticed; None means the clock's day.
    """

    published: date | None = None
    max_characters: int = 200_000
    max_bytes: int = 64 * MEBIBYTE
    extraction_seconds: float = 20.0
    today: date | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """One input that gave no report.

    Attributes:
        where: the file, "file:line" or "<stdin>", as a person would look it up.
        code: the stable word of the error, "unreadable" for most.
        reason: what was expected, what was found and what to do.
        id: the id of the JSON line, where one could be read.
    """

    where: str
    code: str
    reason: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of a report before its text is looked at; each wins over what the page says.

    Attributes:
        where: file, "file:line" or "<stdin>", for messages.
        origin: what tells two places of publication apart when there is no URL and no id; None for a stream.
    """

    where: str
    origin: str | None = None
    id: str | None = None
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    section: str | None = None
    byline: str | None = None
    language: str | None = None
    published: date | None = None


def refuse(where: str, *, expected: str, found: str, remedy: str) -> UnreadableReport:
    """Make the one shape of refusal: where, expected, found, what to do."""
    return UnreadableReport(f"{where}: expected {expected}, found {found}; {remedy}")


def words_of(line: Mapping[str, Any], name: str, where: str) -> str | None:
    """Give one text field of a JSON line, None where it is absent, null or blank; raises UnreadableReport on any other type."""
    value = line.get(name)
    if value is None:
        return None
    if name == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise refuse(where, expected=f'a string in "{name}"', found=type(value).__name__, remedy="mend that field of the line")
    demand_whole(value, name=name, where=where)
    return value if value.strip() else None


def demand_whole(text: str, *, name: str, where: str) -> None:
    """Raise UnreadableReport where the text holds half a surrogate pair, which no UTF-8 file or database can keep."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        found = f"half a surrogate pair (U+{ord(text[error.start]):04X}) at character {error.start}"
        raise refuse(where, expected=f'whole characters in "{name}"', found=found, remedy="write it again as UTF-8") from None
