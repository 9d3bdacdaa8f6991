"""Train the encoder and its heads: seeded, resumable, one run directory.

usage: python -m training.train --run DIR [--data DIR] [--epochs N] [--seed N] [--open-only]

Writes DIR/state.pt after every epoch (network, average, optimiser, step), DIR/log.jsonl with losses and dev scores, and goes on from
state.pt where one is found. Two cores, bf16 autocast: about seven minutes an epoch on an idle machine.
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

from .batches import Batch, batches
from .corpora import MASK, Gold, polnear, training_documents
from .evaluate import dev_scores
from .losses import chain_loss, link_loss, tag_loss
from .network import OUTPUTS, Network, encoder_files, start_weights

# Share of a set's documents seen in each epoch: names and syntax only keep the shared states general, attribution is the job.
SHARE = {"ewt": 0.35, "btc": 0.25, "wnut17": 0.3}
AVERAGE = 0.998  # decay of the running average of the weights, which is what is shipped
WEIGHTS = {"chain": 1.0, "attribution": 0.3, "link": 0.2, "entities": 0.4, "upos": 0.3}


def tokenizer() -> Any:
    """Give the encoder's tokenizer without truncation or padding."""
    from tokenizers import Tokenizer

    loaded = Tokenizer.from_file(str(encoder_files() / "tokenizer.json"))
    loaded.no_truncation()
    loaded.no_padding()
    return loaded


def loss_of(network: Network, batch: Batch) -> tuple[Tensor, dict[str, float]]:
    """Weigh the heads' losses on one batch."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        answers = dict(zip(OUTPUTS, network(batch.ids, batch.marks), strict=True))
    answers = {name: value.float() for name, value in answers.items()}
    parts = {
        "attribution": tag_loss(answers["attribution"], batch.attribution),
        "entities": tag_loss(answers["entities"], batch.entities),
        "upos": tag_loss(answers["upos"], batch.upos),
        "link": link_loss(answers["link_from"], answers["link_to"], batch.link, batch.attribution),
    }
    if batch.paragraphs.shape[0]:
        index, inside = batch.paragraphs.clamp(min=0), batch.paragraphs >= 0
        scores = answers["attribution"].reshape(-1, OUTPUTS["attribution"])[index]
        tags = torch.where(inside, batch.attribution.reshape(-1)[index], MASK)
        parts["chain"] = chain_loss(network, scores, tags)
    total = torch.stack([WEIGHTS[name] * value for name, value in parts.items()]).sum()
    return total, {name: float(value.detach()) for name, value in parts.items()}


def optimiser(network: Network, steps: int) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    """AdamW, new parameters three times as fast, linear warm-up and decay."""
    new, old = [], []
    for name, parameter in network.named_parameters():
        is_new = name.startswith(("shapes", "quoted", "layout", "heads", "transitions", "begins", "finishes"))
        (new if is_new else old).append(parameter)
    groups = [{"params": old, "lr": 3e-4}, {"params": new, "lr": 1e-3}]
    adam = torch.optim.AdamW(groups, weight_decay=0.01)
    warm = max(1, steps // 20)

    def factor(step: int) -> float:
        return step / warm if step < warm else max(0.02, (steps - step) / (steps - warm))

    return adam, torch.optim.lr_scheduler.LambdaLR(adam, factor)


def train(options: argparse.Namespace) -> None:
    """Run or resume the training of one seed."""
    run = Path(options.run)
    run.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    pieces = tokenizer()
    documents: list[Gold] = training_documents(options.data, pieces, open_only=options.open_only)
    dev = list(polnear(options.data, "dev", pieces))
    network = Network()
    start_weights(network)
    average = {name: value.detach().clone() for name, value in network.state_dict().items()}
    rng = np.random.default_rng(options.seed)
    per_epoch = sum(1 for _ in batches(documents, np.random.default_rng(options.seed), size=16, share=SHARE))
    adam, schedule = optimiser(network, per_epoch * options.epochs)
    epoch, step = 0, 0
    state_file = run / "state.pt"
    if state_file.exists():
        state = torch.load(state_file, weights_only=False)
        network.load_state_dict(state["network"])
        average, epoch, step = state["average"], state["epoch"], state["step"]
        adam.load_state_dict(state["adam"])
        schedule.load_state_dict(state["schedule"])
    while epoch < options.epochs:
        rng = np.random.default_rng([options.seed, epoch])
        torch.manual_seed(options.seed * 1000 + epoch)
        network.train()
        began, sums, seen, counted = time.time(), dict.fromkeys(WEIGHTS, 0.0), 0, 0
        for batch in batches(documents, rng, size=16, share=SHARE):
            loss, parts = loss_of(network, batch)
            adam.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            adam.step()
            schedule.step()
            step, seen, counted = step + 1, seen + batch.pieces, counted + 1
            decay = min(AVERAGE, (1 + step) / (10 + step))
            for name, value in network.state_dict().items():
                average[name].lerp_(value, 1 - decay)
            for name, value in parts.items():
                sums[name] += value
            if counted % 50 == 0:
                print(
                    f"epoch {epoch + 1} batch {counted}/{per_epoch} {seen / (time.time() - began):.0f} pieces/s "
                    + " ".join(f"{n} {v / counted:.3f}" for n, v in sums.items()),
                    flush=True,
                )
        epoch += 1
        if math.isnan(sums["chain"]):
            raise SystemExit("loss is not a number: lower the learning rate")
        save(
            state_file,
            network,
            average,
            adam,
            schedule,
            {"epoch": epoch, "step": step, "seed": options.seed, "open_only": options.open_only},
        )
        shipped = Network()
        shipped.load_state_dict(average)
        losses = {n: round(v / max(1, counted), 4) for n, v in sums.items()}
        row = {"epoch": epoch, "seconds": round(time.time() - began), "losses": losses, "dev": dev_scores(shipped, dev)}
        with (run / "log.jsonl").open("a", encoding="utf8") as log:
            log.write(json.dumps(row) + "\n")
        print(json.dumps(row), flush=True)


def save(
    path: Path,
    network: Network,
    average: dict[str, Tensor],
    adam: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LRScheduler,
    progress: dict[str, Any],
) -> None:
    """Write all that resuming needs, whole or not at all."""
    state = {"network": network.state_dict(), "average": average, "adam": adam.state_dict(), "schedule": schedule.state_dict()}
    new = path.with_suffix(".new")
    torch.save(state | progress, new)
    os.replace(new, path)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--run", required=True)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("SAYSO_DATA", "../shared/data")))
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--open-only", action="store_true")
    train(parser.parse_args())


if __name__ == "__main__":
    main()
