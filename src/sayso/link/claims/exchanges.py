"""An alignment → what may stand in the place of something else: words that nothing answers to, one of either side, beside what both tell.

"The militia seized the airport", "the militia seized the radio station": one word on either side is left, and both stand behind the same. Details that
only one of them adds leave nothing on the other side.
"""

from __future__ import annotations

from collections.abc import Mapping

from .alignment import ANSWERED, Alignment, Half
from .telling import Telling

# Words that say what part of the happening a name is. In lexicons these are function words.
_OF_PLACE = frozenset("in on at by from to for with of near into against over under".split())
_ARTICLES = frozenset(("the", "a", "an", "his", "her", "their", "its", ""))


def exchanges(aligned: Alignment, one: Telling, other: Telling) -> dict[str, float]:
    """Give the greatest weight of two words that may be exchanged for one another, how near in meaning such two are, and whether names are; symmetric."""
    pairs = _pairs(aligned)
    halves = aligned.halves
    found = {"exchanged weight": 0.0, "exchanged nearness": 0.0, "names exchanged": 0.0}
    for a, b in pairs:
        found["exchanged weight"] = max(found["exchanged weight"], min(float(halves[0].weights[a]), float(halves[1].weights[b])))
        names = halves[0].words[a].name, halves[1].words[b].name
        if not any(names):
            found["exchanged nearness"] = max(found["exchanged nearness"], float(aligned.worth[a, b]))
        found["names exchanged"] = max(found["names exchanged"], float(all(names)))
    found["names of one part exchanged"] = float(bool(_parts(aligned.one, one) & _parts(aligned.other, other)))
    return found


def _parts(half: Half, telling: Telling) -> set[str]:
    """Give the prepositions before names that nothing answers to."""
    places = (half.words[at].at for at in half.left if half.words[at].name)
    return {before for place in places if (before := _before(telling, place)) in _OF_PLACE}


def _before(telling: Telling, place: int) -> str:
    at = place - 1
    while at >= 0 and telling.stems[at] in _ARTICLES:
        at -= 1
    return telling.stems[at] if at >= 0 else ""


def _pairs(aligned: Alignment) -> set[tuple[int, int]]:
    """Give the pairs of words beside two that answer one another, on the same side of these, where both are paired with nothing."""
    mine = _one_to_one(aligned)
    theirs = {j: i for i, j in mine.items()}
    sizes = len(aligned.one.words), len(aligned.other.words)
    return {
        (i + step, j + step)
        for i, j in mine.items()
        for step in (-1, 1)
        if 0 <= i + step < sizes[0] and 0 <= j + step < sizes[1] and i + step not in mine and j + step not in theirs
    }


def _one_to_one(aligned: Alignment) -> Mapping[int, int]:
    ones, others = aligned.one.words, aligned.other.words
    pairs = [
        (-aligned.worth[i, j], abs(i - j), *sorted((ones[i].stem, others[j].stem)), *sorted((i, j)), i, j)
        for i in range(len(ones))
        for j in range(len(others))
        if aligned.worth[i, j] >= ANSWERED
    ]
    mine: dict[int, int] = {}
    theirs: set[int] = set()
    for *_, i, j in sorted(pairs):
        if i not in mine and j not in theirs:
            mine[i] = j
            theirs.add(j)
    return mine
