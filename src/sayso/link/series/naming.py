"""The figures of one series → its name, in words of the reports: "North Korean soldiers sent to Russia"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from ...findings.figure import FigureKind
from ..claims.words import stem
from .given import Given, Spot
from .peoples import demonym_of, owners_in
from .stages import PRESENT, is_stage_word, stages_in

_HARM = frozenset(("killed", "wounded", "missing", "displaced", "trapped", "infected"))
_TO = frozenset(("sent", "given", "promised", "withdrawn", "sold"))
# Stages as a reader hears them.
_SAID = {"prepared": "being prepared", "training": "in training"}
_FROM = frozenset(("withdrawn",))
_SIDES = {"north": "northern", "south": "southern", "east": "eastern", "west": "western"}
_WITH_THE = (
    "East",
    "West",
    "North",
    "South",
    "States",
    "Kingdom",
    "Emirates",
    "Netherlands",
    "Philippines",
    "Strip",
    "Bank",
    "Sea",
    "Republic",
)


def name_of(members: Sequence[Given]) -> str:
    """Give what the figures count, what became of it, where, and in what happening."""
    stage = _most(key for given in members for key in given.stages)
    thing = _most_words(members) or ("people" if stage in _HARM else "") or _measured(members)
    parts = [thing]
    if stage and stage != PRESENT and stage not in stages_in(thing):
        parts.append(_SAID.get(stage, stage))
    place = _place(members)
    if place and not {stem(word) for word in place.split()} & {stem(word) for word in thing.split()}:
        parts.append(f"{'from' if stage in _FROM else 'to' if stage in _TO else 'in'} {place}")
    happening = _most(kind for given in members for kind in given.setting)
    if happening and stage in _HARM:
        parts.append(f"({happening})")
    if all(given.part for given in members):
        parts.append("(a part)")
    return " ".join(part for part in parts if part)


def _place(members: Sequence[Given]) -> str:
    """Give the place most of them name, as they call it: "the Kursk region", "eastern Russia" where all speak of its east."""
    spots = [spot for given in members for spot in _meant(given)]
    name = _most(spot.name for spot in spots)
    sides = {spot.side for spot in spots if spot.name == name}
    area = _most(spot.area for spot in spots if spot.name == name and spot.area)
    if area and area.title() not in name:
        return f"the {name} {area}"
    if len(sides) == 1 and (side := sides.pop()) in _SIDES:
        return name if side.title() in name else f"{_SIDES[side]} {name}"
    return f"the {name}" if name.split(" ")[-1] in _WITH_THE else name


def _meant(given: Given) -> list[Spot]:
    """Give the places without the country another one lies in."""
    narrow = {spot.country for spot in given.spots if spot.level in ("region", "town")}
    return [spot for spot in given.spots if spot.level != "country" or spot.country not in narrow]


def _most_words(members: Iterable[Given]) -> str:
    """Give the words most reports have for what is counted; of those as frequent, the fullest."""
    written = [(_bare(given.of), bool(owners_in(given.of))) for given in members if given.things]
    named = [words for words, whose in written if whose and not words.isupper()]
    counted = Counter(words for words in (named or [words for words, _ in written]) if words)
    words = min(counted, key=lambda words: (-counted[words], -len(words), words), default="")
    return _whose(words, members) if words and not named else words


def _whose(words: str, members: Iterable[Given]) -> str:
    """Give the words with the states whose are counted, where all that tell it name the same, by who sent them or by the rest of the report."""
    owners = {given.owners for given in members if given.owners}
    states = [demonym_of(state) for state in sorted(owners.pop())] if len(owners) == 1 else []
    told = [state for state in states if state]
    return f"{' and '.join(told)} {words}" if told and told == states else words


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
