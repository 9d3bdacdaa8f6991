"""A Doc and its cast → the words that name where: places the entity head found, countries and towns after words of place.

A name is no place where it acts: "Seoul summoned", "Ghana closed the port", "talks with Turkey". Nor is an adjective ("Russian waters"),
a person or a body of that name ("Jordan said", "the Washington Post"), or site furniture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings.actor import ActorKind
from ...findings.mention import Label
from ...span import Span, SpanSet
from ..doc import Doc
from ..extract.cast import Cast
from ..known.words import key_of, words_of
from .candidates import candidates_of, capitals, is_people, is_state

WHERE_WORDS = (
    r"\b(?:in|to|from|into|inside|outside|across|at|near|over|within|throughout|around|towards?|via|through|left|leaving|reached|reaching|entered|entering|visited|visiting|fled|fleeing"
    r"|(?:north|south|east|west|parts?|border|coast|regions?|provinces?|city|town|village|state|capital|area|outskirts|rest|most|all) of)"
)
_WHERE = re.compile(
    WHERE_WORDS + r"\s+(?:the\s+|all\s+of\s+)?(?:(?:\w+ern|central|neighbou?ring|nearby|rural|downtown)\s+)?$", re.IGNORECASE
)
# "northern Syria" is where, whatever it does.
_PART = re.compile(r"\b(?:(?:north|south)?-?(?:north|south|east|west)ern|central)\s+$", re.IGNORECASE)
_LISTED = re.compile(r",?\s+(?:and|or)\s+(?:the\s+)?|,\s+(?:the\s+)?|\s+\(|/")
_EDGES = re.compile(r"^(?:[Tt]he\s+)?(?P<name>.*?)(?:['’]s|['’]|[,;:])?$", re.DOTALL)
# Words with a capital after a word of place: at most three.
_TITLED = re.compile(r"\b(?:[Ii]n|[Nn]ear|[Oo]utside|[Aa]round)\s+(?P<name>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2})")
# People from which a town that the head missed is taken from the gazetteer; smaller ones are too often something else.
_KNOWN_FROM = 100_000
_SURE = 0.4  # confidence of the entity head below which a place that no lexicon knows is left


def mentions_of(doc: Doc, cast: Cast) -> list[Span]:
    """Give the words that name a place, in text order; none overlap, none lie in furniture."""
    everybody = cast.named_in(Span(0, max(1, len(doc.text))))
    taken = SpanSet([span for span, part in everybody if part.kind is not ActorKind.COUNTRY])
    acting = {span for span, part in everybody if part.kind is ActorKind.COUNTRY}
    furniture = SpanSet(doc.report.furniture)
    found: list[Span] = []
    peoples = SpanSet([span for span in acting if not _is_name_of_state(span.of(doc.text))])
    told = {span for span in _from_toponyms(doc) if not peoples.touching(span)}
    for span in sorted(
        {*told, *_from_head(doc), *(s for s in acting if _is_name_of_state(s.of(doc.text))), *_from_gazetteer(doc)}
    ):
        if found and span.overlaps(found[-1]):
            if span.end - span.start <= found[-1].end - found[-1].start:
                continue
            found.pop()
        if taken.touching(span) or furniture.touching(span):
            continue
        if span not in told and (span in acting or is_state(span.of(doc.text))) and not _is_where(doc, span, found):
            continue
        found.append(span)
    return found


def _is_name_of_state(words: str) -> bool:
    return is_state(words) or key_of(words) in capitals()


def _from_head(doc: Doc) -> Iterator[Span]:
    """Give names of the head that are places, without article and possessive; "Paris, Texas" as two."""
    for name in doc.names:
        if name.label is not Label.LOC or name.confidence < _SURE or is_people(name.span.of(doc.text)):
            continue
        start = name.span.start
        for part in re.split(r"(,\s+)", name.span.of(doc.text)):
            match = _EDGES.match(part)
            if match is not None and match["name"].strip() and not part.startswith(","):
                yield Span(start + match.start("name"), start + match.end("name"))
            start += len(part)


def _from_toponyms(doc: Doc) -> Iterator[Span]:
    """Give what the head of place names marks as a place, without article and possessive."""
    for kind, span, confidence in doc.toponyms:
        match = _EDGES.match(span.of(doc.text))
        if kind != "place" or confidence < _SURE or match is None or not match["name"].strip():
            continue
        bare = Span(span.start + match.start("name"), span.start + match.end("name"))
        tokens = doc.tokens_in(bare)
        if tokens and doc.pos[tokens[-1]] == "PROPN" and not is_people(bare.of(doc.text)) and "'" not in bare.of(doc.text):
            yield bare


def _from_gazetteer(doc: Doc) -> Iterator[Span]:
    """Give large towns and regions that the head missed: "in Port Vila", where no other name stands."""
    names = SpanSet([name.span for name in doc.names])
    for match in _TITLED.finditer(doc.text):
        words = words_of(match["name"])
        for count in range(len(words), 0, -1):
            span = Span(match.start("name"), match.start("name") + words[count - 1].end)
            if names.touching(span):
                continue
            known = candidates_of(span.of(doc.text))
            if known and known[0].usual and known[0].population >= _KNOWN_FROM and _is_name(doc, span):
                yield span
                break


def _is_name(doc: Doc, span: Span) -> bool:
    """Tell whether the words are proper nouns all, and no further one follows."""
    tokens = doc.tokens_in(span)
    after = doc.pos[tokens.stop] if tokens.stop < len(doc.pos) else ""
    return bool(tokens) and all(doc.pos[t] == "PROPN" for t in tokens) and after != "PROPN"


def _is_where(doc: Doc, span: Span, found: list[Span]) -> bool:
    """Tell whether a country or a capital that could act is where something is: after a word of place, or in line with a place."""
    before = doc.text[max(0, span.start - 40) : span.start]
    if _WHERE.search(before) or _PART.search(before):
        return True
    if not found or span.start - found[-1].end > 12:
        return False
    return _LISTED.fullmatch(doc.text[found[-1].end : span.start]) is not None and not _acts(doc, span)


def _acts(doc: Doc, span: Span) -> bool:
    tokens = doc.tokens_in(span)
    return tokens.stop < len(doc.pos) and doc.pos[tokens.stop] in ("VERB", "AUX")
