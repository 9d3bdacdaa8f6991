"""Whom a report cites → the second level: "the paper reported, **citing two clerks**, that the bank had asked for a loan"."""

from __future__ import annotations

import re

from ...findings.mention import Label
from ...span import Span
from ..chains.mention import Being
from ..chains.words import being_of
from ..doc import Doc
from ..phrases import noun_phrase_after
from .attribution import Attribution
from .cues import verbs
from .subjects import subject_of_cue

BY = "rule:citing/1"
# What is cited as a reason is no source ("citing bad weather"): people, bodies, names and these are.
_PAPERS = frozenset(
    "account accounts article articles data document documents email emails figures file files filing filings interview interviews letter "
    "memo memos minutes note notes paper papers poll post posts record records report reports research source sources statement statements "
    "statistics study survey testimony transcript".split()
)
_CITES = ("citing", "quoting")
_HIGHEST = 3  # steps from "citing" up to the verb of its subject
# Between a verb of saying and its words: the day.
_LEAD = re.compile(r"(?:(?:on |late |early )?[A-Z][a-z]+ ?\d{0,2},? )(?=that )")
_THAT = re.compile(r", that ")
_OF_WHOM = re.compile(r"(?P<whole> (?:of|from|by|in|at|with) [^,;:.“”\"]{2,50}), that ")
_LABELS = (Label.PER, Label.ORG, Label.NORP)


def citing(doc: Doc, made: list[Attribution]) -> list[Attribution]:
    """Give all attributions, and one to whom is cited in an attribution of another, each tied to it."""
    cues = sorted(cue.start for one in made for cue in one.cue)
    found: list[Attribution] = []
    for index in (i for i, word in enumerate(doc.lows) if word in _CITES):
        token = doc.tokens[index]
        if doc.quotation_at(token.start) is not None or _is_denied(doc, index):
            continue
        sentence = doc.sentence_at(token.start)
        who = noun_phrase_after(doc, token.end, ceiling=sentence.end)
        if who is None:
            continue
        if not _is_source(doc, who):
            made = _without_reason(doc, made, token, who)
            continue
        if (more := _OF_WHOM.match(doc.text, who.end, sentence.end)) is not None:
            who = Span(who.start, more.end("whole"))  # "citing a letter from the ministry, that …"
        misread = next((a for a in made if any(cue.overlaps(token) for cue in a.cue)), None)
        outer = _reread(doc, index, misread, who) if misread is not None else _around(doc, made, token, sentence)
        if misread is not None and outer is None and all(who.covers(piece) for piece in misread.content):
            others = [
                a for a in made if a is not misread
            ]  # "The radio, citing the press, said …": the press is no more than cited
            outer = _around(doc, others, token, sentence)
            if outer is not None:
                made, misread = others, None
                cues = sorted(cue.start for one in made for cue in one.cue)
        words = _words(doc, outer, Span(token.start, who.end)) if outer is not None else []
        if outer is None or not words or (misread is None and token.start in cues):
            continue
        found.append(Attribution([who], [token], words, 0.8 * outer.confidence, BY, outer=outer))
    return made + found


def _without_reason(doc: Doc, made: list[Attribution], token: Span, who: Span) -> list[Attribution]:
    """Leave out an attribution that is no more than what another cites: "The ferry is late, she said, *citing the fog*"."""
    reasons = [a for a in made if a.cue == [token] and a.content and all(who.covers(piece) for piece in a.content)]
    others = [a for a in made if not any(a is reason for reason in reasons)]
    return others if reasons and _around(doc, others, token, doc.sentence_at(token.start)) is not None else made


def _is_denied(doc: Doc, index: int) -> bool:
    return index > 0 and doc.low(index - 1) in ("without", "not", "never")


def _is_source(doc: Doc, who: Span) -> bool:
    if any(name.span.overlaps(who) and name.label in _LABELS for name in doc.names_near(who, reach=1)):
        return True
    return any(
        doc.pos[i] == "NOUN" and (doc.low(i) in _PAPERS or being_of(doc.low(i)) in (Being.PERSON, Being.BODY))
        for i in doc.tokens_in(who)
    )


def _around(doc: Doc, made: list[Attribution], token: Span, sentence: Span) -> Attribution | None:
    """Give the attribution of the sentence that cites: the outermost one whose cue stands in it outside quotation marks."""
    near = [a for a in made if a.outer is None and a.cue and a.source and sentence.covers(a.cue[0]) and not a.is_imputed]
    near = [a for a in near if doc.quotation_at(a.cue[0].start) is None and a.content]
    return min(near, key=lambda a: abs(a.cue[0].start - token.start), default=None)


def _reread(doc: Doc, index: int, one: Attribution, who: Span) -> Attribution | None:
    """Mend an attribution whose cue was read in "citing": the verb of saying above it is the cue, and whom it cites no part of its words."""
    verb = doc.heads[index] if doc.heads else -1
    steps = 0
    if not one.source and verb > index and doc.relations[index] == "advcl" and doc.low(verb) in verbs():
        subject = subject_of_cue(doc, doc.tokens[verb])  # "Citing two clerks, the mayor said that …"
        if subject is None or subject.overlaps(who):
            return None
        name = next(
            (n.span for n in doc.names_near(subject) if n.span.overlaps(subject) and n.span.end <= doc.tokens[verb].start), None
        )
        one.source = [Span(subject.start, max(subject.end, name.end)) if name is not None else subject]
    elif doc.heads and doc.relations[index] == "advcl" and not (0 <= verb < index and _THAT.match(doc.text, who.end)):
        return None  # "reported, citing two clerks, that …" is read on
    while verb >= 0 and doc.relations[index] == "acl" and doc.relations[verb].startswith(("nsubj", "nmod")) and steps < _HIGHEST:
        verb, steps = doc.heads[verb], steps + 1
    if verb < 0 or doc.low(verb) not in verbs() or not one.source:
        return None
    if not one.source[0].end <= doc.tokens[verb].start:
        return None
    after = max(who.end, doc.tokens[verb].end)
    words = [Span(max(p.start, after), p.end) for p in one.content if p.end > after]
    words = [_without_comma(doc, p) for p in words]
    if words and (lead := _LEAD.match(doc.text, words[0].start, words[0].end)) is not None:
        words[0] = Span(lead.end(), words[0].end)
    if not words or words[0].end - words[0].start < 3:
        return None
    one.cue, one.content = [doc.tokens[verb]], words
    return one


def _without_comma(doc: Doc, piece: Span) -> Span:
    """Leave commas and blanks at its ends to the sentence; a piece of nothing else stays as it is."""
    words = piece.of(doc.text)
    start = piece.start + len(words) - len(words.lstrip(" ,;"))
    end = piece.end - (len(words) - len(words.rstrip(" ,;")))
    return Span(start, end) if start < end else piece


def _words(doc: Doc, outer: Attribution, aside: Span) -> list[Span]:
    """Give the outer one's words without the aside that cites."""
    found = []
    for piece in outer.content:
        if not piece.overlaps(aside):
            found.append(piece)
            continue
        parts = ((piece.start, aside.start), (aside.end, piece.end))
        found += [_without_comma(doc, Span(start, end)) for start, end in parts if end - start > 2]
    return found
