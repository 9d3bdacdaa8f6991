"""Train the weights of the coreference resolver; writes model/coreference.json. Run it after the encoder is trained.

usage: python -m training.coreference [--data DIR] [--out FILE] [--steps N] [--check]

A mention chooses among the clusters before it (those of the gold chains so far) and beginning one of its own: a softmax over a sum of features and a
small hidden layer over them, one set of weights for each kind of mention. In two steps: on the reports of our own writing that train, ECB+ train and,
for less, silver chains of PolNeAR train, which have no answer of the encoder; then, near these weights, on the reports to tune on: on what it has
learned from the encoder is surer than elsewhere. Prints the share of mentions whose choice is right, by kind; "linked" counts those with an antecedent.
    --check: the second step five times over, each fifth of the reports judged by the others; writes nothing
Seeded: the same data give the same weights.
"""

from __future__ import annotations

import argparse
import copy
import hashlib
import json
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from sayso.report import Report
from sayso.understand.chains.alike import likeness_in
from sayso.understand.chains.clusters import Clusters
from sayso.understand.chains.features import Kind, alone, kind_of
from sayso.understand.chains.from_doc import mentions_of
from sayso.understand.chains.resolver import FEATURES, choice, likenesses, rows_of
from sayso.understand.chains.zones import sources_of, zone_places, zones_of
from sayso.understand.doc import Doc
from sayso.understand.encoder import Encoder
from sayso.understand.first_pass import make_doc

from .chain_marking import own_chains
from .chained import Chained, ecb, silver

OUT = Path(__file__).resolve().parents[1] / "src" / "sayso" / "model" / "coreference.json"
# What a silver text counts beside one read by somebody, and how much a silver noun alone counts: CoreNLP misses many antecedents; of these see ALONE_KEPT.
SILVER = 0.1
SILVER_ALONE = {Kind.PERSON: 0.1, Kind.IT: 0.5, Kind.THEY: 0.3, Kind.NOUN: 1.5}
# Of silver nouns alone, one in so many is trained on: they are many, and alike.
ALONE_KEPT = 3
# Units of the hidden layer; rate of learning, pull to where the weights began and number of steps, of the first step and of the second.
HIDDEN = 16
FIRST, SECOND = (0.02, 1e-5, 1.0), (0.005, 2e-3, 0.33)
SEED, FOLDS = 0, 5


@dataclass(slots=True)
class Examples:
    """Choices of mentions of one kind: the rows that each chooses among, its being alone last, which is `right` where that is -1."""

    rows: list[np.ndarray] = field(default_factory=list)
    right: list[int] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Packed:
    """Examples as tensors: rows of all one after the other, the example of each, whether it is right, whether it is being alone; weights of the examples."""

    rows: Tensor
    owner: Tensor
    is_right: Tensor
    is_alone: Tensor
    weights: Tensor


class Network(nn.Module):
    """A sum of the features and a hidden layer over them."""

    def __init__(self) -> None:
        super().__init__()
        self.plain = nn.Linear(len(FEATURES), 1, bias=False)
        self.inner = nn.Linear(len(FEATURES), HIDDEN)
        self.outer = nn.Linear(HIDDEN, 1, bias=False)
        nn.init.zeros_(self.plain.weight)
        nn.init.zeros_(self.outer.weight)

    def forward(self, rows: Tensor) -> Tensor:
        """Give the score of each row."""
        scores: Tensor = (self.plain(rows) + self.outer(torch.tanh(self.inner(rows))))[:, 0]
        return scores


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
                made.rows.append(rows_of(among.features, odds, alone(mention)))
                made.right.append(right)
                made.weights.append(SILVER * (SILVER_ALONE[kind] if right < 0 else 1.0) if silver_weight else 1.0)
        clusters.join(index, gold)
        if chain is not None:
            last[chain] = index


