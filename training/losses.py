"""What training minimises: a linear-chain CRF over each paragraph's attribution tags, cross-entropies, links to cues, heads of words, antecedents.

Nothing here asks the device for a value: on an accelerator every question would wait for it.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from sayso.understand.syntax import distance_steps

from .batches import Batch
from .corpora import ATTRIBUTION, MASK, NO_CHAIN
from .network import Network

# Tags that may not follow each other: I-x follows only B-x or I-x.
FORBIDDEN = torch.tensor(
    [[after.startswith("I-") and before[2:] != after[2:] for after in ATTRIBUTION] for before in ATTRIBUTION]
)  # (before, after)
BEGINS_INSIDE = torch.tensor([t.startswith("I-") for t in ATTRIBUTION])
NEVER = -1e4
LONGEST = 256  # words of a sentence
_STEPS = torch.from_numpy(distance_steps(LONGEST))
_held: dict[tuple[int, torch.device], Tensor] = {}


def _on(constant: Tensor, device: torch.device) -> Tensor:
    """Give a constant of this file on a device, copied once."""
    key = (id(constant), device)
    if key not in _held:
        _held[key] = constant.to(device)
    return _held[key]


def all_paths(begins: Tensor, moves: Tensor) -> Tensor:
    """Log-sum of all paths by joining neighbouring steps in pairs, log2(steps) rounds (Särkkä & García-Fernández 2021).

    Args:
        begins: scores of the first tag, (paragraphs, tags). moves: from tag to tag with its emission, (paragraphs, steps, tags, tags).
    Returns: scores of ending in each tag, (paragraphs, tags).
    """
    while moves.shape[1] > 1:
        if moves.shape[1] % 2:
            size = moves.shape[2]
            still = torch.full((size, size), NEVER, device=moves.device).fill_diagonal_(0.0)
            moves = torch.cat([moves, still.expand(moves.shape[0], 1, size, size)], dim=1)
        moves = torch.logsumexp(moves[:, ::2, :, :, None] + moves[:, 1::2, None], dim=3)
    if not moves.shape[1]:
        return begins
    return torch.logsumexp(begins[:, :, None] + moves[:, 0], dim=1)


def chain_loss(network: Network, scores: Tensor, tags: Tensor) -> Tensor:
    """Negative log-likelihood per piece of gold tag paths.

    Args:
        scores: emissions, (paragraphs, positions, tags), float32.
        tags: gold, (paragraphs, positions), MASK after a paragraph's end; each paragraph has at least one piece.
    """
    mask = tags != MASK
    gold = tags.clamp(min=0)
    transitions = network.transitions.masked_fill(_on(FORBIDDEN, scores.device), NEVER)
    begins = network.begins.masked_fill(_on(BEGINS_INSIDE, scores.device), NEVER)
    path = begins[gold[:, 0]] + (scores.gather(2, gold[..., None])[..., 0] * mask).sum(1)
    path = path + (transitions[gold[:, :-1], gold[:, 1:]] * mask[:, 1:]).sum(1)
    last = mask.sum(1) - 1
    path = path + network.finishes[gold.gather(1, last[:, None])[:, 0]]
    still = torch.full_like(transitions, NEVER).fill_diagonal_(0.0)
    moves = torch.where(mask[:, 1:, None, None], transitions + scores[:, 1:, None], still)
    total = torch.logsumexp(all_paths(begins + scores[:, 0], moves) + network.finishes, dim=1)
    return (total - path).sum() / mask.sum()


def tag_loss(scores: Tensor, tags: Tensor) -> Tensor:
    """Cross-entropy over the pieces that carry a label, 0 where none does."""
    flat = tags.reshape(-1)
    lost = functional.cross_entropy(scores.reshape(-1, scores.shape[-1]), flat, ignore_index=MASK, reduction="sum")
    return lost / (flat != MASK).sum().clamp(min=1)


def bag_loss(scores: Tensor, labels: Tensor) -> Tensor:
    """Cross-entropy of a row's one label where any of its pieces may tell it: a softmax over pieces and classes together.

    Args:
        scores: (rows, positions, classes). labels: (rows, positions), the row's label on each piece that may tell it, MASK elsewhere.
    """
    present = labels != MASK
    known = present.any(1)
    label = labels.clamp(min=0).amax(1)
    scores = torch.where(present[..., None], scores, NEVER)
    every = torch.logsumexp(scores.flatten(1), dim=1)
    right = torch.logsumexp(scores.gather(2, label[:, None, None].expand(-1, scores.shape[1], 1))[..., 0], dim=1)
    return ((every - right) * known).sum() / known.sum().clamp(min=1)


def _gathered(values: Tensor, index: Tensor) -> Tensor:
    return values.reshape(-1, values.shape[-1])[index.clamp(min=0)]


def link_loss(link_from: Tensor, link_to: Tensor, batch: Batch) -> Tensor:
    """Cross-entropy of each source or content piece choosing its cue among the cue beginnings of the window; rows count alike."""
    if not batch.cues.shape[0]:
        return link_from.sum() * 0.0
    pieces, cues = _gathered(link_from, batch.linked), _gathered(link_to, batch.cues)
    scores = pieces @ cues.transpose(1, 2) / link_from.shape[-1] ** 0.5
    scores = scores.masked_fill((batch.cues < 0)[:, None], NEVER)
    known = batch.linked >= 0
    lost = functional.cross_entropy(scores.flatten(0, 1), batch.links.flatten(), ignore_index=MASK, reduction="none")
    return ((lost.view_as(known) * known).sum(1) / known.sum(1).clamp(min=1)).mean()


def act_scores(answers: dict[str, Tensor], batch: Batch) -> Tensor:
    """Score each word around each act as its actor's and its recipient's, (rows, triggers, words, 2)."""
    made = []
    for side in ("actor", "recipient"):
        acts, words = _gathered(answers[f"{side}_from"], batch.triggers), _gathered(answers[f"{side}_to"], batch.around)
        made.append(acts @ words.transpose(1, 2) / acts.shape[-1] ** 0.5)
    return torch.stack(made, dim=-1)


def act_loss(answers: dict[str, Tensor], batch: Batch) -> Tensor:
    """Binary cross-entropies of words as parts of acts; a word that is a part weighs as much as five others."""
    if not batch.triggers.shape[0]:
        return answers["actor_from"].sum() * 0.0
    known = ((batch.triggers >= 0)[:, :, None] & (batch.around >= 0)[:, None, :])[..., None].expand_as(batch.parts_of)
    lost = functional.binary_cross_entropy_with_logits(act_scores(answers, batch), batch.parts_of, reduction="none")
    weight = known * (0.2 + 0.8 * batch.parts_of)
    return (lost * weight).sum() / weight.sum().clamp(min=1)


def arc_scores(distances: Tensor, answers: dict[str, Tensor], index: Tensor) -> Tensor:
    """Score each word (row) for each head (column) of its sentence, itself for the root; (sentences, words, words)."""
    dependent, head = _gathered(answers["arc_from"], index), _gathered(answers["arc_to"], index)
    scores = dependent @ head.transpose(1, 2) / dependent.shape[-1] ** 0.5
    scores = scores + torch.diag_embed(_gathered(answers["root"], index)[..., 0])
    size = index.shape[1]
    steps = (
        _on(_STEPS, index.device)[:size, :size] if size <= LONGEST else torch.from_numpy(distance_steps(size)).to(index.device)
    )
    scores = scores + distances[steps]
    return scores.masked_fill(~(index >= 0)[:, None, :], NEVER)


def tree_loss(network: Network, answers: dict[str, Tensor], batch: Batch) -> tuple[Tensor, Tensor]:
    """Cross-entropies of each word choosing its head (itself for the root) and, given its true head, its relation."""
    index, arcs = batch.sentences, batch.arcs
    if not index.shape[0]:
        nothing = answers["arc_from"].sum() * 0.0
        return nothing, nothing
    scores = arc_scores(network.distances, answers, index)
    arc = tag_loss(scores, arcs)
    chosen = _gathered(answers["relation_to"], index)
    chosen = chosen.gather(1, arcs.clamp(min=0)[..., None].expand_as(chosen))
    relation = batch.labels["relation"].reshape(-1)[index.clamp(min=0)].masked_fill((index < 0) | (arcs == MASK), MASK)
    return arc, tag_loss(_gathered(answers["relation_from"], index) + chosen, relation)


def antecedent_loss(answers: dict[str, Tensor], batch: Batch) -> Tensor:
    """Marginal log-likelihood of a mention's antecedents in its window (Lee et al. 2017); phrases in no chain choose none, score 0."""
    index, chains = batch.mentions, batch.chains
    if not index.shape[0]:
        return answers["chain_from"].sum() * 0.0
    later, earlier = _gathered(answers["chain_from"], index), _gathered(answers["chain_to"], index)
    scores = later @ earlier.transpose(1, 2) / later.shape[-1] ** 0.5
    size = index.shape[1]
    before = torch.ones(size, size, device=index.device).tril(-1).bool() & (index >= 0)[:, None, :]
    same = (chains[:, :, None] == chains[:, None, :]) & (chains >= 0)[:, :, None] & before
    none = torch.zeros_like(scores[..., :1])
    every = torch.logsumexp(torch.cat([none, scores.masked_fill(~before, NEVER)], dim=-1), dim=-1)
    right = torch.logsumexp(scores.masked_fill(~same, NEVER), dim=-1)
    linked, single = same.any(-1), (chains == NO_CHAIN) & before.any(-1)
    loss = ((every - right) * linked).sum() + 0.3 * (every * single).sum()
    return loss / (linked.sum() + 0.3 * single.sum()).clamp(min=1)


def likeness_loss(scores: Tensor, taught: Tensor, known: Tensor) -> Tensor:
    """Kullback–Leibler divergence from a teacher's shares, over the places that are known.

    Args:
        scores: (…, classes). taught: the teachers' mean shares, alike. known: (…).
    """
    lost = functional.kl_div(functional.log_softmax(scores, dim=-1), taught, reduction="none").sum(-1)
    return (lost * known).sum() / known.sum().clamp(min=1)
