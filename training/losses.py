"""What training minimises: a linear-chain CRF over each paragraph's attribution tags, cross-entropies, and the links to cues."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from .corpora import ATTRIBUTION, MASK
from .network import Network

# Tags that may not follow each other: I-x follows only B-x or I-x.
FORBIDDEN = torch.tensor(
    [[after.startswith("I-") and before[2:] != after[2:] for after in ATTRIBUTION] for before in ATTRIBUTION]
)  # (before, after)


def chain_loss(network: Network, scores: Tensor, tags: Tensor) -> Tensor:
    """Negative log-likelihood per piece of gold tag paths.

    Args:
        scores: emissions, (paragraphs, positions, tags), float32.
        tags: gold, (paragraphs, positions), MASK after a paragraph's end; each paragraph has at least one piece.
    """
    mask = tags != MASK
    gold = tags.clamp(min=0)
    transitions = network.transitions.masked_fill(FORBIDDEN, -1e4)
    begins = network.begins.masked_fill(torch.tensor([t.startswith("I-") for t in ATTRIBUTION]), -1e4)
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
