"""Documents → shuffled batches of windows, some in a variant made by rule (no casing, other quotation marks, none)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from sayso.understand.windows import plan_windows
from sayso.understand.word_pieces import QUOTED, SHAPES

from .corpora import ATTRIBUTION, MASK, NO_CHAIN, OUTSIDE, POINTERS, TAGS, Gold

CLS, SEP = 101, 102
CURLY = {1523: 1000, 1524: 1000, 1521: 1005, 1522: 1005}  # “ ” ‘ ’ → " "  ' '
SINGLE = {1523: 1520, 1524: 1521, 1000: 1005}  # “ ” " → ‘ ’ '
_LOWER, _HIDDEN, _UPPER = SHAPES.index("lower"), SHAPES.index("hidden"), SHAPES.index("upper")
_WORDS = [SHAPES.index(n) for n in ("lower", "title", "upper", "letter", "mixed")]
_DOUBLE, _SINGLE = QUOTED.index("double"), QUOTED.index("single")
# Share of documents an epoch shows in a variant. Chosen for robustness without a sweep; measured per variant in the card.
VARIANTS = {"hidden": 0.04, "lower": 0.08, "upper": 0.05, "bare": 0.09}
STRAIGHT, BRITISH = 0.2, 0.08
# Windows while training: sizes drawn from here, so that borders fall elsewhere each epoch; and the most context before a window's own pieces.
SMALLEST, LARGEST, CONTEXT = 110, 190, 20
KNOWN = (
    "attribution",
    "inner",
    "entities",
    "phrases",
    "upos",
    "trigger",
    "factual",
    "parts",
    "toponyms",
    "bag",
    "chain",
    "event",
    "arc",
)
# Share of windows of PolNeAR whose silver names are not shown: there are ten times as many as names that a person marked.
SILVER_HIDDEN = 0.6
# The same for silver trees, six times as many words as the treebank has.
TREES_HIDDEN = 0.5
_SILVER = ("polnear", "labelled")
CHUNK = 1500  # documents cut into windows at once
_CUE = ATTRIBUTION.index("B-cue")


@dataclass(slots=True, eq=False)
class Sample:
    """One window: arrays of one length by name (ids, marks, paragraph, and the labels of `Gold`); -1 as paragraph of special pieces.

    `acts` as in `Gold`, places counted in the window.
    """

    arrays: dict[str, np.ndarray]
    acts: np.ndarray

    @property
    def length(self) -> int:
        return len(self.arrays["ids"])


def samples(gold: Gold, rng: np.random.Generator, *, vary: bool) -> Iterator[Sample]:
    """Cut a document into windows, at other borders and in another variant each epoch; windows without any label are left out."""
    size = int(rng.integers(SMALLEST, LARGEST + 1)) if vary else LARGEST
    context = int(rng.integers(0, CONTEXT + 1)) if vary else 8
    paragraph = np.repeat(np.arange(len(gold.pieces.borders) - 1), np.diff(gold.pieces.borders))
    sizes = np.bincount(gold.sentence[gold.sentence >= 0], minlength=1)
    chosen, straight, british = (rng.random(), rng.random() < STRAIGHT, rng.random() < BRITISH) if vary else (1.0, False, False)
    for window in plan_windows(gold.pieces.borders, size=size, context=context):
        low, high = window.start, window.end
        if vary and gold.set != "plain" and not any((getattr(gold, name)[low:high] != MASK).any() for name in KNOWN):
            continue
        arrays = {
            "ids": gold.pieces.ids[low:high].copy(),
            "marks": gold.pieces.marks[low:high].copy(),
            "paragraph": paragraph[low:high],
        }
        arrays |= {name: getattr(gold, name)[low:high].copy() for name in TAGS}
        for name in POINTERS:
            target = getattr(gold, name)[low:high]
            inside = (target >= low) & (target < high)
            arrays[name] = np.where(inside, target - low, np.where(target >= 0, OUTSIDE, target))
        arrays["link"][arrays["link"] == OUTSIDE] = MASK
        _leave_cut_sentences(arrays, sizes)
        if vary and gold.set in _SILVER and rng.random() < SILVER_HIDDEN:
            arrays["entities"][:] = MASK
        if vary and gold.set in _SILVER and rng.random() < TREES_HIDDEN:
            for name in ("sentence", "arc", "relation"):
                arrays[name][:] = MASK
        sample = Sample(arrays, _acts_in(gold.acts, low, high))
        if vary:
            _vary(sample, chosen)
            for swap in [CURLY] * straight + [SINGLE] * british:
                ids = arrays["ids"].copy()
                for old, new in swap.items():
                    ids[arrays["ids"] == old] = new
                arrays["ids"] = ids
            if british:
                _to_single(arrays)
        yield _framed(sample)


def _acts_in(acts: np.ndarray, low: int, high: int) -> np.ndarray:
    """Give the parts of acts whose trigger lies in a window, cut to it."""
    here = acts[(acts[:, 0] >= low) & (acts[:, 0] < high)] - np.array([low, 0, low, low])
    here[:, 2:] = np.clip(here[:, 2:], 0, high - low)
    return here[here[:, 2] < here[:, 3]]


def _leave_cut_sentences(arrays: dict[str, np.ndarray], sizes: np.ndarray) -> None:
    """Mask the arcs of sentences of which the window holds only a part."""
    sentence = arrays["sentence"]
    here = np.bincount(sentence[sentence >= 0], minlength=len(sizes))
    cut = (sentence >= 0) & (here[np.clip(sentence, 0, None)] != sizes[np.clip(sentence, 0, None)])
    for name in ("sentence", "arc", "relation"):
        arrays[name][cut] = MASK


def _vary(sample: Sample, chosen: float) -> None:
    marks = sample.arrays["marks"]
    shapes, rest = marks % len(SHAPES), marks // len(SHAPES)
    words = np.isin(shapes, _WORDS)
    for name, shape in (("hidden", _HIDDEN), ("lower", _LOWER), ("upper", _UPPER)):
        if chosen < VARIANTS[name]:
            sample.arrays["marks"] = np.where(words, shape, shapes) + len(SHAPES) * rest
            return
        chosen -= VARIANTS[name]
    if chosen < VARIANTS["bare"]:
        _strip_marks(sample)


def _to_single(arrays: dict[str, np.ndarray]) -> None:
    marks = arrays["marks"]
    shapes, rest = marks % len(SHAPES), marks // len(SHAPES)
    quoted, layout = rest % len(QUOTED), rest // len(QUOTED)
    quoted = np.where(quoted == _DOUBLE, _SINGLE, quoted)
    arrays["marks"] = shapes + len(SHAPES) * (quoted + len(QUOTED) * layout)


def _strip_marks(sample: Sample) -> None:
    """Take the quotation marks out, as a careless copy does."""
    arrays = sample.arrays
    shapes = arrays["marks"] % len(SHAPES)
    keep = ~np.isin(shapes, [SHAPES.index("opening"), SHAPES.index("closing")])
    place = np.cumsum(keep) - 1
    for name in ("attribution", "inner"):
        tags = arrays[name].copy()
        for before, after in ((5, 6), (1, 2), (3, 4)):  # a span that began with the mark begins with its next piece
            following = np.flatnonzero(~keep & (tags == before)) + 1
            following = following[following < len(keep)]
            tags[following[tags[following] == after]] = before
        arrays[name] = tags
    for name in POINTERS:
        target = arrays[name]
        kept = (target >= 0) & keep[np.clip(target, 0, None)]
        arrays[name] = np.where(kept, place[np.clip(target, 0, None)], np.where(target >= 0, MASK, target))
    gone = (arrays["sentence"] >= 0) & (arrays["arc"] == MASK)
    broken = np.isin(arrays["sentence"], np.unique(arrays["sentence"][gone])) & (arrays["sentence"] >= 0)
    for name in ("sentence", "arc", "relation"):
        arrays[name] = np.where(broken, MASK, arrays[name])
    layout = arrays["marks"] // (len(SHAPES) * len(QUOTED))
    arrays["marks"] = shapes + len(SHAPES) * len(QUOTED) * layout
    for name, values in arrays.items():
        arrays[name] = values[keep]
    if len(sample.acts):
        moved = np.concatenate([place, [place[-1] + 1]])
        first = np.searchsorted(np.flatnonzero(keep), sample.acts[:, 2])
        sample.acts = np.stack(
            [moved[sample.acts[:, 0]], sample.acts[:, 1], first, np.searchsorted(np.flatnonzero(keep), sample.acts[:, 3])], axis=1
        )


def legal(tags: np.ndarray, paragraph: np.ndarray) -> np.ndarray:
    """Let every span begin with its B- tag: a window's border, a paragraph's or a mark taken out may have cut it."""
    before = np.concatenate([[MASK], tags[:-1]])
    fresh = np.concatenate([[True], paragraph[1:] != paragraph[:-1]])
    inside = (tags > 0) & (tags % 2 == 0)  # I- tags are even, each one above its B-
    broken = inside & (fresh | ((before != tags) & (before != tags - 1)))
    return np.where(broken, tags - 1, tags)


def _framed(sample: Sample) -> Sample:
    arrays = sample.arrays
    for name in ("attribution", "inner"):
        arrays[name] = legal(arrays[name], arrays["paragraph"])
    for name in POINTERS:
        arrays[name] = np.where(arrays[name] >= 0, arrays[name] + 1, arrays[name])
    edges = {"ids": (CLS, SEP), "marks": (0, 0), "paragraph": (-1, -1)}
    return Sample(
        {
            name: np.concatenate([[edges.get(name, (MASK, MASK))[0]], values, [edges.get(name, (MASK, MASK))[1]]]).astype(
                np.int64
            )
            for name, values in arrays.items()
        },
        sample.acts + np.array([1, 0, 1, 1]),
    )


@dataclass(slots=True, eq=False)
class Batch:
    """Padded windows, (rows, positions) by name, and tables that gather positions of the flattened batch, -1 as padding.

    Attributes:
        paragraphs: positions of each paragraph that carries attribution tags, for the chain.
        sentences: positions of the words of each sentence that carries arcs; arcs: place of each word's head in its row of `sentences`,
            MASK where it is not known.
        triggers: positions of the words that tell an act, of each row that has any; around: those of the words of its passage; parts: whether a word is
            of the actor and of the recipient of an act, (rows, triggers, words, 2), 0 or 1.
        cues: positions of the first piece of each cue of a row that has several; linked: pieces of sources and contents; links: the cue of each.
        mentions: positions of the head words of noun phrases of each row; chains: their chain, NO_CHAIN for none, MASK as padding.
    """

    labels: dict[str, Tensor]
    paragraphs: Tensor
    sentences: Tensor
    arcs: Tensor
    mentions: Tensor
    chains: Tensor
    cues: Tensor
    linked: Tensor
    links: Tensor
    triggers: Tensor
    around: Tensor
    parts_of: Tensor

    def _tables(self) -> tuple[Tensor, ...]:
        return (
            self.paragraphs, self.sentences, self.arcs, self.mentions, self.chains, self.cues, self.linked, self.links, self.triggers, self.around,
            self.parts_of,
        )  # fmt: skip

    def to(self, device: str) -> Batch:
        """Give the same batch on another device."""
        if device == "cpu":
            return self
        moved = [t.to(device, non_blocking=True) for t in self._tables()]
        return Batch({name: t.to(device, non_blocking=True) for name, t in self.labels.items()}, *moved)

    def pin_memory(self) -> Batch:
        """Give the same batch in memory from which it is copied while the device works."""
        return Batch({name: t.pin_memory() for name, t in self.labels.items()}, *(t.pin_memory() for t in self._tables()))

    def __getattr__(self, name: str) -> Tensor:
        if name not in ("ids", "marks", "paragraph", *TAGS):  # asked for by pickling before there are labels
            raise AttributeError(name)
        return self.labels[name]

    @property
    def pieces(self) -> int:
        return int((self.labels["ids"] != 0).sum())


def _table(runs: list[np.ndarray], fill: int) -> Tensor:
    table = np.full((len(runs), max((len(r) for r in runs), default=1)), fill, dtype=np.int64)
    for row, run in enumerate(runs):
        table[row, : len(run)] = run
    return torch.from_numpy(table)


def pad(group: list[Sample]) -> Batch:
    """Pad samples to one length and gather what is scored together."""
    length = max(s.length for s in group)
    labels = {}
    for name in group[0].arrays:
        out = np.full(
            (len(group), length), 0 if name in ("ids", "marks") else -1 if name == "paragraph" else MASK, dtype=np.int64
        )
        for row, sample in enumerate(group):
            out[row, : sample.length] = sample.arrays[name]
        labels[name] = torch.from_numpy(out)
    paragraphs, sentences, arcs, mentions, chains = [], [], [], [], []
    cues, linked, links = [], [], []
    triggers, around, parts = [], [], []
    for row, sample in enumerate(group):
        arrays, shift = sample.arrays, row * length
        if (arrays["attribution"] != MASK).any():
            for number in np.unique(arrays["paragraph"][arrays["paragraph"] >= 0]):
                run = np.flatnonzero((arrays["paragraph"] == number) & (arrays["attribution"] != MASK))
                if len(run):
                    paragraphs.append(shift + run)
        for number in np.unique(arrays["sentence"][arrays["sentence"] >= 0]):
            words = np.flatnonzero(arrays["sentence"] == number)
            sentences.append(shift + words)
            target = arrays["arc"][words]
            # A head that shares its piece with a word of another sentence is not known here.
            arcs.append(np.where(np.isin(target, words), np.searchsorted(words, np.maximum(target, 0)), MASK))
        heads = np.flatnonzero(arrays["chain"] != MASK)
        if (arrays["chain"][heads] != NO_CHAIN).sum() > 1:
            mentions.append(shift + heads)
            chains.append(arrays["chain"][heads])
        begins, pieces = np.flatnonzero(arrays["attribution"] == _CUE), np.flatnonzero(arrays["link"] >= 0)
        pieces = pieces[np.isin(arrays["link"][pieces], begins)]
        if len(begins) > 1 and len(pieces):
            cues.append(shift + begins)
            linked.append(shift + pieces)
            links.append(np.searchsorted(begins, arrays["link"][pieces]))
        told = np.flatnonzero(arrays["event"] > 0)
        if len(told):
            words = np.flatnonzero(arrays["event"] != MASK)
            triggers.append(shift + told)
            around.append(shift + words)
            parts.append(_parts(sample.acts, told, words))
    return Batch(
        labels, _table(paragraphs, -1), _table(sentences, -1), _table(arcs, MASK), _table(mentions, -1), _table(chains, MASK),
        _table(cues, -1), _table(linked, -1), _table(links, MASK), _table(triggers, -1), _table(around, -1), _stacked(parts),
    )  # fmt: skip


def _parts(acts: np.ndarray, told: np.ndarray, words: np.ndarray) -> np.ndarray:
    """Write who takes part in what: (triggers, words, 2)."""
    table = np.zeros((len(told), len(words), 2), dtype=np.float32)
    for trigger, side, low, high in acts.tolist():
        row = np.searchsorted(told, trigger)
        if row < len(told) and told[row] == trigger:
            table[row, (words >= low) & (words < high), side] = 1.0
    return table


def _stacked(parts: list[np.ndarray]) -> Tensor:
    table = np.zeros(
        (len(parts), max((p.shape[0] for p in parts), default=1), max((p.shape[1] for p in parts), default=1), 2), np.float32
    )
    for row, part in enumerate(parts):
        table[row, : part.shape[0], : part.shape[1]] = part
    return torch.from_numpy(table)


def batches(documents: list[Gold], rng: np.random.Generator, *, size: int, share: dict[str, float]) -> Iterator[Batch]:
    """Give one epoch: so many passes over each set's documents (`share`, 1 where it names none; 2.5 is two and a half).

    Of a text that several annotators labelled one version is shown, drawn anew each time. Windows of like length go together, order shuffled.
    """
    versions: dict[tuple[str, str], list[Gold]] = {}
    for document in documents:
        key = (document.set, document.id) if document.set in _SILVER else (document.set, str(id(document)))
        versions.setdefault(key, []).append(document)
    shown: list[list[Gold]] = []
    for (name, _), known in versions.items():
        times = share.get(name, 1.0)
        shown += [known] * (int(times) + (rng.random() < times % 1))
    order = rng.permutation(len(shown))
    for start in range(0, len(order), CHUNK):
        pool = [
            s for i in order[start : start + CHUNK] for s in samples(shown[i][int(rng.integers(len(shown[i])))], rng, vary=True)
        ]
        yield from _packed(pool, rng, size)


def _packed(pool: list[Sample], rng: np.random.Generator, size: int) -> Iterator[Batch]:
    """Put windows of like length together, blocks of 40 batches drawn at random; batches come in any order."""
    order = rng.permutation(len(pool))
    groups = []
    for start in range(0, len(order), size * 40):
        block = sorted(order[start : start + size * 40], key=lambda i: pool[i].length)
        groups += [[pool[i] for i in block[k : k + size]] for k in range(0, len(block), size)]
    for index in rng.permutation(len(groups)):
        yield pad(groups[index])
