"""A stream of JSON Lines → numbered mappings, in constant memory; a line that is no object is named and the next one read."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

from ...errors import UnreadableReport
from ..payload import MEBIBYTE, refuse

ENDINGS = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
_SCRAP = MEBIBYTE


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number from 1, and its object or the refusal."""

    number: int
    value: Mapping[str, Any] | UnreadableReport


def is_lines(name: str) -> bool:
    """Tell whether a file's name says JSON Lines, packed or not."""
    return name.lower().endswith(ENDINGS)


def lines_of(stream: BinaryIO, *, where: str, max_bytes: int) -> Iterator[Line]:
    """Read a stream line by line; blank lines are passed over, a line above `max_bytes` is read away and refused.

    A packed stream that breaks off gives one last refusal with the number of the line where it broke.
    """
    number = 0
    while True:
        number += 1
        try:
            raw = stream.readline(max_bytes + 1)
            too_long = len(raw) > max_bytes
            if too_long:
                _read_away(stream, raw)
        except (OSError, EOFError, zlib.error) as error:
            found = f"a stream that breaks off ({error})"
            yield Line(number, refuse(f"{where}:{number}", expected="a line", found=found, remedy="copy or pack the file again"))
            return
        if not raw:
            return
        if too_long:
            expected, remedy = f"a line of at most {max_bytes} bytes", "write one report per line"
            yield Line(number, refuse(f"{where}:{number}", expected=expected, found="a longer one", remedy=remedy))
        elif raw.strip():
            yield Line(number, object_of(raw, f"{where}:{number}", is_first=number == 1))


def _read_away(stream: BinaryIO, raw: bytes) -> None:
    while raw and not raw.endswith(b"\n"):
        raw = stream.readline(_SCRAP)


def object_of(raw: bytes, where: str, *, is_first: bool) -> Mapping[str, Any] | UnreadableReport:
    """Give the object of one line, or the refusal; the first line may begin with a byte order mark."""
    expected, remedy = 'one JSON object ({"id": …, "text": …})', "mend or leave out the line"
    try:
        value = json.loads(raw.decode("utf-8-sig" if is_first else "utf-8"))
    except UnicodeDecodeError as error:
        found = f"the byte 0x{raw[error.start]:02x} at {error.start}"
        return refuse(where, expected="UTF-8", found=found, remedy="write the file again as UTF-8")
    except (ValueError, RecursionError) as error:
        reason = str(error)[:120]
        return refuse(where, expected=expected, found=f"{len(raw)} bytes that are none ({reason})", remedy=remedy)
    if not isinstance(value, dict):
        return refuse(where, expected=expected, found=type(value).__name__, remedy=remedy)
    return value
