"""Reports and their sources → for each report the steps that lead to an origin, or on to other reports.

Citing an outlet that has the claim itself leads to that outlet and no further; else to whom its reports lead.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from .mastheads import Outlet, is_spoken_on
from .origin import OriginKind
from .passages import sentence_at
from .reprints import original_of
from .source import Source, SourceKind
from .traced import Traced
from .voices import Voice, Voices, body_terms

_NAME = re.compile(r"\b[A-Z][\w-]+")
_MASTHEAD_WORDS = frozenset(
    """The Times Herald Gazette Courier Tribune Dispatch Monitor Post News Journal Chronicle Telegraph Observer Examiner Mail Star Globe Record Bulletin
    Reporter Echo Standard Inquirer Sentinel Today Weekly Review TV Television Radio Daily Morning Evening Sunday National New Press""".split()
)


@dataclass(frozen=True, slots=True)
class End:
    """An origin, as yet without those who carry it; `key` is the same for all steps that lead to it."""

    kind: OriginKind
    key: str
    name: str | None
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step from a report: to an origin, or on to other reports of which it has the claim.

    Attributes:
        end: the origin, None where it leads on.
        on: ids of the reports it leads on to.
        reason: in words, without the report's id.
        confidence: 0..1, by judgement.
    """

    end: End | None
    on: tuple[str, ...]
    reason: str
    confidence: float


LOCAL_MEDIA = End(OriginKind.UNNAMED, "unnamed:media", None)


