"""Who was asked and gave no answer, told without a verb of his: "There was no comment from the palace", "Calls to the port went unanswered".

    There was no COMMENT from SOURCE          No COMMENT was available from SOURCE
    SOURCE had no COMMENT                     SOURCE was not available FOR COMMENT
    REQUESTS FOR COMMENT to SOURCE went unanswered      There was no word from SOURCE on THE MATTER
What the head or another rule found there stays as it is. "No word from the missing crew" is no silence toward a question and is not found, nor is
"no reaction from the markets", a patient's lack of response or an emergency call: without "comment" only who holds an office, a body and a name were
asked. "If there is no reply" tells no silence either.
"""

from __future__ import annotations

import re

from ...findings.mention import Label
from ...findings.statement import Act
from ...span import Span, SpanSet
from ..chains.mention import Being
from ..chains.words import being_of
from ..doc import Doc
from ..known.offices import office_word
from ..phrases import noun_phrase_after
from .attribution import Attribution
from .silent_sources import silent_source

BY = "rule:unanswered/1"
CONFIDENCE = 0.75
_WORDS = r"(?P<words>(?:immediate |official |further |public |formal |initial )*(?:comments?|reaction|response|reply))"
# What follows is who keeps silent.
_FROM = (
    re.compile(rf"\bthere (?P<cue>(?:was|were|is|has been|have been|had been) no) {_WORDS} (?:\w+ )?from ", re.IGNORECASE),
    re.compile(
        rf"\bno {_WORDS} (?P<cue>(?:was|were) (?:immediately )?(?:available|forthcoming)|came) from ",
        re.IGNORECASE,
    ),
)
# "There was no word from the palace **on the raid**": what it is about is the content.
_NO_WORD = re.compile(
    r"\b(?P<cue>(?:there (?:was|were|is|has been|had been) )?no (?:immediate |official |public |further |clear )*word) from ",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r" (?:on|about|as to|regarding) (?P<words>(?!\w+day\b)[^.,;:!?“”\"]{4,100})|,? (?P<whether>(?:whether|who|why|how|what|where|when) [^.,;:!?“”\"]{4,100})"
)
_TO = re.compile(
    r"\b(?P<words>(?:repeated |several |phone )*(?:requests|calls|messages|emails|e-mails|questions|inquiries)(?: for (?:further )?comment)?)(?: sent| put| made)? to ",
    re.IGNORECASE,
)
_UNRETURNED = re.compile(
    r"\s*(?P<cue>(?:was|were) not (?:immediately )?(?:returned|answered)|went unanswered|remained unanswered|got no (?:answer|reply|response))\b"
)
# What stands before is who keeps silent.
_BEFORE = (
    re.compile(
        rf"\b(?P<cue>(?:had|has|have) no) {_WORDS}(?=[.,;]| (?:so far|yet|at once|to make|on [A-Z]\w+day)\b|$)", re.IGNORECASE
    ),
    re.compile(
        r"\b(?P<cue>(?:was|were|is|are)(?: not|n[’']t) (?:immediately )?(?:available|reachable)|(?:was|were) (?:immediately )?(?:unavailable|unreachable)) "
        r"(?P<words>for (?:further )?comment)\b",
        re.IGNORECASE,
    ),
)
# "The home secretary could not be reached": of those who hold an office or answer for others; a village or a miner may be out of reach too.
_UNREACHED = re.compile(
    r"\b(?P<cue>could(?: not|n[’']t) (?:immediately )?be) (?P<words>reached)(?=[.,;]|$| by (?:tele)?phone| on [A-Z]\w+day| (?:at once|late|for hours)\b)"
)
_ANSWERING = frozenset(
    "lawyer lawyers attorney attorneys aide aides official officials representative representatives executive executives owner owners".split()
)
# What stands for who works there.
_STANDING_FOR = frozenset("palace presidency opposition airline operator regulator side".split())
_COMMENT = re.compile(r"\bcomments?$", re.IGNORECASE)
_IF = re.compile(r"\b(?:if|unless|whether|until)\b[^,;:]*$", re.IGNORECASE)
_LEADING = frozenset(("to", "on", "about", "over"))
_HINT = re.compile(r"\bno\b|\bnot\b|n[’']t\b|\bun", re.IGNORECASE)


