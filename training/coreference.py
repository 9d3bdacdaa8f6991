"""Train the weights of the coreference resolver on silver chains of PolNeAR train and on ECB+ train; writes model/coreference.json.

usage: python -m training.coreference [--data DIR] [--out FILE] [--steps N]

A mention chooses among the clusters before it (those of the gold chains so far) and beginning one of its own: a softmax over a linear
score, one set of weights for each kind of mention. Prints, on a tenth of the silver articles and on ECB+ dev, the share of mentions whose
choice is right, by kind; "linked" counts those with an antecedent only.
Nothing in it is drawn by chance: the same data give the same weights.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from sayso.report import Report
from sayso.understand.chains.clusters import Clusters
from sayso.understand.chains.features import ALONE, PAIR, Kind, alone, kind_of
from sayso.understand.chains.from_doc import mentions_of
from sayso.understand.chains.resolver import choice
from sayso.understand.chains.zones import sources_of, zone_places, zones_of
from sayso.understand.doc import Doc
from sayso.understand.encoder import Encoder
from sayso.understand.first_pass import make_doc

from .chained import Chained, ecb, silver

OUT = Path(__file__).resolve().parents[1] / "src" / "sayso" / "model" / "coreference.json"
# Pull of the weights to zero, per example; and how much a silver noun alone counts: CoreNLP misses many antecedents; of nouns see ALONE_KEPT.
DECAY = 1e-4
SILVER_ALONE = {Kind.PERSON: 0.1, Kind.IT: 0.5, Kind.THEY: 0.3, Kind.NOUN: 1.5}
RATE = 0.03
# Of silver nouns alone, one in so many is trained on: they are many, and alike.
ALONE_KEPT = 3


@dataclass(slots=True)
class Examples:
    """Choices of mentions of one kind: rows of all candidates one after the other; `right` is -1 where the mention is alone."""

    pairs: list[np.ndarray] = field(default_factory=list)
    alones: list[list[float]] = field(default_factory=list)
    right: list[int] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)


@dataclass(slots=True)
class Packed:
    """Examples as arrays: `starts` is where the rows of each begin; every example has one row more, its being alone."""

    rows: np.ndarray
    starts: np.ndarray
    owner: np.ndarray
    is_right: np.ndarray
    is_alone: np.ndarray
    weights: np.ndarray


def examples_of(one: Chained, into: dict[Kind, Examples], *, silver_weight: bool) -> None:
    """Walk a text left to right with its gold chains, noting what each mention chooses among."""
    places = zone_places(one.doc)
    mentions = mentions_of(one.doc, one.spans, places)
    zones = zones_of(one.doc, places, mentions, sources_of(places, one.said))
    clusters = Clusters(mentions)
    last: dict[str, int] = {}
    for index, mention in enumerate(mentions):
        chain, kind = one.chains[index], kind_of(mention)
        before = last.get(chain) if chain is not None else None
        gold = clusters.of[before] if before is not None else None
        if kind is not None and not (silver_weight and gold is None and kind is Kind.NOUN and index % ALONE_KEPT):
            among = choice(clusters, index, zones)
            right = among.clusters.index(gold) if gold is not None and gold in among.clusters else -1
            if right >= 0 or gold is None:
                made = into[kind]
                made.pairs.append(among.features.astype(np.float32))
                made.alones.append(alone(mention))
                made.right.append(right)
                made.weights.append(SILVER_ALONE[kind] if silver_weight and right < 0 else 1.0)
        clusters.join(index, gold)
        if chain is not None:
            last[chain] = index


def packed(made: Examples) -> Packed:
    """Lay examples out as one matrix: features of pairs, then of mentions alone."""
    sizes = np.array([len(p) + 1 for p in made.pairs])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(int)
    rows = np.zeros((int(sizes.sum()), len(PAIR) + len(ALONE)), np.float32)
    is_right = np.zeros(len(rows), bool)
    is_alone = np.zeros(len(rows), bool)
    for start, size, pairs, single, right in zip(starts, sizes, made.pairs, made.alones, made.right, strict=True):
        rows[start : start + size - 1, : len(PAIR)] = pairs
        rows[start + size - 1, len(PAIR) :] = single
        is_alone[start + size - 1] = True
        is_right[start + (right if right >= 0 else size - 1)] = True
    return Packed(rows, starts, np.repeat(np.arange(len(sizes)), sizes), is_right, is_alone, np.array(made.weights, np.float32))


def fitted(made: Packed, steps: int) -> np.ndarray:
    """Find the weights by Adam on the whole; a softmax over the rows of each example."""
    weights = np.zeros(made.rows.shape[1], np.float32)
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    total = made.weights.sum()
    for step in range(1, steps + 1):
        scores = made.rows @ weights
        odds = np.exp(scores - np.maximum.reduceat(scores, made.starts)[made.owner])
        odds /= np.add.reduceat(odds, made.starts)[made.owner]
        slope = ((odds - made.is_right) * made.weights[made.owner]) @ made.rows / total + DECAY * weights
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        rate = RATE * min(1.0, 2 * (1 - step / (steps + 1)))
        weights = weights - rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return weights


def scores_of(made: Packed, weights: np.ndarray) -> str:
    """Say how many choices are right."""
    scores = made.rows @ weights
    is_best = scores >= np.maximum.reduceat(scores, made.starts)[made.owner]
    hit = np.add.reduceat((is_best & made.is_right).astype(int), made.starts) > 0
    linked = np.add.reduceat((made.is_right & ~made.is_alone).astype(int), made.starts) > 0
    return f"right {100 * hit.mean():5.1f} of {len(hit):6d}, linked {100 * hit[linked].mean() if linked.any() else 0:5.1f} of {linked.sum():5d}"


def gathered(texts: Iterable[Chained], *, silver_weight: bool, into: Callable[[str], dict[Kind, Examples]]) -> None:
    """Note the examples of every text in the set that its id picks."""
    for one in texts:
        examples_of(one, into(one.id), silver_weight=silver_weight)


def is_held_out(ident: str) -> bool:
    """Pick a tenth of the articles by a hash of their id."""
    return hashlib.sha256(ident.encode()).digest()[0] % 10 == 0


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("SAYSO_DATA", "../shared/data")))
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--steps", type=int, default=400)
    options = parser.parse_args()
    encoder = Encoder()

    def read(text: str) -> Doc:
        return make_doc(Report(text), encoder)

    train, silver_dev, ecb_dev = ({kind: Examples() for kind in Kind} for _ in range(3))
    gathered(silver(options.data), silver_weight=True, into=lambda ident: silver_dev if is_held_out(ident) else train)
    gathered(ecb(options.data, "train", read), silver_weight=False, into=lambda _: train)
    gathered(ecb(options.data, "dev", read), silver_weight=False, into=lambda _: ecb_dev)
    kept: dict[str, dict[str, dict[str, float]]] = {}
    for kind in Kind:
        weights = fitted(packed(train[kind]), options.steps)
        print(f"{kind.value}: {len(train[kind].right)} examples")
        for name, dev in (("silver, held out", silver_dev), ("ECB+ dev", ecb_dev)):
            if dev[kind].right:
                print(f"  {name:<17} {scores_of(packed(dev[kind]), weights)}")
        both = dict(zip(PAIR + ALONE, (round(float(w), 4) for w in weights), strict=False))
        kept[kind.value] = {
            "pair": {name: both[name] for name in PAIR},
            "alone": dict(zip(ALONE, (round(float(w), 4) for w in weights[len(PAIR) :]), strict=True)),
        }
    options.out.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf8")
    print(f"wrote {options.out.name}")


if __name__ == "__main__":
    main()
