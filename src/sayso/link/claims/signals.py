"""Two tellings → the numbers their relation is judged by, each with a name that can stand in a reason."""

from __future__ import annotations

import re

from .alignment import ANSWERED, Alignment, Half, alignment, measures
from .amounts import Amount, is_equal
from .denials import parties_shared
from .exchanges import exchanges
from .exclusions import more_and_less, negates, opposites, rivals, scopes_apart
from .facets import (
    MAY_BE,
    NOT_YET,
    amounts_told,
    causes_apart,
    counts_apart,
    days_apart,
    done_and_to_come,
    lengths_apart,
    names_left,
    names_shared,
    names_unheard,
    realities_apart,
    same_number_of_other_things,
    since_apart,
    small_numbers_apart,
    spaces_apart,
)
from .likeness import Likeness, likeness
from .nearness import nearness
from .people import people_exchanged, without_people
from .points import in_reach, point_of
from .roles import doers_exchanged, kinds_exchanged, roles_swapped, ways_apart
from .telling import Telling

# Names that a report must have before the share of names in common says anything of its story.
ENOUGH_NAMES = 5
# Weight of the words in common beside one figure in two units; and which part, and what weight, of all that is no name and nobody.
LEAST_SHARED, NEARLY_ALL, DEED = 0.8, 0.6, 1.4
# A number up to this may be of anything.
A_DOZEN = 12
# What stands for the share of names in common where a report has too few of them.
NO_STORY = 0.4


def signals(one: Telling, other: Telling, matter: Likeness) -> dict[str, float]:
    """Give every signal, 0 where it says nothing; the same from either side. `matter` is the likeness of their words of matter."""
    return {**signals_of_one_thing(one, other, matter), **signals_of_parts(one, other, matter)}


def signals_of_one_thing(one: Telling, other: Telling, matter: Likeness) -> dict[str, float]:
    """Give what is answered on either side and what is left: all that is asked to tell whether both are of one thing."""
    aligned = alignment(one, other)
    story = story_share(one, other)
    left = names_left(one, other), names_left(other, one)
    unheard = [names_unheard(names, telling) for names, telling in zip(left, (other, one), strict=True)]
    equal, apart = amounts_told(one, other)
    values = [{round(a.value, 3) for a in telling.amounts} for telling in (one, other)]
    return {
        **measures(aligned),
        **exchanges(aligned, one, other),
        "weight": min(4.0, matter.weight) / 4,
        "most": matter.most,
        "least": matter.least,
        "exactness": exactness(matter),
        "names": min(3, len(names_shared(one, other))) / 3,
        "parties": float(parties_shared(one, other)),
        "one speaker": float(bool(one.speakers & other.speakers)),
        "one story": NO_STORY if story is None else story,
        "names on either side only": float(all(left)),
        "unheard names, least": min(unheard),
        "unheard names, most": max(unheard),
        "answered around": _answered_around(aligned, one, other),
        "near with what is around": nearness([*one.body, *one.around], [*other.body, *other.around]),
        "near in meaning": nearness(one.body, other.body),
        "equal figures": float(bool(equal)),
        "other figures": float(bool(apart) or small_numbers_apart(one, other, matter)),
        "numbers in common": len(values[0] & values[1]),
        "left on both sides": min(_left(half) for half in aligned.halves),
        "answered on both sides": min(_answered(half) for half in aligned.halves),
        "unpaired on both sides": min(matter.left, matter.other_left),
        "surely of one thing": float(surely_of_one_thing(one, other, matter)),
    }


def signals_of_parts(one: Telling, other: Telling, matter: Likeness) -> dict[str, float]:
    """Give what two tellings of one thing tell otherwise: days, causes, lengths, scopes and the like."""
    equal, _ = amounts_told(one, other)
    lefts = matter.left, matter.other_left
    to_come, maybe = (_in_one_point(one, other, signs) for signs in (NOT_YET, MAY_BE))
    return {
        "one number of two things": float(same_number_of_other_things(one, other)),
        "another day": float(days_apart(one, other) is True or since_apart(one, other) or spaces_apart(one, other)),
        "another cause": float(causes_apart(one, other)),
        "all or a part": float(scopes_apart(one, other, matter)),
        "exchanged words": min(2, len([*rivals(one, other)])) / 2,
        "somebody else": float(people_exchanged(one, other) or doers_exchanged(one, other)),
        "another of its kind": float(kinds_exchanged(one, other)),
        "swapped roles": float(roles_swapped(one, other)),
        "another way": float(ways_apart(one, other)),
        "more or less": float(more_and_less(one, other)),
        "done or to come": float(done_and_to_come(one, other, matter)),
        "another reality": float(realities_apart(one, other) is not None),
        "to come in one point": to_come,
        "possible in one point": maybe,
        "another length": float(lengths_apart(one, other) or counts_apart(one, other)),
        "one word exchanged": float(min(lefts) >= 0.9 and max(lefts) <= 1.2 and matter.least >= 0.5),
        "one run of words": _one_run(one.stems, other.stems),
        "opposites": min(2, len([*opposites(one, other)])) / 2,
        "one negates": float(negates(one) != negates(other)),
        "no figure in common": float(no_figure_in_common(one, other, bool(equal)) or figures_left(one, other)),
    }


