"""Who is reported not to have spoken: "has not denied", "declined to comment", "could not be reached". Finds what the head left open.

Patterns are closed lists of verbs of speech with their negation; "refused to leave" is no statement and is not found.
"""

from __future__ import annotations

import re

from ...findings.statement import Act
from ...span import Span
from ..doc import Doc
from .attribution import Attribution
from .silent_sources import silent_source

BY = "rule:withheld_speech/1"

_ADVERB = r"(?:\w+ly |yet |so far |publicly |even )?"
_SAY = r"comment|respond|reply|answer|say|confirm|deny|elaborate|discuss|specify|disclose|speak|explain|clarify"
_SAID = r"commented|responded|replied|answered|confirmed|denied|elaborated|acknowledged|said"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # has not denied the reports
        rf"(?P<cue>\b(?:has|have|had)(?:n[’']t| not| never) {_ADVERB}(?:{_SAID})(?: on| to)?)\b(?P<rest>[^.;:!?“”\"]*)",
        rf"(?P<cue>\b(?:did|does|do)(?:n[’']t| not) {_ADVERB}(?:{_SAY}|return)(?: on| to)?)\b(?P<rest>[^.;:!?“”\"]*)",
        rf"(?P<cue>\b(?:declin|refus)(?:ed|es|ing))\b(?P<rest> (?:requests? |repeated requests? )?to (?:{_SAY}|be (?:interviewed|named|drawn)|give (?:details|reasons)|provide (?:details|comment))\b[^.;:!?“”\"]*)",
        r"(?P<cue>\bcould(?:n[’']t| not) (?:immediately )?be reached)\b(?P<rest> for (?:further )?comment[^.;:!?“”\"]*)",
        rf"(?P<cue>\bwould neither confirm nor deny|\bneither confirmed nor denied|\bwould(?:n[’']t| not) (?:{_SAY}|be drawn(?= on\b| about\b))(?: on| to| about)?)\b(?P<rest>[^.;:!?“”\"]*)",
        rf"(?P<cue>\b(?:has|have|had) yet to (?:{_SAY})(?: on| to)?)\b(?P<rest>[^.;:!?“”\"]*)",
        # has published nothing on the matter
        r"(?P<cue>\b(?:has|have|had) (?:said|published|disclosed|revealed|released|announced) nothing)\b(?P<rest> (?:on|about) [^.;:!?“”\"]*)",
        # told reporters nothing
        r"(?<!was )(?<!were )(?<!been )(?P<cue>\b(?:said|says|told|tells))\b(?: reporters| journalists| the press)?(?P<rest> nothing)\b"
        r"(?=(?: (?:more|further|at all|else))?(?:[.,;]|$| (?:for|until|and|in|after|but|yet)\b))",
    )
)
_WHO = re.compile(r"(?<=, )(?P<who>who) $")
# One of these stands in each of them.
_HINT = re.compile(r"n[’']t| not| never|declin|refus|neither| yet |nothing", re.IGNORECASE)
_CLAUSE_END = re.compile(r",| (?:but|and|while|although|though|however|after|before|when|because|as|saying)\b", re.IGNORECASE)
# "did not say/speak" with these is about something else than silence toward a question.
_NEEDS_OBJECT = re.compile(
    r"\b(?:has|have|had|did|does|do)\b.*\b(?:say|said|speak|spoke|explain|discuss|answer|return|respond|responded)\b",
    re.IGNORECASE,
)
# "respond" and "return" are of speech only with a request: a patient does not respond to treatment.
_ANSWERING = re.compile(r"\b(?:respond(?:ed)?|return(?:ed)?|repl(?:y|ied))(?: to)?$", re.IGNORECASE)
_REQUEST = re.compile(
    r"request|question|call|message|email|e-mail|inquir|enquir|comment|letter|allegation|accusation|claim", re.IGNORECASE
)
_ASKED = re.compile(
    r"^\s*(?:to|on|whether|how|why|who|what|where|when|if|which|about)\b|request|question|call|message|email|inquir",
    re.IGNORECASE,
)


def withheld(doc: Doc, made: list[Attribution]) -> list[Attribution]:
    """Add the silences the head left open; a place where it found a cue is left as it is."""
    taken = [piece for one in made for piece in one.cue]
    found = list(made)
    for sentence in doc.sentences:
        words = sentence.of(doc.text)
        for pattern in _PATTERNS if _HINT.search(words) else ():
            for match in pattern.finditer(words):
                cue = Span(sentence.start + match.start("cue"), sentence.start + match.end("cue"))
                if any(cue.overlaps(t) for t in taken) or doc.quotation_at(cue.start) is not None:
                    continue
                one = _attribution(doc, sentence, cue, match)
                if one is not None and not _is_told(doc, one, made):
                    found.append(one)
                    taken.append(cue)
    return sorted(found, key=lambda a: a.anchor)


def _is_told(doc: Doc, one: Attribution, made: list[Attribution]) -> bool:
    """Tell whether the silence is itself what somebody says of himself: "the port said it would not comment" is one statement."""
    if not re.fullmatch(r"(?:it|he|she|they|we|i)", one.source[0].of(doc.text), re.IGNORECASE):
        return False
    start = one.source[0].start
    return any(0 <= start - c.start <= 6 and c.end >= one.cue[0].end for a in made for c in a.content)


def _attribution(doc: Doc, sentence: Span, cue: Span, match: re.Match[str]) -> Attribution | None:
    rest = match.group("rest")
    if _ANSWERING.search(match.group("cue")) and rest.strip() and not _REQUEST.search(rest):
        return None
    if _NEEDS_OBJECT.search(match.group("cue")) and not _ASKED.search(match.group("cue")[-3:] + rest):
        return None
    end = _CLAUSE_END.search(rest, 1)
    words = rest[: end.start()] if end else rest
    content = words.strip()
    if not content:
        return None
    begin = sentence.start + match.start("rest") + len(rest) - len(rest.lstrip())
    who = _WHO.search(doc.text, max(sentence.start, cue.start - 6), cue.start)
    source = Span(*who.span("who")) if who is not None else silent_source(doc, cue.start, sentence)
    if source is None or doc.quotation_at(source.start) is not None:
        return None
    return Attribution(
        [source],
        [cue],
        [Span(begin, begin + len(content))],
        0.75,
        BY,
        act=Act.SILENT if "nothing" in match.group("cue") else None,
    )
