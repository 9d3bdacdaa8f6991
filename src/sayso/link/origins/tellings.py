"""Readings and one telling → all tellings of the same claim among them, by the words they share. To be replaced by the linking of claims.

A report is asked by its first sentence, by what it says that others say, and, more strictly, by the rest. Words gained from one
telling help to know the next, until no more is found: other wordings of one claim share too little with each alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...findings.reading import Reading
from ...findings.statement import Act, Statement
from ...span import Span
from .forms import SPEAKING
from .mastheads import Mastheads
from .origin import Telling
from .passages import sayings, sentence_at
from .phrases import CITING, SIGNED
from .stance import takes_no_side
from .terms import numbers_in, terms_of

# Which part of a sentence's terms must be known from tellings found so far, 0..1. Set on the part "tune" of benchmarks/origins, where a
# report of something else in the same town reaches 0.29.
FIRST_SHARE, SAID_SHARE, OTHER_SHARE = 0.38, 0.45, 0.6
# With a headline most of whose terms are known, less is asked of the first sentence.
HEADLINE_SHARE, FIRST_SHARE_UNDER_HEADLINE = 0.6, 0.3
MIN_SHARED, MIN_SHARED_OTHER = 2, 3
# What says from whom a sentence is, before or after what is told.
_ASIDE = re.compile(
    r"^(?:as|according to|citing|quoting|speaking) [^,]+,|,? \b(?:as|according to|citing|quoting|asking) [^,]+$|\bcit(?:ing|es) [^,]+,|\bwho\b[^,]+|^[^:“”]{3,80}: ?(?=[“\"])",
    re.IGNORECASE,
)
# The words after a verb of saying that tell where and when it was said.
_CUE_ENDS = re.compile(
    r"(?: (?:on|in|via|to|at|through|late|early|earlier|yesterday|today)\b[^,.:;“”\"]*?)?(?= that\b|[,.:;“”\"]|$)"
)
_FEWEST_TERMS, _FEWEST_WORDS = 3, 6
_NEGATION = re.compile(
    r"\b(?:not|no|never|nobody|none|nothing|neither|nor|without)\b(?! longer| only| more| other| less)|n['’]t\b", re.IGNORECASE
)
_ENDING = re.compile(
    r"\b(?:stop|ban|halt|end|clos|ceas|suspend|block|forb[ia]d|prohibit|cancel|deni|refus|fail|lack|los[et])\w*|\bno (?:longer|more)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    telling: Telling
    terms: frozenset[str]
    headline: frozenset[str]
    is_first: bool
    is_said: bool


def tellings_of(readings: Sequence[Reading], report: str, span: Span, mastheads: Mastheads) -> list[Telling]:
    """Give the tellings of the claim that is told at a span of one report, that one among them.

    Raises KeyError where no reading has that id.
    """
    by_id = {reading.id: reading for reading in readings}
    seed = Telling(by_id[report], span)
    known = terms_of(_told(seed.reading, span, mastheads))
    candidates = [each for reading in readings for each in _candidates(reading, mastheads, known) if _is_other(each, seed)]
    candidates = [each for each in candidates if _may_be_told(each, seed, known, mastheads)]
    found, headlines = [seed], terms_of(seed.reading.report.title or "")
    while True:
        taken = [each for each in candidates if _is_known(each, known, known | headlines)]
        if not taken:
            return sorted(found, key=lambda telling: (telling.report, telling.span))
        found += [each.telling for each in taken]
        candidates = [each for each in candidates if each not in taken]
        known = known.union(*(each.terms for each in taken))
        headlines = headlines.union(*(each.headline for each in taken if each.is_first))


def _is_known(candidate: _Candidate, known: frozenset[str], with_headlines: frozenset[str]) -> bool:
    shared = candidate.terms & known
    share = len(shared) / max(1, len(candidate.terms))
    if candidate.is_first:
        headline = len(candidate.headline & with_headlines) / max(1, len(candidate.headline))
        needed = FIRST_SHARE_UNDER_HEADLINE if headline >= HEADLINE_SHARE else FIRST_SHARE
        if len(shared) < MIN_SHARED_OTHER and not candidate.is_said and headline < HEADLINE_SHARE:
            needed = SAID_SHARE
        return len(shared) >= MIN_SHARED and share >= needed
    if candidate.is_said:
        return len(shared) >= MIN_SHARED and share >= SAID_SHARE
    return len(shared) >= MIN_SHARED_OTHER and share >= OTHER_SHARE


def _may_be_told(candidate: _Candidate, seed: Telling, known: frozenset[str], mastheads: Mastheads) -> bool:
    """Tell whether figures and negation agree with the claim, and who speaks stands by it."""
    numbers, wanted = numbers_in(candidate.terms), numbers_in(known)
    if numbers and wanted and not numbers & wanted:
        return False
    reading, span = candidate.telling.reading, candidate.telling.span
    own = frozenset(s.act for s in seed.reading.statements if any(piece.overlaps(seed.span) for piece in s.content))
    if takes_no_side(reading, span, own - {Act.DENY, Act.DECLINE, Act.SILENT}):
        return False
    mine, other = _told(seed.reading, seed.span, mastheads), _told(reading, span, mastheads)
    if _ENDING.search(mine) or _ENDING.search(other):
        return True
    return bool(_NEGATION.search(mine)) == bool(_NEGATION.search(other))


def _is_other(candidate: _Candidate, seed: Telling) -> bool:
    return candidate.telling.reading is not seed.reading or not sentence_at(seed.reading, seed.span).overlaps(
        candidate.telling.span
    )


def _candidates(reading: Reading, mastheads: Mastheads, claim: frozenset[str]) -> Iterator[_Candidate]:
    title = reading.report.title_span
    headline = terms_of(reading.report.title or "")
    is_first = True
    for sentence in _sentences(reading):
        if title is not None and title.covers(sentence):
            continue
        span = _said(reading, sentence, claim)
        terms = terms_of(_told(reading, span or sentence, mastheads))
        if len(terms) < _FEWEST_TERMS and not span:
            continue
        yield _Candidate(Telling(reading, span or sentence), terms, headline, is_first, span is not None)
        is_first = False


def _said(reading: Reading, sentence: Span, claim: frozenset[str]) -> Span | None:
    """Give what is said in a sentence: what has most of the claim, of that the innermost; None where nothing is said."""
    pieces = [
        [Span(max(p.start, sentence.start), min(p.end, sentence.end)) for p in s.content if p.overlaps(sentence)]
        for s in sayings(reading)
        if not _names_a_source(s, reading)
    ]
    spans = [max(each, key=lambda piece: piece.end - piece.start) for each in pieces if each]
    long = [span for span in spans if len(terms_of(span.of(reading.report.text))) >= _FEWEST_TERMS]
    text = reading.report.text
    best = min(long, key=lambda s: (-len(terms_of(s.of(text)) & claim), s.end - s.start, s.start), default=None)
    if best is None or 2 * len(terms_of(best.of(text)) & claim) < len(terms_of(sentence.of(text)) & claim):
        return None
    return best


def _names_a_source(statement: Statement, reading: Reading) -> bool:
    """Tell whether a statement says no more than from whom something is: "citing a source it does not name"."""
    cue = statement.cue[0].of(reading.report.text) if statement.cue else ""
    return bool(CITING.match(cue)) and not cue.casefold().startswith("according")


def _told(reading: Reading, span: Span, mastheads: Mastheads) -> str:
    """Give the words of a span without those that say who tells it."""
    text = reading.report.text
    is_said = any(piece.covers(span) for s in sayings(reading) for piece in s.content)
    out = [] if is_said else [piece for s in sayings(reading) for piece in (*s.source, *s.cue) if piece.overlaps(span)]
    if not is_said:
        out += [Span(found.start() + span.start, found.end() + span.start) for found in _ASIDE.finditer(span.of(text))]
        if not out:
            out = [Span(at.start + span.start, at.end + span.start) for at in _speaker(span.of(text))]
    out += [named.span for named in mastheads.named_in(text, span)]
    words = list(span.of(text))
    for piece in out:
        for at in range(max(piece.start, span.start), min(piece.end, span.end)):
            words[at - span.start] = " "
    return re.sub(r"^.{0,60}?[)/] ?[-–—:]+ ", "", "".join(words))


def _speaker(words: str) -> Iterator[Span]:
    """Give who speaks by the form of a sentence in which no statement was recognised: ", Dora Wick, the mayor of Gost, wrote on Chirper"."""
    for found in SPEAKING.finditer(words):
        rest = _CUE_ENDS.match(words, found.end())
        yield Span(found.start(), rest.end() if rest else found.end())


def _sentences(reading: Reading) -> list[Span]:
    """Give the sentences, with those that were marked as furniture for the credit at their end; lines where there are no sentences."""
    text = reading.report.text
    if not reading.sentences:
        return [Span(*found.span()) for found in re.finditer(r"[^\n]*\S[^\n]*", text)]
    signed = [
        span for span in reading.report.furniture if SIGNED.search(span.of(text)) and len(span.of(text).split()) >= _FEWEST_WORDS
    ]
    return sorted({*reading.sentences, *signed})
