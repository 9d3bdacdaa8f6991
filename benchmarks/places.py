"""Places of LGL, GeoWebNews and TR-News dev: what given names mean, and what is found from raw text.

usage: python benchmarks/places.py [--data DIR] [--train] [--given] [--show N]
    --train   measure on the train splits, for tuning; writes nothing
    --given   given names only: seconds, not minutes; writes nothing
    --show    print the N most frequent errors on given names

Given names: the exact GeoNames id, among names whose id the gazetteer holds, and the country, among all names whose country is known;
coverage is the share of ids that the gazetteer holds. A name's adjectives and peoples count where the set marks them ("Turkish").
From raw text: F1 of spans, exact but for an article and a possessive, and of spans with their country. GeoWebNews counts its literal
types. Intervals are 95 %, by bootstrap over documents. Writes results/places.json.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.report import Report
from sayso.span import Span
from sayso.understand.places.gazetteer import Gazetteer, gazetteer
from sayso.understand.places.report_countries import home_with_host, homes_of
from sayso.understand.places.resolution import resolve
from sets import Row, digest_of, interval_of, keep, options_of, readings_of, rows_of

SETS = {"LGL": "lgl", "GeoWebNews": "geowebnews", "TR-News": "trnews"}
LITERAL = {"Literal", "Coercion", "Mixed", "Embedded_Literal", "Literal_Modifier"}
_EDGES = re.compile(r"^(?:[Tt]he\s+)?(?P<name>.*?)(?:['’]s|['’])?$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Gold:
    """A place name as a set marks it: its GeoNames id and country, None where the set or GeoNames says none."""

    span: Span
    ident: int | None
    country: str | None


class Countries:
    """The alpha-3 key of what a set says: by its id, else by the country's name."""

    def __init__(self, held: Gazetteer) -> None:
        self.of_ident = {ident: held.entry(number).country for ident, number in held.numbers().items()}
        self._of_name = {entry.name: entry.country for key in held.alpha3_of.values() if (entry := held.country(key))}

    def of(self, row: Row) -> str | None:
        ident = row.get("geonameid")
        return (
            self.of_ident.get(int(ident)) if ident and int(ident) in self.of_ident else self._of_name.get(str(row.get("country")))
        )


def gold_of(row: Row, countries: Countries) -> list[Gold]:
    """Give the places proper that a document marks."""
    kept = [t for t in row["toponyms"] if t.get("type", "Literal") in LITERAL]
    return [Gold(Span(t["start"], t["end"]), int(t["geonameid"]) if t.get("geonameid") else None, countries.of(t)) for t in kept]


def given_names(rows: list[Row], countries: Countries, errors: Counter[str]) -> list[Counter[str]]:
    """Count by document how many given names are resolved rightly; the report's address is known, as it is to `sayso parse`."""
    counts = []
    for row in rows:
        count: Counter[str] = Counter()
        gold = [one for one in gold_of(row, countries) if one.ident is not None]
        report = Report(row["text"], url=row.get("url"))
        spans = [g.span for g in gold]
        meant_by = resolve(row["text"], spans, countries=homes_of(report), home=home_with_host(report), demonyms=True)
        for one, got in zip(gold, meant_by, strict=True):
            count["ids"] += 1
            held = one.ident in countries.of_ident
            right = got is not None and got.is_named and got.entry.geonames == one.ident
            count["held"] += held
            count["id"] += held and right
            count["with country"] += one.country is not None
            same = one.country is not None and got is not None and got.entry.country == one.country
            count["country"] += same
            count["held with country"] += held and one.country is not None
            count["country of held"] += held and same
            if held and not right:
                meant = f"{got.entry.name}, {got.entry.country} ({got.why})" if got else "nothing"
                errors[f"{one.span.of(row['text'])}: {one.ident} {one.country}; found {meant}"] += 1
        counts.append(count)
    return counts


