"""What a modal verb or "likely" says of now, not of what may come. A tree and a word in, yes or no out. Cases: cases/watchpoints.yml."""

from __future__ import annotations

from ..reality.clause import auxiliaries
from ..reality.tree import Tree


def is_of_now(tree: Tree, index: int, modal: str) -> bool:
    """Tell "may be fuelled by greed", "may not have the virus", which are so or not so already."""
    if tree.low(index) in _CAUSED and any(tree.low(i) == "be" for i in auxiliaries(tree, index)):
        return True
    objects = [i for i in tree.under(index, "obj") if i > index]
    is_to = any("to" in tree.marks(i) for i in tree.under(index, "xcomp", "ccomp", "advcl"))
    return (
        modal != "could"
        and tree.low(index) == "have"
        and bool(objects)
        and not is_to
        and not any(tree.low(i) in _EFFECTS for i in objects)
    )


_CAUSED = frozenset(
    "fueled fuelled driven caused linked connected related tied explained motivated inspired influenced attributed based behind rooted hidden located named called".split()
)
_EFFECTS = frozenset(
    "effect effects impact impacts consequence consequences repercussions implications influence bearing trouble difficulty time problems chance meeting talks vote".split()
)


def is_so(tree: Tree, complement: int) -> bool:
    """Tell "it is likely that much remains hidden", which is of now."""
    is_plain = "to" not in tree.marks(complement) and not tree.under(complement, "aux")
    return is_plain and (tree.low(complement) in _STAYS or tree.has(complement, "cop", {"is", "are", "was", "were"}))


_STAYS = frozenset({"remains", "remain", "exists", "exist", "has", "knows", "know", "lives", "live"})
