"""Two nouns → whether the one is a kind of the other ("trawler", "boat"), or both are kinds of one thing, and so exclude one another ("rifle", "pistol").

The table lexicons/en/kinds.tsv holds for each stem the numbers of its own senses and of the kinds that lie a step or two above them.
"""

from __future__ import annotations

from functools import cache
from importlib import resources

_Senses = tuple[frozenset[str], frozenset[str]]  # its own, and the kinds above them


@cache
def _table() -> dict[str, _Senses]:
    found = {}
    for line in resources.files("sayso.lexicons").joinpath("en/kinds.tsv").read_text(encoding="utf8").splitlines()[1:]:
        word, own, above = line.split("\t")
        found[word] = (frozenset(own.split()), frozenset(above.split()))
    return found


def is_kind_of(one: str, other: str) -> bool:
    """Tell whether one of two stems names a kind of what the other names, or both name one thing."""
    a, b = _table().get(one), _table().get(other)
    return bool(a and b and (a[0] & b[0] or a[0] & b[1] or a[1] & b[0]))


def are_two_kinds(one: str, other: str) -> bool:
    """Tell whether two stems name two kinds of one thing, neither a kind of the other."""
    a, b = _table().get(one), _table().get(other)
    return bool(a and b and a[1] & b[1]) and not is_kind_of(one, other)
