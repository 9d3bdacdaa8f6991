"""Keeps, in the writer's transaction, which reports print whose text: for the report put in or taken out, and those it touches.

Invariant: `copies` holds for each report what link.copies.standing.copy_of gives over the first reports of all bodies that are kin to its
own, whatever the order of adding. Adding costs what the report touches: a run of words keeps no more than `MOST_HOLDERS` bodies and a body
is held against no more than `MOST_COMPARED`. So where a story stands in more than `MOST_HOLDERS` different wordings, those read later are
held against that many and against the originals these go back to: they end at the same original, not always by the same steps.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict

from sqlalchemy import Connection, delete, func, insert, or_, select, update

from ..link.copies.body import Body
from ..link.copies.kinship import MIN_SHORT_WORDS, Kinship, kinship
from ..link.copies.prints import Print
from ..link.copies.ready import Ready
from ..link.copies.signatures import FEWEST_SHARED, SCHEME, signature
from ..link.copies.standing import MIN_REPRINT_SHARE, Copy, Kin, copy_from, copy_of, precedence
from .batching import batches
from .copy_tables import bodies, copies, kin, prints, word_runs
from .kinfolk import Relative, bodies_held, body_numbers, copies_held, firsts, prints_in, prints_of, relatives, roots_held
from .row_parts import clean

MOST_HOLDERS = 32
MOST_COMPARED = 32


def enter(connection: Connection, it: Ready) -> None:
    """Put in a report that stands in `reports`; a report without words has no copies."""
    if not len(it.body):
        return
    key = it.print.key
    number = connection.scalar(select(bodies.c.body_number).where(bodies.c.digest == it.body.digest))
    is_new = number is None
    if number is None:
        number = _enter_body(connection, it)
    row = {"report_key": key, "body_number": number, "source": it.print.source, "is_own_page": it.print.is_own_page}
    connection.execute(insert(prints), clean(row | {"is_named": False}))
    around = relatives(connection, number)
    if is_new and not around:
        return
    famed = _spread_fame(connection, key, number, around)
    _find_first(connection, number)
    _stand(connection, key)
    first = firsts(connection, [number])[number]
    if is_new or first.key == key:
        _offer(connection, first, number, around)
    for other, its_number in famed.items():
        _find_first(connection, its_number)
        _stand(connection, other)
        _offer(connection, firsts(connection, [its_number])[its_number], its_number, relatives(connection, its_number))


def remove(connection: Connection, key: str) -> None:
    """Take out a report that still stands in `reports`."""
    number = body_numbers(connection, [key]).get(key)
    if number is None:
        return
    around = relatives(connection, number)
    touched = _followers(connection, [key])
    named = _named_by(connection, prints_of(connection, [key])[key], number, around)
    body = bodies_held(connection, [key])[key]
    connection.execute(delete(copies).where(or_(copies.c.report_key == key, copies.c.of_key == key)))
    connection.execute(delete(prints).where(prints.c.report_key == key))
    if connection.scalar(select(func.count()).select_from(prints).where(prints.c.body_number == number)):
        _find_first(connection, number)
    else:
        _remove_body(connection, number, body)
    for other, its_number in named.items():
        if not _has_fame(connection, other, its_number):
            connection.execute(update(prints).where(prints.c.report_key == other), {"is_named": False})
            _find_first(connection, its_number)
            touched += [other, *_followers(connection, [other])]
    for other in dict.fromkeys(touched):
        if other != key:
            _stand(connection, other)


def _enter_body(connection: Connection, it: Ready) -> int:
    runs = it.runs if len(it.body) >= MIN_SHORT_WORDS else ()
    holders = _holders(connection, runs)
    entry = {"digest": it.body.digest, "words": len(it.body), "scheme": SCHEME, "first_key": it.print.key}
    made = connection.execute(insert(bodies), entry).inserted_primary_key
    number = int(made[0])  # type: ignore[index]  # one row gives one key
    kept = [run for run in runs if len(holders.get(run, ())) < MOST_HOLDERS]
    if kept:
        connection.execute(insert(word_runs), [{"word_run": run, "body_number": number} for run in kept])
    shared = [row for other in _compared(connection, holders) if (row := _kin_row(number, it.body, *other))]
    if shared:
        connection.execute(insert(kin), shared)
    return number


def _remove_body(connection: Connection, number: int, body: Body) -> None:
    for batch in batches(signature(body)):
        connection.execute(delete(word_runs).where(word_runs.c.word_run.in_(batch), word_runs.c.body_number == number))
    connection.execute(delete(kin).where(or_(kin.c.one_number == number, kin.c.other_number == number)))
    connection.execute(delete(bodies).where(bodies.c.body_number == number))


def _holders(connection: Connection, runs: Iterable[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for batch in batches(runs):
        for run, number in connection.execute(select(word_runs).where(word_runs.c.word_run.in_(batch))):
            found.setdefault(run, []).append(number)
    return found


def _compared(connection: Connection, holders: dict[int, list[int]]) -> list[tuple[int, Body]]:
    """Give the bodies that share enough runs, those of most first, and those these go back to."""
    counts = Counter(number for held in holders.values() for number in held)
    likely = sorted((n for n, count in counts.items() if count >= FEWEST_SHARED), key=lambda n: (-counts[n], n))[:MOST_COMPARED]
    found = firsts(connection, likely)
    roots = set(roots_held(connection, [each.key for each in found.values()]).values())
    found |= firsts(connection, set(body_numbers(connection, roots).values()) - set(found))
    held = bodies_held(connection, [each.key for each in found.values()])
    return [(number, held[each.key]) for number, each in found.items()]


def _kin_row(number: int, body: Body, other: int, other_body: Body) -> dict[str, int] | None:
    shared = kinship(body, other_body)
    if shared is None:
        return None
    if body.digest > other_body.digest:
        number, other, shared = other, number, shared.turned()
    return {
        "one_number": number, "other_number": other, "shared": shared.shared, "other_shared": shared.other_shared,
        "pegged": shared.pegged,
    }  # fmt: skip


def _spread_fame(connection: Connection, key: str, number: int, around: list[Relative]) -> dict[str, int]:
    """Note whether a report is named as the source, and by it who was not yet; gives these with their bodies."""
    if _has_fame(connection, key, number):
        connection.execute(update(prints).where(prints.c.report_key == key), {"is_named": True})
    it = prints_of(connection, [key])[key]
    found = _named_by(connection, it, number, around)
    known = prints_of(connection, found)
    fresh = {other: its_number for other, its_number in found.items() if not known[other].is_named}
    for other in fresh:
        connection.execute(update(prints).where(prints.c.report_key == other), {"is_named": True})
    return fresh


def _named_by(connection: Connection, it: Print, number: int, around: Iterable[Relative]) -> dict[str, int]:
    """Give the reports whose outlet this one names as the source of most of its text, with their bodies."""
    if it.source is None:
        return {}
    numbers = [number, *(one.number for one in around if one.kinship.share >= MIN_REPRINT_SHARE)]
    return {
        other.key: at for at, held in prints_in(connection, numbers).items() for other in held if other.key != it.key and it.names(other)
    }  # fmt: skip


def _has_fame(connection: Connection, key: str, number: int) -> bool:
    it = prints_of(connection, [key])[key]
    around = relatives(connection, number)
    numbers = [number, *(one.number for one in around if one.kinship.other_share >= MIN_REPRINT_SHARE)]
    held = prints_in(connection, numbers, prints.c.source.is_not(None))
    return any(other.key != key and other.names(it) for some in held.values() for other in some)


def _find_first(connection: Connection, number: int) -> None:
    first = min(prints_in(connection, [number])[number], key=lambda each: each.order)
    connection.execute(update(bodies).where(bodies.c.body_number == number), {"first_key": first.key})


def _stand(connection: Connection, key: str) -> None:
    """Say anew whose text a report has."""
    it, number = prints_of(connection, [key])[key], body_numbers(connection, [key])[key]
    around = relatives(connection, number)
    known = firsts(connection, [number, *(one.number for one in around)])
    found = [Kin(known[one.number], one.kinship) for one in around]
    if known[number].key != key:
        found.append(Kin(known[number], _whole(it)))
    _write(connection, key, copy_of(it, found))


def _offer(connection: Connection, first: Print, number: int, around: Iterable[Relative]) -> None:
    """Let all who share words with a report take it as the one they have their text from, where it comes before what they have."""
    shared = {one.number: one.kinship.turned() for one in around}
    held = prints_in(connection, [number, *shared])
    has = copies_held(connection, [each.key for some in held.values() for each in some])
    of = prints_of(connection, {copy.of for copy in has.values()})
    for at, some in held.items():
        for it in some:
            copy = copy_from(it, Kin(first, shared.get(at) or _whole(it))) if it.key != first.key else None
            now = has.get(it.key)
            if copy and (now is None or now.of == first.key or precedence(copy, first) < precedence(now, of[now.of])):
                _write(connection, it.key, copy)


def _whole(it: Print) -> Kinship:
    return Kinship(it.words, it.words, it.words, it.words, it.words)


def _followers(connection: Connection, keys: Iterable[str]) -> list[str]:
    return list(
        connection.scalars(select(copies.c.report_key).where(copies.c.of_key.in_(list(keys))).order_by(copies.c.report_key))
    )


def _write(connection: Connection, key: str, copy: Copy | None) -> None:
    connection.execute(delete(copies).where(copies.c.report_key == key))
    if copy is not None:
        row = asdict(copy) | {"kind": copy.kind.value, "reasons": list(copy.reasons), "report_key": key, "of_key": copy.of}
        del row["report"], row["of"]
        connection.execute(insert(copies), row)
