"""How far an event can be trusted: the share wholly right among judged events like it, by type, reality and parties.

A logistic model of four marks, so that a user may leave out what is doubtful: of 360 events of train documents judged one by one, whole
means that type, actor, recipient and reality are right.
"""

from __future__ import annotations

import math

from ...findings.event import Reality

# Log odds, by `python benchmarks/events/trust.py` on benchmarks/events/train-judged.jsonl; re-run it before changing.
BASE = 0.53
RARE, AGREED, DEED, UNREAL, POINTED, BOTH = -1.32, -1.38, -0.15, -1.19, -0.50, 0.27
# Where the heads for acts say how far an event is believed: by `python benchmarks/marks/fit_trust.py` on passages read whole. The marks above count a tenth.
LEVEL, BELIEF, MARKS = -0.65, 0.49, 0.07
RARE_TYPES = frozenset(("REJECT", "CONCEDE", "THREATEN", "AID", "RETREAT", "MOBILIZE", "SANCTION", "COOPERATE"))
DEEDS = frozenset(("ASSAULT", "COERCE"))
REAL = frozenset((Reality.HAPPENED, Reality.ONGOING))


def trust(event_type: str, reality: Reality, *, is_pointed: bool, has_both: bool, belief: float | None = None) -> float:
    """Give the probability that an event is wholly right, 0 to 1.

    Args:
        is_pointed: whether a pronoun stands for its actor.
        has_both: whether actors of the cast stand on both sides, or several on one.
        belief: how likely it is an act of its type by the heads and patterns together; None where the model has no such heads.
    """
    kind = RARE * (event_type in RARE_TYPES) + AGREED * (event_type == "AGREE") + DEED * (event_type in DEEDS)
    odds = BASE + kind + UNREAL * (reality not in REAL) + POINTED * is_pointed + BOTH * has_both
    if belief is not None:
        sure = min(max(belief, 0.01), 0.99)
        odds = LEVEL + BELIEF * math.log(sure / (1 - sure)) + MARKS * odds
    return 1 / (1 + math.exp(-odds))
