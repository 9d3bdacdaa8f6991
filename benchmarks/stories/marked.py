"""ECB+ as a set of stories: leads, which story each document is of, and B³ of a grouping."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from sayso.findings.reading import Reading
from sayso.link.joining import Tie
from sayso.link.stories.bands import bands
from sayso.link.stories.lead import Lead, lead_of
from sayso.link.stories.linkage import Bar, met
from sayso.link.stories.story import LEAST, MOST_MET, grouped
from sets import Row, readings_of, rows_of


@dataclass(frozen=True, slots=True)
class Marked:
    """One document with the story people put it in, and the topic: two stories alike in kind."""

    id: str
    text: str
    lead: Lead
    story: str
    topic: str


def marked(data: Path, part: str, kept: Path | None) -> list[Marked]:
    """Give the documents of a part of ECB+, sorted by id."""
    rows = sorted(rows_of(data / "ecbplus" / f"{part}.jsonl.gz"), key=lambda row: str(row["id"]))
    readings = _readings(rows, kept / f"ecbplus-{part}.jsonl" if kept else None)
    leads = [lead_of(Reading.from_json(reading), key=row["id"]) for reading, row in zip(readings, rows, strict=True)]
    return [Marked(row["id"], row["text"], lead, row["story"], str(row["topic"])) for row, lead in zip(rows, leads, strict=True)]


def _readings(rows: Sequence[Row], path: Path | None) -> list[Row]:
    if path is not None and path.is_file():
        held = {reading["report"]["place_of_origin"]: reading for reading in map(json.loads, path.open(encoding="utf8"))}
        return [held[row["id"]] for row in rows]
    made = readings_of(rows)
    if path is not None:
        path.write_text("".join(json.dumps(reading) + "\n" for reading in made), encoding="utf8")
    return made


@dataclass(frozen=True, slots=True)
class Counted:
    """What one document counts in B³: the part of its group that is of its story, and of its story that is in its group."""

    story: str
    precision: float
    recall: float


def counted(groups: Mapping[str, str], documents: Sequence[Marked]) -> list[Counted]:
    """Count every document; `groups` names the group of each id."""
    sizes, stories = Counter(groups[d.id] for d in documents), Counter(d.story for d in documents)
    both = Counter((groups[d.id], d.story) for d in documents)
    return [
        Counted(d.story, both[groups[d.id], d.story] / sizes[groups[d.id]], both[groups[d.id], d.story] / stories[d.story])
        for d in documents
    ]


def b_cubed(some: Sequence[Counted]) -> float:
    """Give the F1 of B³ in percent."""
    precision, recall = (sum(getattr(one, name) for one in some) / max(1, len(some)) for name in ("precision", "recall"))
    return 200 * precision * recall / (precision + recall) if some else 0.0


def by_story(some: Iterable[Counted]) -> list[list[Counted]]:
    """Give the counts of each story together: the units that a bootstrap draws."""
    found: dict[str, list[Counted]] = {}
    for one in some:
        found.setdefault(one.story, []).append(one)
    return list(found.values())


def b_cubed_of_stories(some: Sequence[Sequence[Counted]]) -> float:
    """Give the F1 of B³ in percent of whole stories."""
    return b_cubed([one for story in some for one in story])


def grid(low: float, high: float, step: float) -> Iterator[float]:
    """Give thresholds from low up to high, exclusive."""
    return (round(low + at * step, 4) for at in range(round((high - low) / step)))


Scores = Mapping[tuple[str, str], float]


def compared(documents: Sequence[Marked], scores: Scores) -> list[Tie[str]]:
    """Give the pairs that stories are made of: those that share a band, and those that both are near to a third."""
    holders: dict[int, list[str]] = {}
    for document in documents:
        for band in bands(document.lead):
            holders.setdefault(band, []).append(document.id)
    pairs = {tuple(sorted(pair)) for some in holders.values() for pair in combinations(some, 2)}
    ties = [Tie(*pair, score) for pair in sorted(pairs) if (score := scores.get(pair)) is not None]
    others = met(ties, least=LEAST, most=MOST_MET)
    return ties + [Tie(*pair, score) for pair in others if (score := scores.get(pair)) is not None]


def b_cubed_at(documents: Sequence[Marked], scores: Scores, bars: Iterable[Bar]) -> list[float]:
    """Give B³ of the stories at each bar. Pairs of ids in `scores` are sorted."""
    held = {d.id: d.lead for d in sorted(documents, key=lambda d: d.lead.order)}
    ties = compared(documents, scores)
    return [b_cubed(counted(grouped(held, ties, bar=bar), documents)) for bar in bars]
