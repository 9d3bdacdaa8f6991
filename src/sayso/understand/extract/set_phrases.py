"""Things said in set phrases that have no verb of saying: "laid the blame on the port", "put the loss at $9 million", "was the general's reply".

    SOURCE held SOMEBODY responsible for IT.          SOURCE laid IT at SOMEBODY's door, put the blame for IT on SOMEBODY
    SOURCE put THE COST at 900 million.               SOURCE greeted IT with scepticism.
    "WORDS," was SOURCE's reply.                      CLAUSE, in the opinion of SOURCE.
    Suspicion fell on SOMEBODY.                       IT has been widely blamed on SOMEBODY.
"Was held responsible" and "put the bag at the door" say nothing. What the head or another rule found there stays as it is.
"""

from __future__ import annotations

import re

from ...findings.statement import Act
from ...span import Span, SpanSet
from ..doc import Doc
from ..phrases import noun_phrase_after, noun_phrase_before
from .attribution import Attribution

BY = "rule:set_phrases/1"
CONFIDENCE = 0.6
_REST = r"(?:[^,;:!?“”\"\n]|(?<=\d),(?=\d))"
_ADVERB = r"(?:(?:also|then|again|soon|has|have|had|\w+ly) )*"
_NUMBER = r"(?:\d|[$€£¥]|(?:two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|millions)\b)"
_BY_SOURCE = (
    (
        re.compile(
            rf"\b(?P<cue>{_ADVERB}(?:holds?|held)) (?P<words>(?!to |that |in |on |by |at |for |up |back |out )(?:(?! for )[^.,;:!?“”\"\n]){{2,100}}? (?P<key>responsible|accountable|liable)\b{_REST}*)"
        ),
        Act.ACCUSE,
    ),
    (
        re.compile(
            rf"\b(?P<cue>{_ADVERB}(?:lays?|laid|puts?|pinned|pins|placed|places)) (?P<words>(?:(?:the|much of the|most of the|some of the|all the|full) )?(?:blame|responsibility)\b[^.,;:!?“”\"\n]{{0,80}}? (?P<key>on) {_REST}+)"
        ),
        Act.ACCUSE,
    ),
    (
        re.compile(
            rf"\b(?P<cue>{_ADVERB}(?:lays?|laid)) (?P<words>[^.,;:!?“”\"\n]{{3,80}} at (?:the )?[^.,;:!?“”\"\n]{{2,40}}(?:[’']s?|of) (?P<key>door(?:step)?)\b)"
        ),
        Act.ACCUSE,
    ),
    (
        re.compile(
            rf"\b(?P<cue>{_ADVERB}(?:greeted|met|received|reacted to|responded to|treated|views?|viewed)) (?P<words>[^.,;:!?“”\"\n]{{3,80}} with (?:\w+ ){{0,2}}?(?P<key>scepticism|skepticism|doubts?|suspicion|incredulity|disbelief)\b)"
        ),
        Act.DOUBT,
    ),
    (
        re.compile(
            rf"\b(?P<cue>{_ADVERB}puts?) (?P<words>(?:the|its|their|his|her) [^;:,“”\"\n]{{2,80}}? at (?:[^.,;:“”\"\n]{{1,30}}? )?(?P<key>{_NUMBER}){_REST}*)"
        ),
        Act.ESTIMATE,
    ),
)
_WORDS_FOR = tuple(
    (re.compile(rf"\b(?P<cue>(?:has|have|had) (?:\w+ ){{0,2}}?(?:{kinds}) words for) (?P<words>(?P<key>\w+){_REST}*)"), act)
    for kinds, act in (("warm|kind", Act.PRAISE), ("harsh|sharp|hard|strong|bitter", Act.ACCUSE))
)
_OF_NOBODY = (
    (
        re.compile(
            rf"\b(?P<cue>(?:Suspicions?|Blame|The blame)(?: has| have| had)? (?:falls?|fell|fallen)(?: at once| immediately| quickly| mainly| largely| squarely| first)* on) (?P<words>(?P<key>(?!its|the (?:ground|floor))\w+){_REST}+)"
        ),
        Act.ACCUSE,
    ),
    (
        re.compile(
            rf"\b(?P<cue>(?:(?:has|have|had) been|is|are|was|were) (?:widely|generally|broadly) (?:blamed on|attributed to)) (?P<words>(?P<key>\w+){_REST}+)"
        ),
        Act.THINK,
    ),
)
_REPLY = re.compile(
    r"(?<=[”\"’'])(?P<comma>,?) (?P<cue>was|came|is) (?P<who>(?:the )?[^,;:.!?“”\"\n]{2,80}?)[’']s? (?:\w+ )?(?P<noun>reply|answer|response|retort|verdict|reaction|comment|message|assessment)\b"
)
_OPINION = re.compile(r", (?P<cue>in the (?:opinion|view|judge?ment|estimation|assessment) of) ")
# Where the words of a clause end: a joined verb, an aside, another sentence.
_END = re.compile(r"[.](?=\s|$)| (?:while|but|although|though|because|since|when|after|before|as)\b")
_WHO = re.compile(r"\b(?:who|which) $")
_HINT = re.compile(
    r"\b(?:held|holds?|laid|lays?|puts?|pinned|pins|placed|places|suspicions?|blame|blamed|attributed|scepticism|skepticism|doubts?|suspicion|"
    r"incredulity|disbelief|words|reply|answer|response|retort|verdict|reaction|comment|message|opinion|view|estimation|judge?ment|assessment)\b",
    re.IGNORECASE,
)


