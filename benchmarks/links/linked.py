"""A half of the texts → what the ledger links in it, kind by kind: pairs by set, id and offsets, without a word of the texts."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from texts import Text

from sayso.findings.reading import Reading
from sayso.link.claims import FOR
from sayso.record.found_links import FoundClaim, FoundHappening, FoundSeries, FoundStory
from sayso.record.ledger import open_ledger
from sayso.span import Span
from sets import Row

# Differences are shown to readers from this score on.
SHOWN = 0.75
KINDS = ("claim", "answer", "difference", "happening", "series", "story")
Named = dict[str, Text]


def linked(readings: dict[Text, Reading]) -> dict[str, list[Row]]:
    """Put the readings into one ledger, link it, and give every pair that it links, by kind, sorted."""
    with tempfile.TemporaryDirectory() as folder, open_ledger(str(Path(folder) / "links.db")) as ledger:
        for text in sorted(readings):
            ledger.add(readings[text])
        ledger.link()
        named = {reading.report.key: text for text, reading in readings.items()}
        claims = list(ledger.claims(least=1))
        found = {
            "claim": list(_claim_joins(claims, named)),
            "answer": list(_answers(claims, named)),
            "difference": list(_differences(claims, named)),
            "happening": [row for one in ledger.happenings(least=2) for row in _tellings(one, named)],
            "series": [row for one in ledger.series(least=2) for row in _carriers(one, named)],
            "story": [row for one in ledger.stories(least=2) for row in _reports(one, named)],
        }
    return {kind: sorted(rows, key=repr) for kind, rows in found.items()}


def _side(named: Named, report: str, span: Span | None) -> Row:
    name, ident = named[report]
    return {"set": name, "doc": ident} | ({"span": [span.start, span.end]} if span else {})


def _head(claim: FoundClaim) -> tuple[str, Span]:
    """Give the first telling that puts it forward, else the first."""
    first = next(iter(claim.standing(*FOR)), claim.positions[0])
    return first.report.key, first.span


def _claim_joins(claims: Iterable[FoundClaim], named: Named) -> Iterator[Row]:
    for claim in claims:
        report, span = _head(claim)
        for position in claim.standing(*FOR):
            if position.report.key != report:
                yield {"a": _side(named, report, span), "b": _side(named, position.report.key, position.span)}


def _answers(claims: Iterable[FoundClaim], named: Named) -> Iterator[Row]:
    for claim in claims:
        report, span = _head(claim)
        for position in claim.positions:
            if position.stand not in FOR and (position.report.key, position.span) != (report, span):
                sides = {"a": _side(named, report, span), "b": _side(named, position.report.key, position.span)}
                yield sides | {"stand": position.stand.value}


def _differences(claims: Iterable[FoundClaim], named: Named) -> Iterator[Row]:
    claims = list(claims)
    heads = {claim.key: _head(claim) for claim in claims}
    for claim in claims:
        for other in claim.differences:
            if other.score >= SHOWN and claim.key < other.key:
                sides = sorted((_side(named, *heads[key]) for key in (claim.key, other.key)), key=repr)
                yield {"a": sides[0], "b": sides[1], "relation": other.relation}


def _tellings(found: FoundHappening, named: Named) -> Iterator[Row]:
    first, *others = found.tellings
    for telling in others:
        if telling.report.key != first.report.key:
            yield {"a": _side(named, first.report.key, first.span), "b": _side(named, telling.report.key, telling.span)}


def _carriers(found: FoundSeries, named: Named) -> Iterator[Row]:
    carriers = [carrier for point in found.series.points for carrier in point.carriers]
    first, *others = sorted(carriers, key=lambda one: (one.published is None, str(one.published), one.report, one.span.start))
    for carrier in others:
        if carrier.report != first.report:
            yield {"a": _side(named, first.report, first.span), "b": _side(named, carrier.report, carrier.span)}


def _reports(found: FoundStory, named: Named) -> Iterator[Row]:
    first, *others = found.reports
    for other in others:
        yield {"a": _side(named, first.report.key, None), "b": _side(named, other.report.key, None)}
