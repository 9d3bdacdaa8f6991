"""What somebody is about to do: "plans to impeach him", "is preparing to lift the ban", "on the verge of signing", "said she would visit
Oslo". A page and a word in, a finding out.

Of what was meant once, of wishes and of private plans there is none. Cases: cases/watchpoints.yml.
"""

from __future__ import annotations

from dataclasses import replace

from ...findings.statement import Act, Statement
from ...findings.watchpoint import WatchpointKind
from ...span import Span
from ..reality.clause import aux_words, auxiliaries, is_infinitive, negation
from ..reality.shapes import Shape, shape
from ..reality.tree import Tree
from .clauses import clause_of, trimmed
from .deadlines import concerns_reader, is_its_own
from .deeds import act_share, ahead_share, is_deed_noun, tells_deed
from .found import Found
from .page import Page

# Said of now: what follows is to come. Behind a form of "be" the participles, too.
_INTENDS = frozenset({"plan", "plans", "intend", "intends", "aim", "aims", "prepare", "prepares", "propose", "proposes"})
_INTENDING = frozenset({"planning", "preparing", "intending", "aiming", "gearing", "readying", "looking"})
_STANDS = frozenset(
    "set poised positioned slated scheduled due about ready determined intent bent ordered prepared expected willing inclined going".split()
)
_WEAK = frozenset({"ready", "ordered", "determined", "willing"})
_READER = frozenset({"i", "you", "one", "me", "nobody", "who"})
_FUTURE = frozenset({"will", "'ll", "wo"})
_VERGE = frozenset({"verge", "brink", "cusp", "eve", "edge", "point"})
_COURSE = frozenset({"course", "track", "pace"})


def intended(page: Page, index: int) -> Found | None:
    """Give the deed that somebody plans or prepares to do."""
    tree = page.tree
    if tree.pos(index) != "VERB" or not (is_infinitive(tree, index) or _is_ing_of(tree, index)):
        return None
    governor = _governor(tree, index)
    governor = _planned_as_told(page, index) if governor is None else governor
    if governor is None or negation(tree, governor) is not None or negation(tree, index) is not None:
        return None
    subject = page.subject(governor)
    if subject is not None and tree.low(subject) in _READER:
        return None
    if not tells_deed(page, index) or (tree.low(governor) in _WEAK and not _is_strong(page, index)):
        return None
    above = clause_of(tree, governor)
    whole = clause_of(tree, index)
    if above is None or whole is None or concerns_reader(tree, above):
        return None
    first = (
        tree.doc.tokens[tree.start_of(governor)].start
        if tree.pos(governor) == "NOUN" and tree.low(governor) in _INTENDS
        else min(above.start, _start(tree, governor))
    )
    span = trimmed(tree, first, max(whole.end, tree.span(index).end))
    found = _made(page, index, span, words=None)
    is_on_list = found is not None and tree.low(governor) in ("scheduled", "due", "slated")
    return replace(found, kind=WatchpointKind.DEADLINE) if found is not None and is_on_list else found


def _start(tree: Tree, governor: int) -> int:
    """Give where the subject of "seem intent", "is on the verge" begins, else the word itself."""
    at = governor
    for _ in range(2):
        subject = next((i for i in tree.under(at, "nsubj") if i < governor), None)
        if subject is not None:
            return tree.doc.tokens[tree.start_of(subject)].start
        is_taken_for_object = tree.kind(at) == "obj" and tree.low(at) in ("intent", "bent")
        if tree.head(at) < 0 or (tree.kind(at) not in ("xcomp", "obl", "nmod") and not is_taken_for_object):
            break
        at = tree.head(at)
    return tree.span(governor).start


def _is_strong(page: Page, index: int) -> bool:
    return act_share(page, index) >= _SURE


# Share of the head for acts from which a deed is one whatever weak word governs it.
_SURE = 0.6


def _is_ing_of(tree: Tree, index: int) -> bool:
    """Tell "intent on approving", "on the verge of signing"."""
    return shape(tree.low(index)) is Shape.ING and tree.low(index - 1) in ("on", "of", "toward", "towards")


