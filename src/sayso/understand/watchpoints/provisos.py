"""Conditions without a verb: "without a deal, the port will close", "in the event of an attack the pact would apply". A page and a noun in, a finding out.

What follows must be to come: a modal verb, no perfect. Cases: cases/watchpoints.yml.
"""

from __future__ import annotations

from ...findings.watchpoint import WatchpointKind
from ...span import Span
from ..reality.clause import aux_words, negation
from .clauses import clause_of, stretch, trimmed
from .found import Found, words_of
from .page import Page

_AHEAD = frozenset({"will", "'ll", "wo", "would", "could", "may", "might"})
_WITHOUT, _EVENTS = frozenset({"without", "absent", "barring"}), frozenset({"event", "case"})
MARKS = _WITHOUT | _EVENTS
_NEEDED = frozenset(
    "deal agreement truce ceasefire help aid support money funding reform reforms approval rain access change vote treaty settlement majority".split()
)


def provided(page: Page, index: int) -> Found | None:
    """Give the conditional whose condition is a noun with "without" or "in the event of"."""
    tree = page.tree
    mark = tree.introduced_by(index)
    if mark is None:
        return None
    is_event = tree.low(mark) == "of" and tree.low(mark - 1) in _EVENTS and tree.low(mark - 2) in ("the", "in")
    opens = tree.doc.tokens[mark].start == tree.doc.sentence_at(tree.doc.tokens[mark].start).start or tree.low(mark - 1) in (
        "“",
        '"',
        "``",
    )
    is_article = tree.determiner(index) in ("a", "an", "more", "any", "such")
    is_without = tree.low(mark) in _WITHOUT and (
        tree.low(index) in _NEEDED | words_of("happenings") or (opens and is_article and tree.pos(index) == "NOUN")
    )
    if not is_event and not is_without:
        return None
    first = mark
    while is_event and first > 0 and tree.low(first) != "in":
        first -= 1
    main = tree.head(index)
    if is_event and main == mark - 1:
        main = tree.head(main)
    auxes = aux_words(tree, main) if main >= 0 else set()
    subject = page.subject(main) if main >= 0 else None
    if main >= 0 and is_without and first > main and negation(tree, main) is None:
        return None  # "the campaign will go on without their help"
    if subject is None or tree.low(subject) in ("i", "you") or ("would" in auxes and tree.under(main, "cop")):
        return None  # "without her I would not be here"
    whole = clause_of(tree, main, without=frozenset({index})) if auxes & _AHEAD and "have" not in auxes else None
    if whole is None:
        return None
    return _parted(page, index, main, (first, mark) if is_event else (mark, mark), whole)


def _parted(page: Page, index: int, main: int, opening: tuple[int, int], whole: Span) -> Found | None:
    """Set condition and consequence apart; `opening` holds the first and the last word before the condition's noun."""
    tree, (first, mark) = page.tree, opening
    begin = tree.span(mark).end if first < mark else tree.span(first).start
    condition = trimmed(tree, begin, tree.doc.tokens[stretch(tree, index)[1]].end)
    start = tree.doc.tokens[first].start
    consequence = (
        trimmed(tree, max(whole.start, condition.end), whole.end) if condition and start < tree.span(main).start else None
    )
    if consequence is None and condition is not None:
        consequence = trimmed(tree, whole.start, min(whole.end, start))
    if condition is None or consequence is None or consequence.end <= consequence.start:
        return None
    span = Span(min(start, consequence.start), max(consequence.end, condition.end))
    return Found(WatchpointKind.CONDITIONAL, main, span, condition, consequence)
