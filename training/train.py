"""Train the encoder and its heads: seeded, resumable, one run directory.

usage: python -m training.train --run DIR [--start MODEL] [--silver FILE] [--data DIR] [--epochs N] [--batches N] [--stage NAME] [--seed N] [--open-only]

--batches ends the run, and its falling learning rate, after so many batches; without it after all of its epochs
--start   a folder with an earlier model as shipped (src/sayso/model), whose weights are taken as they are; without it the published encoder
--silver  nested attributions found by an earlier model (training.inner_silver)
Writes DIR/state.pt every 250 batches and after every epoch (network, average, optimiser, step), DIR/log.jsonl with losses and dev scores, and
goes on from state.pt where one is found. An epoch has about 1.9 million pieces: 20 minutes on two cores without AVX-512.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from .articles import polnear
from .batches import Batch, batches
from .corpora import MASK, Gold, training_documents
from .evaluate import dev_scores, tree_scores
from .losses import antecedent_loss, chain_loss, link_loss, tag_loss, tree_loss
from .network import NEW, OUTPUTS, Network, encoder_files, start_weights
from .shipped import start_from_shipped
from .trees import treebank

# Passes over a set's documents in each epoch, by stage: after the first, attribution has levelled off and syntax has not.
SHARES = {
    "first": {
        "polnear": 0.5, "ewt": 2.6, "wikigold": 3.0, "re3d": 3.0, "btc": 0.3, "wnut17": 0.4, "wrapped": 0.5, "nested": 2.0, "own": 3.0, "ecbplus": 0.7,
    },
    "syntax": {
        "polnear": 0.4, "ewt": 4.0, "wikigold": 4.0, "re3d": 4.0, "btc": 0.3, "wnut17": 0.4, "wrapped": 0.5, "nested": 4.0, "own": 6.0, "ecbplus": 0.5,
    },
}  # fmt: skip
ROWS = 24  # windows in a batch
AVERAGE = 0.997  # decay of the running average of the weights, which is what is shipped
# What a head's loss weighs, by stage.
WEIGHTS = {
    "first": {
        "chain": 1.0, "attribution": 0.3, "link": 0.2, "inner": 0.5, "entities": 0.5, "upos": 0.4, "arc": 0.4, "relation": 0.3, "antecedent": 0.15,
    },
    "syntax": {
        "chain": 1.0, "attribution": 0.3, "link": 0.2, "inner": 0.6, "entities": 0.7, "upos": 0.6, "arc": 0.9, "relation": 0.5, "antecedent": 0.15,
    },
}  # fmt: skip
BETWEEN_SAVES = 250  # batches


def tokenizer() -> Any:
    """Give the encoder's tokenizer without truncation or padding."""
    from tokenizers import Tokenizer

    loaded = Tokenizer.from_file(str(encoder_files() / "tokenizer.json"))
    loaded.no_truncation()
    loaded.no_padding()
    return loaded


def loss_of(network: Network, batch: Batch, *, weights: dict[str, float], bf16: bool) -> tuple[Tensor, dict[str, float]]:
    """Weigh the heads' losses on one batch."""
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bf16):
        answers = dict(zip(OUTPUTS, network(batch.ids, batch.marks), strict=True))
    answers = {name: value.float() for name, value in answers.items()}
    parts = {name: tag_loss(answers[name], batch.labels[name]) for name in ("attribution", "inner", "entities", "upos")}
    parts["link"] = link_loss(answers["link_from"], answers["link_to"], batch.link, batch.attribution)
    parts["arc"], parts["relation"] = tree_loss(answers, batch)
    parts["antecedent"] = antecedent_loss(answers, batch)
    if batch.paragraphs.shape[0]:
        index, inside = batch.paragraphs.clamp(min=0), batch.paragraphs >= 0
        scores = answers["attribution"].reshape(-1, OUTPUTS["attribution"])[index]
        tags = torch.where(inside, batch.attribution.reshape(-1)[index], MASK)
        parts["chain"] = chain_loss(network, scores, tags)
    total = torch.stack([weights[name] * value for name, value in parts.items()]).sum()
    return total, {name: float(value.detach()) for name, value in parts.items()}


