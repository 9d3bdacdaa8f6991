"""Doc and cast → whom a pronoun or "the ministry" points to: the chains of the report, asked by place. Resolved once, when first asked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ...findings.actor import ActorKind
from ...span import Span, SpanSet
from ..chains.alike import likeness_in
from ..chains.from_doc import mentions_of
from ..chains.mention import Being, Form, Mention
from ..chains.resolver import Chains, resolve
from ..chains.words import PRONOUNS
from ..chains.zones import sources_of, zone_places, zones_of
from ..doc import Doc
from .attribution import Attribution
from .cast import Cast, Part

_BEINGS = {ActorKind.PERSON: Being.PERSON, ActorKind.COUNTRY: Being.BODY, ActorKind.ORGANISATION: Being.BODY,
           ActorKind.OUTLET: Being.BODY, ActorKind.GROUP: Being.BODY}  # fmt: skip
_IN_PHRASE = frozenset(("DET", "ADJ", "NOUN", "PROPN", "NUM"))


@dataclass(frozen=True, slots=True)
class Referent:
    """Whom words point to, and how sure the resolver is of the link (0..1)."""

    part: Part
    score: float


class Referents:
    """Answers for one report."""

    def __init__(self, doc: Doc, cast: Cast, made: Sequence[Attribution]) -> None:
        self.doc, self.cast = doc, cast
        self._said = [(content, one.source[0]) for one in made if one.source for content in one.content]

    def of(self, span: Span) -> Referent | None:
        """Give whom the words point to; None where they are no mention or their chain has no name of the cast."""
        mentions, chains = self._resolved
        low = bisect_left(mentions, span.start, key=lambda m: m.span.start)
        for index in range(low, min(low + 4, len(mentions))):
            mention = mentions[index]
            if mention.span.end == span.end and not mention.key and chains.antecedents[index] >= 0:
                name = chains.names[index]
                key = mentions[name].key if name >= 0 else ""
                return Referent(self.cast.parts[key], chains.scores[index]) if key else None
        return None

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
        return replace(
            mention, key=part.key, form=form, being=_BEINGS.get(part.kind, Being.UNKNOWN), number=number,
            gender=part.gender or (mention.gender if part.kind is ActorKind.PERSON else ""), person=3,
        )  # fmt: skip


def phrases_of(doc: Doc) -> list[Span]:
    """Give personal pronouns and common noun phrases, from parts of speech: articles and adjectives with their noun."""
    found: list[Span] = []
    first: int | None = None
    for index, tag in enumerate(doc.pos):
        if tag == "PRON":
            if doc.low(index) in PRONOUNS:
                found.append(doc.tokens[index])
            first = None
            continue
        if tag not in _IN_PHRASE:
            first = None
            continue
        if first is None or tag == "DET":
            first = index
        follows = doc.pos[index + 1] if index + 1 < len(doc.pos) else ""
        if tag == "NOUN" and follows not in ("NOUN", "PROPN"):
            found.append(Span(doc.tokens[first].start, doc.tokens[index].end))
            first = None
    return found
