"""What the head found and left without words: a cue with its source, whose content is the clause before, or the one after.

    CLAUSE, SOURCE told ADDRESSEE.        the clause before, where source and cue end the sentence
    SOURCE accused SOMEBODY of DOING IT.  the clause after, for verbs whose act says what is done with it
    WORDS, according to SOURCE            words and source of the head right beside the cue, which it tied to the cue of another sentence
    "WORDS!" SOURCE chanted …             a quotation right before a speaker and a verb of speech that the head passed over
    CLAUSE, SUBJECT told ADDRESSEE.       the same by the syntax alone, where the head passed over the whole sentence
    SOURCE has not commented.             a silence that has no object
    Calls have grown for THING.           a demand of nobody named
Nothing is added where the sentence already has words for that cue.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from ...findings.statement import Act
from ...span import Span, SpanSet, hull
from ..doc import Doc, Role
from ..phrases import noun_phrase_after, noun_phrase_before
from .attribution import Attribution
from .cues import verbs
from .mending import is_idle

BY = "rule:left_open/1"
_STRONG = {Act.ACCUSE, Act.DENY, Act.DEMAND, Act.PROMISE, Act.THREATEN, Act.WARN}
# What may stand between cue (or addressee) and the end of the sentence: when, where, to whom it was said.
_TIME = (
    r"(?:,? (?:on |late |early |late on |early on |earlier on |earlier )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tonight|this week|last week)"
    r"(?: (?:morning|afternoon|evening|night))?)?"
)
_WHERE = r"(?:,? (?:in|by|at|during|after|through) [^,;:“”\"]{2,60})?"
_CLOSE = re.compile(rf"{_TIME}{_WHERE}{_TIME}[.!]?$")
_CLAUSE_END = re.compile(r"[.;:!?](?=\s|$)|,? (?:but|while|after|as|when)\b|$")
_ASKED_MARK = re.compile(r"[,!?.…][”\"’']$|[”\"’'],$")
# "respond" is left out: a wound and a market do not respond either.
_UNANSWERED = re.compile(
    r"(?P<cue>\b(?:has|have|had|did|does|do)(?: not| never|n[’']t))(?P<time> (?:yet |so far |immediately |publicly )?)(?P<words>comment(?:ed)?|repl(?:y|ied))(?: yet)?[.!]?$"
)
# "Calls have grown for a truce": a demand of nobody named.
_CALLS_GROW = re.compile(
    r"(?P<cue>(?:Calls|Demands)(?: (?:have|has|had|are|were|been|also))* (?:grown|grew|growing|mounted|mounting|increased|increasing|intensified|multiplied) for) "
    r"(?P<words>[^,;:.!?“”\"]{6,160})"
)
# Shortest clause before a source, in words.
SHORTEST = 4
# Most words of a subject that the head passed over.
LONGEST_SOURCE = 8


def left_open(doc: Doc, made: list[Attribution]) -> list[Attribution]:
    """Add attributions for cues of the head that got no words."""
    found = list(made)
    used = {piece.start for one in made for piece in one.cue}
    taken = SpanSet(piece for one in made for piece in (*one.source, *one.cue, *one.content))
    tied: dict[int, list[Span]] = {}
    for role in doc.sources:
        if role.links:
            tied.setdefault(max(role.links, key=lambda link: link[1])[0], []).append(role.span)
    for number, cue in enumerate(doc.cues):
        if cue.span.start in used or doc.quotation_at(cue.span.start) is not None or is_idle(doc, cue.span):
            continue
        source, words = _neighbours(doc, cue.span, taken)
        source = source if words is not None else _source_of(doc, cue, tied.get(number, []))
        if source is None or taken.touching(source):
            continue
        words = words or _clause_before(doc, source, cue.span) or _clause_after(doc, source, cue.span)
        if words is not None and not taken.touching(words):
            found.append(Attribution([source], [cue.span], [words], 0.8 * cue.confidence, BY))
            for piece in (source, cue.span, words):
                taken.add(piece)
    found += _closed_by_speaker(doc, taken)
    found += _unanswered(doc, found)
    found += _grown_calls(doc, found)
    _own_quotations(doc, found)
    return sorted(found, key=lambda a: a.anchor)


def _closed_by_speaker(doc: Doc, taken: SpanSet) -> list[Attribution]:
    """Add clauses that a subject and a verb of speech close, by the syntax: "The road is closed, drivers there told the radio."."""
    added = []
    for sentence in doc.sentences if doc.heads else ():
        if taken.touching(sentence):
            continue
        for verb in doc.tokens_in(sentence):
            source = _subject_after_clause(doc, verb) if doc.low(verb) in verbs() else None
            words = _clause_before(doc, source, doc.tokens[verb]) if source is not None else None
            if source is not None and words is not None:
                added.append(Attribution([source], [doc.tokens[verb]], [words], 0.5, BY))
                break
    return added


def _subject_after_clause(doc: Doc, verb: int) -> Span | None:
    """Give the words between a verb and the comma before it, where they are its subject and its complement stands before them."""
    comma = next(
        (i for i in range(verb - 1, max(-1, verb - LONGEST_SOURCE - 2), -1) if doc.pos[i] in ("PUNCT", "VERB", "AUX")), None
    )
    if comma is None or doc.word(comma) != "," or comma + 1 >= verb or doc.pos[verb] != "VERB":
        return None
    kinds = [(doc.relations[i], i < comma) for i in doc.dependents(verb) if i < verb]
    is_closing = ("ccomp", True) in kinds and ("nsubj", False) in kinds
    return Span(doc.tokens[comma + 1].start, doc.tokens[verb - 1].end) if is_closing else None


def _neighbours(doc: Doc, cue: Span, taken: SpanSet) -> tuple[Span | None, Span | None]:
    """Give a source right beside the cue and words right beside the two, of what the head found in the sentence and tied elsewhere."""
    sentence = doc.sentence_at(cue.start)
    source = next((s for s in _beside(doc, doc.sources, cue, sentence) if not taken.touching(s)), None)
    if source is None:
        return None, None
    both = hull([source, cue])
    words = next((c for c in _beside(doc, doc.contents, both, sentence) if not taken.touching(c)), None)
    return source, words


def _beside(doc: Doc, roles: tuple[Role, ...], middle: Span, sentence: Span) -> list[Span]:
    """Give the spans of the sentence between which and the middle only a comma or blanks stand."""
    place = bisect_left(roles, middle.start, key=lambda role: role.span.start)
    near = [role.span for role in roles[max(0, place - 1) : place + 2] if sentence.covers(role.span)]
    gaps = [(s, doc.text[s.end : middle.start] if s.end <= middle.start else doc.text[middle.end : s.start]) for s in near]
    return [s for s, gap in gaps if not s.overlaps(middle) and len(gap) < 4 and not gap.strip(" ,\n")]


def _source_of(doc: Doc, cue: Role, tied: list[Span]) -> Span | None:
    """Give the source that stands right before the cue, of those tied to it; neighbouring pieces are one."""
    near = [s for s in tied if s.end <= cue.span.start and cue.span.start - s.start < 200]
    if not near or doc.text[near[-1].end : cue.span.start].strip():
        return None
    source = near[-1]
    for piece in reversed(near[:-1]):
        if doc.text[piece.end : source.start].strip():
            break
        source = hull([piece, source])
    return source


def _clause_before(doc: Doc, source: Span, cue: Span) -> Span | None:
    sentence = doc.clause_near(cue.start)
    before = doc.text[sentence.start : source.start]
    if not before.rstrip().endswith(",") or verbs().get(cue.of(doc.text).lower()) is None:
        return None
    end = cue.end
    if (phrase := noun_phrase_after(doc, cue.end, ceiling=sentence.end)) is not None and cue.of(doc.text).lower() in (
        "told",
        "tells",
    ):
        end = phrase.end
    if _CLOSE.match(doc.text, end, sentence.end) is None:
        return None
    words = Span(sentence.start, sentence.start + len(before.rstrip()) - 1)
    tokens = doc.tokens_in(words)
    if len(tokens) < SHORTEST or not any(doc.pos[i] in ("VERB", "AUX") for i in tokens):
        return None
    return words


def _clause_after(doc: Doc, source: Span, cue: Span) -> Span | None:
    row = verbs().get(cue.of(doc.text).lower())
    if row is None or row["act"] not in _STRONG:
        return None
    sentence = doc.sentence_at(cue.start)
    end = _CLAUSE_END.search(doc.text, cue.end + 1, sentence.end)
    stop = end.start() if end else sentence.end
    rest = doc.text[cue.end : stop]
    start = cue.end + len(rest) - len(rest.lstrip())
    words = Span(start, stop) if stop > start else None
    is_clause = words is not None and any(doc.pos[i] in ("VERB", "AUX") for i in doc.tokens_in(words))
    return words if is_clause else None


def _unanswered(doc: Doc, made: list[Attribution]) -> list[Attribution]:
    """Add silences without an object: "The army has not commented"."""
    taken = {doc.sentence_number(piece.start) for one in made for piece in one.cue}
    added = []
    for number, sentence in enumerate(doc.sentences):
        match = (
            _UNANSWERED.search(doc.text, max(sentence.start, sentence.end - 60), sentence.end) if number not in taken else None
        )
        if match is None or doc.quotation_at(match.start()) is not None:
            continue
        source = noun_phrase_before(doc, match.start("cue") - 1, floor=sentence.start)
        if source is not None and not doc.text[sentence.start : source.start].strip(" -–•*"):
            words = Span(match.start("words"), match.end("words"))
            added.append(Attribution([source], [Span(match.start("cue"), match.end("cue"))], [words], 0.7, BY, act=Act.SILENT))
    return added


def _grown_calls(doc: Doc, made: list[Attribution]) -> list[Attribution]:
    """Add demands of nobody named at the head of a sentence: "Calls have grown for a new count"."""
    taken = {doc.sentence_number(piece.start) for one in made for piece in one.cue}
    added = []
    for number, sentence in enumerate(doc.sentences):
        match = _CALLS_GROW.match(doc.text, sentence.start, sentence.end) if number not in taken else None
        if match is not None:
            added.append(Attribution([], [Span(*match.span("cue"))], [Span(*match.span("words"))], 0.7, BY))
    return added


def _own_quotations(doc: Doc, made: list[Attribution]) -> None:
    """Give a quotation to the speaker and verb that follow it, where the head tied it to a cue later in the sentence."""
    for one in list(made):
        if len(one.content) < 2 or not one.cue:
            continue
        first = one.content[0]
        quotation = doc.quotation_at(first.start)
        if (
            quotation is None
            or not quotation.is_closed
            or quotation.span.end > one.cue[0].start
            or one.content[1].start < one.cue[0].start
        ):
            continue
        own = _speaker_after(doc, quotation.span, limit=one.cue[0].start)
        if own is not None and first.covers(own[1]):
            continue  # "“…,” NAME said, according to the radio": two levels
        if own is not None and not any(piece.overlaps(own[0]) for piece in one.source):
            one.content = one.content[1:]
            made.append(Attribution([own[0]], [own[1]], [first], one.confidence, BY))


def _speaker_after(doc: Doc, quotation: Span, *, limit: int) -> tuple[Span, Span] | None:
    if not _ASKED_MARK.search(doc.text, max(quotation.start, quotation.end - 3), quotation.end):
        return None
    source = noun_phrase_after(doc, quotation.end, ceiling=min(limit, doc.sentence_at(quotation.start).end))
    if source is None or doc.text[quotation.end : source.start].strip():
        return None
    index = doc.tokens_in(source).stop
    if index >= len(doc.tokens) or doc.tokens[index].end >= limit:
        return None
    is_cue = doc.pos[index] == "VERB" and doc.low(index) in verbs()
    return (source, doc.tokens[index]) if is_cue else None
