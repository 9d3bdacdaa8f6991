"""Two tellings → who does what to whom in either, as far as the order of words, "by" and "than" show it: the two may stand in one another's place.

No syntax is at hand where tellings are compared. "Kestria fired on Belmora's boat" and "Belmora fired on Kestria's boat" have all words in common.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ...lexicons import entries
from .alignment import KNOWN
from .kinds import are_two_kinds, is_kind_of
from .likeness import likeness, pair_worth
from .nearness import each_to_each
from .people import is_anybody, is_somebody
from .telling import Telling, Word
from .words import is_one_name, listed, stem

_JOINING = frozenset(("and", "with", "between", "or", "than"))
_TOWARDS = frozenset(("by", "to", "from"))
_ARTICLES = frozenset(("the", "a", "an", "his", "her", "their", "its"))
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being"))
# Nearer than this two kinds of one thing are of one matter, wherever they stand.
NEAR_KINDS = 0.4
# Nearer than this two words for a doer may mean the same.
ONE_DOER = 0.5
# Words behind "by" that may name who does it.
DOER_WORDS = 4
_OF_PLACE = frozenset("in on at by from to for with of near into against over under about".split())


def roles_swapped(one: Telling, other: Telling) -> bool:
    """Tell whether who does it in the one is who it is done to in the other, or what is more in the one is less in the other."""
    return _more_swapped(one, other) or _around_a_verb(one, other)


def _around_a_verb(one: Telling, other: Telling) -> bool:
    pairs = likeness(one.body, other.body).pairs
    parties = [(a, b) for a, b in pairs if _is_party(a) and _is_party(b) and (is_one_name(a.stem, b.stem) or a.stem == b.stem)]
    verbs = [
        (a.at, b.at) for a, b in pairs if a.stem == b.stem and not (a.name or is_somebody(a)) and a.stem not in listed("mutual")
    ]
    for at, (x, x_there) in enumerate(parties):
        for y, y_there in parties[at + 1 :]:
            first, last = sorted((x.at, y.at))
            begin, end = sorted((x_there.at, y_there.at))
            if (x.at < y.at) == (x_there.at < y_there.at) or _apart_by(one, first, last) or _apart_by(other, begin, end):
                continue
            if _towards(one, last) == _towards(other, end) and any(first < v < last and begin < w < end for v, w in verbs):
                return True
    return False


def _is_party(word: Word) -> bool:
    return word.name or is_somebody(word) or word.stem in _offices()


@cache
def _offices() -> frozenset[str]:
    words = (name for row in entries("actors/offices") for name in (row["word"], *(row.get("aliases") or ())))
    return frozenset(stem(word) for word in words if " " not in word)


def _apart_by(telling: Telling, first: int, last: int) -> bool:
    """Tell whether the two are named together, or in two clauses."""
    between = telling.stems[first + 1 : last]
    return bool(_JOINING & set(between)) or any(mark in between for mark in (",", ";", ".", "that", ""))


def _towards(telling: Telling, at: int) -> str:
    back = at - 1
    while back >= 0 and telling.stems[back] in _ARTICLES:
        back -= 1
    return telling.stems[back] if back >= 0 and telling.stems[back] in _TOWARDS else ""


def _more_swapped(one: Telling, other: Telling) -> bool:
    a, b = _beside_than(one), _beside_than(other)
    return bool(a and b and a != b and a == b[::-1])


def _beside_than(telling: Telling) -> tuple[str, str] | None:
    """Give the words on either side of "than"."""
    if telling.stems.count("than") != 1:
        return None
    than = telling.stems.index("than")
    before = [word.stem for word in telling.body if word.at < than]
    after = [word.stem for word in telling.body if word.at > than]
    return (before[-1], after[0]) if before and after else None


# Prepositions that lead to the opposite way or side: the same word behind one and behind the other makes two claims. Stems, as a telling has them.
_WAYS = tuple(frozenset(map(stem, words.split())) for words in (
    "to into toward towards for", "from away out", "before", "after", "inside within", "outside", "above over", "below under beneath", "against", "with", "without",
))  # fmt: skip
_AGAINST = frozenset({(0, 1), (2, 3), (4, 5), (6, 7), (0, 8), (9, 10)})
# What says that somebody is not the holder of the office that follows.
_LESSER = frozenset(map(stem, "deputy vice assistant under acting interim".split()))


def ways_apart(one: Telling, other: Telling) -> bool:
    """Tell whether one goes to where the other comes from, is for what the other is against, and the like; or one is the deputy of who is told of in the other."""
    pairs = [(a, b) for a, b in likeness(one.body, other.body).pairs if a.stem == b.stem]
    paired = {(a.at, b.at) for a, b in pairs}
    for a, b in pairs:
        if not a.name and not b.name and _is_party(a) and (_before(one, a) in _LESSER) != (_before(other, b) in _LESSER):
            return True
        ways = sorted(way for way in (_way(one, a), _way(other, b)) if way is not None)
        if len(ways) == 2 and tuple(ways) in _AGAINST and (_word_before(one, a), _word_before(other, b)) in paired:
            return True
    return False


def _before(telling: Telling, word: Word) -> str:
    return telling.stems[word.at - 1] if word.at else ""


def _way(telling: Telling, word: Word) -> int | None:
    back = word.at - 1
    while back >= 0 and telling.stems[back] in _ARTICLES:
        back -= 1
    if back >= 1 and telling.stems[back] in ("from", "of") and telling.stems[back - 1] in ("away", "out"):
        return 1
    return next((at for at, words in enumerate(_WAYS) if back >= 0 and telling.stems[back] in words), None)


def _word_before(telling: Telling, word: Word) -> int:
    return max((near.at for near in telling.body if near.at < word.at), default=-1)


def kinds_exchanged(one: Telling, other: Telling) -> bool:
    """Tell whether two kinds of one thing stand in one another's place, and neither is heard of on the other side ("a rifle", "a pistol")."""
    mine, theirs = _alone(one, other), _alone(other, one)
    near = each_to_each(mine, theirs) if mine and theirs else []
    return any(
        are_two_kinds(a.stem, b.stem) and (cosine >= NEAR_KINDS or _slot(one, a) == _slot(other, b) != "")
        for a, row in zip(mine, near, strict=False)
        for b, cosine in zip(theirs, row, strict=True)
    )


