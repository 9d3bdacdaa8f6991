"""Two tellings → the numbers their relation is judged by, each with a name that can stand in a reason."""

from __future__ import annotations

from .amounts import Amount
from .denials import parties_shared
from .exclusions import rivals, scopes_apart
from .facets import (
    amounts_told,
    causes_apart,
    days_apart,
    lengths_apart,
    names_left,
    names_shared,
    realities_apart,
    same_number_of_other_things,
    since_apart,
)
from .likeness import Likeness
from .nearness import nearness
from .telling import Telling

# Names that a report must have before the share of names in common says anything of its story.
ENOUGH_NAMES = 5


def signals(one: Telling, other: Telling, matter: Likeness) -> dict[str, float]:
    """Give every signal, 0 where it says nothing; the same from either side. `matter` is the likeness of their words of matter."""
    names = len(names_shared(one, other))
    equal, apart = amounts_told(one, other)
    lefts = matter.left, matter.other_left
    days = days_apart(one, other)
    story = story_share(one, other)
    differences = [*rivals(one, other)]
    return {
        "bias": 1.0,
        "weight": min(4.0, matter.weight) / 4,
        "most": matter.most,
        "least": matter.least,
        "least left": min(3.0, min(lefts)) / 3,
        "most left": min(5.0, max(lefts)) / 5,
        "names": min(3, names) / 3,
        "names on either side only": float(bool(names_left(one, other) and names_left(other, one))),
        "one side without names": float(not one.names or not other.names),
        "parties": float(parties_shared(one, other)),
        "one story": story if story is not None else 0.0,
        "story unknown": float(story is None),
        "equal figures": float(bool(equal)),
        "other figures": float(bool(apart)),
        "figures of one thing": float(counts_alike(equal + apart)),
        "one number of two things": float(same_number_of_other_things(one, other)),
        "another day": float(days is True or since_apart(one, other)),
        "the same day": float(days is False),
        "another cause": float(causes_apart(one, other)),
        "all or a part": float(scopes_apart(one, other, matter)),
        "exchanged words": min(2, len(differences)) / 2,
        "another reality": float(realities_apart(one, other) is not None),
        "another length": float(lengths_apart(one, other)),
        "one word exchanged": float(min(lefts) >= 0.9 and max(lefts) <= 1.2 and matter.least >= 0.5),
        "no figure in common": float(no_figure_in_common(one, other, bool(equal))),
        "same words": exactness(matter),
        "near in meaning": nearness(one.body, other.body),
    }


def story_share(one: Telling, other: Telling) -> float | None:
    """Give which part of the names of the one report the other has, 0..1; None where one has too few names to tell."""
    if one.report == other.report:
        return 1.0
    fewer = min(len(one.cast), len(other.cast))
    return len(one.cast & other.cast) / fewer if fewer >= ENOUGH_NAMES else None


def exactness(matter: Likeness) -> float:
    """Give which part of the pairs are one word, not two of one group."""
    return sum(a.stem == b.stem for a, b in matter.pairs) / len(matter.pairs) if matter.pairs else 0.0


def counts_alike(pairs: list[tuple[Amount, Amount]]) -> bool:
    """Tell whether figures of the pairs name what they count, and alike."""
    return any(a.of & b.of or a.done & b.done or (a.kind == "money" and a.unit == b.unit) for a, b in pairs)


def no_figure_in_common(one: Telling, other: Telling, equal: bool) -> bool:
    """Tell whether both give figures and none of the one is the other's: in doubt it is not the same."""
    if equal or not one.amounts or not other.amounts:
        return False
    kinds = {a.kind for a in one.amounts} & {a.kind for a in other.amounts}
    return any(a.kind in kinds and a.value > 1 for a in one.amounts) and not any(
        a.kind is b.kind and a.value == b.value for a in one.amounts for b in other.amounts
    )
