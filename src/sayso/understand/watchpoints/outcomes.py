"""What a deed would bring: "ending the curfew would undermine security", "doing so would spark anger", "a proposal that would alter the rules". A page and a
word in, a finding out.

Not what would have been, nor what anybody would do himself. Cases: cases/watchpoints.yml.
"""

from __future__ import annotations

from ...findings.watchpoint import WatchpointKind
from ...span import Span
from ..reality.clause import aux_words, negation
from ..reality.shapes import Shape, shape
from .clauses import clause_of, trimmed
from .deeds import is_deed_noun
from .found import Found, forms, words_of
from .page import Page

MODALS = frozenset({"would", "'d"})
_THAT = frozenset({"that", "this", "it", "which"})
_FEWEST_WORDS = 5


def outcome(page: Page, index: int) -> Found | None:
    """Give the consequence of a deed that stands as its subject."""
    tree = page.tree
    if tree.pos(index) != "VERB":
        return None
    auxes = aux_words(tree, index)
    if (
        not auxes & MODALS
        or auxes & {"have", "be", "been"}
        or tree.low(index) not in (forms("effect") | forms("course") | words_of("would bring"))
        or negation(tree, index) is not None
    ):
        return None
    start = _deed(page, index)
    span = clause_of(tree, index)
    if start is None or span is None:
        return None
    while start > 2 and tree.low(start - 1) == "-":  # "a 5-3 verdict"
        start = tree.start_of(start - 2)
    whole = trimmed(tree, tree.span(start).start, span.end)
    if whole is None or page.is_short(whole, fewest=_FEWEST_WORDS):
        return None
    return Found(WatchpointKind.CONDITIONAL, index, whole)


def _deed(page: Page, index: int) -> int | None:
    """Give the first word of the deed that is the subject: a clause in -ing, "that", or a noun of a move."""
    tree = page.tree
    clause = next(
        (
            i
            for i in tree.under(index, "csubj", "nsubj")
            if i < index and shape(tree.low(i)) is Shape.ING and tree.pos(i) == "VERB"
        ),
        None,
    )
    if clause is not None:
        return clause
    subject = page.subject(index)
    if subject is None:
        return None
    low = tree.low(subject)
    if low in ("that", "this") and tree.relation(index) != "acl:relcl":
        first = tree.doc.tokens_in(page.doc.sentence_at(tree.span(subject).start)).start
        return subject if subject - first <= _OPENING or tree.low(subject - 1) in (",", "“", '"', "and", "but", ";") else None
    if low in ("that", "which") and tree.relation(index) == "acl:relcl":
        above = tree.head(index)
        return (
            tree.start_of(above) if above >= 0 and (tree.low(above) in words_of("moves") or is_deed_noun(page, above)) else None
        )
    is_move = low in words_of("moves") or (tree.pos(subject) == "NOUN" and is_deed_noun(page, subject))
    return tree.start_of(subject) if is_move else None


# Words before "that would …" within which it opens its sentence.
_OPENING = 3


WEIGHTS = frozenset(
    "setback blow boost victory defeat disaster catastrophe mistake breakthrough embarrassment humiliation escalation gift provocation".split()
)


def verdict(page: Page, index: int) -> Found | None:
    """Give "a defeat at home would be a heavy blow": what a deed that has not come would be."""
    tree = page.tree
    auxes = aux_words(tree, index)
    subject = next((i for i in tree.under(index, "nsubj", "csubj") if i < index), None)
    if tree.low(index) not in WEIGHTS or not auxes & MODALS or "have" in auxes or subject is None:
        return None
    is_deed = tree.low(subject) in words_of("moves") or is_deed_noun(page, subject) or shape(tree.low(subject)) is Shape.ING
    span = clause_of(tree, index)
    if not is_deed or span is None or negation(tree, index) is not None:
        return None
    return Found(WatchpointKind.CONDITIONAL, index, Span(min(span.start, tree.span(tree.start_of(subject)).start), span.end))
