"""Sources → speakers: the actor behind each source, and the state or body it speaks for by office. The text decides before the lexicon does."""

from __future__ import annotations

import re
from datetime import date

from ...findings.actor import ActorKind
from ...findings.mention import Label
from ...span import Span
from ..doc import Doc
from ..known.actors import find_known
from ..known.descriptions import offices_in
from ..known.named import demonym_of
from ..known.offices import office_word, sector_of
from ..known.people import people_with_family_name
from ..phrases import noun_phrase_before
from ..titled_names import own_name, without_weekday
from .attribution import Attribution
from .cast import Cast, Part, slug
from .described_again import described_again, is_member, named_by_kind, person_of_appositive
from .described_subjects import described_subject
from .descriptions import describe, spoken_for
from .documents import Documents, document_in
from .holders import PREPOSITION, Holders
from .people import titles
from .pronouns import learn_addressed, may_mean, pronoun_referent, surely_meant
from .referents import Referents
from .source_kinds import ARTICLE, BODY, bare, before_clause, is_plural, kind_of
from .speakers_elsewhere import SpeakersElsewhere
from .voices import voice

_PRONOUN = re.compile(r"(?:he|she|they|it|his|her|their|its|him|them)(?: himself| herself| themselves| itself)?$", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"(?:i|we|us|me|my|our)$", re.IGNORECASE)
_HE_OR_SHE = re.compile(r"(he|she|him|his|her)\b", re.IGNORECASE)
# How sure the chains must be of a link (0..1) to go before recency. Swept 0.3-0.8 on pronouns among the sources of a tenth of PolNeAR train,
# silver chains: 136 of 227 named right by recency alone, 139 with 0.3, 150 with 0.6 and 0.7, 147 with 0.8.
SURE = 0.7
_TWO = re.compile(r"(?:both )?(?P<first>[^,]{2,60}?) and (?P<second>[^,]{2,60})")
_ISSUED = re.compile(
    r"(?:(?:Joint|Press|Official|Public) )?(?:Statement|Message|Declaration|Communiqu[eé]|Comment|Appeal) (?:by|of|from) "
    r"(?P<who>(?:the )?[A-Z][^\n:]{2,80}?)(?=$|\n|:| (?:on|concerning|regarding|about|following|after|in connection)\b)"
)
_WHAT_HE = re.compile(r"\bwhat $", re.IGNORECASE)
_OPENS = re.compile(r"(?:that\s+)?(he|she|his|her)\b", re.IGNORECASE)
_NOBODY = re.compile(
    r"(?:who|which|that|what|whoever|one|some|many|others|everyone|anyone|nobody|no one|you|there|this|these|those|all|both|most|few|several)$|(?:nobody|no one|none|neither|no \w+)\b",
    re.IGNORECASE,
)
# "Peru's embassy **in Lagos**".
_AT_A_PLACE = re.compile(r"\s(?:in|at) (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}")
# What may follow a name that is the head of its phrase: a possessive, a short form in brackets, the kind of body it is.
_TAIL = re.compile(r"^(?:’s|'s|’|')$|^\s*\([^)]*\)$|^\s(?:movement|group|rebels|militia|insurgents|network|news agency)$")


