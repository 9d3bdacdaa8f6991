"""A party → the actor of the cast that it is, made where there is none yet: "Chadian soldiers" are the armed forces of Chad."""

from __future__ import annotations

import re

from ...findings.actor import ActorKind
from ...span import Span
from ..chains.words import singular
from ..extract.cast import Cast, Part, slug
from ..extract.holders import PREPOSITION
from ..extract.naming import state_part
from ..extract.source_kinds import BODY, bare, before_clause
from ..known.named import demonym_of, states
from ..known.offices import body_of, sector_of
from .party import Party
from .triggers import words_of

# Words of a description that is an actor by them alone; how sure it is; characters around it in which a longer one may begin; nouns that say nothing of who they are; numbers before them.
_MOST_WORDS, _LOW, _AROUND = 4, 0.7, 80
_ANYBODY = frozenset(
    "people persons others children members victims individuals those ones dead wounded injured side sides state country nation world citizens nationals residents relatives families supporters opponents critics colleagues members".split()
)
_MERE_PEOPLE = frozenset(("men", "women", "boys", "girls"))
# Sectors of people who are some state's, though a lone noun ("soldiers") does not say whose.
_OF_STATES = frozenset(("MIL", "COP", "GOV", "JUD", "LEG", "SPY"))
# Bodies that have no name; by others' kind alone ("the bloc", "the company") a report means one that it has named.
_OF_NO_NAME = frozenset(("opposition", "diocese", "clergy"))
_OWNERS = frozenset("its his her their our my your whose".split())
_COUNT = re.compile(
    r"^(?:(?:at least|more than|more|many|other|about|some|over|nearly|up to|as many as|around|\d[\d,.]*|dozens of|hundreds of|thousands of|scores of|several|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty) )+",
    re.IGNORECASE,
)
_BODIES = {"MIL": "armed forces", "COP": "police"}


def actor_of(party: Party, cast: Cast, *, alone: bool = True) -> Part | None:
    """Give the actor of the cast, made where there is none yet; None where nobody is named.

    Args:
        alone: whether nobody else is on the side; beside others a lone noun ("troops", "men") is no actor of its own.
    """
    if party.part is not None:
        if party.part.kind is ActorKind.PERSON and party.part.country is None:
            party.part.country = party.country
        if not any(m.overlaps(party.span) for m in party.part.mentions):
            party.part.mentions.add(party.span)  # a pronoun or noun that the act's other words made known
        return party.part
    if party.country is None:
        return _described(party, cast) if alone or " " in party.span.of(cast.text).strip() else None
    if party.country not in states():
        return None
    part = _made(party, cast)
    words = party.span.of(cast.text)
    if (
        part.kind is not ActorKind.COUNTRY
        and words.split()[-1].lower() in part.name.lower().split()
        and not re.search(r"\d", words)
    ):
        part.aliases.add(words)  # "the student demonstrators" are "Greek demonstrators", too
    return _mentioned(part, party)


def _mentioned(part: Part, party: Party) -> Part:
    if party.span not in part.mentions:
        part.mentions.add(party.span)
        part.naming.append(party.span)
    return part


def _described(party: Party, cast: Cast) -> Part | None:
    """Give several people or a body who have no name and no state by their words: "armed men", "the customs officers", "a self-defence brigade"."""
    words = before_clause(" ".join(party.span.of(cast.text).split()))
    name = _COUNT.sub("", bare(PREPOSITION.split(words + " ")[0])).strip()
    last = name.split(" ")[-1].lower()
    is_several = singular(last) != last and (sector_of(singular(last)) is not None or singular(last) in words_of("people"))
    is_owned = name.split(" ")[0].lower() in _OWNERS
    if (
        party.pronoun
        or is_owned
        or not 0 < len(name.split()) <= _MOST_WORDS
        or not (is_several or (BODY.search(name) and (" " in name or last in _OF_NO_NAME)))
        or last in _ANYBODY
        or (" " not in name and (last in _MERE_PEOPLE or sector_of(singular(last)) in _OF_STATES))
    ):
        return None
    near = Span(max(0, party.span.start - _AROUND), party.span.end + _AROUND)
    around = (p for m, p in cast.named_in(near) if m.covers(party.span) and p.kind in (ActorKind.GROUP, ActorKind.ORGANISATION))
    if (part := next(around, None)) is not None:
        return _mentioned(part, party)
    part = cast.part(slug(name), name, ActorKind.GROUP if is_several else ActorKind.ORGANISATION)
    part.sector = part.sector or party.sector or sector_of(singular(last))
    part.confidence = part.confidence if part.naming else _LOW
    return _mentioned(part, party)


def _made(party: Party, cast: Cast) -> Part:
    country, sector = party.country or "", party.sector
    if sector in (None, "GOV") or not party.noun:
        return state_part(cast, country)
    body = body_of(_BODIES.get(sector, party.noun), country)
    if body is not None and body.kind is not ActorKind.COUNTRY:
        part = cast.part(body.key, body.name, body.kind)
    else:
        words = party.noun if party.noun in ("people", "police") or singular(party.noun) != party.noun else _plural(party.noun)
        part = cast.part(f"{country.lower()}-{sector.lower()}", f"{demonym_of(country)} {words}", ActorKind.GROUP)
    part.country, part.sector = country, sector
    return part


def _plural(noun: str) -> str:
    if noun.endswith("man"):
        return noun[:-2] + "en"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun if noun.endswith("s") else noun + "s"