def packed(made: Examples, chosen: Callable[[str], bool] = lambda _: True) -> Packed:
    """Lay examples of chosen texts out as one matrix."""
    kept = [i for i, text in enumerate(made.texts) if chosen(text)]
    rows, right = [made.rows[i] for i in kept], [made.right[i] for i in kept]
    sizes = np.array([len(r) for r in rows])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(int)
    is_right, is_alone = np.zeros(int(sizes.sum()), bool), np.zeros(int(sizes.sum()), bool)
    is_alone[starts + sizes - 1] = True
    is_right[[start + (one if one >= 0 else size - 1) for start, size, one in zip(starts, sizes, right, strict=True)]] = True
    weights = np.array([made.weights[i] for i in kept], np.float32)
    return Packed(
        torch.from_numpy(np.concatenate(rows)), torch.from_numpy(np.repeat(np.arange(len(sizes)), sizes)),
        torch.from_numpy(is_right), torch.from_numpy(is_alone), torch.from_numpy(weights),
    )  # fmt: skip


def loss_of(network: Network, made: Packed) -> Tensor:
    """Give the mean of minus the logarithm of what the right row of each example gets of a softmax."""
    scores = network(made.rows)
    most = torch.full((len(made.weights),), -1e9).scatter_reduce(0, made.owner, scores.detach(), "amax")
    shifted = scores - most[made.owner]
    total = torch.zeros(len(made.weights)).scatter_add(0, made.owner, shifted.exp())
    losses = total.log()[made.owner[made.is_right]] - shifted[made.is_right]
    return (losses * made.weights).sum() / made.weights.sum()


def fitted(made: Packed, steps: int, *, near: Network | None = None) -> Network:
    """Find the weights by Adam on the whole.

    Args:
        near: weights to begin with and to stay near to.
    """
    torch.manual_seed(SEED)
    network = Network() if near is None else copy.deepcopy(near)
    rate, pull, share = FIRST if near is None else SECOND
    weights = list(network.parameters())
    start = [w.detach().clone() for w in weights]
    optimiser, count = torch.optim.Adam(weights, lr=rate), max(1, round(steps * share))
    for step in range(count):
        loss = loss_of(network, made) + pull * sum(((w - s) ** 2).sum() for w, s in zip(weights, start, strict=True))
        optimiser.zero_grad()
        loss.backward()
        for group in optimiser.param_groups:
            group["lr"] = rate * min(1.0, 2 * (1 - step / (count + 1)))
        optimiser.step()
    return network


def scores_of(made: Packed, network: Network) -> str:
    """Say how many choices are right."""
    with torch.no_grad():
        scores = network(made.rows)
    count = len(made.weights)
    most = torch.full((count,), -1e9).scatter_reduce(0, made.owner, scores, "amax")
    hit = torch.zeros(count).scatter_add(0, made.owner, ((scores >= most[made.owner]) & made.is_right).float()) > 0
    linked = torch.zeros(count).scatter_add(0, made.owner, (made.is_right & ~made.is_alone).float()) > 0
    share = 100 * float(hit[linked].float().mean()) if bool(linked.any()) else 0.0
    return f"right {100 * float(hit.float().mean()):5.1f} of {count:6d}, linked {share:5.1f} of {int(linked.sum()):5d}"


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
    parser.add_argument("--steps", type=int, default=300)
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
    kept: dict[str, Any] = {"features": list(FEATURES)}
    for kind in Kind:
        before = fitted(packed(train[kind]), options.steps)
        print(f"{kind.value}: {len(train[kind].right)} examples, {len(tune[kind].right)} to tune on")
        if options.check:
            _check(tune[kind], before, options.steps)
            continue
        network = fitted(packed(tune[kind]), options.steps, near=before)
        # CoreNLP's articles have no answer of the encoder: the weights of the first step are judged on them.
        for name, dev, judged in (("silver, held out", silver_dev, before), ("ECB+ dev", ecb_dev, network)):
            if dev[kind].right:
                print(f"  {name:<17} {scores_of(packed(dev[kind]), judged)}")
        kept[kind.value] = written(network)
    if not options.check:
        lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(value)}" for name, value in kept.items())
        options.out.write_text("{\n" + lines + "\n}\n", encoding="utf8")
        print(f"wrote {options.out.name}")


def written(network: Network) -> dict[str, Any]:
    """Give weights as they are kept: numbers of four places."""

    def plain(weights: Tensor) -> Any:
        return np.round(weights.detach().numpy().astype(float), 4).tolist()

    return {
        "plain": plain(network.plain.weight[0]), "inner": plain(network.inner.weight), "bias": plain(network.inner.bias), "outer": plain(network.outer.weight[0]),
    }  # fmt: skip


def _check(tune: Examples, before: Network, steps: int) -> None:
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
