"""Chances: what nouns and verbs of chance, dread and deliberation say may come: "the risk of a wider war", "cannot be ruled out", "is considering
a blockade". A page and a word in, a finding out.

The complement must name a happening or a deed, not a thing. Cases: cases/watchpoints.yml.
"""

from __future__ import annotations

from ...findings.watchpoint import WatchpointKind
from ..reality.clause import aux_words, auxiliaries, negation
from ..reality.links import says_what
from ..reality.shapes import Shape, shape
from ..reality.tree import Tree
from .clauses import clause_of, objects_of, stretch, trimmed
from .found import Found, forms, words_of
from .page import Page

_AHEAD = frozenset({"may", "might", "could", "will", "'ll", "wo", "would", "can"})
RULES, RISKS = frozenset({"rule", "ruled", "excluded"}), frozenset({"risk", "risks", "risking"})
POSSIBLE = frozenset({"possibility", "risk", "danger", "threat", "prospect"})


def ruled_out(page: Page, index: int) -> Found | None:
    """Give "cannot be ruled out", "did not rule out sending troops": what is left open."""
    tree = page.tree
    if tree.low(index) not in RULES or tree.pos(index) != "VERB":
        return None
    is_out = tree.low(index) == "excluded" or any(
        tree.low(i) == "out" for i in range(index + 1, min(index + 4, len(tree.doc.tokens)))
    )
    auxes = aux_words(tree, index)
    denied = (
        negation(tree, index) is not None
        or "cannot" in auxes
        or any(tree.low(i) in ("refused", "declined") for i in range(max(0, index - 3), index))
    )
    if not is_out or not denied:
        return None
    span = page.clause(index)
    return Found(WatchpointKind.POSSIBILITY, index, span) if span is not None else None


def potential(page: Page, index: int) -> Found | None:
    """Give "has the potential to derail the talks"."""
    tree = page.tree
    head = tree.head(index)
    if tree.low(index) != "potential" or tree.low(head) not in ("has", "have") or tree.determiner(index) in ("no", "little"):
        return None
    if not any("to" in tree.marks(i) for i in tree.under(index, "acl")) or negation(tree, head) is not None:
        return None
    span = clause_of(tree, head)
    return Found(WatchpointKind.POSSIBILITY, head, span) if span is not None else None


def considered(page: Page, index: int) -> Found | None:
    """Give "is considering a ground offensive", "are weighing new sanctions", "risks igniting a war": a deed in view, not the thing itself."""
    tree = page.tree
    low = tree.low(index)
    is_risk = low in RISKS and tree.pos(index) == "VERB"
    is_view = (
        low in forms("weigh")
        and shape(low) is Shape.ING
        and any(tree.low(i) in ("is", "are", "'s", "'re") for i in auxiliaries(tree, index))
    ) or (
        low in forms("weigh")
        and shape(low) is Shape.PAST
        and any(tree.low(i) in ("has", "have") for i in auxiliaries(tree, index))
    )
    if not (is_risk or is_view) or negation(tree, index) is not None:
        return None
    complements = [i for i in tree.under(index, "obj", "xcomp", "ccomp") if i > index]
    if not any(is_happening(tree.low(i)) or (shape(tree.low(i)) is Shape.ING and tree.pos(i) == "VERB") for i in complements):
        return None
    span = clause_of(tree, index)
    return Found(WatchpointKind.POSSIBILITY, index, span) if span is not None else None


def chance_of(page: Page, index: int) -> Found | None:
    """Give what a noun says may come: "the risk of a wider war"; its complement names an event, not a thing."""
    tree = page.tree
    if tree.pos(index) != "NOUN" or tree.low(index) not in forms("chance") | CHANCES:
        return None
    if tree.determiner(index) in ("no", "any", "little"):
        return None
    complement = _complement(tree, index)
    if complement is not None and tree.kind(complement) == "acl" and not _tells_what(tree, index, complement):
        return None
    if complement is None or (tree.kind(complement) == "nmod" and not is_happening(tree.low(complement))):
        return None
    _, last = stretch(tree, complement)
    start = min([tree.start_of(index), *(i for i in tree.under(index, "amod", "det", "compound") if i < index)])
    span = trimmed(tree, tree.doc.tokens[start].start, tree.doc.tokens[last].end)
    return Found(WatchpointKind.POSSIBILITY, index, span, words=tree.span(index).of(tree.doc.text)) if span is not None else None


