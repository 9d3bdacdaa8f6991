"""Two tellings → the one place where they have other words, where all else is word for word alike; and whether two words have changed places.

"The bishop was freed on a promise of silence", "the bishop was freed on payment of a ransom": who tells a thing again in his own words seldom keeps
all but one part of the sentence. Where he does, that part is told otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence

from .kinds import is_kind_of
from .likeness import pair_worth
from .nearness import each_to_each
from .telling import Telling, Word
from .words import is_function, listed

# Nearer than this in meaning two words may be one thing in other words.
ONE_SENSE = 0.55
# Fewest words that say something, and must be alike around the place.
ALIKE_AROUND = 2
_ARTICLES = frozenset(("the", "a", "an", "his", "her", "their", "its"))
_JOINING = frozenset(("and", "or", "with", "between", "both"))


def replaced_share(one: Telling, other: Telling) -> float:
    """Give which part of the longer telling stands word for word in the other where one place alone is told otherwise, 0..1; 0 where it is not so."""
    mine, theirs = _places(one), _places(other)
    words = [[telling.stems[at] for at in places] for telling, places in ((one, mine), (other, theirs))]
    before = _common(*words)
    behind = _common(words[0][before:][::-1], words[1][before:][::-1])
    kept = [word for word in (*words[0][:before], *words[0][len(words[0]) - behind :]) if not is_function(word)]
    inside = [_said_at(telling, places[before : len(places) - behind]) for telling, places in ((one, mine), (other, theirs))]
    if len(kept) < ALIKE_AROUND or not all(inside) or _is_answered(*inside):
        return 0.0
    return (before + behind) / max(len(mine), len(theirs))


def _places(telling: Telling) -> list[int]:
    """Give the places of all words but articles and marks."""
    return [at for at, word in enumerate(telling.stems) if word not in _ARTICLES and any(c.isalnum() for c in word)]


def _common(ones: Sequence[str], others: Sequence[str]) -> int:
    return next((at for at, (a, b) in enumerate(zip(ones, others, strict=False)) if a != b), min(len(ones), len(others)))


def _said_at(telling: Telling, places: Sequence[int]) -> list[int | Word]:
    """Give the words of the body that say something, and the places of figures and the like."""
    words = {word.at: word for word in telling.body}
    return [words.get(at, at) for at in places if not is_function(telling.stems[at])]


def _is_answered(ones: Sequence[int | Word], others: Sequence[int | Word]) -> bool:
    """Tell whether the words of the shorter part are all told in the other, or near it in meaning."""
    mine, theirs = ([word for word in words if isinstance(word, Word)] for words in (ones, others))
    near = each_to_each(mine, theirs)
    tied = [
        [pair_worth(a, b) > 0 or is_kind_of(a.stem, b.stem) or near[i][j] >= ONE_SENSE for j, b in enumerate(theirs)]
        for i, a in enumerate(mine)
    ]
    return bool(tied and theirs) and (all(map(any, tied)) or all(any(column) for column in zip(*tied, strict=True)))


def places_changed(one: Telling, other: Telling) -> bool:
    """Tell whether both have the same words of matter and two of them, no verb's two sides joined by "and", have changed places ("the coach sued the club")."""
    mine, theirs = list(one.body), list(other.body)
    if len(mine) < 3 or sorted(w.stem for w in mine) != sorted(w.stem for w in theirs) or _is_passive(one) != _is_passive(other):
        return False
    moved = [at for at, (a, b) in enumerate(zip(mine, theirs, strict=True)) if a.stem != b.stem]
    if len(moved) != 2 or moved[1] - moved[0] < 2:
        return False
    between = {mine[at].stem for at in range(moved[0] + 1, moved[1])}
    joined = [
        _JOINING & set(telling.stems[words[moved[0]].at : words[moved[1]].at])
        for telling, words in ((one, mine), (other, theirs))
    ]
    return not between & listed("mutual") and not any(joined)


def _is_passive(telling: Telling) -> bool:
    return "by" in telling.stems
