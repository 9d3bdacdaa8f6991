"""Possibilities, forecasts and set days: what a clause says may come, is likely to come, or will come on a day. A page and a word in, a finding out.

"May" and "could" of what was or is, "can" of ability, courtesies and negations are none. Cases: cases/watchpoints.yml.
"""

from __future__ import annotations

from ...findings.watchpoint import WatchpointKind
from ...span import Span
from ..reality.clause import auxiliaries, negation
from ..reality.shapes import Shape, shape
from .clauses import clause_of, stretch, trimmed
from .found import Found, forms
from .page import Page

_CHANCE = frozenset({"may", "might", "could"})
_FUTURE = frozenset({"will", "'ll", "wo"})
_PAST = frozenset({"was", "were", "had", "been"})
_SELF = frozenset({"i", "you", "one", "me", "we", "nobody", "no-one"})
_SOFT = frozenset({"well", "also", "even", "soon", "yet", "eventually", "again"})
_DEGREE = frozenset(
    {"very", "highly", "more", "most", "almost", "increasingly", "less", "quite", "extremely", "widely", "still", "not"}
)
_NOT_A_MOVE = frozenset({"thing", "things", "way", "question", "one", "what", "something", "nothing", "anything", "everything"})


def prospect(page: Page, index: int) -> Found | None:
    """Give what the clause of a predicate says may come."""
    tree = page.tree
    if tree.pos(index) not in ("VERB", "AUX", "ADJ", "NOUN", "PROPN"):
        return None
    words = {tree.low(i): i for i in auxiliaries(tree, index)}
    if not words and tree.pos(index) == "AUX":
        return None
    return _forecast(page, index, words) or _set_day(page, index, words) or _possibility(page, index, words)


def _possibility(page: Page, index: int, words: dict[str, int]) -> Found | None:
    tree = page.tree
    if tree.pos(index) not in ("VERB", "AUX") or "have" in words or negation(tree, index) is not None:
        return None
    modal = next((w for w in words if w in _CHANCE or w == "can"), None)
    if modal is None or tree.doc.tokens[words[modal]].of(tree.doc.text) == "May" and tree.pos(words[modal]) == "PROPN":
        return None
    subject = page.subject(index)
    low = tree.low(subject) if subject is not None else ""
    if subject is None or low in _SELF or tree.low(index) in forms("state"):
        return None
    if modal == "can" and (page.is_agent(subject) or low in _NOT_A_MOVE or tree.low(index) not in forms("effect")):
        return None
    if modal == "could" and (tree.low(index) in forms("sense") or _is_past_ability(page, index)):
        return None
    if modal == "may" and low in ("it", "that", "this", "there", "what") and tree.under(index, "ccomp"):
        return None
    return _of_clause(page, WatchpointKind.POSSIBILITY, index)


def _is_past_ability(page: Page, index: int) -> bool:
    """Tell "so that they could sleep", "where he could see": what somebody was able to do."""
    tree, marks = page.tree, set(page.tree.marks(index))
    if tree.kind(index) == "advcl" and marks & {"so", "so that", "where", "as", "before", "until", "when", "because"}:
        head = tree.head(index)
        return head >= 0 and shape(tree.low(head)) is Shape.PAST
    return bool(tree.has(index, "advmod", {"only", "barely", "hardly", "no", "as"}))


