"""Words of office and of government bodies → the lexicon's office, the body with its key, the sector.

A description such as "the former Brazilian deputy foreign minister" is read by `descriptions`; here are the tables.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from ...findings.actor import ActorKind
from ...lexicons import entries
from .named import Named, demonym_of, named, states
from .words import key_of


class SpeaksFor(StrEnum):
    """Whom the holder of an office speaks for by office."""

    STATE = "state"
    BODY = "body"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class OfficeWord:
    """An office as the lexicon writes it.

    Attributes:
        word: the role in our words ("foreign minister").
        sector: PLOVER code, None where it is that of the body.
        speaks_for: whom the holder speaks for by office.
        means: the role another state calls it by ("foreign secretary" means "foreign minister"), None where none.
    """

    word: str
    sector: str | None
    speaks_for: SpeaksFor
    means: str | None = None


@dataclass(frozen=True, slots=True)
class BodyWord:
    """A noun for a government body; with a state it makes an actor.

    Attributes:
        word: the noun in our words ("foreign ministry").
        sector: PLOVER code.
        key, name: patterns with {state}, {demonym} and {alpha3}.
        named: keys of bodies that have a row of their own, by state.
    """

    word: str
    sector: str
    key: str
    name: str
    named: dict[str, str]


@cache
def office_words() -> dict[str, OfficeWord]:
    """Give the offices by the key of every word for them; singular words find regular plurals too."""
    table: dict[str, OfficeWord] = {}
    for row in entries("actors/offices"):
        if "marks" in row:
            continue
        office = OfficeWord(row["word"], row.get("sector"), SpeaksFor(row["speaks_for"]), row.get("means"))
        for words in (row["word"], *row.get("aliases", ())):
            table.setdefault(key_of(words), office)
    for words, office in list(table.items()):
        table.setdefault(_plural(words), office)
    return table


def _plural(words: str) -> str:
    if words.endswith(("s", "men", "people")):
        return words
    if words.endswith("y") and not words.endswith(("ay", "ey", "oy")):
        return words[:-1] + "ies"
    return words + "s"


@cache
def marks() -> dict[str, str]:
    """Give the words before an office that say whether it is held and of what rank: "former" marks former, "deputy" deputy."""
    return {key_of(row["word"]): row["marks"] for row in entries("actors/offices") if "marks" in row}


def office_word(words: str) -> OfficeWord | None:
    """Give the office that exactly these words name, whatever their case; None where none."""
    return office_words().get(key_of(words))


def role_keys(role: str) -> tuple[str, ...]:
    """Give the canonical role, and after it the one it means elsewhere; the words themselves where no such office is known."""
    office = office_word(role)
    if office is None:
        return (role.casefold(),)
    return (office.word, office.means) if office.means else (office.word,)


@cache
def body_words() -> dict[str, BodyWord]:
    """Give the bodies by the key of every word for them."""
    table: dict[str, BodyWord] = {}
    for row in entries("actors/bodies"):
        body = BodyWord(row["word"], row["sector"], row["key"], row["name"], row.get("named", {}))
        for words in (row["word"], *row.get("aliases", ())):
            table.setdefault(key_of(words), body)
    return table


def body_of(words: str, state_key: str) -> Named | None:
    """Give the body of a state that these words name: "foreign ministry" and RUS give russia-foreign-ministry.

    A body with a row of its own is that row (the State Department, the Bundestag); a government is the state itself. None where
    the words name no body or the key is no state's.
    """
    body, state = body_words().get(key_of(words)), states().get(state_key)
    if body is None or state is None:
        return None
    if (own := body.named.get(state_key)) and (row := named(own)):
        return row
    if body.key == "{alpha3}":
        return state
    slug = key_of(state.name).replace(" ", "-")
    return Named(
        key=body.key.format(state=slug), name=body.name.format(demonym=demonym_of(state_key), state=state.name),
        kind=ActorKind.ORGANISATION, country=state_key, sector=body.sector, source="actors/bodies",
    )  # fmt: skip


@cache
def _nouns() -> dict[str, str]:
    table = {key_of(row["word"]): row["sector"] for row in entries("actors/sectors") if "word" in row}
    for words, sector in list(table.items()):
        table.setdefault(_plural(words), sector)
    return table


def sector_of(noun: str) -> str | None:
    """Give the PLOVER sector a role noun puts somebody in ("soldiers": MIL); the last word decides where the whole is unknown."""
    key = key_of(noun)
    if found := _nouns().get(key):
        return found
    if office := office_words().get(key):
        return office.sector
    tail = key.partition(" ")[2]
    return sector_of(tail) if tail else None
