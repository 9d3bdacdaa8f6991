"""Files, folders, globs, standard input, JSON Lines → reports, one at a time and in an order that does not change.

Promise: one bad page, line or file is given back as `Skipped` with the reason, in its place, and the next is read. Only a wrong
call
(a path that does not exist, a URL) raises, before anything is read.
"""

from __future__ import annotations

import glob
import gzip
import hashlib
import io
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, cast

from ..errors import UnreadableReport, WrongCall
from ..report import Report
from .address import is_address
from .containers.folder import files_in
from .containers.jsonl import is_lines, lines_of
from .containers.stream import standard_input
from .dates import find_day
from .formats.html import read_html
from .formats.plain import read_plain
from .payload import Given, ReadOptions, Skipped, demand_whole, refuse, words_of
from .sniff import Kind, decode, sniff

STDIN = "-"
_STDIN_NAME = "<stdin>"
_PEEK_BYTES = 4_096
DEFAULTS = ReadOptions()


def iter_reports(sources: Sequence[str | Path], *, options: ReadOptions = DEFAULTS) -> Iterator[Report | Skipped]:
    """Give the reports of some files, folders, globs, JSON Lines files or "-"; the sources are checked at once, read as asked
    for.

    Raises WrongCall on an address, on a path that does not exist and where there is no source at all.
    """
    if not sources:
        raise WrongCall('expected a file, a folder or "-" for standard input, found nothing; name what is to be read')
    paths = [path for source in sources for path in _paths(str(source))]
    return (item for path in paths for item in _reports_at(path, options))


def report_from_line(
    line: Mapping[str, Any], *, options: ReadOptions = DEFAULTS, where: str = "line", origin: str | None = None
) -> Report:
    """Read one JSON line: {"id", "text" or "html", "published"?, "title"?, "url"?, "outlet"?, "section"?, "byline"?,
    "language"?}.

    `text` is kept code point for code point. Raises UnreadableReport naming the field.
    """
    given = _given(line, where, origin)
    text, html = line.get("text"), line.get("html")
    if text is None and isinstance(html, str):
        demand_whole(html, name="html", where=where)
        return _stamped(read_html(html.encode("utf-8"), given=given, options=options), html.encode("utf-8"))
    if not isinstance(text, str):
        found = "neither" if text is None and html is None else f"{type(text if text is not None else html).__name__}"
        raise refuse(where, expected='a string in "text" or "html"', found=found, remedy="write the report's text there")
    demand_whole(text, name="text", where=where)
    return _stamped(read_plain(text, given=given, options=options), text.encode("utf-8"))


def report_from_text(text: str, *, options: ReadOptions = DEFAULTS, given: Given | None = None) -> Report:
    """Read one text as it is; raises UnreadableReport where there is nothing in it."""
    known = given or Given("text")
    demand_whole(text, name="text", where=known.where)
    return _stamped(read_plain(text, given=known, options=options), text.encode("utf-8"))


def report_from_bytes(body: bytes, *, where: str, options: ReadOptions = DEFAULTS, given: Given | None = None) -> Report:
    """Read the bytes of one page or text; raises UnreadableReport where they are neither."""
    known = given or Given(where, origin=where)
    remedy = "sayso reads HTML, plain text and JSON Lines: save it as one of these"
    if len(body) > options.max_bytes:
        found = f"more than {options.max_bytes}"
        raise refuse(where, expected=f"at most {options.max_bytes} bytes", found=found, remedy="split it, or raise max_bytes")
    what = sniff(body, where)
    if what.kind in (Kind.EMPTY, Kind.BINARY):
        raise refuse(where, expected="HTML or plain text", found=what.description, remedy=remedy)
    if what.kind is Kind.HTML:
        return _stamped(read_html(body, given=known, options=options), body)
    read = decode(body)
    return _stamped(read_plain(read.text, given=known, options=options, notes=read.notes), body)


def report_from_file(path: str | Path, *, options: ReadOptions = DEFAULTS) -> Report:
    """Read one page or text file; raises WrongCall where there is no such file, UnreadableReport where it cannot be read."""
    found = _paths(str(path))
    if len(found) != 1 or found[0] == STDIN or Path(found[0]).is_dir() or is_lines(found[0]):
        raise WrongCall(f"{path}: expected one page or text, found what may hold many; use `sayso read` or iter_reports")
    return report_from_bytes(
        _bytes_of(Path(found[0]), options), where=str(path), options=options, given=_given_by(Path(found[0]))
    )


def _stamped(report: Report, body: bytes) -> Report:
    return replace(report, bytes_sha256=hashlib.sha256(body).hexdigest())


def _paths(source: str) -> list[str]:
    if source == STDIN:
        standard_input()  # refuses a closed one before anything is read
        return [STDIN]
    if is_address(source):
        raise WrongCall(f"{source}: sayso does not fetch yet: save the page and read the file")
    if os.path.lexists(source):
        return [source]
    if glob.has_magic(source) and (found := sorted(glob.glob(source, recursive=True))):
        return found
    raise WrongCall(f"{source}: expected a file, a folder or a pattern that fits some, found nothing; check the spelling")


