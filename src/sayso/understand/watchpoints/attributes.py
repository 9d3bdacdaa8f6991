"""Happenings to come that a word before them says are: "a possible ceasefire", "the looming showdown", "an expected accord", "threats of attacks", "at risk of
being deported", "faces up to ten years in prison". A page and a word in, a finding out. Cases: cases/watchpoints.yml.
"""

from __future__ import annotations

from ...findings.watchpoint import WatchpointKind
from ..reality.clause import auxiliaries, negation
from ..reality.shapes import Shape, shape
from ..reality.tree import Tree
from .clauses import clause_of, objects_of, stretch, trimmed
from .deeds import is_deed_noun
from .found import Found
from .page import Page

_POSSIBLE = frozenset({"possible", "potential", "looming", "feared", "proposed"})
_LIKELY = frozenset({"likely", "expected", "impending", "imminent", "planned", "upcoming", "forthcoming", "scheduled", "pending"})
AWAITS, FACES = frozenset({"awaiting", "awaits", "await"}), frozenset({"face", "faces"})
BRACES, LOOMS = frozenset({"brace", "braces", "bracing", "braced"}), frozenset({"looms", "loom", "looming"})
RISKS = frozenset({"risk", "danger"})
_NO = frozenset({"no", "any", "every", "other", "all"})
EVENTS = frozenset(
    "change shift resurgence split attack endorsement run breakthrough resolution settlement candidacy visit meeting accord "
    "coup crisis raid uprising default collapse vote cut cuts".split()
)
_FEWEST_WORDS = 3
# Words of the phrase beyond which it is a list or a wrong tree.
_LONGEST = 25


def attributed(page: Page, index: int) -> Found | None:
    """Give the happening that an adjective says may come or is to come."""
    tree = page.tree
    if tree.pos(index) != "NOUN" or not (is_deed_noun(page, index) or tree.low(index) in EVENTS):
        return None
    adjective = next((i for i in tree.under(index, "amod") if i < index and tree.low(i) in _POSSIBLE | _LIKELY), None)
    if adjective is None and tree.low(index - 1) in _POSSIBLE | _LIKELY:
        adjective = index - 1
    if (
        adjective is None
        or tree.low(adjective - 1) == "-"
        or tree.determiner(index) in _NO
        or tree.low(adjective - 1) in ("as", "most", "more", "least", "all")
        and tree.low(adjective) in ("possible", "likely")
    ):
        return None
    above = tree.head(index)
    if above >= 0 and (negation(tree, above) is not None or tree.low(above) in _UNDONE):
        return None
    first = min([adjective, *(i for i in tree.under(index, "det", "amod", "compound", "nmod", "nummod") if i < index)])
    if first > 0 and tree.pos(first - 1) == "DET":
        first -= 1  # an article that the syntax hangs on the adjective
    last = _own_end(tree, index, stretch(tree, index)[1])
    span = trimmed(tree, tree.doc.tokens[first].start, tree.doc.tokens[last].end)
    if span is None or not _FEWEST_WORDS <= len(span.of(page.doc.text).split()) <= _LONGEST:
        return None
    time = page.time_in(span, index)
    if tree.low(adjective) in _LIKELY and time is None and len(span.of(page.doc.text).split()) <= _FEWEST_WORDS:
        return None  # "the upcoming election"
    kind = WatchpointKind.POSSIBILITY if tree.low(adjective) in _POSSIBLE else WatchpointKind.FORECAST
    return Found(kind, index, span, words=tree.low(adjective), time=time.span if time is not None else None)


_UNDONE = frozenset(
    "deny denied denies cancel cancelled canceled canceling cancelling scrap scrapped foiled foil thwarted thwart averted dismissed".split()
)


def _own_end(tree: Tree, index: int, last: int) -> int:
    """End the phrase before a relative clause that only adds, behind a comma."""
    comma = next((i for i in range(index + 1, last + 1) if tree.low(i) in (",", ";", "—", "–", ":")), None)
    return last if comma is None else comma - 1


