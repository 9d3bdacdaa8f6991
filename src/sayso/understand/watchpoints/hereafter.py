"""What a sentence sets in the time to come by its first words: "If so, the road would open", "Otherwise it will close", "Tomorrow it may be a
school". A page and a word in, a finding out. Cases: cases/watchpoints.yml.
"""

from __future__ import annotations

import re

from ...findings.watchpoint import WatchpointKind
from ...span import Span
from ..reality.clause import auxiliaries, negation
from ..reality.tree import Tree
from .clauses import clause_of, subject_start, trimmed
from .found import Found
from .page import Page

OPEN = frozenset({"may", "might", "could"})
_AHEAD = frozenset({"will", "'ll", "wo", "may", "might", "could"})
_READER = frozenset({"i", "you", "we", "one", "me"})
MARKS = frozenset({"if", "in", "failing", "otherwise"})
_BEFORE_MARK = frozenset({"and", "but", "or", '"', "“", "``", "''"})
# Words between a mark and the modal verb of what follows from it.
_WITHIN = 25
_COMING = re.compile(
    r"^[\"“]?(?:(?:and|but|or|so|maybe|perhaps),? )*(?:tomorrow|(?:the )?next (?:time|week|month|year|day|one)|someday|(?:one|some) day|soon|before long)\b",
    re.IGNORECASE,
)


def shortened(page: Page, index: int) -> Found | None:
    """Give what hangs on a condition that only points back: "if so, …", "if not, …", "otherwise …"."""
    tree = page.tree
    low, after = tree.low(index), index + 1
    if after + 1 >= len(tree.doc.tokens):  # a text that breaks off: "the price fell in"
        return None
    if low == "if" and after + 1 < len(tree.doc.tokens) and tree.low(after) in ("so", "not"):
        after += 1
        if tree.low(after) not in (",", "then"):
            return None
    elif low == "in" and tree.low(after) == "that" and tree.low(after + 1) == "case":
        after += 2  # "in that case, Oslo will …"
    elif low == "failing" and tree.low(after) == "that":
        after += 1
    elif low != "otherwise":
        return None
    if not _opens(tree, index):
        return None
    inside = tree.doc.tokens_in(tree.doc.sentence_at(tree.span(index).start))
    ahead = _AHEAD | {"would"} if low == "if" else _AHEAD
    modal = next((i for i in range(after, min(after + _WITHIN, inside.stop)) if tree.low(i) in ahead), None)
    if modal is None:
        return None
    main = next((i for i in range(modal + 1, min(modal + 6, inside.stop)) if tree.pos(i) in ("VERB", "NOUN", "ADJ")), None)
    subject = page.subject(main) if main is not None else None
    if main is None or subject is None or tree.low(subject) in _READER or tree.has(main, "aux", {"have"}):
        return None
    whole = clause_of(tree, main)
    if whole is None or tree.low(inside.stop - 1) == "?":
        return None
    start = next((i for i in range(after, main) if tree.low(i) not in (",", "then")), main)
    consequence = trimmed(tree, tree.doc.tokens[start].start, whole.end)
    span = Span(tree.span(index).start, whole.end)
    if consequence is None or page.is_short(consequence):
        return None
    condition = tree.span(index + 1) if low == "if" else Span(tree.span(index).start, tree.span(after - 1).end)
    return Found(WatchpointKind.CONDITIONAL, main, span, condition, consequence)


def _opens(tree: Tree, index: int) -> bool:
    """Tell whether a word opens its sentence or what follows a semicolon or dash."""
    start, at = tree.doc.sentence_at(tree.span(index).start).start, index
    while at > 0 and tree.span(at).start > start and tree.low(at - 1) in _BEFORE_MARK:
        at -= 1
    return tree.span(at).start == start or tree.low(at - 1) in (";", "–", "—", ":")


def coming(page: Page, index: int) -> Found | None:
    """Give what may be so another time: "tomorrow it could be a school", which without its first words would be of now."""
    tree = page.tree
    auxes = {tree.low(i): i for i in auxiliaries(tree, index)}
    modal = next((at for low, at in auxes.items() if low in OPEN), None)
    subject = page.subject(index)
    if modal is None or "have" in auxes or subject is None or tree.low(subject) in _READER or negation(tree, index) is not None:
        return None
    span = clause_of(tree, index)
    if span is None or not any(tree.low(i) == "be" for i in range(modal + 1, min(modal + 4, len(tree.doc.tokens)))):
        return None
    begin = subject_start(tree, index, after=-1)
    first = tree.doc.sentence_at(tree.span(index).start).start
    marks = [i for i in range(max(0, begin - 8), begin) if tree.low(i) in (";", "–", "—", ":") and tree.span(i).start >= first]
    start = tree.doc.tokens[marks[-1] + 1].start if marks else first
    opening = _COMING.match(page.doc.text[start : tree.span(modal).start])
    if opening is None or page.doc.text[tree.span(modal).end : span.end].endswith("?"):
        return None
    whole = trimmed(tree, min(span.start, start + opening.start()) if not marks else start, span.end)
    return Found(WatchpointKind.POSSIBILITY, index, whole) if whole is not None else None
