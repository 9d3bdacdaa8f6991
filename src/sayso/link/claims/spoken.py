"""A reading → the tellings that may be claims: what is said, and what the report tells with figures and events in its own voice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any

from ...findings.reading import Reading
from ...findings.statement import Act, Statement
from ...span import Span, hull, overlaps_any
from .claim import FOR, Stand
from .stances import Stance, is_firm, stance_of
from .telling import Telling, telling_of

# Acts that put something forward or answer to it. Wishes, threats, questions and demands are no claims; imputed words are nobody's.
_ACTS = frozenset(
    (Act.ASSERT, Act.CONFIRM, Act.ACCUSE, Act.ESTIMATE, Act.WARN, Act.PREDICT, Act.DENY, Act.DOUBT, Act.DECLINE, Act.SILENT)
)  # fmt: skip
_KEEPS_BACK = (Act.DECLINE, Act.SILENT)
# Longest telling, in characters: what is longer tells of many things.
LONGEST = 600
_STANDS = {
    Stance.ASSERTS: Stand.ASSERTS, Stance.CONFIRMS: Stand.CONFIRMS, Stance.DENIES: Stand.DENIES, Stance.DOUBTS: Stand.DOUBTS, Stance.SILENT: Stand.SILENT,
}  # fmt: skip


# Longest telling that denies by words like "false" or "innocent" alone and still is a denial; in what is longer they stand beside other matters.
SHORT = 200
# Sentences of the report's own that it begins with, below its headline.
OPENING = 2
_NO_PROOF = re.compile(
    r"\b(?:no|not any|without|lack\w*|little) (?:\w+ )?(?:evidence|proof|sign|indication)s?\b|\bhad? not seen\b"
)
# "Did not say why": it keeps back a detail, and takes what it is a detail of for granted. "Would not say whether" is of another kind.
_DETAIL = re.compile(
    r"\b(?:say|know|disclose|reveal|specify|explain|clear|discuss|tell|elaborate on|comment on)\b[^.;,]{0,25}\b(?:why|how|what|when|where|which|who)\b"
)


class Place(StrEnum):
    """Where in its report a telling stands."""

    HEADLINE = "headline"
    OPENING = "opening"
    FURTHER = "further"


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
        place: whether it is the headline, stands in the first sentences below it, or further down.
        answers: False where words of denial or doubt stand in it and yet it turns nothing down ("innocent civilians").
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
    place: Place = Place.FURTHER
    answers: bool = True

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
            "place": self.place.value, "answers": self.answers,
        }  # fmt: skip

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Spoken:
        """Read what `to_json` wrote."""
        day = date.fromisoformat(value["published"]) if value["published"] else None
        telling = Telling.from_json(value["telling"])
        return cls(
            telling, value["report"], value["speaker"], value["statement"], day, Stand(value["stand"]), value["finding"], value["said"],
            frozenset(value.get("sides", ())), Place(value.get("place", Place.FURTHER)), value.get("answers", True),
        )  # fmt: skip


def spoken_in(reading: Reading) -> Iterator[Spoken]:
    """Give the tellings of a reading, statements before what the report tells itself."""
    keys = {actor.id: actor.key for actor in reading.actors}
    published = reading.report.published
    report = reading.report.key
    opening = _opening(reading)
    relays = {s.within for s in reading.statements if s.within}
    outer = {s.id: s for s in reading.statements}
    for statement in reading.statements:
        if (
            statement.act not in _ACTS
            or _is_kept_back(statement, outer)
            or (statement.id in relays and statement.act not in _KEEPS_BACK)
        ):
            continue
        span = hull(statement.evidence)
        if span.end - span.start > LONGEST:
            span = max(statement.content, key=lambda c: c.end - c.start)
        telling = telling_of(reading, span)
        if telling.stance is Stance.DENIES and statement.act is not Act.DENY and _is_anothers(telling.text):
            telling = replace(telling, stance=Stance.ASSERTS)
        yield Spoken(
            telling, report, keys.get(statement.speaker or ""), statement.id, published, _stand(telling, statement), statement.id,
            _said(reading, statement), _sides(reading, statement), _place(reading, telling.span, opening), _answers(telling, statement),
        )  # fmt: skip
    said = [e for s in reading.statements for e in s.evidence]
    found = [(f.span, f.id) for f in reading.figures if f.statement is None]
    found += [(e.trigger, e.id) for e in reading.events if e.statement is None]
    for sentence in reading.sentences:
        ident = next((ident for span, ident in found if span.overlaps(sentence)), None)
        if ident is not None and not overlaps_any(sentence, said) and sentence.end - sentence.start <= LONGEST:
            telling = telling_of(reading, sentence)
            place = _place(reading, telling.span, opening)
            yield Spoken(
                telling, report, None, None, published, _STANDS[telling.stance], ident, telling.text, frozenset(), place, _answers(telling, None),
            )  # fmt: skip


# "… a deployment that Pelm has dismissed as rumour": in the words of one who says something, the denial of another who is named right before it.
_ANOTHERS = re.compile(
    r"\b(?:that|which|who|whom|though|although|while|but|and) [A-Z]\w+(?: [A-Z]\w+)*(?: has| had| have)?(?: \w+ly)? (?:denied|denies|dismissed|rejected|disputed|called)\b"
)


def _is_anothers(words: str) -> bool:
    return bool(_ANOTHERS.search(words))


def _opening(reading: Reading) -> int:
    """Give where the first sentences of the report's own end, those below its headline; furniture and short lines are none."""
    report = reading.report
    title = report.title_span
    own = [s for s in reading.sentences if s.end - s.start >= 40 and not overlaps_any(s, report.furniture)]
    below = [s for s in own if title is None or not s.overlaps(title)]
    return below[:OPENING][-1].end if below else 0


def _place(reading: Reading, span: Span, opening: int) -> Place:
    title = reading.report.title_span
    if title is not None and span.overlaps(title):
        return Place.HEADLINE
    return Place.OPENING if span.start < opening else Place.FURTHER


def _answers(telling: Telling, statement: Statement | None) -> bool:
    """Tell whether words of denial, doubt or silence in it turn something down, and not only stand in it."""
    by_words = stance_of(telling.text, telling.span, ())
    if telling.stance is Stance.DOUBTS:
        return by_words is Stance.DOUBTS or bool(_NO_PROOF.search(telling.text.lower()))
    if telling.stance is Stance.DENIES and by_words is Stance.DENIES:
        denied = statement is not None and (statement.act is Act.DENY or len(telling.text) <= SHORT)
        return denied or is_firm(telling.text)
    if telling.stance is Stance.SILENT and _DETAIL.search(telling.text.lower()):
        return False
    return telling.stance not in (Stance.DENIES, Stance.SILENT) or by_words is telling.stance


def _is_kept_back(statement: Statement, outer: Mapping[str, Statement]) -> bool:
    """Tell whether it stands within a refusal or silence: "declined to confirm or deny that …" confirms and denies nothing."""
    above = outer.get(statement.within or "")
    while above is not None:
        if above.act in _KEEPS_BACK:
            return True
        above = outer.get(above.within or "")
    return False


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
