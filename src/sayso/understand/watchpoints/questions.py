"""Open questions: direct questions about what may come. A page and a sentence in, findings out. Cases: cases/watchpoints.yml.

Not those about what was, those that ask for politeness' sake, nor those that want no answer ("who would do that?").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings.watchpoint import WatchpointKind
from ...span import Span
from ..reality.tree import Tree
from .clauses import trimmed
from .conditionals import condition_at
from .deeds import ahead_share, tells_deed
from .found import Found, forms
from .page import FEWEST_WORDS, Page

_AHEAD = frozenset({"can", "will", "'ll", "wo", "may", "might", "could", "would", "shall"})
_OPENINGS = re.compile(r"[“”\"]|(?<=[.!?:;])\s|\n|[—–]\s")
_NEXT = re.compile(r"\b(?:what(?:'s| is| comes| happens| follows)? next|going to|about to|what if|what happens if)\b")
RHETORICAL = re.compile(
    r"^(?:who|how|why|what)(?: else| on earth| in the world)?(?: would| could| can| should|'d)\b|^why (?:not|bother)|^isn't|^aren't|^wouldn't|^don't|^can't"
)
_ASKING_FIRST = frozenset(
    "who whom whose what when where why how which will would could can may might shall should is are was were do does did has have or in at by on to from".split()
)
_OPENERS = frozenset({"and", "but", "so", "well", "now", "then", ",", "“", '"'})
_SELF = frozenset({"i", "we", "you", "me", "us"})
# Words of a question within which its own modal verb stands.
_MODAL_WITHIN = 8


def questions(page: Page, sentence: Span) -> Iterator[Found]:
    """Give the open questions of a sentence."""
    tree, text = page.tree, page.doc.text
    at = sentence.start
    while (mark := text.find("?", at, sentence.end)) >= 0:
        start = max([m.end() for m in _OPENINGS.finditer(text, at, mark)] or [at])
        at = mark + 1
        span = trimmed(tree, start, mark)
        found = _question(page, Span(span.start, mark + 1)) if span is not None else None
        if found is not None:
            yield found


def _question(page: Page, span: Span) -> Found | None:
    tree = page.tree
    inside = [i for i in tree.doc.tokens_in(span) if tree.relation(i) != "goeswith"]
    top = next((i for i in inside if tree.head(i) not in inside and tree.pos(i) in ("VERB", "AUX", "NOUN", "ADJ")), None)
    if top is None or len(inside) < FEWEST_WORDS:
        return None
    start = _past_address(tree, inside)
    span = Span(tree.doc.tokens[start].start, span.end)
    words = " ".join(tree.low(i) for i in inside if i >= start)
    is_what_if = words.startswith(("if ", "so if ")) and len(inside) <= _SHORT
    if words.split()[0] not in _ASKING_FIRST and not words.startswith(("if ", "so if ")):
        return None  # a statement with a question inside
    condition = next((c for i in inside if (c := condition_at(page, i)) is not None and span.covers(c.condition)), None)
    ahead = {tree.low(i) for i in inside if tree.pos(i) == "AUX" and i < start + _MODAL_WITHIN} & _AHEAD
    if not ahead and not is_what_if and not _NEXT.search(words) and condition is None:
        return None
    subject = page.subject(top)
    if (
        ({tree.low(i) for i in inside} & {"you", "your", "i"} and not _is_put_to_power(page, inside, top))
        or (subject is not None and tree.low(subject) in _SELF)
        or (_is_polite(tree, inside, words) and not _is_put_to_power(page, inside, top))
        or RHETORICAL.match(words)
    ):
        return None
    if tree.doc.quotation_at(span.start) is not None and (
        not ahead & {"will", "might", "may", "'ll"} or {tree.low(i) for i in inside} & _SELF
    ):
        return None
    if condition is None:
        return Found(WatchpointKind.QUESTION, top, span)
    rest = Span(condition.end, span.end) if condition.start < condition.head_start else Span(span.start, condition.start)
    return Found(WatchpointKind.QUESTION, top, span, condition.condition, trimmed(tree, rest.start, rest.end))


# Words of "and if Oslo refuses?", which needs no main clause.
_SHORT = 14


def _is_put_to_power(page: Page, inside: list[int], top: int) -> bool:
    """Tell "will you hand over the depot?", asked of who decides: a deed that the head for what may come believes."""
    tree = page.tree
    is_will = any(tree.low(i) == "will" and tree.low(i + 1) == "you" for i in inside[:4])
    return is_will and ahead_share(page, top) >= _ASKED and tells_deed(page, top)


# Least share of a deed that somebody is asked whether he will do it.
_ASKED = 0.4


def _past_address(tree: Tree, inside: list[int]) -> int:
    """Give the first word behind who is asked and what only opens: "Ruth, is …", "And so, will …"."""
    comma = next((place for place, i in enumerate(inside[:5]) if tree.low(i) == ","), 0)
    is_address = comma and all(tree.pos(i) == "PROPN" for i in inside[:comma])
    rest = inside[comma + 1 :] if is_address and comma + 1 < len(inside) else inside
    return next((i for i in rest if tree.low(i) not in _OPENERS), rest[0])


def _is_polite(tree: Tree, inside: list[int], words: str) -> bool:
    return re.match(r"^(?:can|could|would|will|may) (?:you|i|we)\b", words) is not None or (
        any(tree.low(i) in forms("polite") for i in inside) and "you" in words.split()
    )
