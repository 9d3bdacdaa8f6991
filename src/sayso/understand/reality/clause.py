"""What an event's own clause says of it: auxiliaries, negation, adverbs, mood. A word of a tree in, a reality or nothing out.

A verb's auxiliaries are shared by the verbs joined to it ("will meet and sign"). Cases: cases/reality.yml.
"""

from __future__ import annotations

import re

from ...findings.event import Reality
from .decision import Decision
from .operators import operators
from .tree import Tree

_NEGATIONS = frozenset({"not", "n't", "never", "hardly", "scarcely", "nor", "neither"})
_NOBODY = frozenset({"nobody", "none", "nothing", "neither", "no-one"})
_NOT_NEGATED = frozenset({"only", "just", "merely", "simply"})
_FUTURE = frozenset({"will", "shall", "'ll", "wo", "sha"})
_POSSIBLE = frozenset({"could", "may", "might", "can", "ca"})
_DUE = frozenset({"should", "must", "ought"})
_BE = frozenset({"is", "are", "am", "was", "were", "be", "been", "being", "'s", "'re", "'m"})
_PRESENT_BE = frozenset({"is", "are", "am", "'s", "'re", "'m"})
_LATER = re.compile(
    r"\b(?:tomorrow|next (?:week|month|year|spring|summer|autumn|fall|winter|\w+day)|later (?:this|today|on|in)|in the coming|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|soon)\b"
)


def is_clausal(tree: Tree, index: int) -> bool:
    """Tell whether a word is the predicate of a clause: a verb, or a noun or adjective with a copula or an auxiliary."""
    return tree.pos(index) in ("VERB", "AUX") or bool(tree.under(index, "cop", "aux"))


def auxiliaries(tree: Tree, index: int) -> list[int]:
    """Give the auxiliaries and copulas of a predicate, its own or those it shares with the one it is joined to."""
    found = tree.under(index, "aux", "cop")
    if found or tree.relation(index) != "conj" or tree.under(index, "nsubj", "mark"):
        return found
    first = tree.head(index)
    shared = auxiliaries(tree, first)
    if shared and _shape(tree.low(first)) != _shape(tree.low(index)):
        return []
    return shared


def _shape(word: str) -> str:
    if word.endswith("ing"):
        return "ing"
    return "ed" if word.endswith("ed") else "plain"


def negation(tree: Tree, index: int) -> int | None:
    """Give the word that negates a predicate, None where none does."""
    for i in tree.under(index, "advmod", "cc", "det", "aux"):
        if tree.low(i) in _NEGATIONS and not _is_no_negation(tree, i):
            return i
        if tree.low(i) == "longer" and i and tree.low(i - 1) == "no":
            return i
    for i in tree.under(index, "nsubj", "obj"):
        if tree.low(i) in _NOBODY or tree.has(i, "det", {"no", "neither"}):
            return i
    if tree.relation(index) == "conj" and not tree.under(index, "nsubj", "aux"):
        first = tree.head(index)
        joined = {tree.low(i) for i in tree.under(index, "cc")}
        if "but" not in joined and _shape(tree.low(first)) == _shape(tree.low(index)) and tree.pos(first) == tree.pos(index):
            return negation(tree, first)
    return None


def _is_no_negation(tree: Tree, index: int) -> bool:
    near = [tree.low(i) for i in (index + 1, index + 2) if i < len(tree.doc.tokens)]
    return bool(set(near[:1]) & _NOT_NEGATED) or any(tree.low(i) in _NOT_NEGATED for i in tree.under(index))


def decided(tree: Tree, reality: Reality, rule: str, at: int) -> Decision:
    """Make a decision by a word."""
    return Decision(reality, rule, tree.span(at), 0.9)


def own_decision(tree: Tree, index: int) -> Decision | None:
    """Give what the predicate's own clause says, None where it is plain."""
    auxes = auxiliaries(tree, index)
    words = {tree.low(i): i for i in auxes}
    no = negation(tree, index)
    if no is not None:
        doubtful = next((words[w] for w in ("may", "might") if w in words), None)
        if doubtful is not None:
            return decided(tree, Reality.HYPOTHETICAL, "modal", doubtful)
        return decided(tree, Reality.NEGATED, "negation", no)
    for i in tree.under(index, "advmod", "amod"):
        row = operators("adverb").get(tree.low(i))
        if row and row[0].then is not None and row[0].then is not Reality.ONGOING:
            return decided(tree, row[0].then, "adverb", i)
    return _by_auxiliary(tree, index, words)


def _by_auxiliary(tree: Tree, index: int, words: dict[str, int]) -> Decision | None:
    for names, reality in ((_POSSIBLE, Reality.HYPOTHETICAL), (_FUTURE, Reality.PLANNED), (_DUE, Reality.DEMANDED)):
        at = next((i for w, i in words.items() if w in names), None)
        if at is not None:
            has_perfect = "have" in words and reality is Reality.DEMANDED
            return decided(tree, Reality.HYPOTHETICAL if has_perfect else reality, "modal", at)
    would = words.get("would", words.get("'d") if _shape(tree.low(index)) == "plain" else None)
    if would is not None:
        said = _is_future_in_past(tree, index, words)
        return decided(tree, Reality.PLANNED if said else Reality.HYPOTHETICAL, "would", would)
    be = next((i for w, i in words.items() if w in _BE), None)
    to = tree.introduced_by(index)
    if (
        to is not None
        and tree.low(to) == "to"
        and (be is not None and be < to or (tree.under(index, "nsubj") and tree.relation(index) in ("root", "parataxis")))
    ):
        return decided(tree, Reality.PLANNED, "is to", to)
    return _by_aspect(tree, index, words, be)


def _is_future_in_past(tree: Tree, index: int, words: dict[str, int]) -> bool:
    """Tell "said it would open" from "would open": what was said to come, where no condition is set."""
    if "have" in words or any("if" in tree.marks(i) for i in tree.under(index, "advcl")):
        return False
    head = tree.head(index)
    return head >= 0 and (tree.kind(index) == "ccomp" or (tree.kind(index) == "conj" and tree.kind(head) == "ccomp"))


def _by_aspect(tree: Tree, index: int, words: dict[str, int], be: int | None) -> Decision | None:
    low = tree.low(index)
    later = _LATER.search(_clause_words(tree, index))
    if low.endswith("ing") and be is not None and tree.pos(index) in ("VERB", "AUX"):
        if later and words.keys() & _PRESENT_BE:
            return decided(tree, Reality.PLANNED, "date to come", be)
        return decided(tree, Reality.ONGOING, "progressive", be)
    if later and not words and low.endswith("s") and tree.pos(index) == "VERB" and tree.under(index, "nsubj"):
        return decided(tree, Reality.PLANNED, "date to come", index)
    return None


def _clause_words(tree: Tree, index: int) -> str:
    """Give the words of time that hang on the predicate itself, in small letters."""
    found = []
    for i in tree.under(index, "obl", "advmod"):
        found.append(" ".join([*tree.marks(i), *(tree.low(j) for j in tree.under(i, "amod", "det")), tree.low(i)]))
    return " ; ".join(found)
