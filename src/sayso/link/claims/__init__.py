"""What tellings make of one another, in one report or in many: `relation` judges two, `grouping` makes claims with positions of all of them."""

from .claim import Claim, ClaimStatus, Difference, Position, Stand
from .grouping import claims_of
from .relation import Relation, Verdict, relation_of, verdict_of
from .telling import Telling, telling_of

__all__ = [
    "Claim", "ClaimStatus", "Difference", "Position", "Relation", "Stand", "Telling", "Verdict", "claims_of", "relation_of", "telling_of", "verdict_of",
]  # fmt: skip
