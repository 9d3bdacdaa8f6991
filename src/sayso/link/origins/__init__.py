"""A telling → where it started: the independent origins behind a claim, as against the reports that carry it.

Tellings of the claim are gathered (`tellings`), each report says from whom it has it (`sources`), and citations and reprints are followed
from report to report (`trail`, `tracing`). Pure functions over readings, the same in whatever order the readings come.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from ...findings.mention import Label
from ...findings.reading import Reading
from ...span import Span, overlaps_any
from .authors import author_of, publisher_of
from .forms import NO_NETWORKS, WRITTEN_ON
from .mastheads import Mastheads, is_masthead_like, is_spoken_on
from .origin import Origin, OriginKind, Telling
from .source import SourceKind
from .sources import SourceFinder
from .tellings import tellings_of
from .traced import Traced
from .tracing import traced
from .voices import described_in


def origins_of(readings: Iterable[Reading], telling: tuple[str, Span]) -> tuple[Origin, ...]:
    """Give the origins of the claim that is told at a span of one report, among these reports; those with most reports first.

    Args:
        readings: in any order, each with an id of its own.
        telling: the id of a reading, and where in its text the claim is told.

    Raises KeyError where no reading has that id.
    """
    known = sorted(readings, key=lambda reading: reading.id)
    mastheads = _mastheads(known)
    return _origins(tellings_of(known, *telling, mastheads), mastheads, known)


def origins_among(tellings: Sequence[Telling]) -> tuple[Origin, ...]:
    """Give the origins of a claim whose tellings are known, as the linking of claims finds them."""
    readings = [telling.reading for telling in tellings]
    return _origins(tellings, _mastheads(readings), readings)


def _mastheads(readings: Sequence[Reading]) -> Mastheads:
    people = {name for reading in readings for name in _people(reading)}
    reports = [reading.report for reading in readings]
    platforms = {
        name for name in {each.outlet for each in reports} if name and any(is_spoken_on(name, each.text) for each in reports)
    }
    outlets = [
        each
        for each in reports
        if is_masthead_like(each.outlet or "") or (each.outlet not in platforms and publisher_of(each, people) is None)
    ]
    written_on = {found["network"] for each in reports for found in WRITTEN_ON.finditer(each.text)} - NO_NETWORKS
    printed = {each.outlet for each in outlets}
    return Mastheads(outlets, people, {name for name in (*platforms, *written_on) if name not in printed})


def _people(reading: Reading) -> Iterator[str]:
    """Give the full names of people in a report, those in the site's own lines aside."""
    text, site = reading.report.text, reading.report.furniture
    for entity in reading.entities:
        if entity.label is Label.PER and " " in (name := entity.span.of(text)) and not overlaps_any(entity.span, site):
            yield name


def _origins(tellings: Sequence[Telling], mastheads: Mastheads, readings: Sequence[Reading]) -> tuple[Origin, ...]:
    by_report: dict[str, list[Telling]] = defaultdict(list)
    for each in sorted(tellings, key=lambda telling: (telling.report, telling.span, telling.statement or "")):
        by_report[each.report].append(each)
    described = (voice for reading in readings for voice in described_in(reading.report.text, mastheads.people))
    return traced([_traced(each, mastheads) for each in by_report.values()], described)


def _traced(tellings: Sequence[Telling], mastheads: Mastheads) -> Traced:
    reading = tellings[0].reading
    author = author_of(reading.report, mastheads)
    finder = SourceFinder(reading, author, mastheads)
    sources = dict.fromkeys(source for telling in tellings for source in finder.sources(telling))
    said = [source for source in sources if source.kind is not SourceKind.PLAIN]  # what it says once, it need not say again
    return Traced(reading, author, tuple(tellings), tuple(said or sources))


__all__ = ["Origin", "OriginKind", "Telling", "origins_among", "origins_of"]
