"""What nobody will tell yet: "would not say whether the port will open", "has not confirmed that it will attend", "asked if he would resign", "whether it
will hold is another matter", "no date has been fixed". A page and a word in, a finding out.

What is withheld of what was or is, is none. Cases: cases/watchpoints.yml.
"""

from __future__ import annotations

from ...findings.watchpoint import WatchpointKind
from ..reality.clause import aux_words, negation
from ..reality.tree import Tree
from .clauses import clause_of, trimmed
from .found import Found
from .page import Page
from .told_questions import HALTS, told_question

ASKING = frozenset({"whether", "if", "when", "how", "who", "where", "what", "which", "that"})
_AHEAD = frozenset({"will", "'ll", "wo", "would", "could", "may", "might", "shall"})
_MEANT = frozenset({"meant", "planned", "intended", "due", "going", "expected", "ready", "means", "plans", "intends", "meaning"})
_TELLS = frozenset(
    "say said saying says confirm confirmed confirming disclose disclosed disclosing reveal revealed revealing announce announced announcing indicate indicated specify "
    "specified clarify clarified tell told telling known drawn answer answered decide decided deciding determine determined predict speculate discuss elaborate".split()
)
_REFUSES = frozenset(
    "declined declines decline declining refused refuses refuse refusing unable unwilling without neither nor".split()
)
_NO_WORD = frozenset({"nothing", "silent", "silence", "mum", "tight-lipped", "coy", "vague"})
_ON = frozenset({"on", "about", "as", "to", "over"})
_ASKS = frozenset({"asked", "pressed", "questioned", "quizzed"})
_WAS = frozenset({"was", "were", "been", "is", "are", "has", "have", "had", "be"})
PREDICATES = ("VERB", "NOUN", "AUX", "ADJ")
# Words before the asking one within which something is withheld, and words between the asking one and the predicate.
_REACH, _LONGEST = 7, 22


def withheld(page: Page, index: int) -> Found | None:
    """Give the question of what will be that somebody does not answer, or that nobody has answered, whose predicate a word is."""
    tree = page.tree
    asking = _asking(tree, index) if tree.pos(index) in PREDICATES and _is_ahead(tree, index) else None
    if asking is None:
        return None
    if not (_is_untold(tree, asking) or (tree.low(asking) in ("whether", "if", "when", "how") and _is_put(tree, asking))):
        return None
    return told_question(page, index, asking)


def _is_ahead(tree: Tree, index: int) -> bool:
    """Tell a predicate of what will be: "would attend", "meant to use it"."""
    auxes = aux_words(tree, index)
    is_meant = tree.low(index) in _MEANT and any("to" in tree.marks(i) for i in tree.under(index, "xcomp", "ccomp", "advcl"))
    return (bool(auxes & _AHEAD) and not auxes & {"have", "'ve"}) or is_meant


def _asking(tree: Tree, index: int) -> int | None:
    """Give the word that opens the clause of a predicate as a question."""
    for at in range(index - 1, max(-1, index - _LONGEST), -1):
        low = tree.lows[at]
        if low in HALTS:
            return None
        if low in ASKING and (tree.head(at) == index or not _has_verb(tree, at, index)):
            return at
    return None


def _has_verb(tree: Tree, at: int, index: int) -> bool:
    return "VERB" in tree.doc.pos[at + 1 : index] and any(
        tree.pos(i) == "VERB" and tree.kind(i) not in ("acl", "amod") for i in range(at + 1, index)
    )


def _is_untold(tree: Tree, asking: int) -> bool:
    """Tell "would not say", "declined to be drawn on", "said nothing about" right before the word that asks."""
    near = range(max(0, asking - _REACH), asking)
    ends = [i for i in near if tree.low(i) in (".", "?", "!", ";", "”", '"', ",")]
    near = range(ends[-1] + 1 if ends else near.start, asking)
    lows = [tree.low(i) for i in near]
    if {"i", "you"} & set(lows):
        return False
    teller = next((i for i in reversed(near) if tree.low(i) in _TELLS), None)
    is_that = tree.low(asking) == "that"
    if teller is not None and not is_that and set(lows) & _REFUSES:
        return True
    if teller is not None and _is_denied(tree, teller, near.start):
        return not is_that or tree.low(teller) in ("confirm", "confirmed", "announced", "decided")
    is_silent = bool(lows) and lows[-1] in _ON and bool(set(lows[-5:]) & _NO_WORD)
    return is_silent and not is_that


def _is_denied(tree: Tree, teller: int, first: int) -> bool:
    denied = negation(tree, teller)
    return denied is not None or any(tree.low(i) in ("not", "n't", "cannot") for i in range(max(first, teller - 5), teller))


