"""Decision: what a person ruled on a record, with who, when and why. Never altered: one that is taken back is withdrawn.

Invariant: a decision's id follows from what it says, so the same decision brought from another ledger is the same decision.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from ..span import Span

SCHEMA = "sayso.decision/1"
ID_HEX_DIGITS = 32


class Verdict(StrEnum):
    """What is ruled."""

    MERGE = "merge"
    SPLIT = "split"
    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"


class RecordKind(StrEnum):
    """What sort of record a decision is of."""

    ACTOR = "actor"
    STATEMENT = "statement"
    FIGURE = "figure"
    EVENT = "event"
    TIE = "tie"
    WATCHPOINT = "watchpoint"
    CLAIM = "claim"
    STORY = "story"
    HAPPENING = "happening"
    SERIES = "series"
    COPY = "copy"


# What is found in one text; a decision on it is kept with where it stands.
FINDINGS = frozenset(
    {RecordKind.STATEMENT, RecordKind.FIGURE, RecordKind.EVENT, RecordKind.TIE, RecordKind.WATCHPOINT}
)  # fmt: skip
# What is put together across reports; a decision on it is kept over its members.
LINKED = frozenset({RecordKind.CLAIM, RecordKind.STORY, RecordKind.HAPPENING, RecordKind.SERIES, RecordKind.COPY})


@dataclass(frozen=True, slots=True)
class Subject:
    """One of the records a decision is on, as it was when it was ruled.

    Attributes:
        sort: actor, report, or a kind of finding.
        key: the record's key then.
        text_sha256: of a finding, the text it was found in; of an actor that is split, the text in which it is another; else None.
        spans: the characters that tell the finding from others of its kind: its cue, number, trigger or words. Never the words themselves.
        said: what the finding said in closed words, numbers and actors' keys ("act": "deny"). Never words of the text.
    """

    sort: str
    key: str
    text_sha256: str | None = None
    spans: tuple[Span, ...] = ()
    said: tuple[tuple[str, str], ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Give the fields as plain data."""
        spans = [[span.start, span.end] for span in self.spans]
        return {"sort": self.sort, "key": self.key, "text_sha256": self.text_sha256, "spans": spans, "said": dict(self.said)}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Subject:
        """Read what `to_json` wrote; raises KeyError, TypeError or ValueError on what is no subject."""
        spans = tuple(Span(int(start), int(end)) for start, end in value.get("spans") or ())
        said = tuple(sorted((str(name), str(words)) for name, words in (value.get("said") or {}).items()))
        return cls(str(value["sort"]), str(value["key"]), value.get("text_sha256"), spans, said)


@dataclass(frozen=True, slots=True, order=True)
class Withdrawal:
    """That a decision no longer holds: when (UTC), who says so, and why."""

    when: datetime
    who: str
    why: str

    def to_json(self) -> dict[str, str]:
        """Give the fields as plain data."""
        return {"when": moment(self.when), "who": self.who, "why": self.why}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Withdrawal:
        """Read what `to_json` wrote."""
        return cls(datetime.fromisoformat(value["when"]).astimezone(UTC), str(value["who"]), str(value["why"]))


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person ruled.

    Attributes:
        verdict: merge and split: whether the subjects are of one thing; accept and reject: whether it is so; correct: what a field says.
        of: what kind of record.
        subjects: two or more for merge; for split first what is stayed with, then what is apart; one or more else.
        field, value: for correct, which field and what it says, as text; an empty value: nothing. For a split of actors, value is the
            key of the actor that it is there.
        who, when (UTC), why: of the ruling.
        withdrawn: when it was taken back; of several times the first. None while it stands.
        id: the hash of everything that was ruled; being withdrawn does not change it.
    """

    verdict: Verdict
    of: RecordKind
    subjects: tuple[Subject, ...]
    who: str
    when: datetime
    why: str
    field: str | None = None
    value: str | None = None
    withdrawn: Withdrawal | None = None
    id: str = dataclasses.field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        body = self.to_json()
        del body["withdrawn"]
        line = json.dumps(body, sort_keys=True, separators=(",", ":"))
        object.__setattr__(self, "id", hashlib.sha256(line.encode()).hexdigest()[:ID_HEX_DIGITS])

    @property
    def order(self) -> tuple[datetime, str]:
        """Give what sorts decisions: the later stands above the earlier."""
        return self.when, self.id

    def taken_back(self, withdrawal: Withdrawal) -> Decision:
        """Give the decision as withdrawn."""
        return replace(self, withdrawn=min(withdrawal, self.withdrawn or withdrawal))

    def to_json(self) -> dict[str, Any]:
        """Give the fields as plain data, ready for `json.dumps`; the id is not among them."""
        return {
            "schema": SCHEMA, "verdict": self.verdict.value, "of": self.of.value, "subjects": [each.to_json() for each in self.subjects],
            "field": self.field, "value": self.value, "who": self.who, "when": moment(self.when), "why": self.why,
            "withdrawn": self.withdrawn.to_json() if self.withdrawn else None,
        }  # fmt: skip

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Decision:
        """Read what `to_json` wrote; raises KeyError, TypeError or ValueError on what is no decision."""
        if value.get("schema") != SCHEMA:
            raise ValueError(f"expected a decision of schema {SCHEMA!r}, found {value.get('schema')!r}")
        return cls(
            Verdict(value["verdict"]), RecordKind(value["of"]), tuple(Subject.from_json(each) for each in value["subjects"]),
            str(value["who"]), datetime.fromisoformat(value["when"]).astimezone(UTC), str(value["why"]), value.get("field"),
            value.get("value"), Withdrawal.from_json(value["withdrawn"]) if value.get("withdrawn") else None,
        )  # fmt: skip


def moment(when: datetime) -> str:
    """Give a moment in UTC, ISO 8601, to the microsecond."""
    return when.astimezone(UTC).isoformat(timespec="microseconds")
