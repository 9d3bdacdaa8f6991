"""Which events a denial reaches: each event of the report is weighed against it by where both stand, whose deed it is, who told it, and the words they share.

contesting.json holds the weights of a logistic model, fitted by `python benchmarks/marks/fit_contesting.py` on denials in reports of our own writing.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from importlib import resources

from ...findings.event import Event, Reality
from ...findings.statement import Act, Statement
from ..extract.cast import Part
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
_WORD = re.compile(r"[a-z]{4,}")
_SAYING = frozenset("ACCUSE REQUEST REJECT CONSULT AGREE SUPPORT THREATEN".split())
_REAL = frozenset((Reality.HAPPENED, Reality.ONGOING, Reality.HISTORICAL))
_PUT_FORWARD = frozenset((Act.ASSERT, Act.ACCUSE, Act.CONFIRM, Act.ESTIMATE))
_SUPPOSED = frozenset((Reality.PLANNED, Reality.HYPOTHETICAL, Reality.PROMISED, Reality.DEMANDED, Reality.THREATENED))
# Letters by which words are compared; characters of a headline and the first sentence, and around an event that tell of it, too.
_STEM, _LEAD, _AROUND = 5, 260, 40


@cache
def weights() -> dict[str, float]:
    """Give the weight of each sign."""
    read: dict[str, float] = json.loads(resources.files(__package__).joinpath("contesting.json").read_text(encoding="utf8"))
    return read


class Denied:
    """What is known of one denial, for every event to be asked.

    Args:
        said: by event, the statement in whose words it stands.
    """

    def __init__(
        self, denial: Statement, statements: Sequence[Statement], events: Sequence[Event], said: Mapping[str, Statement | None],
        actors: Mapping[str, Part], text: str,
    ) -> None:  # fmt: skip
        self.denial, self.statements, self.events, self.said, self.actors, self.text = (
            denial,
            statements,
            events,
            said,
            actors,
            text,
        )
        target = [*(denial.target or ()), *denial.content]
        self.start, self.end = min(s.start for s in (*target, *denial.cue)), max(s.end for s in (*target, *denial.cue))
        self.spans = target
        self.words = " ".join(s.of(text) for s in (denial.target or denial.content))
        self.voices = self._who(denial.speaker) | self._who(denial.speaks_for)
        self.inside = [e for e in events if any(s.start <= e.trigger.start and e.trigger.end <= s.end for s in target)]

    def _who(self, actor: str | None) -> frozenset[str]:
        found = self.actors.get(actor or "")
        return frozenset(one for one in (found.key, found.country) if one) if found is not None else frozenset()

    def _side(self, ids: Sequence[str]) -> frozenset[str]:
        return frozenset().union(*map(self._who, ids))

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
            for s in self.statements
            if s.content[-1].end <= self.start and s.speaker != self.denial.speaker and s.act in _PUT_FORWARD
        ]
        return max(others, key=lambda s: (s.content[-1].end, -s.content[0].start), default=None)

    @cached_property
    def _stems(self) -> frozenset[str]:
        return _stems(self.words)

    def likelihood(self, event: Event) -> float:
        """Give how likely the denial is about this event."""
        known, signs = weights(), self.signs(event)
        if signs.get("shares nothing") and not signs.get("denier's deed") and self._is_of_own_matter:
            return 0.0  # "denied the reports that he had resigned"
        return 1 / (1 + math.exp(-sum(known.get(name, 0.0) * value for name, value in signs.items())))

    @cached_property
    def _is_of_own_matter(self) -> bool:
        """Tell whether the denial says itself of what the reports are."""
        return any(name.endswith(" of") for name in self._of_denial)

    def signs(self, event: Event) -> dict[str, float]:
        """Give what is to be weighed of an event: numbers by name."""
        place = self._place(event)
        known = self._of_denial
        signs = {
            "base": 1.0,
            place: 1.0,
            **{f"{place}, {name}": value for name, value in (*self._of_event(event).items(), *known.items()) if value},
        }
        if place == "inside":
            signs |= {f"{place}, {name}, is real": float(event.reality in _REAL) for name in known if name.startswith("says")}
        elif place not in ("cue", "pointer"):
            own = self._of_event(event)
            signs |= {name: value for name, value in own.items() if value}
            signs |= {
                f"{name}, {other}": 1.0
                for name in known
                if name.startswith("says") or name == "has inner"
                if known[name]
                for other in own
                if own[other]
            }
        return signs

    def _place(self, event: Event) -> str:
        if any(c.overlaps(event.trigger) for c in self.denial.cue):
            return "cue"
        if event in self.inside:  # "rejected the | accusation | of hiding fighters"
            first = (self.denial.target or self.denial.content)[0].start
            is_pointer = self._pointer is not None and first <= event.trigger.start < first + self._pointer.end()
            return "pointer" if is_pointer else "inside"
        if event.trigger.start >= self.end:
            return "behind"
        between = self.text[event.trigger.end : self.start]
        breaks = len(_BREAK.findall(between)) if event.trigger.end <= self.start else 0
        return ("same sentence", "sentence before", "two before")[breaks] if breaks < 3 else "far before"

    def _of_event(self, event: Event) -> dict[str, float]:
        teller = self.said[event.id]
        told_by = (self._who(teller.speaker) | self._who(teller.speaks_for)) if teller is not None else frozenset()
        actor, recipient = self._side(event.actor), self._side(event.recipient)
        is_alike = any(o is not event and o.event_type == event.event_type for o in self.inside)
        is_act = any(
            o is not event and o.event_type == event.event_type and actor and self._side(o.actor) & actor for o in self.inside
        )
        is_same = any(o is not event and self._lemma(o) == self._lemma(event) for o in self.inside)
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
            "is negated": float(event.reality is Reality.NEGATED), "type is denied": float(is_alike), "word is denied": float(is_same), "act is denied": float(is_act),
            "shares nothing": float(shared == 0), "shares a word": float(shared > 0), "shares words": float(shared > 1), "trigger is in it": float(event.trigger.of(self.text).lower()[:_STEM] in self._stems),
            "last deed": float(event is self._last_deed), "one between": float(self._between(event) == 1), "more between": float(self._between(event) > 1),
            "in the lead": float(event.trigger.start < _LEAD), "is supposed": float(event.reality in _SUPPOSED),
        }  # fmt: skip

    def _between(self, event: Event) -> int:
        """Give how many other deeds are told between an event and the denial."""
        return sum(
            e.event_type not in _SAYING and e.reality in _REAL
            for e in self.events
            if event.trigger.end <= e.trigger.start < self.start
        )

    @cached_property
    def _last_deed(self) -> Event | None:
        """Give the last real deed of the denier's told before."""
        before = [e for e in self.events if e.trigger.end <= self.start and e.event_type not in _SAYING and e.reality in _REAL]
        return next((e for e in reversed(before) if self._side((*e.actor, *e.recipient)) & self.voices), None)

    def _lemma(self, event: Event) -> str:
        word = event.trigger.of(self.text).lower()
        form = verb_forms().get(word)
        return form.lemma if form is not None else word


def _stems(words: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(words.lower()))
