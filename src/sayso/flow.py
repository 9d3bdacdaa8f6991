"""One process: read → understand → record. One bad report never stops a run; the catch for that stands here, once.

bytes ──read──▶ Report ──understand──▶ Reading ──record──▶ Ledger ──ask──▶ answers ──show──▶ people
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from .crew import Craft, in_order
from .errors import SaysoError, UnreadableReport
from .findings.reading import Reading
from .read.containers.jsonl import object_of
from .read.intake import DEFAULTS, iter_reports, report_from_file, report_from_line
from .read.payload import MEBIBYTE, Given, ReadOptions, Skipped
from .report import Report
from .understand.analysis import understand

if TYPE_CHECKING:
    from .record.ledger import Ledger

T = TypeVar("T")
_FIRST_WORDS = "The minister said on Friday that at least 20 of them would come, and that nobody would be left behind."


class Parsed(NamedTuple):
    """One line of output of `parse_lines`: JSON without a line break, and whether it is a reading (False: an error)."""

    line: str
    is_reading: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one input of `read_into`.

    Attributes:
        where: file, "file:line" or address of the input.
        status: new, repeat, copy, version, superseded, forgotten (record/ledger.py) or skipped.
        report_key: key of the report in the ledger, None for skipped.
        other: key of the report it copies or supersedes.
        code, reason: for skipped and forgotten, why.
        notes: what a reader should know of how it was read: cut after so many characters, an encoding that is a guess.
    """

    where: str
    status: str
    report_key: str | None = None
    other: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    language: str | None = None
    statements: int = 0
    figures: int = 0
    events: int = 0
    code: str | None = None
    reason: str | None = None
    notes: tuple[str, ...] = ()


def read_into(
    ledger: Ledger, sources: Sequence[str | Path], *, options: ReadOptions = DEFAULTS, command: str = "read", jobs: int = 0
) -> Iterator[Outcome]:
    """Read sources into a ledger, one transaction per report; gives what came of each input as it is done, in their order.

    Raises WrongCall before anything is read, LedgerError where the ledger fails; every other failure is an Outcome "skipped".

    Args:
        jobs: processes that understand; 0 means one for each core. Only this one writes.
    """
    inputs = iter_reports(sources, options=options)
    run = ledger.start_run(command)
    craft = Craft(understood, _lost_report, load, lambda item: 1)
    try:
        with closing(in_order(craft, inputs, jobs=jobs)) as made:
            for item in made:
                yield _recorded(ledger, run, item)
    finally:
        ledger.finish_run(run)


def _recorded(ledger: Ledger, run: Any, made: Reading | Skipped) -> Outcome:
    if isinstance(made, Skipped):
        ledger.skipped(run, made.where, made.code, made.reason)
        return Outcome(made.where, "skipped", code=made.code, reason=made.reason)
    report = made.report
    added = ledger.add(made, run=run)
    return Outcome(
        _where(report), added.status, added.report_key, added.other, report.title, report.outlet, report.published,
        report.language, len(made.statements), len(made.figures), len(made.events), added.status if added.reason else None, added.reason,
        report.notes,
    )  # fmt: skip


def understood(item: Report | Skipped) -> Reading | Skipped:
    """Give the reading of a report, or why there is none; what was skipped stays so."""
    if isinstance(item, Skipped):
        return item
    return _guarded(_where(item), lambda: understand(item, ident=item.id or item.key))


def load() -> None:
    """Load model, lexicons and libraries, which the first text would otherwise wait for."""
    read_text(_FIRST_WORDS)


def _lost_report(item: Report | Skipped, ending: str) -> Skipped:
    return item if isinstance(item, Skipped) else _lost(_where(item), ending)


def _lost(where: str, ending: str) -> Skipped:
    remedy = "for lack of memory perhaps; read it alone, or lower SAYSO_MAX_CHARACTERS"
    return Skipped(where, "process-lost", f"{where}: the process that read it {ending}, {remedy}")


def _where(report: Report) -> str:
    return report.place_of_origin or report.url or report.id or "report"


