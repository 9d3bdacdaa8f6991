"""Rows on copies made into what a question gives back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, select

from ..errors import WrongCall
from ..link.copies.alignment import WIDE, passages
from ..link.copies.changes import changes, own_words
from ..link.copies.standing import CopyKind
from .batching import batches
from .cards import Shelf
from .copy_rulings import copies_ruled, roots_ruled
from .copy_tables import copies, prints
from .found_copies import Copied, FoundCopy, SharedPassage
from .kinfolk import bodies_held, copy_row
from .tables import reports


def found_copies(
    connection: Connection, *, report: str | None = None, kinds: Sequence[str] = (), limit: int | None = None
) -> list[FoundCopy]:
    """Give the reports that print another's text, those of one original together, in order of publication.

    `report` is a whole key: then the copies of the same original only, and what prints passages of it.
    """
    unknown = [kind for kind in kinds if kind not in list(CopyKind)]
    if unknown:
        raise WrongCall(f"kind: expected one of {', '.join(CopyKind)}; found {unknown[0]!r}")
    keys = _all(connection) if report is None else _around(connection, report)
    found = [one for one in _made(connection, keys) if not kinds or one.copy.kind in kinds]
    return found[:limit]


def copied(connection: Connection, key: str) -> Copied | None:
    """Give which words of a report are another's, None where its text is its own."""
    found = _made(connection, [key])
    if not found:
        return None
    of = found[0].of.key
    held, texts = bodies_held(connection, [key, of]), Shelf(connection).texts([found[0].report.sha256, found[0].of.sha256])
    one, other = held[key], held[of]
    shared = tuple(
        SharedPassage(one.span(p.first, p.last), other.span(p.other_first, p.other_last), round(p.pegged_share, 2))
        for p in passages(one, other, WIDE)
    )
    is_version = found[0].copy.kind is CopyKind.VERSION
    return Copied(
        found[0], shared, own_words(one, other), own_words(other, one), changes(one, other) if is_version else (),
        texts[found[0].report.sha256], texts[found[0].of.sha256],
    )  # fmt: skip


def _all(connection: Connection) -> list[str]:
    return list(connection.scalars(select(copies.c.report_key)))


def _around(connection: Connection, key: str) -> list[str]:
    """Give the reports whose text goes back to the same original as this one's, and those with passages of theirs."""
    root = roots_ruled(connection, [key])[key]
    found, ahead = {root: None}, [root]
    while ahead:
        more: list[str] = []
        for batch in batches(ahead):
            rows = connection.execute(select(copies).where(copies.c.of_key.in_(batch)).order_by(copies.c.report_key)).all()
            for copy in map(copy_row, rows):
                if copy.report not in found:
                    found[copy.report] = None
                    more += [copy.report] if copy.is_reprint else []
        ahead = more
    return list(found | {key: None})


def _made(connection: Connection, keys: Iterable[str]) -> list[FoundCopy]:
    held = copies_ruled(connection, keys)
    roots = roots_ruled(connection, [copy.of for copy in held.values()])
    cards = Shelf(connection).reports([*held, *(copy.of for copy in held.values()), *roots.values()])
    agencies = _agencies(connection, set(roots.values()))
    found = [
        FoundCopy(cards[key], cards[copy.of], cards[roots[copy.of]], agencies.get(roots[copy.of]), copy)
        for key, copy in held.items()
    ]  # fmt: skip

    def order(one: FoundCopy) -> tuple[object, ...]:
        begun, own = one.original.published, one.report.published
        return (begun is None, str(begun), one.original.key, own is None, str(own), one.report.place or "", one.key)

    return sorted(found, key=order)


def _agencies(connection: Connection, keys: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for batch in batches(keys):
        wanted = select(reports.c.key, reports.c.agency).join(prints, prints.c.report_key == reports.c.key)
        wanted = wanted.where(reports.c.key.in_(batch), prints.c.is_own_page.is_(False), reports.c.agency.is_not(None))
        found |= {row.key: row.agency for row in connection.execute(wanted)}
    return found
