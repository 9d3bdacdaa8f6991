"""Place names of one report → the places they mean, each with the reason.

A name's places are weighed by how many people live there, by whether the words are the usual name, and by what else the report names:
countries and regions that many of its names may lie in draw the others to them. Words right after a name that say where it lies
("Paris, Texas") decide alone. One name means one place throughout a report, unless such words say otherwise.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ...span import Span
from ..known.words import key_of
from .candidates import candidates_of, capitals, containers_after, is_told_a_town, lies_in
from .gazetteer import Entry, gazetteer

# Weights of the sum that the best place wins by: of the logarithm of its people, of the usual name, of larger kinds, of a capital, of
# the shares of the report's places that lie in its country and region. Swept one by one, each over half to twice, on LGL train with
# GeoWebNews and TR-News train as a check; around these values no figure moves by more than two points. Re-run benchmarks/places.py.
# A town that had the name once, beside a capital that has it now.
ONCE_SO_CALLED = 4.0
PEOPLE, USUAL, COUNTRY, CONTINENT, REGION, CAPITAL = 0.55, 1.0, 1.5, 3.0, 2.0, 2.0
SAME_COUNTRY, SAME_REGION, NEIGHBOURS = 1.0, 1.2, 0.3
# Of a town at home whose council, schools or paper the report names; from 1 to 4 LGL train moves by 0.1 points, NEIGHBOURS from 0.15 to 0.6 by none.
LOCAL = 2.0
NO_CAPITAL = 4.0
# Share that a country or region has before any name speaks for it.
_FLOOR_COUNTRY, _FLOOR_REGION = 0.02, 0.02
_ROUNDS = 3


# Share of a report's places that lie in one country, from which a name that the gazetteer lacks is taken to lie there too.
_MOST = 0.5
# People below which a place is not expected to be named by another name than its usual one in a report about another state.
_SMALL = 20_000


@dataclass(frozen=True, slots=True)
class Home:
    """Where a report is from: the country, None where nothing tells, and the host of its address."""

    country: str | None = None
    host: str = ""

    def is_named_for(self, key: str) -> bool:
        """Tell whether the outlet's address holds the name, as papers of towns do."""
        letters = re.sub(r"\W", "", key)
        return len(letters) >= 5 and letters in self.host


NOWHERE = Home()


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a name means, and why. Where `is_named` is False the gazetteer has no such name, and `entry` is what it lies in."""

    entry: Entry
    why: str
    is_named: bool = True


@dataclass(slots=True)
class _Name:
    """One name of the report: its places with their weights, how often it stands, and who says where it lies."""

    places: tuple[Entry, ...]
    shares: list[float]
    times: int = 0
    within: Entry | None = None
    is_local: bool = False

    def told_a_town(self) -> None:
        """Leave out the state of that name."""
        self.places = tuple(p for p in self.places if p.precision != "country")
        self.shares = _prior(self.places)
        self.is_local = True


def resolve(
    text: str,
    spans: Sequence[Span],
    *,
    countries: Mapping[str, float] | None = None,
    home: Home = NOWHERE,
    demonyms: bool = False,
) -> list[Resolved | None]:
    """Give for each span what it means, None where the gazetteer has no such name.

    `countries` are weights of countries that the report is about or from, by alpha-3; 1 weighs as much as a place named once.
    """
    names: dict[tuple[str, int], _Name] = {}
    keys, containers = [], []
    for span in spans:
        words = span.of(text)
        places = candidates_of(words, demonyms=demonyms)
        holders = containers_after(text, span.end)
        within, places = next(
            ((h, inside) for h in holders if (inside := tuple(p for p in places if lies_in(p, h)))), (None, places)
        )
        key = (key_of(words), within.number if within else -1)
        if key not in names:
            names[key] = _Name(places, _prior(places), within=within)
        names[key].times += 1
        if is_told_a_town(text, span.start, span.end):
            names[key].told_a_town()
        names[key].is_local |= home.is_named_for(key[0])
        keys.append(key)
        containers.append(holders[0] if holders else None)
    _share_out(names)
    share_of = _weigh(names.values(), countries or {}, home.country)
    main = max(share_of, key=lambda country: share_of[country], default=None)
    around = gazetteer().country(main) if main is not None and share_of[main] >= _MOST else None
    return [
        (None if around is not None and _is_far_fetched(names[key], around) else _best(names[key])) or _unlisted(holder, around)
        for key, holder in zip(keys, containers, strict=True)
    ]


def _is_far_fetched(name: _Name, around: Entry) -> bool:
    """Tell whether the best place is a small one that bears the name on the side, in a state other than most of the report's."""
    if not name.places or name.within is not None:
        return False
    place = _top(name)
    return not place.usual and place.precision == "town" and place.population < _SMALL and place.country != around.country


