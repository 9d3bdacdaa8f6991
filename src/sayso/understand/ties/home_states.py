"""Titles of state without a state beside them ("President NAME", "the energy minister, NAME,") → the one state they can be of.

News leaves the state out where it is the one told of. Several signs count: who does what the sentences right before tell, whose doings headline and first
sentence tell, where the report is sent from, and which country its names and places lie in most. Where two states come near each other nobody is meant.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from ...findings.actor import ActorKind
from ...findings.place import Place
from ...findings.tie import Relation
from ...span import Span
from ..doc import Doc
from ..extract.cast import Cast, Part
from ..extract.states_meant import StatesMeant
from ..known.named import states
from ..known.offices import marks
from ..known.words import key_of
from .found import Found
from .lists import OWNS, Named
from .whom import Whom

# What speaks for a state in the whole report: it does what headline and first sentence tell, the report is sent from it, it is named most, or only often.
FIRST, SENT, MOST, OFTEN = 2, 2, 2, 1
# A state is meant from ENOUGH on, where no other comes nearer than AHEAD. Looked at on 77 reports of our own.
ENOUGH, AHEAD = 3, 2
# A country is the one named most where it is so many times as often as the next; a name counts so many times a place.
MOST_BY, OF_PLACE = 1.5, 2
# Sentences looked back over, in one paragraph, for who does what is told.
REACH = 4
# Owners that the cast found less surely are looked at again.
UNSURE = 0.8
_DATELINE = re.compile(
    r"\s*[A-Z][A-Za-zÀ-ÿ.’' /-]{2,30}?(?:,[^()\n—–:]{2,30})?\s*(?:\([A-Z][^()\n]{1,30}\)\s*)?(?:[—–:]|--| -|\. (?=[A-Z]))"
)
_OF_STATES = re.compile(
    r"(?:acting |interim |caretaker )?(?:(?:vice|deputy|first deputy)[ -])?(?:president|prime minister|premier"
    r"|(?!chief |first |regional |provincial |state )(?:[\w,& -]+ )?minister|minister (?:of|for) [\w, ]+|taoiseach|attorney general|(?:chief )?cabinet secretary"
    r"|(?:foreign|home|interior|defen[cs]e|treasury) secretary|(?:foreign|home|national security|presidential) advis[eo]r|high representative"
    r"|parliament(?:ary)? speaker|speaker of parliament|prosecutor general"
    r"|(?:government|presidential) spokes(?:man|woman|person)|senator"
    r"|(?:army|defen[cs]e|military|air force|navy) (?:chief|commander|spokes(?:man|woman|person)))"
)
# Of these, what a state has several of.
_SEVERAL = frozenset(("senator", "minister", "deputy minister"))
_NOBODYS = frozenset(("a", "an", "some", "two", "three"))
_PIECES = ("amod", "compound", "nmod:poss", "nmod", "flat", "appos")
_OWNED = frozenset((*OWNS, "its", "his", "her", "their", "our", "-", "a", "an"))
_BY = ("by", "according")
_TOWARD = frozenset("with on upon against to".split())
_MINISTRIES = frozenset("ministry ministries embassy kremlin department consulate mission commission".split())
_MEETS = frozenset(
    "met meet meets meeting hosted received welcomed thanked greeted briefed told called phoned invited visited saw joined accused urged asked spoke talked wrote "
    "hosting receiving welcoming".split()
)
# After a name: a place of his own follows ("Senator NAME of Ohio", "Senator NAME (R-Ohio)").
_OWN_AFTER = ("of", "from", "for", "(")


class HomeStates:
    """Answers for one report."""

    def __init__(self, doc: Doc, cast: Cast, whom: Whom, places: Sequence[Place]) -> None:
        self.doc, self.cast, self.whom = doc, cast, whom
        self._places = {s.start: place.country for place in places for s in (place.mentions or (place.span,)) if place.country}
        self._meant = StatesMeant(doc, cast)

    def owner(self, role: Span, named: Named) -> Named | None:
        """Give the state that a title is of; None for titles that others than states have, and where no state is clearly meant."""
        after = self.doc.low(named.stop) if named.stop < len(self.doc.tokens) else ""
        state = (
            (self._noted(role, named) or self._state(role, named)) if self._is_bare(role) and after not in _OWN_AFTER else None
        )
        if state is None or self._is_held(state, role, named.part) or self._is_addressed(state, named):
            return None
        return self._named(state, role.start)

    def _noted(self, role: Span, named: Named) -> str | None:
        """Give the state that a holder's statements are taken for by the same office."""
        words = role.of(self.doc.text).lower()
        held = {o.of for o in named.part.offices if o.source == "report" and not o.former and o.role.lower() == words}
        return named.part.country if named.part.country in held & set(states()) else None

    def checked(self, found: Found) -> Found | None:
        """Give an office whose owner the cast found elsewhere with the owner that is meant; None where another may be meant as well."""
        words = found.subject.owners.get(found.anchor)
        named = next((n for n in self.whom.names.ordered if n.part is found.subject and self._stands_by(n, found.anchor)), None)
        unsure = words is not None and words.how <= UNSURE and found.object.kind is ActorKind.COUNTRY
        if found.relation is not Relation.HOLDS_OFFICE or not unsure or named is None or not self._is_bare(found.anchor):
            return found
        state = self._state(found.anchor, named)
        if self._is_addressed(state or found.object.key, named):
            return None
        if state is None:
            return found if self._may_be(found.object.key, found.anchor) else None
        owner = self._named(state, found.anchor.start)
        if owner is None or self._is_held(state, found.anchor, found.subject):
            return None
        if state == found.object.key:
            return found
        here = next(span for span in found.evidence if span.covers(found.anchor))
        return replace(found, object=owner.part, evidence=tuple(sorted((owner.span, here))))

    def _stands_by(self, named: Named, role: Span) -> bool:
        return self.doc.sentence_at(role.start).covers(named.span)

    def _is_bare(self, role: Span) -> bool:
        """Tell whether a title is one that states have, and neither somebody's nor a place's by the words before it."""
        doc, tokens = self.doc, self.doc.tokens_in(role)
        if _OF_STATES.fullmatch(role.of(doc.text).lower()) is None or not doc.heads:
            return False
        before = tokens.start - 1
        while before > 0 and key_of(doc.word(before)) in marks():
            before -= 1
        if before >= 0 and (
            doc.low(before) in _OWNED or (doc.relations[before] in ("amod", "compound") and doc.heads[before] in tokens)
        ):
            return False
        return not any(doc.tokens[i].start in self._places for i in tokens)

    def _is_held(self, state: str, role: Span, by: Part) -> bool:
        """Tell whether the report says that somebody else holds an office there is one of."""
        words = role.of(self.doc.text).lower()
        others = [(o, p) for p in self.cast.parts.values() if p is not by for o in p.offices if o.of == state and not o.former]
        beside = [o for o, p in others if o.source == "report" and o.span is not None and o.span not in p.owners]
        return words not in _SEVERAL and any(o.role.lower() == words for o in beside)

    def _is_addressed(self, state: str, named: Named) -> bool:
        """Tell whether the holder does something to a state or with it, which then is hardly his own: "Energy Minister NAME thanked Togo"."""
        doc = self.doc
        verbs = {doc.heads[i] for i in range(named.first, named.stop) if doc.relations[i] == "nsubj"}
        verbs |= {i for verb in verbs if verb >= 0 for i in doc.dependents(verb) if doc.relations[i] == "conj"}
        sides = [i for verb in verbs if verb >= 0 for i in doc.dependents(verb) if doc.relations[i] in ("obj", "iobj", "obl")]
        met = [i for i in sides if i >= named.stop and self._has_case(i)]
        return any((n := self.whom.names.at(i)) is not None and n.part.key == state for i in met)

    def _has_case(self, token: int) -> bool:
        cases = {self.doc.low(i) for i in self.doc.dependents(token) if self.doc.relations[i] == "case"}
        return self.doc.relations[token] != "obl" or bool(cases & _TOWARD)

    def _state(self, role: Span, named: Named) -> str | None:
        """Give the state by who does what is told right before, else by what speaks for it in the whole report."""
        votes = self._votes(role.start)
        top = max(votes, key=lambda key: (votes[key], key), default=None)
        near, acts = self._doer_before(role), self._acts(role, named)
        own = self._doer_here(role) if acts else None
        if own is not None and own in (near, top):
            return own
        if near is not None and not acts:
            return near if near == top and not self._is_met(named) else None
        if near is not None:
            is_near = top is not None and votes[top] - votes[near] <= AHEAD
            return near if is_near else None
        others = max((votes[key] for key in votes if key != top), default=0)
        return top if top is not None and votes[top] >= ENOUGH and votes[top] - others >= AHEAD else None

    def _may_be(self, state: str, role: Span) -> bool:
        """Tell whether a state is the one told of right before, or that most speaks for in the report."""
        votes, near = self._votes(role.start), self._doer_before(role)
        return near == state or (near is None and all(votes[key] < votes[state] for key in votes if key != state))

    def _named(self, key: str, before: int) -> Named | None:
        """Give the last words before a character that name a state, or the first of all."""
        part = self.cast.parts.get(key)
        if part is None or not part.id or not part.naming:
            return None
        spans = [n.span for n in self.whom.names.ordered if n.part is part] or part.naming
        span = max((m for m in spans if m.end <= before), default=min(spans))
        tokens = self.doc.tokens_in(span)
        return Named(span, part, tokens.start, tokens.stop)

    def _state_of(self, token: int, depth: int = 0) -> str | None:
        """Give the state that a noun and what belongs to it name: "Togo", "the Togolese army", "a court in Togo", a minister of it."""
        doc, named = self.doc, self.whom.names.at(token)
        if named is not None and len(self.whom.names.list_of(named)) > 1:
            return None  # "Togo and Chad quarrelled"
        if named is not None:
            key = named.part.key if named.part.kind is ActorKind.COUNTRY else named.part.country
            if key in states():
                return str(key)
        if (place := self._places.get(doc.tokens[token].start)) is not None:
            return place
        pieces = [i for i in doc.dependents(token) if doc.relations[i] in _PIECES] if depth < 3 else []
        return next((found for i in pieces if (found := self._state_of(i, depth + 1)) is not None), None)

    def _subjects(self, area: Span, *, of_any: bool = False) -> list[int]:
        """Give the subjects of the clauses of a sentence or of a piece of it; those of main clauses alone where there are any, unless `of_any`."""
        doc = self.doc
        found = [i for i in doc.tokens_in(area) if doc.relations[i].startswith("nsubj") and area.covers(doc.tokens[i])]
        main = [i for i in found if doc.heads[i] >= 0 and doc.relations[doc.heads[i]] in ("root", "parataxis")]
        return found if of_any else main or found

    def _doer_before(self, role: Span) -> str | None:
        """Give the state of whoever does what the sentences before in the paragraph tell, the nearest first; None from a body of no state ("the ministry") on."""
        doc = self.doc
        here, floor = doc.sentence_number(role.start), doc.paragraph_at(role.start).start
        for number in range(here - 1, max(-1, here - 1 - REACH), -1):
            sentence = doc.sentences[number]
            subjects = self._subjects(sentence)[-1:] if sentence.start >= floor else []
            for subject in subjects:
                if self._is_ministry(subject):
                    return None
                if (found := self._doer(subject)) is not None:
                    return found
                if any(doc.low(i) == "the" for i in doc.dependents(subject)):
                    return None
            if sentence.start < floor:
                return None
        return None

    def _is_ministry(self, subject: int) -> bool:
        """Tell whether a ministry or embassy speaks, of whichever state: what it said is often only put in between."""
        named = self.whom.names.at(subject)
        words = key_of(named.span.of(self.doc.text) if named is not None else self.doc.word(subject)).split()
        return not _MINISTRIES.isdisjoint(words)

    def _doer(self, subject: int) -> str | None:
        """Give the state of a subject: its own, or that of whom "his" before it means; "an Iranian convert" does nothing for a state."""
        doc = self.doc
        kids = [doc.low(i) for i in doc.dependents(subject)]
        if self.whom.names.at(subject) is None and set(kids) & _NOBODYS:
            return None
        his = next((i for i in doc.dependents(subject) if doc.low(i) in ("his", "her")), None)
        part = self._meant.of_person_before(doc.tokens[his].start) if his is not None else None
        return part.key if part is not None else self._state_of(subject)

    def _is_met(self, named: Named) -> bool:
        """Tell whether somebody meets the holder, or does the like, so that he may be of another state than they."""
        doc, at = self.doc, named.first
        for _ in range(4):
            if at < 0 or doc.pos[at] == "VERB":
                break
            at = doc.heads[at]
        return at < 0 or doc.low(at) in _MEETS

    def _acts(self, role: Span, named: Named) -> bool:
        """Tell whether the holder does or says what the sentence tells, and is not whom somebody meets."""
        doc = self.doc
        heads = [*range(named.first, named.stop), *doc.tokens_in(role)]
        if any(doc.relations[i].startswith(("nsubj", "parataxis")) for i in heads):
            return True
        cases = {doc.low(k) for i in heads for k in doc.dependents(i) if doc.relations[k] == "case"}
        return bool(cases & set(_BY))

    def _doer_here(self, role: Span) -> str | None:
        """Give the state that does what the holder himself tells: "Togo has signed, President NAME said"."""
        before = Span(self.doc.sentence_at(role.start).start, role.start)
        subjects = self._subjects(before) if before.start < before.end else []
        return self._state_of(subjects[0]) if subjects else None

    def _votes(self, at: int) -> Counter[str]:
        """Give what speaks for each state in the whole report, with where the words at a character are sent from."""
        votes = Counter(self._of_report)
        if (sent := self._sent_from(at)) is not None:
            votes[sent] += SENT
        return votes

    @cached_property
    def _of_report(self) -> Counter[str]:
        votes: Counter[str] = Counter()
        for sentence in self.doc.sentences[:2]:
            for subject in self._subjects(sentence, of_any=True)[:1]:
                if (state := self._state_of(subject)) is not None:
                    votes[state] += FIRST
        ranked = self._counts().most_common(2)
        for key, often in ranked[:1]:
            votes[key] += MOST if len(ranked) == 1 or often >= MOST_BY * ranked[1][1] else OFTEN
        return votes

    def _counts(self) -> Counter[str]:
        """Give how often each country is named: by its names, its bodies and its places."""
        counts: Counter[str] = Counter()
        taken = set()
        for part in self.cast.parts.values():
            key = part.key if part.kind is ActorKind.COUNTRY else part.country
            if key in states() and part.kind in (ActorKind.COUNTRY, ActorKind.ORGANISATION):
                counts[str(key)] += OF_PLACE * len(part.naming)
                taken |= {m.start for m in part.naming}
        for start, country in self._places.items():
            if start not in taken and country is not None:
                counts[country] += 1
        return counts

    def _sent_from(self, at: int) -> str | None:
        """Give the state of the first place of the last dateline before a character."""
        sent = [country for start, country in self._datelines if start <= at]
        return sent[-1] if sent else None

    @cached_property
    def _datelines(self) -> list[tuple[int, str]]:
        found = []
        for number, paragraph in enumerate(self.doc.paragraphs):
            match = _DATELINE.match(self.doc.text, paragraph.start, paragraph.end)
            if match is None or (number > 3 and not match[0].split()[0].strip(",.:—–-").isupper()):
                continue
            inside = sorted((s, c) for s, c in self._places.items() if match.start() <= s < match.end() and c is not None)
            found += [(paragraph.start, inside[0][1])] if inside else []
        return found
