"""What somebody has still to decide: "will decide whether to charge him", "a vote on whether the ban stays", "is considering a proposal to …", "has yet to
sign". A page and a word in, a finding out.

What was decided, and what somebody was only asked, is none. Cases: cases/watchpoints.yml.
"""

from __future__ import annotations

from ...findings.watchpoint import WatchpointKind
from ...span import Span
from ..reality.clause import aux_words, is_infinitive, negation
from ..reality.shapes import Shape, shape
from ..reality.tree import Tree
from .clauses import clause_of, trimmed
from .deeds import tells_deed
from .found import Found, words_of
from .page import Page
from .questions import RHETORICAL
from .told_questions import HALTS, SELF, told_question

_ON = frozenset({"on", "over", "about", "as", "to", "upon", "around", "of"})
LEFT = frozenset({"seen", "decided", "determined"})
_WONDERS = frozenset({"wonder", "wonders", "wondering"})
_OPENERS = frozenset({"whether", "how", "who", "what", "when", "which", "where"})
ASKING = _OPENERS | {"if"}
_PAST = frozenset({"was", "were", "had", "did", "has", "have", "been"})
CONSIDERING = frozenset(
    {"considering", "debating", "weighing", "mulling", "contemplating", "reviewing", "studying", "discussing"}
)
_ENTITLED = frozenset(
    {
        "right",
        "rights",
        "power",
        "powers",
        "authority",
        "ability",
        "able",
        "free",
        "freedom",
        "used",
        "helped",
        "let",
        "lets",
        "allow",
        "allows",
        "allowing",
        "allowed",
    }
)
_REACH = 25


def undecided(page: Page, index: int) -> Found | None:
    """Give the question that is to be decided, whose predicate a word is."""
    tree = page.tree
    if tree.pos(index) not in ("VERB", "ADJ", "NOUN", "AUX") or ASKING.isdisjoint(tree.lows[max(0, index - _REACH) : index]):
        return None
    asking = _asking(tree, index)
    if asking is None:
        return None
    auxes = aux_words(tree, index) | {tree.low(i) for i in tree.under(index, "cop")}
    if auxes & _PAST or (shape(tree.low(index)) is Shape.PAST and not auxes):
        return None
    is_choice = (
        tree.low(asking) == "whether"
        or bool(auxes & {"will", "would", "should", "could", "may", "might"})
        or is_infinitive(tree, index)
    )
    if not is_choice or not _is_to_be_decided(tree, asking):
        return None
    return told_question(page, index, asking)


def _asking(tree: Tree, index: int) -> int | None:
    """Give the word that opens the clause of a predicate as a question; the predicate is the first verb behind it."""
    for at in range(index - 1, max(-1, index - _REACH), -1):
        low = tree.lows[at]
        if low in _OPENERS or (low == "if" and tree.low(at - 1) in ("see", *_WONDERS, "decide", "determine")):
            return at if tree.head(at) == index or _is_first_verb(tree, at, index) else None
        if low in HALTS:
            return None
    return None


def _is_first_verb(tree: Tree, at: int, index: int) -> bool:
    return tree.pos(index) == "VERB" and "VERB" not in tree.doc.pos[at + 1 : index]


def _is_to_be_decided(tree: Tree, asking: int) -> bool:
    """Tell "decide whether", "a decision on whether", "wonder how" from "decided whether", "the question of how" that was answered."""
    before = asking - 1
    if tree.low(before) in ("exactly", "just"):
        before -= 1
    if tree.low(before) == ")" or before < 0:
        return False
    low = tree.low(before)
    if low in SELF or SELF & {tree.low(before - 1), tree.low(before - 2)}:
        return False
    if low in _WONDERS:
        return True
    if low in words_of("decides") and tree.pos(before) in ("VERB", "NOUN"):
        auxes = aux_words(tree, before)
        above = tree.head(before)
        if above >= 0 and tree.low(above) in _ENTITLED:
            return False  # "the right of states to decide who …"
        if low == "see":
            return tree.low(before - 1) == "to" and tree.low(before - 2) in ("wait", "waiting", "watching", "be", "remains")
        if shape(low) is Shape.ING and not auxes & {"is", "are", "'s", "'re", "been"}:
            return False
        return not auxes & {"was", "were", "had", "could", "did"} and negation(tree, before) is None
    if low == "of" and tree.low(before - 1) in _SIGNS and tree.determiner(before - 1) == "no":
        return True  # "gave no sign of whether"
    if low in ("and", "or", ","):
        return _is_raised(tree, before)
    if low in _ON and tree.low(before - 1) in words_of("decisions"):
        noun = before - 1
        if tree.low(noun) in ("question", "questions", "doubt", "doubts"):
            above = tree.head(noun)
            return not (0 <= above < noun and tree.low(above) in ("asked", "answered", "ask", "answer", "asking", "answering"))
        return True
    return low in ("undecided", "unresolved")


