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
from .authors import Author, author_of, publisher_of
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
    around = Surroundings(readings)
    return _origins(tellings_of(around.readings, *telling, around.mastheads), around)


def origins_among(tellings: Sequence[Telling], around: Surroundings | None = None) -> tuple[Origin, ...]:
    """Give the origins of a claim whose tellings are known, as the linking of claims finds them.

    `around`: of the readings of these tellings and no others, where it is at hand from another claim they tell.
    """
    return _origins(tellings, around or Surroundings(telling.reading for telling in tellings))


class Surroundings:
    """What is known of some reports, whatever claim they tell: the outlets, who is described by an office, whose text each is."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        known = {reading.id: reading for reading in readings}
        self.readings = [known[ident] for ident in sorted(known)]
        self.mastheads = _mastheads(self.readings)
        self.described = [
            voice for reading in self.readings for voice in described_in(reading.report.text, self.mastheads.people)
        ]
        self._finders: dict[str, tuple[Author, SourceFinder]] = {}

    def finder(self, reading: Reading) -> tuple[Author, SourceFinder]:
        """Give whose text a report is, and what finds from whom it has what it tells."""
        if reading.id not in self._finders:
            author = author_of(reading.report, self.mastheads)
            self._finders[reading.id] = author, SourceFinder(reading, author, self.mastheads)
        return self._finders[reading.id]


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


def _origins(tellings: Sequence[Telling], around: Surroundings) -> tuple[Origin, ...]:
    by_report: dict[str, list[Telling]] = defaultdict(list)
    for each in sorted(tellings, key=lambda telling: (telling.report, telling.span, telling.statement or "")):
        by_report[each.report].append(each)
    return traced([_traced(each, around) for each in by_report.values()], around.described)


def _traced(tellings: Sequence[Telling], around: Surroundings) -> Traced:
    reading = tellings[0].reading
    author, finder = around.finder(reading)
    sources = dict.fromkeys(source for telling in tellings for source in finder.sources(telling))
    said = [source for source in sources if source.kind is not SourceKind.PLAIN]  # what it says once, it need not say again
    return Traced(reading, author, tuple(tellings), tuple(said or sources))


__all__ = ["Origin", "OriginKind", "Surroundings", "Telling", "origins_among", "origins_of"]
