"""Names → places of the gazetteer. The file is mapped on first use: what is not asked for is never read."""

from __future__ import annotations

import json
import mmap
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from ...errors import LexiconError
from ...lexicons import __file__ as lexicons
from ..known.words import key_of
from .layout import CONTINENT, COUNTRY, DEGREES, MAGIC, MANY, NO_POINT, REGION, TOWN, hash_of

# Most places of one name that are looked at, those with most people first; "San José" has hundreds.
MAX_PLACES = 64
_PRECISION = {COUNTRY: "country", CONTINENT: "region", REGION: "region", TOWN: "town"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of the gazetteer.

    Attributes:
        number: its place in the file; tells two places apart.
        name: its usual name.
        geonames: GeoNames id, None where the file has none (most regions).
        country: alpha-3, None for a continent.
        region: number of its first-level region, which tells regions apart; 0 where there is none.
        lat, lon: degrees, WGS 84; None for anything larger than a town.
        population: people; 0 where unknown; that of a region is the sum of its towns.
        precision: "country", "region" or "town".
        usual: True where the words asked for are its usual name.
    """

    number: int
    name: str
    geonames: int | None
    country: str | None
    region: int
    lat: float | None
    lon: float | None
    population: int
    precision: str
    usual: bool = True


class Gazetteer:
    """One gazetteer file, read-only. Raises LexiconError where it is missing or is none."""

    def __init__(self, path: Path) -> None:
        try:
            with path.open("rb") as opened:
                self._bytes = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            raise LexiconError(f"{path}: expected the gazetteer, found {error}; reinstall sayso") from error
        if self._bytes[: len(MAGIC)] != MAGIC:
            raise LexiconError(f"{path}: expected a gazetteer of this version, found something else; reinstall sayso")
        start = self._bytes.find(b"\n", len(MAGIC)) + 1
        head = json.loads(self._bytes[len(MAGIC) : start])
        self.note: str = head["note"]
        self._kinds: list[int] = head["kinds"]
        self._alpha3: list[str | None] = [None, *(country[1] for country in head["countries"])]
        self._arrays: dict[str, Any] = {
            name: np.frombuffer(self._bytes, dtype, count, start + at) for name, (at, dtype, count) in head["arrays"].items()
        }
        self.alpha3_of: dict[str, str] = {country[0]: country[1] for country in head["countries"]}
        self._neighbours = {
            country[1]: tuple(key for two in country[4] if (key := self.alpha3_of.get(two))) for country in head["countries"]
        }
        self._countries = {country[1]: index for index, country in enumerate(head["countries"])}

    def __len__(self) -> int:
        return len(self._arrays["idents"])

    def named(self, words: str) -> tuple[Entry, ...]:
        """Give the places that bear the name, larger kinds first, then most people first; at most MAX_PLACES."""
        wanted = np.uint64(hash_of(key_of(words)))
        keys = self._arrays["keys"]
        at = int(np.searchsorted(keys, wanted))
        if at >= len(keys) or keys[at] != wanted:
            return ()
        slot = int(self._arrays["slots"][at])
        if slot < MANY:
            return (self.entry(slot // 2, usual=bool(slot % 2)),)
        start = slot - MANY
        count = min(MAX_PLACES, int(self._arrays["more"][start]))
        return tuple(self.entry(e // 2, usual=bool(e % 2)) for e in self._arrays["more"][start + 1 : start + 1 + count].tolist())

    def country(self, key: str) -> Entry | None:
        """Give the country of that alpha-3 key; None where GeoNames has none."""
        index = self._countries.get(key)
        return None if index is None else self.entry(index)

    def neighbours(self, key: str) -> tuple[str, ...]:
        """Give the alpha-3 keys of the countries that border on one."""
        return self._neighbours.get(key, ())

    def entry(self, number: int, *, usual: bool = True) -> Entry:
        """Give the place of that number."""
        a = self._arrays
        kind = max(k for k in range(TOWN + 1) if self._kinds[k] <= number)
        ident, lat, lon = int(a["idents"][number]), int(a["lats"][number]), int(a["lons"][number])
        low, high = int(a["texts_at"][number]), int(a["texts_at"][number + 1])
        town = kind == TOWN and lat < NO_POINT * DEGREES
        return Entry(
            number, a["texts"][low:high].tobytes().decode(), ident or None, self._alpha3[int(a["countries"][number])],
            int(a["regions"][number]), lat / DEGREES if town else None, lon / DEGREES if town else None, int(a["people"][number]),
            _PRECISION[kind], usual,
        )  # fmt: skip

    def numbers(self) -> dict[int, int]:
        """Give the number of every place by its GeoNames id: for measures; it reads the whole list."""
        return {ident: number for number, ident in enumerate(self._arrays["idents"].tolist()) if ident}


@cache
def gazetteer() -> Gazetteer:
    """Give the gazetteer of the package, opened once."""
    return Gazetteer(Path(lexicons).parent / "places" / "places.bin")


@lru_cache(maxsize=20_000)
def places_named(words: str) -> tuple[Entry, ...]:
    """Give the places of the package's gazetteer that bear the name."""
    return gazetteer().named(words)
