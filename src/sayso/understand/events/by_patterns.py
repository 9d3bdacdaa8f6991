"""What the lexicon's patterns make of a phrase, as signs of its part in an act: on which side of that act they put it, and of the others in its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ...span import Span
from .happening import Happening

# Other acts of a sentence that are looked at.
_MOST = 12


@dataclass(frozen=True, slots=True)
class Pattern:
    """What one pattern tells, as it is before the heads are asked: its type, and the words of either side."""

    event: str
    actors: tuple[Span, ...]
    recipients: tuple[Span, ...]

    def side(self, words: Span) -> str:
        """Name the side that words stand on: "actor", "recipient", both, or "none"."""
        sides = (("actor", self.actors), ("recipient", self.recipients))
        return "+".join(name for name, given in sides if any(s.overlaps(words) for s in given)) or "none"

    @property
    def filled(self) -> str:
        """Name the sides that somebody stands on."""
        return f"{'a' if self.actors else ''}{'r' if self.recipients else ''}"


@dataclass(frozen=True, slots=True)
class Around:
    """The patterns around one act.

    Attributes:
        own: tells the act itself; teller: the verb around the act's noun ("staged | a sit-in"); others: the rest of the sentence.
    """

    own: Pattern | None
    teller: Pattern | None
    others: tuple[Pattern, ...]

    def signs(self, words: Span, kind: str, known: str, slot: str) -> Iterator[str]:
        """Name what they make of the words of a phrase.

        Args:
            kind: the act's type; known: how well the phrase is known; slot: where it stands in the act's frame.
        """
        for name, one in (("told", self.own), ("teller", self.teller)):
            if one is None:
                yield f"{name} nowhere"
                continue
            side = f"{name} {one.side(words)}"
            same = f"{side} {'same' if one.event == kind else 'other'}"
            yield from (same, f"{same} {known}", f"{same} {slot}", f"{same} {one.filled}", f"{side} {kind}")
        for one in self.others:
            if (side := one.side(words)) != "none":
                yield f"else {side} {one.event} {kind}"
                yield f"else {side} {'same' if one.event == kind else 'other'}"

    def sides(self, words: Span, kind: str) -> Iterator[str]:
        """Name the plainest of these: the side by the pattern of the act itself, and that by others."""
        if self.own is not None:
            yield f"told {self.own.side(words)} {'same' if self.own.event == kind else 'other'}"
        for one in self.others:
            if (side := one.side(words)) != "none":
                yield f"else {side} {'same' if one.event == kind else 'other'}"


class Patterns:
    """What the patterns tell of one sentence.

    Args:
        found: happenings by their trigger; taken: by the first token of the phrases around a verb the happening that it tells.
    """

    def __init__(self, found: Mapping[int, Happening] | None = None, taken: Mapping[int, Happening] | None = None) -> None:
        self._told = {token: _pattern(one) for token, one in (found or {}).items()}
        self._teller = {first: one.token for first, one in (taken or {}).items()}

    def around(self, act: int, first: int | None) -> Around:
        """Give what is told around an act.

        Args:
            first: the first token of the phrase that the act stands in; None for a verb.
        """
        own = self._told.get(act)
        token = self._teller.get(first) if first is not None else None
        teller = self._told.get(token) if token is not None and token != act else None
        return Around(own, teller, tuple(self._told[i] for i in nearest((i for i in self._told if i not in (act, token)), act)))


def nearest(tokens: Iterable[int], act: int) -> list[int]:
    """Give those of the tokens that are nearest to an act, in text order: a text without full stops has hundreds in a sentence."""
    return sorted(sorted(tokens, key=lambda i: abs(i - act))[:_MOST])


def _pattern(one: Happening) -> Pattern:
    actors, recipients = (tuple(p.span for p in side) for side in (one.actors, one.recipients))
    return Pattern(one.sense.event or "", actors, recipients)