def _governor(tree: Tree, index: int) -> int | None:
    """Give the word by which a deed is meant: "plans", "is preparing", "is poised", "on course"; None where nothing says so of now."""
    to = index - 1
    while to > 0 and (tree.pos(to) == "ADV" or tree.low(to) == "be"):
        to -= 1
    at = to - 1
    if at < 0:
        return None
    if tree.low(at) == "up" and tree.low(at - 1) in ("gearing", "gears"):
        at -= 1
    low = tree.low(at)
    if tree.low(to) == "to":
        if low in _COURSE and tree.low(at - 1) == "on":
            return at
        if low in _INTENDS and (tree.pos(at) == "VERB" or tree.low(at - 1) not in ("the", "a", "its", "their", "his")):
            return at if not _is_noun_of_past(tree, at) else None
        if low in _INTENDING | _STANDS:
            return at if _is_now(tree, at) else None
        return None
    if low in _VERGE and tree.low(to) == "of" and tree.low(at - 1) == "the":
        return at
    return at if tree.low(to) == "on" and low in ("intent", "bent") else None


def _planned_as_told(page: Page, index: int) -> int | None:
    """Give "planned" of "said it planned to close the port": told by somebody, it is still to come."""
    tree, above = page.tree, page.tree.head(index)
    if above != index - 2 or tree.low(index - 1) != "to" or tree.low(above) not in ("planned", "intended", "aimed"):
        return None
    statement = page.statement_at(above)
    is_told = statement is not None and statement.act in (Act.ASSERT, Act.CONFIRM, Act.PROMISE) and bool(statement.cue)
    return above if is_told and not auxiliaries(tree, above) and not _is_quoted(page, above) else None


def _is_noun_of_past(tree: Tree, at: int) -> bool:
    """Tell a plan that was put aside: "abandoned plans to visit"."""
    head = tree.head(at)
    is_noun = tree.pos(at) == "NOUN"
    return is_noun and head >= 0 and tree.low(head) in _DROPPED


_DROPPED = frozenset(
    "abandoned scrapped cancelled canceled dropped shelved halted abandon scrap cancel drop shelve denied denies deny rejected rejects blocked had oppose opposes opposed "
    "foiled thwarted".split()
)


def _is_now(tree: Tree, at: int) -> bool:
    """Tell "is preparing", "now looking", "seems poised" from "was preparing", "had been set"."""
    auxes = {tree.low(i) for i in (*auxiliaries(tree, at), *tree.under(at, "cop"))} | {tree.low(at - 1), tree.low(at - 2)}
    if auxes & {"was", "were", "had"}:
        return False
    return bool(
        auxes
        & {
            "is",
            "are",
            "'s",
            "'re",
            "now",
            "seems",
            "seem",
            "appears",
            "appear",
            "looks",
            "be",
            "being",
            "been",
            "as",
            ",",
            "appeared",
            "seemed",
        }
    ) or tree.pos(at - 1) in (
        "NOUN",
        "PROPN",
    )


def _made(page: Page, index: int, span: Span | None, *, words: str | None) -> Found | None:
    span = _without_opening(page.tree, span) if span is not None else None
    if span is None or page.is_short(span):
        return None
    time = page.time_in(span, index)
    kind = WatchpointKind.FORECAST if time is None or not is_its_own(page.tree, time.span, index) else WatchpointKind.DEADLINE
    is_undated = page.doc.report.published is None and kind is WatchpointKind.FORECAST
    return Found(kind, index, span, words=words, time=time.span if time is not None and not is_undated else None)


def _without_opening(tree: Tree, span: Span) -> Span | None:
    """Begin behind "as", "while", "where"."""
    first = next(iter(tree.doc.tokens_in(span)), 0)
    return trimmed(tree, tree.doc.tokens[first + 1].start, span.end) if tree.low(first) in _OPENING else span


_OPENING = frozenset({"as", "while", "where", "when"})


