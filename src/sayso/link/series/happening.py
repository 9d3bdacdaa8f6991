"""Words → the kinds of happening they tell of, so that the dead of a quake are not held against those of a fire."""

from __future__ import annotations

import re
from functools import cache

from ..claims.words import groups_in, stem

# Groups of lexicons/en/alike.yml, by the kind of happening they make.
_KINDS = {
    "quake": ("quake",), "fire": ("fire", "wildfire"), "flood": ("flood", "dyke"), "storm": ("storm",), "landslide": ("landslide",), "eruption": ("eruption",),
    "tsunami": ("tsunami",), "crash": ("crash", "collide", "derail"), "sinking": ("sink",), "explosion": ("explode",), "shooting": ("shoot",),
    "shelling": ("shell",), "attack": ("attack",), "unrest": ("protest", "violence"), "theft": ("steal", "thief"), "abduction": ("abduct",),
    "escape": ("escape of prisoner",), "epidemic": ("epidemic",), "strike of workers": ("walkout",), "vote": ("vote", "turnout"),
}  # fmt: skip
_BY_NATURE = frozenset(("quake", "fire", "flood", "storm", "landslide", "eruption", "tsunami", "crash", "sinking", "epidemic"))
# What a storm, a bomb and workers do.
_ANYTHING = frozenset(stem(word) for word in "hit strike target raid device".split())


@cache
def _kind_of() -> dict[str, str]:
    return {group: kind for kind, groups in _KINDS.items() for group in groups}


def happening_in(words: str) -> frozenset[str]:
    """Give the kinds of happening that words tell of; what nature does is no attack, though it strikes and hits."""
    written = re.findall(r"\w+", words)
    held = [groups for word, groups in zip(written, groups_in(written), strict=True) if stem(word) not in _ANYTHING]
    found = frozenset(_kind_of()[group] for groups in held for group in groups if group in _kind_of())
    return found - {"attack"} if found & _BY_NATURE else found


def are_two_kinds(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether both tell of happenings, and of none in common; "the attack" may be any deed of arms."""
    if not one or not other or one & other:
        return False
    armed = {"attack", "explosion", "shooting", "shelling", "unrest", "abduction"}
    return not (("attack" in one and other & armed) or ("attack" in other and one & armed))
