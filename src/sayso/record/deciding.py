"""Deciding: checks what a person rules, adds it to the ledger in one transaction, takes it back, and carries decisions between ledgers.

decide(database, Judgement(Verdict.REJECT, ("4f1c",), who="ina", why="the page quotes an old report"))
undo(database, "9a3e", who="ina", why="it was the right report after all")
bring(database, lines) -> Brought(new, known);  carried(decision) -> one line of JSON
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, select

from ..errors import WrongCall
from ..findings.decision import ID_HEX_DIGITS, Decision, RecordKind, Subject, Verdict, Withdrawal
from ..lexicons import entries
from . import linking, prefixes
from .batching import batches
from .corrections import as_kept, field_of
from .decision_lists import found_decisions
from .decisions import enter, held, withdraw
from .found_decisions import IN_FORCE
from .opening import Database
from .row_parts import storable
from .subjects import actor_key, subjects
from .tables import reports

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*|[A-Z]{3}")
_TICK = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person wants to rule, in words.

    Attributes:
        on: keys, beginnings of keys, actors' names; for split, first what is stayed with.
        of: what kind of record, where the words leave it open.
        changes: for correct, what each field is to say.
        new_key: for an actor that is another in one report, who it is there.
    """

    verdict: Verdict
    on: tuple[str, ...]
    who: str
    why: str
    of: RecordKind | None = None
    changes: tuple[tuple[str, str], ...] = ()
    new_key: str | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision, and whether it is new: one that says what stands already is not written again."""

    decision: Decision
    is_new: bool


@dataclass(frozen=True, slots=True)
class Brought:
    """How many decisions came into the ledger or were withdrawn there, and how many were there as they are."""

    new: int
    known: int


def decide(database: Database, judgement: Judgement) -> list[Decided]:
    """Add what a person rules, one decision for each field corrected; raises WrongCall where it cannot be ruled so."""
    who, why = _who_and_why(judgement.verdict.value, judgement.who, judgement.why)
    with database.write() as connection:
        of, on = subjects(connection, judgement.verdict, judgement.on, judgement.of)
        standing = [row.decision for row in found_decisions(connection) if row.state == IN_FORCE]
        when = _now(held(connection))
        out: list[Decided] = []
        for field, value in _values(connection, judgement, of, on):
            same = [each for each in standing if _says(each) == (judgement.verdict, of, tuple(on), field, value)]
            one = same[0] if same else Decision(judgement.verdict, of, tuple(on), who, when + _TICK * len(out), why, field, value)
            out.append(Decided(one, is_new=not same and enter(connection, one)))
        _link_again(connection, [each.decision for each in out if each.is_new])
    return out


def undo(database: Database, ident: str, *, who: str, why: str) -> Decision:
    """Withdraw the decision whose id begins so, and give it; raises WrongCall where there is none, are several, or it was withdrawn."""
    who, why = _who_and_why("undo", who, why)
    with database.write() as connection:
        one = _decision(held(connection), ident)
        if one.withdrawn:
            raise WrongCall(
                f"undo: {one.id[:8]} was withdrawn by {one.withdrawn.who}: {one.withdrawn.why}; to rule so again, decide again"
            )
        back = Withdrawal(max(datetime.now(UTC), one.when + _TICK), who, why)
        withdraw(connection, one.id, back)
        _link_again(connection, [one.taken_back(back)])
    return one.taken_back(back)


def bring(database: Database, lines: Iterable[str]) -> Brought:
    """Add decisions of another ledger, one in each line of JSON, all or none; raises WrongCall on a line that holds none."""
    found = list(_read(lines))
    with database.write() as connection:
        new = [each for each in found if enter(connection, each)]
        _link_again(connection, new)
    return Brought(len(new), len(found) - len(new))


def carried(decision: Decision) -> str:
    """Give a decision as one line of JSON, for another ledger."""
    return json.dumps({"id": decision.id} | decision.to_json(), ensure_ascii=False)


def _who_and_why(verdict: str, who: str, why: str) -> tuple[str, str]:
    if not why.strip():
        raise WrongCall(f'{verdict}: expected a reason, found none; give it with --why "…", it is kept with the decision')
    if not who.strip():
        raise WrongCall(f"{verdict}: expected who decides, found nobody; give a name with --who or $SAYSO_WHO")
    return storable(who.strip()), storable(why.strip())


def _values(
    connection: Connection, judgement: Judgement, of: RecordKind, on: Sequence[Subject]
) -> list[tuple[str | None, str | None]]:
    """Give what is to be written beside the subjects: of a correction each field and value, of a split actor who it is there."""
    if judgement.verdict is Verdict.CORRECT:
        return [(name, _corrected(connection, of, name, value)) for name, value in _changes(judgement, on)]
    if judgement.verdict is Verdict.SPLIT and of is RecordKind.ACTOR and any(one.sort == "report" for one in on):
        if [one.sort for one in on] != ["actor", "report"]:
            raise WrongCall("split: expected an actor and one report in which it is another: sayso decide split ACTOR REPORT")
        return [(None, _new_key(judgement.new_key, on))]
    if judgement.new_key:
        raise WrongCall("split: --as says who an actor is in one report: sayso decide split ACTOR REPORT --as KEY")
    return [(None, None)]


def _changes(judgement: Judgement, on: Sequence[Subject]) -> tuple[tuple[str, str], ...]:
    if len(on) != 1:
        raise WrongCall(f"correct: expected one record, found {len(on)}; correct each by itself")
    if not judgement.changes:
        raise WrongCall("correct: expected what to put where, like act=deny; found nothing")
    return judgement.changes


def _corrected(connection: Connection, of: RecordKind, name: str, value: str) -> str:
    return as_kept(name, field_of(of, name), storable(value), lambda words: actor_key(connection, words, known=_is_state))


def _is_state(key: str) -> bool:
    return any(row["key"] == key for row in entries("actors/states"))


def _new_key(words: str | None, on: Sequence[Subject]) -> str:
    key = words or f"{on[0].key.lower()}-{on[1].key[:8]}"
    if not _SLUG.fullmatch(key) or key == on[0].key:
        raise WrongCall(f"split: expected another key of small letters, digits and hyphens, like jon-vale-2; found {key!r}")
    return key


def _says(decision: Decision) -> tuple[Any, ...]:
    return decision.verdict, decision.of, decision.subjects, decision.field, decision.value


def _decision(rows: Sequence[Decision], ident: str) -> Decision:
    prefix = ident.strip().lower()
    found = [each for each in rows if each.id.startswith(prefix)] if prefixes.is_key_prefix(prefix) else []
    if len(found) > 1:
        raise prefixes.several(ident, [each.id for each in found])
    if not found:
        raise WrongCall(f"no decision's id begins with {ident!r}; list them with: sayso decide list")
    return found[0]


def _read(lines: Iterable[str]) -> Iterator[Decision]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _decision_in(line, number)


def _decision_in(line: str, number: int) -> Decision:
    try:
        value = json.loads(line)
        one = Decision.from_json(value)
        if one.verdict is Verdict.CORRECT:
            as_kept(one.field or "", field_of(one.of, one.field or ""), one.value or "", lambda key: key)
    except (ValueError, KeyError, TypeError, AttributeError, WrongCall) as error:
        raise WrongCall(
            f"line {number}: expected a decision as written by sayso decide export; {type(error).__name__}: {error}"
        ) from error
    if len(str(value.get("id", one.id))) != ID_HEX_DIGITS or value.get("id", one.id) != one.id:
        raise WrongCall(f"line {number}: decision {value['id']} is not as it was ruled; export it again, or leave the line out")
    return one


def _now(rows: Sequence[Decision]) -> datetime:
    """Give this moment, and a moment after the last decision where a clock runs behind: the later must win."""
    now = datetime.now(UTC)
    return max(now, rows[-1].when + _TICK) if rows else now


def _link_again(connection: Connection, changed: Sequence[Decision]) -> None:
    """Have the texts linked anew in which the subjects stand."""
    told = {subject.text_sha256 for each in changed for subject in each.subjects if subject.text_sha256}
    for batch in batches(sorted(told)):
        for sha256 in sorted(set(connection.scalars(select(reports.c.text_sha256).where(reports.c.text_sha256.in_(batch))))):
            linking.note(connection, sha256, whole=True)
