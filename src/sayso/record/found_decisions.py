"""Decisions as a question gives them back: on the record they are on, and in the list of all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ..findings.decision import Decision, moment

Flat = dict[str, object]
# How a decision stands.
IN_FORCE, OVERRULED, WITHDRAWN, LOOSE = "in force", "overruled", "withdrawn", "not attached"


@dataclass(frozen=True, slots=True)
class Applied:
    """A decision that holds, on a record.

    Attributes:
        id: the decision's.
        verdict: accept, reject, correct, merge or split.
        who, when (UTC), why: of the ruling.
        field, value: for correct, what the person put where.
        before: for correct, what was found there; for merge and split, the key under which readings have the record.
    """

    id: str
    verdict: str
    who: str
    when: datetime
    why: str
    field: str | None = None
    value: str | None = None
    before: str | None = None

    @property
    def short(self) -> str:
        """Give it in a word or two, with the beginning of its id."""
        return f"{self.verdict}{f' {self.field}' if self.field else ''} {self.id[:8]}"


@dataclass(frozen=True, slots=True)
class FoundDecision:
    """A decision of the ledger and how it stands.

    Attributes:
        decision: as it was ruled.
        state: in force; overruled (a later one says otherwise); withdrawn; not attached (what it is on is not in the ledger now).
        by: id of the decision that overrules it, None where none does.
        keys: the keys that its subjects have now, None for one that is not there.
    """

    decision: Decision
    state: str
    by: str | None
    keys: tuple[str | None, ...]

    @property
    def key(self) -> str:
        """Give the decision's id."""
        return self.decision.id

    def flat(self) -> Flat:
        """Give one line of a table."""
        it, back = self.decision, self.decision.withdrawn
        return {
            "id": it.id, "verdict": it.verdict.value, "of": it.of.value, "subjects": "; ".join(each.key for each in it.subjects),
            "now": "; ".join(key or "" for key in self.keys), "field": it.field, "value": it.value, "who": it.who,
            "when": moment(it.when), "why": it.why, "state": self.state, "overruled_by": self.by,
            "withdrawn": moment(back.when) if back else None, "withdrawn_by": back.who if back else None,
            "withdrawn_why": back.why if back else None,
        }  # fmt: skip


def applied_words(rows: tuple[Applied, ...]) -> str:
    """Give the decisions on a record in one cell."""
    return "; ".join(row.short for row in rows)
