"""Forecasts by who says them: "the strait will stay shut, analysts say", "many believe he will resign". A page and a word in, a finding out.

What anybody promises to do himself is none. Cases: cases/watchpoints.yml.
"""

from __future__ import annotations

from ...findings.statement import Act, Statement
from ...findings.watchpoint import WatchpointKind
from ..reality.clause import aux_words, auxiliaries, negation
from ..reality.shapes import Shape, shape
from ..reality.tree import Tree
from .found import Found, forms
from .page import Page

FUTURE = frozenset({"will", "'ll", "wo", "would"})
_SELF = frozenset({"i", "we", "you", "me", "one", "nobody"})


def foretold(page: Page, index: int) -> Found | None:
    """Give the forecast whose predicate a word is, where it stands in the words of somebody who foretells."""
    tree = page.tree
    if tree.pos(index) not in ("VERB", "ADJ", "NOUN") and not _is_there(tree, index):
        return None
    auxes = aux_words(tree, index)
    if not auxes & FUTURE or "have" in auxes or tree.kind(index) in ("acl", "advcl"):
        return None
    if (there := _there_will(page, index, auxes)) is not None:
        return there
    if (
        auxes & {"will", "'ll"}
        and (
            tree.low(index) in forms("effect") | forms("outcome")
            or (tree.low(index) in forms("course") and tree.under(index, "obj"))
        )
        and (effect := _effect(page, index)) is not None
    ):
        return effect
    statement = page.statement_at(index)
    words = foreteller(page, statement) if statement is not None else None
    subject = page.subject(index)
    if statement is None or words is None or subject is None or tree.low(subject) in _SELF:
        return None
    if _is_of_subject(tree, statement, subject):
        return None
    is_quoted = page.doc.quotation_at(tree.span(index).start) is not None
    if "would" in auxes and (is_quoted or negation(tree, index) is not None):
        return None
    actors = {part.id for _, part in page.cast.named_in(tree.span(subject))}
    if statement.speaker is not None and statement.speaker in actors:
        return None
    span = page.clause(index)
    if span is None:
        return None
    time = page.time_in(span, index)
    return Found(WatchpointKind.FORECAST, index, span, words=words, time=time.span if time is not None else None)


def _is_of_subject(tree: Tree, statement: Statement, subject: int) -> bool:
    """Tell a participle behind the subject that foretells another deed: "soldiers, *expected* to leave in June, will stay"."""
    cue = tree.top_of(statement.cue[0]) if statement.cue else None
    return cue is not None and tree.head(cue) == subject and shape(tree.low(cue)) is Shape.PAST and tree.low(cue + 1) == "to"


def _is_there(tree: Tree, index: int) -> bool:
    """Tell "there will be", whatever word of it the syntax hangs "there" on."""
    first = min(auxiliaries(tree, index), default=0) - 1
    is_right_before = tree.low(first) == "there" and tree.relation(first) == "expl"
    return is_right_before or any(tree.has(i, "expl", {"there"}) for i in (index, *tree.under(index, "cop")))


def _there_will(page: Page, index: int, auxes: frozenset[str]) -> Found | None:
    """Give "there will be more arrests"; with "would" in somebody's words only."""
    tree = page.tree
    if not _is_there(tree, index) or negation(tree, index) is not None:
        return None
    if "would" in auxes and page.statement_at(index) is None:
        return None
    span = page.clause(index)
    return Found(WatchpointKind.FORECAST, index, span) if span is not None else None


def _effect(page: Page, index: int) -> Found | None:
    """Give "the ruling will inflame the exiles": what a thing, not somebody, will do."""
    tree, subject = page.tree, page.subject(index)
    if subject is None or page.is_agent(subject) or negation(tree, index) is not None:
        return None
    if tree.pos(subject) != "NOUN" and not _is_what_was_told(page, subject):
        return None
    if tree.pos(index) == "VERB" and {tree.low(i) for i in tree.under(index, "aux")} & {"be", "been"}:
        return None
    span = page.clause(index)
    if span is None or span.start > tree.span(subject).start:
        return None
    return Found(WatchpointKind.FORECAST, index, span)


def _is_what_was_told(page: Page, subject: int) -> bool:
    """Tell "that will bring pressure", "it will cost the port its trade", where the pronoun opens its sentence and names nobody."""
    tree = page.tree
    span = tree.span(subject)
    if tree.low(subject) not in ("that", "this", "it") or page.doc.sentence_at(span.start).start != span.start:
        return False
    return tree.low(subject) != "it" or not any(part.id for _, part in page.cast.named_in(span))


def foreteller(page: Page, statement: Statement) -> str | None:
    """Give the cue of a statement that foretells: by its verb, or by who makes it."""
    text = page.doc.text
    cue = [word for piece in statement.cue for word in piece.of(text).lower().split()]
    if not cue or statement.negated:
        return None
    words = statement.cue[0].of(text)
    if statement.act is Act.PREDICT or any(word in forms("opinion") for word in cue):
        return words
    source = {word.strip(",.").lower() for piece in statement.source for word in piece.of(text).split()}
    return words if statement.act in (Act.ASSERT, Act.WARN, Act.THINK) and source & forms("foreteller") else None
