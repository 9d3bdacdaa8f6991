"""Documents → shuffled batches of windows, some in a variant made by rule (no casing, other quotation marks, none)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from sayso.understand.windows import plan_windows
from sayso.understand.word_pieces import SHAPES

from .corpora import MASK, Gold

CLS, SEP = 101, 102
CURLY = {1523: 1000, 1524: 1000, 1521: 1005, 1522: 1005}  # “ ” ‘ ’ → " "  ' '
_LOWER, _HIDDEN, _UPPER = SHAPES.index("lower"), SHAPES.index("hidden"), SHAPES.index("upper")
_WORDS = [SHAPES.index(n) for n in ("lower", "title", "upper", "letter", "mixed")]
# Share of documents an epoch shows in a variant. Chosen for robustness without a sweep; measured per variant in the card.
VARIANTS = {"hidden": 0.06, "lower": 0.04, "upper": 0.03, "bare": 0.05, "straight": 0.2}


@dataclass(slots=True, eq=False)
class Sample:
    """One window: int64 arrays of one length; `paragraph` numbers the paragraph of each piece, -1 for special pieces."""

    ids: np.ndarray
    marks: np.ndarray
    attribution: np.ndarray
    entities: np.ndarray
    upos: np.ndarray
    link: np.ndarray
    paragraph: np.ndarray


def samples(gold: Gold, rng: np.random.Generator, *, vary: bool) -> Iterator[Sample]:
    """Cut a document into windows, at other borders and in another variant each epoch."""
    size = int(rng.integers(110, 191)) if vary else 190
    context = int(rng.integers(0, 41)) if vary else 40
    paragraph = np.repeat(np.arange(len(gold.pieces.paragraphs)), np.diff(gold.pieces.borders))
    chosen = rng.random() if vary else 1.0
    straight = vary and rng.random() < VARIANTS["straight"]
    for window in plan_windows(gold.pieces.borders, size=size, context=context):
        low, high = window.start, window.end
        link = gold.link[low:high].copy()
        inside = (link >= low) & (link < high)
        sample = Sample(
            gold.pieces.ids[low:high].copy(), gold.pieces.marks[low:high].copy(), gold.attribution[low:high], gold.entities[low:high],
            gold.upos[low:high], np.where(inside, link - low, MASK), paragraph[low:high],
        )  # fmt: skip
        if vary:
            _vary(sample, chosen)
        if straight:
            for curly, plain in CURLY.items():
                sample.ids[sample.ids == curly] = plain
        yield _framed(sample)


def _vary(sample: Sample, chosen: float) -> None:
    shapes, rest = sample.marks % len(SHAPES), sample.marks // len(SHAPES)
    words = np.isin(shapes, _WORDS)
    for name, shape in (("hidden", _HIDDEN), ("lower", _LOWER), ("upper", _UPPER)):
        if chosen < VARIANTS[name]:
            sample.marks = np.where(words, shape, shapes) + len(SHAPES) * rest
            return
        chosen -= VARIANTS[name]
    if chosen < VARIANTS["bare"]:
        _strip_marks(sample)


def _strip_marks(sample: Sample) -> None:
    """Take the quotation marks out, as a careless copy does."""
    shapes = sample.marks % len(SHAPES)
    keep = ~np.isin(shapes, [SHAPES.index("opening"), SHAPES.index("closing")])
    place = np.cumsum(keep) - 1
    for before, after in ((5, 6), (1, 2), (3, 4)):  # a span that began with the mark begins with its next piece
        begins = (~keep) & (sample.attribution == before)
        following = np.flatnonzero(begins) + 1
        following = following[following < len(keep)]
        sample.attribution = sample.attribution.copy()
        sample.attribution[following[sample.attribution[following] == after]] = before
    sample.link = np.where(sample.link >= 0, place[np.clip(sample.link, 0, None)], MASK)
    layout = sample.marks // (len(SHAPES) * 3)
    sample.marks = shapes + len(SHAPES) * 3 * layout
    for name in ("ids", "marks", "attribution", "entities", "upos", "link", "paragraph"):
        setattr(sample, name, getattr(sample, name)[keep])


def legal(tags: np.ndarray, paragraph: np.ndarray) -> np.ndarray:
    """Let every span begin with its B- tag: a window's border, a paragraph's or a mark taken out may have cut it."""
    before = np.concatenate([[MASK], tags[:-1]])
    fresh = np.concatenate([[True], paragraph[1:] != paragraph[:-1]])
    inside = (tags > 0) & (tags % 2 == 0)  # I- tags are even, each one above its B-
    broken = inside & (fresh | ((before != tags) & (before != tags - 1)))
    return np.where(broken, tags - 1, tags)


def _framed(sample: Sample) -> Sample:
    sample.attribution = legal(sample.attribution, sample.paragraph)

    def around(values: np.ndarray, first: int, last: int) -> np.ndarray:
        return np.concatenate([[first], values, [last]]).astype(np.int64)

    link = np.where(sample.link >= 0, sample.link + 1, MASK)
    return Sample(
        around(sample.ids, CLS, SEP), around(sample.marks, 0, 0), around(sample.attribution, MASK, MASK),
        around(sample.entities, MASK, MASK), around(sample.upos, MASK, MASK), around(link, MASK, MASK), around(sample.paragraph, -1, -1),
    )  # fmt: skip


@dataclass(slots=True, eq=False)
class Batch:
    """Padded windows; `paragraphs` gathers attribution tags by paragraph for the chain: indices into the flattened batch, -1 as padding."""

    ids: Tensor
    marks: Tensor
    attribution: Tensor
    entities: Tensor
    upos: Tensor
    link: Tensor
    paragraphs: Tensor

    @property
    def pieces(self) -> int:
        return int((self.ids != 0).sum())


def pad(group: list[Sample]) -> Batch:
    """Pad samples to one length."""
    length = max(len(s.ids) for s in group)

    def stacked(name: str, fill: int) -> Tensor:
        out = np.full((len(group), length), fill, dtype=np.int64)
        for row, sample in enumerate(group):
            values = getattr(sample, name)
            out[row, : len(values)] = values
        return torch.from_numpy(out)

    runs = []
    for row, sample in enumerate(group):
        if (sample.attribution != MASK).any():
            for number in np.unique(sample.paragraph[sample.paragraph >= 0]):
                runs.append(row * length + np.flatnonzero(sample.paragraph == number))
    widest = max((len(r) for r in runs), default=1)
    table = np.full((len(runs), widest), -1, dtype=np.int64)
    for row, run in enumerate(runs):
        table[row, : len(run)] = run
    return Batch(
        stacked("ids", 0), stacked("marks", 0), stacked("attribution", MASK), stacked("entities", MASK), stacked("upos", MASK),
        stacked("link", MASK), torch.from_numpy(table),
    )  # fmt: skip


def batches(documents: list[Gold], rng: np.random.Generator, *, size: int, share: dict[str, float]) -> Iterator[Batch]:
    """Give one epoch: `share` of each set's documents (1 where it names none), windows of like length together, order shuffled."""
    chosen = [d for d in documents if rng.random() < share.get(d.set, 1.0)]
    pool = [s for d in chosen for s in samples(d, rng, vary=True)]
    order = rng.permutation(len(pool))
    groups = []
    for start in range(0, len(order), size * 40):
        block = sorted(order[start : start + size * 40], key=lambda i: len(pool[i].ids))
        groups += [[pool[i] for i in block[k : k + size]] for k in range(0, len(block), size)]
    for index in rng.permutation(len(groups)):
        yield pad(groups[index])
