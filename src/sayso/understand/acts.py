"""What the heads for acts say of a text's words: whether a word tells an act and of which type, who acts on whom in it, what may come."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from .heads import softmax

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from .encoder import Manifest

SIDES = ("actor", "recipient")
# Tokens from an act beyond which nothing was its part in training: a window's length.
REACH = 160
SURE = 6.0  # log odds
_SURELY_NOT = 1e-4  # a probability; so low for most words that the logarithm is spared


@dataclass(frozen=True, slots=True)
class Around:
    """Of the tokens around an act, from `start` on, the probability of each to belong to one side of it; further away it is 0."""

    start: int
    shares: list[float]

    def of(self, token: int) -> float:
        """Give the probability of a token."""
        place = token - self.start
        return self.shares[place] if 0 <= place < len(self.shares) else 0.0

    def most(self, first: int, stop: int) -> float:
        """Give the highest probability of the tokens [first, stop), 0 where there is none."""
        low, high = max(first - self.start, 0), max(stop - self.start, 0)
        return max(self.shares[low:high], default=0.0)


@dataclass(frozen=True, eq=False)
class Acts:
    """The heads' answers for every token of a text.

    Attributes:
        types, realities, kinds: names of the labels; of types and kinds the first means none.
        events, realness, may: shares of these labels, (tokens, labels), float32.
        told: for actor and recipient, a token as the act and as a word around it; (tokens, width), float16.
    """

    types: tuple[str, ...]
    realities: tuple[str, ...]
    kinds: tuple[str, ...]
    events: NDArray[np.float32]
    realness: NDArray[np.float32]
    may: NDArray[np.float32]
    told: tuple[tuple[NDArray[np.float16], NDArray[np.float16]], ...]
    _known: dict[tuple[int, str], Around] = field(default_factory=dict)

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {name: number for number, name in enumerate(self.types)}

    @cached_property
    def _others(self) -> tuple[NDArray[np.float32], ...]:
        """The words around acts as they are multiplied: made of halves once, not once an act."""
        return tuple(others.astype(np.float32) for _, others in self.told)

    def is_act(self, token: int) -> float:
        """Give the probability that a token tells an act of any type."""
        return self._act_shares[token]

    @cached_property
    def _act_shares(self) -> list[float]:
        shares: list[float] = (1 - self.events[:, 0]).tolist()
        return shares

    def share(self, token: int, event_type: str) -> float:
        """Give the probability that a token tells an act of a type."""
        return float(self.events[token, self._numbers[event_type]])

    def shares(self, token: int) -> list[float]:
        """Give the probabilities of all types, none among them, in their order."""
        found: list[float] = self.events[token].tolist()
        return found

    def likeliest(self, token: int) -> tuple[str, float]:
        """Give the likeliest type of an act that the token may tell, and its probability."""
        number = 1 + int(self.events[token, 1:].argmax())
        return self.types[number], float(self.events[token, number])

    def parts(self, act: int, words: Sequence[int], side: str) -> list[float]:
        """Give the probability of each of some tokens that it belongs to the actor, or to the recipient, of the act that a token tells."""
        around = self.around(act, side)
        return [around.of(word) for word in words]

    def around(self, act: int, side: str) -> Around:
        """Give the probabilities of the words around an act: asked phrase by phrase, they are reckoned once."""
        if (act, side) not in self._known:
            number = SIDES.index(side)
            acts, others = self.told[number][0], self._others[number]
            start = max(0, act - REACH)
            scores = others[start : act + REACH] @ acts[act].astype(np.float32)
            self._known[act, side] = Around(start, (1 / (1 + np.exp(-scores / np.float32(acts.shape[1] ** 0.5)))).tolist())
        return self._known[act, side]


def sureness(share: float) -> float:
    """Give the log odds of a probability as a part of those beyond which the heads are sure, -1 to 1."""
    if share <= _SURELY_NOT:
        return -1.0
    share = min(share, 1 - _SURELY_NOT)
    return max(-SURE, min(SURE, math.log(share / (1 - share)))) / SURE


def acts_of(answers: NDArray[np.float32], first: NDArray[np.int64], manifest: Manifest) -> Acts | None:
    """Keep the answers for the first piece of every token; None where the model has no such heads."""
    if "event" not in manifest.slices or "recipient_to" not in manifest.slices:
        return None

    def part(head: str) -> NDArray[np.float32]:
        return answers[first, slice(*manifest.slices[head])]

    names = manifest.labels
    told = tuple((part(f"{side}_from").astype(np.float16), part(f"{side}_to").astype(np.float16)) for side in SIDES)
    return Acts(
        tuple(names["event"]), tuple(names["reality"]), tuple(names["may"]), softmax(part("event")), softmax(part("reality")),
        softmax(part("may")), told,
    )  # fmt: skip
