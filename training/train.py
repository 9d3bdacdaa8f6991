"""Train the encoder and its heads: seeded, resumable, one run directory.

usage: python -m training.train --run DIR (--documents FILE | --data DIR [--silver FILE] [--open-only]) [--start FILE|MODEL] [--epochs N | --batches N | --seconds N]
           [--teachers STATE,STATE…] [--share SET=N,…] [--device cuda] [--rows N] [--workers N] [--seed N]

--documents  what training.documents wrote; without it the sets are read from --data
--start      weights to begin with: a file of training.pretrain, an earlier run's state.pt, several with commas (their mean, Wortsman et al. 2022),
             or a folder with a model as shipped; without it the published encoder
--teachers   runs whose mean answers are learned beside the labels, on texts without labels too
Writes DIR/state.pt every few minutes and at the end (network, average, optimiser, step), DIR/log.jsonl with losses and dev scores, and goes on
from state.pt where one is found. An epoch has about three million pieces: 40 minutes on two cores without AVX-512, ten seconds on an H200.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import time
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from .batches import Batch
from .corpora import MASK, UPOS, Gold
from .documents import read_sets, unpack
from .evaluate import dev_scores, event_scores, name_scores, tree_scores
from .feed import stream
from .losses import act_loss, antecedent_loss, arc_scores, bag_loss, chain_loss, likeness_loss, link_loss, tag_loss, tree_loss
from .network import NEW, OUTPUTS, Network
from .schedule import Schedule
from .shipped import start_from_shipped
from .weights import encoder_files, read_state, start_weights

# Passes over a set's documents in each epoch.
SHARES = {
    "polnear": 0.35, "labelled": 1.0, "settled": 1.5, "ewt": 3.0, "wikigold": 2.0, "swapped": 1.0, "re3d": 3.0, "btc": 0.3, "wnut17": 0.3, "wrapped": 0.3, "nested": 1.0, "own": 3.0,
    "ecbplus": 0.3, "tbaq": 0.5, "uds_factuality": 0.4, "meantime_factuality": 0.5, "cameo_ner": 2.0, "cameo_class": 1.0, "ngec": 0.15, "lgl": 0.7,
    "geowebnews": 1.0, "marks": 1.5, "reports": 5.0, "named": 2.0, "plain": 0.0,
}  # fmt: skip
PLAIN_SHARE = 0.5  # of the texts without labels, with teachers
AVERAGE = 0.998  # decay of the running average of the weights, which is what is shipped
SHORT = 7.0  # of a run of few batches the average looks back over this part of it (1/7) at most
# What a head's loss weighs.
WEIGHTS = {
    "chain": 1.0, "attribution": 0.3, "link": 0.2, "inner": 0.6, "entities": 0.6, "phrases": 0.2, "upos": 0.5, "arc": 0.9, "relation": 0.5,
    "antecedent": 0.25, "trigger": 0.15, "factual": 0.15, "parts": 0.2, "toponyms": 0.25, "event_type": 0.1, "event_class": 0.1,
    "event": 0.7, "may": 0.4, "reality": 0.25, "act": 0.6,
}  # fmt: skip
CROSS = (
    "attribution",
    "inner",
    "entities",
    "phrases",
    "upos",
    "trigger",
    "factual",
    "parts",
    "toponyms",
    "event",
    "may",
    "reality",
)
BAGS = ("event_type", "event_class")
# What a teacher's answers weigh, by head; its attribution answers are the tags' own, the chain learns from labels alone.
TAUGHT = {
    "attribution": 1.0,
    "inner": 0.5,
    "entities": 0.5,
    "upos": 0.3,
    "toponyms": 0.2,
    "parts": 0.2,
    "factual": 0.1,
    "trigger": 0.1,
    "event": 0.3,
    "may": 0.15,
    "reality": 0.1,
}
TAUGHT_ARCS = 0.7
BETWEEN_SAVES = 300  # seconds


def tokenizer() -> Any:
    """Give the encoder's tokenizer without truncation or padding."""
    from tokenizers import Tokenizer

    loaded = Tokenizer.from_file(str(encoder_files() / "tokenizer.json"))
    loaded.no_truncation()
    loaded.no_padding()
    return loaded


