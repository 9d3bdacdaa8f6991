"""Two tellings → what speaks for the one saying that the other is not so: negations and what they reach, opposites, words of contradiction on one side.

Rules (`relation`) decide where that is plain. What is left is weighed: a negation may be of a detail ("has no tower"), and who says no may say it in words
of his own ("is at his desk", after a stroke).
"""

from __future__ import annotations

import re

from .exclusions import alibi, lacks, negates, opposites, sweeping, unchanged
from .likeness import Likeness
from .points import point_of
from .telling import Telling

# Words by which somebody turns down what others tell, without a verb of denial.
_CONTRARY = re.compile(
    r"\b(?:instead|rather than|on the contrary|far from|free (?:of|from)|clean|innocent|genuine|safe and sound|forger(?:y|ed|ies)|fakes?|hoax|lies?|liars?|myth|"
    r"invent(?:ed|ion)|untrue|false|nonsense|gossip|baseless|unfounded|stands? by|stood by|withst\w+|refus\w+|fail(?:s|ed)?|despite|in spite of|by itself|"
    r"alone|insist\w*|maintain\w*|distanc\w*|clear(?:s|ed)? of|rul(?:e|es|ed) out|as usual|normal(?:ly)?|intact|loyal|nothing to do|no link|only|whatever|simply|"
    r"truth|fully|perfect(?:ly)?|excellent|well|alive|every|all|legal|lawful(?:ly)?|properly)\b"
)
# How many words before what it turns down a negation stands at most.
_NEXT = 2
_NEGATORS = frozenset("not n't no never none nobody nothing neither nor without".split())


def polarity(one: Telling, other: Telling, matter: Likeness) -> dict[str, float]:
    """Give the signals; the same from either side."""
    turned = [(a, b) for a, b in matter.pairs if a.negated != b.negated]
    paired = sum(min(a.weight, b.weight) for a, b in matter.pairs)
    points = [{word.at for word in point_of(telling)} for telling in (one, other)]
    contrary = [bool(_CONTRARY.search(telling.text.lower())) for telling in (one, other)]
    without = lacks(one, other) or lacks(other, one)
    return {
        "one negates": float(negates(one) != negates(other)),
        "turned share": sum(min(a.weight, b.weight) for a, b in turned) / paired if paired else 0.0,
        "turned in both points": float(any(a.at in points[0] and b.at in points[1] and min(a.weight, b.weight) >= 1.0 for a, b in turned)),
        "right behind a negation": float(any(_right_behind(one if a.negated else other, (a if a.negated else b).at) for a, b in turned)),
        "opposites": min(2, len([*opposites(one, other)])) / 2,
        "as before on one side": float(unchanged(one, other)),
        "sweeping on one side": float(sweeping(one) != sweeping(other)),
        "contrary on one side": float(contrary[0] != contrary[1]),
        "elsewhere": float(alibi(one, other)),
        "lack on one side": float(without),
    }  # fmt: skip


# "It was not the mayor who ordered it", "it was the police, not the mayor": what stands right behind "not" is turned down, and the rest is so.
_NOT_THIS = re.compile(
    r"\bit (?:is|was|were|has) not\b.{1,60}?\b(?:that|who|which)\b|\b(?:and|but|,) (?:not|no)\b(?! (?:only|just|least|longer|more|later|doubt))"
)


def not_this(one: Telling, other: Telling, matter: Likeness) -> bool:
    """Tell whether one says that it was not who or what it is in the other, all else being as it is there."""
    for telling, there, side in ((one, other, 0), (other, one, 1)):
        low = telling.text.lower()
        if not _NOT_THIS.search(low) or negates(there):
            continue
        pairs = [(pair[side], pair[1 - side]) for pair in matter.pairs]
        turned = [
            a
            for a, b in pairs
            if a.negated and not b.negated and a.stem == b.stem and a.weight >= 1.0 and _right_behind(telling, a.at)
        ]
        if turned and sum(not a.negated and a.weight >= 1.0 for a, _ in pairs) >= 1:
            return True
    return False


def _right_behind(telling: Telling, at: int) -> bool:
    return bool(_NEGATORS & set(telling.stems[max(0, at - _NEXT) : at]))