def announced(page: Page, index: int) -> Found | None:
    """Give the deed that somebody will do, without a day: "the premier will meet the rebels", "said she would travel to Oslo"."""
    tree = page.tree
    auxes = aux_words(tree, index)
    if tree.pos(index) != "VERB" or not (auxes & (_FUTURE | {"would"}) or _is_due(page, index)):
        return None
    denied = negation(tree, index)
    if denied is not None and "ever" in tree.low(denied):
        return None
    statement = page.statement_at(index)
    is_soon = any(tree.low(i) in _SOON for i in (index - 1, *tree.under(index, "advmod")))
    is_sure = statement is None and ahead_share(page, index) >= _OWN and act_share(page, index) >= _ACT
    is_ahead = (bool(auxes & _FUTURE) and (statement is not None or is_soon or is_sure)) or _is_due(page, index)
    is_ahead = is_ahead or (
        denied is None
        and "would" in auxes
        and statement is not None
        and statement.act in (Act.ASSERT, Act.CONFIRM)
        and not _is_quoted(page, index)
    )
    if not is_ahead or "have" in auxes or tree.kind(index) in ("acl", "advcl"):
        return None
    subject = page.subject(index)
    if subject is None or tree.low(subject) in _READER | {"we", "that", "which"} or _is_asked(statement):
        return None
    is_passive = "be" in auxes and shape(tree.low(index)) is Shape.PAST
    is_told = statement is not None and tree.low(subject) in ("it", "they")
    is_event = is_deed_noun(page, subject)
    is_refused = (
        denied is not None and bool(auxes & _FUTURE) and page.is_agent(subject)
    )  # the head for what may come is shy of what will not be
    is_marked = _is_marked(page, index, is_event=is_event) or (
        (is_soon or is_refused or _is_due(page, index)) and ((is_passive and not is_refused) or tells_deed(page, index))
    )
    if not is_marked or not (page.is_agent(subject) or is_passive or is_told or is_event):
        return None
    if any(tree.low(i) in ("neither", "nor", "no") for i in range(max(0, subject - 5), subject)):
        return None
    span = _with_governed(tree, index)
    return None if concerns_reader(tree, span) else _made(page, index, span, words=None)


def _with_governed(tree: Tree, index: int) -> Span | None:
    """Give the words of a clause, its subject among them where the syntax hangs "to be tried" on "are"."""
    span = clause_of(tree, index)
    is_below = span is not None and tree.kind(index) == "xcomp" and is_infinitive(tree, index)
    return Span(min(span.start, _start(tree, index)), span.end) if span is not None and is_below else span


_SOON = frozenset({"soon", "shortly", "eventually", "imminently"})


def _is_asked(statement: Statement | None) -> bool:
    """Tell whether words promise or ask for what they tell, which other rules find."""
    return statement is not None and statement.act in (Act.PROMISE, Act.DEMAND, Act.WANT, Act.ASK)


def _is_quoted(page: Page, index: int) -> bool:
    return page.doc.quotation_at(page.tree.span(index).start) is not None


def _is_due(page: Page, index: int) -> bool:
    """Tell "are to be brought to trial", and of a headline "Premier to release the crew"."""
    tree = page.tree
    if not is_infinitive(tree, index):
        return False
    to = next((i for i in range(index - 1, max(-1, index - 4), -1) if tree.low(i) == "to"), -1)
    if to > 0 and tree.low(to - 1) in ("is", "are") and to - 1 in (tree.head(index), *tree.under(index, "aux", "cop")):
        return tree.kind(to - 1) == "aux" or (tree.kind(index) == "xcomp" and tree.has(index, "aux", {"be"}))
    return (
        tree.head(index) < 0
        and to > 0
        and tree.pos(to - 1) in ("PROPN", "NOUN")
        and any(i < to for i in tree.under(index, "nsubj"))
    )


def _is_marked(page: Page, index: int, *, is_event: bool) -> bool:
    """Tell whether the heads for acts and for what may come take a word for a deed ahead."""
    return ahead_share(page, index) >= _MAY and (is_event or act_share(page, index) >= _ACT)


# Shares of the heads for acts and for what may come from which both together tell a deed ahead. On the passages to tune on 0.2 to 0.5 and 0.15 to 0.4
# show seven to two clauses more, none of them marked (benchmarks/marks/watchpoints.py): a gate against private plans, no finder. Alone, at 0.3, the head
# for what may come is marked in one of nine words that the rules leave.
_ACT, _MAY = 0.3, 0.25
# Share of the head for what may come from which the report's own voice tells a deed ahead.
_OWN = 0.2