def _bare(span: Span, text: str) -> Span:
    match = _EDGES.match(span.of(text))
    return Span(span.start + match.start("name"), span.start + match.end("name")) if match and match["name"] else span


def from_text(rows: list[Row], readings: list[Row], countries: Countries) -> list[Counter[str]]:
    """Count by document how many spans, and spans with their country, are found as marked."""
    counts = []
    for row, reading in zip(rows, readings, strict=True):
        text = row["text"]
        gold = {_bare(g.span, text): g.country for g in gold_of(row, countries)}
        found: dict[Span, Any] = {}
        for place in reading["places"]:
            for start, end in place.get("mentions") or [place["span"]]:
                found[_bare(Span(start, end), text)] = place["country"]
        count: Counter[str] = Counter(gold=len(gold), found=len(found))
        count["span"] = sum(span in gold for span in found)
        known = {span: country for span, country in gold.items() if country is not None}
        count["gold with country"] = len(known)
        count["found with country"] = sum(
            country is not None and (span not in gold or span in known) for span, country in found.items()
        )
        count["right"] = sum(known.get(span) == country for span, country in found.items() if country is not None)
        counts.append(count)
    return counts


def _share(right: str, whole: str) -> Any:
    return lambda counts: 100 * sum(c[right] for c in counts) / max(1, sum(c[whole] for c in counts))


def _f1(right: str, found: str, gold: str) -> Any:
    return lambda counts: 200 * sum(c[right] for c in counts) / max(1, sum(c[found] + c[gold] for c in counts))


MEASURES = {
    "coverage": _share("held", "ids"),
    "id": _share("id", "held"),
    "country": _share("country", "with country"),
    "country of held": _share("country of held", "held with country"),
    "raw: span precision": _share("span", "found"),
    "raw: span recall": _share("span", "gold"),
    "raw: span F1": _f1("span", "found", "gold"),
    "raw: country F1": _f1("right", "found with country", "gold with country"),
}


def measured(path: Path, countries: Countries, *, show: int, only_given: bool) -> Row:
    """Measure one set and print it."""
    rows = [
        row if isinstance(row.get("date"), str) and re.fullmatch(r"\d{4}-\d\d-\d\d", row["date"]) else row | {"date": None}
        for row in rows_of(path)
    ]
    errors: Counter[str] = Counter()
    given = given_names(rows, countries, errors)
    counts = given
    if not only_given:
        counts = [one + other for one, other in zip(given, from_text(rows, readings_of(rows), countries), strict=True)]
    figures: Row = {"documents": len(rows), "given names": sum(c["ids"] for c in counts)}
    for name, share in MEASURES.items():
        if only_given and name.startswith("raw"):
            continue
        figures[name] = {"percent": round(share(counts), 1), "interval": interval_of(counts, share)}
        low, high = figures[name]["interval"]
        print(f"  {name:<20} {figures[name]['percent']:5.1f}  [{low:.1f}, {high:.1f}]", flush=True)
    for error, times in errors.most_common(show):
        print(f"    {times} × {error}")
    return figures


def main() -> None:
    """Measure, print and keep."""
    parser = options_of(__doc__)
    parser.add_argument("--train", action="store_true", help="measure on the train splits, for tuning; writes nothing")
    parser.add_argument("--given", action="store_true", help="given names only: seconds, not minutes; writes nothing")
    parser.add_argument("--show", type=int, default=0, help="print the N most frequent errors on given names")
    options = parser.parse_args()
    split = "train" if options.train else "dev"
    countries = Countries(gazetteer())
    figures = {}
    paths = {name: options.data / folder / f"{split}.jsonl.gz" for name, folder in SETS.items()}
    for name, path in paths.items():
        print(f"{name} {split}")
        figures[name] = measured(path, countries, show=options.show, only_given=options.given)
    if not (options.train or options.given):
        keep("places", figures, data=f"{', '.join(paths)} dev, digest {digest_of(*paths.values())}", arguments=())


if __name__ == "__main__":
    main()