def answers_of(network: Network, batch: Batch, *, bf16: bool) -> dict[str, Tensor]:
    """Run the network; answers of all heads in float32."""
    with torch.autocast(batch.ids.device.type, dtype=torch.bfloat16, enabled=bf16):
        answers = dict(zip(OUTPUTS, network(batch.ids, batch.marks), strict=True))
    return {name: value.float() for name, value in answers.items()}


def losses_of(network: Network, batch: Batch, answers: dict[str, Tensor]) -> dict[str, Tensor]:
    """Give every head's loss on one batch."""
    parts = {name: tag_loss(answers[name], batch.labels[name]) for name in CROSS}
    parts |= {name: bag_loss(answers[name], batch.labels[name]) for name in BAGS}
    parts["link"] = link_loss(answers["link_from"], answers["link_to"], batch)
    parts["arc"], parts["relation"] = tree_loss(network, answers, batch)
    parts["antecedent"] = antecedent_loss(answers, batch)
    parts["act"] = act_loss(answers, batch)
    if batch.paragraphs.shape[0]:
        index, inside = batch.paragraphs.clamp(min=0), batch.paragraphs >= 0
        scores = answers["attribution"].reshape(-1, OUTPUTS["attribution"])[index]
        tags = torch.where(inside, batch.attribution.reshape(-1)[index], MASK)
        parts["chain"] = chain_loss(network, scores, tags)
    return parts


def taught_loss(network: Network, batch: Batch, answers: dict[str, Tensor], teachers: list[Network], *, bf16: bool) -> Tensor:
    """Give the divergence from the teachers' mean answers, on every piece of the batch and every word of its trees."""
    with torch.no_grad():
        given = [answers_of(teacher, batch, bf16=bf16) for teacher in teachers]
        shares = {name: torch.stack([torch.softmax(g[name], -1) for g in given]).mean(0) for name in TAUGHT}
    present = batch.ids != 0
    total = torch.stack([w * likeness_loss(answers[n], shares[n], present) for n, w in TAUGHT.items()]).sum()
    if batch.sentences.shape[0]:
        with torch.no_grad():
            pairs = zip(teachers, given, strict=True)
            heads = torch.stack([torch.softmax(arc_scores(t.distances, g, batch.sentences), -1) for t, g in pairs]).mean(0)
        known = (batch.sentences >= 0) & ~_of_names(shares["upos"], heads, batch)
        total = total + TAUGHT_ARCS * likeness_loss(arc_scores(network.distances, answers, batch.sentences), heads, known)
    return total


def _of_names(upos: Tensor, heads: Tensor, batch: Batch) -> Tensor:
    """Tell of each word whether it or its likeliest head is a name: how those hang together is learned from trees alone, (sentences, words)."""
    is_name = upos.argmax(-1).reshape(-1)[batch.sentences.clamp(min=0)] == UPOS.index("PROPN")
    return is_name | is_name.gather(1, heads.argmax(-1))


def load_start(network: Network, path: Path | None) -> None:
    """Fill the network with the weights to begin with."""
    if path is None:
        start_weights(network)
    elif "," in str(path):
        runs = [torch.load(p, weights_only=False, map_location="cpu")["average"] for p in str(path).split(",")]
        network.load_state_dict({name: torch.stack([run[name].cpu() for run in runs]).mean(0) for name in runs[0]})
    elif path.is_dir():
        print("new heads:", ", ".join(start_from_shipped(network, path)), flush=True)
    elif path.suffix == ".pt":
        network.load_state_dict(torch.load(path, weights_only=False, map_location="cpu")["average"])
    else:
        network.load_state_dict(read_state(path), strict=False)


