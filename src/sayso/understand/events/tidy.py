"""The words of either side as one would quote them: no article or quotation mark left over, no words of the deed itself for who does it."""

from __future__ import annotations

import re
from dataclasses import replace

from ...span import Span
from ..chains.words import OWNERS, singular
from ..doc import Doc
from ..known.offices import sector_of
from .happening import Happening
from .party import Party
from .triggers import nouns

_OPENING, _CLOSING = "“\"'‘«", "”\"'’»"
# Words that lead in a name or a number and are no part of it, and words that are nobody alone.
_LEADING = frozenset("that the a an least most both either".split())
_NOBODY = frozenset("the a an this that these those self such least most".split())
_BOUNDS = frozenset(("more", "fewer", "less"))
# Acts against somebody: who stands "beside" is not whom they are against.
_AT_SOMEBODY = frozenset(("ASSAULT", "PROTEST", "MOBILIZE"))
_BESIDE = re.compile(
    r"\b(?:beside|alongside|side by side with|shoulder to shoulder with)(?: (?:the|its|their|his|her))? $", re.IGNORECASE
)
_REACH = 40  # characters before somebody in which such words stand
_COUNTED = frozenset(("NUM", "ADJ", "NOUN", "PROPN"))


def tidy(one: Happening, doc: Doc) -> None:
    """Mend the words of either side of a happening, and leave out those that tell nobody or only the deed."""
    for side in (one.actors, one.recipients):
        side[:] = [mended for party in side if (mended := _mended(party, one, doc)) is not None]
    if one.sense.event in _AT_SOMEBODY and not one.sense.reciprocal:
        one.recipients[:] = [party for party in one.recipients if not _is_beside(party, doc)]
    if one.inner is not None:
        tidy(one.inner, doc)


def _is_beside(party: Party, doc: Doc) -> bool:
    """Tell those on the same side: "fought beside | the guards"."""
    return _BESIDE.search(doc.text, max(0, party.span.start - _REACH), party.span.start) is not None


def _mended(party: Party, one: Happening, doc: Doc) -> Party | None:
    party = _as_quoted(_counted(party, doc), doc)
    words = party.span.of(doc.text).lower().split()
    if all(word in _NOBODY for word in words):
        return None
    if party.part is not None or party.country is not None or not _is_deed(party, one, doc):
        return party
    if (doer := _doer(party, one, doc)) is not None:
        return doer
    first = Span(party.span.start, party.span.start + len(words[0]))
    is_owned = words[0] in OWNERS and len(words) > 1
    return replace(party, span=first, noun="", sector=None, pronoun=words[0]) if is_owned else None  # "| his | sentencing"


def _doer(party: Party, one: Happening, doc: Doc) -> Party | None:
    """Give those who stand before the noun of their own deed: "| opposition | demand", "a | police | raid"."""
    before = [i for i in doc.tokens_in(party.span) if i < one.token]
    noun = singular(doc.low(before[-1])) if before and one.token in doc.tokens_in(party.span) else ""
    sector = sector_of(noun) if noun and doc.pos[before[-1]] == "NOUN" else None
    span = Span(party.span.start, doc.tokens[before[-1]].end) if before else party.span
    return replace(party, span=span, noun=noun, sector=sector, pronoun="") if sector is not None else None


def _is_deed(party: Party, one: Happening, doc: Doc) -> bool:
    """Tell whether words name the act itself: "similar protests", of those who protest; "12 arrests", of those arrested."""
    last = singular(party.span.of(doc.text).lower().split()[-1])
    is_own = any(i in doc.tokens_in(party.span) for i in (one.token, *one.more))
    return is_own or any(sense.event == one.sense.event for sense in nouns().get(last, ()))


def _counted(party: Party, doc: Doc) -> Party:
    """Give those who are counted for the words of bound before them: "more than | 900 miners"."""
    if party.span.of(doc.text).lower() not in _BOUNDS:
        return party
    found = list(doc.tokens_in(Span(party.span.end, doc.sentence_at(party.span.start).end)))
    if len(found) < 2 or doc.low(found[0]) != "than":
        return party
    last = found[0]
    while last + 1 in found and (doc.pos[last + 1] in _COUNTED or doc.relations[last + 1] == "goeswith"):
        last += 1
    return party if last == found[0] else replace(party, span=Span(doc.tokens[found[1]].start, doc.tokens[last].end))


def _as_quoted(party: Party, doc: Doc) -> Party:
    """Give a party without what leads in its words, or with the mark that opens them."""
    words = party.span.of(doc.text)
    if not words.strip():
        return party
    start, end = party.span.end - len(words.lstrip()), party.span.start + len(words.rstrip())
    for _ in range(2):
        first = doc.text[start:end].split()[0]
        if first.lower() in _LEADING and len(first) < end - start:
            rest = doc.text[start + len(first) : end]
            start = end - len(rest.lstrip())
    words = doc.text[start:end]
    if words[0] in _OPENING and not any(mark in words[1:] for mark in _CLOSING):
        start += 1
    elif start and doc.text[start - 1] in "“«" and any(mark in words for mark in "”»"):
        start -= 1
    return replace(party, span=Span(start, end))