def unanswered(doc: Doc, made: list[Attribution]) -> list[Attribution]:
    """Add the silences that are told so, of whoever stands there by name or noun."""
    taken = SpanSet(piece for one in made for piece in one.cue)
    added = []
    for sentence in doc.sentences:
        if _HINT.search(doc.text, sentence.start, sentence.end) is None:
            continue
        for source, cue, words in _told(doc, sentence):
            if not taken.touching(cue) and doc.quotation_at(cue.start) is None:
                added.append(Attribution([source], [cue], [words], CONFIDENCE, BY, act=Act.SILENT))
                taken.add(cue)
    if not added:
        return made
    silent = SpanSet(one.source[0] for one in added)
    kept = [one for one in made if not (one.source and silent.touching(one.source[0]) and _is_mere_preposition(doc, one))]
    return sorted([*kept, *added], key=lambda one: one.anchor)


def _is_mere_preposition(doc: Doc, one: Attribution) -> bool:
    """Tell whether the head took for a cue what only leads to the matter: "no response from the palace *to* the letter"."""
    return len(one.cue) == 1 and one.cue[0].of(doc.text).lower() in _LEADING


def _told(doc: Doc, sentence: Span) -> list[tuple[Span, Span, Span]]:
    """Give source, cue and content of each silence of a sentence."""
    found: list[tuple[Span | None, Span, Span]] = []
    for pattern in _FROM:
        for match in pattern.finditer(doc.text, sentence.start, sentence.end):
            found.append((_behind(doc, match.end(), sentence), Span(*match.span("cue")), Span(*match.span("words"))))
    for pattern in _BEFORE:
        for match in pattern.finditer(doc.text, sentence.start, sentence.end):
            source = silent_source(doc, match.start("cue"), sentence)
            found.append((source, Span(*match.span("cue")), Span(*match.span("words"))))
    for match in _UNREACHED.finditer(doc.text, sentence.start, sentence.end):
        source = silent_source(doc, match.start("cue"), sentence)
        noun = _head_noun(source.of(doc.text)) if source is not None else ""
        if noun in _ANSWERING or office_word(noun) is not None:
            found.append((source, Span(*match.span("cue")), Span(*match.span("words"))))
    for match in _TO.finditer(doc.text, sentence.start, sentence.end):
        source = _behind(doc, match.end(), sentence)
        told = _UNRETURNED.match(doc.text, source.end, sentence.end) if source is not None else None
        if told is not None:
            found.append((source, Span(*told.span("cue")), Span(*match.span("words"))))
    found += _no_word(doc, sentence)
    return [
        (source, cue, words)
        for source, cue, words in found
        if source is not None and _was_asked(doc, source, words) and not _is_supposed(doc, sentence, source, cue, words)
    ]


def _no_word(doc: Doc, sentence: Span) -> list[tuple[Span | None, Span, Span]]:
    """Give "no word from SOURCE" with what it is about, where that is told: of who is only missed nobody asked anything."""
    found: list[tuple[Span | None, Span, Span]] = []
    for match in _NO_WORD.finditer(doc.text, sentence.start, sentence.end):
        source = _behind(doc, match.end(), sentence)
        about = _ABOUT.match(doc.text, source.end, sentence.end) if source is not None else None
        if about is not None:
            found.append((source, Span(*match.span("cue")), Span(*about.span("words" if about["words"] else "whether"))))
    return found


def _was_asked(doc: Doc, source: Span, words: Span) -> bool:
    """Tell whether a silence is one toward a question: "comment" says so, and else who is silent, who could be asked."""
    if _COMMENT.search(words.of(doc.text)) or words.of(doc.text).lower() == "reached":
        return True
    before = doc.tokens_in(words).start - 1
    if before >= 0 and words.of(doc.text).endswith("s") and doc.pos[before] in ("ADJ", "NOUN"):
        return False  # "emergency calls to the police"
    noun = _head_noun(source.of(doc.text))
    if noun in _ANSWERING | _STANDING_FOR or office_word(noun) is not None or being_of(noun) is Being.BODY:
        return True
    head = Span(source.start, source.start + len(_head(source.of(doc.text))))
    return any(n.label in (Label.PER, Label.ORG, Label.LOC) and n.span.overlaps(head) for n in doc.names_near(head))


def _is_supposed(doc: Doc, sentence: Span, *parts: Span) -> bool:
    """Tell whether a silence is only thought of: "if there is no reply from the port, …"."""
    return _IF.search(doc.text, sentence.start, min(part.start for part in parts)) is not None


def _head(words: str) -> str:
    return re.split(r" (?:for|of|at|from|in)\b", words, maxsplit=1)[0]


def _head_noun(words: str) -> str:
    """Give the noun a phrase is about: "spokesman" of "a spokesman for the port"."""
    return _head(words).rsplit(" ", 1)[-1].lower()


def _behind(doc: Doc, place: int, sentence: Span) -> Span | None:
    """Give the noun phrase that begins right there."""
    source = noun_phrase_after(doc, place, ceiling=sentence.end)
    return source if source is not None and not doc.text[place : source.start].strip() else None
