"""Set days: what will be on a day to come, what must be done by one, how long somebody is given. A page and a word in, a finding out.

Cases: cases/watchpoints.yml.
"""

from __future__ import annotations

import re

from ...findings.statement import Act
from ...findings.watchpoint import WatchpointKind
from ...span import Span
from ..calendar.time_words import TimeWords
from ..reality.clause import aux_words, is_infinitive, negation
from ..reality.shapes import Shape, shape
from ..reality.tree import Tree
from ..times import times_in
from .clauses import clause_of, objects_of, stretch
from .foretold import foreteller
from .found import Found, forms
from .page import Page

_FUTURE = frozenset({"will", "'ll", "wo"})
_PAST = frozenset({"was", "were", "had", "been"})
_IS = frozenset({"is", "are", "'s", "'re"})
SET = frozenset(
    "scheduled due set slated planned expires expire opens begins starts takes ends convenes meets planning plans plan resumes resume runs open comes come begin start reopens reopen reconvenes pencilled penciled".split()
)
# What is put on a day, in whatever tense: "was postponed until November 14".
_PUT = frozenset(
    "called postponed delayed pencilled penciled adjourned summoned rescheduled scheduled set slated fixed planned extended invited ordered".split()
)
PUT_OFF = frozenset({"adjourned", "postponed", "delayed", "deferred", "rescheduled", "extended", "put"})
_DUE = frozenset({"due", "scheduled", "set", "slated", "expected"})
_BY = frozenset({"by", "before", "until", "within"})
GRANTED = frozenset({"give", "gave", "given", "gives", "giving", "have", "has", "had"})
DEMANDS = frozenset("wants want demands demand demanded ordered orders requires require".split())
_WITHIN = re.compile(r"\bwithin (?:the )?(?:next )?[\w-]+ (?:hours?|days?|weeks?|months?|minutes)\b")
_SOON = re.compile(
    r"\b(?:within|in)(?! (?:recent|past|many|years|decades))(?: the)?(?: (?:next|coming))?(?: few| couple of)?(?: [\w-]+)? (?:hours|days|weeks|months|years)\b"
    r"|\b(?:before|by) (?:the end of (?:the|this|next) (?:week|month|year|day)|(?:the )?(?:year|month|week)(?: is|'s|’s) (?:end|out))\b",
    re.IGNORECASE,
)
# Verbs of the present that with "tomorrow" or "next week" tell what is set.
TIMETABLE = frozenset(
    "votes vote visits visit travels travel flies fly holds hold hosts host goes go returns return arrives arrive leaves leave rules addresses address appears appear decides hears closes close launches kicks".split()
)
_LENGTHS = frozenset("day days week weeks month months year years hour hours minutes".split())