def _unlisted(container: Entry | None, around: Entry | None) -> Resolved | None:
    """Give what a name that the gazetteer lacks lies in, by the words after it or by where nearly all else lies."""
    if container is not None:
        return Resolved(container, f"not in the gazetteer; in {container.name}", is_named=False)
    return Resolved(around, f"not in the gazetteer; the report's places are in {around.name}", is_named=False) if around else None


def _share_out(names: dict[tuple[str, int], _Name]) -> None:
    """Let a name that was once put somewhere mean the same place where it stands alone."""
    told = {key: name for (key, within), name in names.items() if within >= 0}
    for (key, within), name in names.items():
        if within < 0 and key in told and name.places and name.places[0].precision == "town":
            name.places, name.shares, name.within = told[key].places, list(told[key].shares), told[key].within


def _worth(entry: Entry) -> float:
    worth = PEOPLE * math.log(entry.population + 300) + USUAL * entry.usual
    if entry.precision == "country":
        return worth + COUNTRY
    if entry.precision == "region":
        same_as_capital = capitals().get(key_of(entry.name)) == entry.country  # Washington the state gives way to the town
        return worth + (
            CONTINENT if entry.country is None else REGION * (entry.geonames is not None) - NO_CAPITAL * same_as_capital
        )
    return worth + CAPITAL * (entry.usual and capitals().get(key_of(entry.name)) == entry.country)


def _prior(places: Sequence[Entry]) -> list[float]:
    is_capital = any(p.usual and p.precision == "town" and capitals().get(key_of(p.name)) == p.country for p in places)
    return _shares([_worth(p) - ONCE_SO_CALLED * (is_capital and not p.usual) for p in places])


def _shares(scores: list[float]) -> list[float]:
    top = max(scores, default=0.0)
    weights = [math.exp(max(-30.0, s - top)) for s in scores]
    whole = sum(weights) or 1.0
    return [w / whole for w in weights]


@dataclass(slots=True)
class _Pull:
    """How many names lie in each country and region, in shares of names."""

    countries: defaultdict[str | None, float]
    regions: defaultdict[int, float]

    def add(self, name: _Name, sign: float = 1.0) -> None:
        """Count a name in, or with sign -1 out."""
        count = sign * (1.0 + math.log(name.times))
        for place, share in zip(name.places, name.shares, strict=True):
            self.countries[place.country] += share * count
            if place.region:
                self.regions[place.region] += share * count

    def whole(self) -> float:
        """Give the sum that shares are of."""
        return sum(self.countries.values()) or 1.0


def _weigh(names: Iterable[_Name], countries: Mapping[str, float], home: str | None) -> dict[str, float]:
    """Draw names to the countries and regions that the others lie in; gives the share of each country in the end.

    Each round starts from what the last one found.
    """
    kept = [name for name in names if name.places]
    for _ in range(_ROUNDS):
        pull = _pull(kept, countries)
        whole = pull.whole()
        drawn = []
        for name in kept:
            pull.add(name, -1.0)
            at_home = [LOCAL * (name.is_local and place.precision == "town" and place.country == home) for place in name.places]
            drawn.append(
                _shares([_worth(p) + _drawn(p, pull, whole) + local for p, local in zip(name.places, at_home, strict=True)])
            )
            pull.add(name)
        for name, shares in zip(kept, drawn, strict=True):
            name.shares = shares
    pull = _pull(kept, countries)
    return {country: weight / pull.whole() for country, weight in pull.countries.items() if country is not None}


def _pull(names: Iterable[_Name], countries: Mapping[str, float]) -> _Pull:
    pull = _Pull(defaultdict(float), defaultdict(float))
    pull.countries.update(countries)
    for name in names:
        pull.add(name)
    return pull


def _drawn(place: Entry, pull: _Pull, whole: float) -> float:
    """Give how strongly the other names draw a place."""
    of_country = max(0.0, pull.countries[place.country]) / whole
    if place.precision == "country" and place.country is not None:
        near = sum(max(0.0, pull.countries[key]) for key in gazetteer().neighbours(place.country))
        of_country += NEIGHBOURS * near / whole
    of_region = max(0.0, pull.regions[place.region]) / whole if place.region else 0.0
    return SAME_COUNTRY * math.log(of_country + _FLOOR_COUNTRY) + SAME_REGION * math.log(of_region + _FLOOR_REGION)


def _top(name: _Name) -> Entry:
    return max(zip(name.shares, name.places, strict=True), key=lambda pair: pair[0])[1]


def _best(name: _Name) -> Resolved | None:
    if not name.places:
        return None
    place = _top(name)
    if name.within is not None:
        return Resolved(place, f"in {name.within.name}")
    if len(name.places) == 1:
        return Resolved(place, "only one of that name")
    most = max(name.places, key=_worth)
    return Resolved(
        place, "best known of that name" if place.number == most.number else f"as the report's other places in {_country(place)}"
    )


def _country(place: Entry) -> str:
    country = gazetteer().country(place.country) if place.country else None
    return country.name if country is not None else place.name
