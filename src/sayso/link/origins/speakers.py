"""A statement → its speaker as the reading knows him: whose key and name he has, and for which states and bodies he speaks by office.

Keys count across reports only where the same key means the same actor: a state, or whoever has a name. "foreign ministry" alone has none.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ...findings.actor import Actor, ActorKind
from ...findings.reading import Reading
from ...findings.statement import Statement
from .phrases import OFFICE

# Words in names that are written small.
_SMALL = frozenset("of the and for in on at to de la le el al bin ibn van von der den du des da di dos y e ter zu".split())
_STATE = re.compile(r"[A-Z]{3}")


class Speaker(NamedTuple):
    """Who speaks.

    Attributes:
        key: the actor's key, None where it would not mean the same one in another report.
        name: the fullest name known.
        kind: what sort of actor.
        of: keys of the states and bodies spoken for by office, sorted.
        owner: the name of the state spoken for, else of the body; None where the reading has none.
    """

    key: str | None
    name: str
    kind: ActorKind
    of: tuple[str, ...]
    owner: str | None


def speaker_of(reading: Reading, statement: Statement | None) -> Speaker | None:
    """Give who speaks by the reading; None where it does not know, or where an outlet does."""
    actor = reading.actor(statement.speaker) if statement else None
    if statement is None or actor is None or actor.kind is ActorKind.OUTLET:
        return None
    spoken_for = reading.actor(statement.speaks_for)
    of = {spoken_for.key} if spoken_for else set()
    if spoken_for:  # who speaks for a state by office speaks for the body he heads as well; a professor speaks for nobody
        of |= {office.of for office in actor.offices if office.of and not office.former and OFFICE.search(office.role)}
    # "Gorm" cut out of "the Gorm airport company" is a place and no body
    of -= {actor.key, *(each.key for each in reading.actors if not (each.country or each.sector))}
    owners = sorted((each for each in reading.actors if each.key in of), key=lambda each: (not is_state(each.key), each.key))
    return Speaker(
        actor.key if has_name(actor) else None, actor.name, actor.kind, tuple(sorted(of)), owners[0].name if owners else None
    )


def has_name(actor: Actor) -> bool:
    """Tell whether an actor is a state or has a name of its own: "National Intelligence Service", not "North Korean diplomat"."""
    if actor.kind is ActorKind.COUNTRY:
        return True
    words = re.findall(r"[\w’'.-]+", actor.name)
    if (
        not words
        or re.search(r"['’]s\b", actor.name)
        or (actor.kind is ActorKind.GROUP and actor.country is None and len(words) == 1)
    ):
        return False
    return all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in words)


def is_state(key: str) -> bool:
    """Tell whether a key is a state's."""
    return _STATE.fullmatch(key) is not None
