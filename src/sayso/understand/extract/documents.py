"""A document that speaks ("the ministry's report", "a Peruvian police study", "the lawsuit") → whose it is; None where the report does not say.

A Doc and its cast in, a part out. A document is nobody itself. Cases: cases/speakers.yml, cases/statements.yml.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from ...findings.actor import ActorKind
from ...span import Span
from ..doc import Doc
from ..known.offices import body_of, body_words
from ..known.words import key_of
from .cast import Cast, Part
from .descriptions import part_of
from .holders import PREPOSITION
from .speakers_elsewhere import SpeakersElsewhere

_DOCUMENT = re.compile(
    r"\b(?:reports?|statements?|releases?|communiqu[eé]s?|dispatch(?:es)?|stud(?:y|ies)|polls?|surveys?|videos?|footage|data|documents?|letters?|records?|emails?|images?|figures|analysis|"
    r"investigations?|inquir(?:y|ies)|enquir(?:y|ies)|findings|audits?|ruling|verdict|article|tweet|post|website|headline|signs?|transcript|law|resolution|treaty|deal|agreement|indictment|complaint|lawsuit|book|memo|research|statistics|fieldwork|explanation|bulletin|notice|filings?|petition|declaration|announcement|testimony|editorial|op-ed|circular|decree|memorandum|"
    r"cable|dossier|banners?|posters?|placards?|leaflets?|graffiti|constitution|charter|pact|compromise|drafts?|texts?|rules?|notes?|messages?|maps?)$",
    re.IGNORECASE,
)
# "Leading opposition figures" are people.
_PEOPLE = re.compile(
    r"\b(?:opposition|leading|political|religious|public|senior|prominent|key|community|business|party|church|tribal|military|underworld|union|media) figures$",
    re.IGNORECASE,
)
# How a document came about, behind its noun.
_MADE = re.compile(
    r"\s(?:cited|seen|obtained|leaked|carried out|conducted|published|released|issued|commissioned|compiled|written|prepared|quoted|filed|reviewed|viewed|made)\b.*$"
)
# Sorts of documents that news calls by one another's names.
_SORTS = {"release": "statement", "communique": "statement", "communiqué": "statement", "declaration": "statement", "announcement": "statement", "explanation": "statement",
          "bulletin": "statement", "memorandum": "memo", "survey": "poll", "audit": "report", "study": "report", "analysi": "report", "complaint": "lawsuit", "filing": "lawsuit"}  # fmt: skip
# Words of bodies that make documents.
_MAKERS = frozenset(
    "ministry department army police government parliament senate congress commission council agency embassy".split()
)
# "Posters from Quito to Lima".
_ALL_OVER = re.compile(r"\bfrom [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? to [A-Z]")
# What is of a state by its seat alone.
_PRIVATE = re.compile(
    r" (?:[a-z-]+ ){0,2}(?:firms?|compan(?:y|ies)|pollsters?|newspapers?|magazines?|broadcasters?|banks?|charit(?:y|ies)|think tanks?|"
    r"watchdogs?|airlines?|insurers?|universit(?:y|ies)|consultan(?:cy|cies|ts?)|researchers?|scientists?|academics?)\b"
)
# A body with a name whose document it is.
_AUTHOR = re.compile(
    r"(?:[Tt]he )?(?P<author>(?:[A-Z][\w.&-]*|of|the|for|on|and)(?: (?:[A-Z][\w.&-]*|of|the|for|on|and))* [A-Z][\w.&-]*)[’']s? "
)
# A body or person without a name whose it is: "the commission's explanation".
_OWNED = re.compile(r"(?P<who>(?:the|his|her|its|their) [a-z][a-z-]+(?: [a-z-]+)?)[’']s? ", re.IGNORECASE)
# What the speaker of a sentence says something in: "in a statement, the treasury said".
_IN_A = re.compile(r"\b(?:in|via|through) (?:a|an|its|his|her|their|the)(?: [\w’'-]+){0,2}? (?P<noun>[a-zé]+)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:the|an?|its|his|her|their) ", re.IGNORECASE)


def document_in(words: str) -> str | None:
    """Give the noun of a phrase that is a document ("annual report on wells carried out by …"), small and without plural; None where it is none."""
    if _PEOPLE.search(words):
        return None
    whole = _MADE.sub("", words)
    found = _DOCUMENT.search(words) or _DOCUMENT.search(whole) or _DOCUMENT.search(PREPOSITION.split(whole)[0])
    return found.group().lower().rstrip("s") if found else None


class Documents:
    """Answers for one report; remembers whose the last document of each sort was, and which spoke last.

    Attributes:
        last: whose the document is that spoke last.
    """

    def __init__(
        self,
        doc: Doc,
        cast: Cast,
        elsewhere: SpeakersElsewhere,
        *,
        named: Callable[[Span], Part | None],
        described: Callable[[Span], Part | None],
    ) -> None:
        self.doc, self.cast, self.elsewhere = doc, cast, elsewhere
        self._named, self._described = named, described
        self._of_sort: dict[str, Part] = {}
        self._told_by: Span | None = None
        self.last: Part | None = None

    def owner_of(self, noun: str, head: Span, span: Span) -> Part | None:
        """Give whose a document is by its phrase, else whose the last of its sort was; `span` is the whole source."""
        sort = _SORTS.get(noun, noun)
        place = re.search(re.escape(noun.rstrip("y")), head.of(self.doc.text), re.IGNORECASE)
        before = Span(head.start, head.start + (place.start() if place else 0))
        owner = self._author(head) or self._maker(before) or self._owner(head) or self._possessor(head) or self._its(head)
        owner = owner or self._of_sort.get(sort)
        if owner is None and head.of(self.doc.text).lower() == "the document":
            owner = self.last
        self._told_by, self.last = span, owner
        if owner is not None:
            self._of_sort[sort] = owner
        return owner

    def hear(self, speaker: Part, sentence: Span) -> None:
        """Keep whose a document is in which somebody is said to speak: "in a statement, the treasury said"."""
        for match in _IN_A.finditer(self.doc.text, sentence.start, sentence.end):
            noun = document_in(match["noun"])
            if noun is not None and self.doc.quotation_at(match.start()) is None:
                self._of_sort[_SORTS.get(noun, noun)] = speaker

    def is_meant(self, span: Span) -> bool:
        """Tell whether "it" takes up the document that spoke in the sentence before, in one paragraph."""
        told = self._told_by
        if told is None or self.doc.paragraph_number(told.start) != self.doc.paragraph_number(span.start):
            return False
        return 0 <= self.doc.sentence_number(span.start) - self.doc.sentence_number(told.start) <= 1

    def _maker(self, span: Span) -> Part | None:
        """Give the body before the noun of a document: "a Peruvian Health Ministry report", "the police report" of a report about one state."""
        words = span.of(self.doc.text).rstrip()
        bare = _ARTICLE.sub("", words + " ", count=1).strip()
        if key_of(bare) not in body_words() and not _MAKERS.intersection(bare.lower().split()):
            return None
        place = Span(span.start, span.start + len(words))
        named = self._named(place)
        state = self.elsewhere.bare(place) if named is None else None
        body = body_of(bare, state.key) if state is not None else None
        if named is not None or body is None:
            return named
        found = part_of(self.cast, body)
        self.cast.mention(found, place, naming=False)
        return found

    def _author(self, head: Span) -> Part | None:
        """Give the named body whose document it is by a possessive: "the Chad Water Council's yearly report on wells"."""
        owned = _AUTHOR.match(self.doc.text, head.start, head.end)
        if owned is None:
            return None
        span = Span(*owned.span("author"))
        return self._named(span) or self._described(span)

    def _possessor(self, head: Span) -> Part | None:
        """Give whom a possessive without a name means: "the commission's explanation", "the navy's bulletin"."""
        owned = _OWNED.match(self.doc.text, head.start, head.end)
        if owned is None:
            return None
        span = Span(*owned.span("who"))
        return self.elsewhere.of(span) or self._described(span)

    def _its(self, head: Span) -> Part | None:
        """Give whom "its statement" means: the body or state that is subject before."""
        if not re.match(r"(?:its|their) ", head.of(self.doc.text), re.IGNORECASE):
            return None
        found = self.elsewhere.meant.by_possessive(head, of_state=False)
        return found.part if found is not None else None

    def _owner(self, head: Span) -> Part | None:
        private = [m for m, p in self.cast.named_in(head) if p.kind is ActorKind.COUNTRY and _PRIVATE.match(self.doc.text, m.end)]
        if private and not any(m not in private for m, _ in self.cast.named_in(head)):
            return None  # "a survey by a Danish firm" is not Denmark's
        if _ALL_OVER.search(head.of(self.doc.text)):
            return None
        owners = [(m, p) for m, p in self.cast.named_in(head) if self._has(m, head)]
        if owners and (body := self._body_of(owners[-1][0], head)) is not None:
            return body
        if owners:
            return owners[-1][1]
        behind = [
            (m, p)
            for m, p in self.cast.named_in(Span(head.start, head.end))
            if re.search(
                r"\b(?<!cited )(?<!quoted )(?<!seen )(?<!viewed )(?<!obtained )(?:by|from|of)\s+(?:the\s+)?$",
                self.doc.text[head.start : m.start],
            )
        ]
        if behind:
            named = [
                p
                for m, p in self.cast.named_in(Span(behind[-1][0].start, head.end))
                if m.end == head.end and p.kind is not ActorKind.PERSON
            ]
            return named[0] if named else behind[-1][1]
        before = [
            p for _, p in self.cast.named_in(head) if p.kind in (ActorKind.ORGANISATION, ActorKind.OUTLET, ActorKind.COUNTRY)
        ]
        return before[-1] if before else None

    def _body_of(self, owner: Span, head: Span) -> Part | None:
        """Give the body of a state that issues a document: "a statement by Jordan's | Security Directorate |"."""
        if re.search(r"\b(?:by|from) (?:the )?$", self.doc.text[head.start : owner.start]) is None:
            return None
        behind = self.cast.named_in(Span(owner.end, head.end))
        return next((p for m, p in behind if m.end == head.end and p.kind is ActorKind.ORGANISATION), None)

    def _has(self, mention: Span, head: Span) -> bool:
        return self.doc.text[mention.end : mention.end + 3] in ("’s ", "'s ") and mention.end + 2 < head.end
