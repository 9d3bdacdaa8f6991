"""Brings a ledger up to this version's tables: named steps in order, each in one transaction, recorded with name and time.

A new ledger gets all tables as they are now, in one transaction, and all names. An older ledger goes through the steps it
lacks. A step that was cut off has left nothing and is run again. A ledger that knows a step unknown here is from a newer sayso.
To change a table: change tables.py, add a Migration with what brings an older ledger there, and a test that compares both ways.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, inspect, select

from ...errors import LedgerError
from .. import linking, name_index, statistics, tables, text_index
from ..failpoints import failpoint
from ..opening import Database, mark
from .bands import bands
from .copies import copies
from .decisions import decisions
from .events import events_ties_watchpoints
from .indexes import indexes
from .links import links
from .names import names
from .rules import rules
from .told import told


@dataclass(frozen=True, slots=True)
class Migration:
    """One step.

    Attributes:
        name: number and words, for ever the same once released.
        up: makes the change, inside the transaction it is given.
    """

    name: str
    up: Callable[[Connection], None]


def first_tables(connection: Connection) -> None:
    """Make all tables as tables.py has them, the full-text indexes, and the mark that tells a ledger from other files."""
    mark(connection)
    tables.metadata.create_all(connection)
    text_index.make(connection)
    name_index.make(connection)
    statistics.tell(connection)
    linking.stamp(connection)


MIGRATIONS = (
    Migration("0001-first-tables", first_tables),
    Migration("0002-events-ties-watchpoints", events_ties_watchpoints),
    Migration("0003-copies", copies),
    Migration("0004-decisions", decisions),
    Migration("0005-links", links),
    Migration("0006-told", told),
    Migration("0007-names", names),
    Migration("0008-bands", bands),
    Migration("0009-indexes", indexes),
    Migration("0010-rules", rules),
)


def bring_up(database: Database, steps: Sequence[Migration] = MIGRATIONS) -> None:
    """Run the steps the ledger lacks; raises LedgerError where it is from a newer version. Writes nothing to a current ledger."""
    with database.read() as connection:
        done = names_applied(connection)
    _refuse_newer(database, done, steps)
    if not done:
        with database.write() as connection:
            if not names_applied(connection):  # another process may have been quicker
                _apply(connection, steps[0], recorded=steps)
    for step in steps:
        if done and step.name not in done:
            with database.write() as connection:
                if step.name not in names_applied(connection):
                    _apply(connection, step, recorded=(step,))


def names_applied(connection: Connection) -> frozenset[str]:
    """Give the names of the steps this ledger has been through; none for an empty file."""
    if not inspect(connection).has_table(tables.migrations.name):
        return frozenset()
    return frozenset(connection.scalars(select(tables.migrations.c.name)))


def _apply(connection: Connection, step: Migration, *, recorded: Sequence[Migration]) -> None:
    step.up(connection)
    failpoint("during-migration")
    now = datetime.now(UTC).isoformat(timespec="seconds")
    connection.execute(insert(tables.migrations), [{"name": each.name, "at": now} for each in recorded])


def _refuse_newer(database: Database, done: frozenset[str], steps: Sequence[Migration]) -> None:
    unknown = sorted(done - {step.name for step in steps})
    if unknown:
        raise LedgerError(
            f"{database.path}: was written by a newer sayso (its step {unknown[-1]!r} is unknown here); "
            f"upgrade with: pip install -U sayso, or name another file with --ledger"
        )
