"""Seats and offices outside a party that a party's name stands before ("Green Party senator NAME") → membership of the party, not an office of it."""

from __future__ import annotations

from dataclasses import replace

from ...findings.tie import Relation
from ..known.offices import office_word
from ..known.words import key_of
from .found import Found
from .words import is_party

_SEATS = frozenset(("LEG", "ELI"))
_POSTS = frozenset("minister premier governor mayor councillor rep".split())
_OF_PARTIES = frozenset(
    "leader chairman chairwoman chair chairperson president spokesman spokeswoman spokesperson secretary treasurer whip head chief deputy".split()
)


def as_seat(found: Found) -> Found:
    """Give an office that says no more than membership as what it says: "Green Party senator" of the party, "member of the council" of the council."""
    role = found.role or ""
    if found.relation is not Relation.HOLDS_OFFICE or not role:
        return found
    names_body = role.lower().startswith("member of") and key_of(found.object.name) in key_of(role)
    if not names_body and not (is_party(found.object) and is_seat(role)):
        return found
    return replace(found, relation=Relation.MEMBER_OF, role=None, start=None, until=None)


def is_seat(role: str) -> bool:
    """Tell whether a title with a party before it is a seat or an office outside the party."""
    last = role.split()[-1]
    if key_of(last) in _POSTS:
        return True
    word = office_word(role) or office_word(last)
    return (
        word is not None and key_of(last) not in _OF_PARTIES and (word.sector in _SEATS or word.word in ("politician", "member"))
    )
