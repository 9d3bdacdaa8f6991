"""Stories: reports on the same happening. `stories_of` does all at once; a ledger keeps leads and bands and calls `stories_from` with what it touched."""

from .bands import bands, is_near, kept, sought
from .kin import Kinship, kinship
from .lead import Lead, Term, lead_of
from .story import LEAST, TIED, Member, Story, kinships_among, stories_from, stories_of

__all__ = [
    "LEAST",
    "TIED",
    "Kinship",
    "Lead",
    "Member",
    "Story",
    "Term",
    "bands",
    "is_near",
    "kept",
    "kinship",
    "kinships_among",
    "lead_of",
    "sought",
    "stories_from",
    "stories_of",
]
