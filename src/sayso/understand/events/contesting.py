"""Which events a denial reaches: each event of the report is weighed against it by where both stand, whose deed it is, who told it, and the words they share.

contesting.json holds the weights of a logistic model, fitted by `python benchmarks/marks/fit_contesting.py` on denials in reports of our own writing.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property

from ...findings.event import Event, Reality
from ...findings.statement import Act, Statement
from ..extract.cast import Part
from ..weighing import likelihood, weights_of
from .triggers import verb_forms

# Least likelihood from which on a denial reaches an event.
REACHED = 0.4
# What only points to something told before: "the reports", "any involvement", "it".
_POINTER = re.compile(
    r"^[\"“‘']?(?:(?:that|any|all|such|these|those|this|the|its|his|her|their|an?)\s+)?(?:[\w’'-]+\s+){0,3}?(?:(?P<plain>it|this|that|these|so)(?=$|\s+(?:as|an?|\W)|[.,;])|"
    r"(?P<told>reports?|claims?|accounts?|information|allegations?|accusations?|charges?|findings?|rumou?rs?|news|stor(?:y|ies)|suggestions?|assertions?|version)\b|"
    r"(?P<part>involvement|responsibility|role|part|hand|connection|links?|complicity)\b|(?P<deed>attacks?|strikes?|raids?|killings?|shelling|incidents?|incursions?|deployments?)\b)",
    re.IGNORECASE,
)
# What the reports are of, where it is said.
_OF = re.compile(r"\s+(?:that|about|of|in|on|over|regarding|for|with|to|from|against)\b")
_NAY = re.compile(r"\b(?:not?|never|none|neither|nor|nobody|nothing|without|\w+n[’']t)\b", re.IGNORECASE)
_CALLED = re.compile(r"\b(?:call|describ|dismiss|brand|term|label|dubb|mock|scoff|scorn|laugh)", re.IGNORECASE)
_TURNED_DOWN = re.compile(r"\b(?:reject|refus|spurn|rebuff|turn)", re.IGNORECASE)
_NUMBER = re.compile(r"\b(?:figures?|numbers?|tolls?|counts?|estimates?|losses)\b", re.IGNORECASE)
_ALL = re.compile(r"^(?:all|everything|both|the charges?|any wrongdoing|wrongdoing|guilt|guilty|not guilty)\b", re.IGNORECASE)
_BREAK = re.compile(r"[.!?][\"”’']?\s|\n")
_WORD = re.compile(r"\b[a-z]{4,}\b")  # names and the first word of a sentence are none
_SMALL = frozenset(
    "that with from have were been this these they them their there would will could which when what said says saying into over about after before other also more than then some such only".split()
)
_SAYING = frozenset("ACCUSE REQUEST REJECT CONSULT AGREE SUPPORT THREATEN".split())
_REAL = frozenset((Reality.HAPPENED, Reality.ONGOING, Reality.HISTORICAL))
_PUT_FORWARD = frozenset((Act.ASSERT, Act.ACCUSE, Act.CONFIRM, Act.ESTIMATE))
_SUPPOSED = frozenset((Reality.PLANNED, Reality.HYPOTHETICAL, Reality.PROMISED, Reality.DEMANDED, Reality.THREATENED))
# Where an event stands in the denial's own words.
_IN_ITS_WORDS = ("inside", "cue", "pointer")
# Letters by which words are compared; characters of a headline and the first sentence, and around an event that tell of it, too.
_STEM, _LEAD, _AROUND = 5, 260, 40
# Characters before and behind a denial in which it may reach events.
_REACH, _BEHIND = 2000, 400


class EventsTold:
    """What is known of a report's events, for every denial in it.

    Args:
        said: by event, the statement in whose words it stands.
    """

    def __init__(
        self, statements: Sequence[Statement], events: Sequence[Event], said: Mapping[str, Statement | None], actors: Mapping[str, Part],
        text: str,
    ) -> None:  # fmt: skip
        self.statements, self.said, self.actors, self.text = statements, said, actors, text
        self.events = sorted(events, key=lambda e: e.trigger.start)
        self._starts = [e.trigger.start for e in self.events]
        self._breaks = [found.end() for found in _BREAK.finditer(text)]
        self.deeds = [e for e in self.events if e.event_type not in _SAYING and e.reality in _REAL]
        self._deeds = [e.trigger.start for e in self.deeds]
        self._sides: dict[str, tuple[frozenset[str], frozenset[str]]] = {}

    def who(self, *ids: str | None) -> frozenset[str]:
        """Give the keys and states of some actors."""
        found = (self.actors.get(one or "") for one in ids)
        return frozenset(key for part in found if part is not None for key in (part.key, part.country) if key)

    def sides(self, event: Event) -> tuple[frozenset[str], frozenset[str]]:
        """Give the keys and states of those who act in an event, and of those on whom."""
        if event.id not in self._sides:
            self._sides[event.id] = self.who(*event.actor), self.who(*event.recipient)
        return self._sides[event.id]

    def lemma(self, event: Event) -> str:
        """Give the word by which an event is told."""
        word = event.trigger.of(self.text).lower()
        form = verb_forms().get(word)
        return form.lemma if form is not None else word

    def among(self, start: int, end: int) -> list[Event]:
        """Give the events told in [start, end)."""
        return self.events[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def breaks(self, start: int, end: int) -> int:
        """Give how many sentences end in [start, end)."""
        return bisect_right(self._breaks, end) - bisect_right(self._breaks, start)

    def deeds_between(self, event: Event, end: int) -> int:
        """Give how many other deeds are told behind an event and before a place."""
        return max(0, bisect_left(self._deeds, end) - bisect_left(self._deeds, event.trigger.end))


class Denial:
    """One denial, of which every event near it can be asked whether it is meant."""

    def __init__(self, denial: Statement, told: EventsTold) -> None:
        self.denial, self.told, self.text = denial, told, told.text
        target = [*(denial.target or ()), *denial.content]
        self.start, self.end = min(s.start for s in (*target, *denial.cue)), max(s.end for s in (*target, *denial.cue))
        self.words = " ".join(s.of(self.text) for s in (denial.target or denial.content))
        self.voices = told.who(denial.speaker, denial.speaks_for)
        inside = (e for s in target for e in told.among(s.start, s.end) if e.trigger.end <= s.end)
        self.inside = list({e.id: e for e in inside}.values())
        self._inside = frozenset(e.id for e in self.inside)

    def candidates(self) -> list[Event]:
        """Give the events that the denial may reach: those of the lead, those not far before it, in it and close behind it."""
        near = self.told.among(max(_LEAD, self.start - _REACH), self.end + _BEHIND)
        return [*self.told.among(0, _LEAD), *near]

    @cached_property
    def _pointer(self) -> re.Match[str] | None:
        return _POINTER.match(self.words)

    @cached_property
    def _of_denial(self) -> dict[str, float]:
        """Signs that are the same for every event."""
        found = self._pointer
        kind = next((name for name, told in found.groupdict().items() if told), "words") if found is not None else "words"
        kind += " of" if found is not None and _OF.match(self.words, found.end()) else ""
        cue = " ".join(s.of(self.text) for s in self.denial.cue)
        size = len(self.words.split())
        signs = {
            f"says {kind}": 1.0,
            "denies that": float(bool(_NAY.search(self.words))),
            "short": float(size < 5),
            "has inner": float(bool(self.inside)),
        }
        signs |= {"calls": float(bool(_CALLED.search(cue))), "turns down": float(bool(_TURNED_DOWN.search(cue)))}
        return {**signs, "of a number": float(bool(_NUMBER.search(self.words))), "all": float(bool(_ALL.search(self.words)))}

    @cached_property
    def _answered(self) -> Statement | None:
        """Give the last words of somebody else before the denial."""
        others = [
            s
            for s in self.told.statements
            if s.content[-1].end <= self.start and s.speaker != self.denial.speaker and s.act in _PUT_FORWARD
        ]
        return max(others, key=lambda s: (s.content[-1].end, -s.content[0].start), default=None)

    @cached_property
    def _stems(self) -> frozenset[str]:
        return _stems(self.words)

    def likelihood(self, event: Event) -> float:
        """Give how likely (0..1) the denial is about this event."""
        ruled = self.ruled(event)
        return likelihood(self.signs(event), weights_of(__package__, "contesting.json")) if ruled is None else float(ruled)

    def ruled(self, event: Event) -> bool | None:
        """Tell whether an event is surely meant, for the denied words themselves say that it was not, or surely not; None where that is to be weighed."""
        place = self._place(event)
        if place == "inside" and event.reality is Reality.NEGATED:
            return True
        return False if place not in _IN_ITS_WORDS and self._is_beside(self._of_event(event)) else None

    def _is_beside(self, signs: Mapping[str, float]) -> bool:
        """Tell whether an event elsewhere is surely not meant: told by the denier, not what is counted, another matter than the one that is denied."""
        if signs.get("told by denier") or self._of_denial["of a number"]:
            return True
        if "says words" not in self._of_denial and not self._is_of_own_matter:
            return False
        is_alike = any(signs.get(name) for name in ("shares a word", "word is denied", "type is denied", "trigger is in it"))
        is_another = bool(signs.get("others' deed")) and not signs.get("act is denied")
        return is_another or (not is_alike and not signs.get("nobody's deed"))

    @cached_property
    def _is_of_own_matter(self) -> bool:
        """Tell whether the denial says itself of what the reports are: "denied the reports that he had resigned"."""
        return any(name.endswith(" of") for name in self._of_denial)

    def signs(self, event: Event) -> dict[str, float]:
        """Give what is to be weighed of an event: numbers by name."""
        place, own, known = self._place(event), self._of_event(event), self._of_denial
        signs = {
            "base": 1.0, place: 1.0, **{f"{place}, {name}": value for name, value in (*own.items(), *known.items()) if value},
        }  # fmt: skip
        if place == "inside":
            signs |= {f"{place}, {name}, is real": float(event.reality in _REAL) for name in known if name.startswith("says")}
        elif place not in _IN_ITS_WORDS:
            signs |= {name: value for name, value in own.items() if value}
            signs |= {
                f"{name}, {other}": 1.0
                for name in known
                if known[name] and (name.startswith("says") or name == "has inner")
                for other in own
                if own[other]
            }
        return signs

    def _place(self, event: Event) -> str:
        if any(c.overlaps(event.trigger) for c in self.denial.cue):
            return "cue"
        if event.id in self._inside:  # "rejected the | accusation | of hiding fighters"
            first = (self.denial.target or self.denial.content)[0].start
            is_told = self._pointer is not None and self._pointer["told"] is not None
            is_pointer = is_told and self._pointer is not None and first <= event.trigger.start < first + self._pointer.end()
            return "pointer" if is_pointer else "inside"
        if event.trigger.start >= self.end:
            return "behind"
        breaks = self.told.breaks(event.trigger.end, self.start) if event.trigger.end <= self.start else 0
        return ("same sentence", "sentence before", "two before")[breaks] if breaks < 3 else "far before"

    def _of_event(self, event: Event) -> dict[str, float]:
        teller, told = self.told.said[event.id], self.told
        told_by = told.who(teller.speaker, teller.speaks_for) if teller is not None else frozenset()
        actor, recipient = told.sides(event)
        alike = [o for o in self.inside if o is not event and o.event_type == event.event_type]
        is_act = any(told.sides(o)[0] & actor for o in alike)
        is_same = any(o is not event and told.lemma(o) == told.lemma(event) for o in self.inside)
        between = told.deeds_between(event, self.start)
        stop = event.evidence[-1].end + _AROUND
        around = self.text[
            max(0, event.evidence[0].start - _AROUND) : min(stop, self.start) if event.trigger.end <= self.start else stop
        ]
        shared = len(_stems(around) & self._stems)
        return {
            "denier's deed": float(bool(actor & self.voices)), "others' deed": float(bool(actor) and not actor & self.voices),
            "nobody's deed": float(not event.actor), "denier suffers": float(bool(recipient & self.voices)),
            "told by denier": float(bool(told_by & self.voices)), "told by others": float(teller is not None and not told_by & self.voices),
            "told by nobody": float(teller is None), "answered": float(teller is not None and teller is self._answered),
            "accused of": float(teller is not None and teller.act is Act.ACCUSE), "is saying": float(event.event_type in _SAYING),
            "is force": float(event.event_type in ("ASSAULT", "COERCE")), "is real": float(event.reality in _REAL),
            "is negated": float(event.reality is Reality.NEGATED), "type is denied": float(bool(alike)), "word is denied": float(is_same), "act is denied": float(is_act),
            "shares nothing": float(shared == 0), "shares a word": float(shared > 0), "shares words": float(shared > 1), "trigger is in it": float(event.trigger.of(self.text).lower()[:_STEM] in self._stems),
            "last deed": float(event is self._last_deed), "one between": float(between == 1), "more between": float(between > 1),
            "in the lead": float(event.trigger.start < _LEAD), "is supposed": float(event.reality in _SUPPOSED),
        }  # fmt: skip

    @cached_property
    def _last_deed(self) -> Event | None:
        """Give the last real deed of the denier's told before."""
        near = (e for e in reversed(self.told.deeds) if self.start - _REACH < e.trigger.start and e.trigger.end <= self.start)
        return next((e for e in near if frozenset().union(*self.told.sides(e)) & self.voices), None)


def _stems(words: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(words) if word not in _SMALL)
