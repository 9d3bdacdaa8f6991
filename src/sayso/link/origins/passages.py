"""Places of a report: the sentence a telling stands in, those after it, and the statements that say it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...findings.reading import Reading
from ...findings.statement import Statement
from ...span import Span, hull
from .terms import is_reporting

# Verbs of saying that say nothing with these words after them, or where no words are quoted: "called up 6,000 reservists".
_NOT_SAYING = re.compile(r"\bcall(?:s|ed|ing)?$|\b(?:up|off|out|in|back|down|together)$", re.IGNORECASE)

# Which part of a telling a statement has to say, 0..1. By judgement.
COVERED = 0.6


def sentence_at(reading: Reading, span: Span) -> Span:
    """Give the sentences a span stands in, as one span; the span itself where the reading has no sentences."""
    inside = [sentence for sentence in reading.sentences if sentence.overlaps(span)]
    return hull(inside) if inside else span


def sentences_after(reading: Reading, sentence: Span) -> Sequence[Span]:
    """Give the sentences that follow, in order."""
    return [later for later in reading.sentences if later.start >= sentence.end]


def says(statement: Statement, span: Span) -> bool:
    """Tell whether a statement says what stands at a span: most of it, so that "Vadia called up reservists" is not Vadia's own word."""
    shared = sum(max(0, min(piece.end, span.end) - max(piece.start, span.start)) for piece in statement.content)
    return shared >= COVERED * (span.end - span.start)


def sayings(reading: Reading) -> list[Statement]:
    """Give the statements that say something; left out are parts of what is told that were taken for a saying."""
    return [statement for statement in reading.statements if not _is_misread(statement, reading.report.text)]


def _is_misread(statement: Statement, text: str) -> bool:
    """Tell whether the cue is no verb of saying: of itself, or by the lexicon where it stands in another statement or rules no clause."""
    if any(piece.end < len(text) and text[piece.end - 1 : piece.end + 1].isalpha() for piece in statement.source):
        return True  # it ends within a word
    if _is_subject(statement, text):
        return True
    if not statement.cue or any("“" in piece.of(text) or '"' in piece.of(text) for piece in statement.content):
        return False
    cue = " ".join(piece.of(text) for piece in statement.cue)
    if _NOT_SAYING.search(cue):
        return True
    is_plain = bool(statement.source) and statement.source[0].start < statement.cue[0].start < statement.content[0].start
    has_clause = statement.content[0].of(text).startswith("that ")
    return (statement.within is not None or (is_plain and not has_clause)) and not is_reporting(cue)


def _is_subject(statement: Statement, text: str) -> bool:
    """Tell whether the source is the subject of what is told: right before it, with the cue after both."""
    if not (statement.source and statement.cue):
        return False
    gap = text[statement.source[-1].end : statement.content[0].start]
    return gap.strip() == "" and statement.source[-1].end <= statement.content[0].start < statement.cue[0].start
