"""Words of one place name → the places they may mean, and the larger place the words after it say it lies in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from ...lexicons import entries
from ..known.named import NameKind, Naming, namings
from ..known.words import folded, key_of
from .gazetteer import Entry, gazetteer, places_named
from .regions import region_named

_EDGES = re.compile(r"^(?:[Tt]he|[Cc]ity of|[Tt]own of|[Ss]tate of|[Pp]rovince of)\s+|(?:['’]s|['’])$")
_WHOLE = re.compile(r"\s(?:[Ss]tate|[Pp]rovince|[Rr]egion|[Oo]blast|[Gg]overnorate|[Cc]ity|[Tt]ownship|[Pp]refecture)$")
_PART = re.compile(
    r"^(?:[Uu]pper|[Ll]ower|[Cc]entral|(?:[Nn]orth|[Ss]outh)?-?(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est)(?:ern)?)\s+(?=[A-Z])"
)
_SHORTENED = {"st": "saint", "ft": "fort", "mt": "mount", "saint": "st", "fort": "ft", "mount": "mt"}
# "the City of Jordan", "Lebanon High School": not the state of that name.
_BEFORE_TOWN = re.compile(r"\b(?:[Cc]ity|[Tt]own|[Vv]illage|[Mm]ayor|[Tt]ownship)\s+of\s+$|\b[Dd]owntown\s+$")
_AFTER_TOWN = re.compile(
    r"\s+(?:City\s+(?:Council|Hall|Manager)|Town(?:ship)?\b|Mayor\s+[A-Z]|(?:Independent\s+|Public\s+|Area\s+)?School\s+(?:District|Board)"
    r"|(?:Junior\s+|Senior\s+)?High\s+School|Junior\s+College|(?:Police|Fire)\s+Department|Public\s+Library)"
)
# ", Texas" and " (Texas)"; the name is at most three words long.
_AFTER = re.compile(r"(?:,\s+|\s+\()(?:(?:in|the)\s+)*(?P<name>[^\W\d_][\w.’'-]*(?:\s[^\W\d_a-z][\w.’'-]*){0,2})")


@cache
def _states() -> dict[str, Naming]:
    """Give names of states by key: names, then demonyms and peoples, which count where somebody says that the words are a place."""
    found: dict[str, Naming] = {}
    kinds = (NameKind.STATE, NameKind.DEMONYM, NameKind.PEOPLE)
    for kind in kinds:
        for naming in namings():
            if naming.kind is kind:
                found.setdefault(key_of(naming.words), naming)
    return found


def is_state(words: str) -> bool:
    """Tell whether the words are a state's name; adjectives and words for its people are not."""
    state = _states().get(key_of(words))
    return state is not None and state.kind is NameKind.STATE


def is_people(words: str) -> bool:
    """Tell whether the words are a state's adjective or its people: "Chadian", "the Chadians"."""
    key = key_of(words)
    state = _states().get(key) or _states().get(key.removesuffix("s"))
    return state is not None and state.kind is not NameKind.STATE


@cache
def _short() -> dict[str, tuple[str, ...]]:
    """Give by key what shortened names stand for: "Calif.", "N.Y."; written with a capital each."""
    table: dict[str, tuple[str, ...]] = {}
    for row in entries("places/shortened"):
        for words in row["short"]:
            table[words.replace(".", "")] = (row["word"],)
    return table


def _spellings(words: str) -> Iterator[str]:
    bare = words
    while (cut := _EDGES.sub("", bare)) != bare:
        bare = cut
    yield bare
    if (whole := _WHOLE.sub("", bare)) != bare:
        yield whole
    first, _, rest = bare.partition(" ")
    if rest and (other := _SHORTENED.get(folded(first))):
        yield f"{other} {rest}"
    if (part_of := _PART.sub("", bare)) != bare:  # "eastern Ukraine" is in Ukraine: no more is known of it
        yield part_of


@lru_cache(maxsize=20_000)
def candidates_of(words: str, *, demonyms: bool = False) -> tuple[Entry, ...]:
    """Give the places that a name may mean, countries first. Demonyms give their country where asked for."""
    for name in _spellings(words):
        if name.isupper() and len(name) < 4 and name.replace(".", "") not in _short() and key_of(name) not in _states():
            continue  # "EU" is no town
        name = _short().get(name.replace(".", ""), (name,))[0]
        state = _states().get(key_of(name))
        country = None
        if state is not None and name != "us" and (demonyms or state.kind is NameKind.STATE):
            country = gazetteer().country(state.actor.key)
        found = tuple(e for e in _named(name) if country is None or e.number != country.number)
        if country is not None:
            # Of a country's name only a town usually so called ("Poland, Ohio") or a region with an id (Georgia) is a rival.
            return (country, *(e for e in found if e.usual and (e.precision == "town" or e.geonames)))
        if name not in words and any(e.precision == "region" for e in found):
            return tuple(e for e in found if e.precision == "region")  # "Wash." is the state, "Washington" may be the town
        if found:
            return _without_doubles(found, whole=name == words or _WHOLE.search(words) is None)
    return ()


def _named(name: str) -> tuple[Entry, ...]:
    """Give the places of that name, with the region that only the lexicon knows."""
    found, region = places_named(name), region_named(name)
    if region is None or any(e.precision != "town" and e.country == region.country for e in found):
        return found
    return (region, *found)


def _without_doubles(found: tuple[Entry, ...], *, whole: bool) -> tuple[Entry, ...]:
    """Leave out the region called after a town in it, or the town where the words say "region"."""
    towns = {(e.country, e.region) for e in found if e.precision == "town"}
    regions = {(e.country, e.region) for e in found if e.precision == "region"}
    both = towns & regions
    if whole:
        return tuple(e for e in found if e.precision != "region" or e.geonames or (e.country, e.region) not in both)
    return tuple(e for e in found if e.precision != "town" or (e.country, e.region) not in both)


@cache
def capitals() -> dict[str, str]:
    """Give by key of a capital its state, alpha-3."""
    return {key_of(naming.words): naming.actor.key for naming in namings() if naming.kind is NameKind.CAPITAL}


def containers_after(text: str, end: int) -> tuple[Entry, ...]:
    """Give the countries or regions that the words after a name may put it in: "Paris, Texas", "Tripoli (Lebanon)"."""
    match = _AFTER.match(text, end)
    if match is None:
        return ()
    words = match.group("name").split()
    for count in range(len(words), 0, -1):
        found = tuple(e for e in candidates_of(" ".join(words[:count]).rstrip(",;")) if e.precision != "town")
        if found:
            return found
    return ()


def is_told_a_town(text: str, start: int, end: int) -> bool:
    """Tell whether the words around a name say that it is a town's: its council, its mayor, its schools."""
    return _AFTER_TOWN.match(text, end) is not None or _BEFORE_TOWN.search(text, max(0, start - 30), start) is not None


def lies_in(entry: Entry, container: Entry) -> bool:
    """Tell whether a place lies in a country or region other than itself."""
    if entry.number == container.number or entry.country != container.country:
        return False
    return container.precision == "country" or (entry.region == container.region and entry.precision != "country")
