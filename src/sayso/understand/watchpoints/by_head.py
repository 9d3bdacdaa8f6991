"""What the encoder's head for what may come tells where no rule does: a deed to come that it believes, with its clause. A page and a word in, a finding out.

The head learned from passages that were read whole (benchmarks/marks); the rules go before it. Cases: cases/watchpoints.yml.
"""

from __future__ import annotations

from ...findings.watchpoint import WatchpointKind
from ..reality.clause import aux_words, is_infinitive, negation
from ..reality.tree import Tree
from .clauses import clause_of, with_subject
from .deeds import ahead_share, is_deed_noun, tells_deed
from .found import Found
from .of_now import is_of_now
from .page import Page

# Least share of a word to be one, of a deed of politics or conflict by somebody or by something and of any other, and fewest words of what it tells. On the passages to tune on
# 32 are found that no rule has, 17 of them marked and most of the others right all the same; below, press conferences and openings come in.
BELIEVED, LIKELY, SURE = 0.25, 0.4, 0.6
_SELF = frozenset({"i", "you"})
_STATES = frozenset({"have", "be", "know", "need", "want", "like", "remember"})
AHEAD = frozenset({"will", "'ll", "wo", "shall", "may", "might", "could", "would"})
_CAN = frozenset({"may", "might", "could"})
_KNEW = frozenset(
    "knew known saw seen showed shown learned learnt understood realised realized discovered found demonstrated".split()
)


def sensed(page: Page, index: int) -> Found | None:
    """Give the clause of a verb that stands behind "will" or "may" and that the head believes to tell what may come."""
    tree = page.tree
    share = ahead_share(page, index)
    if share < BELIEVED or page.doc.acts is None:
        return None
    words = aux_words(tree, index)
    subject = page.subject(index)
    if not words & AHEAD or "have" in words or subject is None or _is_idle(tree, index, subject):
        return None
    is_deed = page.is_agent(subject) or "be" in words or is_deed_noun(page, subject)
    if not is_deed and not words & _CAN:
        return None  # "the bus will leave at nine"
    least = BELIEVED if is_deed else LIKELY
    if share < (least if tells_deed(page, index) else SURE):
        return None
    span = clause_of(tree, index)
    span = with_subject(tree, span) if span is not None else None
    if span is None or page.is_short(span):
        return None
    kind = WatchpointKind(page.doc.acts.kinds[1 + int(page.doc.acts.may[index, 1:].argmax())])
    time = page.time_in(span, index)
    if time is None and any(is_of_now(tree, index, modal) for modal in words & _CAN):
        return None  # "may be fuelled by greed"
    if kind is WatchpointKind.CONDITIONAL:
        return None  # condition and consequence stand apart: the rules' affair
    if kind is WatchpointKind.DEADLINE and time is None:
        kind = WatchpointKind.FORECAST
    if kind in (WatchpointKind.FORECAST, WatchpointKind.DEADLINE) and words & _CAN and not words & (AHEAD - _CAN):
        kind = WatchpointKind.POSSIBILITY
    return Found(kind, index, span, time=time.span if time is not None else None)


# Least share of what somebody offers or is ready to do: one in two is told of courtesies and of what was turned down.
_OFFERED = 0.45
_OFFERS = frozenset("offer offers offered hope hopes ready prepared willing proposes undertaken undertook".split())
_READY = frozenset({"ready", "prepared", "willing"})


def offered(page: Page, index: int) -> Found | None:
    """Give what somebody offers, hopes or is ready to do and the head believes to be ahead: "offered to hand back the crew"."""
    tree = page.tree
    above = tree.head(index)
    if ahead_share(page, index) < _OFFERED or not is_infinitive(tree, index) or above < 0 or tree.low(above) not in _OFFERS:
        return None
    words, subject = aux_words(tree, above), page.subject(above)
    if words & {"was", "were", "had"} or negation(tree, above) is not None or subject is None or tree.low(subject) in _SELF:
        return None
    if (
        tree.low(above) in _READY
        and tree.pos(subject) != "PROPN"
        and tree.low(subject) != "we"
        and page.statement_at(index) is None
    ):
        return None  # "the captain is ready to leave"
    span = clause_of(tree, above)
    if span is None or page.is_short(span) or not page.is_agent(subject):
        return None
    time = page.time_in(span, index)
    return Found(WatchpointKind.POSSIBILITY, index, span, time=time.span if time is not None else None)


def _is_idle(tree: Tree, index: int, subject: int) -> bool:
    """Tell what nobody waits for: what is denied, asked, said of the reader or the speaker, or a state."""
    about = [subject, *tree.under(index, "obj", "iobj")]
    opening = tree.low(tree.start_of(subject) - 1)
    is_what = any(tree.low(i) == "what" for i in about if i < index)
    if is_what and "could" in aux_words(tree, index) and tree.low(tree.head(index)) in _KNEW:
        return True  # "nobody knew what the fleet could do", what it was able to
    is_asked = not {"whether", "if"}.isdisjoint((opening, *tree.marks(index))) or tree.low(subject) in ("who", "what")
    return is_asked or negation(tree, index) is not None or tree.low(index) in _STATES or any(tree.low(i) in _SELF for i in about)
