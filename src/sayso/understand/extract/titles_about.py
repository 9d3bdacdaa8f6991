"""A person of the cast → what the report calls him beside his name, and what sort of title that is. Words around one mention in, a `Title` out; no body is looked for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...span import Span
from ..doc import Doc
from ..known.offices import marks
from ..known.words import key_of
from ..phrases import noun_phrase_before
from .cast import Part

# Words of titles by what sort they are, the first that is met counts.
_SORTS = (
    ("speak", r"spokes\w+|press secretary|(?:press|information|media) officer|speaks for"),
    ("press", r"columnist|editor\w*|correspondent|reporter|cartoonist|journalist|publisher|newsreader"),
    ("scholar", r"professor|historian|lecturer|analyst|researcher|fellow|economist|expert|scholar|scientist|strategist|studies|teaches"),
    ("law", r"lawyers?|counsel|attorney|advocate|barrister"),
    ("court", r"judge|justice|prosecutor|ombudsman|ombudswoman|magistrate|clerk"),
    ("mp", r"(?-i:[Dd]eputy (?=[A-Z]))|lawmaker|MP|MLA|senator|legislator|councill?or|backbencher|(?-i:Representative (?=[A-Z]))|member of parliament|duma member|Rep\."),
    ("local", r"mayor|governor|mukhtar|commissioner"),
    ("minister", r"minister|undersecretary|under secretary|(?:foreign|home|defence|permanent|assistant|under|state|deputy) secretary|prime minister|(?-i:President(?= [A-Z]))|premier"),
    ("lead", r"leader|chair\w*|head|heads|president|chief|director|secretary|boss|founder|leads|chairs|commands|heads|runs"),
    ("rank", r"general|gen|colonel|col|captain|capt|major|maj|brigadier|brig|lieutenant|lt|commander|admiral|commodore|sergeant|marshal|corporal|officer|inspector|superintendent|private"),
    ("official", r"official|advis[eo]r|aide|envoy|delegate|negotiator|representative|coordinator|secretary|engineer|liaison officer|diplomat|ambassador"),
    ("firm", r"manager|owner|executive|operator|trader|broker|runs"),
    ("sport", r"coach|midfielder|striker|goalkeeper|skipper|player|bowler|footballer"),
    ("clergy", r"bishop|archbishop|monsignor|father|imam|priest|sheikh|pastor|monk|cardinal"),
    ("member", r"member|fighter|activist|organiser|organizer|elder|candidate|staff|deputy"),
)  # fmt: skip
_FOUND = tuple((sort, re.compile(rf"\b(?:{words})(?!\w)", re.IGNORECASE)) for sort, words in _SORTS)
_AFTER = re.compile(
    r"\s*(?:,\s+(?:\d{1,3},\s+)?(?:an?|the|who|its|their|for)\b|(?:,\s+)?(?:of|for|from|at)\b|\s+of\b)[^.;:!?“”\"()\n]{2,90}"
)
_OWNER = re.compile(r"\b(its|their|his|her)\b", re.IGNORECASE)
_FORMER = re.compile(
    r"\b(?:former\w*|ex|retired|once|late|deposed|ousted|onetime|dismissed|sacked|suspended|expelled)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Title:
    """What somebody is called.

    Attributes:
        name: where he is named; phrase: the words before the name that say what he is, the name itself where there are none.
        sort: what sort of title it is, "" for none.
        owner, article: "its", "the" or the like at its beginning; "" for none.
        nouns: the words of the phrase and of what explains the name after it, small.
    """

    name: Span
    phrase: Span
    sort: str
    owner: str
    article: str
    nouns: tuple[str, ...]
    is_former: bool
    is_named: bool

    @property
    def start(self) -> int:
        """Where the first of its words begins."""
        return min(self.name.start, self.phrase.start)

    @property
    def end(self) -> int:
        """Where its last word ends."""
        return max(self.name.end, self.phrase.end)


def title_of(doc: Doc, person: Part) -> Title:
    """Give the title of a person at his first naming, else at his first mention."""
    name = min(person.naming, default=min(person.mentions, default=Span(0, 1)))
    sentence = doc.sentence_at(name.start)
    is_named = name.of(doc.text)[:1].isupper() and " " in person.name
    phrase = _phrase(doc, name, sentence) if is_named else name
    after = _AFTER.match(doc.text, name.end, sentence.end)
    tail = Span(*after.span()).of(doc.text) if after is not None else ""
    lead = doc.text[phrase.start : name.start] if phrase.start < name.start else "" if is_named else name.of(doc.text)
    sort = next((s for words in (lead, tail) for s, found in _FOUND if found.search(words)), "")
    owner = _OWNER.search(lead or "")
    first = lead.split()[0].lower() if lead.split() else ""
    held = [o for o in person.offices if o.source == "report"]
    former = any(o.former for o in held) or _FORMER.search(lead) is not None
    return Title(
        name,
        phrase,
        sort,
        owner[1].lower() if owner is not None else "",
        first if first in ("the", "a", "an") else "",
        tuple(key_of(f"{lead} {tail}").split()),
        former or any(marks().get(key_of(w)) == "former" for w in lead.split()),
        is_named,
    )


def sorts_of(words: str) -> list[str]:
    """Give all sorts of titles that words name."""
    return [sort for sort, found in _FOUND if found.search(words)]


def _phrase(doc: Doc, name: Span, sentence: Span) -> Span:
    """Give the words before a name that belong to it: "a party official in Oslo, | NAME |", "Its spokesman, Captain | NAME |"."""
    before = noun_phrase_before(doc, name.start, floor=sentence.start)
    start = before.start if before is not None and not doc.text[before.end : name.start].strip() else name.start
    if doc.text[max(0, start - 2) : start] == ", ":
        outer = noun_phrase_before(doc, start - 2, floor=sentence.start)
        outer = _past_link(doc, outer, sentence) if outer is not None else None
        if outer is not None and start - outer.end == 2:
            return Span(outer.start, name.start)
    return Span(start, name.start) if start < name.start else name


def _past_link(doc: Doc, phrase: Span, sentence: Span) -> Span:
    """Give a noun phrase with what it hangs on: "a party official in | Oslo |", "a spokeswoman for | the force |"."""
    link = re.compile(r"\s(?:of|for|in|at|from|to)\s$").search(doc.text, max(sentence.start, phrase.start - 6), phrase.start)
    head = noun_phrase_before(doc, link.start(), floor=sentence.start) if link is not None else None
    return Span(head.start, phrase.end) if head is not None and link is not None and link.start() == head.end else phrase
