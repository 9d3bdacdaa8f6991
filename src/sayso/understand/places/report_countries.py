"""A report and its cast → the countries it is about or from, weighed: what draws an ambiguous name to one of its places."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from urllib.parse import urlsplit

from ...findings.actor import ActorKind
from ...report import Report
from ..extract.cast import Cast
from ..known.actors import find_known
from ..known.named import NameKind
from .gazetteer import gazetteer, places_named
from .home_words import spoken_at
from .resolution import Home

# A country that is named once weighs so much; a place that surely lies in it weighs 1.
_NAMED, _OUTLET = 0.5, 0.5
_CAPITALISED = re.compile(r"\b[A-Z][A-Za-z]{4,}\b")
# Domains of countries that anybody may buy for the sound of them.
_FOR_SALE = frozenset("ai am cc co fm gg io la ly me ms nu sh tk to tv ws".split())


def countries_of(report: Report, cast: Cast) -> dict[str, float]:
    """Give the weight of each country, by alpha-3."""
    weights: defaultdict[str, float] = defaultdict(float)
    for part in cast.parts.values():
        if part.kind is ActorKind.COUNTRY and part.country and part.mentions:
            weights[part.country] += _NAMED * (1 + math.log(len(part.mentions)))
    for country, weight in homes_of(report).items():
        weights[country] += weight
    return dict(weights)


def homes_of(report: Report) -> dict[str, float]:
    """Give the weight of each country the report may be from: its outlet's, and where that is unknown, the one whose words it uses."""
    home = home_of(report)
    return {home: _OUTLET} if home else spoken_at(report.text, hints=_named_for(report))


def _named_for(report: Report) -> frozenset[str]:
    """Give countries with a town that the report names and its address is named for, where the address has no country's ending.

    Papers called after a town are so many in the United States, and their addresses so seldom end in .us, that only these count.
    """
    host = urlsplit(report.url or "").hostname or ""
    if not host.endswith((".com", ".net", ".org")):
        return frozenset()
    names = {word for word in _CAPITALISED.findall(report.text) if word.lower() in host}
    towns = (entry for name in names for entry in places_named(name.title()) if entry.usual and entry.precision == "town")
    return frozenset({"USA"} & {entry.country for entry in towns})


def home_with_host(report: Report) -> Home:
    """Give where a report is from, as far as its outlet, its address or its words tell."""
    homes = homes_of(report)
    return Home(max(homes, key=lambda key: homes[key], default=None), urlsplit(report.url or "").hostname or "")


def home_of(report: Report) -> str | None:
    """Give the country of the outlet, by its name or by the ending of its address; None where neither tells."""
    for known in find_known(report.outlet or ""):
        if known.kind in (NameKind.OUTLET, NameKind.AGENCY) and known.actor.country:
            return known.actor.country
    host = urlsplit(report.url or "").hostname or ""
    ending = host.rpartition(".")[2]
    if ending in _FOR_SALE:
        return None
    return gazetteer().alpha3_of.get("GB" if ending == "uk" else ending.upper())