def set_phrases(doc: Doc, made: list[Attribution]) -> list[Attribution]:
    """Add what is said in set phrases, in text order."""
    for one in made:
        _out_of_cue(one)
    taken = SpanSet(piece for one in made for piece in one.cue)
    added: list[Attribution] = []
    for sentence in doc.sentences:
        if _HINT.search(doc.text, sentence.start, sentence.end) is None:
            continue
        for one in (*_plain(doc, sentence), *_replies(doc, sentence, made), *_opinions(doc, sentence, made)):
            if not any(taken.touching(cue) for cue in one.cue) and not _is_told(doc, one, made):
                one.outer = next((two for two in made if any(piece.covers(one.extent) for piece in two.content)), None)
                added.append(one)
                for cue in one.cue:
                    taken.add(cue)
    return sorted([*made, *added], key=lambda one: one.anchor) if added else made


def _out_of_cue(one: Attribution) -> None:
    """Leave the words of the phrase to it: "in the opinion of | the opinion of the engineer" is the engineer's."""
    if (
        len(one.source) == 1
        and len(one.cue) == 1
        and one.cue[0].start < one.source[0].start < one.cue[0].end < one.source[0].end - 2
    ):
        one.source = [Span(one.cue[0].end + 1, one.source[0].end)]


def _is_told(doc: Doc, one: Attribution, made: list[Attribution]) -> bool:
    """Tell whether its words and those of another run into each other: neither whole within the other's."""
    return any(
        piece.overlaps(other) and not other.covers(piece)
        for piece in one.content
        for two in made
        for other in (*two.content, *two.cue, *two.source)
    )


def _plain(doc: Doc, sentence: Span) -> list[Attribution]:
    """Give those whose source stands before the cue, and those of nobody."""
    found = []
    for pattern, act in (*_BY_SOURCE, *_WORDS_FOR, *_OF_NOBODY):
        is_nobodys = (pattern, act) in _OF_NOBODY
        for match in pattern.finditer(doc.text, sentence.start, sentence.end):
            cue = Span(*match.span("cue"))
            source = _before(doc, cue.start, sentence)
            words = _words(doc, Span(*match.span("words")), match.end("key"))
            if doc.quotation_at(cue.start) is not None or (source is None and not is_nobodys):
                continue
            subject = [source] if is_nobodys and source is not None else []
            found.append(
                Attribution([] if is_nobodys or source is None else [source], [cue], [*subject, words], CONFIDENCE, BY, act=act)
            )
    return found


def _before(doc: Doc, place: int, sentence: Span) -> Span | None:
    """Give the noun phrase, or the "who" of a clause, that ends right before a place."""
    who = _WHO.search(doc.text, max(sentence.start, place - 6), place)
    if who is not None:
        return Span(who.start(), who.end() - 1)
    source = noun_phrase_before(doc, place, floor=sentence.start)
    if source is None or doc.text[source.end : place].strip(" ,") or not source.of(doc.text).strip():
        return None
    return source


def _words(doc: Doc, span: Span, least: int) -> Span:
    """Cut the words where their clause ends: before a joined verb, before "while" and its like."""
    end = _END.search(doc.text, least, span.end)
    stop = end.start() if end is not None else span.end
    for index in doc.tokens_in(Span(least, stop)):
        if doc.low(index) == "and" and index + 1 < len(doc.tokens) and doc.pos[index + 1] in ("VERB", "AUX", "ADV"):
            stop = doc.tokens[index].start
            break
    return Span(span.start, span.start + len(doc.text[span.start : stop].rstrip(" ,")))


def _replies(doc: Doc, sentence: Span, made: list[Attribution]) -> list[Attribution]:
    """Give quotations that are somebody's reply: " "Not yet," was the general's answer"; one that the head gave nobody gets its source."""
    found = []
    for match in _REPLY.finditer(doc.text, sentence.start, sentence.end):
        quotation = doc.quotation_at(match.start() - 2)
        who, cue = Span(*match.span("who")), Span(*match.span("cue"))
        if quotation is None or quotation.span.end > match.start() + 1:
            continue
        holders = [one for one in made if any(c.overlaps(quotation.span) for c in one.content)]
        if not holders:
            found.append(Attribution([who], [cue], [quotation.span], CONFIDENCE, BY))
        elif len(holders) == 1 and not holders[0].source and all(c.start >= cue.start for c in holders[0].cue):
            holders[0].source, holders[0].cue = [who], [cue]
    return found


def _opinions(doc: Doc, sentence: Span, made: list[Attribution]) -> list[Attribution]:
    """Give the clause before ", in the opinion of SOURCE", where nothing else is said in the sentence."""
    match = _OPINION.search(doc.text, sentence.start, sentence.end)
    if match is None or any(piece.overlaps(sentence) for one in made for piece in (*one.cue, *one.content)):
        return []
    who = noun_phrase_after(doc, match.end(), ceiling=sentence.end)
    words = Span(sentence.start, match.start())
    is_clause = any(doc.pos[i] in ("VERB", "AUX") for i in doc.tokens_in(words))
    if who is None or who.start != match.end() or not is_clause:
        return []
    return [Attribution([who], [Span(*match.span("cue"))], [words], CONFIDENCE, BY, act=Act.THINK)]
