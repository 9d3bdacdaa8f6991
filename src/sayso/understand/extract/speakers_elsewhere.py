"""Speakers called by a bare noun ("his government", "the foreign ministry there", "the agency") → the actor of the report they mean.

A Doc and its cast in, a part out, None where nobody surely is meant. Whose a body is says `states_meant`; what a body does, its own name. Cases:
cases/speakers.yml.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ...findings.actor import ActorKind
from ...span import Span
from ..doc import Doc
from ..known.actors import find_known
from ..known.named import NameKind, named, states
from ..known.offices import body_of, body_words, office_word
from ..known.words import key_of
from .bosses import Unowned
from .cast import Cast, Part
from .cues import verbs
from .descriptions import Description, describe, part_of
from .naming import state_part
from .offices_elsewhere import earlier_owner, is_of_state, owner_of, owners_before
from .states_meant import LONGEST_NAME, StatesMeant

_PHRASE = re.compile(
    r"(?:(?P<his>his|her)|(?P<its>its|their)|(?P<of>(?:the|his|her|its) (?:country|nation|state|kingdom|republic)(?:’s|'s))|(?P<the>the))\s+"
    r"(?P<noun>[\w-]+(?: [\w-]+){0,3}?)(?P<there> there)?",
    re.IGNORECASE,
)
_SAID_IN = re.compile(r" (?P<verb>\w+)(?: (?:on |late on |early on )?[A-Z]\w+day)? in (?=[A-Z])")
_AT_A_PLACE = re.compile(r" (?:in|at) [\w -]+$")
_STATE = frozenset(("country", "nation", "government", "administration", "cabinet"))
_OFFICE = "office"
# Bodies that stand in another state than theirs.
_ABROAD = frozenset(("embassy", "consulate", "mission", "delegation"))
# What a report calls a body by its kind, once it has named it: the noun, and the last words of names of that kind.
_KINDS = {
    "agency": ("agency", "service", "bureau"),
    "service": ("service",),
    "organisation": ("organisation", "organization", "society", "foundation", "watch", "monitor", "borders"),
    "organization": ("organisation", "organization", "society", "foundation", "watch", "monitor", "borders"),
    "group": ("group", "front", "movement", "army", "forces", "watch", "observatory"),
    "company": ("company", "group", "corp", "inc", "ltd"),
    "union": ("union", "federation"),
    "court": ("court", "tribunal"),
} | {
    noun: (noun,)
    for noun in (
        "commission",
        "committee",
        "council",
        "institute",
        "foundation",
        "association",
        "federation",
        "coalition",
        "alliance",
        "party",
        "movement",
        "front",
        "brigade",
        "militia",
        "tribunal",
        "panel",
        "bureau",
        "authority",
        "bank",
        "university",
        "network",
    )
}
# Where the noun of a name ends: "the Commission | for Fair Trade".
_NOUN_ENDS = re.compile(r"\s(?:for|of|against|on|in|to|at)\s", re.IGNORECASE)
# What an outlet is called once it is named; "agency" only where the report calls it a news agency.
_OUTLETS = frozenset(
    (
        "newspaper",
        "paper",
        "daily",
        "weekly",
        "tabloid",
        "magazine",
        "broadcaster",
        "station",
        "channel",
        "network",
        "website",
        "site",
        "outlet",
        "publication",
        "news agency",
        "news outlet",
        "media outlet",
        "news website",
        "news site",
    )
)
_CALLED_OUTLET = re.compile(r"\b(?:outlet|newspaper|website|broadcaster|magazine)\b", re.IGNORECASE)
_NEWS_AGENCY = re.compile(r"\bnews agency\b|\bnewswire\b", re.IGNORECASE)
# The same where the name does not tell the kind, and the sentence before does.
_KIND_OF_BODY = re.compile(
    r"[Tt]he (?:[a-z’'-]+ ){0,4}?(?:group|organi[sz]ation|charity|watchdog|institute|think tank|party|company|firm|union|association|coalition|network)"
)
_ORGANS = frozenset(("GOV", "MIL", "COP", "SPY", "LEG", "JUD"))
# What a report calls somebody by, once it has named him: the noun, and the offices that it may mean.
_SORTS = {
    "leader": re.compile(
        r"president|prime minister|chancellor|king|queen|emperor|supreme leader|general secretary|ruler|paramount leader|junta leader"
    ),
    "ruler": re.compile(r"king|queen|emperor|president|junta leader"),
    "head of state": re.compile(r"king|queen|emperor|president"),
    "diplomat": re.compile(r"(?:vice )?foreign (?:minister|secretary)|secretary of state|(?:deputy )?ambassador|envoy|consul"),
    "foreign minister": re.compile(r"foreign (?:minister|secretary)|secretary of state"),
    "minister": re.compile(r".*minister"),
}
_OFFICIAL = frozenset(("GOV", "MIL", "SPY", "COP", "LEG"))
# Paragraphs looked back over for the officials whose state a bare body is of.
REACH = 2
# Sentences looked back over for a paper that is only named.
OUTLET_REACH = 2


class SpeakersElsewhere:
    """Answers for one report."""

    def __init__(self, doc: Doc, cast: Cast) -> None:
        self.doc, self.cast = doc, cast
        self.meant = StatesMeant(doc, cast)

    def of(self, span: Span) -> Part | None:
        """Give whom the words of a source mean, where a possessive, "there" or the noun itself points to what the report has named."""
        match = _PHRASE.fullmatch(span.of(self.doc.text))
        if match is None:
            return self._subject_of_kind(span)
        if match["the"] and (holder := self._holder(span)) is not None:
            return holder
        noun = match["noun"].lower()
        if match["his"] and noun == _OFFICE:
            return self._office_of(span.start)
        if (abroad := _AT_A_PLACE.sub("", noun)) in _ABROAD:
            return self._embassy(match, abroad, span)
        state = self._state(match, span)
        if state is not None and noun in _STATE and not match["the"]:
            return state
        if noun.split()[-1] in _ABROAD and (match["the"] or match["there"]):
            return None
        if state is not None and key_of(noun) in body_words():
            body = body_of(noun, state.key)
            return part_of(self.cast, body) if body is not None and body.kind is not ActorKind.COUNTRY else state
        if match["his"] and noun == "ministry":
            return self._ministry_of(span.start)
        return (self._by_kind(noun, span) or self._subject_of_kind(span)) if match["the"] else None

    def _embassy(self, match: re.Match[str], noun: str, span: Span) -> Part | None:
        """Give the embassy that "its embassy in Quito" or "the embassy" means: its owner's, else the one named before, else that of the one ambassador."""
        if match["the"]:
            bodies = {
                p.key: p
                for _, p in self.cast.before(span.start, (ActorKind.ORGANISATION,))
                if p.key.endswith(f"-{noun}") and p.country
            }
            if bodies:
                return next(iter(bodies.values())) if len(bodies) == 1 else None
            states = {state.key for state in owners_before(self.cast, "ambassador", span)}
            key = states.pop() if len(states) == 1 and noun == "embassy" else None
        else:
            state = self._state(match, span)
            key = state.key if state is not None else None
        body = body_of(noun, key) if key is not None else None
        return part_of(self.cast, body) if body is not None else None

    def _holder(self, span: Span) -> Part | None:
        """Give whom "the Cuban leader" or "the top Chinese diplomat" means: who was named last before of that state with an office of that sort.

        Where nobody's state is known, the one person with such an office and no state is of it.
        """
        said = describe(self.cast, span)
        if said is None or said.former or said.of is None or said.of.kind is not ActorKind.COUNTRY or said.word not in _SORTS:
            return None
        stateless: dict[str, Part] = {}
        for _, part in self.cast.before(span.start, (ActorKind.PERSON,)):
            words = [w.word for o in part.offices if not o.former and (w := office_word(o.role)) is not None]
            if not any(_SORTS[said.word].fullmatch(word) for word in words):
                continue
            if part.country == said.of.key:
                return part
            if part.country is None:
                stateless[part.key] = part
        only = next(iter(stateless.values())) if len(stateless) == 1 else None
        if only is not None:
            only.country = said.of.key
        return only

    def with_owner(self, description: Description, phrase: Span) -> Description:
        """Give an unnamed office with the state or body it belongs to, where the report says it elsewhere."""
        unnamed = Unowned(Part("", "", ActorKind.PERSON), Span(phrase.end, phrase.end), phrase, description)
        found = owner_of(self.doc, self.cast, self.meant, unnamed)
        is_definite = phrase.of(self.doc.text)[:4].lower() == "the "
        part = found.part if found is not None else earlier_owner(self.cast, description, phrase) if is_definite else None
        is_any = re.fullmatch(rf"an? {re.escape(description.role)}", phrase.of(self.doc.text), re.IGNORECASE) is not None
        if part is None and is_any and is_of_state(description):  # "a deputy minister", in a report about one state
            main = self.meant.of_report()
            part = main.part if main is not None else None
        if part is None:
            return description
        if description.body is not None and part.kind is ActorKind.COUNTRY:
            body = body_of(description.body, part.key)
            part = part_of(self.cast, body) if body is not None else part
        return replace(description, of=part)

    def _state(self, match: re.Match[str], span: Span) -> Part | None:
        if match["his"]:
            return self.meant.of_person_before(span.start)
        if match["there"] or self.doc.text[span.end : span.end + 6] == " there":
            return self._where(span)
        if match["the"]:
            return self.bare(span)
        found = self.meant.by_possessive(span)
        return found.part if found is not None else None

    def _where(self, span: Span) -> Part | None:
        """Give the state of the place named last before "there", in this sentence or the one before."""
        here = self.doc.sentence_number(span.start)
        floor = self.doc.sentences[max(0, here - 1)].start if self.doc.sentences else 0
        places = [k for k in find_known(self.doc.text[floor : span.start]) if k.kind in (NameKind.CAPITAL, NameKind.STATE)]
        return state_part(self.cast, places[-1].actor.key) if places else None

    def _where_said(self, span: Span) -> Part | None:
        """Give the state in whose capital a body says it: "the foreign ministry said in Quito on Monday"."""
        match = _SAID_IN.match(self.doc.text, span.end)
        if match is None or match["verb"] not in verbs():
            return None
        town = next(iter(find_known(self.doc.text[match.end() : match.end() + LONGEST_NAME])), None)
        is_there = town is not None and town.span.start == 0 and town.kind is NameKind.CAPITAL
        return state_part(self.cast, town.actor.key) if town is not None and is_there else None

    def bare(self, span: Span) -> Part | None:
        """Give the state of a body or office without any owner: the one its sentence is set in, or the report is about, or all officials near are of."""
        if (state := self._where_said(span)) is not None:
            return state
        found = self.meant.around(span, by_place=True)
        if found is not None:
            return found.part
        number = self.doc.paragraph_number(span.start)
        floor = self.doc.paragraphs[max(0, number - REACH)].start if self.doc.paragraphs else 0
        near = {
            p.country
            for m, p in self.cast.named_in(Span(floor, max(floor + 1, span.start)))
            if p.country and p.kind is not ActorKind.COUNTRY and p.sector in _OFFICIAL and m in p.naming
        }
        only = next(iter(near)) if len(near) == 1 else None
        return self.cast.parts.get(only) if only in states() and only is not None else None

    def _office_of(self, offset: int) -> Part | None:
        """Give the office of whom "his office" means; it speaks for whom he speaks for."""
        person = self._subject_told_of(offset) or self.meant.person_before(offset)
        if person is None or (person.speaks_for or person.known_voice) is None:
            return None
        part = self.cast.part(f"{person.key}-office", f"{person.name}’s office", ActorKind.ORGANISATION)
        part.country, part.sector, part.confidence = person.country, person.sector, 0.7
        part.speaks_for = person.speaks_for or person.known_voice
        return part

    def _subject_told_of(self, offset: int) -> Part | None:
        """Give whose deed is told in the clause that "his office said" closes: "**Premier NAME** met the envoy, OTHER, his office said"."""
        sentence = self.doc.sentence_at(offset)
        if not self.doc.text[sentence.start : offset].endswith(", "):
            return None
        named = [(m, p) for m, p in self.cast.named_in(Span(sentence.start, offset)) if p.kind is ActorKind.PERSON]
        first = min(named, key=lambda pair: pair[0].start, default=None)
        if first is None or any(
            self.doc.pos[i] in ("VERB", "AUX") for i in self.doc.tokens_in(Span(sentence.start, first[0].start))
        ):
            return None
        return first[1]

    def _ministry_of(self, offset: int) -> Part | None:
        """Give the ministry of the minister whom "his ministry" means."""
        person = self.meant.person_before(offset)
        if person is None or person.country not in states():
            return None
        for office in person.offices:
            word = office_word(office.role)
            if word is not None and word.word.endswith(" minister") and not office.former:
                body = body_of(word.word.removesuffix("minister") + "ministry", person.country)
                return part_of(self.cast, body) if body is not None else None
        return None

    def _subject_of_kind(self, span: Span) -> Part | None:
        """Give the named body that the sentence before is about: "the victims' group" after "The Committee of Families filed a suit"."""
        if _KIND_OF_BODY.fullmatch(span.of(self.doc.text)) is None or self.cast.named_in(span):
            return None
        found = self.meant.subject_before(span.start, (ActorKind.ORGANISATION, ActorKind.GROUP), owning=False)
        if found is None or not found.part.name[:1].isupper() or found.part.sector in _ORGANS:
            return None
        return found.part

    def _by_kind(self, noun: str, span: Span) -> Part | None:
        """Give the body of that kind that was named last before: "the agency" after "the National Intelligence Service"."""
        endings = _KINDS.get(noun)
        if endings is None:
            return self._outlet(span) if noun in _OUTLETS else None
        for _, part in self.cast.before(span.start, (ActorKind.ORGANISATION, ActorKind.GROUP)):
            names = (part.name, *part.aliases) if part.naming else ()
            if any(name[:1].isupper() and _kinds_of(name) & set(endings) for name in names):
                return part
        return self._outlet(span, called=_NEWS_AGENCY) if noun == "agency" else None

    def _outlet(self, span: Span, *, called: re.Pattern[str] | None = None) -> Part | None:
        """Give the outlet named last before; with `called`, only one that the words around its name call so."""
        for mention, part in self.cast.before(span.start, (ActorKind.OUTLET, ActorKind.ORGANISATION)):
            near = self.doc.text[max(0, mention.start - 20) : mention.end + 15]
            is_outlet = (
                part.kind is ActorKind.OUTLET or part.sector == "MED" or _CALLED_OUTLET.search(near) is not None
                if called is None
                else called.search(near) is not None
            )
            if is_outlet and mention in part.naming:
                return part
        return self._quoting(span) if called is None else None

    def _quoting(self, span: Span) -> Part | None:
        """Give a body of which nothing is known that was subject last: "Pristina's | NAME | leads with the raid. The daily asks …"; none where another paper is told of."""
        here = self.doc.sentence_number(span.start)
        floor = self.doc.sentences[max(0, here - OUTLET_REACH)].start if self.doc.sentences else 0
        noun = self.doc.text[span.start : span.end].split()[-1]
        if re.search(rf"\b[Aa]n? (?:[\w-]+ ){{0,3}}{re.escape(noun)}\b", self.doc.text[floor : span.start]):
            return None
        for mention, part in self.cast.before(span.start, (ActorKind.ORGANISATION,), floor=floor):
            is_unknown = part.sector is None and part.country is None and named(part.key) is None
            if mention in part.naming and is_unknown and part.name[:1].isupper() and self.meant.is_subject(mention):
                return part
        return None


def _kinds_of(name: str) -> set[str]:
    """Give the words of a name that may say what kind of body it is: the last one, and the noun before its first preposition."""
    return {key_of(words).rsplit(" ", 1)[-1] for words in (name, _NOUN_ENDS.split(name)[0])}