_SIGNS = frozenset({"sign", "signs", "indication", "indications", "word", "clue", "hint"})
_RAISES = frozenset({"raise", "raises", "raised", "raising"})


def _is_raised(tree: Tree, before: int) -> bool:
    """Tell "raising questions about its reach, and whether it can hold the port", whose second question is joined to the first."""
    for at in range(before - 1, max(-1, before - _REACH), -1):
        if tree.low(at) in (".", "?", "!", ";", ":"):
            return False
        if tree.low(at) in ("question", "questions", "doubts"):
            return any(tree.low(i) in _RAISES for i in range(max(0, at - 3), at))
    return False


def considered_proposal(page: Page, index: int) -> Found | None:
    """Give "is considering a proposal to keep a base", "are debating a bill": a deed in view, told by the paper that proposes it."""
    tree = page.tree
    if tree.low(index) not in CONSIDERING or tree.pos(index) != "VERB" or negation(tree, index) is not None:
        return None
    auxes = aux_words(tree, index)
    if auxes & {"was", "were", "had", "may", "might", "could"} or not (
        auxes & {"is", "are", "'s", "'re", "been"} or tree.low(index - 1) in ("reportedly", "now")
    ):
        return None
    subject = page.subject(index)
    if subject is not None and tree.low(subject) in SELF:
        return None
    objects = [i for i in tree.under(index, "obj", "xcomp", "ccomp") if i > index]
    if not any(tree.low(i) in words_of("proposals") or tells_deed(page, i) for i in objects):
        return None
    span = page.clause(index)
    return Found(WatchpointKind.POSSIBILITY, index, span) if span is not None else None


def outstanding(page: Page, index: int) -> Found | None:
    """Give "has yet to sign the treaty", "are yet to decide": a deed still open."""
    tree = page.tree
    if tree.pos(index) != "VERB" or not is_infinitive(tree, index):
        return None
    to = next((i for i in range(index - 1, max(-1, index - 4), -1) if tree.low(i) == "to"), -1)
    if tree.low(to - 1) != "yet" or tree.low(to - 2) not in ("has", "have", "is", "are", "'ve", "'s"):
        return None
    if tree.low(index) not in ("decide", "determine", "say") and not tells_deed(page, index):
        return None
    subject = page.subject(index)
    if subject is None and tree.head(index) >= 0:
        subject = page.subject(tree.head(index))
    if subject is not None and tree.low(subject) in SELF:
        return None
    above = clause_of(tree, tree.head(index)) if tree.head(index) >= 0 else None
    whole = clause_of(tree, index)
    if whole is None:
        return None
    start = min(
        whole.start,
        tree.span(to - 2).start,
        above.start if above is not None and above.start < tree.span(to).start else whole.start,
    )
    span = trimmed(tree, start, whole.end)
    return Found(WatchpointKind.QUESTION, index, span) if span is not None and not page.is_short(span) else None


def left_to_see(page: Page, index: int) -> Found | None:
    """Give "the reach of the new court remains to be seen", whose subject is a noun."""
    tree = page.tree
    above = tree.head(index)
    if tree.low(index) not in LEFT or above < 0 or tree.low(above) not in ("remains", "remain"):
        return None
    subject = page.subject(above)
    span = page.clause(above)
    if subject is None or tree.pos(subject) != "NOUN" or span is None:
        return None
    return Found(WatchpointKind.QUESTION, index, span)


# Words that open a question put outright: of what stands or may come; behind a word that asks only of what may come.
_OPENS = frozenset("is are will can could would might may".split())
_OF_LATER = frozenset(("will",))
_US = frozenset(("we", "us", "our"))
_ASKS = frozenset("who what when where why how whether which".split())
_SHORTEST_PUT = 4


def put(page: Page, index: int) -> Found | None:
    """Give a question that the report itself puts outright, of whose sentence a word is the root: "Is the fall of the capital near?"."""
    tree = page.tree
    doc = tree.doc
    sentence = doc.sentence_at(tree.span(index).start)
    words = doc.tokens_in(sentence)
    if (
        len(words) < _SHORTEST_PUT
        or doc.word(words[-1]) != "?"
        or doc.heads[index] in words
        or doc.quotation_at(sentence.start) is not None
    ):
        return None
    first = tree.low(words[0])
    opens = {tree.low(i) for i in words[1:]} & _OF_LATER if first in _ASKS else {first} & _OPENS
    if not opens or (SELF | _US) & {tree.low(i) for i in words} or RHETORICAL.search(sentence.of(doc.text)):
        return None
    return Found(WatchpointKind.QUESTION, index, Span(doc.tokens[words[0]].start, doc.tokens[words[-1]].end))
