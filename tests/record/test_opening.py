"""Opening: what is no ledger is left alone, what is newer is refused, several may write, errors name file and remedy."""

from __future__ import annotations

import os
import resource
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Connection, insert, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from made_readings import reading
from sayso.errors import LedgerError
from sayso.record import tables
from sayso.record.ledger import open_ledger
from sayso.record.migrations import MIGRATIONS, Migration, bring_up, names_applied
from sayso.record.opening import Database, told

CHILD = """
import sys
sys.path[:0] = {paths!r}
from made_readings import reading
from sayso.record.ledger import open_ledger
with open_ledger(sys.argv[1]) as ledger:
    for number in range(int(sys.argv[2]), int(sys.argv[3])):
        ledger.add(reading(number))
"""


def child(path: Path, first: int, last: int, **environment: str) -> subprocess.Popen[bytes]:
    code = CHILD.format(paths=[entry for entry in sys.path if entry])
    arguments = [sys.executable, "-c", code, str(path), str(first), str(last)]
    return subprocess.Popen(arguments, env=os.environ | environment)


def test_exit_code_and_no_ledger(path: Path) -> None:
    with pytest.raises(LedgerError, match="sayso read") as caught:
        open_ledger(path, create=False)
    assert caught.value.exit_code == 3
    assert not path.exists()


def test_a_text_file_is_no_ledger(path: Path) -> None:
    path.write_text("Not a ledger. " * 100)
    with pytest.raises(LedgerError, match=r"situation\.db: is no ledger"):
        open_ledger(path)
    assert path.read_text() == "Not a ledger. " * 100


def test_another_programs_database_is_left_alone(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE bookmarks (url TEXT)")
    other.commit()
    other.close()
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="another program"):
        open_ledger(path)
    assert path.read_bytes() == before


def test_folders_and_missing_folders(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="found a folder"):
        open_ledger(tmp_path)
    with pytest.raises(LedgerError, match="does not exist"):
        open_ledger(tmp_path / "nowhere" / "situation.db")


def test_an_empty_file_becomes_a_ledger(path: Path) -> None:
    path.touch()
    with open_ledger(path) as ledger:
        assert len(ledger.reports()) == 0


def test_odd_file_names(tmp_path: Path) -> None:
    path = tmp_path / "a ?b#c%20 é.db"
    with open_ledger(path) as ledger:
        ledger.add(reading(1))
    assert path.exists()


def test_a_newer_ledger_is_refused(path: Path) -> None:
    open_ledger(path).close()
    database = Database(path)
    with database.write() as connection:
        connection.execute(insert(tables.migrations), {"name": "0999-from-the-future", "at": "2031-01-01"})
    database.close()
    with pytest.raises(LedgerError, match="newer sayso.*0999-from-the-future"):
        open_ledger(path)


def test_a_current_ledger_is_not_written_to_by_opening(path: Path) -> None:
    open_ledger(path).close()
    before = path.read_bytes()
    with open_ledger(path) as ledger:
        ledger.reports()
    assert path.read_bytes() == before


def add_column(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE runs ADD COLUMN host TEXT")


def add_column_and_fail(connection: Connection) -> None:
    add_column(connection)
    raise RuntimeError("power cut")


def test_a_step_that_was_cut_off_is_run_again(path: Path) -> None:
    open_ledger(path).close()
    database = Database(path)
    with pytest.raises(RuntimeError):
        bring_up(database, (*MIGRATIONS, Migration("0999-host", add_column_and_fail)))
    bring_up(database, (*MIGRATIONS, Migration("0999-host", add_column)))
    bring_up(database, (*MIGRATIONS, Migration("0999-host", add_column)))
    with database.read() as connection:
        assert names_applied(connection) == {*(step.name for step in MIGRATIONS), "0999-host"}
        assert connection.execute(text("SELECT host FROM runs")).all() == []
    database.close()


def test_a_new_ledger_has_all_steps_recorded(path: Path) -> None:
    database = Database(path)
    bring_up(database, (*MIGRATIONS, Migration("0999-never-run-on-new-ones", add_column_and_fail)))
    with database.read() as connection:
        assert len(names_applied(connection)) == len(MIGRATIONS) + 1
    database.close()


def test_the_tables_serve_postgresql_too() -> None:
    for table in tables.metadata.sorted_tables:
        assert f"CREATE TABLE {table.name}" in str(CreateTable(table).compile(dialect=postgresql.dialect()))


def test_a_view_cannot_write(path: Path) -> None:
    open_ledger(path).close()
    database = Database(path)
    with pytest.raises(LedgerError, match="cannot be written"), database.read() as connection:
        connection.execute(insert(tables.runs), {"command": "x", "started": "now"})
    database.close()


def test_two_processes_write_at_once(path: Path) -> None:
    children = [child(path, first, first + 12) for first in (0, 6)]
    assert [one.wait(timeout=60) for one in children] == [0, 0]
    with open_ledger(path) as ledger:
        assert len(ledger.reports()) == 18
        assert ledger.view().health().sound


@pytest.mark.parametrize("step", ["during-migration", "after-findings:3"])
def test_killed_and_repeated(path: Path, step: str) -> None:
    assert child(path, 0, 4, SAYSO_FAILPOINT=step).wait(timeout=60) == -signal.SIGKILL
    with open_ledger(path) as ledger:
        assert ledger.view().health().sound
        done = len(ledger.reports())
        statuses = [ledger.add(reading(number)).status for number in range(4)]
    assert statuses == ["repeat"] * done + ["new"] * (4 - done)


def test_a_full_disk_is_told_and_nothing_half_written_stays(path: Path) -> None:
    with open_ledger(path) as ledger:
        for number in range(3):
            ledger.add(reading(number))
    limits, handler = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        with open_ledger(path) as ledger:
            resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, limits[1]))
            with pytest.raises(LedgerError, match=r"situation\.db: .*(full|disk).*free some space"):
                for number in range(3, 40):
                    ledger.add(reading(number))
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)
    with open_ledger(path) as ledger:
        assert ledger.view().health().sound
        assert len(ledger.statements()) == 2 * len(ledger.reports())


@pytest.mark.parametrize(
    "complaint", ["attempt to write a readonly database", "database disk image is malformed", "disk I/O error"]
)
def test_every_complaint_names_file_and_remedy(complaint: str) -> None:
    message = told(Path("/srv/a.db"), complaint)
    assert message.startswith("/srv/a.db: ")
    assert complaint in message
    assert "sayso doctor" not in message
