"""By which operator, and in which of its slots, a word of a sentence is governed. A word of a tree in, a link or nothing out."""

from __future__ import annotations

from dataclasses import dataclass

from ...findings.event import Reality
from .clause import is_noun_by_place
from .operators import Operator, fitting, operators, sayings
from .shapes import Shape, shape
from .tree import Tree

_KINDS = {
    "VERB": ("verb", "adjective", "noun"),
    "AUX": ("verb",),
    "NOUN": ("noun", "verb", "adjective"),
    "ADV": ("adjective",),
    "PROPN": ("noun", "verb"),
    "ADJ": ("adjective", "verb"),
}
_CLAUSES = ("xcomp", "ccomp", "csubj", "advcl", "acl")
# Slots whose word the syntax may hang on the object between: "accused the rebels of *burning*".
_STATES = frozenset("ablaze afire alight aflame accountable responsible hostage".split())
_MAYBES = frozenset("possibility option likelihood scenario prospect".split())
_NO_VERBS = frozenset({"force", "forces", "means"})
_WHILE = frozenset({"after", "before", "since", "while", "when", "by", "upon", "following", "in"})
_OVER = frozenset({"to", "of", "from", "with", "into", "for", "in"})


@dataclass(frozen=True, slots=True)
class Link:
    """What governs a word.

    Attributes:
        operator: the row that fits.
        governor: index of the governing word.
        slots: the slots in which the word stands.
    """

    operator: Operator
    governor: int
    slots: tuple[str, ...]


def link_of(tree: Tree, index: int, *, base: int | None = None) -> Link | None:
    """Give the operator that governs a word, None where none does.

    Args:
        base: the word whose place in the tree counts, where it is joined to another ("to meet and *sign*").
    """
    place = index if base is None else base
    governor = tree.head(place)
    if tree.relation(place) == "acl:relcl" and not says_what(tree, place):
        return None
    slots = slots_of(tree, place)
    beside = _beside(tree, place)
    if beside is not None and tree.pos(beside.governor) == "NOUN":
        return beside
    raised = _raised(tree, place)
    if raised is not None:
        return raised
    is_before = tree.kind(place) == "obl" and place < governor and tree.pos(place) in ("NOUN", "PROPN")
    if governor >= 0 and not is_before:  # not "with *backing* from Chad, threatens to …"
        found = _operator(tree, governor, slots)
        if found is not None:
            return Link(found, governor, slots)
    return (
        _over_an_object(tree, place, slots)
        or _without_that(tree, index)
        or beside
        or (_beside(tree, index) if index != place else None)
    )


def _raised(tree: Tree, place: int) -> Link | None:
    """Link a noun to the predicate it belongs to by sense, not to the one between: "*protests* are sure to begin"."""
    governor = tree.head(place)
    if governor < 0:
        return None
    if tree.kind(place) == "conj" and tree.pos(place + 1) == "AUX" and tree.pos(governor) == "VERB":
        verb = next((i for i in range(place + 1, min(place + 5, len(tree.doc.tokens))) if tree.pos(i) == "VERB"), None)
        row = _operator(tree, verb, ("subject",)) if verb is not None else None
        if row is not None and verb is not None:
            return Link(row, verb, ("subject",))  # "… and *marches* will follow", whatever the syntax hangs it on
    for noun in (governor, *tree.under(governor, "xcomp")) if tree.kind(place) == "nsubj" else ():
        row = next(iter(operators("noun").get(tree.low(noun), ())), None) if tree.low(noun) in _MAYBES else None
        if row is not None:
            return Link(row, noun, ("subject",))  # "an *invasion* remains a possibility"
    for verb in tree.under(governor, "xcomp") if tree.kind(place) in ("nsubj", "obj") else ():
        if tree.kind(place) == "nsubj":
            row = _operator(tree, verb, ("subject",))
            if row is not None:
                return Link(row, verb, ("subject",))
            continue
        is_passive = any(tree.relation(i) == "aux:pass" for i in tree.under(verb))
        row = _operator(tree, verb, ("object",)) if is_passive else None
        if row is not None and row.then not in (None, Reality.HAPPENED):
            return Link(row, verb, ("object",))  # "forced the *vote* to be put off"
    return None