def _reports_at(path: str, options: ReadOptions) -> Iterator[Report | Skipped]:
    if path == STDIN:
        yield from _reports_in_stream(standard_input(), options)
    elif not Path(path).is_dir():
        yield from _reports_in_file(Path(path), options)
    else:
        for found in files_in(Path(path)):
            if isinstance(found, Skipped):
                yield found
            else:
                yield from _reports_in_file(found, options)


def _reports_in_file(path: Path, options: ReadOptions) -> Iterator[Report | Skipped]:
    try:
        if not path.is_file():
            with path.open("rb") as stream:  # a pipe: <(zcat page.html.gz)
                yield from _reports_in_stream(stream, options, where=str(path))
            return
        if not is_lines(path.name) and not _begins_with_object(path):
            body, given = _bytes_of(path, options), _given_by(path)
            yield _made(str(path), lambda: report_from_bytes(body, where=str(path), options=options, given=given))
            return
        with _opened(path) as stream:
            yield from _reports_in_lines(stream, str(path), options, origin=_origin(path))
    except UnreadableReport as error:
        yield Skipped(str(path), error.code, str(error))
    except OSError as error:
        yield Skipped(
            str(path), "no-rights" if isinstance(error, PermissionError) else "unreadable", str(_refused_by_system(path, error))
        )


def _reports_in_stream(stream: BinaryIO, options: ReadOptions, *, where: str = _STDIN_NAME) -> Iterator[Report | Skipped]:
    """Read standard input or a pipe: JSON Lines where its first character begins an object, else one page or text."""
    buffered = cast(io.BufferedReader, stream if hasattr(stream, "peek") else io.BufferedReader(cast(io.RawIOBase, stream)))
    if buffered.peek(_PEEK_BYTES)[:_PEEK_BYTES].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        yield from _reports_in_lines(buffered, where, options, origin=None)
        return
    body = buffered.read(options.max_bytes + 1)
    yield _made(where, lambda: report_from_bytes(body, where=where, options=options, given=Given(where)))


def _reports_in_lines(stream: BinaryIO, where: str, options: ReadOptions, *, origin: str | None) -> Iterator[Report | Skipped]:
    empty = True
    for line in lines_of(stream, where=where, max_bytes=options.max_bytes):
        empty = False
        place = f"{where}:{line.number}"
        value = line.value
        if isinstance(value, UnreadableReport):
            yield Skipped(place, value.code, str(value))
            continue
        made = _made(place, partial(report_from_line, value, options=options, where=place, origin=origin))
        known = value.get("id")
        yield replace(made, id=known) if isinstance(made, Skipped) and isinstance(known, str) else made
    if empty:
        raise refuse(where, expected="JSON Lines", found="an empty file", remedy="check that it was written")


def _made(where: str, make: Callable[[], Report]) -> Report | Skipped:
    """Give a report or why there is none; an unforeseen failure too, for a generator that raises could not go on."""
    try:
        return make()
    except UnreadableReport as error:
        return Skipped(where, error.code, str(error))
    except Exception as error:  # noqa: BLE001 - a rule that breaks on one page must not cost the others
        reason = f"{where}: could not be read ({type(error).__name__}: {error}); please report it with the page"
        return Skipped(where, "not-read", reason)


def _begins_with_object(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(64).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b'{"')


def _bytes_of(path: Path, options: ReadOptions) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(options.max_bytes + 1)
    except OSError as error:
        raise _refused_by_system(path, error) from error


def _refused_by_system(path: Path, error: OSError) -> UnreadableReport:
    remedy = "give the reader rights to it" if isinstance(error, PermissionError) else "check the disk or copy the file again"
    return refuse(str(path), expected="a file that may be read", found=error.strerror or type(error).__name__, remedy=remedy)


def _opened(path: Path) -> BinaryIO:
    return cast(BinaryIO, gzip.open(path, "rb") if path.name.lower().endswith(".gz") else path.open("rb"))


def _origin(path: Path) -> str:
    return Path(os.path.abspath(path)).as_posix()


def _given_by(path: Path) -> Given:
    return Given(str(path), origin=_origin(path))


def _given(line: Mapping[str, Any], where: str, origin: str | None) -> Given:
    names = ("id", "title", "url", "outlet", "section", "byline", "language")
    fields = {name: value.strip() if (value := words_of(line, name, where)) else None for name in names}
    said = words_of(line, "published", where)
    found = find_day(said) if said else None
    if said and found is None:
        raise refuse(
            where, expected='a day in "published" (2024-10-24)', found=repr(said[:40]), remedy="mend or leave out the field"
        )
    return Given(where, origin, published=found.day if found else None, **fields)
