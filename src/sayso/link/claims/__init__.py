"""What tellings make of one another, in one report or in many: `relation` judges two, `grouping` makes claims with positions of all of them."""

from .claim import AGAINST, FOR, Claim, ClaimStatus, Difference, Move, Position, Stand
from .grouping import claims_from, claims_of
from .judging import Judged, judged
from .relation import Relation, Verdict, relation_of, verdict_of
from .spoken import Spoken, spoken_in
from .telling import Telling, telling_of

__all__ = [
    "AGAINST", "FOR", "Claim", "ClaimStatus", "Difference", "Judged", "Move", "Position", "Relation", "Spoken", "Stand", "Telling", "Verdict", "claims_from",
    "claims_of", "judged", "relation_of", "spoken_in", "telling_of", "verdict_of",
]  # fmt: skip