def says_what(tree: Tree, verb: int) -> bool:
    """Tell a clause that says what its noun is of from one that lacks a part, whatever the syntax calls it.

    "The suggestion that soldiers *burned* the mill" lacks nothing; "the mill that soldiers *burned*" does.
    """
    that = tree.head(verb) + 1
    subject = next((i for i in tree.under(verb, "nsubj") if that < i < verb), None)
    if subject is None or tree.low(that) != "that" or tree.head(that) != verb:
        return False
    is_passive = any(tree.relation(i) == "aux:pass" for i in tree.under(verb))
    return is_passive or bool(tree.under(verb, "cop")) or any(i > verb for i in tree.under(verb, "obj"))


def _over_an_object(tree: Tree, place: int, slots: tuple[str, ...]) -> Link | None:
    """Link over a noun between: "issued a threat to *burn*", "urged the rebels to *leave*" where the syntax hangs the verb on "rebels"."""
    governor = tree.head(place)
    if tree.kind(place) == "acl" and "ing" in slots and not tree.marks(place) and governor >= 0 and tree.kind(governor) == "obj":
        row = _operator(tree, tree.head(governor), ("ing", "object"))
        if row is not None and row.then not in (None, Reality.HAPPENED, Reality.ONGOING) and tree.low(governor) not in sayings():
            return Link(row, tree.head(governor), ("ing",))  # "anticipate rebels *joining* them"
    if tree.kind(place) == "acl" and "ing" in slots and not tree.marks(place) and governor >= 0 and "of" in tree.marks(governor):
        row = _operator(tree, tree.head(governor), ("of",))
        if row is not None and row.then in (Reality.HYPOTHETICAL, Reality.THREATENED):
            return Link(row, tree.head(governor), ("of",))  # "the possibility of rebels *joining* them"
    if governor < 0 or not set(slots) & _OVER:
        return None
    for other in tree.under(governor, "obj"):
        row = fitting(operators("noun").get(tree.low(other), ()), slots, frozenset()) if other < place else None
        if row is not None:
            return Link(row, other, slots)
    is_infinitive = place > 0 and tree.low(place - 1) == "to"
    above = tree.head(governor) if tree.kind(place) in _CLAUSES or is_infinitive else -1
    if tree.pos(governor) == "VERB" and tree.under(governor, "nsubj"):
        above = -1  # "told them that they are going to *pay*", "demands that she resign for *burning* it"
    if above >= 0 and tree.kind(governor) in ("obj", "iobj", "obl", "nmod", "nsubj", "ccomp", "xcomp"):
        row = _operator(tree, above, slots)
        if row is not None and (row.then is not None or tree.pos(governor) != "VERB"):
            return Link(row, above, slots)
    return None


def _beside(tree: Tree, place: int) -> Link | None:
    """Link to the word right before, whatever the syntax hangs the event on: "*demands* for the release of …", "called off the strike"."""
    mark = tree.introduced_by(place)
    if mark is not None and mark > 0 and f"{tree.low(mark - 1)} {tree.low(mark)}" not in tree.marks(place):
        slots: tuple[str, ...] = (tree.low(mark),)
        row = _operator(tree, mark - 1, slots)
        if row is not None:
            return Link(row, mark - 1, slots)
    if shape(tree.low(place)) is Shape.ING and place > 0 and tree.pos(place - 1) == "VERB":
        row = _operator(tree, place - 1, ("ing",))
        if row is not None:
            return Link(row, place - 1, ("ing",))
    if tree.pos(place) not in ("NOUN", "PROPN"):
        return None
    verb = tree.start_of(place) - (1 if mark is None else 2)
    if verb < 0 or tree.pos(verb) != "VERB" or tree.relation(verb).startswith("amod"):
        return None
    row = _operator(tree, verb, ("object",))
    if row is None or (mark is not None and row.particle != tree.low(mark)):
        return None
    return Link(row, verb, ("object",))


def _operator(tree: Tree, governor: int, slots: tuple[str, ...]) -> Operator | None:
    around = tree.under(governor, "compound", "advmod", "obj", "xcomp", "obl", "case")
    particles = frozenset(tree.low(i) for i in around)
    particles |= {tree.low(j) for i in around for j in tree.under(i, "case")}
    if governor + 1 < len(tree.doc.tokens):
        particles |= {tree.low(governor + 1)}
    if tree.low(governor) == "order" and tree.low(governor - 1) == "in":
        return None  # "in order to *sign* it"
    is_noun = tree.pos(governor) == "NOUN" and tree.low(governor) in _NO_VERBS
    for kind in _KINDS.get(tree.pos(governor), ()):
        if is_noun and kind == "verb":
            continue  # "a *force* to protect them"
        row = fitting(operators(kind).get(tree.low(governor), ()), slots, particles)
        if row is not None and (row.particle != "to" or tree.low(governor + 1) == "to"):  # not "came close to *war*"
            return row
    return None


