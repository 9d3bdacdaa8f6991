"""Where the subjects of decisions are now: a finding that a newer reading has under another key is found again by its text and characters.

A subject whose finding is there is that finding. One whose finding is gone belongs to the finding of the same kind in the same text whose
cue, number, trigger or words overlap its own the most; of several alike, the one that says most of the same. Where none does, the
decision has nothing to hold on to for now, and is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Row, select

from ..findings.decision import Subject
from ..span import Span
from .batching import batches
from .link_tables import members
from .tables import OF_A_KIND, actors, evidence, parties, reports

# By which characters a finding of a kind is told from others of its kind, the first that it has.
MARKS = {
    "statement": ("cue", "content"), "figure": ("span",), "event": ("trigger",), "tie": ("evidence",), "watchpoint": ("span",),
}  # fmt: skip
# What a finding says in closed words, numbers and actors' keys, by columns of its table; who takes part is added by role.
SAYS = {
    "statement": (
        "act", "form", "speaker", "speaks_for", "imputed_to", "addressee", "relayed_by", "channel", "withholds",
    ),
    "figure": ("kind", "low", "high", "unit", "whose", "giver"), "event": ("event_type", "reality", "status"),
    "tie": ("relation", "status"), "watchpoint": ("kind",),
}  # fmt: skip
# Which part of the characters of two findings must be the same, where they are more than a word or two: sentences often hold several.
LEAST_OF_WORDS = 0.5


@dataclass(frozen=True, slots=True)
class _Standing:
    """A finding of the ledger as a subject would have it, with the part its characters are of."""

    subject: Subject
    part: str


def subjects_of(connection: Connection, sort: str, keys: Sequence[str]) -> list[Subject]:
    """Give findings of one kind as subjects of a decision, in the order of the keys."""
    rows = [
        row for batch in batches(keys)
        for row in connection.execute(select(OF_A_KIND[sort]).where(OF_A_KIND[sort].c.key.in_(batch)))
    ]  # fmt: skip
    found = {each.subject.key: each.subject for each in _standing(connection, sort, rows)}
    return [found[key] for key in keys]


def attached(connection: Connection, subjects: Iterable[Subject]) -> dict[Subject, str | None]:
    """Give for each subject the key under which it is in the ledger now, None where it is not."""
    wanted = list(dict.fromkeys(subjects))
    there = _present(connection, wanted)
    found: dict[Subject, str | None] = {each: each.key if (each.sort, each.key) in there else None for each in wanted}
    lost = [each for each in wanted if found[each] is None and each.sort in OF_A_KIND]
    taken = {each.key for each in wanted}
    candidates = _candidates(connection, lost)
    for each in lost:
        near = [one for one in candidates.get((each.sort, each.text_sha256), ()) if one.subject.key not in taken]
        found[each] = _nearest(each, near)
    return found | _texts_held(connection, [each for each in wanted if found[each] is None and each.sort == "report"])


def _texts_held(connection: Connection, lost: list[Subject]) -> dict[Subject, str | None]:
    """Give, for reports that are gone, the first that prints the same text."""
    held: dict[str, str] = {}
    for batch in batches(each.text_sha256 for each in lost):
        wanted = select(reports.c.text_sha256, reports.c.key).where(reports.c.text_sha256.in_(batch))
        for sha256, key in connection.execute(wanted.order_by(reports.c.number.desc())):
            held[sha256] = key
    return {each: held.get(each.text_sha256 or "") for each in lost}


def _present(connection: Connection, subjects: list[Subject]) -> set[tuple[str, str]]:
    columns = {"actor": actors.c.key, "report": reports.c.key, "member": members.c.key} | {
        sort: table.c.key for sort, table in OF_A_KIND.items()
    }
    found: set[tuple[str, str]] = set()
    for sort, column in columns.items():
        for batch in batches(each.key for each in subjects if each.sort == sort):
            found |= {(sort, key) for key in connection.scalars(select(column).where(column.in_(batch)))}
    return found


def _candidates(connection: Connection, lost: list[Subject]) -> dict[tuple[str, str | None], list[_Standing]]:
    found: dict[tuple[str, str | None], list[_Standing]] = {}
    for sort, table in OF_A_KIND.items():
        for batch in batches(each.text_sha256 for each in lost if each.sort == sort):
            rows = connection.execute(select(table).where(table.c.text_sha256.in_(batch))).all()
            for one in _standing(connection, sort, rows):
                found.setdefault((sort, one.subject.text_sha256), []).append(one)
    return found


def _standing(connection: Connection, sort: str, rows: Sequence[Row[tuple[object, ...]]]) -> list[_Standing]:
    marks: dict[str, dict[str, list[Span]]] = {}
    people: dict[str, dict[str, list[str]]] = {}
    for batch in batches(str(row.key) for row in rows):
        of = evidence.c
        wanted = select(of.finding_key, of.part, of.start_at, of.end_at).where(
            of.finding_key.in_(batch), of.part.in_(MARKS[sort])
        )
        for key, part, start, end in connection.execute(wanted.order_by(of.finding_key, of.part, of.position)):
            marks.setdefault(key, {}).setdefault(part, []).append(Span(start, end))
        taking = select(parties.c.finding_key, parties.c.role, parties.c.actor_key).where(parties.c.finding_key.in_(batch))
        for key, role, actor in connection.execute(taking.order_by(parties.c.finding_key, parties.c.role, parties.c.position)):
            people.setdefault(key, {}).setdefault(role, []).append(actor)
    return [_one(sort, row, marks.get(row.key, {}), people.get(row.key, {})) for row in rows]


def _one(sort: str, row: Row[tuple[object, ...]], marks: dict[str, list[Span]], people: dict[str, list[str]]) -> _Standing:
    part = next((name for name in MARKS[sort] if marks.get(name)), MARKS[sort][-1])
    columns = row._mapping
    said = {name: str(columns[name]) for name in SAYS[sort] if columns[name] is not None}
    said |= {role: " ".join(keys) for role, keys in people.items()}
    subject = Subject(sort, str(row.key), str(row.text_sha256), tuple(marks.get(part, ())), tuple(sorted(said.items())))
    return _Standing(subject, part)


def _nearest(lost: Subject, near: list[_Standing]) -> str | None:
    ranked = [
        (_shared(lost.spans, one.subject.spans), len(set(lost.said) & set(one.subject.said)), one.subject.key)
        for one in near
        if _may_be(lost, one)
    ]
    return min(ranked, key=lambda rank: (-rank[0], -rank[1], rank[2]))[2] if ranked else None


def _may_be(lost: Subject, one: _Standing) -> bool:
    shared = _shared(lost.spans, one.subject.spans)
    if one.part in ("cue", "trigger", "span") and lost.sort != "watchpoint":
        return shared > 0
    return shared >= LEAST_OF_WORDS and (lost.sort != "tie" or _same_ends(lost, one.subject))


def _same_ends(one: Subject, other: Subject) -> bool:
    """Tell whether two ties are of the same two actors: a sentence often says several."""
    first, second = ({dict(each.said).get(role) for role in ("subject", "object")} for each in (one, other))
    return first == second


def _shared(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Give which part of the characters of either is in both, 0..1."""
    first, second = ({at for span in spans for at in range(span.start, span.end)} for spans in (one, other))
    return len(first & second) / len(first | second) if first | second else 0.0
