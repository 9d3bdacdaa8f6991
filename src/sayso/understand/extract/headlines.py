"""Headlines that name who says it without a verb: "Minister: no talks before spring", "No talks before spring – minister".

A headline is the report's title, or a first line that is no sentence. Who is named must be somebody who speaks: a person, an office, a body
of government, witnesses and their like; a place, a topic ("Analysis:") and the outlet's own name say nothing.
"""

from __future__ import annotations

import re

from ...findings.actor import ActorKind
from ...findings.mention import Label
from ...span import Span
from ..doc import Doc
from ..known.actors import find_known
from ..known.offices import office_word, sector_of
from .attribution import Attribution
from .people import titles

BY = "rule:headlines/1"
# Longest headline and longest name of a speaker in it, in words; and longest headline in characters.
LONGEST, LONGEST_SOURCE = 24, 6
LONGEST_LINE = 240
_MARKS = (":", "–", "—", "-")
_LEADING = re.compile(r"(?P<source>[^:;.!?–—“”\"‘]{2,60}?)(?P<cue>:)\s+(?P<content>\S[^:]*)$")
_TRAILING = re.compile(r"(?P<content>\S.*\S)\s+(?P<cue>[–—-])\s(?P<source>[^:;.!?–—“”\"]{2,60}?)\.?$")
_QUESTION = re.compile(
    r"(?:who|what|when|where|why|how|which|is|are|was|were|will|can|could|should|did|does|do|has|have|inside|meet|watch)\b",
    re.IGNORECASE,
)
# "Brandt: the man who built the dam" is about him.
_PORTRAIT = re.compile(r"(?:from\b|(?:the|a|an|his|her|my)\s(?:[\w’'-]+\s){1,3}(?:who|that|which|whose|behind)\b)", re.IGNORECASE)
_DENIES = re.compile(r"[“\"‘']?(?:no|not|never|nothing|nobody|none)\b", re.IGNORECASE)
# Nouns of people and papers that are quoted without a name.
_SPEAKERS = re.compile(
    r"(?:officials?|sources?|witness(?:es)?|residents?|experts?|analysts?|diplomats?|survivors?|police|army|military|navy|rebels?|activists?|"
    r"doctors?|prosecutors?|lawyers?|investigators?|reports?|study|survey|poll|court|judge|ministry|government|opposition|monitors?|observers?|"
    r"envoys?|aides?|scientists?|researchers?|farmers?|workers?|union|watchdog|inquiry|agency|commission|regulator|operator|company|charity)$",
    re.IGNORECASE,
)
_TOPIC = re.compile(
    r"(?:analysis|opinion|comment|exclusive|breaking|live|update[ds]?|video|watch|explainer|profile|obituary|the latest)\b",
    re.IGNORECASE,
)


def headlines(doc: Doc, made: list[Attribution]) -> list[Attribution]:
    """Add what the headline says in somebody's name; a headline in which the head found a word of saying is left as it is.

    What the head makes of a bare colon or dash there is dropped: it takes portraits for speech and runs on into the report.
    """
    line = _headline(doc)
    if line is None:
        return made
    made = [a for a in made if not (a.cue and line.covers(a.cue[0]) and a.cue[0].of(doc.text).strip() in _MARKS)]
    if any(line.overlaps(piece) for one in made for piece in (*one.cue, *one.content)):
        return made
    for pattern in (_LEADING, _TRAILING):
        match = pattern.match(doc.text, line.start, line.end)
        if match is None:
            continue
        source, cue, content = (Span(*match.span(name)) for name in ("source", "cue", "content"))
        if _is_said(doc, content) and speaks(doc, source, is_last=pattern is _TRAILING):
            return sorted([*made, Attribution([source], [cue], [content], 0.7, BY)], key=lambda a: a.anchor)
    return made


def _headline(doc: Doc) -> Span | None:
    """Give the title's place in the text, or the first line if it is no sentence and a text follows; None where it is long."""
    line = doc.report.title_span
    if line is None:
        line = doc.paragraphs[0] if len(doc.paragraphs) > 1 else None
        if line is not None and line.of(doc.text).rstrip("”\"’'").endswith((".", "!", ";", ",")):
            return None
    if line is None or line.end - line.start > LONGEST_LINE or len(line.of(doc.text).split()) > LONGEST:
        return None
    return line


def _is_said(doc: Doc, content: Span) -> bool:
    """Tell whether the words claim something: they have a verb or deny, and neither ask nor announce an article."""
    words = content.of(doc.text)
    if len(words.split()) < 3 or words.rstrip("”\"’' ").endswith("?") or _QUESTION.match(words) or _PORTRAIT.match(words):
        return False
    return bool(_DENIES.match(words)) or any(doc.pos[i] in ("VERB", "AUX") for i in doc.tokens_in(content))


def speaks(doc: Doc, source: Span, *, is_last: bool) -> bool:
    words = source.of(doc.text)
    bare = re.sub(r"^(?:the|a|an)\s+", "", words, flags=re.IGNORECASE)
    last = bare.split()[-1]
    if len(words.split()) > LONGEST_SOURCE or _TOPIC.match(bare):
        return False
    if _SPEAKERS.search(words) or office_word(bare) is not None or (office_word(last) is not None and last.islower()):
        return True
    known = next((k for k in find_known(words) if k.span.end >= len(words) - 1), None)
    if known is not None and not known.ambiguous:
        return known.actor.kind not in (ActorKind.OUTLET, ActorKind.COUNTRY) or (
            is_last and known.actor.kind is ActorKind.COUNTRY
        )
    if sector_of(bare) is not None and last.islower():
        return True
    if is_last and last[:1].isupper():
        return False  # a paper's name, or who wrote it
    return any(n.label is Label.PER and n.span.overlaps(source) for n in doc.names_near(source, reach=1)) or (
        words.split()[0].strip(".").lower() in titles()
    )
