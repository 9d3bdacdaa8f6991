"""Doc and mentions → how alike two of them are by the antecedent head, which the resolver weighs with what it sees itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from ..doc import Doc
from .features import kind_of
from .mention import Mention


def likeness_in(doc: Doc, mentions: Sequence[Mention]) -> Callable[[int, int], float] | None:
    """Give the log odds for (later mention, earlier mention), 0 where a word has no token; None where the model has no such head."""
    likeness = doc.likeness
    if likeness is None:
        return None

    tokens = [mention.token or 0 for mention in mentions]
    is_mute = np.array([mention.token is None for mention in mentions], dtype=np.bool_)
    odds = likeness.among(tokens)
    asked: dict[int, list[float]] = {}

    def row_of(later: int) -> list[float]:
        if is_mute[later] or kind_of(mentions[later]) is None:
            return [0.0] * len(mentions)
        row = odds(tokens[later])
        row[is_mute] = 0
        known: list[float] = row.tolist()
        return known

    def alike(later: int, earlier: int) -> float:
        if later not in asked:
            asked.clear()  # asked of one mention after the other
            asked[later] = row_of(later)
        return asked[later][earlier]

    return alike
