"""Bodies called by their kind alone → the body meant: "the Ministry of Defence" in a report about one state, "Coalition aircraft" against Islamic State.

A cast with its states and bodies in, its parts handed over. Where the report is not about one state, the words stay what they are.
"""

from __future__ import annotations

import re

from ...findings.actor import ActorKind
from ...span import Span
from ..doc import Doc
from ..known.named import named
from ..known.offices import body_of, body_words
from ..known.words import key_of
from .cast import Cast, Part, slug
from .states_meant import StatesMeant

_COALITION = re.compile(r"\b[Cc]oalition\b(?! (?:government|partner|talks|deal|agreement|part))")
# Names that bodies of several states have.
_OF_SEVERAL = re.compile(
    r"(?:National|Federal|State|Central) (?:\w+ ){0,2}(?:Agency|Service|Bureau|Council|Office|Administration|Guard|Commission)"
)
# Last words of names of bodies, by which alone a report calls them again.
_CALLED_BY_NOUN = frozenset(
    "commission council court tribunal union league front movement assembly committee authority agency fund bank congress alliance".split()
)
# The coalition that a report against them calls by that word, with a capital.
_AGAINST = {"islamic-state": "global-coalition"}


def name_bare_bodies(doc: Doc, cast: Cast) -> None:
    """Give ministries without a state to the report's, and "the coalition" to the one it has named."""
    states = StatesMeant(doc, cast)
    for part in sorted(cast.parts.values(), key=lambda p: p.key):
        if part.kind is ActorKind.ORGANISATION and part.country is None and key_of(part.name) in body_words() and part.naming:
            meant = states.around(min(part.naming))
            body = body_of(part.name, meant.part.key) if meant is not None else None
            if body is not None and body.kind is ActorKind.ORGANISATION:
                found = cast.part(body.key, body.name, body.kind)
                found.country, found.sector = body.country, body.sector
                cast.hand_over(part, found)
    _of_another_state(doc, cast, states)
    _shortened(cast)
    _coalitions(doc, cast)


def _shortened(cast: Cast) -> None:
    """Give "the Commission" to the one body named before whose name ends so: "the European Commission"."""
    for part in sorted(cast.parts.values(), key=lambda p: p.key):
        is_open = part.kind is ActorKind.ORGANISATION and part.country is None and part.sector is None and part.naming
        if not is_open or " " in part.name or part.name.lower() not in _CALLED_BY_NOUN:
            continue
        first = min(part.naming)
        ending = f" {part.name.lower()}"
        whole = [
            p
            for p in cast.parts.values()
            if p is not part
            and p.kind in (ActorKind.ORGANISATION, ActorKind.GROUP)  # not a person of that surname
            and p.naming
            and p.name.lower().endswith(ending)
            and min(p.naming) < first
        ]
        is_other = any(cast.text[m.end : m.end + 4] == " of " for m in part.naming)  # "the Union of dockers"
        if len(whole) == 1 and not is_other:
            cast.hand_over(part, whole[0])


def _of_another_state(doc: Doc, cast: Cast, states: StatesMeant) -> None:
    """Give "Congress", "the Supreme Court" and "the Foreign Office" in a report about one state to it, where the report never says that another's is meant."""
    for part in sorted(cast.parts.values(), key=lambda p: p.key):
        is_organ = part.sector in ("LEG", "JUD", "GOV", "SPY") and part.country is not None and part.country not in cast.parts
        if not is_organ or not part.naming or not all(_is_shared(m.of(doc.text)) for m in part.naming):
            continue
        meant = states.around(min(part.naming))
        if meant is None or not states.is_main(meant) or meant.part.key == part.country:
            continue
        words = min(part.naming).of(doc.text)
        body = body_of(words, meant.part.key)
        if body is not None and body.kind is ActorKind.ORGANISATION:
            found = cast.part(body.key, body.name, body.kind)
            found.country, found.sector = body.country, body.sector
            cast.hand_over(part, found)
        elif _OF_SEVERAL.fullmatch(words) is not None and states.is_sent_from(meant):  # else it may tell of another state
            found = cast.part(slug(f"{meant.part.name} {words}"), words, ActorKind.ORGANISATION)
            found.country, found.sector = meant.part.key, part.sector
            cast.hand_over(part, found)


def _is_shared(words: str) -> bool:
    """Tell whether bodies of several states may be called so."""
    return key_of(words) in body_words() or _OF_SEVERAL.fullmatch(words) is not None


def _coalitions(doc: Doc, cast: Cast) -> None:
    for match in _COALITION.finditer(doc.text):
        span = Span(match.start(), match.end())
        over = [(m, p) for m, p in cast.named_in(doc.sentence_at(span.start)) if m.overlaps(span)]
        whole = next(
            (p for m, p in over if m.start == span.start and named(p.key) is None and m.of(doc.text)[1:].islower()), None
        )
        if over and whole is None:
            continue
        before = (p for _, p in cast.before(span.start, (ActorKind.ORGANISATION,)) if p.key.endswith("coalition"))
        part = next(before, None)
        if part is None and match.group()[0] == "C":
            part = next((_part(cast, key) for enemy, key in _AGAINST.items() if enemy in cast.parts), None)
        if part is not None and whole is not None:  # "Coalition military forces", taken for a name
            cast.hand_over(whole, part)
        elif part is not None:
            cast.mention(part, span, naming=match.group()[0] == "C")


def _part(cast: Cast, key: str) -> Part:
    """Give the part of a body that the lexicon knows."""
    known = named(key)
    part = cast.part(key, known.name if known else key, known.kind if known else ActorKind.ORGANISATION)
    if known is not None:
        part.country, part.sector = known.country, known.sector
    return part
