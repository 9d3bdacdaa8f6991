"""Whether what hangs on a condition is to come. A tree and the words of a condition in, yes or no out. Cases: cases/watchpoints.yml."""

from __future__ import annotations

from ..reality.clause import aux_words
from ..reality.shapes import Shape, shape
from ..reality.tree import Tree
from .found import forms

AHEAD = frozenset({"will", "'ll", "wo", "would", "could", "may", "might", "can", "ca", "'d", "shall", "must"})
UNTIL = frozenset({"until", "till", "before"})
# Verbs that tell what somebody will do by themselves: "vowed a strike if …".
PROMISED = frozenset({"vowed", "promised", "pledged", "threatened", "planned"})
# Words between a modal verb and its own: adverbs, in a question the subject.
GROUP = 6
_READY = frozenset({"ready", "willing", "prepared"})
# What is told of beforehand: "is expected on Friday unless …".
FORESEEN = frozenset(("expected", "due", "scheduled"))
_FALLS = frozenset("collapses falls fails ends dies lapses resigns loses wins expires breaks returns resumes".split())
OUTCOMES = frozenset(
    "risks risk threatens threaten vows promises faces face plans plan is are stands ready likely prepared willing going offered agreed offers".split()
)


def is_ahead(tree: Tree, mark: int, predicate: int, main: int) -> bool:
    """Tell whether the consequence is to come: a modal verb, no perfect in either part."""
    auxes = _auxes(tree, mark, predicate, main)
    mine = {tree.low(i) for i in tree.under(predicate, "aux")}
    low, is_past = tree.low(main), shape(tree.low(predicate)) is Shape.PAST
    is_short = predicate == mark + 1  # "if convicted"
    is_open = is_short or not is_past or bool(mine & {"is", "are"})
    if low in PROMISED and not auxes & (AHEAD | {"had"}):
        return is_open  # "have vowed a strike if the cuts are passed"
    if "have" in auxes or (tree.low(mark) not in UNTIL | {"once"} and ("had" in mine or tree.low(predicate) == "had")):
        return False
    if auxes & AHEAD:
        return True
    if low in FORESEEN and auxes & {"is", "are", "was", "were"}:
        return is_open
    is_present = shape(low) in (Shape.THIRD, Shape.BASE) or bool(auxes & {"is", "are"})
    if low in ("offered", "agreed") or (low in _READY and "was" in auxes | {tree.low(i) for i in tree.under(main, "cop")}):
        return True  # "offered to resign if the court found against him"
    return is_present and is_open and low in OUTCOMES | _FALLS


def _auxes(tree: Tree, mark: int, predicate: int, main: int) -> frozenset[str]:
    """Give the auxiliary verbs of the consequence, those among them that the syntax hangs elsewhere."""
    auxes = aux_words(tree, main)
    auxes |= {tree.low(i) for i in range(max(0, main - GROUP), main) if tree.pos(i) == "AUX" and i > predicate}
    if main < mark:
        auxes |= {tree.low(i) for i in range(max(0, main - 3), main) if tree.pos(i) == "AUX"}
    return auxes


def is_unreal(tree: Tree, predicate: int, main: int) -> bool:
    """Tell a comparison with what is not so ("if this were a play, he would be the villain") from what may come."""
    words = {tree.low(i) for i in tree.under(predicate, "cop")}
    is_copular = tree.pos(main) != "VERB" or any(tree.low(i) == "be" for i in tree.under(main, "cop"))
    is_past = shape(tree.low(predicate)) is Shape.PAST and not tree.under(predicate, "aux")
    would = any(tree.low(i) in ("would", "'d") for i in range(max(0, main - GROUP), main + 1))
    is_stative = is_past and would and tree.low(predicate) in forms("state")
    may = any(tree.low(i) in ("may", "might") for i in range(max(0, main - GROUP), main + 1))
    if is_past and may:
        return True  # "if it worked once, it might work again": from what was to what will be
    return bool(words & {"were", "was"}) or is_stative or (is_copular and is_past and would)
