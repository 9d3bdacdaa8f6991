"""Dev scores of a network in training: exact span F1 of the attribution roles, by piece, decoded by the chain."""

from __future__ import annotations

from collections import Counter

import numpy as np
import torch

from .batches import Batch, pad, samples
from .corpora import ATTRIBUTION, ENTITIES, MASK, RELATIONS, Gold
from .losses import FORBIDDEN, act_scores, arc_scores
from .network import OUTPUTS, Network

PARSED = ("relation_from", "relation_to")


def _answers(network: Network, batch: Batch) -> dict[str, torch.Tensor]:
    """Run the network where it is; answers on the processor."""
    device = network.distances.device
    made = network(batch.ids.to(device), batch.marks.to(device))
    return {name: value.float().cpu() for name, value in zip(OUTPUTS, made, strict=True)}


def decode(network: Network, scores: torch.Tensor, mask: torch.Tensor) -> np.ndarray:
    """Give the best tag path of each paragraph, (paragraphs, positions); beyond its end the path is 0."""
    transitions = network.transitions.detach().cpu().masked_fill(FORBIDDEN, -1e4)
    begins = network.begins.detach().cpu().masked_fill(torch.tensor([t.startswith("I-") for t in ATTRIBUTION]), -1e4)
    alpha, back = begins + scores[:, 0], []
    for step in range(1, scores.shape[1]):
        best, where = (alpha[:, :, None] + transitions).max(1)
        back.append(torch.where(mask[:, step, None], where, torch.arange(alpha.shape[1])))
        alpha = torch.where(mask[:, step, None], best + scores[:, step], alpha)
    tag = (alpha + network.finishes.detach().cpu()).argmax(1)
    path = [tag]
    for where in reversed(back):
        tag = where.gather(1, tag[:, None])[:, 0]
        path.append(tag)
    return torch.stack(path[::-1], 1).numpy()


def spans_of(tags: np.ndarray) -> set[tuple[str, int, int]]:
    """Read BIO tags into (role, first piece, end)."""
    found, at = set(), None
    for i, tag in enumerate([*tags.tolist(), 0]):
        name = ATTRIBUTION[tag] if tag >= 0 else "O"
        if at is not None and not name.startswith("I-"):
            found.add((at[0], at[1], i))
            at = None
        if name.startswith("B-"):
            at = (name[2:], i)
    return found


def dev_scores(network: Network, dev: list[Gold]) -> dict[str, float]:
    """Exact F1 per role over paragraphs, edges as they are (a little stricter than the scorer of the bars), and link accuracy."""
    network.eval()
    threads = torch.get_num_threads()
    torch.set_num_threads(1)  # many tiny steps: threads that wait for one another cost more than they give
    count: Counter[tuple[str, str]] = Counter()
    rng = np.random.default_rng(0)
    for gold in dev:
        with torch.no_grad():
            batch = pad(list(samples(gold, rng, vary=False)))
            answers = _answers(network, batch)
        if not batch.paragraphs.shape[0]:
            continue
        index, inside = batch.paragraphs.clamp(min=0), batch.paragraphs >= 0
        scores = answers["attribution"].reshape(-1, OUTPUTS["attribution"])[index]
        tags = torch.where(inside, batch.attribution.reshape(-1)[index], MASK).numpy()
        path = np.where(inside.numpy(), decode(network, scores, inside), MASK)
        for row in range(len(tags)):
            wanted, found = spans_of(tags[row]), spans_of(path[row])
            for role in ("source", "cue", "content"):
                g, f = {s for s in wanted if s[0] == role}, {s for s in found if s[0] == role}
                count[role, "tp"] += len(g & f)
                count[role, "n"] += len(g) + len(f)
        for row in range(len(batch.ids)):
            cues = (batch.attribution[row] == 3).nonzero()[:, 0]
            pieces = (batch.labels["link"][row] >= 0).nonzero()[:, 0]
            if len(cues) and len(pieces):
                best = cues[(answers["link_from"][row, pieces] @ answers["link_to"][row, cues].T).argmax(1)]
                count["link", "tp"] += int((best == batch.labels["link"][row, pieces]).sum())
                count["link", "n"] += len(pieces)
    torch.set_num_threads(threads)
    scores = {role: round(200 * count[role, "tp"] / max(1, count[role, "n"]), 1) for role in ("source", "cue", "content")}
    return scores | {"link": round(100 * count["link", "tp"] / max(1, count["link", "n"]), 1)}


