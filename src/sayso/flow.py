"""One process: read → understand → record. One bad report never stops a run; the catch for that stands here, once.

bytes ──read──▶ Report ──understand──▶ Reading ──record──▶ Ledger ──ask──▶ answers ──show──▶ people
"""

from __future__ import annotations

import json
import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from .errors import SaysoError, UnreadableReport
from .findings.reading import Reading
from .read.intake import DEFAULTS, iter_reports, report_from_file, report_from_line
from .read.payload import Given, ReadOptions, Skipped
from .report import Report
from .understand.analysis import understand

if TYPE_CHECKING:
    from concurrent.futures import Future

    from .record.ledger import Ledger

# Lines handed to worker processes ahead of the one written next; bounds memory on endless input.
AHEAD_PER_JOB = 4
# With fewer lines than this a second process costs more than it saves (it loads the model anew).
FIRST_LINES = 4


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
    code: str | None = None
    reason: str | None = None


def read_into(ledger: Ledger, sources: Sequence[str | Path], *, options: ReadOptions = DEFAULTS, command: str = "read") -> Iterator[Outcome]:
    """Read sources into a ledger, one transaction per report; gives what came of each input as it is done.

    Raises WrongCall before anything is read, LedgerError where the ledger fails; every other failure is an Outcome "skipped".
    """
    inputs = iter_reports(sources, options=options)
    run = ledger.start_run(command)
    try:
        for item in inputs:
            yield _recorded(ledger, run, item)
    finally:
        ledger.finish_run(run)


def _recorded(ledger: Ledger, run: Any, item: Report | Skipped) -> Outcome:
    where = item.where if isinstance(item, Skipped) else item.place_of_origin or item.url or item.id or "report"
    if isinstance(item, Report):
        made = _understood(item, where)
        if isinstance(made, Reading):
            added = ledger.add(made, run=run)
            return Outcome(
                where, added.status, added.report_key, added.other, item.title, item.outlet, item.published, item.language,
                len(made.statements), len(made.figures), added.status if added.reason else None, added.reason,
            )  # fmt: skip
        item = made
    ledger.skipped(run, where, item.code, item.reason)
    return Outcome(where, "skipped", code=item.code, reason=item.reason)


def _understood(report: Report, where: str) -> Reading | Skipped:
    """The one place where an unforeseen failure over one report is turned into a row instead of the end of the run."""
    try:
        return understand(report, ident=report.id or report.key)
    except SaysoError as error:
        if error.exit_code != 1:
            raise  # the model or a lexicon is broken: every report would fail
        return Skipped(where, error.code, str(error))
    except (ValueError, IndexError, KeyError, RecursionError, MemoryError, RuntimeError) as error:
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
    return understand(report, ident=str(line["id"]))


def parse_line(line: bytes, number: int, *, tokens: bool = False, options: ReadOptions = DEFAULTS) -> Parsed:
    """Turn one JSON line into a reading, or into {"id", "error"} in its place."""
    ident: Any = None
    try:
        value = _decoded(line, number, options)
        ident = value.get("id")
        report = report_from_line(value, options=options, where=f"line {number}")
        made = _understood_line(report, str(ident) if ident is not None else f"line-{number}", number)
        return Parsed(json.dumps(made.to_json(tokens=tokens), ensure_ascii=False), True)
    except SaysoError as error:
        if error.exit_code != 1:
            raise
        return Parsed(json.dumps({"id": ident, "error": {"code": error.code, "message": str(error)}}, ensure_ascii=False), False)


def _understood_line(report: Report, ident: str, number: int) -> Reading:
    made = _understood(Report(**{f: getattr(report, f) for f in report.__slots__} | {"id": ident}), f"line {number}")
    if isinstance(made, Skipped):
        failure = SaysoError(made.reason)
        failure.code = made.code
        raise failure
    return made


def _decoded(line: bytes, number: int, options: ReadOptions) -> dict[str, Any]:
    if len(line) > options.max_bytes:
        raise UnreadableReport(f"line {number}: expected at most {options.max_bytes} bytes, found more; split the text or raise SAYSO_MAX_BYTES")
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UnreadableReport(f'line {number}: expected a JSON object with "id" and "text", found {error}; write one object a line') from error
    if not isinstance(value, dict):
        raise UnreadableReport(f'line {number}: expected a JSON object with "id" and "text", found {type(value).__name__}')
    return value


def parse_lines(lines: Iterable[bytes], *, jobs: int = 0, tokens: bool = False, options: ReadOptions = DEFAULTS) -> Iterator[Parsed]:
    """Turn JSON lines into readings in the same order, in constant memory on endless input; blank lines are passed over.

    Args:
        jobs: processes; 0 means one per core. Short input stays in this process.
    """
    numbered = ((number, line) for number, line in enumerate(lines, 1) if line.strip())
    jobs = jobs or os.cpu_count() or 1
    head: list[tuple[int, bytes]] = []
    if jobs > 1:
        for item in numbered:
            head.append(item)
            if len(head) > FIRST_LINES:
                break
    if len(head) <= FIRST_LINES:
        for number, line in (*head, *numbered):
            yield parse_line(line, number, tokens=tokens, options=options)
        return
    yield from _parse_in_processes(head, numbered, jobs, tokens, options)


def _parse_in_processes(
    head: list[tuple[int, bytes]], rest: Iterator[tuple[int, bytes]], jobs: int, tokens: bool, options: ReadOptions
) -> Iterator[Parsed]:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    pending: deque[Future[Parsed]] = deque()
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context) as pool:
        try:
            for number, line in (*head, *rest):
                pending.append(pool.submit(parse_line, line, number, tokens=tokens, options=options))
                while pending and (len(pending) >= jobs * AHEAD_PER_JOB or pending[0].done()):
                    yield pending.popleft().result()
            while pending:
                yield pending.popleft().result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


__all__ = ["DEFAULTS", "Given", "Outcome", "Parsed", "parse_line", "parse_lines", "read_file", "read_into", "read_text"]