def _guarded(where: str, make: Callable[[], T]) -> T | Skipped:
    """The one place where an unforeseen failure over one report is turned into a row instead of the end of the run."""
    try:
        return make()
    except SaysoError as error:
        if error.exit_code != 1:
            raise  # the model or a lexicon is broken: every report would fail
        return Skipped(where, error.code, str(error))
    except Exception as error:  # noqa: BLE001 - a rule that breaks on one text must not cost the others
        reason = f"{where}: could not be understood ({type(error).__name__}: {error}); please report it with the text"
        return Skipped(where, "not-understood", reason)


def read_file(path: str | Path, *, options: ReadOptions = DEFAULTS) -> Reading:
    """Read one page or text file; raises UnreadableReport."""
    report = report_from_file(path, options=options)
    return understand(report, ident=report.id or report.key)


def read_text(text: str, *, given: dict[str, Any] | None = None, options: ReadOptions = DEFAULTS) -> Reading:
    """Read one text, kept code point for code point; raises UnreadableReport where there is nothing in it."""
    line = {"id": "text", "text": text, **{k: v for k, v in (given or {}).items() if v is not None}}
    report = report_from_line(line, options=options, where="text")
    return understand(replace(report, retrieved=None), ident=str(line["id"]))


def parse_line(line: bytes, number: int, *, tokens: bool = False, options: ReadOptions = DEFAULTS) -> Parsed:
    """Turn one JSON line into a reading, or into {"id", "error"} in its place."""
    where = f"line {number}"
    value = _guarded(where, lambda: _decoded(line, number, options))
    if isinstance(value, Skipped):
        return _failed(None, value)
    ident = value.get("id")
    name = f"line-{number}" if ident is None else str(ident)
    made = _guarded(where, lambda: _read_value(value, name, where, options, tokens=tokens))
    if isinstance(made, Skipped):
        return _failed(ident, made)
    return Parsed(json.dumps(made.to_json(tokens=tokens), ensure_ascii=False), True)


def _read_value(value: Mapping[str, Any], ident: str, where: str, options: ReadOptions, *, tokens: bool) -> Reading:
    report = report_from_line(value, options=options, where=where)
    report = replace(report, id=ident, retrieved=None)  # the same line, the same reading, whenever
    return understand(report, ident=ident, tokens=tokens)


def _failed(ident: Any, failure: Skipped) -> Parsed:
    """Give the line that stands for one that could not be read; an id is repeated where it is one (not 1e999, not a list)."""
    known = ident if isinstance(ident, (str, int)) else None
    error = {"code": failure.code, "message": failure.reason}
    return Parsed(json.dumps({"id": known, "error": error}, ensure_ascii=False), False)


def _decoded(line: bytes, number: int, options: ReadOptions) -> Mapping[str, Any]:
    if len(line) > options.max_bytes:
        raise UnreadableReport(
            f"line {number}: expected at most {options.max_bytes} bytes, found more; split the text or raise SAYSO_MAX_BYTES"
        )
    value = object_of(line, f"line {number}", is_first=number == 1)
    if isinstance(value, UnreadableReport):
        raise value
    return value


def parse_lines(
    lines: Iterable[bytes], *, jobs: int = 0, tokens: bool = False, options: ReadOptions = DEFAULTS
) -> Iterator[Parsed]:
    """Turn JSON lines into readings in the same order, in constant memory on endless input; blank lines are passed over.

    Each is given as soon as it and those before it are done, whether or not another line has come.

    Args:
        jobs: processes; 0 means one for each core. Short input stays in this process.
    """
    numbered = ((number, line) for number, line in enumerate(lines, 1) if line.strip())
    craft = Craft(partial(_parsed, tokens=tokens, options=options), _lost_line, load, lambda item: 1 + len(item[1]) // MEBIBYTE)
    with closing(in_order(craft, numbered, jobs=jobs)) as made:
        yield from made


def _parsed(item: tuple[int, bytes], *, tokens: bool, options: ReadOptions) -> Parsed:
    return parse_line(item[1], item[0], tokens=tokens, options=options)


def _lost_line(item: tuple[int, bytes], ending: str) -> Parsed:
    number, line = item
    where = f"line {number}"
    value = _guarded(where, lambda: _decoded(line, number, DEFAULTS))
    return _failed(None if isinstance(value, Skipped) else value.get("id"), _lost(where, ending))


__all__ = ["DEFAULTS", "Given", "Outcome", "Parsed", "parse_line", "parse_lines", "read_file", "read_into", "read_text"]
