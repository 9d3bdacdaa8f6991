"""Decisions in the ledger: added and withdrawn, listed, and what holds of them for those who link and those who ask.

    held(connection) -> every decision, the earliest first, with what was withdrawn
    enter(connection, decision) -> bool;  withdraw(connection, id, Withdrawal)
    rulings_of(connection, "claim") -> Rulings over the keys of members as they are now: what linking takes
    rejected_keys(connection) -> keys of findings and reports that take no part in linking

Rows are added, never changed. A decision that says what another said before it stands beside it; the later of two that differ wins.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from ..findings.decision import FINDINGS, LINKED, Decision, RecordKind, Subject, Verdict, Withdrawal, moment
from ..link.joining import Rulings
from ..link.rulings import Ruling, Weighed, weighed
from .anchors import attached
from .batching import batches
from .decision_tables import decision_subjects, decisions, withdrawals

_ON_PAIRS = (Verdict.MERGE, Verdict.SPLIT)


@dataclass(frozen=True, slots=True)
class Held:
    """Decisions that are not withdrawn, the earliest first, with the keys their subjects have now (None: not there)."""

    decisions: tuple[Decision, ...]
    keys: dict[Subject, str | None]

    def now(self, decision: Decision) -> tuple[str, ...]:
        """Give the keys that the subjects of a decision have now, those that are not there left out."""
        return tuple(key for subject in decision.subjects if (key := self.keys[subject]) is not None)

    def weighed(self, of: RecordKind) -> Weighed:
        """Give which pairs of a kind hold together and apart. Subjects that are not there keep their old key: they may come back."""
        return weighed(
            Ruling(each.id, each.verdict is Verdict.MERGE, tuple(self.keys[one] or one.key for one in each.subjects))
            for each in self.decisions
            if each.of is of and each.verdict in _ON_PAIRS and not is_of_one_text(each)
        )

    def latest(self, *verdicts: Verdict) -> dict[tuple[RecordKind, str], Decision]:
        """Give for each record, by kind and key as it is now, the last decision of these verdicts."""
        return {(each.of, key): each for each in self.decisions if each.verdict in verdicts for key in self.now(each)}

    def rejected(self, kinds: Collection[RecordKind]) -> frozenset[str]:
        """Give the keys of what is rejected as one of these kinds."""
        last = self.latest(Verdict.ACCEPT, Verdict.REJECT)
        return frozenset(key for (of, key), each in last.items() if each.verdict is Verdict.REJECT and of in kinds)


def is_of_one_text(decision: Decision) -> bool:
    """Tell whether it is a split that makes an actor another in one text."""
    return decision.of is RecordKind.ACTOR and any(subject.sort == "report" for subject in decision.subjects)


# Decisions read before. An id follows from what was ruled, so it is the same decision in any ledger, at any time.
_read_before: dict[str, Decision] = {}


def held(connection: Connection) -> list[Decision]:
    """Give every decision, the earliest first; withdrawn ones say so."""
    idents = connection.scalars(select(decisions.c.id).order_by(decisions.c.ruled_at, decisions.c.id)).all()
    for batch in batches(ident for ident in idents if ident not in _read_before):
        _read_before.update(_read(connection, batch))
    found = {ident: _read_before[ident] for ident in idents}
    for row in connection.execute(select(withdrawals)):
        back = Withdrawal.from_json({"when": row.withdrawn_at, "who": row.who, "why": row.why})
        found[row.decision_id] = found[row.decision_id].taken_back(back)
    return list(found.values())


def _read(connection: Connection, idents: list[str]) -> dict[str, Decision]:
    subjects: dict[str, list[Subject]] = {}
    of = decision_subjects.c
    for row in connection.execute(
        select(decision_subjects).where(of.decision_id.in_(idents)).order_by(of.decision_id, of.position)
    ):
        subjects.setdefault(row.decision_id, []).append(Subject.from_json(dict(row._mapping)))
    return {
        row.id: Decision(
            Verdict(row.verdict), RecordKind(row.of_kind), tuple(subjects[row.id]), row.who, datetime.fromisoformat(row.ruled_at),
            row.why, row.field, row.value,
        )
        for row in connection.execute(select(decisions).where(decisions.c.id.in_(idents)))
    }  # fmt: skip


def in_force(connection: Connection) -> Held:
    """Give the decisions that are not withdrawn, held against the ledger as it is now."""
    standing = tuple(each for each in held(connection) if each.withdrawn is None)
    return Held(standing, attached(connection, (subject for each in standing for subject in each.subjects)))


def enter(connection: Connection, decision: Decision) -> bool:
    """Put a decision in, with its withdrawal if it has one; gives False where all of it was there."""
    known = connection.scalar(select(decisions.c.id).where(decisions.c.id == decision.id)) is not None
    if not known:
        connection.execute(insert(decisions), {
            "id": decision.id, "verdict": decision.verdict.value, "of_kind": decision.of.value, "field": decision.field,
            "value": decision.value, "who": decision.who, "ruled_at": moment(decision.when), "why": decision.why,
        })  # fmt: skip
        rows = [{"decision_id": decision.id, "position": at} | each.to_json() for at, each in enumerate(decision.subjects)]
        connection.execute(insert(decision_subjects), rows)
    added = decision.withdrawn is not None and withdraw(connection, decision.id, decision.withdrawn)
    return added or not known


def withdraw(connection: Connection, ident: str, withdrawal: Withdrawal) -> bool:
    """Note that a decision is taken back; gives False where that very row is there."""
    own = {"decision_id": ident, "withdrawn_at": moment(withdrawal.when), "who": withdrawal.who}
    there = [withdrawals.c[name] == value for name, value in own.items()]
    if connection.scalar(select(withdrawals.c.decision_id).where(*there)) is not None:
        return False
    connection.execute(insert(withdrawals), own | {"why": withdrawal.why})
    return True


def rulings_of(connection: Connection, kind: RecordKind | str) -> Rulings[str]:
    """Give what people decided of the members of a kind of linked record (claim, story, happening, series, copy), or of actors.

    Members are named by the keys their findings, reports or actors have now. Pairs do not contradict one another: the later has won.
    """
    return in_force(connection).weighed(RecordKind(kind)).rulings


def rejected_keys(connection: Connection, kind: RecordKind | str | None = None) -> frozenset[str]:
    """Give the keys of findings and reports that take no part in linking.

    These are findings that are rejected, and members that are rejected of a kind of linked record; `kind` asks for one of these kinds alone.
    A report rejected as a member stays in the ledger and its lists.
    """
    return in_force(connection).rejected(FINDINGS | (LINKED if kind is None else {RecordKind(kind)}))
