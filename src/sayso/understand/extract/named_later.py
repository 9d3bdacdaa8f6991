"""A speaker called by his office before he is named: "the regional governor said … Governor NAME wrote" is one person.

News does so in headlines and first paragraphs. It is he who holds an office of that noun, is named soon after, and is the only one of it in the report;
words before the noun that his office lacks ("the *defence* minister", "the *police* spokesman") speak against it, and so does another
of that noun who is told from him by a place ("the mayor of Lyon"). "A doctor" may be any: he is joined to nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...findings.actor import ActorKind
from ..doc import Doc
from .cast import Cast, Part

# Sentences within which the name follows.
REACH = 4
_CALLED = re.compile(r"(?:the )?(?!an? )(?P<before>(?:[\w.-]+ ){0,3})(?P<noun>[A-Za-z-]+)", re.IGNORECASE)
# What the office of a place is called beside its name.
_OF_PLACES = frozenset("regional local provincial city state town district federal national central military".split())


def named_later(doc: Doc, cast: Cast, speakers: Iterable[Part]) -> dict[str, Part]:
    """Give, by the key of each speaker who is only described, the person whom the report names afterwards; the cast then knows them as one."""
    found: dict[str, Part] = {}
    for part in dict.fromkeys(speakers):
        if part.kind is not ActorKind.PERSON or part.family or part.key in found or not part.naming:
            continue
        person = _holder(doc, cast, part)
        if person is not None:
            cast.hand_over(part, person)
            found[part.key] = person
    return found


def _holder(doc: Doc, cast: Cast, part: Part) -> Part | None:
    match = _CALLED.fullmatch(min(part.naming).of(doc.text))
    if match is None:
        return None
    noun, before = match["noun"].lower(), {w.lower() for w in match["before"].split()} - _OF_PLACES
    alike = [p for p in cast.parts.values() if p.family and any(_noun(o.role) == noun for o in p.offices if not o.former)]
    if (
        len(alike) != 1
        or _is_told_apart(cast, part, noun)
        or not any(before <= _words(o.role) for o in alike[0].offices if _noun(o.role) == noun)
    ):
        return None
    person = alike[0]
    apart = doc.sentence_number(person.first()) - doc.sentence_number(part.first())
    is_of_another = part.country is not None and person.country not in (None, part.country)
    return person if person.first() > part.first() and apart <= REACH and not is_of_another else None


def _is_told_apart(cast: Cast, part: Part, noun: str) -> bool:
    """Tell whether somebody else is called by the noun and a place or body behind it."""
    of_another = re.compile(rf"(?:[\w’'.-]+ )*{re.escape(noun)} (?:of|for|in|at|from) .*", re.IGNORECASE)
    others = (p for p in cast.parts.values() if p is not part and p.kind is ActorKind.PERSON and not p.family)
    return any(of_another.fullmatch(mention.of(cast.text)) for other in others for mention in other.naming)


def _words(role: str) -> set[str]:
    return set(role.lower().split())


def _noun(role: str) -> str:
    return role.lower().split()[-1] if role else ""
