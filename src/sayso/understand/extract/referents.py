"""Doc and cast → whom a pronoun or "the ministry" points to: the chains of the report, asked by place. Resolved once, when first asked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ...findings.actor import ActorKind
from ...span import Span, SpanSet
from ..chains.alike import likeness_in
from ..chains.from_doc import mentions_of
from ..chains.mention import Being, Form, Mention, Role
from ..chains.resolver import Chains, resolve
from ..chains.words import PRONOUNS
from ..chains.zones import sources_of, zone_places, zones_of
from ..doc import Doc
from ..known.offices import marks
from ..known.words import key_of
from .attribution import Attribution
from .cast import Cast, Part

_BEINGS = {ActorKind.PERSON: Being.PERSON, ActorKind.COUNTRY: Being.BODY, ActorKind.ORGANISATION: Being.BODY,
           ActorKind.OUTLET: Being.BODY, ActorKind.GROUP: Being.BODY}  # fmt: skip
_IN_PHRASE = frozenset(("DET", "ADJ", "NOUN", "PROPN", "NUM"))


@dataclass(frozen=True, slots=True)
class Referent:
    """Whom words point to, how sure the resolver is of the link (0..1), and where he is named."""

    part: Part
    score: float
    named: Span


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the chains say of a pronoun.

    Attributes:
        part: whom it means, None where that is nobody of the cast.
        noun: the first common noun of its chain before it, None where the chain has a name.
        score: how sure (0..1) its link to what stands before it is; way: that and all further ones back to a name.
        is_subject: whether it is subject of its clause.
    """

    part: Part | None
    noun: Span | None
    score: float
    way: float
    is_subject: bool