class Trail:
    """The steps of all reports that tell a claim."""

    def __init__(self, reports: Sequence[Traced], described: Iterable[Voice] = ()) -> None:
        self._reports = sorted(reports, key=lambda each: each.id)
        self._of_outlet: dict[Outlet, list[Traced]] = defaultdict(list)
        for each in self._reports:
            for outlet in dict.fromkeys((each.author.outlet, each.author.agency)):
                if outlet is not None:
                    self._of_outlet[outlet].append(each)
        self._uses: Counter[Voice] = Counter(s.voice for each in self._reports for s in each.sources if s.voice)
        self._voices = Voices([*self._uses, *described])

    def steps(self) -> dict[str, tuple[Step, ...]]:
        """Give the steps of each report, by its id."""
        return {each.id: tuple(step for source in each.sources for step in self._from(each, source)) for each in self._reports}

    def _from(self, report: Traced, source: Source) -> Iterator[Step]:
        said = f" (“{source.words.strip(' ,')}”)" if source.words else ""
        if source.kind is SourceKind.VOICE and source.voice:
            yield self._to_voice(source.voice, f"has it from {source.voice.words}{said}", source.confidence)
        elif source.kind is SourceKind.OWN:
            yield Step(self._end_of(source.outlet, report), (), f"found it itself{said}", source.confidence)
        elif source.kind is SourceKind.CITED and source.outlet:
            yield self._citing(report, source.outlet, said, source.confidence)
        elif source.kind is SourceKind.MEDIA:
            yield self._local(report, source, said)
        else:
            yield self._plain(report, source)

    def _to_voice(self, voice: Voice, reason: str, confidence: float) -> Step:
        group = self._voices.group(voice)
        called = self._voices.called(group, self._uses)
        end = End(OriginKind.ACTOR, f"actor:{group}", called.name, called.actor)
        return Step(end, (), reason, confidence)

    def _citing(self, report: Traced, outlet: Outlet, said: str, confidence: float) -> Step:
        theirs = [each for each in self._of_outlet.get(outlet, ()) if each.id != report.id]
        if not theirs:
            return Step(
                self._end_of(outlet, report), (), f"cites {outlet.name}{said}, of which no report is at hand", confidence - 0.1
            )
        if any(self.has_it_itself(each) for each in theirs):
            return Step(self._end_of(outlet, report), (), f"cites {outlet.name}{said}, which found it itself", confidence)
        ids = tuple(each.id for each in theirs)
        return Step(None, ids, f"cites {outlet.name}{said}", confidence)

    def _local(self, report: Traced, source: Source, said: str) -> Step:
        places = set(_NAME.findall(source.words.partition(" ")[2]))  # the first word is "Local" or "A"
        if not places:
            sentences = [sentence_at(report.reading, telling.span) for telling in report.tellings]
            places = {word for span in sentences for word in _NAME.findall(span.of(report.reading.report.text))}
        papers = [each for each in self._reports if each.id != report.id and self._is_paper_of(each, places)]
        if not papers:
            return Step(LOCAL_MEDIA, (), f"names no source but media{said}", source.confidence)
        named = ", ".join(sorted({each.author.outlet.name for each in papers if each.author.outlet}))
        return Step(None, tuple(each.id for each in papers), f"names media of the place{said}, where {named} is", 0.7)

    def _is_paper_of(self, report: Traced, places: set[str]) -> bool:
        outlet = report.author.outlet
        if outlet is None or outlet.is_agency or not self.has_it_itself(report):
            return False
        return bool((set(_NAME.findall(outlet.name)) - _MASTHEAD_WORDS) & places)

    def has_it_itself(self, report: Traced) -> bool:
        """Tell whether a report's writer is the origin by its own words, or by naming no other and printing nobody else's."""
        if any(source.kind is SourceKind.OWN for source in report.sources):
            return True
        return all(source.kind is SourceKind.PLAIN for source in report.sources) and self._leads_nowhere(report)

    def _leads_nowhere(self, report: Traced) -> bool:
        return not self._versions(report) and original_of(report, self._reports) is None and self._publisher(report) is None

    def _plain(self, report: Traced, source: Source) -> Step:
        if versions := self._versions(report):
            return Step(None, tuple(each.id for each in versions), "is a version of a page that says more", 0.8)
        if report.author.agency:
            pages = [each for each in self._of_outlet[report.author.agency] if each.author.outlet == report.author.agency]
            reason = f"is {report.author.agency.name}'s text by its credit"
            end = None if pages else self._end_of(report.author.agency, report)
            return Step(end, tuple(each.id for each in pages), reason, 0.9)
        if (first := original_of(report, self._reports)) is not None:
            return Step(None, (first.id,), f"prints the words of {first.id}", 0.7)
        if (voice := self._publisher(report)) is not None:
            return self._to_voice(voice, f"is {voice.words}'s own publication", 0.9)
        return Step(self._end_of(source.outlet, report), (), "tells it in its own voice and names no source", source.confidence)

    def _versions(self, report: Traced) -> list[Traced]:
        """Give the other states of the report's page that say from whom the claim is."""
        mine = _page(report)
        others = (each for each in self._reports if each.id != report.id and mine is not None and _page(each) == mine)
        return [each for each in others if any(source.kind is not SourceKind.PLAIN for source in each.sources)]

    def _publisher(self, report: Traced) -> Voice | None:
        """Give the voice whose name is the outlet's, a body that publishes for itself, or who is said to have written on it."""
        outlet = report.author.outlet
        if outlet is None or report.author.agency:
            return None
        terms = body_terms(outlet.name)
        fits = [v for v in self._uses if outlet.name in v.names or any(body_terms(body) == terms for body in v.bodies)]
        fits = fits or self._writers_on(outlet)
        return min(fits, key=lambda voice: voice.rank, default=None)

    def _writers_on(self, platform: Outlet) -> list[Voice]:
        """Give the voice that other reports have write on a platform, under all its names; none where there are several."""
        found: list[Voice] = []
        for each in self._reports:
            words = " ".join(sentence_at(each.reading, telling.span).of(each.reading.report.text) for telling in each.tellings)
            if is_spoken_on(platform.name, words):
                found += [source.voice for source in each.sources if source.voice]
        return found if len({self._voices.group(voice) for voice in found}) == 1 else []

    def _end_of(self, outlet: Outlet | None, report: Traced) -> End:
        if outlet is None:
            return End(OriginKind.OUTLET, f"report:{report.id}", None)
        return End(OriginKind.AGENCY if outlet.is_agency else OriginKind.OUTLET, outlet.key, outlet.name)


def _page(report: Traced) -> str | None:
    url = report.reading.report.url
    return re.sub(r"[?#].*$", "", url).rstrip("/").casefold() if url else None
