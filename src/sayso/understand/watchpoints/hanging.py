"""What hangs on something else or on time: "the deal hinges on the release of the captives", "time is running out", "it is only a matter of time before the dam
breaks", "more strikes are planned". A page and a word in, a finding out. Cases: cases/watchpoints.yml.
"""

from __future__ import annotations

from ...findings.watchpoint import WatchpointKind
from ..reality.clause import aux_words, negation
from .clauses import clause_of, stretch, trimmed
from .deeds import is_deed_noun
from .found import Found
from .page import Page

HANGS = frozenset({"hinges", "hinge", "depends", "depend", "rests", "hangs"})
_AT_STAKE = frozenset(
    "deal deals agreement pact treaty truce ceasefire loan aid fate future success outcome survival talks peace plan bill release exit membership victory majority "
    "nomination bid coalition support vote".split()
)
ENDS = frozenset({"running", "runs", "run"})
PLANNED = frozenset({"planned", "scheduled", "envisaged", "foreseen", "threatened"})
_READER = frozenset({"i", "you", "my", "your"})


def hanging(page: Page, index: int) -> Found | None:
    """Give what hangs on a condition that a noun names; both are set apart."""
    tree = page.tree
    if (
        tree.low(index) not in HANGS
        or tree.pos(index) != "VERB"
        or negation(tree, index) is not None
        or tree.low(index + 1) not in ("on", "upon")
    ):
        return None
    on = next((i for i in tree.under(index, "obl", "nmod") if i > index), None)
    subject, whole = page.subject(index), clause_of(tree, index)
    if on is None or subject is None or whole is None or not (tree.low(subject) in _AT_STAKE or is_deed_noun(page, subject)):
        return None
    condition = trimmed(tree, tree.span(index + 1).end, max(whole.end, tree.doc.tokens[stretch(tree, on)[1]].end))
    consequence = trimmed(tree, whole.start, tree.span(index).start)
    if condition is None or consequence is None or _READER & {tree.low(i) for i in tree.doc.tokens_in(whole)}:
        return None
    return Found(WatchpointKind.CONDITIONAL, index, whole, condition, consequence)


def pressing(page: Page, index: int) -> Found | None:
    """Give "time is running out for the hostages", "it is only a matter of time before …"."""
    tree = page.tree
    low = tree.low(index)
    subject = page.subject(index)
    is_out = low in ENDS and tree.low(index + 1) == "out" and subject is not None and tree.low(subject) == "time"
    is_matter = low == "matter" and [tree.low(index + 1), tree.low(index + 2), tree.low(index + 3)] in (
        ["of", "time", "before"],
        ["of", "time", "until"],
    )
    if not (is_out or is_matter) or negation(tree, index) is not None:
        return None
    span = clause_of(tree, index)
    if span is None:
        return None
    return Found(WatchpointKind.DEADLINE if is_out else WatchpointKind.FORECAST, index, span)


def to_come(page: Page, index: int) -> Found | None:
    """Give "there are more arrests to come", "worse is yet to come"."""
    tree = page.tree
    noun = tree.head(index)
    if tree.low(index) != "come" or "to" not in tree.marks(index) or noun < 0 or noun >= index:
        return None
    is_more = tree.low(noun) in _MORE or any(tree.low(i) in _MORE for i in tree.under(noun, "amod", "det", "nsubj"))
    span = clause_of(tree, noun if tree.kind(noun) != "obl" else index)
    if not is_more or negation(tree, noun) is not None or span is None or span.end < tree.span(index).end:
        return None
    return Found(WatchpointKind.FORECAST, index, span) if not page.is_short(span) else None


_MORE = frozenset({"more", "further", "worse", "worst"})


def planned(page: Page, index: int) -> Found | None:
    """Give "more strikes are planned", "a march has been planned", whose day nobody tells."""
    tree = page.tree
    auxes = aux_words(tree, index)
    if tree.low(index) not in PLANNED or not auxes & {"is", "are", "been"} or auxes & {"had", "was", "were", "would"}:
        return None
    subject = page.subject(index)
    if (
        subject is None
        or not is_deed_noun(page, subject)
        or negation(tree, index) is not None
        or tree.determiner(subject) == "no"
    ):
        return None
    span = page.clause(index)
    return Found(WatchpointKind.FORECAST, index, span) if span is not None else None
