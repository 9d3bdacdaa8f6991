"""Words a person types → the records a decision is on, as they are kept with it.

A record put together across reports is ruled on through its members: what two claims have in common is who said what, and their keys may change.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import Connection, select

from ..errors import WrongCall
from ..findings.decision import LINKED, RecordKind, Subject, Verdict
from . import names, prefixes
from .anchors import subjects_of
from .link_tables import members
from .linked import MEMBER, linked_records
from .subject_names import Member, Named
from .tables import OF_A_KIND, reports

# What members of one sort are put together to, where --of does not say.
_TOGETHER = {
    "actor": RecordKind.ACTOR, "statement": RecordKind.CLAIM, "figure": RecordKind.SERIES, "event": RecordKind.HAPPENING,
    "report": RecordKind.STORY,
}  # fmt: skip


# For each kind of linked record: gives the records of that kind whose keys begin with some hex digits, with their members, the head first.
Finder = Callable[[Connection, RecordKind, str], Sequence[Named]]
LINKED_RECORDS: dict[RecordKind, Finder] = dict.fromkeys(
    (RecordKind.CLAIM, RecordKind.STORY, RecordKind.HAPPENING, RecordKind.SERIES), linked_records
)


def subjects(
    connection: Connection, verdict: Verdict, words: Sequence[str], of: RecordKind | None
) -> tuple[RecordKind, list[Subject]]:
    """Give what a decision is of and what it is on; raises WrongCall where words name nothing, several records, or what cannot be ruled so."""
    found = [named(connection, each) for each in words]
    pairs = verdict in (Verdict.MERGE, Verdict.SPLIT)
    members = _members(found, verdict)
    _refuse_same(members, verdict)
    kind = of or _kind(found, members, verdict)
    if kind is RecordKind.COPY and verdict is Verdict.MERGE:
        raise WrongCall(
            "merge: which reports print one text is found by their words; split those that do not: split REPORT REPORT --of copy"
        )
    if pairs and len(members) < 2:
        raise WrongCall(f"{verdict.value}: expected two records or more, found {len(members)}")
    if kind is RecordKind.ACTOR and {member.sort for member in members} - {"actor", "report"}:
        raise WrongCall(f"{verdict.value}: expected actors, found {_listed(members)}; actors stand in: sayso actors")
    return kind, [_subject(connection, member) for member in members]


def named(connection: Connection, words: str) -> Named:
    """Give the one record that words name: a key or its beginning, an actor's key or name. Raises WrongCall on none and on several."""
    prefix, found = words.strip().lower(), list[Named]()
    if prefixes.is_key_prefix(prefix):
        columns = {sort: table.c.key for sort, table in OF_A_KIND.items()} | {"report": reports.c.key}
        for sort, column in columns.items():
            keys = connection.scalars(
                select(column).where(prefixes.begins(column, prefix)).order_by(column).limit(prefixes.SHOWN)
            )
            found += [Named(str(key), (Member(sort, str(key)),)) for key in keys]
        for kind, finder in LINKED_RECORDS.items():
            found += finder(connection, kind, prefix)
    exact = [each for each in found if each.key == prefix]
    found = exact or found
    if not found:
        found = [Named(key, (Member("actor", key),)) for key in names.keys_of(connection, words)]
    if len(found) > 1:
        raise prefixes.several(words, [each.key for each in found])
    if not found:
        raise WrongCall(
            f"no record's key begins with {words!r} and no actor is called so; keys stand in the lists (sayso statements, actors …)"
        )
    return found[0]


def actor_key(connection: Connection, words: str, *, known: Callable[[str], bool]) -> str:
    """Give the key of the actor that words name, of the ledger or one that is known besides; raises WrongCall on none and on several."""
    keys = names.keys_of(connection, words)
    if len(keys) > 1:
        raise prefixes.several(words, keys)
    if keys:
        return keys[0]
    if known(words.upper()):
        return words.upper()
    raise WrongCall(f"no actor of this ledger is called {words!r}, nor is it a state's code; list the actors with: sayso actors")


def _members(found: Sequence[Named], verdict: Verdict) -> list[Member]:
    """Give the members ruled on: of a merge the heads, of a split the head and who is apart from it, else all members."""
    if verdict in (Verdict.MERGE, Verdict.CORRECT):
        return [each.members[0] for each in found]
    if verdict is Verdict.SPLIT:
        apart = [each.members[0] for each in found[1:]]
        stay = [member for each in found[:1] for member in each.members if member not in apart]
        if found and not stay:
            raise WrongCall(f"split: {found[0].key} has no other member that {_listed(apart)} could be apart from")
        return stay[:1] + apart
    return [member for each in found for member in each.members]


def _refuse_same(members: Sequence[Member], verdict: Verdict) -> None:
    twice = [member for at, member in enumerate(members) if member in members[:at]]
    if twice:
        raise WrongCall(f"{verdict.value}: {twice[0].key} is named twice")


def _kind(found: Sequence[Named], members: Sequence[Member], verdict: Verdict) -> RecordKind:
    linked = {each.of for each in found if each.of is not None}
    sorts = {member.sort for member in members}
    if len(linked) > 1 or (not linked and len(sorts - {"report"} if "actor" in sorts else sorts) > 1):
        raise WrongCall(f"{verdict.value}: expected records of one kind, found {_listed(members)}; rule on each kind by itself")
    if linked:
        return next(iter(linked))
    sort = "actor" if "actor" in sorts else next(iter(sorts))
    if verdict in (Verdict.MERGE, Verdict.SPLIT):
        if sort not in _TOGETHER:
            raise WrongCall(f"{verdict.value}: a {sort} is not put together across reports; accept, reject or correct it")
        return _TOGETHER[sort]
    if sort == "report":
        kinds = ", ".join(sorted(LINKED))
        raise WrongCall(
            f"{verdict.value}: what of this report? Say as a member of what with --of, one of {kinds}; or: sayso forget"
        )
    return RecordKind(sort)


def _subject(connection: Connection, member: Member) -> Subject:
    if member.sort in OF_A_KIND:
        return subjects_of(connection, member.sort, [member.key])[0]
    if member.sort in ("report", MEMBER):
        table = reports if member.sort == "report" else members
        sha256 = connection.scalars(select(table.c.text_sha256).where(table.c.key == member.key).limit(1)).one()
        return Subject(member.sort, member.key, str(sha256))
    return Subject(member.sort, member.key)


def _listed(members: Sequence[Member]) -> str:
    return ", ".join(f"{member.sort} {member.key[: prefixes.SHOWN + 3]}" for member in members)
