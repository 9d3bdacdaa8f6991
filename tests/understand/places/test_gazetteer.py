"""The gazetteer: what a file of it holds comes back, what is none is refused, the package's own is small and answers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from sayso.errors import LexiconError
from sayso.understand.places.gazetteer import Gazetteer, gazetteer
from sayso.understand.places.layout import COUNTRY, NO_POINT, REGION, TOWN, packed

MAX_BYTES = 15_000_000


@dataclass
class Row:
    ident: int
    name: str
    kind: int
    country: str
    region: int = 0
    lat: float = NO_POINT
    lon: float = NO_POINT
    population: int = 0


ROWS = [
    Row(7, "Vesland", COUNTRY, "VS", population=90),
    Row(0, "North Vesland", REGION, "VS", 1),
    Row(9, "Ös", TOWN, "VS", 1, 58.12344, -4.5, 50),
    Row(8, "Tor", TOWN, "VS", 1, 58.0, -4.0, 20),
]
NAMES = {"vesland": [(0, True)], "os": [(2, True), (3, False)]}


@pytest.fixture
def small(tmp_path: Path) -> Gazetteer:
    path = tmp_path / "places.bin"
    path.write_bytes(packed(ROWS, [["VS", "XVS", 7, "Vesland", []]], NAMES, note="ours"))
    return Gazetteer(path)


def test_what_was_packed_comes_back(small: Gazetteer) -> None:
    first, second = small.named("Ös")
    assert (first.name, first.geonames, first.country, first.region, first.lat, first.lon) == ("Ös", 9, "XVS", 1, 58.1234, -4.5)
    assert (first.population, first.precision, first.usual) == (50, "town", True)
    assert (second.name, second.usual) == ("Tor", False)


def test_only_towns_have_a_point(small: Gazetteer) -> None:
    country = small.country("XVS")
    assert country is not None and (country.precision, country.lat, country.lon) == ("country", None, None)
    region = small.entry(1)
    assert (region.precision, region.geonames, region.lat) == ("region", None, None)


def test_unknown_names_give_nothing(small: Gazetteer) -> None:
    assert small.named("Nowhere") == () and small.country("ZZZ") is None


def test_another_file_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.bin"
    other.write_bytes(b"something else\n")
    with pytest.raises(LexiconError, match="gazetteer"):
        Gazetteer(other)
    with pytest.raises(LexiconError, match="missing"):
        Gazetteer(tmp_path / "missing.bin")


def test_the_package_has_its_gazetteer() -> None:
    from sayso import lexicons

    assert (Path(lexicons.__file__).parent / "places" / "places.bin").stat().st_size <= MAX_BYTES
    assert "GeoNames, CC BY 4.0" in gazetteer().note
    assert 379252 in [e.geonames for e in gazetteer().named("Khartoum")]
