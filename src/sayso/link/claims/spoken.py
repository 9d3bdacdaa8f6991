"""A reading → the tellings that may be claims: what is said, and what the report tells with figures and events in its own voice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from ...findings.reading import Reading
from ...findings.statement import Act, Statement
from ...span import hull, overlaps_any
from .claim import FOR, Stand
from .stances import Stance
from .telling import Telling, telling_of

# Acts that put something forward or answer to it. Wishes, threats, questions and demands are no claims; imputed words are nobody's.
_ACTS = frozenset(
    (Act.ASSERT, Act.CONFIRM, Act.ACCUSE, Act.ESTIMATE, Act.WARN, Act.PREDICT, Act.DENY, Act.DOUBT, Act.DECLINE, Act.SILENT)
)  # fmt: skip
# Longest telling, in characters: what is longer tells of many things.
LONGEST = 600
_STANDS = {
    Stance.ASSERTS: Stand.ASSERTS, Stance.CONFIRMS: Stand.CONFIRMS, Stance.DENIES: Stand.DENIES, Stance.DOUBTS: Stand.DOUBTS, Stance.SILENT: Stand.SILENT,
}  # fmt: skip


@dataclass(frozen=True)
class Spoken:
    """A telling with who says it, where and when.

    Attributes:
        report: key of the report; statement: id of the statement in its reading, None for the report's own voice.
        speaker: key of the actor who says it, None where nobody is known to.
        published: the day of the report.
        stand: what it does with the claim.
        finding: id in the reading of the statement, else of the first figure or event in the sentence.
        sides: keys of the speaker, of whom it speaks for, and their countries.
        said: what is said, verbatim, pieces joined by an ellipsis, without "that" before it; of the report's own voice the telling itself.
    """

    telling: Telling
    report: str
    speaker: str | None
    statement: str | None
    published: date | None
    stand: Stand
    finding: str | None = None
    said: str = ""
    sides: frozenset[str] = frozenset()

    @cached_property
    def key(self) -> str:
        """Give the name of the telling: its report and place; rulings and verdicts go by it."""
        return f"{self.report}:{self.telling.span.start}-{self.telling.span.end}"

    @property
    def rank(self) -> str:
        """Give what tellings are sorted by, as text: publication (no day last), report, place in it."""
        span = self.telling.span
        return f"{(self.published or date.max).isoformat()} {self.report} {span.start:09d} {span.end:09d}"

    @property
    def is_forward(self) -> bool:
        """Tell whether it puts a claim forward; if not, it answers one."""
        return self.stand in FOR

    @cached_property
    def marks(self) -> frozenset[str]:
        """Give the words of matter and groups of words of which two tellings of one claim share some."""
        return frozenset(key for word in self.telling.body if word.weight >= 1.0 for key in (word.stem, *word.groups))

    def to_json(self) -> dict[str, Any]:
        """Give plain data, ready for `json.dumps`."""
        day = self.published.isoformat() if self.published else None
        return {
            "telling": self.telling.to_json(), "report": self.report, "speaker": self.speaker, "statement": self.statement, "published": day,
            "stand": self.stand.value, "finding": self.finding, "said": self.said, "sides": sorted(self.sides),
        }  # fmt: skip

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Spoken:
        """Read what `to_json` wrote."""
        day = date.fromisoformat(value["published"]) if value["published"] else None
        telling = Telling.from_json(value["telling"])
        return cls(
            telling,
            value["report"],
            value["speaker"],
            value["statement"],
            day,
            Stand(value["stand"]),
            value["finding"],
            value["said"],
        )


def spoken_in(reading: Reading) -> Iterator[Spoken]:
    """Give the tellings of a reading, statements before what the report tells itself."""
    keys = {actor.id: actor.key for actor in reading.actors}
    published = reading.report.published
    report = reading.report.key
    relays = {s.within for s in reading.statements if s.within}
    for statement in reading.statements:
        if statement.act not in _ACTS or statement.id in relays:
            continue
        span = hull(statement.evidence)
        if span.end - span.start > LONGEST:
            span = max(statement.content, key=lambda c: c.end - c.start)
        telling = telling_of(reading, span)
        if telling.stance is Stance.DENIES and statement.act is not Act.DENY and _is_anothers(telling.text):
            telling = replace(telling, stance=Stance.ASSERTS)
        yield Spoken(
            telling, report, keys.get(statement.speaker or ""), statement.id, published, _stand(telling, statement), statement.id
        )
    said = [e for s in reading.statements for e in s.evidence]
    found = [(f.span, f.id) for f in reading.figures if f.statement is None]
    found += [(e.trigger, e.id) for e in reading.events if e.statement is None]
    for sentence in reading.sentences:
        ident = next((ident for span, ident in found if span.overlaps(sentence)), None)
        if ident is not None and not overlaps_any(sentence, said) and sentence.end - sentence.start <= LONGEST:
            telling = telling_of(reading, sentence)
            yield Spoken(telling, report, None, None, published, _STANDS[telling.stance], ident, telling.text)


# "… a deployment that Pelm has dismissed as rumour": in the words of one who says something, the denial of another who is named right before it.
_ANOTHERS = re.compile(
    r"\b(?:that|which|who|whom|though|although|while|but|and) [A-Z]\w+(?: [A-Z]\w+)*(?: has| had| have)?(?: \w+ly)? (?:denied|denies|dismissed|rejected|disputed|called)\b"
)


def _is_anothers(words: str) -> bool:
    return bool(_ANOTHERS.search(words))


def _said(reading: Reading, statement: Statement) -> str:
    return _THAT.sub("", reading.words(*statement.content))


def _sides(reading: Reading, statement: Statement) -> frozenset[str]:
    actors = [actor for actor in reading.actors if actor.id in (statement.speaker, statement.speaks_for)]
    return frozenset(key for actor in actors for key in (actor.key, actor.country) if key)


_THAT = re.compile(r"^that\s+")


def _stand(telling: Telling, statement: Statement) -> Stand:
    if telling.stance is Stance.SILENT and statement.act is Act.DECLINE:
        return Stand.DECLINES
    return _STANDS[telling.stance]