def _is_put(tree: Tree, asking: int) -> bool:
    """Tell "asked whether", "pressed to say when", a participle, from "they asked him if"."""
    at = asking - 1
    while at > 0 and tree.low(at) in ("to", "say", "on", "about", "by", "repeatedly", "directly"):
        at -= 1
    if tree.low(at) not in _ASKS:
        at = next((i for i in range(asking - 1, max(-1, asking - _LONG_ASKED), -1) if tree.low(i) in _ASKS), at)
        if any(tree.low(i) == "," for i in range(at, asking)):
            return False
    opens = tree.span(at).start == tree.doc.sentence_at(tree.span(at).start).start or tree.low(at - 1) in ("when", ",", "and")
    return tree.low(at) in _ASKS and opens and not tree.under(at, "nsubj") and not aux_words(tree, at) & _WAS


# Words between "pressed by the committee to say" and "whether".
_LONG_ASKED = 12
_VERDICTS = frozenset({"is", "remains", "was", "seems", "depends", "hangs", "will"})


def whether_is(page: Page, index: int) -> Found | None:
    """Give "whether the truce will hold is another matter": a question that opens its sentence and of which something is said."""
    tree = page.tree
    first = _first_word(tree, index)
    if (
        tree.pos(index) not in PREDICATES
        or tree.low(first) not in ("whether", "how", "when")
        or index - first > _LONGEST
        or index <= first
    ):
        return None
    auxes = aux_words(tree, index)
    if not auxes & (_AHEAD | {"can"}) or "have" in auxes:
        return None
    inside = tree.doc.tokens_in(tree.doc.sentence_at(tree.span(index).start))
    verdict = next((i for i in range(index + 1, inside.stop) if tree.low(i) in _VERDICTS and i not in _group(tree, index)), None)
    if verdict is None or any(tree.low(i) in (",", "?") for i in range(first, verdict)) or tree.low(inside.stop - 1) == "?":
        return None
    span = trimmed(tree, tree.span(first).start, tree.span(verdict - 1).end)
    return Found(WatchpointKind.QUESTION, index, span) if span is not None and len(span.of(page.doc.text).split()) > 1 else None


def _first_word(tree: Tree, index: int) -> int:
    """Give the first word of a sentence behind "and", "but" and a quotation mark."""
    inside = tree.doc.tokens_in(tree.doc.sentence_at(tree.span(index).start))
    return next((i for i in inside if tree.low(i) not in ("and", "but", '"', "“", "``")), index)


def _group(tree: Tree, index: int) -> list[int]:
    return tree.under(index, "aux", "cop")


_SETTLES = frozenset("decided fixed agreed settled set reached taken determined resolved finalised finalized confirmed".split())
_DATES = frozenset(
    "date dates decision decisions agreement venue timetable timeline schedule consensus deadline compromise".split()
)
_THINKS = frozenset({"thinking", "deliberating", "pondering", "discussed", "negotiated", "discussing", "negotiating"})
SETTLES = _SETTLES | _THINKS | {"worked", "open", "undecided", "unresolved", "unsettled", "decide", "settle"}


def unsettled(page: Page, index: int) -> Found | None:
    """Give "nothing has been decided", "no date has been fixed", "the council has not decided", "it is still being worked out"."""
    tree, low = page.tree, page.tree.low(index)
    subject = page.subject(index)
    if low not in SETTLES or tree.pos(index) not in ("VERB", "ADJ") or subject is None or tree.low(subject) in ("i", "you"):
        return None
    auxes = aux_words(tree, index)
    is_nothing = tree.low(subject) == "nothing" or (tree.determiner(subject) == "no" and tree.low(subject) in _DATES)
    is_none = is_nothing and low in _SETTLES and bool(auxes & {"been", "was"})
    is_not_yet = low in ("decided", "agreed", "settled") and negation(tree, index) is not None and bool(auxes & {"has", "have"})
    is_not_yet = is_not_yet and not any(tree.low(i) in ASKING | {"to", "on"} for i in range(index + 1, index + 3))
    is_still = tree.low(index - 1) == "still" or tree.low(index - 2) == "still"
    is_pending = is_still and (low in _THINKS or (low == "worked" and tree.low(index + 1) == "out")) and bool(auxes & _OF_NOW)
    is_open = low in ("open", "undecided", "unresolved", "unsettled") and tree.low(subject) in _OPEN_MATTERS
    is_open = is_open and tree.low(index - 1) in ("remains", "remain", "remained", "is", "still", "left")
    if not (is_none or is_not_yet or is_pending or is_open):
        return None
    span = clause_of(tree, index)
    return Found(WatchpointKind.QUESTION, index, span) if span is not None and not page.is_short(span) else None


_OF_NOW = frozenset({"is", "are", "'s", "'re", "was", "were", "being"})
_OPEN_MATTERS = frozenset({"question", "questions", "matter", "issue", "issues", "fate", "future", "status", "dispute"})