def set_day(page: Page, index: int, words: dict[str, int]) -> Found | None:
    """Give what is set for a day to come: "will meet on Friday", "is due on 3 May", "the deadline is Monday"."""
    tree, low = page.tree, page.tree.low(index)
    is_set = low in SET and tree.pos(index) in ("VERB", "ADJ") and not words.keys() & (_PAST | {"may", "might", "could"})
    is_set = is_set or _is_due_to(tree, index, words)
    is_set = is_set and not (low in _PUT and not words and bool(tree.under(index, "obj")))  # "set a precedent in May"
    is_off = low == "put" and tree.low(index + 1) in ("off", "back")
    is_put = (low in _PUT or is_off) and tree.pos(index) == "VERB" and bool(words.keys() & (_PAST | {"has", "have"}))
    is_put = is_put or ((low in PUT_OFF - {"put"} or is_off) and not words and bool(tree.under(index, "obj")))
    is_future = bool(words.keys() & _FUTURE) and "have" not in words
    is_future = is_future or ("would" in words and "have" not in words and _is_announced(page, index))
    is_set = is_set or _is_timetabled(page, index, words) or _is_under_way(page, index, words)
    is_deadline = any(tree.low(i) in forms("date") for i in tree.under(index, "nsubj", "obj")) and not _is_over(tree, index)
    if not (is_set or is_put or is_future or is_deadline) or negation(tree, index) is not None:
        return None
    span = clause_of(tree, index)
    subject = page.subject(index)
    is_unsure = is_put and not is_set and page.doc.report.published is not None
    time = (page.day_in(span) if is_unsure else page.time_in(span, index)) if span is not None else None
    if time is None and span is not None and is_set and not words and (subject is not None):
        time = _weekday_ahead(page, span, index)  # "the talks resume on Thursday"
    if time is None and span is not None and (is_set or is_future or is_deadline):
        time = _day_behind(page, span, index)
        if time is None and (found := _soon(page, span, index, words)) is not None:
            return found
    if time is not None and (
        (time.span.covers(tree.span(index)) and not is_deadline) or ("would" in words and not is_its_own(tree, time.span, index))
    ):
        return None  # "it will be a long winter", "would look for ways to send him home by Friday"
    if span is None or time is None or concerns_reader(tree, span) or (is_set and subject is None and not words):
        return None
    if subject is not None and tree.low(subject) in ("i", "you", "we"):
        return None
    if is_put and not is_set and not _is_put_on(tree, time.span, index):
        return None
    is_course = subject is not None and low in forms("effect") and tree.pos(subject) == "NOUN" and not page.is_agent(subject)
    statement = page.statement_at(index)
    is_foretold = is_future and statement is not None and foreteller(page, statement) is not None
    kind = WatchpointKind.FORECAST if is_course or is_foretold else WatchpointKind.DEADLINE
    return Found(kind, index, span, time=time.span)


def _day_behind(page: Page, span: Span, index: int) -> TimeWords | None:
    """Give the day behind a predicate that is its own and, read forward, still to come: "is to chair the talks on 8 January"."""
    time = page.day_in(span)
    is_behind = time is not None and time.span.start >= page.tree.span(index).start
    return time if time is not None and is_behind and is_its_own(page.tree, time.span, index) else None


def _soon(page: Page, span: Span, index: int, words: dict[str, int]) -> Found | None:
    """Give what will be within a time of some length: "shipments would resume within days", "will meet in the coming weeks"."""
    near = _SOON.search(page.doc.text, page.tree.span(index).end, span.end)
    subject = page.subject(index)
    is_idle = subject is None or page.tree.low(subject) in ("i", "you", "we") or concerns_reader(page.tree, span)
    is_idle = is_idle or bool(words.keys() & {"have", "has", "had"})
    if near is None or is_idle or not is_its_own(page.tree, Span(near.start(), near.end()), index):
        return None
    is_course = "would" in words or not (page.is_agent(subject) or "be" in words)
    return Found(WatchpointKind.FORECAST if is_course else WatchpointKind.DEADLINE, index, span)


def _weekday_ahead(page: Page, span: Span, index: int) -> TimeWords | None:
    """Give the weekday that a verb of the present sets behind it with "on", "this" or a bare name."""
    time, tree = page.day_in(span), page.tree
    if time is None or shape(tree.low(index)) not in (Shape.THIRD, Shape.BASE) or time.span.start < tree.span(index).end:
        return None
    before = page.doc.text[tree.span(index).end : time.span.start].split()
    if before[-1:] in (["a"], ["every"], ["each"]):
        return None  # "always votes on a Tuesday"
    return (
        time if not before or before[-1] in ("on", "by", "this", "until", "from") or is_its_own(tree, time.span, index) else None
    )


def _is_timetabled(page: Page, index: int, words: dict[str, int]) -> bool:
    """Tell "the minister travels to Oslo next week": the present tense with a day that can only be ahead."""
    tree = page.tree
    if (
        words
        or tree.pos(index) != "VERB"
        or tree.low(index) not in TIMETABLE
        or page.subject(index) is None
        or is_infinitive(tree, index)
    ):
        return False
    span = clause_of(tree, index)
    time = page.time_in(span, index) if span is not None else None
    if time is not None and time.span.of(page.doc.text).lower().startswith(("tomorrow", "next ")):
        return True
    is_vote = tree.low(index) in ("votes", "vote") or any(
        tree.low(i) in _VOTES for i in tree.under(index, "obj", "obl") if i > index
    )
    return (
        is_vote and span is not None and _weekday_ahead(page, span, index) is not None
    )  # "the island holds its primary on Tuesday"


