"""What the decisions in force make of the records: who stands for whom, what is left out, what a person accepted or corrected.

Everything is worked out when a question is asked, from the decisions and the findings as they are; nothing found is changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Column, ColumnElement, Connection, and_, case, false, or_, select

from ..findings.decision import FINDINGS, Decision, RecordKind, Verdict
from ..findings.event import Status
from ..link.rulings import heads
from .batching import batches
from .corrections import Sort, field_of, number_of, when_of
from .decisions import Held, in_force, is_of_one_text
from .row_parts import number
from .tables import OF_A_KIND, links

Condition = ColumnElement[bool]
# The columns of each kind that hold the days of a field.
_DAYS = {"said_on": "said", "as_of": "as_of", "date": "on"}
_TABLES = {table.name: RecordKind(kind) for kind, table in OF_A_KIND.items()} | {"actors": RecordKind.ACTOR}
# Fields that say whom a finding is about; who speaks or gives a number is no matter of its own.
_ABOUT = {RecordKind.FIGURE: ("whose",), RecordKind.EVENT: ("actor", "recipient"), RecordKind.TIE: ("subject", "object")}


_worked_out: WeakKeyDictionary[Connection, Ruled] = WeakKeyDictionary()


def ruled_on(connection: Connection) -> Ruled:
    """Give what is ruled, worked out once for each connection of a View, that is for each question."""
    if connection not in _worked_out:
        _worked_out[connection] = Ruled(connection)
    return _worked_out[connection]


class Ruled:
    """The decisions in force, as questions need them.

    Attributes:
        held: the decisions, with the keys their subjects have now.
        heads: for an actor that a person merged, the key that stands for it.
        apart: for an actor and the hash of a text in which it is another, that other's key.
        undenied: keys of events and ties whose denials are all rejected: they are asserted.
    """

    def __init__(self, connection: Connection) -> None:
        self.held: Held = in_force(connection)
        self.heads = self._heads()
        self.apart = self._apart()
        self._verdicts = self.held.latest(Verdict.ACCEPT, Verdict.REJECT)
        self._corrected: dict[tuple[RecordKind, str], dict[str, Decision]] = defaultdict(dict)
        for each in self.held.decisions:
            if each.verdict is Verdict.CORRECT:
                for key in self.held.now(each):
                    self._corrected[each.of, key][each.field or ""] = each
        self.undenied = _undenied(connection, self.rejected(RecordKind.STATEMENT))

    def verdict(self, kind: RecordKind, key: str) -> Decision | None:
        """Give the decision by which a record is accepted or rejected, None where nobody ruled on that."""
        return self._verdicts.get((kind, key))

    def corrections(self, kind: RecordKind, key: str) -> dict[str, Decision]:
        """Give the corrections of a record by field."""
        return self._corrected.get((kind, key), {})

    def corrected(self, kind: RecordKind) -> frozenset[str]:
        """Give the keys of the records of a kind that somebody corrected."""
        return frozenset(key for of, key in self._corrected if of is kind)

    def rejected(self, kind: RecordKind) -> frozenset[str]:
        """Give the keys of the records of a kind that are rejected."""
        found = self._verdicts.items()
        return frozenset(key for (of, key), each in found if of is kind and each.verdict is Verdict.REJECT)

    def not_rejected(self, kind: RecordKind, key: ColumnElement[Any]) -> list[Condition]:
        """Give the conditions that a record of that key is not rejected."""
        return [key.not_in(batch) for batch in batches(sorted(self.rejected(kind)))]

    def none_rejected(self, key: ColumnElement[Any]) -> list[Condition]:
        """Give the conditions that a finding of any kind is not rejected."""
        return [condition for kind in sorted(FINDINGS) for condition in self.not_rejected(kind, key)]

    def column(self, column: Column[Any]) -> ColumnElement[Any]:
        """Give a column of a table of findings or actors with what people corrected in place of what was found."""
        kind, values = _TABLES[column.table.name], dict[str, Any]()
        if column.name == "status":
            values |= dict.fromkeys(sorted(self.undenied), Status.ASSERTED.value)
        for (of, key), fields in self._corrected.items():
            for row in [_columns(kind, each) for each in fields.values() if of is kind]:
                if column.name in row:
                    values[key] = row[column.name]
        return case(values, value=column.table.c.key, else_=column) if values else column

    def corrected_actors(self, kind: RecordKind, key: str, field: str) -> tuple[str, ...] | None:
        """Give the keys of the actors a person put in a field, None where nobody corrected it."""
        fix = self.corrections(kind, key).get(field)
        return tuple((fix.value or "").split()) if fix else None

    def made(self) -> set[str]:
        """Give the keys of actors that people named, in corrections or for one text; the ledger's reports may not have them."""
        fields = [(each, fix) for each, fixes in self._corrected.items() for fix in fixes.items()]
        named = [(of, key, name) for (of, key), (name, _) in fields if field_of(of, name).sort in (Sort.ACTOR, Sort.ACTORS)]
        return {*self.apart.values(), *(actor for each in named for actor in self.corrected_actors(*each) or ())}

    def with_actors(
        self, kind: RecordKind, key: ColumnElement[Any], field: str, is_so: Condition, keys: Iterable[str]
    ) -> Condition:
        """Give the condition that a field names one of some actors: `is_so` says whether the finding does, before it is corrected."""
        fixed = {found: self.corrected_actors(kind, found, field) or () for of, found in self._with(kind, field)}
        if not fixed:
            return is_so
        named = [
            found for found, now in fixed.items() if {self.actor(each) for each in now} & {self.actor(each) for each in keys}
        ]
        return or_(and_(is_so, key.not_in(list(fixed))), key.in_(named))

    def about(self, kind: RecordKind, key: ColumnElement[Any], keys: Iterable[str]) -> Condition:
        """Give the condition that a person put one of some actors in a field that says whom a finding is about."""
        wanted = {self.actor(each) for each in keys}
        named = [
            found for field in _ABOUT.get(kind, ()) for _, found in self._with(kind, field)
            if wanted & {self.actor(each) for each in self.corrected_actors(kind, found, field) or ()}
        ]  # fmt: skip
        return key.in_(named) if named else false()

    def actor(self, key: str, sha256: str | None = None) -> str:
        """Give the key of the actor that stands for this one, in the text of that hash."""
        here = self.apart.get((key, sha256), key) if sha256 else key
        return self.heads.get(here, here)

    def standing_for(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Give the actors that these and the ones made of them in single texts come down to, each once."""
        found = list(keys)
        found += [new for (key, _), new in self.apart.items() if key in found]
        return tuple(dict.fromkeys(self.actor(key) for key in found))

    def found_as(self, keys: Iterable[str]) -> list[str]:
        """Give the keys under which readings may have these actors: their own, those merged into them, those they are split from."""
        wanted = set(keys)
        merged = wanted | {key for key, head in self.heads.items() if head in wanted}
        return sorted(merged | {key for (key, _), new in self.apart.items() if new in merged})

    def means(self, keys: Sequence[str], match: Callable[[list[str]], Condition], sha256: ColumnElement[Any]) -> Condition:
        """Give the condition that what readings call by some keys is one of these actors.

        Args:
            match: gives the condition that a reading's own key is one of a list.
            sha256: the column with the hash of the text.
        """
        wanted = set(keys)
        plain = [key for key in self.found_as(keys) if key not in {of for of, _ in self.apart} and self.actor(key) in wanted]
        conditions = [match(plain)] if plain else []
        for key in sorted({of for of, _ in self.apart}):
            texts = {text: self.actor(key, text) in wanted for of, text in self.apart if of == key}
            if self.actor(key) in wanted:
                conditions.append(and_(match([key]), sha256.not_in([text for text, is_so in texts.items() if not is_so])))
            elif any(texts.values()):
                conditions.append(and_(match([key]), sha256.in_([text for text, is_so in texts.items() if is_so])))
        return or_(*conditions) if conditions else false()

    def actor_column(self, key: ColumnElement[Any], sha256: ColumnElement[Any] | None = None) -> ColumnElement[Any]:
        """Give a column of actors' keys with the key that stands for each, in the text of that hash."""
        split: list[tuple[Condition, str]] = []
        if sha256 is not None:
            split = [(and_(key == of, sha256 == text), self.actor(new)) for (of, text), new in sorted(self.apart.items())]
        merged = [(key == of, head) for of, head in sorted(self.heads.items()) if of != head]
        return case(*split, *merged, else_=key) if split or merged else key

    def _with(self, kind: RecordKind, field: str) -> list[tuple[RecordKind, str]]:
        return [each for each, fields in self._corrected.items() if each[0] is kind and field in fields]

    def _heads(self) -> dict[str, str]:
        """Give who stands for whom; where the one named is not in the ledger, the first by key of those that are."""
        found = heads(tuple(self.held.weighed(RecordKind.ACTOR).together))
        there = {key for subject, key in self.held.keys.items() if subject.sort == "actor" and key is not None}
        groups: dict[str, list[str]] = defaultdict(list)
        for member, head in found.items():
            groups[head].append(member)
        first = {head: head if head in there else min(there & set(of), default=head) for head, of in groups.items()}
        return {member: first[head] for member, head in found.items()}

    def _apart(self) -> dict[tuple[str, str], str]:
        found: dict[tuple[str, str], str] = {}
        for each in self.held.decisions:
            if is_of_one_text(each) and each.verdict is Verdict.SPLIT:
                actor, *texts = each.subjects
                found |= {(actor.key, text.text_sha256 or ""): each.value or actor.key for text in texts}
        return found


def _undenied(connection: Connection, rejected: frozenset[str]) -> frozenset[str]:
    """Give the findings that some statements deny, all of which are rejected."""
    found: set[str] = set()
    denies = links.c.role == "denies"
    for batch in batches(sorted(rejected)):
        found |= set(connection.scalars(select(links.c.finding_key).where(denies, links.c.other_key.in_(batch))))
    left: set[str] = set()
    for batch in batches(sorted(found)):
        rows = connection.execute(select(links.c.finding_key, links.c.other_key).where(denies, links.c.finding_key.in_(batch)))
        left |= {key for key, other in rows if other not in rejected}
    return frozenset(found - left)


def _columns(kind: RecordKind, fix: Decision) -> dict[str, str | float | bool | date | None]:
    """Give the columns of a finding's row that a correction sets; actors of events and ties are rows of their own."""
    name, value = fix.field or "", fix.value or ""
    match field_of(kind, name).sort:
        case Sort.DAYS:
            stem = "due" if kind is RecordKind.WATCHPOINT else _DAYS[name]
            when = when_of(value)
            return {f"{stem}_from": when.start if when else None, f"{stem}_to": when.end if when else None}
        case Sort.NUMBER:
            return {name: number(number_of(value))}
        case Sort.FLAG:
            return {name: value == "yes"}
        case Sort.CHOICES:
            return {name: f" {value} " if value else ""}
        case Sort.ACTORS:
            return {}
        case _:
            return {"counted" if name == "of" else name: value or None}
