"""What somebody thinks will come, by an adjective or by a chance: "are confident that he will win", "it was doubtful he would pay", "has a chance to win", "always
a chance the vote could fail", "likely leaving the party in disarray". A page and a word in, a finding out. Cases: cases/watchpoints.yml.
"""

from __future__ import annotations

from ...findings.watchpoint import WatchpointKind
from ...span import Span
from ..reality.clause import aux_words, auxiliaries, is_infinitive, negation
from ..reality.shapes import Shape, shape
from ..reality.tree import Tree
from .clauses import clause_of, trimmed
from .deeds import tells_deed
from .found import Found, forms
from .page import Page

_CONFIDENT = frozenset(
    "confident convinced optimistic pessimistic doubtful skeptical sceptical adamant certain sure unlikely likely".split()
)
_AFRAID = frozenset("afraid worried concerned fearful anxious nervous wary scared".split())
AHEAD = frozenset({"will", "'ll", "wo", "would"})
MAY = frozenset({"may", "might", "could"})
_SELF = frozenset({"i", "you", "we", "one"})
CHANCES = frozenset("chance chances possibility risk danger likelihood probability threat".split())
SURELY = frozenset({"likely", "probably"})
PERHAPS = frozenset({"possibly", "potentially"})
WORSE = frozenset("worse better harder tougher bloodier deadlier costlier scarcer".split())
GETS = frozenset("get grow become turn go".split())


def believed(page: Page, index: int) -> Found | None:
    """Give the clause that an adjective of belief or fear has: its predicate is the word."""
    tree = page.tree
    auxes = aux_words(tree, index)
    if not auxes & (AHEAD | MAY) or "have" in auxes or negation(tree, index) is not None:
        return None
    word = _adjective(tree, index)
    if word is None or negation(tree, word) is not None:
        return None
    subject = page.subject(index)
    if subject is None or tree.low(subject) in _SELF:
        return None
    is_it = any(tree.low(i) == "it" for i in tree.under(word, "expl", "nsubj"))
    if "would" in auxes and not is_it and page.statement_at(index) is None:
        return None
    span = clause_of(tree, index)
    if span is not None and page.is_short(span) and tree.span(word).end < span.start:
        span = Span(tree.span(word).start, span.end)  # "confident that he will win"
    if span is None or page.is_short(span):
        return None
    kind = WatchpointKind.POSSIBILITY if auxes & MAY else WatchpointKind.FORECAST
    time = page.time_in(span, index)
    return Found(kind, index, span, words=tree.low(word), time=time.span if time is not None else None)


def _adjective(tree: Tree, index: int) -> int | None:
    """Give "confident", "doubtful", "afraid" above a clause, right before it or by the syntax."""
    words = _CONFIDENT | _AFRAID
    above = tree.head(index)
    if 0 <= above < index and tree.low(above) in words and tree.kind(index) in ("ccomp", "advcl", "csubj", "xcomp"):
        return above
    subject = next((i for i in tree.under(index, "nsubj") if i < index), None)
    before = tree.start_of(subject) - 1 if subject is not None else -1
    if before > 0 and tree.low(before) == "that":
        before -= 1
    return before if before > 0 and tree.low(before) in words else None


def chance_to(page: Page, index: int) -> Found | None:
    """Give "has a real chance to win", "there is always a chance the vote could fail"."""
    tree = page.tree
    if tree.low(index) not in CHANCES or tree.pos(index) != "NOUN" or tree.determiner(index) in ("no", "any", "little"):
        return None
    above = tree.head(index)
    if above >= 0 and negation(tree, above) is not None:
        return None
    clause = next((i for i in range(index + 2, min(index + _REACH, len(tree.doc.tokens))) if tree.pos(i) == "VERB"), None)
    if clause is None:
        return None
    is_to = (
        tree.low(index + 1) == "to"
        and tree.low(index) in ("chance", "chances")
        and tree.low(above) in ("has", "have", "stands", "stand")
    )
    is_to = is_to and is_infinitive(tree, clause) and clause <= index + 3
    auxes = aux_words(tree, clause)
    between = range(index + 1, clause)
    is_clause = bool(auxes & (MAY | AHEAD)) and not any(tree.low(i) in (",", ".", ";", ":", "and", "but") for i in between)
    is_clause = is_clause and tree.low(index + 1) not in ("of", "for", "to", "in", "that")
    if not is_to and not is_clause:
        return None
    subject = page.subject(above) if is_to else None
    whole = clause_of(tree, clause)
    if (
        whole is None
        or (subject is not None and tree.low(subject) in _SELF | {"who"})
        or (is_to and not tells_deed(page, clause) and tree.low(clause) != "win")
    ):
        return None
    start = tree.doc.tokens[tree.start_of(index)].start
    around = clause_of(tree, above) if is_to else None
    span = trimmed(tree, around.start if around is not None and around.start < start else start, whole.end)
    return Found(WatchpointKind.POSSIBILITY, clause, span, words=tree.low(index)) if span is not None else None


# Words between a chance and the verb of what may come.
_REACH = 12


def beside(page: Page, index: int) -> Found | None:
    """Give what a deed is likely to bring, told by a participle: "likely leaving the party in disarray", "possibly sparking a trade war"."""
    tree = page.tree
    word = tree.low(index - 1)
    if word not in SURELY | PERHAPS or shape(tree.low(index)) is not Shape.ING or tree.pos(index) != "VERB":
        return None
    if auxiliaries(tree, index) or not tree.under(index, "obj", "obl", "ccomp", "xcomp"):
        return None
    span = clause_of(tree, index)
    if span is None:
        return None
    span = trimmed(tree, tree.span(index - 1).start, span.end)
    if span is None or page.is_short(span):
        return None
    kind = WatchpointKind.FORECAST if word in SURELY else WatchpointKind.POSSIBILITY
    return Found(kind, index, span, words=word)


def worsening(page: Page, index: int) -> Found | None:
    """Give "the shortage will get worse", "it will become harder to feed the camp"."""
    tree = page.tree
    if tree.low(index) not in GETS | WORSE or negation(tree, index) is not None:
        return None
    auxes = aux_words(tree, index)
    is_worse = tree.low(index) in WORSE or any(tree.low(i) in WORSE for i in (index + 1, index + 2))
    subject = page.subject(index)
    if (
        not auxes & {"will", "'ll"}
        or "have" in auxes
        or not is_worse
        or subject is None
        or tree.low(subject) in _SELF | {"he", "she"}
    ):
        return None
    span = page.clause(index)
    if span is None or tree.low(index) in forms("state"):
        return None
    return Found(WatchpointKind.FORECAST, index, span)