def surely_of_one_thing(one: Telling, other: Telling, matter: Likeness) -> bool:
    """Tell of what two tellings of two happenings hardly ever have: one figure in two units, or all but the doers, those told otherwise on both sides."""
    equal, _ = amounts_told(one, other)
    if matter.weight >= LEAST_SHARED and any(a.unit != b.unit and a.dimension == b.dimension for a, b in equal):
        return True
    deed = likeness(without_people(one.body), without_people(other.body))
    return deed.least >= NEARLY_ALL and deed.weight >= DEED


def story_share(one: Telling, other: Telling) -> float | None:
    """Give which part of the names of the one report the other has, 0..1; None where one has too few names to tell."""
    if one.report == other.report:
        return 1.0
    fewer = min(len(one.cast), len(other.cast))
    return len(one.cast & other.cast) / fewer if fewer >= ENOUGH_NAMES else None


def exactness(matter: Likeness) -> float:
    """Give which part of the pairs are one word, not two of one group."""
    return sum(a.stem == b.stem for a, b in matter.pairs) / len(matter.pairs) if matter.pairs else 0.0


def _left(half: Half) -> float:
    """Give the weight of the words, no names, that nothing answers to."""
    return float(sum(half.weights[at] for at in half.left if not half.words[at].name))


def _answered(half: Half) -> float:
    """Give the weight of the words, no names, that are answered."""
    return float(
        sum(w for w, best, word in zip(half.weights, half.best, half.words, strict=True) if best >= ANSWERED and not word.name)
    )


def _in_one_point(one: Telling, other: Telling, signs: re.Pattern[str]) -> float:
    """Tell whether a sign of the future or of doubt reaches the point of one of the two and not that of the other."""
    reached = [bool({word.at for word in point_of(telling)} & in_reach(telling, signs)) for telling in (one, other)]
    return float(reached[0] != reached[1])


def _answered_around(aligned: Alignment, one: Telling, other: Telling) -> float:
    """Give the weight of the words that only what stands around the other's words answers to."""
    found = 0.0
    for half, telling in zip(aligned.halves, (other, one), strict=True):
        around = {word.stem for word in (*telling.asides, *telling.voices, *telling.around)}
        found += sum(float(half.weights[at]) for at in half.left if half.words[at].stem in around)
    return found


def _one_run(ones: tuple[str, ...], others: tuple[str, ...]) -> float:
    """Give the longest run of words that both have, as a part of the shorter telling, 0..1."""
    longest = 0
    before = [0] * (len(others) + 1)
    for word in ones:
        here = [0] * (len(others) + 1)
        for at, theirs in enumerate(others if word else ()):
            if word == theirs:
                here[at + 1] = before[at] + 1
                longest = max(longest, here[at + 1])
        before = here
    return longest / max(1, min(len(ones), len(others)))


def no_figure_in_common(one: Telling, other: Telling, equal: bool) -> bool:
    """Tell whether both give figures and none of the one is the other's: in doubt it is not the same."""
    if equal or not one.amounts or not other.amounts:
        return False
    kinds = {_sort(a) for a in one.amounts} & {_sort(a) for a in other.amounts}
    return any(_sort(a) in kinds and (a.value > 1 or _sort(a) == "percent") for a in one.amounts) and not any(
        _sort(a) == _sort(b) and a.value == b.value for a in one.amounts for b in other.amounts
    )


def figures_left(one: Telling, other: Telling) -> bool:
    """Tell whether each gives a figure above a dozen, of one sort, that the other has not: in doubt it is of the same thing."""
    left = [
        [a for a in mine.amounts if a.value > A_DOZEN and not any(is_equal(a, b) or a.value == b.value for b in theirs.amounts)]
        for mine, theirs in ((one, other), (other, one))
    ]
    return any(
        _sort(a) == _sort(b) and a.dimension == b.dimension and not (a.done and b.done and a.done != b.done)
        for a in left[0]
        for b in left[1]
    )


def _sort(amount: Amount) -> str:
    """Give the kind of a figure; points of a rate are percent."""
    return "percent" if amount.unit in ("point", "percentage point") else str(amount.kind)