class Referents:
    """Answers for one report."""

    def __init__(self, doc: Doc, cast: Cast, made: Sequence[Attribution]) -> None:
        self.doc, self.cast = doc, cast
        self._said = [(content, one.source[0]) for one in made if one.source for content in one.content]

    def of(self, span: Span) -> Referent | None:
        """Give whom the words point to; None where they are no mention or their chain has no name of the cast."""
        mentions, chains = self._resolved
        index = self._place_of(span)
        if index is None or chains.antecedents[index] < 0:
            return None
        name = chains.names[index]
        part = self.cast.parts.get(mentions[name].key) if name >= 0 else None  # None for who turned out to be another since
        is_meant = part is not None and not self._is_ruled_out(mentions[index], part)
        return Referent(part, chains.scores[index], mentions[name].span) if part is not None and is_meant else None

    def described(self, span: Span, least: float) -> list[Span]:
        """Give the common nouns before words that are of one chain with them and name nobody, nearest first; none where a link is less sure than that."""
        mentions, chains = self._resolved
        index = self._place_of(span)
        if index is None or chains.antecedents[index] < 0 or chains.names[index] >= 0 or chains.scores[index] < least:
            return []
        return [mentions[i].span for i in reversed(self._nouns_of.get(chains.chain[index], [])) if i < index]

    def pointing(self) -> Iterator[Span]:
        """Give the pronouns and common nouns that point to something before them, in text order."""
        mentions, chains = self._resolved
        for index, mention in enumerate(mentions):
            if not mention.key and mention.person == 3 and chains.antecedents[index] >= 0:
                yield mention.span

    @cached_property
    def _nouns_of(self) -> dict[int, list[int]]:
        """Give the common nouns of each chain."""
        mentions, chains = self._resolved
        found: dict[int, list[int]] = {}
        for index, mention in enumerate(mentions):
            if mention.form is Form.NOUN:
                found.setdefault(chains.chain[index], []).append(index)
        return found

    def unplaced(self, least: float) -> Iterator[tuple[Part, Mention]]:
        """Give the common nouns and third persons of chains with a name, linked no less surely than that, that are nobody's mention yet."""
        mentions, chains = self._resolved
        for index, mention in enumerate(mentions):
            name = chains.names[index]
            part = self.cast.parts.get(mentions[name].key) if name >= 0 else None
            if part is None or mention.key or mention.person != 3 or chains.scores[index] < least:
                continue
            if not self._is_ruled_out(mention, part) and not self.cast.named_in(mention.span):
                yield part, mention

    def common(self) -> list[Mention]:
        """Give the common nouns that are nobody's name, in text order."""
        return [m for m in self._resolved[0] if m.form is Form.NOUN and not m.key]

    def nameless(self) -> Iterator[list[Mention]]:
        """Give the mentions of each chain of common nouns and pronouns that names nobody, in text order."""
        mentions, chains = self._resolved
        found: dict[int, list[int]] = {}
        for index, number in enumerate(chains.chain):
            found.setdefault(number, []).append(index)
        for members in found.values():
            told = [mentions[i] for i in members]
            if all(not m.key and m.form is not Form.NAME for m in told) and any(m.form is Form.NOUN for m in told):
                yield told

    def meant(self, span: Span) -> Meaning | None:
        """Give what the chains say of a pronoun; None where they were not asked for it."""
        mentions, chains = self._resolved
        index = self._place_of(span)
        if index is None:
            return None
        found = self.of(span)
        nouns = self.described(span, 0.0)
        called = (self.called_at(noun) for noun in nouns)
        part = found.part if found is not None else next((one for one in called if one is not None), None)
        way, at = 1.0, index
        while at >= 0 and mentions[at].form is not Form.NAME:
            way, at = way * chains.scores[at], chains.antecedents[at]
        return Meaning(part, nouns[-1] if nouns else None, chains.scores[index], way, mentions[index].role is Role.SUBJECT)

    def called_at(self, noun: Span) -> Part | None:
        """Give whom words that begin or end with a noun phrase call something: "a nun" of "a nun who helped"."""
        called = [(m, p) for m, p in self.cast.named_in(self.doc.sentence_at(noun.start)) if m in p.naming and m.overlaps(noun)]
        is_owner = self.doc.text.startswith(("'", "’"), noun.end)  # "the plant's owner" is no plant
        fitting = [(m, p) for m, p in called if noun.end == m.end or (noun.start == m.start and not is_owner)]
        return min(fitting, key=lambda pair: (pair[0].end != noun.end, pair[0].end - pair[0].start))[1] if fitting else None

    def _place_of(self, span: Span) -> int | None:
        """Give the number of the mention that ends with the words and begins with them or a little later, if nobody is named by it."""
        mentions = self._resolved[0]
        low = bisect_left(mentions, span.start, key=lambda m: m.span.start)
        found = (i for i in range(low, min(low + 4, len(mentions))) if mentions[i].span.end == span.end and not mentions[i].key)
        return next(found, None)

    def nouns(self) -> Iterator[tuple[Span, Referent]]:
        """Give the common nouns that point to somebody named ("the ministry"), with whom each means, in text order."""
        mentions, chains = self._resolved
        for index, mention in enumerate(mentions):
            name = chains.names[index]
            part = self.cast.parts.get(mentions[name].key) if name >= 0 and chains.antecedents[index] >= 0 else None
            is_noun = mention.form is Form.NOUN and not mention.key
            if part is not None and is_noun and not self._is_ruled_out(mention, part):
                yield mention.span, Referent(part, chains.scores[index], mentions[name].span)

    def _is_ruled_out(self, mention: Mention, part: Part) -> bool:
        """Tell whether a noun cannot mean whom its chain names: "the minister" no former one, "the embassy" neither of two told of at once."""
        words = mention.span.of(self.doc.text).lower().split()
        if mention.form is not Form.NOUN or len(words) < 2:
            return False
        held = [o.former for o in part.offices if o.source == "report" and o.role.lower().split()[-1] == words[-1]]
        if held and all(held) and not any(marks().get(key_of(word)) == "former" for word in words):
            return True
        return part.kind is ActorKind.ORGANISATION and self._has_twin(part, words[-1], mention.span.start)

    def _has_twin(self, part: Part, noun: str, before: int) -> bool:
        """Tell whether the report named a body, when it last did, beside another that the same noun means: "the Chilean and the Peruvian embassy"."""
        last = next((m for m, p in self.cast.before(before, (ActorKind.ORGANISATION,)) if p is part and m in p.naming), None)
        if last is None or not part.key.endswith(f"-{noun}"):
            return False
        sentence = self.doc.sentence_at(last.start)
        here = Span(sentence.start, max(sentence.start + 1, min(sentence.end, before)))
        return any(p is not part and p.key.endswith(f"-{noun}") for _, p in self.cast.named_in(here))

    @cached_property
    def _resolved(self) -> tuple[list[Mention], Chains]:
        known = self._known()
        covered = SpanSet(known)
        spans = [*known, *(span for span in phrases_of(self.doc) if span not in known and not covered.touching(span))]
        spans.sort(key=lambda s: (s.start, -s.end))
        places = zone_places(self.doc)
        mentions = [self._with_part(m, known[m.span]) if m.span in known else m for m in mentions_of(self.doc, spans, places)]
        zones = zones_of(self.doc, places, mentions, sources_of(places, self._said))
        return mentions, resolve(mentions, zones, similarity=likeness_in(self.doc, mentions))

    def _known(self) -> dict[Span, Part]:
        """Give what the cast names; where two begin at one place or overlap, the longer. Demonyms before a noun name nobody, and
        pronouns that a rule has followed are followed anew."""
        found: dict[Span, Part] = {}
        end = 0
        for span, part in sorted(self.cast.named_in(Span(0, max(1, len(self.doc.text)))), key=lambda p: (p[0].start, -p[0].end)):
            tokens = self.doc.tokens_in(span)
            if span.start >= end and len(tokens) and self.doc.pos[tokens[-1]] not in ("ADJ", "PRON"):
                found[span], end = part, span.end
        return found

    def _with_part(self, mention: Mention, part: Part) -> Mention:
        form = Form.NAME if mention.span in part.naming else Form.NOUN
        number = "p" if part.kind is ActorKind.GROUP else "s" if part.kind is ActorKind.PERSON else mention.number
        return mention._replace(
            key=part.key, form=form, being=_BEINGS.get(part.kind, Being.UNKNOWN), number=number,
            gender=part.gender or (mention.gender if part.kind is ActorKind.PERSON else ""), person=3,
        )  # fmt: skip


def phrases_of(doc: Doc) -> list[Span]:
    """Give personal pronouns and common noun phrases, from parts of speech: articles and adjectives with their noun."""
    found: list[Span] = []
    first: int | None = None
    verb = -1
    for index, tag in enumerate(doc.pos):
        if tag == "PRON":
            if doc.low(index) in PRONOUNS:
                found.append(doc.tokens[index])
            first = None
            continue
        start = doc.tokens[index].start
        if tag not in _IN_PHRASE or (doc.low(index) == "s" and doc.text[max(0, start - 1) : start].endswith(("'", "’"))):
            first = None
            continue
        if tag == "DET" and doc.low(index) == "that" and index and doc.pos[index - 1] == "NOUN":
            first = None  # "snakes that bit children": what looks like a noun behind it is a verb
            verb = index + 1
            continue
        if index == verb:
            continue
        if first is None or tag == "DET":
            first = index
        follows = doc.pos[index + 1] if index + 1 < len(doc.pos) else ""
        if tag == "NOUN" and follows not in ("NOUN", "PROPN"):
            found.append(Span(doc.tokens[first].start, doc.tokens[index].end))
            first = None
    return found
