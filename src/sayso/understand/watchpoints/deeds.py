"""Which words tell a deed of politics or conflict: what an analyst waits for, unlike a wedding or a sale. A page and a word in, yes or no out.

By lists of our own and by the head for acts where the model has one. Cases: cases/watchpoints.yml.
"""

from __future__ import annotations

from functools import cache

from ..extract.cues import inflections
from ..reality.operators import hostile_acts
from .chances import is_happening
from .found import words_of
from .page import Page

# Share of the head for acts from which a word is a deed. On the passages to tune on 0.2 to 0.6 find the same (benchmarks/marks/watchpoints.py).
_LEAST = 0.35
# Verbs that tell nothing by themselves: the deed is their object.
_LIGHT = frozenset(
    "hold make take give have conduct carry stage launch open begin start resume reach sign issue impose put place bring".split()
)


_PRIVATE = frozenset(
    "mother father wife husband family parents parent son daughter children friends friend girlfriend boyfriend".split()
)


@cache
def _verbs() -> frozenset[str]:
    return frozenset(form for word in words_of("deeds") for form in inflections({"word": word, "kind": "verb"}))


@cache
def _light() -> frozenset[str]:
    return frozenset(form for word in _LIGHT for form in inflections({"word": word, "kind": "verb"}))


def tells_deed(page: Page, index: int) -> bool:
    """Tell a verb or noun of a deed; of a light verb its object counts too."""
    tree = page.tree
    low = tree.low(index)
    if any(tree.low(i) in _PRIVATE for i in tree.under(index, "obj", "obl")):
        return False
    if low in _verbs() or is_deed_noun(page, index) or low in hostile_acts():
        return True
    if act_share(page, index) >= _LEAST:
        return True
    objects = [i for i in tree.under(index, "obj") if i > index]
    return low in _light() and any(is_deed_noun(page, i) or tree.low(i) == "place" for i in objects)


def act_share(page: Page, index: int) -> float:
    """Give how likely the head for acts finds a word to tell one; 0 where the model has no such head."""
    acts = page.doc.acts
    return acts.is_act(index) if acts is not None else 0.0


def ahead_share(page: Page, index: int) -> float:
    """Give how likely the head for what may come finds a word to carry it; 0 where the model has no such head."""
    acts = page.doc.acts
    return 1 - float(acts.may[index, 0]) if acts is not None else 0.0


def is_deed_noun(page: Page, index: int) -> bool:
    """Tell a noun of a happening or a deed: "summit", "ceasefire"."""
    low = page.tree.low(index)
    return low in words_of("deed nouns") or is_happening(low)
