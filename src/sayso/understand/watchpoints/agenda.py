"""What stands on somebody's list with its day: "ministers meet in Oslo on Thursday", "Monday: the court rules on the ban", "the envoy is expected in Oslo
next week", "promised elections by the spring". A page and a word in, a finding out.

The day must be ahead, and the deed one of politics or conflict. Cases: cases/watchpoints.yml.
"""

from __future__ import annotations

import re

from ...findings.watchpoint import WatchpointKind
from ...span import Span
from ..calendar.time_words import TimeWords
from ..reality.clause import aux_words, is_infinitive, negation
from ..reality.shapes import Shape, shape
from ..reality.tree import Tree
from ..times import times_in
from .clauses import clause_of
from .deadlines import SET, TIMETABLE, concerns_reader, is_its_own, set_day
from .deeds import act_share, ahead_share, is_deed_noun, tells_deed
from .found import Found
from .page import Page

DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday tomorrow tonight afternoon evening weekend next today january february march april may june july august "
    "september october november december".split()
)
_LISTED = SET | TIMETABLE | {"faces", "face"}
# Verbs of which a form is past and present in one: their day may be behind.
_TWOFOLD = frozenset("put cut hit set let shut quit bid bet cost hurt read spread split cast burst rid upset beat".split())
_SELF = frozenset({"i", "you", "we", "who", "that", "which"})
PLACED = frozenset({"expected", "due", "wanted", "awaited"})
_IS = frozenset({"is", "are", "'s", "'re"})
PROMISES = frozenset(
    "plan plans planning promise promises promised promising pledge pledges pledged pledging announce announces announced call calls called schedule schedules summon summoned".split()
)
_NOUNS = ("NOUN", "PROPN")
_BEFORE_DAY = re.compile(r"\b(?:on|by|before|in|for|within|from|until|at|this|next|to)\b|^\s*$")
_OF_LIST = re.compile(r"^\s*[:–—]\s*$")


def on_agenda(page: Page, index: int) -> Found | None:
    """Give what the present tense sets on a day ahead: "delegations meet this afternoon", "Friday: the ultimatum runs out"."""
    tree, low = page.tree, page.tree.low(index)
    is_present = shape(low) in (Shape.THIRD, Shape.BASE) and not aux_words(tree, index) and not is_infinitive(tree, index)
    is_let = tree.low(index - 1) in _LETS or (tree.head(index) >= 0 and tree.low(tree.head(index)) in _LETS)
    if (
        tree.pos(index) != "VERB"
        or not is_present
        or is_let
        or low in _TWOFOLD
        or page.doc.report.published is None
        or "to" in tree.marks(index)
    ):
        return None
    subject = page.subject(index)
    if subject is None or tree.low(subject) in _SELF or negation(tree, index) is not None:
        return None
    span = clause_of(tree, index)
    if span is None or page.is_short(span) or concerns_reader(tree, span):
        return None
    listed, time = _listed(page, span), _own_day(page, span, index)
    is_sure = listed is not None or (time is not None and time.span.of(page.doc.text).lower().startswith(("tomorrow", "next ")))
    is_deed = tells_deed(page, index) or low in _LISTED or ahead_share(page, index) >= _AHEAD
    time = listed or time
    if (
        not (is_sure or is_deed)
        or time is None
        or not (page.is_agent(subject) or is_deed_noun(page, subject) or act_share(page, index) >= _AHEAD)
    ):
        return None
    return Found(WatchpointKind.DEADLINE, index, span, time=time.span)


# Share of the heads for acts and for what may come from which a word of the present tells a deed.
_AHEAD = 0.25


def _listed(page: Page, span: Span) -> TimeWords | None:
    """Give the day that opens a line of a list of dates: "Monday: …"."""
    sentence = page.doc.sentence_at(span.start)
    for time in times_in(page.times, Span(sentence.start, span.start)):
        opens = not page.doc.text[sentence.start : time.span.start].strip(" •-*") and _OF_LIST.match(
            page.doc.text[time.span.end : span.start]
        )
        if opens and time.type in ("DATE", "TIME"):
            return page.day_in(time.span)
    return None


def _own_day(page: Page, span: Span, index: int) -> TimeWords | None:
    """Give the day of a predicate, ahead when a weekday is read forward: behind it, or before it as the first words of the clause."""
    time, tree = page.day_in(span, yearly=False), page.tree
    if time is None or not (_hangs_on(tree, time.span, index) or time.span.start - span.start < _OPENING):
        return None
    if time.span.start < tree.span(index).start and time.span.start - span.start >= _OPENING:
        return None
    words = page.doc.text[max(0, time.span.start - 6) : time.span.start].split()
    return time if not words or words[-1].lower() not in _NO_DAY else None


def _hangs_on(tree: Tree, time: Span, index: int) -> bool:
    """Tell whether words of time are a predicate's own; of a verb that sets an event they may hang on the event: "hold a vote on Friday"."""
    top = tree.top_of(time)
    is_near = top is not None and tree.head(top) == index
    return is_near or (tree.low(index) in _LISTED and is_its_own(tree, time, index))


