"""What two tellings make of one another, in one report or in two: `relation` decides, by `telling`, `stances`, `denials` and `facets`."""

from .relation import Relation, Verdict, relation_of, verdict_of
from .telling import Telling, telling_of

__all__ = ["Relation", "Telling", "Verdict", "relation_of", "telling_of", "verdict_of"]