def _is_under_way(page: Page, index: int, words: dict[str, int]) -> bool:
    """Tell "is holding an emergency meeting on Sunday": the progressive with a day that is ahead, of an event."""
    tree = page.tree
    if shape(tree.low(index)) is not Shape.ING or not words.keys() & {"is", "are", "'s", "'re"} or tree.pos(index) != "VERB":
        return False
    is_event = any(tree.low(i) in _VOTES for i in tree.under(index, "obj", "obl") if i > index)
    span = clause_of(tree, index)
    return is_event and span is not None and page.time_in(span, index) is not None and page.doc.report.published is not None


_VOTES = frozenset(
    "vote votes election elections primary primaries caucus caucuses referendum runoff meeting talks summit debate hearing conference congress session polls".split()
)


def _is_put_on(tree: Tree, time: Span, index: int) -> bool:
    """Tell "called for Thursday", "postponed until 14 November" from "called on Thursday"."""
    before = next((i for i in range(index + 1, len(tree.doc.tokens)) if tree.doc.tokens[i].end >= time.start - 1), index)
    return tree.low(before) in ("for", "until", "till", "to") or tree.low(before - 1) in ("for", "until", "till")


def is_its_own(tree: Tree, time: Span, index: int) -> bool:
    """Tell whether words of time hang on a predicate, not on one below it."""
    at = tree.top_of(time)
    for _ in range(2):
        at = tree.head(at) if at is not None and at >= 0 else None
        if at == index:
            return True
        if at is not None and at >= 0 and tree.pos(at) == "VERB" and tree.kind(at) != "xcomp":
            return False
    return False


def _is_announced(page: Page, index: int) -> bool:
    """Tell "said elections would be held in March": what somebody says will be."""
    statement = page.statement_at(index)
    return (
        statement is not None and statement.act in (Act.ASSERT, Act.PROMISE, Act.CONFIRM, Act.PREDICT) and not statement.negated
    )


def _is_due_to(tree: Tree, index: int, words: dict[str, int]) -> bool:
    """Tell "are due to go", "is to be lifted", whatever the syntax hangs on what."""
    to = index - 1
    while to > 1 and (tree.low(to) == "be" or tree.pos(to) == "ADV"):
        to -= 1
    if to < 1 or tree.low(to) != "to":
        return False
    before = {tree.low(to - 2), tree.low(to - 3), *words}
    return tree.low(to - 1) in _IS or (tree.low(to - 1) in _DUE and bool(before & _IS) and not before & _PAST)


def concerns_reader(tree: Tree, span: Span | None) -> bool:
    """Tell words about the reader of the page."""
    return span is not None and any(tree.low(i) in ("you", "your") for i in tree.doc.tokens_in(span))


def term(page: Page, index: int) -> Found | None:
    """Give what is to be done by a day: "the order to repatriate him by 14 May", "demanded that the ships leave by Friday"."""
    tree = page.tree
    if tree.pos(index) != "VERB":
        return None
    auxes = {tree.low(i) for i in tree.under(index, "aux")}
    must = bool(auxes & {"must", "should", "shall"}) and "have" not in auxes
    if not must and not (auxes <= {"be"} and _is_bidden(tree, index, alone=not auxes)):
        return None
    if negation(tree, index) is not None:
        return None
    span = clause_of(tree, index)
    if span is not None and _is_within(tree, index, span, is_bound=must) and not concerns_reader(tree, span):
        return Found(WatchpointKind.DEADLINE, index, span)
    time = page.day_in(span) if span is not None else None
    if span is None or time is None or concerns_reader(tree, span) or time.span.start < tree.span(index).start:
        return None
    before = tree.doc.tokens_in(Span(span.start, time.span.start)) if time.span.start > span.start else ()
    if not before or not _binds(tree, index) or not is_its_own(tree, time.span, index):
        return None
    is_by = tree.low(before[-1]) in _BY and before[-1] > index
    if _takes_effect(tree, index):
        span = Span(tree.span(tree.start_of(tree.head(index))).start, span.end)
    elif not is_by and not _is_meant(tree, index):
        return None
    return Found(WatchpointKind.DEADLINE, index, span, time=time.span)


