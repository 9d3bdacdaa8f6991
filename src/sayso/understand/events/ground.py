"""Who loses ground that is taken: who held it, as far as the words say; never the state whose own forces take it."""

from __future__ import annotations

from collections.abc import Callable

from ..chains.words import singular
from .chunks import Chunk
from .clauses import Clauses
from .happening import Happening
from .party import By, Party
from .triggers import words_of

# Verbs by which somebody has back what others held.
_BACK = frozenset("retake recapture free liberate regain reclaim".split())
Read = Callable[[list[Chunk]], list[Party]]


def loser(one: Happening, clauses: Clauses, read: Read) -> list[Party]:
    """Give the recipients of the taking of a place: from whom it is taken, else the place, as a state's only where another takes it.

    Args:
        read: gives the parties of phrases.
    """
    text, given, frame = clauses.doc.text, one.recipients, one.frame
    is_taking = one.sense.event == "COERCE" and (one.sense.modes == ("seize",) or one.word in _BACK)
    if frame is None or not is_taking or not any(_is_place(p, text) for p in given):
        return given
    holders = [p for p in read(frame.after("from")) if (p.is_known or p.sector or p.part) and not _is_place(p, text)]
    if holders:
        return holders
    own = {p.country for p in one.actors if p.country}
    return [Party(p.span) if _is_place(p, text) and (one.word in _BACK or p.country in own) else p for p in given]


def _is_place(party: Party, text: str) -> bool:
    words = party.span.of(text).lower().split()
    is_named_so = bool(words) and singular(words[-1]) in words_of("place")
    is_settled = party.by is By.PLACE or (party.by in (By.OWNER, By.NOUN) and is_named_so)
    return is_settled and party.part is None and party.sector in (None, "GOV")
