"""Train the weights of the coreference resolver; writes model/coreference.json. Run it after the encoder is trained.

usage: python -m training.coreference [--data DIR] [--out FILE] [--steps N] [--check]

A mention chooses among the clusters before it (those of the gold chains so far) and beginning one of its own: a softmax over a linear
score, one set of weights for each kind of mention. In two steps: on silver chains of PolNeAR train, ECB+ train and the reports of our own
writing that train, without what the encoder says; then, near these weights, on the reports to tune on with it: on what it has learned from the
encoder is surer than elsewhere. Prints the share of mentions whose choice is right, by kind; "linked" counts those with an antecedent only.
    --check: the second step five times over, each fifth of the reports judged by the others; writes nothing
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
from typing import Any

import numpy as np

from sayso.report import Report
from sayso.understand.chains.alike import likeness_in
from sayso.understand.chains.clusters import Clusters
from sayso.understand.chains.features import ALONE, PAIR, Kind, alone, kind_of
from sayso.understand.chains.from_doc import mentions_of
from sayso.understand.chains.resolver import choice, likenesses
from sayso.understand.chains.zones import sources_of, zone_places, zones_of
from sayso.understand.doc import Doc
from sayso.understand.encoder import Encoder
from sayso.understand.first_pass import make_doc

from .chain_marking import own_chains
from .chained import Chained, ecb, silver

OUT = Path(__file__).resolve().parents[1] / "src" / "sayso" / "model" / "coreference.json"
# Pull of the weights to zero, per example; and how much a silver noun alone counts: CoreNLP misses many antecedents; of nouns see ALONE_KEPT.
DECAY = 1e-4
SILVER_ALONE = {Kind.PERSON: 0.1, Kind.IT: 0.5, Kind.THEY: 0.3, Kind.NOUN: 1.5}
RATE = 0.03
# Of silver nouns alone, one in so many is trained on: they are many, and alike.
ALONE_KEPT = 3
# The encoder's log odds for a pair, the feature of the second step beside those of the first; pull of the second step's weights to the first's.
ALIKE = "alike"
FEATURES = (*PAIR, ALIKE, *ALONE)
NEAR = 2e-3
FIRST_ALIKE = 0.2
FOLDS = 5


@dataclass(slots=True)
class Examples:
    """Choices of mentions of one kind: rows of all candidates one after the other, how alike the encoder finds each last; `right` is -1 where the mention is alone."""

    pairs: list[np.ndarray] = field(default_factory=list)
    alones: list[list[float]] = field(default_factory=list)
    right: list[int] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


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
    similarity = likeness_in(one.doc, mentions)
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
                made.texts.append(one.id)
                odds = likenesses(among.clusters, index, similarity) if similarity is not None else np.zeros(len(among.clusters))
                made.pairs.append(np.column_stack([among.features, odds]).astype(np.float32))
                made.alones.append(alone(mention))
                made.right.append(right)
                made.weights.append(SILVER_ALONE[kind] if silver_weight and right < 0 else 1.0)
        clusters.join(index, gold)
        if chain is not None:
            last[chain] = index


def packed(made: Examples, chosen: Callable[[str], bool] = lambda _: True) -> Packed:
    """Lay examples of chosen texts out as one matrix: features of pairs, then of mentions alone."""
    kept = [i for i, text in enumerate(made.texts) if chosen(text)]
    of = Examples(*([column[i] for i in kept] for column in (made.pairs, made.alones, made.right, made.weights)))
    return _laid_out(of)


def _laid_out(made: Examples) -> Packed:
    sizes = np.array([len(p) + 1 for p in made.pairs])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(int)
    rows = np.zeros((int(sizes.sum()), len(FEATURES)), np.float32)
    is_right = np.zeros(len(rows), bool)
    is_alone = np.zeros(len(rows), bool)
    for start, size, pairs, single, right in zip(starts, sizes, made.pairs, made.alones, made.right, strict=True):
        rows[start : start + size - 1, : len(PAIR) + 1] = pairs
        rows[start + size - 1, len(PAIR) + 1 :] = single
        is_alone[start + size - 1] = True
        is_right[start + (right if right >= 0 else size - 1)] = True
    return Packed(rows, starts, np.repeat(np.arange(len(sizes)), sizes), is_right, is_alone, np.array(made.weights, np.float32))


def fitted(made: Packed, steps: int, *, near: np.ndarray | None = None) -> np.ndarray:
    """Find the weights by Adam on the whole; a softmax over the rows of each example.

    Args:
        near: weights to begin with and to stay near to; without them what the encoder says is left out.
    """
    start = np.zeros(made.rows.shape[1], np.float32) if near is None else near
    is_free = np.array([near is not None or name != ALIKE for name in FEATURES])
    pull, weights = DECAY if near is None else NEAR, start.copy()
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    total = made.weights.sum()
    for step in range(1, steps + 1):
        scores = made.rows @ weights
        odds = np.exp(scores - np.maximum.reduceat(scores, made.starts)[made.owner])
        odds /= np.add.reduceat(odds, made.starts)[made.owner]
        slope = ((odds - made.is_right) * made.weights[made.owner]) @ made.rows / total + pull * (weights - start)
        slope *= is_free
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
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    encoder = Encoder()

    def read(text: str) -> Doc:
        return make_doc(Report(text), encoder)

    train, tune, silver_dev, ecb_dev = ({kind: Examples() for kind in Kind} for _ in range(4))
    gathered(silver(options.data), silver_weight=True, into=lambda ident: silver_dev if is_held_out(ident) else train)
    gathered(ecb(options.data, "train", read), silver_weight=False, into=lambda _: train)
    gathered(own_chains("train", read), silver_weight=False, into=lambda _: train)
    gathered(own_chains("tune", read), silver_weight=False, into=lambda _: tune)
    gathered(ecb(options.data, "dev", read), silver_weight=False, into=lambda _: ecb_dev)
    kept: dict[str, dict[str, Any]] = {}
    for kind in Kind:
        before = fitted(packed(train[kind]), options.steps)
        before[FEATURES.index(ALIKE)] = FIRST_ALIKE
        print(f"{kind.value}: {len(train[kind].right)} examples, {len(tune[kind].right)} to tune on")
        if options.check:
            _check(tune[kind], before, options.steps)
            continue
        weights = fitted(packed(tune[kind]), options.steps, near=before)
        # CoreNLP's articles have no answer of the encoder: the weights of the first step are judged on them.
        for name, dev, judged in (("silver, held out", silver_dev, before), ("ECB+ dev", ecb_dev, weights)):
            if dev[kind].right:
                print(f"  {name:<17} {scores_of(packed(dev[kind]), judged)}")
        both = dict(zip(FEATURES, (round(float(w), 4) for w in weights), strict=True))
        kept[kind.value] = {
            "pair": {name: both[name] for name in PAIR},
            "alone": dict(zip(ALONE, (round(float(w), 4) for w in weights[len(PAIR) + 1 :]), strict=True)),
            "alike": both[ALIKE],
        }
    if not options.check:
        options.out.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf8")
        print(f"wrote {options.out.name}")


def _check(tune: Examples, before: np.ndarray, steps: int) -> None:
    """Say how the weights of the first step do on the reports to tune on, and those of the second on reports that they have not seen."""
    print(f"  {'first step':<17} {scores_of(packed(tune), before)}")
    for fold in range(FOLDS):
        held = {text for number, text in enumerate(sorted(set(tune.texts))) if number % FOLDS == fold}
        made = fitted(packed(tune, lambda text, held=held: text not in held), steps, near=before)
        print(
            f"  {f'fold {fold}':<17} {scores_of(packed(tune, held.__contains__), made)} before {scores_of(packed(tune, held.__contains__), before)}"
        )


if __name__ == "__main__":
    main()
