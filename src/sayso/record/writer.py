"""Writer: puts readings into the ledger, one transaction each, and takes out what is to be forgotten.

Invariant: adding the same reading again adds no row outside `runs`, whatever happened in between.

Which of two reports is the copy, and which the later version, follows the order of adding: the first report with a text is the
one its copies point to; a version points to the one added before it from the same place. All else is the same in any order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from sqlalchemy import Connection, delete, func, insert, or_, select, update

from ..errors import WrongCall
from ..findings.reading import Reading
from . import actors, contents, copying, linking, name_index, text_index
from .failpoints import failpoint
from .keys import digest
from .opening import Database
from .prefixes import report_key_of
from .row_parts import ReadingRows, storable
from .rows import rows_of
from .tables import forgotten, reports, runs, skipped, superseded
from .told_tables import told_hits

Status = Literal["new", "repeat", "copy", "version", "superseded", "forgotten"]


@dataclass(frozen=True, slots=True)
class Run:
    """One command that reads into the ledger; made by start_run. `started` is UTC, ISO 8601."""

    id: int
    command: str
    started: str


@dataclass(frozen=True, slots=True)
class Added:
    """What a reading was to the ledger.

    Attributes:
        report_key: the report's key.
        status: new; repeat (already there, nothing written); copy (another place had this very text); version (this place had
            another text before); superseded (the same page, read differently: the new reading replaces the old);
            forgotten (was forgotten on request: not taken in again).
        other: key of the report it copies, follows or replaces, None where there is none.
        reason: for forgotten, the reason given when it was.
    """

    report_key: str
    status: Status
    other: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many inputs of a run came to what."""

    new: int = 0
    repeat: int = 0
    copy: int = 0
    version: int = 0
    superseded: int = 0
    forgotten: int = 0
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What a request to forget did: the report's key, its text's hash, and how many other reports still print that text."""

    report_key: str
    sha256: str
    copies_left: int


class Writer:
    """The side that writes; several processes may each have one."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._counts: dict[int, Counter[str]] = {}

    def start_run(self, command: str) -> Run:
        """Note that a command begins to read."""
        started = _now()
        with self._database.write() as connection:
            made = connection.execute(insert(runs), {"command": storable(command), "started": started})
            run = Run(made.inserted_primary_key[0], command, started)  # type: ignore[index]  # one row gives one key
        self._counts[run.id] = Counter()
        return run

    def finish_run(self, run: Run) -> Tally:
        """Note that the command has ended, and give its counts."""
        tally = Tally(**self._counts.pop(run.id, Counter()))
        with self._database.write() as connection:
            connection.execute(update(runs).where(runs.c.id == run.id), {"finished": _now(), "tally": asdict(tally)})
        return tally

    def add(self, reading: Reading, *, run: Run | None = None) -> Added:
        """Take in one reading, whole or not at all, and tell what it was.

        A report is refused as forgotten when it was itself forgotten, or when its text was and no other report
        in the ledger prints it any more.
        """
        failpoint("before-report")
        rows = rows_of(reading)
        with self._database.write() as connection:
            added = _add(connection, rows, run)
        self._count(run, added.status)
        return added

    def skipped(self, run: Run, where: str, *, code: str, reason: str) -> None:
        """Note an input that could not be read, and why; the same failure in a later run is the same row."""
        words = {"location": storable(where), "code": storable(code), "reason": storable(reason)}
        key = digest(list(words.values()))
        with self._database.write() as connection:
            if connection.scalar(select(skipped.c.key).where(skipped.c.key == key)) is None:
                connection.execute(insert(skipped), words | {"key": key, "first_run": run.id, "last_run": run.id})
            else:
                connection.execute(update(skipped).where(skipped.c.key == key), {"last_run": run.id})
        self._count(run, "skipped")

    def forget(self, report: str, reason: str) -> Forgotten:
        """Remove a report's text and findings and keep its key, its text's hash and the reason.

        Other reports that print the same text stay, and their number is given back: the text is gone only when it is 0.
        Then nothing of it is left in the file, its index or its log. `report` is a key or the beginning of one.
        Raises WrongCall where no or several reports begin so, or no reason is given.
        """
        if not reason.strip():
            raise WrongCall("forget: expected a reason, found none; it is kept in place of the text")
        with self._database.write() as connection:
            key = report_key_of(connection, report)
            sha256 = connection.scalars(select(reports.c.text_sha256).where(reports.c.key == key)).one()
            predecessor = connection.scalar(select(reports.c.version_of).where(reports.c.key == key))
            _remove(connection, key, successor=predecessor)
            linking.link_all(connection)  # what was made of its words goes with them
            connection.execute(
                insert(forgotten), {"report_key": key, "text_sha256": sha256, "reason": storable(reason), "at": _now()}
            )
            left = connection.scalar(select(func.count()).select_from(reports).where(reports.c.text_sha256 == sha256)) or 0
            text_index.scrub(connection)
            name_index.scrub(connection)
        self._database.scrub()
        return Forgotten(key, sha256, left)

    def told_once(self, hits: Iterable[tuple[str, str]]) -> None:
        """Note which answers to standing questions were told: (digest of the question, key of the hit)."""
        with self._database.write() as connection:
            known = {(row.question, row.hit) for row in connection.execute(select(told_hits))}
            rows = [{"question": one, "hit": hit, "at": _now()} for one, hit in dict.fromkeys(hits) if (one, hit) not in known]
            if rows:
                connection.execute(insert(told_hits), rows)

    def link(self, *, tell: Callable[[int], object] | None = None) -> int:
        """Link what was added or taken out since: copies of claims, events and figures become one; gives how many texts it was.

        `tell` gets, after each transaction, how many it has been so far.
        """
        return linking.link(self._database, tell=tell)

    def renew(self, *, tell: Callable[[int], object] | None = None) -> int:
        """Link anew what stands by other rules than those of this version; gives how many texts it was. `tell` as in `link`."""
        return linking.renew(self._database, tell=tell)

    def _count(self, run: Run | None, what: str) -> None:
        if run is not None:
            self._counts.setdefault(run.id, Counter())[what] += 1


