"""Questions and commands: clauses that assert nothing. A word of a tree in, yes or no out."""

from __future__ import annotations

from .shapes import Shape, shape
from .tree import Tree

_ASKING = frozenset({"who", "whom", "whose", "what", "when", "where", "why", "how", "which"})
_PRESUMING = frozenset({"who", "whom", "why", "how", "when", "where", "which", "whose", "what"})
_OPENING = frozenset({"“", '"', "‘", "'", "``"})
_CLOSING = ("?”", '?"', "?''")
_PLEASE = frozenset({"please", "let", "do", "just", "now"})


def asks_whether(tree: Tree, index: int) -> bool:
    """Tell whether a sentence asks if its main clause is so; "why did they leave?" takes it that they did."""
    whole = tree.sentence(index)
    sentence = whole.rstrip(" \n”\"'’)")
    if whole.rstrip().endswith(_CLOSING) and any(mark in tree.after(index) for mark in ("“", ' "', "``")):
        return False  # *asked* the crowd: "Shall we?"
    return sentence.endswith("?") and not any(word.strip("“\"‘',") in _ASKING for word in sentence.split()[:4])


def is_asked(tree: Tree, index: int) -> bool:
    """Tell whether a clause asks if it is so by its order: "asked: *did* they *talk*?"; "why did they leave?" takes it that they did."""
    first = next((i for i in tree.under(index, "aux", "cop") if i < index), -1)
    subject = next((i for i in tree.under(index, "nsubj") if first < i <= index), None)
    if first < 0 or subject is None or subject != first + 1 and tree.start_of(subject) != first + 1:
        return False
    if first > 0 and tree.low(first - 1) in _ASKING or any(tree.low(i) in _ASKING for i in tree.under(index) if i < first):
        return False
    return "?" in tree.after(index)


def is_inverted(tree: Tree, index: int) -> bool:
    """Tell a condition that "should" opens: "should the rebels *attack*, the town is lost"."""
    subject = next((i for i in tree.under(index, "nsubj") if i < index), None)
    opening = tree.start_of(subject) - 1 if subject is not None else -1
    return opening >= 0 and tree.low(opening) == "should" and (opening == 0 or tree.pos(opening - 1) in ("PUNCT", "CCONJ"))


def is_command(tree: Tree, index: int, *, has_auxiliary: bool) -> bool:
    """Tell whether a verb stands in the imperative: base form, no subject, first of its sentence or quotation, or after "please"."""
    if (
        tree.pos(index) != "VERB"
        or tree.under(index, "nsubj", "csubj", "mark")
        or has_auxiliary
        or shape(tree.low(index)) is not Shape.BASE
    ):
        return False
    if tree.kind(index) == "conj":
        first = tree.head(index)
        return is_command(tree, first, has_auxiliary=bool(tree.under(first, "aux")))
    if tree.kind(index) not in ("root", "ccomp", "parataxis", "dep"):
        return False
    before = index - 1
    while before >= 0 and (tree.low(before) in _PLEASE or tree.pos(before) == "ADV"):
        before -= 1
    if any(tree.low(i) == "please" for i in range(before + 1, index)):
        return True
    sentence = tree.doc.sentence_at(tree.doc.tokens[index].start)
    if before >= 0 and tree.doc.tokens[before].of(tree.doc.text) in _OPENING:
        return True
    is_first = before < 0 or tree.doc.tokens[before].start < sentence.start
    return is_first and tree.sentence(index).rstrip(' \n”"').endswith((".", "!"))


def is_presumed(tree: Tree, index: int) -> bool:
    """Tell whether a clause asks or tells who did it, why or how, and so takes it that it was done: "did not say why they *left*"."""
    if tree.kind(index) not in ("ccomp", "xcomp", "csubj") or tree.under(index, "aux") and shape(tree.low(index)) is Shape.BASE:
        return False
    told = tree.under(index, "nsubj", "obj", "advmod", "mark")
    words = {tree.low(i) for i in (*told, *(j for i in told for j in tree.under(i, "det")))}
    return bool(words & _PRESUMING) and shape(tree.low(index)) is Shape.PAST
