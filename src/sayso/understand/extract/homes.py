"""A person whose state no word beside his name tells → the state that a reader takes him to be of: "Prime Minister NAME", "Colonel NAME", "NAME, a shopkeeper".

A choice among the states that the report names and nobody, by a weighed sum of signs: who is subject of this sentence and the ones before, where it is set,
which state is named most, whom he speaks against. The weights (homes.json) are fitted by benchmarks/marks/fit_homes.py on reports of our own writing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from math import log

from ...findings.actor import ActorKind
from ...span import Span
from ..doc import Doc
from ..known.named import states
from ..places.candidates import candidates_of
from ..weighing import NOBODY, likeliest, weights_of
from .cast import Cast
from .states_meant import LARGE, StatesMeant, dateline

# Sentences looked back over; sentences at the head of a report whose subjects are what it is about.
REACH, HEAD = 3, 2
_TOWARD = frozenset(("with", "on", "upon", "against", "to", "from", "of"))
_LEAVE = frozenset("leave leaves left leaving depart departed head headed heading bound set".split())
_SET = frozenset(("in", "at", "from", "near"))
# Before a state that somebody only visits, or goes to; behind one in which he is for a while.
_GUEST = re.compile(
    r"\b(?:visit(?:s|ed|ing)?(?: to)?|(?:arriv|land|touch|fl|travel|head)\w* (?:down )?(?:in|to|into|for)|(?:trip|journey|tour|stopover|stop) (?:to|of|in|through)) (?:the )?$"
)
_THERE = re.compile(r"\bin (?:the )?$")
_FOR_A_WHILE = re.compile(r" (?:to [a-z]+ (?:to|with|for|on)\b|for (?:talks|a |an |the (?:talks|summit|funeral|meeting)))")


class Stand(StrEnum):
    """What a person is called by where no state stands beside it: an office that states have, another office or rank, nothing."""

    STATE = "state"
    OTHER = "other"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Home:
    """The state a person is taken to be of, and how likely it is (0..1)."""

    key: str
    how: float


class Homes:
    """Answers for one report; names of states, bodies and people must be in the cast."""

    def __init__(self, doc: Doc, cast: Cast, meant: StatesMeant) -> None:
        self.doc, self.cast, self.meant = doc, cast, meant

    def of(self, name: Span, phrase: Span, stand: Stand, ruled: str | None) -> Home | None:
        """Give the state that a person is most likely of; None where nobody is likelier.

        Args:
            name, phrase: his name, and the words that say his office (the name again where there are none).
            ruled: the state that the rules for bare titles give.
        """
        table = self.signs(name, phrase, stand, ruled)
        top, how = likeliest(table, weights_of(__package__, "homes.json"))
        return Home(top, how) if top != NOBODY else None

    def signs(self, name: Span, phrase: Span, stand: Stand, ruled: str | None) -> dict[str, dict[str, float]]:
        """Give the signs of every state that the report names and that he may be of, and of none of them."""
        table = self.of_states(name, phrase, is_title=stand is Stand.STATE)
        if ruled in table:
            table[str(ruled)][f"ruled, {stand}"] = 1.0
        made = {key: by_stand(signs, stand) for key, signs in table.items()}
        made[NOBODY] = {
            f"nobody, {stand}": 1.0,
            f"nobody, {min(len(table), 3)} states": 1.0,
            f"nobody, {stand}, ruled {ruled is not None}": 1.0,
        }
        return made

    def of_states(self, name: Span, phrase: Span, *, is_title: bool) -> dict[str, dict[str, float]]:
        """Give the signs of every state that the report names and that somebody may be of, whatever he is called.

        Args:
            is_title: whether it is a title that states have, which stands for none that is named only later.
        """
        at = min(name.start, phrase.start)
        people = Counter(p.country for p in self.cast.parts.values() if p.kind is ActorKind.PERSON)
        table = {key: {**signs, "people": log(1 + people[key])} for key, signs in self._told.items()}
        later = {key for key, first in self._first.items() if first >= self.doc.sentence_at(at).end}
        for key in self.ruled_out(name, phrase) | (later if is_title else set()):
            table.pop(key, None)
        for key in later & table.keys():
            table[key]["named later"] = 1.0
        for sign, key, value in self._around(at, max(name.end, phrase.end)):
            if key in table:
                table[key][sign] = max(value, table[key].get(sign, 0.0))
        return table

    @cached_property
    def _told(self) -> dict[str, dict[str, float]]:
        """The signs of every state that are the same for every person of the report."""
        return {key: dict(self._in_report(key)) for key in self._counts}

    def _in_report(self, key: str) -> Iterator[tuple[str, float]]:
        """Give what is told of a state by the names of states, and by them alone."""
        often, most = self._counts[key], max(self._counts.values())
        yield "share", log(often / most)
        yield "most named", float(often == most and list(self._counts.values()).count(most) == 1)
        yield "sent from", float(self.meant.sent_from == key)
        yield "head subject", float(key in self._head_subjects)
        yield "head", float(any(key == named for _, named in self.named_in(self._head)))
        yield "first named", float(key in self._opening)
        yield "subjects", log(1 + self._acting[key])

    def _around(self, at: int, end: int) -> Iterator[tuple[str, str, float]]:
        """Give (sign, state, value) of the states named in the sentence of a name and in those before it."""
        doc, here = self.doc, self.doc.sentence_number(at)
        paragraph = doc.paragraph_at(at)
        floor, nearest = paragraph.start, True
        told = {key for span, key in self.named_in(paragraph) if not self._is_quoted(span)}
        if len(told) == 1:
            yield "only one of paragraph", min(told), 1.0
        for number in range(here, max(-1, here - 1 - REACH), -1):
            sentence = doc.sentences[number]
            where = "here" if number == here else "before" if sentence.start >= floor else "above"
            where = f"{where} {here - number}" if number < here else where
            named = list(self.named_in(sentence))
            acting = {
                other
                for span, key in named
                if not self._is_quoted(span) and self.meant.is_subject(span)
                for other in self._told_with(span, key)
            }
            for span, key in named:
                side = "" if number < here else " behind" if span.start >= end else ""
                yield f"named {where}{side}", key, 1.0
                if self._is_quoted(span):
                    yield f"quoted {where}", key, 1.0
                elif self.meant.is_subject(span) or (key in acting and self._is_joint(span)):
                    yield f"{'joint ' if self._is_joint(span) else ''}subject {where}{side}", key, 1.0
                elif self._is_set(span):
                    yield f"set {where}{side}", key, 1.0
            last = [(span, key) for span, key in named if span.start < at and not self._is_quoted(span)]
            if nearest and last:
                yield from (("nearest", key, 1.0) for key in self._told_with(*last[-1]))
                nearest = False
            if len(acting) == 1:
                yield f"only subject {where}", min(acting), 1.0
            if len({key for _, key in named}) == 1:
                yield f"only one {where}", named[0][1], 1.0

    def ruled_out(self, name: Span, phrase: Span) -> set[str]:
        """Give the states that somebody cannot be of: those he speaks to, visits or does something to, or that do something to him."""
        at, end = min(name.start, phrase.start), max(name.end, phrase.end)
        sentence = self.doc.sentence_at(at)
        paragraph = self.doc.paragraph_at(at)
        opens = -1 if dateline(self.doc.text, *paragraph) is None else paragraph.start
        here, is_object = [pair for pair in self.named_in(sentence) if pair[0].start > opens], self._is_object(at, end)
        met = {key for span, key in here if self._is_met(span, at, end)}
        met |= {key for span, key in here if self._is_guest(span)}
        met |= {key for span, key in here if is_object and span.start < at and self.meant.is_subject(span, owning=True)}
        return met

    def _is_guest(self, span: Span) -> bool:
        """Tell whether a sentence says that somebody is in a state for a while: "during a visit to Peru", "in Peru for talks"."""
        text, floor = self.doc.text, max(0, span.start - 30)
        is_there = _THERE.search(text, floor, span.start) is not None and _FOR_A_WHILE.match(text, span.end) is not None
        return is_there or _GUEST.search(text, floor, span.start) is not None

    def _is_joint(self, span: Span) -> bool:
        """Tell whether a name is one of several told of at once: "Ghana and Togo quarrelled"."""
        doc, inside = self.doc, self.doc.tokens_in(span)
        return any(
            doc.relations[i] == "conj" or any(doc.relations[k] == "conj" for k in doc.dependents(i)) for i in inside if doc.heads
        )

    def _is_quoted(self, span: Span) -> bool:
        return self.doc.quotation_at(span.start) is not None

    def _is_set(self, span: Span) -> bool:
        """Tell whether a name says where: "in Kigali", "from the Philippines"."""
        inside = self.doc.tokens_in(span)
        before = inside.start - 1
        while before >= 0 and self.doc.low(before) in ("the", "central", "northern", "southern", "eastern", "western"):
            before -= 1
        return before >= 0 and self.doc.low(before) in _SET

    def _is_met(self, span: Span, at: int, end: int) -> bool:
        """Tell whether the person does something to a state or says it to one, which then is hardly his own: "NAME accused Peru of"."""
        doc, holder = self.doc, self.doc.tokens_in(Span(at, end))
        if not doc.heads:
            return False
        done = {doc.heads[i] for i in holder if doc.relations[i] == "nsubj" and doc.heads[i] not in holder}
        joined = {i for verb in done for i in doc.dependents(verb) if doc.relations[i] == "conj" and doc.pos[i] == "VERB"}
        done |= {i for i in joined if all(doc.relations[k] != "nsubj" for k in doc.dependents(i))}
        top = next((i for i in doc.tokens_in(span) if doc.heads[i] in done), None)
        if top is None:
            return False
        cases = {doc.low(i) for i in doc.dependents(top) if doc.relations[i] == "case"}
        is_left_for = "for" in cases and doc.low(doc.heads[top]) in _LEAVE
        return doc.relations[top] in ("obj", "iobj") or (
            doc.relations[top].startswith("obl") and (is_left_for or bool(cases & _TOWARD))
        )

    def _is_object(self, at: int, end: int) -> bool:
        """Tell whether something is done to the person or with him: "clerks from Peru met | NAME |"."""
        doc, holder = self.doc, self.doc.tokens_in(Span(at, end))
        tops = [i for i in holder if doc.heads and doc.heads[i] not in holder]
        return any(doc.relations[i] in ("obj", "iobj", "obl") and doc.pos[doc.heads[i]] == "VERB" for i in tops)

    def named_in(self, area: Span) -> Iterator[tuple[Span, str]]:
        """Give the names of states, of their bodies and of towns in them, in text order."""
        low, high = (bisect_left(self._starts, offset) for offset in area)
        return iter(self._names[low:high])

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span, _ in self._names]

    @cached_property
    def _names(self) -> list[tuple[Span, str]]:
        found: dict[int, tuple[Span, str]] = {}
        for part in self.cast.parts.values():
            key = part.key if part.kind is ActorKind.COUNTRY else part.country if part.kind is ActorKind.ORGANISATION else None
            if key in states():
                found.update((span.start, (span, str(key))) for span in part.naming)
        for _, span, _ in self.doc.toponyms:
            if span.start not in found and (key := _town(span.of(self.doc.text))) is not None:
                found[span.start] = (span, key)
        return [found[start] for start in sorted(found)]

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(key for _, key in self._names)

    def _told_with(self, span: Span, key: str) -> set[str]:
        """Give a state and those told of at once with it: "Ghana and Togo quarrelled"."""
        beside = self.named_in(self.doc.sentence_at(span.start)) if self._is_joint(span) else ()
        return {key, *(other for place, other in beside if self._is_joint(place))}

    @cached_property
    def _opening(self) -> set[str]:
        """The states that the report names first."""
        return self._told_with(*self._names[0])

    @cached_property
    def _first(self) -> dict[str, int]:
        """Where each state is named first."""
        return {key: span.start for span, key in reversed(self._names)}

    @cached_property
    def _acting(self) -> Counter[str]:
        """How often a state, or what belongs to it, is the subject of a clause."""
        subjects = ((span, key) for span, key in self._names if self.meant.is_subject(span, owning=True))
        return Counter(told for span, key in subjects for told in self._told_with(span, key))

    @cached_property
    def _head(self) -> Span:
        first = self.doc.sentences[:HEAD]
        return Span(first[0].start, first[-1].end) if first else Span(0, 1)

    @cached_property
    def _head_subjects(self) -> set[str]:
        subjects = ((span, key) for span, key in self.named_in(self._head) if self.meant.is_subject(span, owning=True))
        return {told for span, key in subjects for told in self._told_with(span, key)}


def by_stand(signs: dict[str, float], stand: Stand) -> dict[str, float]:
    """Give signs, each once more for people called by something of a kind."""
    return {**signs, **{f"{sign}, {stand}": value for sign, value in signs.items()}}


@cache
def _town(words: str) -> str | None:
    """Give the state of the largest town of that name."""
    largest = max((e for e in candidates_of(words) if e.precision == "town"), key=lambda e: e.population, default=None)
    return largest.country if largest is not None and largest.population >= LARGE else None
