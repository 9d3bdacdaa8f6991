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
RARE_TYPES = frozenset(("REJECT", "CONCEDE", "THREATEN", "AID", "RETREAT", "MOBILIZE", "SANCTION", "COOPERATE"))
DEEDS = frozenset(("ASSAULT", "COERCE"))
REAL = frozenset((Reality.HAPPENED, Reality.ONGOING))


def trust(event_type: str, reality: Reality, *, is_pointed: bool, has_both: bool) -> float:
    """Give the probability that an event is wholly right, 0 to 1.

    Args:
        is_pointed: whether a pronoun stands for its actor.
        has_both: whether actors of the cast stand on both sides, or several on one.
    """
    kind = RARE * (event_type in RARE_TYPES) + AGREED * (event_type == "AGREE") + DEED * (event_type in DEEDS)
    odds = BASE + kind + UNREAL * (reality not in REAL) + POINTED * is_pointed + BOTH * has_both
    return 1 / (1 + math.exp(-odds))
