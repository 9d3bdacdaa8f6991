"""Doc and mentions → how alike two of them are by the antecedent head, which the resolver weighs with what it sees itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from ..doc import Doc
from .features import kind_of
from .mention import Mention


def likeness_in(doc: Doc, mentions: Sequence[Mention]) -> Callable[[int], list[float]] | None:
    """Give the log odds of a later mention with every mention, 0 where a word has no token; None where the model has no such head."""
    likeness = doc.likeness
    if likeness is None:
        return None

    tokens = [mention.token or 0 for mention in mentions]
    is_mute = np.array([mention.token is None for mention in mentions], dtype=np.bool_)
    odds = likeness.among(tokens)
    are_mute = bool(is_mute.any())

    def alike(later: int) -> list[float]:
        if is_mute[later] or kind_of(mentions[later]) is None:
            return [0.0] * len(mentions)
        row = odds(tokens[later])
        if are_mute:
            row[is_mute] = 0
        known: list[float] = row.tolist()
        return known

    return alike
