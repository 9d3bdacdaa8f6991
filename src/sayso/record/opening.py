"""A ledger's file, opened: who may write when, what SQLite is told, and what its errors mean to a person.

Writers take a file lock beside the ledger before they touch it, for the whole transaction and for moving the
write-ahead log into the file: SQLite 3.7.0 to 3.51.2 can lose that log when two processes do so at once
(https://sqlite.org/changes.html, 3.51.3). pysqlite3 brings a SQLite without the fault; the lock guards where it is missing.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import filelock
from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from ..errors import LedgerError
from .failpoints import failpoint

try:
    import pysqlite3  # type: ignore[import-untyped, unused-ignore]  # it has no type hints

    driver: Any = pysqlite3
except ImportError:  # no wheel for this platform: the standard library's SQLite, guarded by the lock
    driver = sqlite3

# Marks a SQLite file as a ledger of ours: "SAYS" in ASCII.
APPLICATION_ID = 0x53415953
# How long to wait for another process's transaction, in seconds: a report takes well under one.
PATIENCE_SECONDS = 60.0
# Move the write-ahead log into the file when it is larger than this, in bytes (SQLite's own default is about 4 MB).
LOG_LIMIT_BYTES = 8_000_000

WAL_FAULT_FIXED_IN = (3, 51, 3)


def sqlite_version() -> str:
    """Give the version of the SQLite in use, "3.53.4"."""
    return str(driver.sqlite_version)


def has_wal_fault() -> bool:
    """Tell whether the SQLite in use has the fault the lock guards against (3.52.0 was withdrawn with it)."""
    version = tuple(int(part) for part in sqlite_version().split("."))
    return version < WAL_FAULT_FIXED_IN or version[:2] == (3, 52)


def mark(connection: Connection) -> None:
    """Mark the file as a ledger of ours."""
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")


class Database:
    """One ledger file. Promise: all of a `write()` is there or nothing of it; a `read()` sees one moment and cannot write."""

    def __init__(self, path: Path) -> None:
        self.path = path.expanduser().absolute()
        self._lock = filelock.FileLock(f"{self.path}.lock", timeout=PATIENCE_SECONDS)
        self._may_tidy = False
        with self.errors_told():
            self._refuse_strangers()
        self._writing = self._engine(_address(self.path), "BEGIN IMMEDIATE", WRITER_PRAGMAS)
        self._reading = self._engine(_address(self.path, still=self._is_still()), "BEGIN", READER_PRAGMAS)

    @contextlib.contextmanager
    def write(self) -> Iterator[Connection]:
        """Give a connection inside a transaction that nobody else writes beside; commits at the end, undoes on any error."""
        with self.errors_told(), self._lock:
            self._may_tidy = True
            with self._writing.begin() as connection:
                yield connection
                failpoint("before-commit")
            failpoint("after-commit")
            if self._log_size() > LOG_LIMIT_BYTES:
                self._checkpoint("PASSIVE")

    @contextlib.contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection that sees the ledger as it is at this moment."""
        with self.errors_told(), self._reading.begin() as connection:
            yield connection

    def scrub(self) -> None:
        """Move everything into the file and empty the log, so that forgotten words are in neither; a reader may delay this."""
        with self.errors_told(), self._lock:
            self._checkpoint("TRUNCATE")

    def close(self) -> None:
        """Let go of the file; may be called twice. Whoever closes last moves the log into the file: under the lock."""
        with contextlib.ExitStack() as guard:
            if self._may_tidy or has_wal_fault():
                with contextlib.suppress(OSError, filelock.Timeout):  # without rights to write there is nothing to move
                    guard.enter_context(self._lock)
            self._reading.dispose()
            self._writing.dispose()

    @contextlib.contextmanager
    def errors_told(self) -> Iterator[None]:
        """Turn what the database or the file system refuses into a LedgerError that names the file and the remedy."""
        try:
            yield
        except filelock.Timeout as error:
            raise LedgerError(
                f"{self.path}: another process has been writing for {PATIENCE_SECONDS:.0f} s; wait for it or end it"
            ) from error
        except DBAPIError as error:
            raise LedgerError(told(self.path, str(error.orig))) from error
        except driver.Error as error:
            raise LedgerError(told(self.path, str(error))) from error
        except OSError as error:
            raise LedgerError(told(self.path, error.strerror or str(error))) from error

    def _refuse_strangers(self) -> None:
        """Raise LedgerError on a file that is something else, before anything is written to it."""
        if self.path.is_dir():
            raise LedgerError(
                f"{self.path}: expected a ledger, found a folder; name a file in it, like {self.path / 'situation.db'}"
            )
        if not self.path.parent.is_dir():
            raise LedgerError(f"{self.path}: the folder {self.path.parent} does not exist; make it first")
        if not self.path.exists() or self.path.stat().st_size == 0:
            return
        address = _address(self.path, still=self._is_still())
        connection = driver.connect(address.database, uri=True)
        try:
            connection.execute("PRAGMA query_only=ON")
            mark = connection.execute("PRAGMA application_id").fetchone()[0]
            tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        finally:
            connection.close()
        if mark != APPLICATION_ID and tables:
            raise LedgerError(f"{self.path}: is a SQLite file of another program; name another file with --ledger")

    def _is_still(self) -> bool:
        """Tell whether nobody here can change the file: on a read-only disk or in a folder without rights."""
        return self.path.exists() and not os.access(self.path.parent, os.W_OK) and self._log_size() == 0

    def _engine(self, address: URL, begin: str, pragmas: tuple[str, ...]) -> Engine:
        engine = create_engine(address, module=driver)

        @event.listens_for(engine, "connect")
        def prepare(connection: Any, _record: Any) -> None:
            connection.isolation_level = None  # the driver must not begin transactions by itself: BEGIN IMMEDIATE is ours
            for pragma in pragmas:
                connection.execute(f"PRAGMA {pragma}")

        @event.listens_for(engine, "begin")
        def start(connection: Connection) -> None:
            connection.exec_driver_sql(begin)

        return engine

    def _checkpoint(self, mode: str) -> None:
        failpoint("during-checkpoint")
        raw = self._writing.raw_connection()
        try:
            raw.cursor().execute(f"PRAGMA wal_checkpoint({mode})")
        finally:
            raw.close()

    def _log_size(self) -> int:
        try:
            return Path(f"{self.path}-wal").stat().st_size
        except OSError:
            return 0


