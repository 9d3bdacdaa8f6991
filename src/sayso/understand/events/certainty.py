"""Whether it is certain enough who stands on either side of a happening: what rests on a doubtful pronoun or on somebody's thing is not told."""

from __future__ import annotations

from ..doc import Doc
from .happening import Happening
from .parties import By, Party

# One person, named before: these are mostly followed rightly; "they", "it" and "we" are not (benchmarks/events).
_FOLLOWED = frozenset(("he", "she", "him", "her", "his"))


def is_certain(one: Happening, doc: Doc) -> bool:
    """Tell whether everybody on either side is there by words that can be trusted."""
    if one.is_unread:
        return False
    return all(_is_read(p) for p in one.parties()) and all(_may_act(p, one) for p in one.actors)


def _is_read(party: Party) -> bool:
    return not party.pronoun or (party.pronoun in _FOLLOWED and party.part is not None)


def _may_act(party: Party, one: Happening) -> bool:
    """Tell whether words name somebody who acts: what is done is not done by somebody's judgment."""
    return one.frame is None or party.by is not By.OWNER
