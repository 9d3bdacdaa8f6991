"""Sides of an event by words that name nobody themselves → the actors they mean: "we" in a quotation, "he", "the agency", "the minister".

Asked last, when it is settled what is an event: nothing here decides whether one is shown, only who stands in it. Cases: cases/event_sides.yml.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ...findings.actor import ActorKind
from ...span import Span
from ..chains.words import gender_of_name, singular
from ..doc import Doc
from ..extract.cast import Cast, Part, folded
from ..extract.naming import state_part
from ..extract.pronouns import addressed_as, described_parts, pronoun_referent
from ..extract.voices import voice
from ..known.named import states
from ..known.offices import sector_of
from ..known.words import key_of
from .at_home import PUBLIC, as_of_report
from .happening import Happening
from .pairs import other_of_two, pair_of
from .party import By, Party

if TYPE_CHECKING:
    from ..extract.speakers import SpeakerFinder

_I = frozenset(("i", "me", "my", "myself"))
_WE = frozenset(("we", "us", "our", "ours", "ourselves"))
_HE, _SHE = frozenset(("he", "him", "his", "himself")), frozenset(("she", "her", "hers", "herself"))
_THEY = frozenset(("they", "them", "their", "theirs", "themselves"))
_IT = frozenset(("it", "its", "itself"))
_REFLEXIVE = frozenset("himself herself itself themselves myself ourselves".split())
# How sure the chains must be of a link (0..1): to go before whom recency names, to name somebody where that names nobody, of "it" and "they".
SURE, LIKELY, ENOUGH = 0.7, 0.6, 0.5
# From which on they go before a name behind the clause that a pronoun opens; characters from that clause to the end of the name.
SURER, _NEAR = 0.9, 40
_OPENS_CLAUSE = frozenset("while although though before despite because since".split())
_AS_SAID = re.compile(
    r"As [^,]*\b(?:said|says|noted|notes|pointed out|points out|put it|puts it|argued|argues|wrote|writes|observed|observes|explained|explains|reported)\b[^,]*,"
)
_POINTING = re.compile(r"\b(?:the|this|that)\s+$", re.IGNORECASE)
_BODIES = (ActorKind.COUNTRY, ActorKind.ORGANISATION, ActorKind.GROUP, ActorKind.OUTLET)
_MASTHEADS = frozenset("herald times post news tribune journal gazette daily star telegraph guardian chronicle".split())
_ANY_BODY = frozenset(
    "agency organisation organization body watchdog fund institute committee commission council charity".split()
)
# Words in the name of a body that sends or prints news, which no "group" or "movement" means.
_ON_AIR = frozenset(("radio", "television", "tv", "newspaper", "broadcaster"))
_OUTLETS = frozenset("newspaper paper magazine broadcaster daily website network".split())
# What a body that was named is called by its kind: the noun, the sectors it may have, last words of such names.
_KINDS: dict[str, tuple[frozenset[str | None], frozenset[str]]] = {
    **dict.fromkeys(
        ("group", "organisation", "organization", "movement", "network"),
        (frozenset(("NGO", "REB", "UAF", "CRM", "INS", "SEP", "PTY", "OPP", "LAB", "REL", None)), frozenset()),
    ),
    **dict.fromkeys(("militia", "gang", "cartel"), (frozenset(("REB", "UAF", "CRM", "INS", "SEP", None)), frozenset())),
    "party": (frozenset(("PTY", "OPP")), frozenset(("party", "league", "congress", "front", "movement", "democrats"))),
    "union": (frozenset(("LAB",)), frozenset(("union", "federation"))),
    **dict.fromkeys(
        ("company", "firm", "airline", "bank", "carmaker", "automaker", "retailer", "operator"), (frozenset(("BUS", None)), frozenset())
    ),
    **dict.fromkeys(("newspaper", "paper", "magazine", "broadcaster", "daily", "website"), (frozenset(("MED",)), _MASTHEADS)),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """Words and who says them."""

    words: Span
    speaker: Part


# Sectors of people who are of one group where a report calls them so once.
_FIGHTERS = frozenset(("REB", "MIL", "UAF", "CRM", "INS", "SEP"))


class Meant:
    """Answers for one report.

    Args:
        finder: who found the speakers, with the chains of the report.
        said: what is said, by whom, of the attributions that are resolved.
    """

    def __init__(self, doc: Doc, cast: Cast, finder: SpeakerFinder, said: Sequence[Said]) -> None:
        self.doc, self.cast, self.finder = doc, cast, finder
        self._said = sorted(said, key=lambda s: s.words.end - s.words.start)

    def speakers(self) -> frozenset[str]:
        """Give the keys of those who speak in the report."""
        return frozenset(part.key for part in self.finder.spoken.values())

    def settle(self, one: Happening) -> None:
        """Give the parties of a happening, and of the act inside it, the actors they mean; a pronoun is never both sides."""
        named = {p.key for p in one.parties()}
        one.actors, one.recipients = ([q for p in side for q in self._each(p, named)] for side in (one.actors, one.recipients))
        one.recipients = [p for p in map(self._of_theirs(one), one.recipients) if not _is_oneself(p, one)]
        one.actors, one.recipients = self._at_home(one.actors, one.recipients), self._at_home(one.recipients, one.actors)
        if not one.sense.reciprocal:
            both = {p.key for p in one.actors if p.key is not None} & {p.key for p in one.recipients}
            one.actors, one.recipients = ([self._apart(p, both) for p in side] for side in (one.actors, one.recipients))
        if one.inner is not None:
            self.settle(one.inner)

    def _of_theirs(self, one: Happening) -> Callable[[Party], Party]:
        """Let "their" be of several who act, not of somebody else: "Chad and Niger told | their citizens | to leave"; who is named behind it stays."""
        acting = {p.key for p in one.actors if p.key is not None}

        def of_them(party: Party) -> Party:
            is_theirs = party.span.of(self.doc.text).lower().startswith("their ") and party.key not in acting
            is_named = party.part is not None and any(m.overlaps(party.span) for m in party.part.naming)
            return _as(party, None) if len(acting) > 1 and is_theirs and not is_named else party

        return of_them

    def _at_home(self, side: list[Party], other: list[Party]) -> list[Party]:
        states = self.finder.elsewhere.meant
        return [as_of_report(p, _of_office(other) | _of_office(side), states, self.doc) for p in side]

    def _each(self, party: Party, named: Collection[str | None]) -> list[Party]:
        """Give the party that is meant, of two who are told together both."""
        is_named = any(m.overlaps(party.span) for m in party.part.naming) if party.part is not None else party.country is not None
        others = set(named) - {None if is_named else party.key}
        is_open = not is_named and not party.pronoun
        pair = pair_of(party.span, self.doc, self.cast, self.finder.elsewhere.meant, others) if is_open else None
        other = other_of_two(party.span, self.doc, self.finder.elsewhere.meant, named) if is_open else None
        several = [other] if other is not None else pair if pair is not None else self._together(party)
        return [_as(party, part) for part in several] if several else [self._settled(party)]

    def _settled(self, party: Party) -> Party:
        written = party.span.of(self.doc.text)
        words = written.lower()
        if (party.pronoun and words != party.pronoun) or written == "US":
            return party
        if words in _I | _WE:
            return self._of_voice(party, words)
        if words in _HE | _SHE:
            person = self._of_person(party, words)
            return self._apart(person, {person.key}) if self._is_of_own_subject(person) else person
        if words in _THEY | _IT:
            return self._of_body(party, words)
        if party.key is not None or party.pronoun:
            return party
        return self._of_family(party) or self._of_noun(party)

    def _is_of_own_subject(self, party: Party) -> bool:
        """Tell whether "him" or "her", the object of a verb, was taken for who is its subject: "Rao | accused | him | of visiting the enemy"."""
        token = self.doc.tokens_in(party.span).start
        if party.part is None or self.doc.relations[token] not in ("obj", "iobj"):
            return False
        sentence, verb = self.doc.sentence_at(party.span.start), self.doc.heads[token]
        subjects: list[int] = []
        while verb >= 0 and not subjects:
            subjects = [i for i in self.doc.tokens_in(sentence) if self.doc.heads[i] == verb and self.doc.relations[i] == "nsubj"]
            verb = self.doc.heads[verb] if self.doc.relations[verb] == "conj" else -1
        own = [mention for mention, part in self.cast.named_in(sentence) if part is party.part and mention in part.naming]
        return any(mention.covers(self.doc.tokens[i]) for mention in own for i in subjects)

    def _of_family(self, party: Party) -> Party | None:
        """Give a lone family name, which was taken for no name, whoever alone bears it."""
        written = party.span.of(self.doc.text)
        bearers = self.cast.families.get(folded(written), []) if written[:1].isupper() and " " not in written else []
        return _as(party, bearers[0]) if len(bearers) == 1 and bearers[0].given else None

    def _apart(self, party: Party, both: Collection[str | None]) -> Party:
        """Give a pronoun that was taken for somebody on either side another person before it, where there is one."""
        if not party.pronoun or party.pronoun in _REFLEXIVE or party.key not in both:
            return party
        if party.pronoun not in _HE | _SHE or party.by is By.OWNER:
            return _as(party, None)
        return _as(party, pronoun_referent(self.doc, self.cast, party.span, self.finder.spoken, speaker=party.part))

    def _of_voice(self, party: Party, words: str) -> Party:
        """Give "I" and "we" who says so, and "we" whom he speaks for."""
        found = self.finder.referents.of(party.span) if self.finder.referents is not None else None
        speaker = found.part if found is not None else self._speaker(party.span)
        if speaker is None or (words in _I and speaker.kind is not ActorKind.PERSON):
            return party
        key = voice(self.cast, speaker) if words in _WE else None
        owner = None if key is None else state_part(self.cast, key) if key in states() else self.cast.parts.get(key)
        return _as(party, owner or speaker)

    def _speaker(self, span: Span) -> Part | None:
        return next((one.speaker for one in self._said if one.words.covers(span)), None)

    def _of_person(self, party: Party, words: str) -> Party:
        """Give "he" and "she" whom the chains of the report are sure of, before whom recency names."""
        found = self.finder.referents.of(party.span) if self.finder.referents is not None else None
        gender = "f" if words in _SHE else "m"
        is_one = found is not None and found.part.kind is ActorKind.PERSON and self._may_be(found.part, gender)
        if party.part is not None and not self._may_be(party.part, gender):
            party = _as(party, None)
        if (ahead := self._named_ahead(party.span, gender)) is not None and not (
            is_one and found is not None and found.score >= SURER
        ):
            return _as(party, ahead)
        if self._is_vouched_for(party.span):
            return _as(party, None) if self._speaker(party.span) is party.part else party
        if found is not None and is_one and found.score >= (LIKELY if party.part is None else SURE):
            return _as(party, found.part)
        speaker = self._reported(party.span)
        is_speaker = speaker is not None and speaker.kind is ActorKind.PERSON and self._may_be(speaker, gender)
        meant = speaker if is_speaker else self._only_one_before(party.span, gender)
        return _as(party, meant) if party.part is None and meant is not None else party

    def _is_vouched_for(self, span: Span) -> bool:
        """Tell whether a pronoun stands behind words that only say on whose word it is: "As NAME has pointed out, he …", who is another."""
        start = self.doc.sentence_at(span.start).start
        return _AS_SAID.match(self.doc.text, start, span.start) is not None

    def _named_ahead(self, span: Span, gender: str) -> Part | None:
        """Give who is named right after the clause that a pronoun opens: "While | he | refused, Mr. NAME agreed"."""
        sentence = self.doc.sentence_at(span.start)
        comma = self.doc.text.find(", ", span.end, sentence.end)
        if comma < 0 or self.doc.text[sentence.start : span.start].strip(' “"').lower() not in _OPENS_CLAUSE:
            return None
        for mention, part in self.cast.named_in(Span(comma, min(sentence.end, comma + _NEAR))):
            if part.kind is ActorKind.PERSON and mention in part.naming and self._may_be(part, gender):
                return part
        return None

    def _only_one_before(self, span: Span, gender: str) -> Part | None:
        """Give the one person of that gender whom the sentence, or else the one before, names before a pronoun outside quotation marks."""
        if self.doc.quotation_at(span.start) is not None:
            return None
        here = self.doc.sentence_number(span.start)
        for back in (0, 1):
            floor = self.doc.sentences[max(0, here - back)].start
            near = {id(p): p for m, p in self.cast.before(span.start, (ActorKind.PERSON,), floor=floor) if m in p.naming}
            fitting = [p for p in near.values() if self._may_be(p, gender)]
            if fitting:
                is_told = len(near) == 1 or self._told_gender(fitting[0]) == gender
                return fitting[0] if len(fitting) == 1 and is_told else None
        return None

    def _reported(self, span: Span) -> Part | None:
        """Give who says what a pronoun stands in, where his words are not quoted: "NAME said she was ready"."""
        return self._speaker(span) if self.doc.quotation_at(span.start) is None else None

    def _may_be(self, part: Part, gender: str) -> bool:
        return (self._told_gender(part) or part.gender) in (None, gender)

    def _told_gender(self, part: Part) -> str | None:
        """Give the gender that a form of address tells ("Ms Keller"), which goes before what a pronoun was taken to tell."""
        return addressed_as(self.cast, part) or gender_of_name((*part.name.lower().split(), "")) or None

    def _of_body(self, party: Party, words: str) -> Party:
        """Give "it" and "they" whom the chains name, else the body that is subject before them; whom recency alone names is not meant."""
        found = self.finder.referents.of(party.span) if self.finder.referents is not None else None
        if found is not None and found.score >= ENOUGH and (words in _THEY or found.part.kind is not ActorKind.PERSON):
            return _as(party, found.part)
        if found is None and (described := self._described(party.span)) is not None:
            return _as(party, described)
        speaker = self._reported(party.span)
        if speaker is not None and (speaker.kind is ActorKind.GROUP or (words in _IT and speaker.kind in _BODIES)):
            return _as(party, speaker)
        subject = self.finder.elsewhere.meant.subject_before(party.span.start, _BODIES, owning=False)
        if subject is not None and (words in _IT or subject.part.kind is ActorKind.GROUP):
            return _as(party, subject.part)
        rulers = self._of_rulers(party.span) if words in _IT else None
        return _as(party, state_part(self.cast, rulers) if rulers in states() else None)

    def _of_rulers(self, span: Span) -> str | None:
        """Give the state of a government or army of no stated state that is the last subject before "it": "The junta denied it: | it | …"."""
        here = self.doc.sentence_number(span.start)
        own, last = self.doc.sentences[here], self.doc.sentences[max(0, here - 1)]
        before = self._subjects(own.start, span.start) or self._subjects(last.start, own.start)[:1]
        if not before or (noun := singular(self.doc.low(before[-1]))) not in PUBLIC:
            return None
        rulers = Party(self.doc.tokens[before[-1]], noun=noun, sector="GOV")
        return as_of_report(rulers, set(), self.finder.elsewhere.meant, self.doc).country

    def _subjects(self, start: int, end: int) -> list[int]:
        inside = self.doc.tokens_in(Span(start, end)) if end > start else ()
        return [i for i in inside if self.doc.relations[i] == "nsubj"]

    def _of_noun(self, party: Party) -> Party:
        """Give "the agency" and "the minister" whom the report has named so before."""
        phrase = self._phrase(party.span)
        if phrase is None or party.by is By.OWNER:
            return party
        noun = self.doc.low(self.doc.tokens_in(party.span)[-1])
        if singular(noun) != noun:
            return _as(party, part) if (part := self._called_so(noun, party.span)) is not None else party
        part = self.finder.holders.of(phrase, phrase) or self._of_kind(noun, party.span)
        part = part or self.finder.elsewhere.of(phrase) or self._by_chain(phrase)
        is_outlet = part is not None and (part.kind is ActorKind.OUTLET or part.sector == "MED")
        return party if part is None or (is_outlet and noun in _KINDS and noun not in _OUTLETS) else _as(party, part)

    def _called_so(self, nouns: str, span: Span) -> Part | None:
        """Give the group whose people were called so last: "the jihadists" after "jihadists of | NAME |", "the rebels" after "| NAME | rebels"."""
        if sector_of(singular(nouns)) not in _FIGHTERS:
            return None
        for mention, part in self.cast.before(span.start, (ActorKind.GROUP, ActorKind.ORGANISATION)):
            inside = self.doc.tokens_in(mention)
            if mention not in part.naming or not len(inside) or not part.name[:1].isupper():
                continue
            behind = self.doc.low(inside.stop) if inside.stop < len(self.doc.tokens) else ""
            before = [
                self.doc.low(i) for i in range(max(0, inside.start - 3), inside.start) if self.doc.low(i) not in ("the", "a")
            ]
            if nouns in (behind, self.doc.low(inside[-1])) or before[-2:] in ([nouns, "of"], [nouns, "from"]):
                return part
        return None

    def _phrase(self, span: Span) -> Span | None:
        """Give the words with the article before them; None where none points to what was named."""
        if span.of(self.doc.text).lower().startswith("the "):
            return span
        before = _POINTING.search(self.doc.text, max(0, span.start - 6), span.start)
        return Span(before.start(), span.end) if before is not None else None

    def _by_chain(self, phrase: Span) -> Part | None:
        found = self.finder.referents.of(phrase) if self.finder.referents is not None else None
        if found is None:
            return self._described(phrase)
        return found.part if found.score >= SURE else None

    def _described(self, span: Span) -> Part | None:
        """Give the group or body without a name whom words point back to: "armed men … they", "the ruling party … it"."""
        nouns = self.finder.referents.described(span, LIKELY) if self.finder.referents is not None else []
        made = described_parts(self.cast) if nouns else {}
        return next((made[noun.end] for noun in nouns if noun.end in made), None)

    def _together(self, party: Party) -> list[Part]:
        """Give those who are named in a row of whom "they" tells: "Lithuania, Latvia and Estonia … they"; none where one alone is meant."""
        words = party.span.of(self.doc.text).lower()
        found = self.finder.referents.of(party.span) if words in _THEY and self.finder.referents is not None else None
        if found is None or found.score < ENOUGH or found.part.kind is ActorKind.GROUP or not self.doc.heads:
            return []
        head = next(
            (i for i in self.doc.tokens_in(found.named) if self.doc.heads[i] not in self.doc.tokens_in(found.named)), None
        )
        if head is None:
            return []
        first = self.doc.heads[head] if self.doc.relations[head] == "conj" else head
        row = [first, *(i for i in self.doc.dependents(first) if self.doc.relations[i] == "conj")]
        near = self.cast.named_in(self.doc.sentence_at(found.named.start))
        parts = [next((p for m, p in near if m in p.naming and m.covers(self.doc.tokens[i])), None) for i in row]
        named = [p for p in parts if p is not None]
        return named if len(named) == len(row) > 1 and all(p.kind in (found.part.kind, ActorKind.GROUP) for p in named) else []

    def _of_kind(self, noun: str, span: Span) -> Part | None:
        """Give the body of that kind that was named last before, in this sentence or the two before it."""
        sectors, endings = _KINDS.get(noun, (frozenset(), frozenset((noun,))))
        here = self.doc.sentence_number(span.start)
        floor = self.doc.sentences[max(0, here - 2)].start if self.doc.sentences else 0
        for mention, part in self.cast.before(span.start, _BODIES[1:], floor=floor):
            words = key_of(part.name).split(" ")
            is_outlet = noun not in _OUTLETS and (part.kind is ActorKind.OUTLET or not _ON_AIR.isdisjoint(words))
            is_of_kind = part.sector in sectors or words[-1] in endings or words[-1] == noun
            if mention in part.naming and part.name[:1].isupper() and is_of_kind and not is_outlet:
                return part
        found = self.finder.elsewhere.meant.subject_before(span.start, _BODIES[1:3], owning=False) if noun in _ANY_BODY else None
        return found.part if found is not None and found.part.name[:1].isupper() else None


def _is_oneself(party: Party, one: Happening) -> bool:
    """Tell whether somebody's own state stands as whom he threatens: "Chad's minister warned that | Chad | would strike back"."""
    is_state = (
        party.country is not None
        and (party.part is None or party.part.kind is ActorKind.COUNTRY)
        and party.sector in (None, "GOV")
    )
    return one.sense.event == "THREATEN" and is_state and party.country in _of_office(one.actors)


def _of_office(side: Sequence[Party]) -> set[str | None]:
    """Give the states that stand on a side themselves, or by their rulers and forces."""
    ruling = (p for p in side if p.sector in ("GOV", "MIL") or p.part is None or p.part.kind is ActorKind.COUNTRY)
    return {p.country for p in ruling if p.country is not None and p.sector in (None, "GOV", "MIL")}


def _as(party: Party, part: Part | None) -> Party:
    """Give the same words as another actor's."""
    if part is None:
        return replace(party, part=None, country=None)
    country = part.key if part.kind is ActorKind.COUNTRY else part.country
    return replace(party, part=part, country=country, sector=part.sector)