def _address(path: Path, *, still: bool = False) -> URL:
    """Give a file's address for SQLite. `still`: it cannot change, so no log or lock beside it is needed or made."""
    return URL.create("sqlite", database=f"file:{quote(str(path))}" + ("?immutable=1" if still else ""), query={"uri": "true"})


SHARED_PRAGMAS = ("busy_timeout=30000", "foreign_keys=ON", "wal_autocheckpoint=0")
# secure_delete: what is forgotten is overwritten, not only unlinked.
WRITER_PRAGMAS = (*SHARED_PRAGMAS, "journal_mode=WAL", "synchronous=FULL", "secure_delete=ON")
READER_PRAGMAS = (*SHARED_PRAGMAS, "query_only=ON")

# Words of SQLite or the system -> what to do about it.
REMEDIES = (
    ("not a database", "is no ledger; name another file with --ledger, or move this one away"),
    ("malformed", "is damaged; restore a backup, or move it away and read the sources again"),
    ("readonly", "cannot be written; give yourself the right to write it and its folder, or copy it elsewhere"),
    ("read-only", "cannot be written; give yourself the right to write it and its folder, or copy it elsewhere"),
    ("permission denied", "cannot be opened; give yourself the right to read and write it and its folder, or name another file"),
    ("unable to open", "cannot be opened; look at the rights of the file and of its folder, or name another file"),
    ("full", "the disk is full; free some space and run the command again, nothing half-written is kept"),
    ("no space", "the disk is full; free some space and run the command again, nothing half-written is kept"),
    ("file too large", "the disk or a limit on file size is full; free some space and run the command again"),
    ("disk i/o", "the disk refuses to be read or written (full, or failing); free some space and run the command again"),
    ("locked", "another program keeps it locked; close that program and run the command again"),
    ("no such table", "lacks tables a ledger must have; restore a backup, or move it away and read the sources again"),
)


def told(path: Path, complaint: str) -> str:
    """Give the message a person needs: the file, what is the matter, what to do, and the database's own words."""
    lowered = complaint.lower()
    remedy = next((text for words, text in REMEDIES if words in lowered), "the database refuses; run: sayso doctor")
    return f"{path}: {remedy} ({complaint})"
