"""What somebody holds likely, feared or doubtful by a word beside a deed: "an attack is feared", "considers a truce unlikely", "its fate is uncertain", "I expect
the bridge to close", "Ottawa weighs a response". A page and a word in, a finding out. Cases: cases/watchpoints.yml.
"""

from __future__ import annotations

from ...findings.watchpoint import WatchpointKind
from ..reality.clause import aux_words, negation
from ..reality.shapes import Shape, shape
from ..reality.tree import Tree
from .clauses import clause_of
from .deeds import act_share, ahead_share, is_deed_noun
from .found import Found, forms
from .page import Page

_MAY = frozenset({"conceivable", "possible", "feared", "thinkable"})
_LIKE = frozenset({"likely", "unlikely", "probable", "improbable", "inevitable", "imminent", "likelier"})
_OPEN = frozenset({"doubtful", "uncertain", "unclear"})
JUDGED = _MAY | _LIKE | _OPEN
_IS = frozenset("is are 's remains remain looks look seems seem appears".split())
_JUDGES = frozenset(
    "consider considers considered judge judges judged think thinks thought deem deems deemed believe believes believed call calls called makes".split()
)
_FATES = frozenset({"fate", "future", "outcome", "survival", "success", "passage"})
EXPECTS = frozenset({"expect", "foresee", "anticipate"})
VIEWS = frozenset(
    "weighs weigh weighing mulls mull mulling considers considering consider eyes eyeing contemplates contemplating studying reviewing".split()
)
_PAPERS = frozenset({"ruling", "report", "text", "letter", "reports", "figures", "results", "matter", "word", "words"})


def judged(page: Page, index: int) -> Found | None:
    """Give the deed that somebody or nobody in particular holds possible, likely or doubtful."""
    tree, low = page.tree, page.tree.low(index)
    if low not in JUDGED or tree.pos(index) not in ("ADJ", "VERB"):
        return None
    deed = _of_subject(page, index) or _of_object(page, index)
    if deed is None or tree.low(index + 1) in ("to", "that"):
        return None
    span = clause_of(tree, index)
    if span is None or page.is_short(span) or tree.determiner(deed) == "any":
        return None
    kind = WatchpointKind.POSSIBILITY if low in _MAY else WatchpointKind.QUESTION if low in _OPEN else WatchpointKind.FORECAST
    time = page.time_in(span, index)
    words = low if kind is WatchpointKind.FORECAST else None
    return Found(kind, index, span, words=words, time=time.span if time is not None else None)


def left_possible(page: Page, index: int) -> Found | None:
    """Give "a meeting is not out of the question", "sanctions are under consideration", "all options are on the table"."""
    tree, low = page.tree, page.tree.low(index)
    before = (tree.low(index - 1), tree.low(index - 2), tree.low(index - 3))
    is_denied = negation(tree, index) is not None or tree.low(index - 4) == "not"
    is_open = low == "question" and before == ("the", "of", "out") and is_denied
    is_open = is_open or (low in _UNDER and before[0] in ("under", "active") and not is_denied)
    is_open = is_open or (low == "table" and before[:2] == ("the", "on") and not is_denied)
    subject, span = page.subject(index), clause_of(tree, index)
    if low not in UNDECIDED or not is_open or subject is None or span is None or page.is_short(span):
        return None
    if tree.determiner(subject) == "no" or not (_is_deed(page, subject) or tree.low(subject) in _MOVES):
        return None
    return Found(WatchpointKind.POSSIBILITY, index, span)


_UNDER = frozenset({"consideration", "review", "study", "discussion"})
UNDECIDED = _UNDER | {"question", "table"}


def _of_subject(page: Page, index: int) -> int | None:
    tree = page.tree
    auxes = aux_words(tree, index) | {tree.low(i) for i in tree.under(index, "cop")} | {tree.low(index - 1), tree.low(index - 2)}
    subject = page.subject(index)
    if subject is None or not auxes & _IS or auxes & {"was", "were"} or page.is_agent(subject):
        return None
    is_open = tree.low(index) in _OPEN and tree.low(subject) in _FATES
    return subject if is_open or _is_deed(page, subject) else None