def _slot(telling: Telling, word: Word) -> str:
    back = word.at - 1
    while back >= 0 and telling.stems[back] in _ARTICLES:
        back -= 1
    return telling.stems[back] if back >= 0 and telling.stems[back] in _OF_PLACE else ""


def _alone(telling: Telling, other: Telling) -> list[Word]:
    """Give the words of matter that nothing in the other, nor around it, is known to answer to."""
    theirs = (*other.body, *other.asides, *other.voices, *other.around)
    return [
        word
        for word in telling.body
        if not word.name
        and word.weight >= 1.0
        and not any(pair_worth(word, b) >= KNOWN or is_kind_of(word.stem, b.stem) for b in theirs)
    ]


def doers_exchanged(one: Telling, other: Telling) -> bool:
    """Tell whether each says of a verb that both have who does it, and no word of the one doer is known to the other side."""
    pairs = [(a, b) for a, b in likeness(one.body, other.body).pairs if a.stem == b.stem and not _is_party(a)]
    for a, b in sorted(pairs, key=lambda pair: pair[0].at + pair[1].at):
        mine, theirs = _doers(one, a), _doers(other, b)
        if mine and theirs:
            return _unheard(mine, other) and _unheard(theirs, one)
    return False


def _doers(telling: Telling, verb: Word) -> list[Word]:
    """Give the words for who does it: behind "by" where it is done to somebody, else before the verb; none where there is neither."""
    before = telling.stems[max(0, verb.at - 3) : verb.at]
    if _BE & set(before):
        behind = telling.stems[verb.at : verb.at + 4]
        if "by" not in behind:
            return []
        by = verb.at + behind.index("by")
        return [word for word in telling.body if by < word.at <= by + DOER_WORDS and _unbroken(telling, by, word.at)]
    return [word for word in telling.body if word.at < verb.at and _unbroken(telling, word.at, verb.at)]


def _unbroken(telling: Telling, first: int, last: int) -> bool:
    return not any(
        mark in telling.stems[first + 1 : last] for mark in (",", ";", ".", "", "by", "after", "when", "in", "on", "at")
    )


def _unheard(doers: Sequence[Word], other: Telling) -> bool:
    theirs = (*other.body, *other.asides, *other.voices, *other.around)
    telling = [word for word in doers if word.weight >= 1.0 and not is_anybody(word)]
    if not telling or any(word.name for word in doers):
        return False
    near = each_to_each(telling, theirs)
    return not any(
        pair_worth(word, b) or is_kind_of(word.stem, b.stem) or cosine >= ONE_DOER
        for word, row in zip(telling, near, strict=True)
        for b, cosine in zip(theirs, row, strict=True)
    )