def tree_scores(network: Network, dev: list[Gold]) -> dict[str, float]:
    """Share of words of a treebank with the right part of speech; with the right head and relation, chosen word by word."""
    network.eval()
    count: Counter[str] = Counter()
    rng = np.random.default_rng(0)
    for start in range(0, len(dev), 8):
        group = [s for gold in dev[start : start + 8] for s in samples(gold, rng, vary=False)]
        batch = pad(group)
        with torch.no_grad():
            answers = _answers(network, batch)
        known = batch.upos != MASK
        count["words"] += int(known.sum())
        count["upos"] += int((answers["upos"].argmax(-1)[known] == batch.upos[known]).sum())
        index = batch.sentences
        if not index.shape[0]:
            continue
        flat = {name: answers[name].reshape(-1, OUTPUTS[name])[index.clamp(min=0)] for name in PARSED}
        head = arc_scores(network.distances.detach().cpu(), answers, index).argmax(-1)
        relation = flat["relation_from"] + flat["relation_to"].gather(1, head[..., None].expand_as(flat["relation_to"]))
        present = index >= 0
        right = (head == batch.arcs) & present
        gold = batch.labels["relation"].reshape(-1)[index.clamp(min=0)]
        plain = torch.tensor([RELATIONS.index(r.split(":")[0]) for r in RELATIONS])
        alike = plain[relation.argmax(-1)] == plain[gold.clamp(min=0)]
        count["arcs"] += int(present.sum())
        count["uas"], count["las"] = count["uas"] + int(right.sum()), count["las"] + int((right & alike).sum())
    return {
        "upos": round(100 * count["upos"] / max(1, count["words"]), 2),
        "uas": round(100 * count["uas"] / max(1, count["arcs"]), 2),
        "las": round(100 * count["las"] / max(1, count["arcs"]), 2),
    }


def name_scores(network: Network, dev: list[Gold], head: str) -> dict[str, float]:
    """Exact F1 of PER, LOC and ORG (all labels for phrases) by the likeliest tag of each piece: a little below what the product's rules give."""
    network.eval()
    count: Counter[str] = Counter()
    rng = np.random.default_rng(0)
    counted = [i for i, tag in enumerate(ENTITIES) if head == "phrases" or tag[2:] in ("PER", "LOC", "ORG")]
    for start in range(0, len(dev), 8):
        batch = pad([s for gold in dev[start : start + 8] for s in samples(gold, rng, vary=False)])
        with torch.no_grad():
            answers = _answers(network, batch)
        gold, found = batch.labels[head].numpy(), answers[head].argmax(-1).numpy()
        for row in range(len(gold)):
            known = gold[row] != MASK
            right = _names(np.where(known, gold[row], 0), counted)
            made = _names(np.where(known, found[row], 0), counted)
            count["tp"] += len(right & made)
            count["n"] += len(right) + len(made)
    return {head: round(200 * count["tp"] / max(1, count["n"]), 1)}


def event_scores(network: Network, dev: list[Gold]) -> dict[str, float]:
    """F1 of words that tell an act, of any type and of the right one; of words of its parts at gold acts; share of realities right; F1 of what may come."""
    network.eval()
    count: Counter[object] = Counter()
    rng = np.random.default_rng(0)
    for gold in dev:
        batch = pad(list(samples(gold, rng, vary=False)))
        with torch.no_grad():
            answers = _answers(network, batch)
        for head in ("event", "may"):
            wanted, found = batch.labels[head], answers[head].argmax(-1)
            known = wanted != MASK
            count[head, "any"] += int(((wanted > 0) & (found > 0) & known).sum())
            count[head, "tp"] += int(((wanted > 0) & (found == wanted)).sum())
            count[head, "n"] += int((wanted > 0).sum()) + int(((found > 0) & known).sum())
        told = batch.labels["reality"] != MASK
        count["reality"] += int((answers["reality"].argmax(-1) == batch.labels["reality"])[told].sum())
        count["told"] += int(told.sum())
        if batch.triggers.shape[0]:
            made = (act_scores(answers, batch) > 0) & ((batch.triggers >= 0)[:, :, None] & (batch.around >= 0)[:, None, :])[
                ..., None
            ]
            for side, name in enumerate(("actor", "recipient")):
                count[name, "tp"] += int((made[..., side] & (batch.parts_of[..., side] > 0)).sum())
                count[name, "n"] += int(made[..., side].sum()) + int(batch.parts_of[..., side].sum())

    def f1(right: object, of: object) -> float:
        return round(200 * count[right] / max(1, count[of]), 1)

    return {
        "act": f1(("event", "any"), ("event", "n")), "event": f1(("event", "tp"), ("event", "n")), "may": f1(("may", "tp"), ("may", "n")),
        "actor": f1(("actor", "tp"), ("actor", "n")), "recipient": f1(("recipient", "tp"), ("recipient", "n")),
        "reality": round(100 * count["reality"] / max(1, count["told"]), 1),
    }  # fmt: skip


def _names(tags: np.ndarray, counted: list[int]) -> set[tuple[int, int, int]]:
    found: set[tuple[int, int, int]] = set()
    at: tuple[int, int] | None = None
    for i, tag in enumerate([*tags.tolist(), 0]):
        if at is not None and tag != at[0] + 1:
            found.add((at[0], at[1], i))
            at = None
        if tag in counted and tag % 2 == 1:
            at = (tag, i)
    return found