def _forecast(page: Page, index: int, words: dict[str, int]) -> Found | None:
    tree, low = page.tree, page.tree.low(index)
    if negation(tree, index) is not None and low not in ("likely", "expected"):
        return None
    adverb = next((i for i in tree.under(index, "advmod") if tree.low(i) in forms("adverb")), None)
    if adverb is not None and words.keys() & (_FUTURE | {"would"}) and "have" not in words:
        return _of_clause(page, WatchpointKind.FORECAST, index, likelihood=adverb)
    if low in forms("forecast") and not words.keys() & _PAST:
        complement = next(
            (
                i
                for i in tree.under(index, "xcomp", "ccomp", "csubj", "advcl")
                if i > index and "to" in tree.marks(i) or tree.kind(i) == "ccomp"
            ),
            None,
        )
        if complement is None or not words or tree.has(complement, "aux", {"have"}):
            return None
        return _of_clause(page, WatchpointKind.FORECAST, index, likelihood=index)
    if low in forms("foresee") and not words.keys() & _PAST and tree.pos(index) == "VERB":
        complement = next((i for i in tree.under(index, "ccomp", "xcomp") if i > index and tree.pos(i) == "VERB"), None)
        subject = page.subject(index)
        if complement is None or subject is None or tree.low(subject) in ("i", "you", "we"):
            return None
        return _of_clause(page, WatchpointKind.FORECAST, index, likelihood=index)
    return None


def _set_day(page: Page, index: int, words: dict[str, int]) -> Found | None:
    """Give what is set for a day to come: "will meet on Friday", "is due on 3 May", "the deadline is Monday"."""
    tree, low = page.tree, page.tree.low(index)
    is_set = low in _SET and not words.keys() & _PAST
    is_future = bool(words.keys() & _FUTURE) and "have" not in words
    is_deadline = any(tree.low(i) in forms("date") for i in tree.under(index, "nsubj", "obj"))
    if not (is_set or is_future or is_deadline) or negation(tree, index) is not None:
        return None
    span = clause_of(tree, index)
    time = page.time_in(span) if span is not None else None
    subject = page.subject(index)
    if span is None or time is None or (subject is not None and tree.low(subject) in ("i", "you", "we")):
        return None
    return Found(WatchpointKind.DEADLINE, index, span, time=time.span)


_SET = frozenset(
    {
        "scheduled",
        "due",
        "set",
        "slated",
        "planned",
        "expires",
        "expire",
        "opens",
        "begins",
        "starts",
        "takes",
        "ends",
        "convenes",
        "meets",
        "planning",
        "plans",
        "plan",
    }
)


def chance_of(page: Page, index: int) -> Found | None:
    """Give what a noun says may come: "the risk of a wider war"; its complement names an event, not a thing."""
    tree = page.tree
    if tree.pos(index) != "NOUN" or tree.low(index) not in forms("chance"):
        return None
    if tree.determiner(index) in ("no", "any", "little"):
        return None
    complement = next(
        (i for i in tree.under(index, "nmod", "acl") if i > index and set(tree.marks(i)) & {"of", "that", "for"}), None
    )
    if complement is None or (tree.kind(complement) == "nmod" and not _is_happening(tree.low(complement))):
        return None
    _, last = stretch(tree, complement)
    start = min([tree.start_of(index), *(i for i in tree.under(index, "amod", "det", "compound") if i < index)])
    span = trimmed(tree, tree.doc.tokens[start].start, tree.doc.tokens[last].end)
    return Found(WatchpointKind.POSSIBILITY, index, span, words=tree.span(index).of(tree.doc.text)) if span is not None else None


_HAPPENINGS = frozenset(
    "war wars attack attacks conflict famine invasion recession escalation strike strikes violence unrest coup collapse clash clashes retaliation default "
    "crackdown incursion offensive intervention shutdown shortage shortages outbreak epidemic pandemic disaster catastrophe confrontation sanctions boycott "
    "breakdown defeat victory takeover withdrawal resignation split ceasefire truce deal agreement talks elections election impeachment explosion".split()
)


def _is_happening(word: str) -> bool:
    return word in _HAPPENINGS


def _of_clause(page: Page, kind: WatchpointKind, index: int, *, likelihood: int | None = None) -> Found | None:
    tree = page.tree
    span = clause_of(tree, index)
    if span is None:
        return None
    words = None
    if likelihood is not None:
        first = likelihood
        while first > 0 and tree.low(first - 1) in _DEGREE:
            first -= 1
        words = Span(tree.doc.tokens[first].start, tree.span(likelihood).end).of(tree.doc.text)
    time = page.time_in(span)
    return Found(kind, index, span, words=words, time=time.span if time is not None else None)
