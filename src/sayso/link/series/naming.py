"""The figures of one series → its name, in words of the reports: "North Korean soldiers sent to Russia"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from ...findings.figure import FigureKind
from ..claims.words import stem
from .given import Given
from .stages import is_stage_word, stages_in

_HARM = frozenset(("killed", "wounded", "missing", "displaced", "trapped", "infected"))
_TO = frozenset(("sent", "given", "promised", "withdrawn", "sold"))
_FROM = frozenset(("withdrawn",))


def name_of(members: Sequence[Given]) -> str:
    """Give what the figures count, what became of it, where, and in what happening."""
    stage = _most(key for given in members for key in given.stages)
    thing = _most_words(members) or ("people" if stage in _HARM else "") or _measured(members)
    parts = [thing]
    if stage and stage not in stages_in(thing):
        parts.append(stage)
    place = _most(spot.name for given in members for spot in given.spots)
    if place and stem(place) not in {stem(word) for word in thing.split()}:
        parts.append(f"{'from' if stage in _FROM else 'to' if stage in _TO else 'in'} {place}")
    happening = _most(kind for given in members for kind in given.setting)
    if happening and stage in _HARM:
        parts.append(f"({happening})")
    return " ".join(part for part in parts if part)


def _most_words(members: Iterable[Given]) -> str:
    """Give the words most reports have for what is counted; of those as frequent, the fullest."""
    written = [_bare(given.of) for given in members if given.things]
    counted = Counter(words for words in written if words)
    return min(counted, key=lambda words: (-counted[words], -len(words), words), default="")


def _bare(of: str) -> str:
    """Give the words without those that tell the stage at either end."""
    words = re.sub(r"\s+", " ", of).strip(" ,;:").split(" ")
    while words and is_stage_word(words[-1]):
        words.pop()
    return " ".join(words)


def _measured(members: Sequence[Given]) -> str:
    """Give words for a figure of which no report says what it counts."""
    plain = _most(given.of for given in members if given.of)
    kind = members[0].kind
    return plain or {FigureKind.MONEY: "money", FigureKind.PERCENT: "share", FigureKind.DURATION: "time"}.get(kind, "number")


def _most(words: Iterable[str]) -> str:
    counted = Counter(words)
    return min(counted, key=lambda word: (-counted[word], word), default="")