def optimiser(
    network: Network, steps: int, *, warm_start: bool
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    """AdamW, new parameters faster than old, linear warm-up and decay."""
    new, old = [], []
    for name, parameter in network.named_parameters():
        (new if name.startswith(NEW) else old).append(parameter)
    rates = (2e-4, 6e-4) if warm_start else (3e-4, 1e-3)
    adam = torch.optim.AdamW([{"params": old, "lr": rates[0]}, {"params": new, "lr": rates[1]}], weight_decay=0.01, fused=True)
    warm = max(1, steps // 20)

    def factor(step: int) -> float:
        return step / warm if step < warm else max(0.02, (steps - step) / (steps - warm))

    return adam, torch.optim.lr_scheduler.LambdaLR(adam, factor)


class Training:
    """The state of one run: what is trained, its running average, and how far it has come."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options, self.run = options, Path(options.run)
        self.run.mkdir(parents=True, exist_ok=True)
        torch.manual_seed(options.seed)
        torch.set_flush_denormal(True)
        pieces = tokenizer()
        self.documents: list[Gold] = training_documents(options.data, pieces, open_only=options.open_only, silver=options.silver)
        self.dev = list(polnear(options.data, "dev", pieces))
        self.trees = list(treebank(options.data, "ewt", "dev", pieces))[:120]
        self.network = Network()
        start_weights(self.network)
        if options.start is not None:
            print("new heads:", ", ".join(start_from_shipped(self.network, options.start)), flush=True)
        self.average = {name: value.detach().clone() for name, value in self.network.state_dict().items()}
        self.per_epoch = sum(
            1 for _ in batches(self.documents, np.random.default_rng(options.seed), size=ROWS, share=SHARES[self.options.stage])
        )
        self.last = options.batches or self.per_epoch * options.epochs
        self.adam, self.schedule = optimiser(self.network, self.last, warm_start=options.start is not None)
        self.epoch = self.step = self.done = 0
        self.resume()

    def resume(self) -> None:
        """Go on from state.pt, in the middle of an epoch if it was written there."""
        if not (self.run / "state.pt").exists():
            return
        state = torch.load(self.run / "state.pt", weights_only=False)
        self.network.load_state_dict(state["network"])
        self.average, self.epoch, self.step, self.done = state["average"], state["epoch"], state["step"], state["done"]
        self.adam.load_state_dict(state["adam"])
        self.schedule.load_state_dict(state["schedule"])

    def save(self) -> None:
        """Write all that resuming needs, whole or not at all."""
        state = {
            "network": self.network.state_dict(), "average": self.average, "adam": self.adam.state_dict(), "epoch": self.epoch,
            "schedule": self.schedule.state_dict(), "step": self.step, "done": self.done, "seed": self.options.seed,
            "open_only": self.options.open_only,
        }  # fmt: skip
        new = self.run / "state.new"
        torch.save(state, new)
        os.replace(new, self.run / "state.pt")

    def learn(self, batch: Batch) -> dict[str, float]:
        """Take one step."""
        loss, parts = loss_of(self.network, batch, weights=WEIGHTS[self.options.stage], bf16=self.options.bf16)
        if math.isnan(float(loss.detach())):
            raise SystemExit("loss is not a number: lower the learning rate")
        self.adam.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.adam.step()
        self.schedule.step()
        self.step += 1
        decay = min(AVERAGE, (1 + self.step) / (10 + self.step))
        names = list(self.average)
        now = self.network.state_dict()
        torch._foreach_lerp_([self.average[n] for n in names], [now[n] for n in names], 1 - decay)
        return parts

    def one_epoch(self) -> None:
        """Run or finish an epoch and write what it gave."""
        rng = np.random.default_rng([self.options.seed, self.epoch])
        torch.manual_seed(self.options.seed * 1000 + self.epoch)
        self.network.train()
        began, sums, seen, counted = time.time(), dict.fromkeys(WEIGHTS[self.options.stage], 0.0), 0, 0
        for number, batch in enumerate(batches(self.documents, rng, size=ROWS, share=SHARES[self.options.stage])):
            if number < self.done:
                continue
            for name, value in self.learn(batch).items():
                sums[name] += value
            self.done, seen, counted = number + 1, seen + batch.pieces, counted + 1
            if counted % 50 == 0:
                losses = " ".join(f"{n} {v / counted:.3f}" for n, v in sums.items())
                speed = seen / (time.time() - began)
                print(f"epoch {self.epoch + 1} batch {self.done}/{self.per_epoch} {speed:.0f} pieces/s {losses}", flush=True)
            if counted % BETWEEN_SAVES == 0:
                self.save()
            if self.step >= self.last:
                break
        self.epoch, self.done = self.epoch + 1, 0
        self.save()
        shipped = Network()
        shipped.load_state_dict(self.average)
        losses = {n: round(v / max(1, counted), 4) for n, v in sums.items()}
        scores = dev_scores(shipped, self.dev) | tree_scores(shipped, self.trees)
        row = {"epoch": self.epoch, "seconds": round(time.time() - began), "pieces": seen, "losses": losses, "dev": scores}
        with (self.run / "log.jsonl").open("a", encoding="utf8") as log:
            log.write(json.dumps(row) + "\n")
        print(json.dumps(row), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--run", required=True)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("SAYSO_DATA", "../shared/data")))
    parser.add_argument("--start", type=Path)
    parser.add_argument("--silver", type=Path)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--batches", type=int)
    parser.add_argument("--stage", choices=tuple(SHARES), default="first", help="what an epoch shows how often")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--bf16", action="store_true", help="bf16 autocast: faster where the processor has it, twenty times slower elsewhere"
    )
    parser.add_argument("--open-only", action="store_true")
    training = Training(parser.parse_args())
    while training.epoch < training.options.epochs and training.step < training.last:
        training.one_epoch()


if __name__ == "__main__":
    main()
