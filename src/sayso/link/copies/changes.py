"""Two bodies → what differs between them, word by word: what a page says that it did not say before, and what it says no longer."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from ...span import Span
from .alignment import WIDE, passages
from .body import Body

# Changes with fewer words between them are one: a sentence rewritten here and there is told as a whole.
MIN_WORDS_BETWEEN = 3
# Longer texts are compared by passages only: comparing words takes time by the square.
MOST_WORDS = 20_000


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: the words here, and those that stand in their place in the other text; None where there are none."""

    span: Span | None
    other: Span | None


def changes(one: Body, other: Body) -> tuple[Change, ...]:
    """Give what `one` says otherwise than `other`, in text order; spans of either text."""
    if max(len(one), len(other)) > MOST_WORDS:
        return tuple(Change(span, None) for span in own_words(one, other)) + tuple(
            Change(None, span) for span in own_words(other, one)
        )  # fmt: skip
    matcher = SequenceMatcher(None, one.hashes.tolist(), other.hashes.tolist(), autojunk=False)
    found: list[list[int]] = []
    for tag, start, end, there, there_end in matcher.get_opcodes():
        if tag == "equal":
            continue
        if found and start - found[-1][1] < MIN_WORDS_BETWEEN:
            found[-1][1], found[-1][3] = end, there_end
        else:
            found.append([start, end, there, there_end])
    return tuple(Change(_span(one, start, end), _span(other, there, there_end)) for start, end, there, there_end in found)


def own_words(one: Body, other: Body) -> tuple[Span, ...]:
    """Give the stretches of `one` that no passage shares with `other`, in text order."""
    found, at = [], 0
    for passage in passages(one, other, WIDE):
        found.append(_span(one, at, passage.first))
        at = passage.last + 1
    found.append(_span(one, at, len(one)))
    return tuple(span for span in found if span)


def _span(body: Body, start: int, end: int) -> Span | None:
    return body.span(start, end - 1) if start < end else None
