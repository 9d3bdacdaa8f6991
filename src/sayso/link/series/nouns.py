"""What two figures count → whether it may be one thing: by the noun, and not by what stands before it. Vehicles of an army are not its buildings."""

from __future__ import annotations

import re
from functools import lru_cache

from ..claims.words import groups_in, is_function, stem
from .given import Given, Stems
from .peoples import is_people_of
from .stages import is_stage_word

_ENDS = re.compile(r"[,;:(]| (?:of|in|at|on|from|for|with|by|to|who|that|which|near|around|across|during|since) ")
# Nouns that are a thing only with the word before them: a mortar system is no artillery system.
_VAGUE = frozenset(
    stem(word) for word in "system unit site group member part type item piece facility centre center position area".split()
)


def are_of_one_noun(one: Given, other: Given) -> bool:
    """Tell whether what the one counts is named among what the other counts; where a side says nothing of it, it may be."""
    if not one.things or not other.things:
        return True
    mine, theirs = noun_of(one.of), noun_of(other.of)
    shared = one.things & other.things
    if not mine or not theirs:
        return bool(shared or (one.owners and one.owners == other.owners))
    if not (mine & other.things or theirs & one.things):
        return False
    plain = not (one.things - mine) or not (other.things - theirs)
    return plain or not (mine | theirs) & _VAGUE or bool(shared - mine - theirs)


@lru_cache(maxsize=65_536)
def noun_of(of: str) -> Stems:
    """Give the stem and groups of the noun that is counted: the last word before a preposition."""
    words = [word for word in re.findall(r"\w+", _ENDS.split(of)[0]) if not is_function(word) and not is_stage_word(word)]
    if not words:
        return frozenset()
    last = words[-1:]
    if is_people_of(last[0]) and last[0][:1].isupper():
        return frozenset()  # "Chadians": whose they are, and not what
    return frozenset((stem(last[0]),)).union(*groups_in(last), *groups_in([stem(last[0])]))
