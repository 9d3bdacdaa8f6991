"""Open questions that are told: "it is unclear whether the talks will resume", "nobody knows who will pay". A page and a word in, a finding out.

The clause asked about must be to come; what was, and what somebody asks or declines to say, is none. Cases: cases/watchpoints.yml.
"""

from __future__ import annotations

from ..reality.clause import aux_words
from ..reality.shapes import Shape, shape
from ..reality.tree import Tree
from .clauses import subject_start
from .found import Found, forms
from .page import Page
from .told_questions import HALTS, told_question

ASKING = frozenset({"whether", "how", "when", "who", "what", "where", "which", "if", "why"})
_AHEAD = frozenset({"will", "'ll", "wo", "would", "could", "may", "might", "can", "should"})
_WAS = frozenset({"was", "were", "had", "did", "have", "has"})
_OPEN = frozenset({"unclear", "uncertain", "unknown", "unsure", "undecided", "unresolved"})
# Open where they are denied: "not clear whether", "nobody knows how".
_SETTLED = frozenset(
    {"clear", "known", "certain", "sure", "decided", "know", "knows", "say", "said", "settled", "agreed", "decide"}
)
_FAR = (["from", "clear"], ["from", "certain"], ["from", "settled"])
_STATES = frozenset("know knows has have want wants like likes believe believes think thinks live lives exist exists".split())
# Of now, and of what will be: "unclear whether the force is able to hold the town".
_FIT = frozenset({"enough", "able", "ready", "willing", "capable", "sufficient", "prepared", "likely"})
_DENIED = frozenset({"not", "n't", "nobody", "no-one", "none", "nor", "neither", "no", "few", "yet", "never"})
_ASKED = frozenset({"question", "questions", "doubt", "doubts", "uncertainty"})
# Words before the asking one within which it is called open.
_REACH = 6


def unknown(page: Page, index: int) -> Found | None:
    """Give the open question whose predicate a word is, None where nothing calls it open."""
    tree = page.tree
    if tree.pos(index) not in ("VERB", "ADJ", "NOUN", "AUX"):
        return None
    if ASKING.isdisjoint(tree.lows[max(0, index - _LONGEST) : index]) or _is_no_predicate(tree, index):
        return None
    asking = _asking(tree, index)
    if asking is None:
        return None
    auxes = aux_words(tree, index)
    is_choice = tree.low(index - 1) == "to" and tree.low(index - 2) == "whether"
    is_left = tree.low(asking - 1) in ("decided", "determined", "settled") and tree.low(asking - 2) == "be"
    is_present = shape(tree.low(index)) in (Shape.THIRD, Shape.BASE) and not auxes & _WAS
    is_left = is_left or (is_present and _is_open_after(tree, index))
    is_left = is_left or (is_present and tree.low(index) in ("comes", "happens", "follows") and tree.low(index + 1) == "next")
    is_held = (
        is_present and tree.pos(index) == "VERB" and tree.low(index) not in _STATES and tree.low(index) not in forms("state")
    )
    is_held = is_held or (tree.low(index) in _FIT and not {tree.low(i) for i in tree.under(index, "cop")} & _WAS)
    is_left = is_left or (is_held and tree.low(asking) in ("whether", "if") and _is_open(tree, asking))
    if not is_choice and not is_left and (not auxes & _AHEAD or "have" in auxes):
        return None
    if not (is_left or _is_open(tree, asking) or _is_open_after(tree, index)):
        return None
    return told_question(page, index, asking)


def _is_no_predicate(tree: Tree, index: int) -> bool:
    """Tell a noun with its article that nothing is said with: "what *the alliance* did is not clear"."""
    return tree.pos(index) == "NOUN" and bool(tree.under(index, "det")) and not tree.under(index, "cop", "nsubj", "aux")


# Words between the asking one and the predicate.
_LONGEST = 25


def _asking(tree: Tree, index: int) -> int | None:
    """Give the word that opens the clause as a question."""
    near = range(index - 1, max(-1, index - _LONGEST), -1)
    nearest = next((low for at in near if (low := tree.lows[at]) in ASKING or low in HALTS), None)
    if nearest not in ASKING:
        return None
    start = min(subject_start(tree, index, after=-1), index)
    for at in near:
        low = tree.lows[at]
        if low in ASKING and (at <= start or (tree.head(at) == index and at < index)):
            return at
        if low in HALTS or (at < start - 1 and low in ("that", "said", "says")):
            return None
    return None


def _is_open_after(tree: Tree, index: int) -> bool:
    """Tell "what the alliance will do is not clear": what the question is the subject of is open."""
    above = tree.head(index)
    if above > index and tree.low(above) == "far" and [tree.low(above + 1), tree.low(above + 2)] in _FAR:
        return True
    if tree.kind(index) not in ("csubj", "nsubj") or above <= index:
        return False
    low = tree.low(above)
    if low in ("question", "guess") or low in ("depends", "depend"):
        return tree.pos(above) == "VERB" or tree.has(above, "amod", {"open"}) or tree.has(above, "nmod", {"anyone", "anybody"})
    return low in _OPEN or (low in _SETTLED and tree.has(above, "advmod", {"not", "n't", "never"}))


def _is_open(tree: Tree, asking: int) -> bool:
    """Tell whether the words before call it open."""
    before = [tree.low(i) for i in range(max(0, asking - _REACH), asking)]
    ends = [place for place, low in enumerate(before) if low in (".", "?", "!", ";")]
    before = before[ends[-1] + 1 :] if ends else before
    if not before or {"i", "you"} & set(before):
        return False
    near = before[-3:]
    if any(low in _OPEN for low in near) or before[-3:] == ["to", "be", "seen"] or before[-2:] == ["be", "seen"]:
        return True
    if near[-1] in ("wonder", "wonders", "wondering"):
        return True
    if "early" in near and near[-1] in ("say", "tell", "know"):
        return True
    if any(low in _ASKED for low in near) and tree.low(asking) in ("whether", "how", "who", "what", "when"):
        if before[-1] in ("is", "remains", "was") or before[-1] in _ASKED:
            return True
        return "question" not in near and before[-1] in (
            "about",
            "over",
            "as",
            "on",
            "to",
            "of",
        )  # not "asked a question about whether"
    return any(low in _SETTLED - {"say", "said"} for low in near[-2:]) and any(low in _DENIED for low in before)
