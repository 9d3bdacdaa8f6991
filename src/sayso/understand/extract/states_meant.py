"""An office or body whose state stands elsewhere → the state it means: "Its foreign minister", "the country's army", "Prime Minister NAME".

A Doc and its cast in, parts of the cast out. Nothing is invented: the state is named in the same sentence or the one before, or it is the one that the
whole report is about. Where two states are in play and no grammar tells, nobody is meant.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from ...findings.actor import ActorKind
from ...span import Span, overlaps_any
from ..chains.words import singular
from ..doc import Doc
from ..known.actors import find_known
from ..known.named import NameKind, state_of, states
from ..known.offices import sector_of
from ..places.candidates import candidates_of
from .cast import Cast, Part
from .cues import verbs
from .naming import state_part

# How sure each way is that the state is meant, of 1: a possessive that a subject near it answers; the capital the sentence is set in; the subject of the
# sentence or the one before; the one state a report is about. Shares judged right, benchmarks/ties/README.md.
BY_OWNER, BY_PLACE, BY_SUBJECT, BY_REPORT = 0.9, 0.9, 0.8, 0.8
# A report is about one state where it names it so often, and twice as often as any other and so many times more; many namings tell by themselves. Looked
# at on 67 train reports: with few, a prime minister went to the state that his own was quarrelling with.
OFTEN, MORE, MANY = 3, 2, 10
# A title without a state is of the state named so often, and so many times as often as the next; what it is worth (0..1).
LEADS, LEADS_BY, BY_LEAD = 4, 1.5, 0.7
_OWNED = re.compile(
    r"(?:(?P<its>its|their)|(?P<his>his|her)|(?P<whose>the|his|her|its|this|that) (?:(?P<noun>country|nation|state|kingdom|island|emirate|republic)|(?P<group>group|movement|militia|faction|party|organi[sz]ation|front|union))(?:’s|'s))\s",
    re.IGNORECASE,
)
_SET_IN = re.compile(r"(?:[\w’' ]{1,24}, )?[Ii]n (?:the \w+ capital,? )?(?=[A-Z])")
# Words for a body that may be an armed or political group.
_BANDS = frozenset(("group", "movement", "militia", "faction", "front", "party"))
LONGEST_NAME = 40
# Sentences of "it" and "they" that are looked back over for whom they mean.
MOST_OF_IT = 3
# Sentences that "his" and "her" look back over, the nearest first.
HIS_REACH = 3
# People of a town by whose name alone a dateline tells the state.
LARGE = 50_000
_UPPER = "A-ZÀ-ÖØ-ÞĞİŞŠŽ"
_DATELINE = re.compile(
    rf"\s*(?P<town>[{_UPPER}][{_UPPER}.’' -]{{2,30}})(?:/[{_UPPER}.’' -]{{3,30}})?(?:,[^()\n—–]{{2,30}})?\s*(?:\([A-Z][^()\n]{{1,30}}\)\s*)?"
    r"(?:[-—–_:]|--)(?:\s|$)"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
# "Havana, Feb 3 (Agency) - ", "Aden, Monday (Bulletin). ": a town in small letters is one by the day behind it.
_DATED = re.compile(
    rf"\s*(?P<town>[{_UPPER}][\w’'-]+(?: [{_UPPER}][\w’'-]+){{0,2}}), (?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b(?:,? \d{{4}})?\s*(?:[(/][^()\n/]{{1,40}}[)/]\s*)?[-—–.:]"
)
_TITLED = re.compile(r"\s*(?P<state>[A-Z][\w’' -]{2,30}):\s")
_SIDES = (ActorKind.COUNTRY, ActorKind.ORGANISATION, ActorKind.GROUP)
# Relations by which a word belongs to the noun it stands with: "the *Togolese* army", "*Togo*'s minister".
_BELONGS = ("amod", "compound", "nmod:poss", "nmod", "flat")


@dataclass(frozen=True, slots=True)
class StateMeant:
    """A state or body, the words that name it, and how sure it is (0..1) that it is meant."""

    part: Part
    span: Span
    how: float


class StatesMeant:
    """Answers for one report; names of states, bodies and people must be in the cast."""

    def __init__(self, doc: Doc, cast: Cast) -> None:
        self.doc, self.cast = doc, cast

    def has_possessive(self, phrase: Span) -> bool:
        """Tell whether a phrase begins with, or follows, a possessive that points elsewhere: "its minister", "the country's army"."""
        return self._possessive(phrase) is not None

    def by_possessive(self, phrase: Span, *, of_state: bool = True) -> StateMeant | None:
        """Give whom the possessive of a phrase means; None where it has none or that is not sure.

        Args:
            of_state: False where the owner may be a body, too ("its spokeswoman").
        """
        match = self._possessive(phrase)
        if match is None:
            return None
        if match["his"] or (match["whose"] or "").lower() in ("his", "her"):
            return self._of_person(match.start())
        if match["group"]:
            return None if of_state else self._group_before(match.start(), match["group"].lower())
        kinds = (ActorKind.COUNTRY,) if of_state or match["noun"] else _SIDES
        if match["noun"] and self._main is not None and self._main.part.naming[0].start < match.start():
            here = self.doc.sentence_number(match.start())
            found = self.subject_before(match.start(), kinds, owning=False)
            is_here = found is not None and self.doc.sentence_number(found.span.start) == here
            return found if is_here else self._main
        found = self.subject_before(match.start(), kinds, owning=of_state, far=True)
        found = found or (self._only_one_near(match.start()) if of_state else None)
        return found and StateMeant(found.part, found.span, BY_OWNER * found.how)

    def _group_before(self, offset: int, noun: str) -> StateMeant | None:
        """Give the body named last before "the group's", "the party's": an armed group or party where the noun says so."""
        for mention, part in self.cast.before(offset, (ActorKind.GROUP, ActorKind.ORGANISATION)):
            is_band = part.kind is ActorKind.GROUP or part.sector in ("REB", "PTY", "NGO", None)
            is_alike = noun in part.name.lower().split() or (is_band if noun in _BANDS else part.kind is ActorKind.ORGANISATION)
            if (
                mention in part.naming
                and part.name[:1].isupper()
                and is_alike
                and part.sector not in ("GOV", "MIL", "MED", "IGO")
            ):
                return StateMeant(part, mention, BY_SUBJECT)
        return None

    def _possessive(self, phrase: Span) -> re.Match[str] | None:
        return _OWNED.match(self.doc.text, phrase.start, phrase.end)

    def of_person_before(self, offset: int) -> Part | None:
        """Give the state of whom "his" or "her" at a character means, where it is known."""
        found = self._of_person(offset)
        return found.part if found is not None else None

    def person_before(self, offset: int) -> Part | None:
        """Give whom "his" or "her" at a character means: the last subject of this sentence or the one before, else who was named last."""
        found = self._person(offset)
        return found[1] if found is not None else None

    def _person(self, offset: int) -> tuple[Span, Part] | None:
        here = self.doc.sentence_number(offset)
        for back in range(1, HIS_REACH + 1):
            floor = self.doc.sentences[max(0, here - back)].start if self.doc.sentences else 0
            people = list(self.cast.before(offset, (ActorKind.PERSON,), floor=floor))
            if near := [pair for pair in people if self.is_subject(pair[0])] or people:
                return near[0]
        return None

    def _of_person(self, offset: int) -> StateMeant | None:
        found = self._person(offset)
        if found is None or found[1].country not in states():
            return None
        return StateMeant(state_part(self.cast, str(found[1].country)), found[0], BY_OWNER)

    def around(self, span: Span, *, by_place: bool = False) -> StateMeant | None:
        """Give the state of an office without possessive: the one whose account the foregoing sentence gives, where the office says something, too; the one
        the report is about; else the subject of the foregoing sentence of the paragraph.

        Args:
            by_place: True where the capital that the sentence is set in tells more ("In London the minister …").
        """
        if (sent := self.sent_here(span)) is not None:
            return sent
        sentence = self.doc.sentence_at(span.start)
        set_in = [s for s in self._set_in if sentence.start <= s.span.start < span.start]
        if set_in and (by_place or self._main is None or self._main.part is set_in[-1].part):
            return set_in[-1]
        last = self._subject_of_paragraph(span)
        beside = Span(span.start, min(max(span.end, sentence.end), span.end + LONGEST_NAME))
        if last is not None and self._speaks(last.span) and self._speaks(beside):
            return last  # "Chad rejected it. Its … , Information Minister NAME said"
        return self._main or self._sent_from or last

    def _speaks(self, mention: Span) -> bool:
        """Tell whether words hold the subject of a verb of saying."""
        heads = {self.doc.heads[i] for i in self.doc.tokens_in(mention) if self.doc.heads and self.doc.relations[i] == "nsubj"}
        return any(at >= 0 and self.doc.low(at) in verbs() for at in heads)

    def sent_here(self, span: Span) -> StateMeant | None:
        """Give the state that a later paragraph is sent from, as each item of a digest is, where that paragraph names it."""
        paragraph = self.doc.paragraph_at(span.start)
        match = dateline(self.doc.text, paragraph.start, paragraph.end)
        if match is None or self._dateline_at is None or paragraph.start <= self._dateline_at:
            return None
        key = _state_of(match["town"])
        named = [m for m, p in self.cast.named_in(paragraph) if p.key == key and m in p.naming]
        return StateMeant(self.cast.parts[str(key)], named[0], BY_SUBJECT) if named else None

    def leading(self, span: Span) -> StateMeant | None:
        """Give the state of a title right before a name where none stands by it: the one subject of its sentence so far, else the one named far more than others.

        News leaves the state out where it is the one the report is set in; of others it says it ("Brazilian President NAME").
        """
        sentence = self.doc.sentence_at(span.start)
        before = Span(sentence.start, max(span.start, sentence.start + 1))
        named = [(m, p) for m, p in self.cast.named_in(before) if p.kind is ActorKind.COUNTRY]
        subjects = [(m, p) for m, p in named if m in p.naming and self.is_subject(m)]
        keys = {p.key for _, p in named}
        if len(keys) == 1 and subjects:
            return StateMeant(subjects[0][1], subjects[0][0], BY_SUBJECT)
        if not self._ranked or keys - {self._ranked[0][0]}:
            return None
        (key, often), next_often = self._ranked[0], self._ranked[1][1] if len(self._ranked) > 1 else 0
        state = self.cast.parts.get(key)
        if often < LEADS or often < LEADS_BY * next_often or state is None or not state.naming:
            return None
        return StateMeant(state, min(state.naming), BY_LEAD)

    def only_one_of(self, keys: frozenset[str]) -> str | None:
        """Give the one of these states that anybody of the report belongs to; None where there are several."""
        found = {part.country for part in self.cast.parts.values() if part.country in keys and (part.naming or part.mentions)}
        return found.pop() if len(found) == 1 else None

    def is_main(self, meant: StateMeant) -> bool:
        """Tell whether it is the one state that the report is about."""
        return self._main is not None and self._main.part is meant.part

    def _subject_of_paragraph(self, span: Span) -> StateMeant | None:
        """Give the state that is subject of the sentence before in one paragraph, where no other is named since."""
        here = self.doc.sentence_number(span.start)
        floor = self.doc.paragraph_at(span.start).start
        if not here or self.doc.sentences[here - 1].start < floor:
            return None
        found = self.subject_before(self.doc.sentences[here].start)
        area = Span(self.doc.sentences[here - 1].start, span.start)
        told = [(m, p) for m, p in self.cast.named_in(area) if p.kind is ActorKind.COUNTRY and m in p.naming]
        named = {p.key for m, p in told if self.doc.quotation_at(m.start) is None}
        return StateMeant(found.part, found.span, BY_SUBJECT) if found is not None and named == {found.part.key} else None

    @cached_property
    def _set_in(self) -> list[StateMeant]:
        """Give where sentences are set: "In London the minister …"."""
        found = []
        for sentence in self.doc.sentences:
            match = _SET_IN.match(self.doc.text, sentence.start, sentence.end)
            if match is None or overlaps_any(Span(match.start(), match.end()), self.doc.report.furniture):
                continue
            first = next(iter(find_known(self.doc.text[match.end() : min(sentence.end, match.end() + LONGEST_NAME)])), None)
            if first is not None and first.span.start == 0 and first.kind in (NameKind.CAPITAL, NameKind.STATE):
                found.append(StateMeant(state_part(self.cast, first.actor.key), first.span.shifted(match.end()), BY_PLACE))
        return found

    def subject_before(
        self, offset: int, kinds: tuple[ActorKind, ...] = (ActorKind.COUNTRY,), *, owning: bool = True, far: bool = False
    ) -> StateMeant | None:
        """Give the state (or body) that is subject of the sentence before the character, or of the sentence before it, or (`owning`) owns that subject.

        Args:
            far: whether sentences further back are looked at, too, behind those of "it".
        """
        here = self.doc.sentence_number(offset)
        if not self.doc.sentences:
            return None
        areas = [Span(self.doc.sentences[here].start, offset)] if offset > self.doc.sentences[here].start else []
        areas += [self.doc.sentences[at] for at in (self._looked_back(here) if far else range(max(0, here - 1), here))]
        for place, area in enumerate(areas):
            named = [(m, p) for m, p in self.cast.named_in(area) if p.kind in kinds and m in p.naming]
            subjects = [pair for pair in named if self.is_subject(pair[0]) or self._has_people_as_subject(pair[0])]
            subjects = subjects or [pair for pair in named if owning and self.is_subject(pair[0], owning=True)]
            if subjects:
                mention, part = subjects[-1] if place == 0 and area.end == offset else subjects[0]
                return StateMeant(part, mention, 1.0)
        return None

    def _looked_back(self, here: int) -> list[int]:
        """Give the sentence before, and those before it as long as each is of "it" or "they": "The front … . It … . Its spokesman …"."""
        found: list[int] = []
        for at in range(here - 1, max(-1, here - 1 - MOST_OF_IT), -1):
            found.append(at)
            if not self._is_of_it(self.doc.sentences[at]):
                break
        return found

    def _is_of_it(self, sentence: Span) -> bool:
        words = self.doc.tokens_in(sentence)
        return any(
            self.doc.relations[i].startswith("nsubj")
            and self.doc.low(i) in ("it", "they")
            and self.doc.relations[self.doc.heads[i]] == "root"
            for i in words
            if self.doc.heads and self.doc.heads[i] >= 0
        )

    def is_subject(self, mention: Span, *, owning: bool = False) -> bool:
        """Tell whether a name is the subject of a clause, or (`owning`) belongs to what is."""
        doc = self.doc
        inside = doc.tokens_in(mention)
        if not len(inside):
            return False
        if not doc.heads:
            return not owning and inside.stop < len(doc.pos) and doc.pos[inside.stop] in ("VERB", "AUX")
        at = next((i for i in inside if doc.heads[i] not in inside), inside[-1])
        for _ in range(3 if owning else 0):
            if doc.relations[at].startswith("nsubj") or doc.relations[at] not in _BELONGS or doc.heads[at] < 0:
                break
            at = doc.heads[at]
        return doc.relations[at].startswith("nsubj")

    def _has_people_as_subject(self, mention: Span) -> bool:
        """Tell whether the subject is people of a body or group, who stand for it: "jihadists of | JNIM | attacked"."""
        doc, inside = self.doc, self.doc.tokens_in(mention)
        if not doc.heads or not len(inside):
            return False
        at = next((i for i in inside if doc.heads[i] not in inside), inside[-1])
        head, before = doc.heads[at], doc.low(inside.start - 1) if inside.start else ""
        if before in ("the", "a", "an") and inside.start > 1:
            before = doc.low(inside.start - 2)
        is_of = doc.relations[at].startswith("nmod") and before in ("of", "from") and head >= 0
        return is_of and doc.relations[head].startswith("nsubj") and sector_of(singular(doc.low(head))) is not None

    def _only_one_near(self, offset: int) -> StateMeant | None:
        """Give the one state that this sentence so far and the one before name; None where they name several."""
        here = self.doc.sentence_number(offset)
        floor = self.doc.sentences[max(0, here - 1)].start if self.doc.sentences else 0
        near = [(m, p) for m, p in self.cast.before(offset, (ActorKind.COUNTRY,), floor=floor) if m in p.naming]
        return StateMeant(near[0][1], near[0][0], BY_SUBJECT) if len({id(p) for _, p in near}) == 1 else None

    def of_report(self) -> StateMeant | None:
        """Give the one state a report is about; None where several are in play."""
        return self._main

    def of_two(self) -> tuple[Part, Part] | None:
        """Give the two states a report is about, each named at least twice as often as any third; None where it is about another number."""
        ranked = self._ranked
        third = ranked[2][1] if len(ranked) > 2 else 0
        if len(ranked) < 2 or ranked[1][1] < max(2, 2 * third):
            return None
        one, other = (self.cast.parts.get(key) for key, _ in ranked[:2])
        return (one, other) if one is not None and other is not None else None

    @cached_property
    def _ranked(self) -> list[tuple[str, int]]:
        """Give the states with how often their names and bodies are named, the most named first; the one the report is sent from counts once more."""
        counts: Counter[str] = Counter()
        for part in self.cast.parts.values():
            key = part.key if part.kind is ActorKind.COUNTRY else part.country if part.kind is ActorKind.ORGANISATION else None
            if key in states():
                counts[str(key)] += len(part.naming)
        if self.sent_from is not None:
            counts[self.sent_from] += 1
        return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))

    @cached_property
    def _main(self) -> StateMeant | None:
        """Give the one state a report is about; None where several are in play."""
        if not self._ranked:
            return None
        (key, often), next_often = self._ranked[0], self._ranked[1][1] if len(self._ranked) > 1 else 0
        state = self.cast.parts.get(key)
        is_clear = often >= 2 * next_often + (MORE if often < MANY else 0) or (self.sent_from == key and often > next_often)
        if often < OFTEN or not is_clear or state is None or not state.naming:
            return None
        return StateMeant(state, min(state.naming), BY_REPORT)

    @cached_property
    def _sent_from(self) -> StateMeant | None:
        """Give the state that the report is sent from, where the report names it: agencies add no state to its officials."""
        state = self.cast.parts.get(self.sent_from or "")
        return StateMeant(state, min(state.naming), BY_SUBJECT) if state is not None and state.naming else None

    def is_sent_from(self, meant: StateMeant) -> bool:
        """Tell whether the report is sent from a state."""
        return self.sent_from == meant.part.key

    @cached_property
    def sent_from(self) -> str | None:
        """Give the state of the town that the report is sent from, or the one that its title begins with: "Chad: a truce"."""
        title = _TITLED.match(self.doc.text, *self.doc.paragraphs[0]) if self.doc.paragraphs else None
        if title is not None and (state := state_of(title["state"])) is not None:
            return state.key
        match = dateline(self.doc.text, self._dateline_at, len(self.doc.text)) if self._dateline_at is not None else None
        return _state_of(match["town"]) if match is not None else None

    @cached_property
    def _dateline_at(self) -> int | None:
        """Give where the paragraph begins that says where the report is sent from."""
        first = self.doc.paragraphs[:6]
        sent = next((p.start for p in first if _DATELINE.match(self.doc.text, p.start, p.end) is not None), None)
        return (
            sent
            if sent is not None
            else next((p.start for p in first if dateline(self.doc.text, p.start, p.end) is not None), None)
        )


def dateline(text: str, start: int, end: int) -> re.Match[str] | None:
    """Give the dateline that a paragraph begins with; in small letters only that of a town."""
    if (in_capitals := _DATELINE.match(text, start, end)) is not None:
        return in_capitals
    dated = _DATED.match(text, start, end)
    return dated if dated is not None and _is_town(dated["town"]) else None


def _is_town(words: str) -> bool:
    """Tell whether words are the name of a capital or of another town on the map, and nothing more."""
    known = next((k for k in find_known(words) if k.kind is NameKind.CAPITAL and len(k.span.of(words)) == len(words)), None)
    return known is not None or any(e.precision == "town" for e in candidates_of(words))


def _state_of(town: str) -> str | None:
    """Give the state of the town that a dateline names: a capital, else the largest town of that name."""
    name = town.strip().title()
    if (capital := next((k.actor.key for k in find_known(name) if k.kind is NameKind.CAPITAL), None)) is not None:
        return capital
    largest = max((e for e in candidates_of(name) if e.precision == "town"), key=lambda e: e.population, default=None)
    return largest.country if largest is not None and largest.population >= LARGE else None
