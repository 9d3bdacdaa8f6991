"""Participles behind their noun that say what will be: "talks scheduled to continue on Tuesday", "a ruling expected in May". A page and a word in, a finding
out. Cases: cases/watchpoints.yml.
"""

from __future__ import annotations

from ...findings.watchpoint import WatchpointKind
from ...span import Span
from ..calendar.time_words import TimeWords
from ..reality.clause import auxiliaries, is_infinitive, negation
from ..reality.tree import Tree
from ..times import times_in
from .clauses import stretch, trimmed
from .deadlines import concerns_reader
from .deeds import tells_deed
from .found import Found, forms
from .page import Page

PARTICIPLES = frozenset("expected scheduled set slated due planned likely projected forecast poised billed positioned".split())
_BE = frozenset("is are 's 're was were be been am".split())
_BETWEEN = frozenset({",", "previously", "originally", "now", "currently", "widely", "most"})
_AFTER = frozenset("to for in on by later next this at tomorrow".split())
# Of these a day makes no set day: it is still a forecast.
_FORESEEN = frozenset({"expected", "likely", "projected", "forecast"})


def reduced(page: Page, index: int) -> Found | None:
    """Give what a participle behind its noun says will be."""
    tree = page.tree
    noun = _noun(tree, index)
    if noun is None:
        return None
    deed = next((i for i in tree.under(index, "xcomp", "advcl", "ccomp", "acl") if i > index and is_infinitive(tree, i)), None)
    if deed is None and tree.low(index + 1) == "to":
        deed = next((i for i in range(index + 2, min(index + 5, len(tree.doc.tokens))) if is_infinitive(tree, i)), None)
    last = max(stretch(tree, i)[1] for i in (index, deed) if i is not None)
    end = min(tree.doc.tokens[last].end, tree.doc.sentence_at(tree.span(index).start).end)
    end = max(end, _end_of_day(page, index))
    span = trimmed(tree, tree.doc.tokens[tree.start_of(noun)].start, end)
    if span is None or page.is_short(span) or concerns_reader(tree, span):
        return None
    time = _day(page, span, index)
    if deed is None and (time is None or not (tells_deed(page, noun) or tree.low(noun) in forms("turn"))):
        return None
    low = tree.low(index)
    kind = WatchpointKind.FORECAST if time is None or low in _FORESEEN else WatchpointKind.DEADLINE
    words = low if low in forms("forecast") - {"set", "slated"} else None
    return Found(kind, index if deed is None else deed, span, words=words, time=time.span if time is not None else None)


def _noun(tree: Tree, index: int) -> int | None:
    """Give the noun that a participle stands behind, None for one with a verb "to be" of its own."""
    if tree.low(index) not in PARTICIPLES or tree.pos(index) not in ("VERB", "ADJ") or auxiliaries(tree, index):
        return None
    if tree.under(index, "cop", "nsubj", "aux") or tree.low(index - 1) in _BE | {"not", "as", "than", "more"}:
        return None
    noun = index - 1
    for _ in range(2):
        noun -= tree.low(noun) in _BETWEEN
    is_behind = noun >= 0 and tree.pos(noun) in ("NOUN", "PROPN", "NUM") and tree.low(index + 1) in _AFTER
    return noun if is_behind and negation(tree, index) is None else None


def _end_of_day(page: Page, index: int) -> int:
    """Give the end of the words of time right behind a participle, whatever the syntax hangs them on; 0 where there are none."""
    at = page.tree.span(index).end
    near = times_in(page.times, Span(at, min(at + _CLOSE, len(page.doc.text))))
    return next((t.span.end for t in near if len(page.doc.text[at : t.span.start].split()) <= 1), 0)


# Characters behind a participle within which words of time stand right behind it.
_CLOSE = 40


def _day(page: Page, span: Span, index: int) -> TimeWords | None:
    time = page.time_in(span, index) or page.day_in(span)
    return time if time is not None and time.span.start > page.tree.span(index).start else None