def shares_of(given: str) -> dict[str, float]:
    """Read "marks=3,plain=0.1": passes over a set in each epoch in place of `SHARES`."""
    pairs = [pair.split("=") for pair in given.split(",") if pair]
    if unknown := {name for name, _ in pairs} - set(SHARES):
        raise SystemExit(f"--share: no set is called {', '.join(sorted(unknown))}; there are {', '.join(SHARES)}")
    return {name: float(number) for name, number in pairs}


class Training:
    """The state of one run: what is trained, its running average, and how far it has come."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options, self.run, self.device = options, Path(options.run), options.device
        self.run.mkdir(parents=True, exist_ok=True)
        torch.manual_seed(options.seed)
        torch.set_flush_denormal(True)
        torch.set_float32_matmul_precision("high")
        if options.documents is not None:
            self.groups = unpack(options.documents)
        else:
            self.groups = read_sets(options.data, tokenizer(), open_only=options.open_only, silver=options.silver)
        self.network = Network()
        load_start(self.network, options.start)
        self.network.to(self.device)
        self.teachers = [self._teacher(Path(p)) for p in options.teachers.split(",") if p]
        self.average = {name: value.detach().clone() for name, value in self.network.state_dict().items()}
        share = SHARES | ({"plain": PLAIN_SHARE} if self.teachers else {}) | shares_of(options.share)
        documents: list[Gold] = self.groups["train"] + self.groups["plain"]
        self.share, self.documents = share, documents
        pieces = sum(len(d.pieces.ids) * share.get(d.set, 1.0) for d in documents)
        self.per_epoch = max(1, int(pieces / 130 / options.rows))
        new = [p for name, p in self.network.named_parameters() if name.startswith(NEW)]
        old = [p for name, p in self.network.named_parameters() if not name.startswith(NEW)]
        rates = [options.rate, 3 * options.rate]
        self.adam = torch.optim.AdamW(
            [{"params": old, "lr": rates[0]}, {"params": new, "lr": rates[1]}], weight_decay=0.01, fused=True
        )
        self.done, self.pieces, self.began, self.sums = 0, 0, time.time(), dict.fromkeys(WEIGHTS, torch.zeros(()))
        self.resume()
        last = options.batches or self.per_epoch * options.epochs
        self.schedule = Schedule(self.adam, batches=last, seconds=options.seconds, done=self.done)

    def _teacher(self, path: Path) -> Network:
        teacher = Network()
        load_start(teacher, path)
        return teacher.to(self.device).eval().requires_grad_(requires_grad=False)

    def resume(self) -> None:
        """Go on from state.pt; the stream of batches begins at an epoch that was not shown yet."""
        if not (self.run / "state.pt").exists():
            return
        state = torch.load(self.run / "state.pt", weights_only=False, map_location=self.device)
        self.network.load_state_dict(state["network"])
        self.average, self.done = state["average"], state["done"]
        rates = [group["lr"] for group in self.adam.param_groups]
        self.adam.load_state_dict(state["adam"])
        for group, rate in zip(self.adam.param_groups, rates, strict=True):
            group["lr"] = rate  # the schedule starts from the highest rate, not from where it stood

    def save(self) -> None:
        """Write all that resuming needs, whole or not at all."""
        state = {
            "network": self.network.state_dict(), "average": self.average, "adam": self.adam.state_dict(), "done": self.done,
            "seed": self.options.seed, "open_only": self.options.open_only,
        }  # fmt: skip
        new = self.run / "state.new"
        torch.save(state, new)
        os.replace(new, self.run / "state.pt")

    def learn(self, given: Batch) -> None:
        """Take one step."""
        batch, bf16 = given.to(self.device), self.options.bf16 or self.device != "cpu"
        answers = answers_of(self.network, batch, bf16=bf16)
        parts = losses_of(self.network, batch, answers)
        loss = torch.stack([WEIGHTS[name] * value for name, value in parts.items()]).sum()
        if self.teachers:
            loss = 0.5 * loss + taught_loss(self.network, batch, answers, self.teachers, bf16=bf16)
        self.adam.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.adam.step()
        self.done += 1
        longest = min(AVERAGE, 1 - SHORT / self.options.batches) if self.options.batches else AVERAGE
        decay = min(longest, (1 + self.done) / (10 + self.done))
        names, now = list(self.average), self.network.state_dict()
        torch._foreach_lerp_([self.average[n] for n in names], [now[n] for n in names], 1 - decay)
        for name, value in parts.items():
            self.sums[name] = self.sums[name].to(value.device) + value.detach()

    def go(self) -> None:
        """Run to the end of the schedule and write what it gave."""
        options = self.options
        source = stream(
            self.documents, seed=options.seed, rows=options.rows, share=self.share, first=self.done // self.per_epoch + (self.done > 0),
            workers=options.workers, pinned=self.device != "cpu",
        )  # fmt: skip
        if "," in str(options.start) and not self.done:
            self._score(0)
        self.network.train()
        saved, first = time.time(), self.done
        for batch in source:
            self.learn(batch)
            self.pieces += batch.pieces
            if self.done % 50 == 0:
                self._tell(self.done - first)
            if time.time() - saved > BETWEEN_SAVES:
                self.save()
                saved = time.time()
            if self.schedule.step():
                break
        self.save()
        self._score(self.done - first)

    def _tell(self, count: int) -> None:
        losses = {name: float(value) / count for name, value in self.sums.items()}
        if any(math.isnan(value) for value in losses.values()):
            raise SystemExit("loss is not a number: lower --rate")
        speed = self.pieces / (time.time() - self.began)
        told = " ".join(f"{n} {v:.3f}" for n, v in losses.items())
        print(f"batch {self.done} ({self.schedule.progress():.2f}) {speed:.0f} pieces/s {told}", flush=True)

    def _score(self, count: int) -> None:
        shipped = Network().to(self.device)
        shipped.load_state_dict(self.average)
        losses = {n: round(float(v) / max(1, count), 4) for n, v in self.sums.items()}
        scores = dev_scores(shipped, self.groups["polnear"]) | tree_scores(shipped, self.groups["ewt"])
        scores |= name_scores(shipped, self.groups["wikigold"], "entities") | name_scores(shipped, self.groups["re3d"], "phrases")
        scores |= event_scores(shipped, self.groups["marks"])
        row = {
            "batches": self.done, "epochs": round(self.done / self.per_epoch, 1), "seconds": round(time.time() - self.began), "pieces": self.pieces,
            "losses": losses, "dev": scores,
        }  # fmt: skip
        with (self.run / "log.jsonl").open("a", encoding="utf8") as log:
            log.write(json.dumps(row) + "\n")
        print(json.dumps(row), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--run", required=True)
    parser.add_argument("--documents", type=Path)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("SAYSO_DATA", "../shared/data")))
    parser.add_argument("--start", type=Path)
    parser.add_argument("--silver", type=Path)
    parser.add_argument("--teachers", default="", help="state.pt of earlier runs, with commas")
    parser.add_argument(
        "--share", default="", help="passes over a set in each epoch where they differ from the recipe's: marks=3,plain=0.1"
    )
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--batches", type=int)
    parser.add_argument(
        "--seconds", type=float, help="end after so long, for a machine lent by the minute; --batches is what repeats"
    )
    parser.add_argument("--rows", type=int, default=24, help="windows in a batch")
    parser.add_argument(
        "--rate", type=float, default=2e-4, help="highest learning rate of the encoder; three times that for heads"
    )
    parser.add_argument("--workers", type=int, default=0, help="processes that make batches")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--bf16", action="store_true", help="bf16 autocast on a processor that has it: twenty times slower elsewhere"
    )
    parser.add_argument("--open-only", action="store_true")
    Training(parser.parse_args()).go()


if __name__ == "__main__":
    main()
