"""What training minimises: a linear-chain CRF over each paragraph's attribution tags, cross-entropies, links to cues, heads of words, antecedents."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from .batches import Batch
from .corpora import ATTRIBUTION, MASK, NO_CHAIN
from .network import Network

# Tags that may not follow each other: I-x follows only B-x or I-x.
FORBIDDEN = torch.tensor(
    [[after.startswith("I-") and before[2:] != after[2:] for after in ATTRIBUTION] for before in ATTRIBUTION]
)  # (before, after)
BEGINS_INSIDE = torch.tensor([t.startswith("I-") for t in ATTRIBUTION])


def chain_loss(network: Network, scores: Tensor, tags: Tensor) -> Tensor:
    """Negative log-likelihood per piece of gold tag paths.

    Args:
        scores: emissions, (paragraphs, positions, tags), float32.
        tags: gold, (paragraphs, positions), MASK after a paragraph's end; each paragraph has at least one piece.
    """
    mask = tags != MASK
    gold = tags.clamp(min=0)
    transitions = network.transitions.masked_fill(FORBIDDEN, -1e4)
    begins = network.begins.masked_fill(BEGINS_INSIDE, -1e4)
    path = begins[gold[:, 0]] + (scores.gather(2, gold[..., None])[..., 0] * mask).sum(1)
    path = path + (transitions[gold[:, :-1], gold[:, 1:]] * mask[:, 1:]).sum(1)
    last = mask.sum(1) - 1
    path = path + network.finishes[gold.gather(1, last[:, None])[:, 0]]
    alpha = begins + scores[:, 0]
    for step in range(1, scores.shape[1]):
        grown = torch.logsumexp(alpha[:, :, None] + transitions, dim=1) + scores[:, step]
        alpha = torch.where(mask[:, step, None], grown, alpha)
    total = torch.logsumexp(alpha + network.finishes, dim=1)
    return (total - path).sum() / mask.sum()


def tag_loss(scores: Tensor, tags: Tensor) -> Tensor:
    """Cross-entropy over the pieces that carry a label."""
    if not (tags != MASK).any():
        return scores.sum() * 0.0
    return functional.cross_entropy(scores.reshape(-1, scores.shape[-1]), tags.reshape(-1), ignore_index=MASK)


def link_loss(link_from: Tensor, link_to: Tensor, link: Tensor, tags: Tensor) -> Tensor:
    """Cross-entropy of each source or content piece choosing its cue among the cue beginnings of the window."""
    losses = []
    begin = ATTRIBUTION.index("B-cue")
    for row in range(link.shape[0]):
        cues = (tags[row] == begin).nonzero()[:, 0]
        pieces = (link[row] != MASK).nonzero()[:, 0]
        if len(cues) < 2 or not len(pieces):
            continue
        scores = link_from[row, pieces] @ link_to[row, cues].T / link_from.shape[-1] ** 0.5
        target = (link[row, pieces][:, None] == cues[None]).float()
        known = target.any(1)
        if known.any():
            losses.append(functional.cross_entropy(scores[known], target[known].argmax(1), reduction="sum") / known.sum())
    return torch.stack(losses).mean() if losses else link_from.sum() * 0.0


def _gathered(values: Tensor, index: Tensor) -> Tensor:
    return values.reshape(-1, values.shape[-1])[index.clamp(min=0)]


def tree_loss(answers: dict[str, Tensor], batch: Batch) -> tuple[Tensor, Tensor]:
    """Cross-entropies of each word choosing its head (itself for the root) and, given its true head, its relation."""
    index, arcs = batch.sentences, batch.arcs
    if not index.shape[0]:
        nothing = answers["arc_from"].sum() * 0.0
        return nothing, nothing
    present = index >= 0
    dependent, head = _gathered(answers["arc_from"], index), _gathered(answers["arc_to"], index)
    scores = dependent @ head.transpose(1, 2) / dependent.shape[-1] ** 0.5
    scores = scores + torch.diag_embed(_gathered(answers["root"], index)[..., 0])
    scores = scores.masked_fill(~present[:, None, :], -1e4)
    arc = functional.cross_entropy(scores.reshape(-1, scores.shape[-1]), arcs.reshape(-1), ignore_index=MASK)
    chosen = _gathered(answers["relation_to"], index)
    chosen = chosen.gather(1, arcs.clamp(min=0)[..., None].expand_as(chosen))
    relation = batch.labels["relation"].reshape(-1)[index.clamp(min=0)].masked_fill(~present, MASK)
    return arc, tag_loss(_gathered(answers["relation_from"], index) + chosen, relation)


def antecedent_loss(answers: dict[str, Tensor], batch: Batch) -> Tensor:
    """Marginal log-likelihood of a mention's antecedents in its window (Lee et al. 2017); phrases in no chain choose none, score 0."""
    index, chains = batch.mentions, batch.chains
    if not index.shape[0]:
        return answers["chain_from"].sum() * 0.0
    later, earlier = _gathered(answers["chain_from"], index), _gathered(answers["chain_to"], index)
    scores = later @ earlier.transpose(1, 2) / later.shape[-1] ** 0.5
    size = index.shape[1]
    before = torch.ones(size, size).tril(-1).bool() & (index >= 0)[:, None, :]
    same = (chains[:, :, None] == chains[:, None, :]) & (chains >= 0)[:, :, None] & before
    none = torch.zeros_like(scores[..., :1])
    every = torch.logsumexp(torch.cat([none, scores.masked_fill(~before, -1e4)], dim=-1), dim=-1)
    right = torch.logsumexp(scores.masked_fill(~same, -1e4), dim=-1)
    linked, single = same.any(-1), (chains == NO_CHAIN) & before.any(-1)
    loss = (every - right)[linked].sum() + 0.3 * every[single].sum()
    return loss / (linked.sum() + 0.3 * single.sum()).clamp(min=1)