CHANCES = frozenset({"probability", "odds", "threat", "threats", "potential", "warning", "warnings"})


def _complement(tree: Tree, index: int) -> int | None:
    """Give the noun or clause that tells what the chance is of, hung on the noun or on the verb above."""
    of = (i for i in tree.under(index, "nmod", "acl") if i > index)
    complement = next((i for i in of if set(tree.marks(i)) & {"of", "that", "for"} or says_what(tree, i)), None)
    above = tree.head(index)
    if complement is None:
        complement = _hung_above(tree, index)
    if complement is None and tree.kind(index) == "nsubj" and above >= 0 and tree.low(above) in _IS | set(_GROWING):
        # "there is a fear in the town that …"
        told = (i for i in tree.under(above, "ccomp", "advcl") if i > index and "that" in tree.marks(i))
        complement = next((i for i in told if any(tree.low(j) in _AHEAD for j in tree.under(i, "aux"))), None)
    return complement


_IS = frozenset({"is", "are", "was", "were"})


def _tells_what(tree: Tree, index: int, complement: int) -> bool:
    """Tell a clause of what may come, "the danger of losing the port", "of the envoy being shot", from "their chances of winning"."""
    is_told = tree.relation(complement) != "acl:relcl" or "that" in tree.marks(complement) or says_what(tree, complement)
    if is_told and any(tree.low(i) in _AHEAD for i in tree.under(complement, "aux")):
        return True
    is_being = tree.has(complement, "aux", {"being"}) and tree.low(index - 1) != "at"
    is_deed = (shape(tree.low(complement)) is Shape.ING or is_being) and "of" in tree.marks(complement)
    return is_deed and tree.low(index) != "chances" and tree.determiner(index) not in ("their", "its", "his", "her", "my")


def called_possible(page: Page, index: int) -> Found | None:
    """Give "a second strike is a real possibility"; with "was" in somebody's words only."""
    tree = page.tree
    if tree.low(index) not in POSSIBLE or not tree.under(index, "cop"):
        return None
    subject = next((i for i in tree.under(index, "nsubj") if i < index), None)
    was = any(tree.low(i) == "was" for i in tree.under(index, "cop"))
    if subject is None or not is_happening(tree.low(subject)) or negation(tree, index) is not None:
        return None
    span = clause_of(tree, index)
    if span is None or (was and page.statement_at(index) is None) or tree.determiner(index) in ("no", "any", "little"):
        return None
    return Found(WatchpointKind.POSSIBILITY, index, span, words=tree.low(index))


def _hung_above(tree: Tree, noun: int) -> int | None:
    """Give the clause right behind a noun that the syntax hangs on the verb above: "face the risk that the harvest will be *lost*"."""
    if tree.kind(noun) not in ("obj", "obl") or tree.low(noun + 1) != "that":
        return None
    told = (i for i in tree.under(tree.head(noun), "ccomp", "advcl") if noun + 1 in tree.under(i, "mark"))
    return next((i for i in told if any(tree.low(j) in _AHEAD for j in tree.under(i, "aux"))), None)


_GROWING = ("growing", "grow", "grows", "mounting", "rising", "spreading", "remain", "remains", "persist")


def is_happening(word: str) -> bool:
    return word in words_of("happenings")


def warned_of(page: Page, index: int) -> Found | None:
    """Give "warned of a wider war", "fear a famine": a verb of warning or fear with a happening."""
    tree = page.tree
    if tree.low(index) not in forms("dread") or tree.pos(index) != "VERB" or negation(tree, index) is not None:
        return None
    for i in (*tree.under(index, "obl"), *objects_of(tree, index)):
        needs = ("of", "about") if tree.kind(i) == "obl" else ()
        if i > index and is_happening(tree.low(i)) and (not needs or set(tree.marks(i)) & set(needs)):
            span = trimmed(tree, tree.span(index).start, tree.doc.tokens[stretch(tree, i)[1]].end)
            return Found(WatchpointKind.POSSIBILITY, index, span, words=tree.span(index).of(tree.doc.text)) if span else None
    return None
