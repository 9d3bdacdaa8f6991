"""Wordings at which the head's edges are off by a word or two, whatever the tree: "rule out | asking", "say only | that", "a group calling itself X | said".

Cases: cases/statements.yml.
"""

from __future__ import annotations

import re

from ...span import Span
from ..doc import Doc
from .attribution import Attribution
from .cues import phrases

_CALLS_ITSELF = re.compile(r"(?:calling|calls|called)", re.IGNORECASE)
_ITSELF = re.compile(r"(?:itself|themselves|himself|herself) ")
_CALLED = re.compile(
    r" (?:(?:that|which|who) calls? (?:itself|themselves)|calling (?:itself|themselves)|known as|going by the name of) [^,;:.“”\"]{2,60} "
)
_RULED_OUT = re.compile(r"\b(?P<cue>rul(?:e|es|ed|ing) out) (?P<what>\w+ing)$", re.IGNORECASE)
# "Ruled **that** out", "played **the row** down", "brushed **it** aside as idle".
_APART = re.compile(
    r"(?P<what>(?:(?:the|an?|any|this|that|these|those|his|her|its|their|all) )?[\w’'-]+(?: [\w’'-]+)?) (?P<particle>out|down|aside|off|away)\b"
)
_CALLED_ON = re.compile(r" (?P<on>(?:on|upon)) (?=(?P<whom>[^,;:.“”\"]{2,80}) $)")
_CALL = re.compile(r"\b(?:call|calls|called|calling)$", re.IGNORECASE)
_FOR = re.compile(r"for (?=\w)")
_SECOND_VERB = re.compile(r",? (?:but|and|or|yet|though|although|if) [^,;:.“”\"]{3,60}, (?=that \w)")
_WITHOUT = re.compile(r" without \w+ing$")
# "She **was refused** an extension of her visa", "were denied entry": of a thing somebody did not get.
_KEPT_FROM = re.compile(
    r"(?:(?:is|are|was|were|be|been|being|has|have|had) )+(?:\w+ly )?(?:refused|denied|granted|awarded)", re.IGNORECASE
)
_A_THING = re.compile(
    r"(?:(?:an?|the|any|all|her|his|their|its) )?(?:[\w-]+ ){0,2}?(?:entry|access|visas?|bail|asylum|parole|permission|permits?|extension|treatment|medicine|food|water|care|leave|boarding|"
    r"passage|admission|citizenship|passports?|licen[cs]es?|refuge|landing|contact|visits?|lawyers?|counsel|trial|hearing|appeal|release|medals?|seat|contract)\b"
)
_ONLY = re.compile(r"only (?=that\b)", re.IGNORECASE)
_NEAR = 3  # characters between pieces that stand side by side

# Prepositions that PolNeAR has in the cue, most of them nine times in ten, where one stands between cue and content; not where and when something is "said".
_PREPOSITION = re.compile(r"(?P<word>of|on|about|with|for|against|in|as) (?=\S)")
_SAID = re.compile(r"\b(?:say|says|said|saying)$", re.IGNORECASE)


def self_named(doc: Doc, one: Attribution) -> None:
    """Who calls itself something is called so: "A group calling itself the Heirs | said"; what it calls itself is no remark."""
    if _CALLS_ITSELF.fullmatch(one.cue[0].of(doc.text)) and _ITSELF.match(doc.text, one.content[0].start):
        one.content = []
        return
    if len(one.source) != 1 or one.cue[0].start < one.source[0].end:
        return
    if (
        len(one.content) > 1
        and one.source[0].of(doc.text).endswith((" itself", " themselves"))
        and one.content[0].end < one.cue[0].start
    ):
        one.source, one.content = [Span(one.source[0].start, one.content[0].end)], one.content[1:]
    elif _CALLED.fullmatch(doc.text, one.source[0].end, one.cue[0].start):
        one.source = [Span(one.source[0].start, one.cue[0].start - 1)]


def ruled_out(doc: Doc, one: Attribution) -> None:
    """What is ruled out is none of the cue: "did not rule out | asking for help"."""
    if len(one.cue) != 1 or not one.content:
        return
    match = _RULED_OUT.search(one.cue[0].of(doc.text))
    if match is None or not 0 <= one.content[0].start - one.cue[0].end <= _NEAR:
        return
    start = one.cue[0].start + match.start("what")
    one.content[0] = Span(start, one.content[0].end)
    one.cue = [Span(one.cue[0].start, one.cue[0].start + match.end("cue"))]


