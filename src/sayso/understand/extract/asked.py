"""A question told before who does not answer it → the silence, with the question for its content: "Asked whether ships had left, she declined to comment".

The head finds "asked" for a cue without a source, and the matter in one statement and the silence in another. Cases: cases/statements.yml.
"""

from __future__ import annotations

import re

from ...findings.statement import Act
from ...span import Span
from ..doc import Doc
from .attribution import Attribution

BY = "rule:asked/1"
CONFIDENCE = 0.75
_ASKED = re.compile(
    r"[“\"‘]?(?:When |Once |But |And |Yet )*(?:[Aa]sked|[Pp]ressed|[Qq]uestioned|[Qq]uizzed)(?: (?:by [^,“”\"]{3,40}?|on \w+day|repeatedly|twice|again|directly))*"
    r"(?: (?:on|about))? (?P<matter>(?:whether|if|why|how|when|where|who|what|which)\b)"
)
_SILENT = re.compile(
    r"(?P<source>(?=\S)(?:[^,;:“”\"]{2,80}?|[^,;:“”\"]{2,80}?, [^,;:“”\"]{2,60},)) "
    r"(?P<cue>did(?: not|n[’']t) (?:answer|reply|respond)(?: directly| clearly| at once)?|gave no (?:direct |clear |straight )?(?:answer|reply)"
    r"|(?:refused|declined) to (?:answer|reply|respond|say|comment|be drawn)|(?:would|could)(?: not|n[’']t) (?:say|answer|comment)|(?:had|made|offered) no comment"
    r"|(?:dodged|evaded|sidestepped|avoided|ducked) the question)(?=[.,;]|$| but\b| and\b)"
)
_LINKS = frozenset("which who and or as but while though although yet because so".split())
# A content that only repeats that nothing is said.
_EMPTY = re.compile(r"(?:to )?(?:comment|answer|say|reply|respond|be drawn)?(?: on (?:it|that|this|the matter))?")


def asked(doc: Doc, made: list[Attribution]) -> list[Attribution]:
    """Give the silences toward a question told before them that question for their content; what "asked" alone was taken for is left out."""
    for sentence in doc.sentences:
        match = _ASKED.match(doc.text, *sentence)
        if match is not None:
            made = _answered(doc, made, sentence, match.start("matter"))
    return made


def _answered(doc: Doc, made: list[Attribution], sentence: Span, start: int) -> list[Attribution]:
    commas = [m.start() for m in re.finditer(r", ", doc.text[start : sentence.end])]
    for comma in (start + place for place in commas):
        told = _SILENT.match(doc.text, comma + 2, sentence.end)
        if told is None or not _is_source(doc, Span(*told.span("source"))):
            continue
        source, cue, matter = Span(*told.span("source")), Span(*told.span("cue")), Span(start, comma)
        over = [one for one in made if any(piece.overlaps(cue) for piece in one.cue)]
        if any(matter.covers(one.extent) and ", " in doc.text[matter.start : one.anchor] for one in made):
            return made  # "Asked why it had closed, the firm said …, while the union did not answer"
        if any(not _EMPTY.fullmatch(piece.of(doc.text)) and piece.start > comma for one in over for piece in one.content):
            return made  # "declined to say who had sent them"
        kept = [one for one in made if one not in over and not _is_question(doc, one, sentence, matter)]
        source_at = over[0].source if over and over[0].source else [source]
        found = Attribution(source_at, over[0].cue if over else [cue], [matter], CONFIDENCE, BY, act=Act.DECLINE)
        return sorted([*kept, found], key=lambda one: one.anchor)
    return made


def _is_source(doc: Doc, words: Span) -> bool:
    """Tell whether words before a silence are whose it is: no clause, and none that begins with a link."""
    inside = doc.tokens_in(words)
    return doc.low(inside[0]) not in _LINKS and not any(doc.pos[i] in ("VERB", "AUX") for i in inside) if len(inside) else False


def _is_question(doc: Doc, one: Attribution, sentence: Span, matter: Span) -> bool:
    """Tell whether an attribution is only that something was asked, which by nobody is said."""
    is_it = any(piece.overlaps(matter) for piece in one.content) and all(sentence.covers(piece) for piece in one.content)
    return is_it and all(piece.of(doc.text).lower() in ("asked", "pressed", "questioned", "quizzed") for piece in one.cue)
