"""A second cue inside what somebody says: "X denied that the troops had come **and accused** Y of panic" is two statements of one speaker.

The head tends to let the first content run over a verb of saying that is joined to the first cue. The tree tells them apart: the second verb
hangs on the first as `conj`, has no subject of its own, and stands outside quotation marks. Where the tree hangs it on a verb of the content instead,
whose subject cannot speak ("the troops had been sent and predicted that …"), it is the first cue's all the same.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ...findings.statement import Act
from ...span import Span
from ..chains.mention import Being
from ..chains.words import being_of
from ..doc import Doc
from .attribution import Attribution
from .content_ends import is_no_gerund
from .cues import verbs

BY = "rule:second_cues/1"
_JOINT = re.compile(r"[,;]?\s*(?:and|but|while also|while|and also|and then)?\s*$")
# The same where the head has found the second cue, so that a word must join it.
_JOINED = re.compile(r",? (?:and|but) (?:then |also |later )?(?:has |have |had )?$")
_SHORTEST = 8  # characters that are left to a content
# What belongs to a verb's group.
_GROUP = ("aux", "aux:pass", "advmod")
# Acts whose verbs tell of saying without a clause after them.
_STRONG = (Act.ACCUSE, Act.DENY, Act.DEMAND, Act.WARN, Act.THREATEN)


def second_cues(doc: Doc, made: list[Attribution]) -> list[Attribution]:
    """Cut contents in two before a second cue; the new attribution has the same source."""
    if not doc.heads:
        return made
    found: list[Attribution] = []
    taken = {i for one in made for cue in one.cue for i in doc.tokens_in(cue)}
    for one in made:
        found.append(one)
        if (first := _first(doc, one, taken)) is not None:
            found.append(first)
        if one.outer is None and one.source and len(one.cue) == 1 and one.source[-1].end <= one.cue[0].start:
            found += _cut(doc, one, taken)
    return _apart(doc, found)


def _apart(doc: Doc, made: list[Attribution]) -> list[Attribution]:
    """End a content before the cue of another attribution of the same source that stands in it: the head found both, and let the first run on."""
    for one in made:
        for other in made:
            if other is one or not one.source or not one.cue or not one.content or not other.cue or other.source != one.source:
                continue
            cue, last = other.cue[0], one.content[-1]
            joint = (
                _JOINED.search(doc.text, last.start, cue.start) if one.cue[-1].end <= last.start and last.covers(cue) else None
            )
            if joint is not None and joint.start() - last.start >= _SHORTEST and doc.quotation_at(cue.start) is None:
                one.content[-1] = Span(last.start, joint.start())
    return made


def second_cues_inside(doc: Doc, made: list[Attribution]) -> list[Attribution]:
    """Give the attributions that a second cue begins within those inside another: "sites reported that X denied the raid **and accused** Y of panic"."""
    if not doc.heads:
        return []
    taken = {i for one in made for cue in one.cue for i in doc.tokens_in(cue)}
    inside = [a for a in made if a.outer is not None and a.source and len(a.cue) == 1 and a.source[-1].end <= a.cue[0].start]
    return [second for one in inside for second in _cut(doc, one, taken)]


def _first(doc: Doc, one: Attribution, taken: set[int]) -> Attribution | None:
    """Give the attribution of a first cue that the head passed over: "X **told** the radio that A, but stopped short of saying B"."""
    if len(one.content) < 2 or len(one.cue) != 1 or not one.source or one.outer is not None:
        return None
    lead, cue = one.content[0], one.cue[0]
    if not one.source[-1].end <= lead.start <= lead.end <= cue.start <= one.content[1].start:
        return None
    if _JOINT.fullmatch(doc.text, lead.end, cue.start) is None or doc.sentence_at(lead.start) != doc.sentence_at(cue.start):
        return None
    between = doc.tokens_in(Span(one.source[-1].end, lead.start)) if one.source[-1].end < lead.start else range(0)
    index = next((i for i in between if doc.low(i) in verbs() and doc.pos[i] == "VERB"), None)
    if index is None or index in taken:
        return None
    one.content = one.content[1:]
    return replace(one, cue=[doc.tokens[index]], content=[lead], by=BY, inner=[])


def _cut(doc: Doc, one: Attribution, taken: set[int]) -> list[Attribution]:
    """Cut what stands after the second cue off the content it was found in; gives the statement it begins, if any."""
    cue = doc.tokens_in(one.cue[0])
    first = next((i for i in cue if doc.low(i) in verbs()), None)
    if first is None:
        return []
    for place, piece in enumerate(one.content):
        if piece.start < one.cue[0].end:
            continue
        for index in doc.tokens_in(piece):
            if index in taken or not _is_second(doc, index, cue, doc.low(first)):
                continue
            begin = _group_start(doc, index, piece)
            subject = _own_pronoun(doc, index)
            before = doc.text[piece.start : begin if subject is None else doc.tokens[subject].start]
            joint = _JOINT.search(before)
            end = piece.start + (joint.start() if joint is not None else len(before))
            rest = Span(doc.tokens[index].end, piece.end)
            start = rest.start + len(rest.of(doc.text)) - len(rest.of(doc.text).lstrip())
            if end - piece.start < 3 or piece.end - start < 3:
                return []
            second = replace(
                one,
                source=[doc.tokens[subject]] if subject is not None else one.source,
                cue=[Span(begin, doc.tokens[index].end)],
                content=[Span(start, piece.end), *one.content[place + 1 :]],
                by=BY,
                inner=[],
            )
            one.content = [*one.content[:place], Span(piece.start, end)]
            return [second]
    return []


def _is_second(doc: Doc, index: int, cue: range, first: str) -> bool:
    word = doc.low(index)
    if word not in verbs() or doc.pos[index] != "VERB":
        return False
    if _is_meanwhile(doc, index, cue):
        return True
    if doc.relations[index] != "conj":
        return False
    if doc.heads[index] not in cue and not _is_misplaced(doc, index, word) and not is_no_gerund(doc, index, cue):
        return False
    if doc.quotation_at(doc.tokens[index].start) is not None or word.endswith("ing") != first.endswith("ing"):
        return False
    own = _own_pronoun(doc, index) if doc.heads[index] in cue else None
    return not any(
        doc.relations[i].startswith(("nsubj", "csubj", "mark", "aux:pass")) and i != own for i in doc.dependents(index)
    )


def _own_pronoun(doc: Doc, index: int) -> int | None:
    """Give the pronoun that takes the speaker up before a second cue: "reported that A, **and it** asked for B"."""
    subject = next((i for i in doc.dependents(index) if doc.relations[i] == "nsubj"), None)
    if subject is None or doc.low(subject) not in ("it", "they", "he", "she") or subject < 2:
        return None
    return subject if doc.low(subject - 1) in ("and", "but") and doc.word(subject - 2) in (",", ";") else None


def _is_meanwhile(doc: Doc, index: int, cue: range) -> bool:
    """Tell whether a verb of saying is a participle that goes beside the first cue: "said that A, **while maintaining that** B"."""
    word = doc.low(index)
    is_participle = word.endswith("ing") and doc.relations[index] == "advcl"
    is_led = doc.low(index - 1) == "while" and doc.word(index - 2) == "," and doc.quotation_at(doc.tokens[index].start) is None
    return is_participle and is_led and index + 1 < len(doc.tokens) and doc.low(index + 1) == "that"


def _is_misplaced(doc: Doc, index: int, word: str) -> bool:
    """Tell whether a verb of saying hangs on one whose subject cannot say anything: acted upon, or a thing."""
    above = doc.heads[index]
    if above < 0 or doc.pos[above] != "VERB":
        return False
    says_words = any(doc.relations[i] == "ccomp" for i in doc.dependents(index))
    if not says_words and verbs()[word]["act"] not in _STRONG:
        return False
    subject = next((i for i in doc.dependents(above) if doc.relations[i].startswith("nsubj")), None)
    if subject is None:
        return False
    if doc.relations[subject] == "nsubj:pass":
        return True
    return doc.pos[subject] == "NOUN" and being_of(doc.low(subject)) is Being.THING


def _group_start(doc: Doc, index: int, piece: Span) -> int:
    """Give where the verb's auxiliaries and adverbs before it begin."""
    start = index
    while start - 1 >= 0 and doc.heads[start - 1] == index and doc.relations[start - 1] in _GROUP:
        start -= 1
    return max(piece.start, doc.tokens[start].start)
