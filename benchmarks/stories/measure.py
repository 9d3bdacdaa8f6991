"""Same story: B³ of ECB+ dev without its topics, beside tf-idf; what it costs; how many reports share a band.

usage: python benchmarks/stories/measure.py [--data DIR] [--kept DIR]
All documents of the part are grouped at once; each topic holds two stories of one kind. Thresholds are chosen on train. The baseline is tf-idf (two ways of counting
words, three linkages), its document frequencies counted in the very set that is grouped; the way that is best on train is the one to beat, and
all are shown. Intervals: 95 %, bootstrap over stories. Bands are counted on train of ECB+ and on the articles of one election campaign in PolNeAR train.
Writes results/stories.json.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "benchmarks"), str(Path(__file__).parent)]

from marked import Marked, b_cubed, b_cubed_of_stories, by_story, counted, grid, marked  # noqa: E402
from polnear import campaign  # noqa: E402
from tfidf import COUNTS, LINKAGES, cosines, groups_at, merges  # noqa: E402

from sayso.findings.reading import Reading  # noqa: E402
from sayso.link.stories import Lead, bands, kinship, kinships_among, lead_of, stories_from  # noqa: E402
from sets import Row, digest_of, interval_of, keep, options_of  # noqa: E402


def figures_of(groups: dict[str, str], documents: Sequence[Marked]) -> Row:
    """Give B³ with its interval, precision and recall."""
    found = counted(groups, documents)
    share = {name: sum(getattr(one, name) for one in found) / len(found) for name in ("precision", "recall")}
    return {
        "B³": round(b_cubed(found), 1), "interval": interval_of(by_story(found), b_cubed_of_stories),
        "precision": round(100 * share["precision"], 1), "recall": round(100 * share["recall"], 1), "groups": len(set(groups.values())),
    }  # fmt: skip


def ours(documents: Sequence[Marked]) -> Row:
    """Group by sayso's stories."""
    leads = [document.lead for document in documents]
    stories = stories_from(leads, kinships_among(leads))
    return figures_of({member.report: story.key for story in stories for member in story.reports}, documents)


def baselines(train: Sequence[Marked], dev: Sequence[Marked]) -> Row:
    """Group by tf-idf in each way, at the threshold that is best on train."""
    found: Row = {}
    for counts in COUNTS:
        alike = {part: cosines([d.text for d in some], counts) for part, some in (("train", train), ("dev", dev))}
        for linkage in LINKAGES:
            ids = [d.id for d in train]
            joins = merges(alike["train"], linkage)
            score, least = max((b_cubed(counted(groups_at(joins, ids, least), train)), least) for least in grid(0.02, 0.8, 0.01))
            on_dev = groups_at(merges(alike["dev"], linkage), [d.id for d in dev], least)
            found[f"{linkage} of {counts}"] = {"threshold": least, "train B³": round(score, 1), "dev": figures_of(on_dev, dev)}
    return found


def sharing(leads: Sequence[Lead]) -> Row:
    """Tell how many reports share bands: what a new report is compared with."""
    holders: dict[int, int] = {}
    for lead in leads:
        for band in bands(lead):
            holders[band] = holders.get(band, 0) + 1
    compared = sum(count * (count - 1) for count in holders.values()) / len(leads)
    return {"reports": len(leads), "bands of a report": round(sum(len(bands(lead)) for lead in leads) / len(leads), 1),
            "others met in them, a report": round(compared, 1), "reports in the fullest": max(holders.values())}  # fmt: skip


def recall(documents: Sequence[Marked]) -> float:
    """Give the percentage of pairs of one story that share a band."""
    held = {d.id: set(bands(d.lead)) for d in documents}
    pairs = [(a.id, b.id) for a, b in combinations(documents, 2) if a.story == b.story]
    return round(100 * sum(bool(held[a] & held[b]) for a, b in pairs) / len(pairs), 1)


def costs(readings: Sequence[Reading]) -> Row:
    """Give microseconds of processor time for each step."""
    began = time.process_time()
    leads = [lead_of(reading) for reading in readings]
    led = time.process_time()
    for lead in leads:
        bands(lead)
    banded = time.process_time()
    pairs = list(zip(leads, leads[1:], strict=False))
    for one, other in pairs:
        kinship(one, other)
    ended = time.process_time()
    each = ((led - began) / len(leads), (banded - led) / len(leads), (ended - banded) / max(1, len(pairs)))
    return {name: round(1e6 * spent) for name, spent in zip(("lead_of", "bands", "kinship"), each, strict=True)}


def main() -> None:
    """Measure, print and keep."""
    options = options_of(__doc__)
    options.add_argument("--kept", type=Path, help="folder where readings are kept from one run to the next")
    chosen = options.parse_args()
    train, dev = (marked(chosen.data, part, chosen.kept) for part in ("train", "dev"))
    articles = campaign(chosen.data, chosen.kept)
    found = baselines(train, dev)
    best = max(found, key=lambda name: found[name]["train B³"])
    held = {"ECB+ train": [d.lead for d in train], "PolNeAR train": [lead_of(reading) for reading in articles]}
    figures: Row = {
        "dev": ours(dev), "train, which the weights are fitted on": ours(train), "documents": {"dev": len(dev), "train": len(train)},
        "tf-idf, the way that is best on train": best, "dev over it": round(ours(dev)["B³"] - found[best]["dev"]["B³"], 1),
        "dev over tf-idf by the mean of pairs, as here": {c: round(ours(dev)["B³"] - found[f"mean of {c}"]["dev"]["B³"], 1) for c in COUNTS}, "tf-idf": found,
        "pairs of one story that share a band, percent": {"train": recall(train), "dev": recall(dev)},
        "bands": {name: sharing(leads) for name, leads in held.items()},
        "microseconds of processor time": costs(articles),
    }  # fmt: skip
    for name, value in figures.items():
        print(f"{name}: {value}")
    paths = [chosen.data / "ecbplus" / f"{part}.jsonl.gz" for part in ("dev", "train")]
    keep(
        "stories",
        figures,
        data=f"ECB+ dev and train {digest_of(*paths)}, {len(articles)} articles of PolNeAR train",
        arguments=[],
    )


if __name__ == "__main__":
    main()
