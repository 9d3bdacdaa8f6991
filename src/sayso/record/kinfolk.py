"""What the ledger knows of copies, fetched as link.copies takes it: prints, bodies and kin."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Row, select

from ..link.copies.body import Body
from ..link.copies.kinship import Kinship
from ..link.copies.prints import Print
from ..link.copies.standing import Copy, CopyKind
from ..span import Span
from .batching import batches
from .copy_tables import bodies, copies, kin, prints
from .tables import reports, texts

_PRINT = (
    select(
        prints.c.report_key, bodies.c.words, reports.c.outlet, prints.c.source, prints.c.is_own_page, reports.c.published,
        reports.c.place, prints.c.is_named,
    )
    .join(bodies, bodies.c.body_number == prints.c.body_number)
    .join(reports, reports.c.key == prints.c.report_key)
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Relative:
    """A body that shares words with another: its number, and what they share as seen from that other."""

    number: int
    kinship: Kinship


def prints_of(connection: Connection, keys: Iterable[str]) -> dict[str, Print]:
    """Give the reports of these keys as places where a text stands; those without words are left out."""
    found: dict[str, Print] = {}
    for batch in batches(keys):
        found |= {row.report_key: Print(*row) for row in connection.execute(_PRINT.where(prints.c.report_key.in_(batch)))}
    return found


def prints_in(connection: Connection, numbers: Iterable[int], *beside: Any) -> dict[int, list[Print]]:
    """Give all reports that print these bodies, by body."""
    found: dict[int, list[Print]] = {}
    wanted = _PRINT.add_columns(prints.c.body_number)
    for batch in batches(numbers):
        for row in connection.execute(wanted.where(prints.c.body_number.in_(batch), *beside)):
            found.setdefault(row.body_number, []).append(Print(*row[:-1]))
    return found


def firsts(connection: Connection, numbers: Iterable[int]) -> dict[int, Print]:
    """Give, for these bodies, the report that prints each first."""
    keys: dict[int, str] = {}
    for batch in batches(numbers):
        rows = connection.execute(select(bodies.c.body_number, bodies.c.first_key).where(bodies.c.body_number.in_(batch)))
        keys |= {row.body_number: row.first_key for row in rows}
    known = prints_of(connection, keys.values())
    return {number: known[key] for number, key in keys.items()}


def relatives(connection: Connection, number: int) -> list[Relative]:
    """Give the bodies that share words with this one."""
    here, there = kin.c.one_number == number, kin.c.other_number == number
    rows = [*connection.execute(select(kin).where(here)), *connection.execute(select(kin).where(there))]
    if not rows:
        return []
    sizes = _sizes(connection, {n for row in rows for n in (row.one_number, row.other_number)})
    return [_relative(row, number, sizes) for row in rows]


def body_numbers(connection: Connection, keys: Iterable[str]) -> dict[str, int]:
    """Give the number of the body each report prints."""
    found: dict[str, int] = {}
    for batch in batches(keys):
        rows = connection.execute(select(prints.c.report_key, prints.c.body_number).where(prints.c.report_key.in_(batch)))
        found |= {row.report_key: row.body_number for row in rows}
    return found


def bodies_held(connection: Connection, keys: Iterable[str]) -> dict[str, Body]:
    """Give the bodies of reports, made again from their texts."""
    found: dict[str, Body] = {}
    wanted = select(reports.c.key, reports.c.furniture, reports.c.title_start, reports.c.title_end, texts.c.text)
    wanted = wanted.join(texts, texts.c.sha256 == reports.c.text_sha256)
    for batch in batches(keys):
        for row in connection.execute(wanted.where(reports.c.key.in_(batch))):
            title = () if row.title_start is None else (Span(row.title_start, row.title_end),)
            found[row.key] = _body(row.text, (*(Span(*span) for span in row.furniture), *title))
    return found


@lru_cache(maxsize=128)
def _body(text: str, left_out: tuple[Span, ...]) -> Body:
    """Make a body; those of a story that many print are wanted again and again."""
    return Body(text, left_out)


def copies_held(connection: Connection, keys: Iterable[str]) -> dict[str, Copy]:
    """Give whose text each of these reports has, as it is kept."""
    found: dict[str, Copy] = {}
    for batch in batches(keys):
        found |= {
            row.report_key: copy_row(row) for row in connection.execute(select(copies).where(copies.c.report_key.in_(batch)))
        }
    return found


def roots_held(
    connection: Connection, keys: Sequence[str], look: Callable[[Connection, Iterable[str]], dict[str, Copy]] = copies_held
) -> dict[str, str]:
    """Give, for these reports, the one their text goes back to; a report with a text of its own goes back to itself.

    `look`: gives whose text reports have.
    """
    at = {key: key for key in keys}
    while True:
        known = look(connection, at.values())
        ahead = {key: known[now].of for key, now in at.items() if now in known and known[now].is_reprint}
        if not ahead:
            return at
        at |= ahead


def copy_row(row: Row[Any]) -> Copy:
    """Give a row of `copies` as what it says."""
    return Copy(
        row.report_key, row.of_key, CopyKind(row.kind), row.shared, row.share, row.of_share, row.alike, tuple(row.reasons)
    )  # fmt: skip


def _sizes(connection: Connection, numbers: Iterable[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    for batch in batches(numbers):
        rows = connection.execute(select(bodies.c.body_number, bodies.c.words).where(bodies.c.body_number.in_(batch)))
        found |= {row.body_number: row.words for row in rows}
    return found


def _relative(row: Row[Any], number: int, sizes: dict[int, int]) -> Relative:
    seen = Kinship(row.shared, row.other_shared, sizes[row.one_number], sizes[row.other_number], row.pegged)
    return Relative(row.other_number, seen) if row.one_number == number else Relative(row.one_number, seen.turned())