def awaited(page: Page, index: int) -> Found | None:
    """Give "is awaiting a court appearance on Friday", "awaits the ruling": what somebody waits for."""
    tree = page.tree
    if tree.low(index) not in AWAITS or tree.pos(index) != "VERB" or negation(tree, index) is not None:
        return None
    awaits = next((i for i in objects_of(tree, index) if is_deed_noun(page, i)), None)
    is_past = any(tree.low(i) in ("was", "were", "had") for i in auxiliaries(tree, index))
    if awaits is None or is_past:
        return None
    last = _own_end(tree, awaits, stretch(tree, awaits)[1])
    span = clause_of(tree, index)
    span = trimmed(tree, tree.span(index).start, max(tree.doc.tokens[last].end, span.end if span is not None else 0))
    if span is None or page.is_short(span, fewest=_FEWEST_WORDS):
        return None
    time = page.day_in(span) or page.time_in(span, index)
    kind = WatchpointKind.FORECAST if time is None else WatchpointKind.DEADLINE
    return Found(kind, index, span, time=time.span if time is not None else None)


def braced(page: Page, index: int) -> Found | None:
    """Give "the town braces for a siege", "a strike looms at the port"."""
    tree = page.tree
    if negation(tree, index) is not None:
        return None
    low = tree.low(index)
    is_braced = low in BRACES and "for" in (tree.low(index + 1), tree.low(index + 2))
    subject = page.subject(index)
    looms = low in LOOMS and subject is not None and is_deed_noun(page, subject) and tree.kind(index) != "amod"
    span = page.clause(index, fewest=_FEWEST_WORDS) if is_braced or looms else None
    if span is None or (subject is not None and tree.low(subject) in ("i", "you")):
        return None
    return Found(WatchpointKind.POSSIBILITY, index, span)


def at_risk(page: Page, index: int) -> Found | None:
    """Give "are at risk of being deported", "in danger of collapse"."""
    tree = page.tree
    if tree.low(index) not in RISKS or tree.low(index - 1) not in ("at", "in") or tree.low(index + 1) != "of":
        return None
    told = [
        i
        for i in range(index + 2, min(index + 6, len(tree.doc.tokens)))
        if shape(tree.low(i)) is Shape.ING or is_deed_noun(page, i)  # "of being shot", "of collapse"
    ]
    above = tree.head(index)
    anchor = index if tree.under(index, "cop", "nsubj") or above < 0 else above
    if not told or negation(tree, anchor) is not None or {"was", "were", "had"} & {tree.low(i) for i in (index - 2, index - 3)}:
        return None
    span = clause_of(tree, anchor)
    if span is None or span.end <= tree.span(index).end:
        last = stretch(tree, told[0])[1]
        span = trimmed(tree, tree.span(index - 1).start, tree.doc.tokens[last].end)
    return Found(WatchpointKind.POSSIBILITY, anchor, span, words=tree.low(index)) if span is not None else None


def faced(page: Page, index: int) -> Found | None:
    """Give "faces up to ten years in prison", "face deportation": what a court or state may do to somebody."""
    tree = page.tree
    if tree.low(index) not in FACES or tree.pos(index) != "VERB" or negation(tree, index) is not None:
        return None
    objects = [i for i in tree.under(index, "obj", "obl") if i > index]
    if not any(tree.low(i) in _PENALTIES or _is_term(tree, i) for i in objects):
        return None
    subject = page.subject(index)
    if subject is not None and tree.low(subject) in ("i", "you", "anyone", "those", "offenders"):
        return None
    span = page.clause(index, fewest=_FEWEST_WORDS)
    return Found(WatchpointKind.POSSIBILITY, index, span) if span is not None else None


_PENALTIES = frozenset(
    "deportation extradition impeachment prosecution trial eviction execution jail prison imprisonment dismissal expulsion sanctions recall suspension sentence hearing runoff".split()
)


def _is_term(tree: Tree, index: int) -> bool:
    """Tell "ten years in prison", "a maximum sentence of 20 years", "the death penalty"."""
    if tree.low(index) in ("penalty", "sentence", "squad") and tree.low(index - 1) in (
        "death",
        "firing",
        "life",
        "jail",
        "prison",
    ):
        return True
    return tree.low(index) in ("years", "months", "life", "maximum", "penalty") and any(
        tree.low(i) in ("prison", "jail", "imprisonment", "custody", "bars")
        for i in range(index + 1, min(index + 7, len(tree.doc.tokens)))
    )