def is_that_of_a_noun(tree: Tree, index: int) -> bool:
    """Tell a clause that says what a noun is of, whatever the syntax calls it: "reports that they *fired*"."""
    head = tree.head(index)
    is_noun = head >= 0 and (tree.pos(head) == "NOUN" or is_noun_by_place(tree, head))
    return is_noun and "that" in tree.marks(index) and tree.low(head + 1) == "that"


def _without_that(tree: Tree, index: int) -> Link | None:
    """Link to the noun right before a clause without "that": "there are fears rebels will *attack*"."""
    subject = next((i for i in tree.under(index, "nsubj") if i < index), None)
    noun = tree.start_of(subject) - 1 if subject is not None else -1
    if noun < 0 or tree.pos(noun) != "NOUN":
        return None
    row = fitting(operators("noun").get(tree.low(noun), ()), ("that",), frozenset())
    return Link(row, noun, ("that",)) if row is not None and row.then is Reality.HYPOTHETICAL else None


def is_state(tree: Tree, index: int) -> bool:
    """Tell whether a word says how somebody is left, not what he does: "set *ablaze*", "held *accountable*"."""
    return tree.pos(index) in ("ADJ", "ADV") or tree.low(index) in _STATES


def slots_of(tree: Tree, index: int) -> tuple[str, ...]:
    """Give the slots of its governor in which a word stands."""
    kind, marks = tree.kind(index), tree.marks(index)
    if kind == "xcomp" and is_state(tree, index) and "to" not in marks:
        return marks  # "set *ablaze*"
    if kind == "conj" and is_that_of_a_noun(tree, index):
        return ("that",)
    if kind in ("xcomp", "ccomp") and is_noun_by_place(tree, index):
        return ("object",)
    if kind in _CLAUSES:
        return _clause_slots(tree, index, marks)
    if kind == "obj" or tree.relation(index) == "nsubj:pass":
        return ("object",)
    if kind == "nsubj":
        return ("subject",)
    if kind == "compound":
        return ("compound",)
    if tree.relation(index) == "nmod:poss":
        return ("of",)
    if kind in ("obl", "nmod") and tree.pos(index) == "VERB" and shape(tree.low(index)) is Shape.ING:
        return (*marks, "ing")  # "carried on *shelling*", whatever the syntax calls it
    if kind in ("obl", "nmod", "iobj"):
        return marks or (("object",) if kind == "iobj" else ())
    return ()


def _clause_slots(tree: Tree, index: int, marks: tuple[str, ...]) -> tuple[str, ...]:
    if tree.kind(index) == "csubj":
        return (*marks, "subject")
    has_subject = bool(tree.under(index, "nsubj"))
    finite = any(tree.low(i) not in ("to", "having", "being", "be", "been", "have") for i in tree.under(index, "aux", "cop"))
    if "to" in marks:
        return tuple(m for m in marks if m != "to") + ("to",)
    if (shape(tree.low(index)) is Shape.ING and not finite) or "having" in marks:
        is_beside = index > 0 and (tree.low(index - 1) == "," or tree.low(index - 1) in sayings())
        is_beside = is_beside or (tree.kind(index) == "advcl" and bool(set(marks) & _WHILE))  # "quit after *signing* it"
        return marks if is_beside else (*marks, "ing")  # "weighed in, *accusing* the envoy"
    perfect = any(tree.low(i) in ("having", "being") for i in tree.under(index, "aux", "cop"))
    if perfect:
        return (*marks, "ing")
    if has_subject and tree.kind(index) == "xcomp" and not (finite or marks) and shape(tree.low(index)) is Shape.BASE:
        return ("that", "to")  # a bare infinitive: "let the family *leave*"
    if has_subject or finite or "that" in marks:
        return (*marks, "that")
    if tree.pos(index) in ("NOUN", "PROPN"):
        return (*marks, "object")
    return (*marks, "to") if tree.kind(index) == "xcomp" else marks