def parted_phrase(doc: Doc, one: Attribution) -> None:
    """A cue of two words whose object stands between them has both: "ruled | that | out"."""
    if len(one.cue) != 1 or len(one.content) != 1:
        return
    cue, words = one.cue[0], one.content[0]
    match = _APART.match(doc.text, words.start, words.end)
    if match is None or words.start - cue.end != 1 or doc.quotation_at(words.start) is not None:
        return
    whole = f"{cue.of(doc.text).lower().split()[-1]} {match['particle']}"
    if all(whole != form for form, _ in phrases()):
        return
    rest = Span(match.end(), words.end)
    left = len(rest.of(doc.text)) - len(rest.of(doc.text).lstrip(" ,"))
    one.cue = [cue, Span(*match.span("particle"))]
    one.content = [Span(*match.span("what"))] + ([Span(rest.start + left, rest.end)] if rest.of(doc.text).strip(" ,.") else [])


def called_on(doc: Doc, one: Attribution) -> None:
    """Who is called on belongs to what is asked of him, and "on" to the cue: "called | on Rome to free the crew"."""
    if len(one.cue) != 1 or _CALL.search(one.cue[0].of(doc.text)) is None or doc.text[one.content[0].start :][:3] != "to ":
        return
    match = _CALLED_ON.match(doc.text, one.cue[0].end, one.content[0].start) if one.content[0].start > one.cue[0].end else None
    if match is not None:
        one.cue = [Span(one.cue[0].start, match.end("on"))]
        one.content[0] = Span(match.start("whom"), one.content[0].end)


def parted_particle(doc: Doc, one: Attribution) -> None:
    """The preposition that makes a verb another cue belongs to it: "has called | for unity" is a demand for unity."""
    if (
        len(one.cue) != 1
        or len(one.content) != 1
        or (match := _FOR.match(doc.text, one.content[0].start, one.content[0].end)) is None
    ):
        return
    cue, words = one.cue[0], one.content[0]
    phrase = f"{cue.of(doc.text).lower().split()[-1]} for"
    if words.start - cue.end == 1 and any(phrase == form for form, _ in phrases()):
        one.cue, one.content = [Span(cue.start, match.end() - 1)], [Span(match.end(), words.end)]


def parted_preposition(doc: Doc, one: Attribution) -> None:
    """A preposition right behind the cue belongs to it: "took note | of the refusal", "would not be drawn | on who paid"."""
    cue, words = one.cue[-1], one.content[0]
    match = _PREPOSITION.match(doc.text, words.start, words.end)
    if match is None or len(one.cue) != 1 or words.start - cue.end != 1:
        return
    if _SAID.search(cue.of(doc.text)) is None:
        one.cue, one.content[0] = [Span(cue.start, match.end("word"))], Span(match.end(), words.end)


def shared_words(doc: Doc, one: Attribution) -> None:
    """A second verb that shares the words is none of them: "believe | , but cannot prove, | that A"."""
    first, cue = one.content[0], one.cue[-1]
    match = _SECOND_VERB.match(doc.text, cue.end, first.end)
    if match is not None and first.start < match.end():
        one.content[0] = Span(match.end(), first.end)


def said_without(doc: Doc, one: Attribution) -> None:
    """What is left unsaid meanwhile is no part of cue and words: "reported | without naming its source | that A"."""
    if len(one.cue) != 1 or len(one.content) < 2:
        return
    cue = one.cue[0]
    match = _WITHOUT.search(cue.of(doc.text))
    if match is None or not match.start():
        return
    one.content = [piece for piece in one.content if not 0 <= piece.start - cue.end <= _NEAR]
    one.cue = [Span(cue.start, cue.start + match.start())]


def kept_from(doc: Doc, one: Attribution) -> None:
    """What somebody did or did not get is nobody's word: "was refused | an extension of her visa"."""
    cue = " ".join(piece.of(doc.text) for piece in one.cue)
    if _KEPT_FROM.fullmatch(cue) and _A_THING.match(doc.text, one.content[-1].start):
        one.content = []


def only_that(doc: Doc, one: Attribution) -> None:
    """ "Only" before "that" says how little is said and belongs to the cue: "would say only | that talks went on"."""
    if not one.content or not one.cue or not _ONLY.match(doc.text, one.content[0].start, one.content[0].end):
        return
    first, cue = one.content[0], one.cue[-1]
    if 0 <= first.start - cue.end <= _NEAR:
        one.cue[-1] = Span(cue.start, first.start + len("only"))
        one.content[0] = Span(first.start + len("only "), first.end)
