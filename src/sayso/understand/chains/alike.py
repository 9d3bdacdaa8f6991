"""Doc and mentions → how alike two of them are by the antecedent head, which the resolver weighs with what it sees itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..doc import Doc
from .features import kind_of
from .mention import Mention


def likeness_in(doc: Doc, mentions: Sequence[Mention]) -> Callable[[int, int], float] | None:
    """Give the log odds for (later mention, earlier mention), 0 where a word has no token; None where the model has no such head."""
    likeness = doc.likeness
    if likeness is None:
        return None

    is_weighed = [mention.token is not None and kind_of(mention) is not None for mention in mentions]
    has_token = [mention.token is not None for mention in mentions]
    tokens = [mention.token or 0 for mention in mentions]
    odds = likeness.among(tokens)
    asked: dict[int, list[float]] = {}

    def alike(later: int, earlier: int) -> float:
        if not is_weighed[later] or not has_token[earlier]:
            return 0.0
        if later not in asked:
            asked.clear()  # asked of one mention after the other
            asked[later] = odds(tokens[later]).tolist()
        return asked[later][earlier]

    return alike
