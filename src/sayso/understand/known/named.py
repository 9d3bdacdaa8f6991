"""Lexicon rows → actors known by name: states, seats, organisations, groups, outlets and agencies, by key and by every name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from ...findings.actor import ActorKind
from ...lexicons import Row, entries
from .days import Term, term_of
from .words import key_of


class NameKind(StrEnum):
    """What sort of words name the actor; where the same words do several, the first of this list wins."""

    STATE = "state"  # "Russia", "the U.S."
    DEMONYM = "demonym"  # "Russian", also as a noun for one of its people
    CAPITAL = "capital"  # "Seoul", the place or the state
    SEAT = "seat"
    ORGANISATION = "organisation"
    GROUP = "group"
    AGENCY = "agency"
    OUTLET = "outlet"
    PERSON = "person"  # a full name or alias
    PEOPLE = "people"  # "Russians"
    FAMILY = "family"  # a family name alone


@dataclass(frozen=True, slots=True)
class Named:
    """An actor the lexicon knows.

    Attributes:
        key: ISO 3166 alpha-3 for a state, a stable slug otherwise.
        name: its usual full name.
        kind: what sort of actor.
        country: alpha-3 of the state it belongs to, None for organisations of states.
        sector: PLOVER sector code, None where the lexicon gives none.
        aliases: its other names.
        igo: True for an organisation of states.
        source: where the row is from.
    """

    key: str
    name: str
    kind: ActorKind
    country: str | None = None
    sector: str | None = None
    aliases: tuple[str, ...] = ()
    igo: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class Naming:
    """One name of one actor: the words, what sort of name they are, and whether they may well mean something else."""

    words: str
    kind: NameKind
    actor: Named
    ambiguous: bool = False


_FILES = (
    ("actors/seats", NameKind.SEAT),
    ("actors/organisations", NameKind.ORGANISATION),
    ("actors/groups", NameKind.GROUP),
    ("actors/agencies", NameKind.AGENCY),
    ("actors/outlets", NameKind.OUTLET),
)
_STATE_FIELDS = (("demonyms", NameKind.DEMONYM), ("people", NameKind.PEOPLE), ("capitals", NameKind.CAPITAL))


@cache
def states() -> dict[str, Named]:
    """Give every state by its alpha-3 key."""
    return {
        row["key"]: Named(
            key=row["key"], name=row["name"], kind=ActorKind.COUNTRY, country=row["key"], sector="GOV",
            aliases=tuple(row.get("aliases", ())), source=row["source"],
        )
        for row in entries("actors/states")
    }  # fmt: skip


def _named(row: Row) -> Named:
    return Named(
        key=row["key"], name=row["name"], kind=ActorKind(row["kind"]), country=row.get("country"), sector=row.get("sector"),
        aliases=tuple(row.get("aliases", ())), igo=row.get("igo", False), source=row["source"],
    )  # fmt: skip


@cache
def _others() -> dict[str, tuple[NameKind, Named, frozenset[str]]]:
    return {row["key"]: (kind, _named(row), frozenset(row.get("weak", ()))) for name, kind in _FILES for row in entries(name)}


def named(key: str) -> Named | None:
    """Give the state, seat, organisation, group, agency or outlet of that key; None where no lexicon has it."""
    if state := states().get(key):
        return state
    other = _others().get(key)
    return other[1] if other else None


def demonym_of(state_key: str) -> str:
    """Give the first adjective of a state ("Russian"), its name where it has none; raises KeyError on any other key."""
    return _demonyms()[state_key]


@cache
def _demonyms() -> dict[str, str]:
    return {row["key"]: (row.get("demonyms") or [row["name"]])[0] for row in entries("actors/states")}


def namings() -> Iterator[Naming]:
    """Give every name of every state, seat, organisation, group, agency and outlet."""
    for row in entries("actors/states"):
        yield from _state_namings(row)
    for kind, actor, weak in _others().values():
        for words in (actor.name, *actor.aliases):
            yield Naming(words, kind, actor, words in weak)


def _state_namings(row: Row) -> Iterator[Naming]:
    state, weak = states()[row["key"]], frozenset(row.get("weak", ()))
    yield Naming(state.name, NameKind.STATE, state, row.get("ambiguous", False))
    for words in state.aliases:
        yield Naming(words, NameKind.STATE, state, words in weak)
    for field, kind in _STATE_FIELDS:
        for words in row.get(field, ()):
            yield Naming(words, kind, state, words in weak)


def blocked_names() -> Iterator[str]:
    """Give the longer names that hold an actor's name and are somebody or something else ("New Mexico", "West Bank")."""
    for name in ("actors/states", *(name for name, _ in _FILES)):
        for row in entries(name):
            yield from row.get("not_in", ())


@cache
def _state_words() -> dict[str, str]:
    found: dict[str, tuple[bool, str]] = {}
    for row in entries("actors/states"):
        for naming in _state_namings(row):
            key = key_of(naming.words)
            if key not in found or (found[key][0] and not naming.ambiguous):
                found[key] = (naming.ambiguous, naming.actor.key)
    return {words: key for words, (_, key) in found.items()}


def state_of(words: str) -> Named | None:
    """Give the state that a name, adjective, word for its people or capital stands for; None where none does.

    "the US", "U.S.", "American", "Washington" all give USA; a bare lower-case "us" gives None.
    """
    bare = words.strip().removeprefix("the ").removeprefix("The ").removesuffix("'s").removesuffix("’s")
    if bare == "us":
        return None
    key = _state_words().get(key_of(bare))
    return states()[key] if key else None


@cache
def _memberships() -> dict[str, tuple[tuple[str, Term], ...]]:
    table = {}
    for row in entries("actors/organisations"):
        rows = [{"key": member} if isinstance(member, str) else member for member in row.get("members", ())]
        table[row["key"]] = tuple((member["key"], term_of("member", row["key"], member)) for member in rows)
    return table


def members_of(key: str, on: date | None = None) -> tuple[str, ...]:
    """Give the keys of an organisation's members on a day, or all it ever had in our rows; empty where the lexicon lists none."""
    rows = _memberships().get(key, ())
    return tuple(dict.fromkeys(member for member, term in rows if on is None or term.may_hold(on)))