def _is_bidden(tree: Tree, index: int, *, alone: bool) -> bool:
    """Tell "to repatriate him", and where no auxiliary stands by the verb "that the ships leave"."""
    marks = tree.marks(index)
    return "to" in marks or (alone and "that" in marks and shape(tree.low(index)) is Shape.BASE)


def _takes_effect(tree: Tree, index: int) -> bool:
    """Tell "a freeze to take effect on 3 May", "talks to begin next week"."""
    noun, low = tree.head(index), tree.low(index)
    is_of_noun = tree.kind(index) == "acl" and 0 <= noun < index and tree.pos(noun) == "NOUN"
    is_held = low == "held" and tree.low(index - 1) == "be"
    is_begun = (
        is_held or low in _BEGINS or (low == "take" and not {"effect", "place"}.isdisjoint(tree.lows[index + 1 : index + 2]))
    )
    return is_of_noun and is_begun and noun >= index - _REACH


def _is_meant(tree: Tree, index: int) -> bool:
    """Tell what somebody has agreed or plans to do on a day: "plans to travel to Elsk next week", "promised to hold a vote next year"."""
    head = tree.head(index)
    is_meant = 0 <= head < index and tree.low(head) in forms("mean") | _SUMMONS
    return is_meant and tree.determiner(head) not in ("no", "any") and negation(tree, head) is None


_BEGINS = frozenset("begin start open close end resume expire lapse".split())
# Words between a noun and what is to begin.
_REACH = 14
_SUMMONS = frozenset({"summoned", "ordered", "decision", "call", "calls", "due", "called", "set"})


def _is_within(tree: Tree, index: int, span: Span, *, is_bound: bool) -> bool:
    """Tell what somebody is told to do, or must be done, within a time: "ordered them to leave within 48 hours", "must be held within sixty days"."""
    head = tree.head(index)
    is_due = head >= 0 and tree.low(head) in ("is", "are") and "to" in tree.marks(index)
    low = tree.low(head)
    if not is_due and not is_bound and (head < 0 or not (low in forms("order") or low in forms("mean"))):
        return False
    inside = [i for i in tree.doc.tokens_in(span) if i > index]
    return any(
        tree.low(i) == "within" and any(tree.low(j) in _LENGTHS for j in range(i + 1, min(i + 4, inside[-1] + 1))) for i in inside
    )


def _binds(tree: Tree, index: int) -> bool:
    """Tell an infinitive under a word of the present or of a demand from "he hoped to leave by Friday", "he was able to leave by noon"."""
    head = tree.head(index)
    return head < 0 or (tree.low(head) not in forms("hope") and not tree.has(index, "aux", {"have"}))


def demanded_by(page: Page, index: int) -> Found | None:
    """Give what somebody wants by a day or within a time: "wants the ship back within 48 hours", "demands their release by Monday"."""
    tree = page.tree
    if tree.low(index) not in DEMANDS or negation(tree, index) is not None or not objects_of(tree, index):
        return None
    span, subject = clause_of(tree, index), page.subject(index)
    if span is None or subject is None or tree.low(subject) in ("i", "you", "we", "who") or concerns_reader(tree, span):
        return None
    after = page.doc.text[tree.span(index).end : span.end]
    if _WITHIN.search(after):
        return Found(WatchpointKind.DEADLINE, index, span)
    time = page.day_in(span)
    if time is None or page.doc.text[: time.span.start].split()[-1:] not in (["by"], ["before"], ["until"]):
        return None
    return Found(WatchpointKind.DEADLINE, index, span, time=time.span) if time.span.start > tree.span(index).end else None