class SpeakerFinder:
    """Finds who speaks; remembers who spoke, for pronouns and unnamed offices that follow.

    Attributes:
        spoken: part by the end of its source, in the order resolved.
        referents: the chains of the report, once the attributions are known.
        documents: whose the reports and statements of the text are.
    """

    def __init__(self, doc: Doc, cast: Cast, on: date | None) -> None:
        self.doc, self.cast, self.on = doc, cast, on
        self.elsewhere = SpeakersElsewhere(doc, cast)
        self.holders = Holders(doc, cast, on)
        self.spoken: dict[int, Part] = {}
        self.documents = Documents(doc, cast, self.elsewhere, named=self._named, described=self.described)
        self.referents: Referents | None = None

    def speaker_of(self, one: Attribution, outer: Part | None) -> Part | None:
        """Give the speaker of an attribution; `outer` is the speaker of the attribution it stands in."""
        if not one.source:
            return None
        span = self._trimmed(one.source[0])
        words = span.of(self.doc.text)
        if _FIRST_PERSON.match(words) and words != "US":
            part = outer or self._issuer(span) or self._own_voice()
            if part is not None:
                self.cast.mention(part, span, naming=outer is None)
        elif words.lower() == "it" and self.documents.is_meant(span):
            part = self.documents.last
        elif outer is not None and _WHAT_HE.search(self.doc.text, max(0, span.start - 6), span.start):
            part = outer  # "she praised what he called a feat"
            self.cast.mention(part, span, naming=False)
        elif _PRONOUN.match(words):
            part = self._pointed_to(span, outer if self.doc.quotation_at(span.start) is not None else self._told_of(one, words))
            if part is not None:
                self.cast.mention(part, span, naming=False)
        elif words in ("who", "Who"):
            part = self._antecedent(span)
        elif words.lower() == "which":
            part = self._body_before(span)
        elif words != "WHO" and _NOBODY.match(words):
            part = None
        else:
            head = self._head(span)
            part = self._joint(head) or self._named(span) or self.holders.of(span, head) or self._elsewhere(span)
            part = part or described_again(self.doc, self.cast, head, self._cue(one), self.spoken) or self.described(span)
        if part is not None:
            self.documents.hear(part, self.doc.sentence_at(span.start))
            for end in {span.end, one.source[0].end} | {m.end for m, p in self.cast.named_in(one.source[0]) if p is part}:
                self.spoken[end] = part
        return part

    def _told_of(self, one: Attribution, pronoun: str) -> Part | None:
        """Give who is the subject of a clause that "they said" closes: not those who say it ("Rebels would come last, they said")."""
        first = one.content[0]
        if pronoun.lower() != "they" or first.end > one.source[0].start or self.doc.quotation_at(first.start) is not None:
            return None
        return next((p for m, p in self.cast.named_in(first) if m.start == first.start), None)

    def _joint(self, head: Span) -> Part | None:
        """Give the two people that a source names together, as a group: "NAME and NAME", "he and President NAME"."""
        match = _TWO.fullmatch(head.of(self.doc.text))
        if match is None or " and " in match["second"]:
            return None
        first, second = (Span(head.start + match.start(side), head.start + match.end(side)) for side in ("first", "second"))
        is_pronoun = _PRONOUN.match(match["first"]) is not None
        one = self._pointed_to(first, None) if is_pronoun else self._named(first)
        other = self._named(second)
        if one is None or other is None or one is other or {one.kind, other.kind} != {ActorKind.PERSON}:
            return None
        part = self.cast.part(slug(f"{one.name} and {other.name}"), f"{one.name} and {other.name}", ActorKind.GROUP)
        part.country = one.country if one.country == other.country else None
        part.speaks_for = voice(self.cast, one) if voice(self.cast, one) == voice(self.cast, other) else None
        self.cast.mention(part, head)
        return part

    def _cue(self, one: Attribution) -> str:
        return " ".join(piece.of(self.doc.text) for piece in one.cue)

    def _body_before(self, span: Span) -> Part | None:
        """Give the state or body that "which" follows at once: "the United States, which accuses"."""
        end = len(self.doc.text[: span.start].rstrip(" ,"))
        near = self.cast.before(span.start, (ActorKind.COUNTRY, ActorKind.ORGANISATION), floor=max(0, span.start - 60))
        return next((part for mention, part in near if mention.end == end and mention in part.naming), None)

    def _pointed_to(self, span: Span, speaker: Part | None) -> Part | None:
        """Give whom a pronoun means: he and she by the sentence before or the chains of the report where they are sure, else by recency.

        Args:
            speaker: who says the quotation the pronoun stands in; never its referent.
        """
        if self.referents is not None and (pronoun := _HE_OR_SHE.match(span.of(self.doc.text))):
            found = self.referents.of(span)
            part = found.part if found and found.score >= SURE and found.part.kind is ActorKind.PERSON else None
            if (subject := described_subject(self.doc, self.cast, span)) is not None:
                part = self.described(subject)
            gender = "f" if pronoun.group(1).lower() in ("she", "her") else "m"
            if part is not None and part is not speaker and part.gender in (None, gender):
                part.gender = gender
                return part
        return self._by_chain(span, speaker) or pronoun_referent(self.doc, self.cast, span, self.spoken, speaker=speaker)

    def _by_chain(self, span: Span, speaker: Part | None) -> Part | None:
        """Give whom a pronoun means by a chain that is surer than recency, named or not: "dockers … they said"."""
        meant = surely_meant(self.referents, span) if self.referents is not None else None
        if meant is None or (meant.part is None and meant.noun is None):
            return None
        noun = meant.noun or span
        part = meant.part or self._named(noun) or self.holders.of(noun, noun) or self._elsewhere(noun) or self.described(noun)
        word = span.of(self.doc.text).split(" ")[0].lower()
        return part if part is not None and part is not speaker and may_mean(word, part) else None

    def _elsewhere(self, span: Span) -> Part | None:
        """Give whom "his government" or "the agency" means: a possessive goes before the chains of the report, a bare noun after."""
        head = self._head(span)
        is_bare = re.match(r"the\s", head.of(self.doc.text), re.IGNORECASE) and "’s" not in head.of(self.doc.text)
        part = (self._mentioned_before(span) if is_bare else None) or self.elsewhere.of(head) or self._mentioned_before(span)
        if part is not None and self.cast.owner(head) is None:
            self.cast.mention(part, head, naming=False)
        return part

    def _mentioned_before(self, span: Span) -> Part | None:
        """Give whom "the institute" means: the one body or person of its chain, where the chains are sure of it."""
        if self.referents is None or not re.match(r"the\s", span.of(self.doc.text), re.IGNORECASE):
            return None
        found = self.referents.of(self._head(span))
        if found is None or found.score < SURE or is_plural(span.of(self.doc.text)):
            return None
        self.cast.mention(found.part, span, naming=False)
        return found.part

    def learn_genders(self, made: list[Attribution]) -> None:
        """Hear all attributions before the first is asked for: the chains need their sources, and some tell a gender.

        A he or she that opens an indirect content is, nearly always, its speaker: "NAME said she was ready".
        """
        learn_addressed(self.cast)
        self.referents = Referents(self.doc, self.cast, made)
        for one in made:
            match = _OPENS.match(self.doc.text, one.content[0].start, one.content[0].end)
            if match is None or len(one.source) != 1 or self.doc.quotation_at(one.content[0].start) is not None:
                continue
            part = self._named(self._trimmed(one.source[0]))
            if part is not None and part.kind is ActorKind.PERSON:
                part.gender = part.gender or ("f" if match.group(1).lower() in ("she", "her") else "m")

    def _antecedent(self, span: Span) -> Part | None:
        """Give whom "who" follows: the name or noun phrase right before it."""
        before = self.doc.text[: span.start].rstrip(" ,")
        for mention, part in self.cast.before(span.start, tuple(ActorKind), floor=max(0, span.start - 60)):
            if mention.end == len(before):
                is_body = part.kind is not ActorKind.PERSON
                return (person_of_appositive(self.doc, self.cast, span.start) if is_body else None) or part
        phrase = noun_phrase_before(self.doc, len(before), floor=self.doc.sentence_at(span.start).start)
        return self.described(phrase) if phrase is not None and len(before) - phrase.end <= 1 else None

    def _issuer(self, span: Span) -> Part | None:
        """Give who issues the whole text and is its "we", as the title says: "Statement by the Navy of Peru on the collision"."""
        first = self.doc.paragraphs[0] if self.doc.paragraphs else None
        match = _ISSUED.match(self.doc.text, first.start, first.end) if first is not None else None
        if match is None or self.doc.quotation_at(span.start) is not None:
            return None
        who = Span(*match.span("who"))
        return next((p for m, p in self.cast.named_in(who) if m.end == who.end and p.kind is not ActorKind.PERSON), None)

    def _own_voice(self) -> Part | None:
        """Give the outlet, in whose voice a report speaks of "we"; None where the outlet is not known or the words are quoted."""
        outlet = self.doc.report.outlet
        if not outlet:
            return None
        known = next((k.actor for k in find_known(outlet) if k.span.end - k.span.start >= len(outlet) - 4), None)
        part = self.cast.part(
            known.key if known else slug(outlet), known.name if known else outlet, known.kind if known else ActorKind.OUTLET
        )
        if known is not None:
            part.country, part.sector = known.country, known.sector
        return part

    def _trimmed(self, span: Span) -> Span:
        words = span.of(self.doc.text)
        left = len(words) - len(words.lstrip(' ,“"‘('))
        right = len(without_weekday(words.rstrip(' ,:;”"’—–-' + ("" if "(" in words else ")"))))
        return Span(span.start + left, span.start + right) if right > left else span

    def _head(self, span: Span) -> Span:
        """Give the phrase before its first appositive comma."""
        words = span.of(self.doc.text)
        comma = words.find(", ")
        return Span(span.start, span.start + comma) if comma > 0 else span

    def _governed(self, name: str) -> str | None:
        """Give the state of a government called by a family name ("the NAME administration"), where all heads of that name whom we know are of one the report names."""
        match = _GOVERNMENT.fullmatch(name)
        if match is None:
            return None
        of = {person.country for person in people_with_family_name(match["name"], self.on) if person.country}
        state = self.cast.parts.get(of.pop() or "") if len(of) == 1 else None
        return state.key if state is not None and state.naming else None

    def _named(self, span: Span) -> Part | None:
        head = self._head(span)
        mentions = [(m, p) for m, p in self.cast.named_in(head) if not (p.kind is ActorKind.PERSON and self._is_owner(m, head))]
        ending = [(m, p) for m, p in mentions if self._is_end(m, head, p)]
        people = [(m, p) for m, p in ending if p.kind is ActorKind.PERSON]
        for mention, part in people:
            if not self._hangs_on_preposition(head, mention):
                return part
        for mention, part in mentions:  # "Governor NAME of the delta"
            rest = self.doc.text[mention.end : head.end]
            if (
                part.kind is ActorKind.PERSON
                and re.match(r"\s(?:of|from|in|at|with|for)\s", rest)
                and not self._hangs_on_preposition(head, mention)
            ):
                return part
        if head.end < span.end:  # "the ministry's spokeswoman, NAME"
            tail = Span(head.end + 1, span.end)
            for mention, part in self.cast.named_in(tail):
                lead = self.doc.text[tail.start : mention.start].strip(" ,")
                if part.kind is ActorKind.PERSON and (not lead or (len(lead.split()) <= 3 and offices_in(lead))):
                    return part
                if self._names_body(head, mention, part, lead, tail):
                    return part
        bodies = [(m, p) for m, p in ending if p.kind is not ActorKind.PERSON] or self._at_a_place(mentions, head)
        if not bodies:
            return None
        mention, part = max(bodies, key=lambda pair: pair[0].end - pair[0].start)
        lead = ARTICLE.sub("", self.doc.text[head.start : mention.start] + " ", count=1).strip()
        is_its_kind = (
            part.kind in (ActorKind.ORGANISATION, ActorKind.OUTLET) and BODY.search(lead) is not None and not is_member(lead)
        )  # "Peruvian mining firm Cobreval"
        if not lead or (not self._hangs_on_preposition(head, mention) and (is_its_kind or self._is_plain_lead(lead))):
            return part
        return None

    def _names_body(self, head: Span, mention: Span, part: Part, lead: str, tail: Span) -> bool:
        """Tell whether what follows a phrase and its comma is the name of the body the phrase describes: "a rights group, NAME,"."""
        is_body = part.kind in (ActorKind.ORGANISATION, ActorKind.GROUP, ActorKind.OUTLET) and mention in part.naming
        is_whole = lead.lower() in ("", "the") and not self.doc.text[mention.end : tail.end].strip(" ,")
        noun = head.of(self.doc.text).split()[-1].lower()
        return is_body and is_whole and part.name[:1].isupper() and office_word(noun) is None and not is_plural(noun)

    def _is_plain_lead(self, lead: str) -> bool:
        """ "neighbouring Chad" is Chad, "Peru's Petroandes" Petroandes; "ordinary Russians" are not Russia."""
        return bool(
            re.fullmatch(
                r"(?:(?:[A-Z][\w-]+[’']s|neighbou?ring|nearby|the|The|and|also|even|both|state-run|state-owned|private|independent|state|official|rival|daily|local|"
                r"news agency|broadcaster|newspaper|channel)(?:\s|$)){1,4}",
                lead,
            )
        )

    def _is_owner(self, mention: Span, head: Span) -> bool:
        after = self.doc.text[mention.end : mention.end + 3]
        return after.startswith(("’s ", "'s ")) and mention.end + 3 < head.end

    def _is_end(self, mention: Span, head: Span, part: Part) -> bool:
        rest = self.doc.text[mention.end : head.end]
        if part.kind is ActorKind.COUNTRY and rest.startswith(" ") and not rest.endswith(")"):
            return rest == " side"  # "the Peruvian side" is Peru, and "Peruvian rebels" are not
        return not _TAIL.sub("", rest).strip(' .”"')

    def _at_a_place(self, mentions: list[tuple[Span, Part]], head: Span) -> list[tuple[Span, Part]]:
        """Give the body of a state whose place follows: "Peru's embassy in Lagos", "the Chilean army in Arica"."""
        bodies = [
            (m, p) for m, p in mentions if p.kind is ActorKind.ORGANISATION and p.country and p.sector in ("GOV", "MIL", "COP")
        ]
        return [(m, p) for m, p in bodies if _AT_A_PLACE.fullmatch(self.doc.text, m.end, head.end)]

    def _hangs_on_preposition(self, head: Span, mention: Span) -> bool:
        """Tell "a spokesman for NAME" (yes) from "Secretary of State NAME" and "the president of BODY NAME" (no)."""
        before = self.doc.text[head.start : mention.start]
        places = [m for m in PREPOSITION.finditer(" " + before)]
        if not places:
            return False
        between = (" " + before)[places[-1].end() :].strip()
        bare = ARTICLE.sub("", between + " ", count=1).strip()
        if not bare:
            return True
        tail = Span(head.start, mention.start)
        description = describe(self.cast, tail) if tail.start < tail.end else None
        if (
            description is not None
            and description.span.end >= mention.start - 1
            and description.span.start <= head.start + places[-1].start()
        ):
            return False
        named = any(
            m.start >= head.start + places[-1].end() - 1 and p.kind is not ActorKind.COUNTRY for m, p in self.cast.named_in(tail)
        )
        if all(word.strip(".").lower() in titles() or office_word(word) is not None for word in bare.split()):
            return True
        return not named and description is None

    def described(self, span: Span) -> Part | None:
        """Make an actor of a common noun phrase: "local media", "a spokesman for the army", "two U.S. officials"."""
        head = self._head(span)
        words = head.of(self.doc.text)
        if (noun := document_in(words)) is not None:
            return self.documents.owner_of(noun, head, span)
        whole = bare(words)
        name = named_by_kind(whole) or (own_name(whole) if before_clause(whole) == whole else whole)
        description = describe(self.cast, head)
        if description is not None and description.of is None:
            description = self.elsewhere.with_owner(description, head)
            if (
                description.of is not None
                and description.of.kind is ActorKind.COUNTRY
                and name[:1].islower()
                and not description.former
            ):
                name = f"{demonym_of(description.of.key)} {name}"  # "the ambassador" of a report is "Peruvian ambassador" beside those of others
        inside = [p for _, p in self.cast.named_in(head)]
        states = [p for p in inside if p.kind is ActorKind.COUNTRY] or [p for p in inside if p.country]
        is_of_several = " and " in words and len({p.country for p in states}) > 1  # "the leaders of Chad and Niger"
        country = states[-1].country if states and not is_of_several else None
        if not states and description is not None and description.of is not None:
            country = description.of.country
        country = country or self._governed(whole)
        key = slug(name)
        kind = ActorKind.ORGANISATION if self._is_no_person(head) else kind_of(name, whole)
        part = self.cast.part(key, name, kind)
        part.country = part.country or country
        part.sector = part.sector or (description.sector if description else None) or sector_of(name)
        part.confidence = 0.7
        if description is not None and not is_of_several:
            part.speaks_for = spoken_for(description)
        self.cast.mention(part, head)
        return part

    def _is_no_person(self, head: Span) -> bool:
        """Tell whether the entity head takes the whole phrase for a body or place: who speaks there is its authorities."""
        return any(
            n.label in (Label.ORG, Label.LOC)
            and n.span.end == head.end
            and not ARTICLE.sub("", head.of(self.doc.text)[: n.span.start - head.start])
            for n in self.doc.names_near(head)
            if head.start <= n.span.start
        )


_GOVERNMENT = re.compile(r"(?P<name>[A-Z][\w’'-]+?)(?:[’']s)? (?:administration|government|regime|cabinet|presidency|junta)")