def _of_object(page: Page, index: int) -> int | None:
    """Give the deed of "considers a truce unlikely", "an intervention is thought unlikely"."""
    tree, above = page.tree, page.tree.head(index)
    if (
        tree.kind(index) not in ("xcomp", "ccomp")
        or tree.under(index, "cop", "aux")
        or above < 0
        or above > index
        or tree.low(above) not in _JUDGES
        or tree.low(index) in _OPEN
    ):
        return None
    objects = [i for i in (*tree.under(above, "obj"), *tree.under(index, "nsubj")) if above < i < index]
    if not objects and aux_words(tree, above) & _IS:
        objects = [i for i in tree.under(above, "nsubj") if i < above]
    return next((i for i in objects if _is_deed(page, i)), None)


def _is_deed(page: Page, index: int) -> bool:
    is_noun = page.tree.pos(index) == "NOUN" and not page.is_agent(index)
    return is_noun and (is_deed_noun(page, index) or page.tree.low(index) in forms("turn") or act_share(page, index) >= _ACT)


# Share of the head for acts from which a noun is a deed.
_ACT = 0.3


def expected_by_self(page: Page, index: int) -> Found | None:
    """Give "I expect the bridge to close": what the speaker himself foresees of others; what "we expect" is more often a plan of one's own."""
    tree = page.tree
    subject = page.subject(index)
    if (
        subject is None
        or tree.low(subject) != "i"
        or tree.low(index) not in EXPECTS
        or tree.pos(index) != "VERB"
        or negation(tree, index) is not None
    ):
        return None
    if aux_words(tree, index) - {"would", "do", "'d", "should"} or shape(tree.low(index)) is not Shape.BASE:
        return None
    things = [i for i in tree.under(index, "obj") if i > index and tree.low(i) not in ("you", "them", "him", "her", "me")]
    told = [i for i in (*tree.under(index, "ccomp", "xcomp"), *(j for o in things for j in tree.under(o, "acl"))) if i > index]
    span = clause_of(tree, index)
    is_deed = any(_is_deed(page, i) for i in things) or any(tree.pos(i) == "VERB" and _has_other(tree, i, things) for i in told)
    if span is None or page.is_short(span) or not is_deed:
        return None
    time = page.time_in(span, index)
    return Found(WatchpointKind.FORECAST, index, span, words=tree.low(index), time=time.span if time is not None else None)


def _has_other(tree: Tree, verb: int, things: list[int]) -> bool:
    """Tell a verb with a subject of its own, which is not the one who expects: "expect *the Americans* to leave"."""
    return bool(things) or any(tree.low(i) not in ("i", "we") for i in tree.under(verb, "nsubj"))


def in_view(page: Page, index: int) -> Found | None:
    """Give "Ottawa weighs a response", "was considering a petition": a deed that somebody weighs, by a noun or an -ing."""
    tree, low = page.tree, page.tree.low(index)
    if low not in VIEWS or tree.pos(index) != "VERB" or negation(tree, index) is not None:
        return None
    auxes = aux_words(tree, index)
    is_ing = shape(low) is Shape.ING
    if (is_ing and not auxes & {"is", "are", "'s", "be", "been", "was", "were"}) or (not is_ing and (auxes or low == "consider")):
        return None
    if is_ing and auxes & {"was", "were"} and page.statement_at(index) is None:
        return None
    subject, span = page.subject(index), clause_of(tree, index)
    things = [i for i in tree.under(index, "obj", "xcomp", "ccomp") if i > index]
    is_deed = any(_is_weighed(page, i) and (low != "considers" or tree.pos(i) == "VERB") for i in things)
    if subject is None or not page.is_agent(subject) or span is None or page.is_short(span) or not is_deed:
        return None
    return Found(WatchpointKind.POSSIBILITY, index, span)


def _is_weighed(page: Page, index: int) -> bool:
    """Tell a deed that is weighed: "sending an envoy", "an appeal"; not a paper that is read."""
    tree = page.tree
    if tree.low(index) in _PAPERS:
        return False
    if tree.pos(index) == "VERB":
        return shape(tree.low(index)) is Shape.ING
    return tree.pos(index) == "NOUN" and (
        _is_deed(page, index) or ahead_share(page, index) >= _AHEAD or tree.low(index) in _MOVES
    )


# Share of the head for what may come from which a noun is a deed in view.
_AHEAD = 0.2
_MOVES = frozenset(
    "sanctions response step steps measures penalties appeal complaint petition lawsuit ban bans tariffs options move bid offer request idea".split()
)