def dated_noun(page: Page, index: int) -> Found | None:
    """Give "the Friday deadline", "a deadline of midnight on Sunday"."""
    tree = page.tree
    if tree.pos(index) != "NOUN" or tree.low(index) not in forms("date"):
        return None
    if tree.kind(index) in ("nsubj", "obj") and _is_over(tree, tree.head(index)):
        return None
    if (near := _drawing_near(tree, index)) is not None:
        return near
    first, last = stretch(tree, index)
    if last - first > _LONGEST_PHRASE:
        return None
    span = Span(tree.doc.tokens[first].start, tree.doc.tokens[last].end)
    published = page.doc.report.published
    for time in times_in(page.times, span):
        if time.type in ("DATE", "TIME") and published is not None and time.end is not None and time.end > published:
            return Found(WatchpointKind.DEADLINE, index, span, time=time.span)
    return None


def _is_over(tree: Tree, verb: int) -> bool:
    """Tell a verb that says that a set day is past: "missed the deadline", "the deadline has lapsed"."""
    return tree.low(verb) in _OVER and not aux_words(tree, verb) - _SINCE and negation(tree, verb) is None


_OVER = frozenset("missed passed lapsed expired elapsed ignored flouted overran overshot blew blown met".split())
_SINCE = frozenset({"has", "have", "had", "'ve", "was", "were", "been"})


def _drawing_near(tree: Tree, index: int) -> Found | None:
    """Give "who do not register by the upcoming deadline", whose day the report does not tell."""
    verb = tree.head(index)
    if (
        not tree.has(index, "amod", _NEAR)
        or not set(tree.marks(index)) & {"by", "before"}
        or verb < 0
        or tree.pos(verb) != "VERB"
    ):
        return None
    span = clause_of(tree, verb)
    return Found(WatchpointKind.DEADLINE, index, span) if span is not None else None


_NEAR = frozenset({"upcoming", "coming", "approaching", "looming", "impending"})
# Words of a noun phrase with a day in it.
_LONGEST_PHRASE = 14


def granted(page: Page, index: int) -> Found | None:
    """Give how long somebody has to do something: "gave them 60 days to agree", "have until noon on Friday to enter"."""
    tree = page.tree
    if tree.pos(index) != "VERB" or tree.low(index) not in GRANTED or negation(tree, index) is not None:
        return None
    does = next(
        (
            i
            for i in tree.under(index, "xcomp", "advcl", "acl", "ccomp")
            if i > index and "to" in tree.marks(i) and tree.pos(i) == "VERB"
        ),
        None,
    ) or _under_object(tree, index)
    if does is None and tree.low(index) in ("have", "has") and tree.low(index + 1) == "until":
        does = min(index + 8, len(tree.doc.tokens))  # "they have until Friday noon"
    if does is None or tree.low(index) == "had":
        return None
    between = range(index + 1, does)
    until = next((i for i in between if tree.low(i) == "until"), None)
    length = next((i for i in tree.under(index, "obj") if tree.low(i) in _LENGTHS and _is_counted(tree, i)), None)
    if until is None and length is None:
        return None
    span = clause_of(tree, index)
    is_quoted = page.doc.quotation_at(tree.span(index).start) is not None
    if span is None or (concerns_reader(tree, span) and not is_quoted):
        return None
    time = page.day_in(span)
    if until is not None and time is None and tree.low(index) != "have":
        return None
    return Found(WatchpointKind.DEADLINE, index, span, time=time.span if time is not None else None)


def _is_counted(tree: Tree, index: int) -> bool:
    return bool(tree.under(index, "nummod")) or tree.determiner(index) in ("a", "an")


def _under_object(tree: Tree, index: int) -> int | None:
    """Give the verb that the syntax hangs on the time given: "60 days to agree"."""
    found = (v for o in tree.under(index, "obj", "obl") for v in tree.under(o, "acl", "advcl") if v > o and "to" in tree.marks(v))
    return next(found, None)
