"""Learn the language of the field before any task: masked words in the train texts of all sets, no label used.

usage: python -m training.pretrain --documents FILE --out FILE [--batches N | --seconds N] [--device cuda] [--seed N]

Starts from the published encoder (all-MiniLM-L6-v2, which was tuned for whole sentences) and writes the network's state for
`training.train --start FILE`. Of 15 pieces in a hundred, eight tenths are hidden, a tenth replaced, a tenth left (Devlin et al. 2019); whole
words are chosen.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from .batches import CLS, SEP, Batch
from .documents import unpack
from .feed import stream
from .network import HIDDEN, Network
from .schedule import Schedule
from .weights import read_state, start_weights, write_state

MASKED = 103
SHARE = 0.15
ROWS = 96


class WordHead(nn.Module):
    """States → scores of every word piece, by the words' own embeddings; thrown away afterwards."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.turn, self.norm = nn.Linear(HIDDEN, HIDDEN), nn.LayerNorm(HIDDEN, eps=1e-12)
        self.bias = nn.Parameter(torch.zeros(network.words.num_embeddings))

    def forward(self, states: Tensor, words: Tensor) -> Tensor:
        return self.norm(functional.gelu(self.turn(states))) @ words.T + self.bias


def masked(batch: Batch, generator: torch.Generator) -> tuple[Tensor, Tensor]:
    """Hide words; gives the changed pieces and, for chosen pieces, what stood there (0 elsewhere)."""
    ids = batch.ids
    plain = (ids != 0) & (ids != CLS) & (ids != SEP)
    chosen = (torch.rand(ids.shape, generator=generator, device=ids.device) < SHARE) & plain
    luck = torch.rand(ids.shape, generator=generator, device=ids.device)
    other = torch.randint(1000, 30000, ids.shape, generator=generator, device=ids.device)
    changed = torch.where(chosen & (luck < 0.8), MASKED, torch.where(chosen & (luck > 0.9), other, ids))
    return changed, torch.where(chosen, ids, 0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--documents", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument(
        "--start", type=Path, help="the published encoder's weights, where the package that holds them is not installed"
    )
    parser.add_argument("--batches", type=int, default=4000)
    parser.add_argument("--seconds", type=float)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--workers", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    torch.set_float32_matmul_precision("high")
    network = Network()
    if options.start is not None:
        network.load_state_dict(read_state(options.start), strict=False)
    else:
        start_weights(network)
    network.to(options.device).train()
    head = WordHead(network).to(options.device)
    groups = unpack(options.documents)
    share = {"own": 0.0, "wrapped": 0.0, "plain": 1.0, "ewt": 1.0, "polnear": 1.0}
    source = stream(
        groups["train"] + groups["plain"],
        seed=options.seed,
        rows=ROWS,
        share=share,
        workers=options.workers,
        pinned=options.device != "cpu",
    )
    adam = torch.optim.AdamW([*network.parameters(), *head.parameters()], lr=5e-4, weight_decay=0.01, fused=True)
    schedule = Schedule(adam, batches=options.batches, seconds=options.seconds)
    generator = torch.Generator(options.device).manual_seed(options.seed)
    began, pieces = time.time(), 0
    for number, given in enumerate(source, 1):
        pieces += given.pieces
        batch = given.to(options.device)
        ids, wanted = masked(batch, generator)
        with torch.autocast(options.device, dtype=torch.bfloat16, enabled=options.device != "cpu"):
            states = network.encode(ids, batch.marks)
            where = wanted.flatten().nonzero()[:, 0]
            scores = head(states.reshape(-1, HIDDEN)[where], network.words.weight)
        loss = functional.cross_entropy(scores.float(), wanted.flatten()[where])
        adam.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        adam.step()
        if number % 100 == 0:
            print(f"batch {number} {pieces / (time.time() - began):.0f} pieces/s loss {float(loss.detach()):.3f}", flush=True)
        if schedule.step():
            break
    print(f"{number} batches, {pieces:,} pieces, {time.time() - began:.0f} s, loss {float(loss.detach()):.3f}", flush=True)
    write_state(network.cpu().state_dict(), options.out)


if __name__ == "__main__":
    main()
