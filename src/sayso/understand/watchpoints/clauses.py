"""The words of one clause: from its predicate, without what is only joined to it. A word of a tree in, a span out.

Edges are mended by the text, since the syntax errs: a clause ends before a colon, semicolon or dash, and begins after "and" or "but".
"""

from __future__ import annotations

from ...span import Span
from ..reality.tree import Tree

_OWN_CLAUSE = ("parataxis",)
_ENDS = frozenset({":", ";", "—", "–", "--"})
_MARKS = " \t\n\xa0,.;:!?()–—-\"“”‘’'"
_OPENINGS = frozenset({"and", "but", "or", "yet", "so", "that", "then", "because", "also"})
_NOMINAL = ("NOUN", "PROPN", "ADJ", "DET", "PRON", "NUM")
# Words of one clause; what is longer is a list or a wrong tree.
LONGEST = 60


def clause_of(tree: Tree, predicate: int, *, without: frozenset[int] = frozenset()) -> Span | None:
    """Give the words of the clause, trimmed; None where nothing but marks is left.

    Args:
        without: dependents of the predicate that are left out with all they govern (its condition).
    """
    kept, cut = _gather(tree, predicate, without)
    low, high = min(kept), max(kept)
    sentence = tree.doc.sentence_at(tree.doc.tokens[predicate].start)
    for start, end in cut:
        if start > predicate:
            high = min(high, start - 1)
        elif end < predicate:
            low = max(low, end + 1)
    for i in range(predicate, high + 1):
        if tree.low(i) in _ENDS and tree.pos(i) == "PUNCT" and i > predicate and not _is_hyphen(tree, i):
            high = i - 1
            break
    low = max(
        low, next((i + 1 for i in range(predicate - 1, low - 1, -1) if tree.low(i) in _ENDS and not _is_hyphen(tree, i)), low)
    )
    low = _after_openings(tree, low, predicate)
    return trimmed(tree, max(sentence.start, tree.doc.tokens[low].start), min(sentence.end, _end(tree, high)))


def _gather(tree: Tree, predicate: int, without: frozenset[int]) -> tuple[list[int], list[tuple[int, int]]]:
    """Give the words the predicate governs, and the stretches of clauses that are only joined to it."""
    kept, waiting, cut = [predicate], [predicate], []
    while waiting and len(kept) < LONGEST:
        here = waiting.pop()
        for i in tree.under(here):
            is_joined = tree.kind(i) == "conj" and tree.pos(i) in ("VERB", "AUX") and bool(tree.under(i, "nsubj", "aux", "csubj"))
            if i in without or tree.kind(i) in _OWN_CLAUSE or (is_joined and here == predicate):
                cut.append(stretch(tree, i))
            else:
                kept.append(i)
                waiting.append(i)
    return kept, cut


def stretch(tree: Tree, index: int) -> tuple[int, int]:
    """Give the first and the last word that a word governs, itself among them."""
    kept, waiting = [index], [index]
    while waiting and len(kept) < LONGEST:
        more = tree.under(waiting.pop())
        kept += more
        waiting += more
    return min(kept), max(kept)


def subject_start(tree: Tree, predicate: int, *, after: int) -> int:
    """Give the first word of a clause whose subject the syntax may have hung elsewhere: the noun phrase right before its verb group."""
    group = [i for i in (*tree.under(predicate, "aux", "cop", "advmod"), predicate) if i > after]
    first = min(group)
    subjects = [i for i in tree.under(predicate, "nsubj", "csubj", "expl") if after < i < first]
    place = min(subjects) if subjects else first
    while place - 1 > after and (tree.pos(place - 1) in _NOMINAL or tree.doc.relations[place - 1] == "goeswith"):
        place -= 1
    return place


def trimmed(tree: Tree, start: int, end: int) -> Span | None:
    """Give the words of a stretch of text without blanks and marks around; quotation marks stay where the other one is inside."""
    text = tree.doc.text
    while start < end and text[start] in _MARKS and not _is_paired(text, start, end):
        start += 1
    while end > start and text[end - 1] in _MARKS and not _is_paired(text, start, end, last=True):
        end -= 1
    return Span(start, end) if start < end else None


def _is_paired(text: str, start: int, end: int, *, last: bool = False) -> bool:
    """Tell whether the mark at an edge opens or closes a quotation within the words."""
    mark = text[end - 1] if last else text[start]
    if mark not in '“”"':
        return False
    inside = text[start : end - 1] if last else text[start + 1 : end]
    return ("“" if mark == "”" else "”" if mark == "“" else '"') in inside


def _after_openings(tree: Tree, low: int, predicate: int) -> int:
    while low < predicate and (tree.low(low) in _OPENINGS or tree.pos(low) in ("CCONJ", "PUNCT")):
        low += 1
    return low


def _is_hyphen(tree: Tree, index: int) -> bool:
    """Tell a hyphen within a word from a dash."""
    tokens = tree.doc.tokens
    return (
        0 < index < len(tokens) - 1
        and tokens[index - 1].end == tokens[index].start
        and tokens[index].end == tokens[index + 1].start
    )


def _end(tree: Tree, index: int) -> int:
    """Give the end of a word, parts of it that are further tokens included."""
    tokens = tree.doc.tokens
    while index + 1 < len(tokens) and tree.doc.relations[index + 1] == "goeswith":
        index += 1
    return tokens[index].end