_NO_DAY = frozenset("of the a an every each most since after last for".split())
_LETS = frozenset({"let", "lets", "letting", "made", "make", "makes", "saw", "see", "help", "helps", "helped", "heard"})
# Characters before words of time within which they open their clause.
_OPENING = 8


def expected_there(page: Page, index: int) -> Found | None:
    """Give "the envoy is expected in Oslo next week", "are due in court on Friday", without a verb of what will be."""
    tree = page.tree
    auxes = aux_words(tree, index)
    if (
        tree.low(index) not in PLACED
        or tree.pos(index) not in ("VERB", "ADJ")
        or not auxes & _IS
        or auxes - _IS
        or negation(tree, index) is not None
    ):
        return None
    subject, span = page.subject(index), clause_of(tree, index)
    if subject is None or tree.low(subject) in _SELF - {"which", "who", "that"} or span is None or page.is_short(span):
        return None
    time = page.time_in(span, index) or page.day_in(span)
    if time is None or time.span.start < tree.span(index).start:
        return None
    kind = WatchpointKind.DEADLINE if tree.low(index) == "due" else WatchpointKind.FORECAST
    return Found(kind, index, span, words=tree.low(index) if kind is WatchpointKind.FORECAST else None, time=time.span)


def promised_thing(page: Page, index: int) -> Found | None:
    """Give "plans a march on Saturday", "promised elections within two years", "called a strike for Monday": a deed that a noun names, with its day."""
    tree = page.tree
    if tree.low(index) not in PROMISES or tree.pos(index) != "VERB" or negation(tree, index) is not None:
        return None
    thing = next((i for i in tree.under(index, "obj") if i > index), None)
    if thing is None:
        thing = next(
            (i for i in tree.under(index, "obl") if i > index and "for" in tree.marks(i) and tree.pos(i) in _NOUNS), None
        )
    span = clause_of(tree, index)
    if thing is None or span is None or page.is_short(span) or not (is_deed_noun(page, thing) or act_share(page, thing) >= _ACT):
        return None
    is_naming = any(tree.low(i) == "what" for i in tree.doc.tokens_in(span) if i < index)  # "what it called a strike"
    if aux_words(tree, index) & {"was", "were", "had"} or is_naming or concerns_reader(tree, span):
        return None
    rest = Span(tree.span(thing).end, span.end)
    within = _WITHIN.search(page.doc.text, rest.start, rest.end)
    is_by = page.doc.text[rest.start : rest.end].split()[:1] in (["by"], ["before"])
    time = page.day_in(rest, yearly=is_by or shape(tree.low(index)) is not Shape.PAST)
    between = page.doc.text[rest.start : time.span.start] if time is not None else ""
    if within is None and (time is None or not _BEFORE_DAY.search(between) or "," in between):
        return None
    if time is not None and is_its_own(tree, time.span, index) and tree.low(index) in _SAID and " for " not in between + " ":
        return None  # "announced a ban on Friday"
    return Found(WatchpointKind.DEADLINE, index, span, time=time.span if time is not None else None)


# What is said on a day, unless the day is the deed's own.
_SAID = frozenset("announce announces announced promised pledged summoned".split())
# Share of the head for acts from which a noun is a deed.
_ACT = 0.3
_WITHIN = re.compile(
    r"\b(?:within|in) (?!recent|past)(?:the (?:next|coming) )?[\w-]+ (?:to [\w-]+ )?(?:hours|days|weeks|months|years)\b"
)


def due_to(page: Page, index: int) -> Found | None:
    """Give "and is to see the rebels on Monday", whose verb the syntax hangs on "is"."""
    tree = page.tree
    to = index - 1
    while to > 1 and (tree.low(to) == "be" or tree.pos(to) == "ADV"):
        to -= 1
    if to < 1 or tree.low(to) != "to" or tree.low(to - 1) not in _IS or tree.pos(index) != "VERB":
        return None
    return set_day(page, index, {})


MEANS = frozenset("intend intends mean means hope hopes want wants going wish wishes plan plans planning".split())


def meant_for(page: Page, index: int) -> Found | None:
    """Give "means to hold its election on 28 December", "on Saturday they intend to march": a deed that is meant for a day, wished or planned."""
    tree = page.tree
    deed = next((i for i in tree.under(index, "xcomp", "ccomp", "advcl") if i > index and is_infinitive(tree, i)), None)
    subject, span = page.subject(index), clause_of(tree, index)
    if deed is None or span is None or subject is None or tree.low(subject) in ("i", "you", "we"):
        return None
    if tree.low(index) not in MEANS or tree.pos(index) != "VERB":
        return None
    auxes = aux_words(tree, index)
    if auxes - _IS or (shape(tree.low(index)) is Shape.ING and not auxes) or negation(tree, index) is not None:
        return None
    is_deed = tells_deed(page, deed) or ahead_share(page, deed) >= _AHEAD or act_share(page, deed) >= _AHEAD
    time = page.day_in(span)
    is_own = time is not None and (
        is_its_own(tree, time.span, deed) or _hangs_on(tree, time.span, index) or time.span.start - span.start < _OPENING
    )
    if time is None or not is_deed or not is_own or concerns_reader(tree, span) or not page.is_agent(subject):
        return None
    return Found(WatchpointKind.DEADLINE, deed, span, time=time.span)