def _add(connection: Connection, rows: ReadingRows, run: Run | None) -> Added:
    key, sha256 = rows.report["key"], rows.report["text_sha256"]
    standing = connection.execute(select(reports.c.digest, reports.c.reading_by).where(reports.c.key == key)).one_or_none()
    if standing is None:
        refusal = _refusal(connection, key, sha256)
        return refusal or _add_report(connection, rows, run)
    if standing.digest == rows.report["digest"]:
        return Added(key, "repeat")
    touched = contents.remove_reading(connection, key)
    copying.remove(connection, key)
    connection.execute(update(reports).where(reports.c.key == key), rows.report)
    failpoint("after-report-row")
    _note_superseded(connection, key, standing)
    contents.enter_reading(connection, rows)
    copying.enter(connection, rows.ready)
    actors.settle(connection, touched)
    linking.note(connection, sha256)
    return Added(key, "superseded", other=key)


def _add_report(connection: Connection, rows: ReadingRows, run: Run | None) -> Added:
    key, sha256 = rows.report["key"], rows.report["text_sha256"]
    earlier = _latest_from(connection, rows.report["place"])
    same_bytes = earlier is not None and earlier.bytes_sha256 is not None and earlier.bytes_sha256 == rows.report["bytes_sha256"]
    version_of = earlier.key if earlier else None
    if earlier and same_bytes:
        version_of = earlier.version_of
        _remove(connection, earlier.key, successor=key)
    original = connection.scalar(select(reports.c.key).where(reports.c.text_sha256 == sha256).order_by(reports.c.number).limit(1))
    number = (connection.scalar(select(func.max(reports.c.number))) or 0) + 1
    contents.enter_text(connection, rows.text)
    known_here = {
        "number": number,
        "copy_of": original,
        "version_of": version_of,
        "added": _now(),
        "run": run.id if run else None,
    }
    connection.execute(insert(reports), rows.report | known_here)
    failpoint("after-report-row")
    contents.enter_reading(connection, rows)
    copying.enter(connection, rows.ready)
    linking.note(connection, sha256)
    if earlier and same_bytes:
        _note_superseded(connection, key, earlier)
        return Added(key, "superseded", other=earlier.key)
    if version_of:
        return Added(key, "version", other=version_of)
    return Added(key, "copy", other=original) if original else Added(key, "new")


def _refusal(connection: Connection, key: str, sha256: str) -> Added | None:
    either = or_(forgotten.c.report_key == key, forgotten.c.text_sha256 == sha256)
    tombs = connection.execute(select(forgotten).where(either).order_by(forgotten.c.at, forgotten.c.report_key)).all()
    own = next((tomb for tomb in tombs if tomb.report_key == key), None)
    if own is None and tombs and connection.scalar(select(reports.c.key).where(reports.c.text_sha256 == sha256).limit(1)) is None:
        own = tombs[0]
    return Added(key, "forgotten", other=own.report_key, reason=own.reason) if own else None


def _latest_from(connection: Connection, place: str | None) -> Any:
    if not place:
        return None
    wanted = select(reports.c.key, reports.c.bytes_sha256, reports.c.version_of, reports.c.digest, reports.c.reading_by)
    return connection.execute(wanted.where(reports.c.place == place).order_by(reports.c.number.desc()).limit(1)).one_or_none()


def _note_superseded(connection: Connection, key: str, old: Any) -> None:
    """Keep which reading was replaced; one that comes back and is replaced again is the same row."""
    same = (superseded.c.report_key == key) & (superseded.c.digest == old.digest)
    if connection.scalar(select(superseded.c.digest).where(same)) is None:
        row = {"report_key": key, "digest": old.digest, "reading_by": old.reading_by, "at": _now()}
        connection.execute(insert(superseded), row)


def _remove(connection: Connection, key: str, *, successor: str | None) -> None:
    """Take a report out: its first copy takes its place for the other copies, the successor for its versions."""
    gone = connection.execute(select(reports.c.text_sha256, reports.c.copy_of).where(reports.c.key == key)).one()
    touched = contents.remove_reading(connection, key)
    copying.remove(connection, key)
    connection.execute(delete(superseded).where(superseded.c.report_key == key))
    connection.execute(delete(reports).where(reports.c.key == key))
    connection.execute(update(reports).where(reports.c.version_of == key), {"version_of": successor})
    first_copy = connection.scalar(select(reports.c.key).where(reports.c.copy_of == key).order_by(reports.c.number).limit(1))
    if first_copy:
        connection.execute(update(reports).where(reports.c.copy_of == key), {"copy_of": first_copy})
        connection.execute(update(reports).where(reports.c.key == first_copy), {"copy_of": None})
    contents.remove_text(connection, gone.text_sha256)
    actors.settle(connection, touched)
    linking.note(connection, gone.text_sha256)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
