"""Doc, cast, statements and times → Watchpoint findings, in the order of their words. Front door.

One clause is one watchpoint: a question before a conditional before a threat before what is only likely, dated or possible. What is put into a
mouth, denied or left unsaid is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from ...findings.statement import Act, Statement
from ...findings.watchpoint import Watchpoint, WatchpointKind
from ...span import Span, SpanSet, overlaps_any
from ...when import When
from ..calendar.time_words import TimeWords
from ..doc import Doc
from ..extract.cast import Cast
from ..reality.clause import is_infinitive, negation
from .clauses import trimmed
from .conditionals import condition_at
from .foretold import foreteller
from .found import Found
from .page import Page
from .questions import questions
from .rules import findings
from .threats import threat_said

BY = "rule:watchpoints/1"
# Share of each kind that is right, of 72 read in 47 articles (benchmarks/watchpoints/audit.py) and 80 more while the rules were written; of questions
# and threats, of which few were met, a guess on the low side.
RIGHT = {
    WatchpointKind.QUESTION: 0.75, WatchpointKind.CONDITIONAL: 0.8, WatchpointKind.THREAT: 0.75, WatchpointKind.FORECAST: 0.9,
    WatchpointKind.DEADLINE: 0.8, WatchpointKind.POSSIBILITY: 0.75,
}  # fmt: skip
# Characters of the longest that is given: beyond it the page has no marks that end a sentence, and the words are not one thing.
LONGEST = 600
# Steps up from the verb of a condition's consequence to the word that says it may come.
_STEPS = 3
_NOT_SAID = (Act.IMPUTED, Act.DENY, Act.SILENT, Act.DECLINE)


def make_watchpoints(
    doc: Doc, cast: Cast, statements: Sequence[Statement], *, times: list[TimeWords], calibrate: Callable[[str, float], float]
) -> tuple[Watchpoint, ...]:
    """Give what a report says may come; the cast must be frozen. Nothing where the Doc has no syntax."""
    if not doc.heads:
        return ()
    page = Page(doc, cast, statements, times)
    made: list[Watchpoint] = []
    for sentence in doc.sentences:
        if overlaps_any(sentence, doc.report.furniture):
            continue
        for found in _apart(page, _in_sentence(page, sentence)):
            one = _watchpoint(page, found, calibrate)
            if one is not None:
                made.append(one)
    made += _said(page, statements, made, calibrate)
    made.sort(key=lambda w: w.span)
    return tuple(replace(one, id=f"w{number}") for number, one in enumerate(made, 1))


def _in_sentence(page: Page, sentence: Span) -> Iterator[Found]:
    """Give the candidates, those that go before others first."""
    yield from questions(page, sentence)
    for found in findings(page, sentence):
        yield _without_speaker(page, _with_condition(page, _before_speaker(page, _within_quotation(page, found))))


def _with_condition(page: Page, found: Found) -> Found:
    """Set a threat's condition apart from what is threatened: "threatened to burn the depot unless they are paid"."""
    if found.kind is not WatchpointKind.THREAT or found.condition is not None:
        return found
    for index in page.doc.tokens_in(found.span):
        condition = condition_at(page, index)
        is_its_own = condition is not None and _is_under(page, condition.main, found.anchor)
        if condition is not None and is_its_own and found.span.start < condition.start < condition.end <= found.span.end:
            return replace(
                found, condition=condition.condition, consequence=trimmed(page.tree, found.span.start, condition.start)
            )
    return found


def _is_under(page: Page, main: int, anchor: int) -> bool:
    """Tell whether a word is another, the one above it, or hangs below it: "threatened to *stop* | sharing | …"."""
    if main in (anchor, page.tree.head(anchor)):
        return True
    for _ in range(_STEPS):
        main = page.tree.head(main)
        if main == anchor:
            return True
        if main < 0:
            return False
    return False


def _apart(page: Page, candidates: Iterator[Found]) -> list[Found]:
    """Keep those that are not, for the most part, the words of one that goes before, nor told within its condition."""
    kept: list[Found] = []
    for found in candidates:
        word = page.tree.span(found.anchor)
        if not any(_is_same(found.span, k.span) or (k.condition is not None and k.condition.covers(word)) for k in kept):
            kept.append(found)
    return kept


def _is_same(one: Span, other: Span) -> bool:
    """Tell whether two stretches share more than half of the shorter."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return 2 * shared > min(one.end - one.start, other.end - other.start)


def _said(
    page: Page, statements: Sequence[Statement], made: Sequence[Watchpoint], calibrate: Callable[[str, float], float]
) -> list[Watchpoint]:
    """Give the threats of statements in whose words no watchpoint was found."""
    more = []
    taken = SpanSet(one.span for one in made)
    for statement in statements:
        found = threat_said(page.tree, statement)
        if found is None or taken.touching(found.span):
            continue
        found = _with_condition(page, found)
        one = _watchpoint(page, found, calibrate)
        if one is not None:
            more.append(one)
    return more


def _within_quotation(page: Page, found: Found) -> Found:
    """End the words at a closing quotation mark behind a comma: what follows is who said it."""
    quotation = page.doc.quotation_at(page.tree.span(found.anchor).start)
    if quotation is None or found.span.end <= quotation.span.end:
        return found
    last = page.doc.text[found.span.start : quotation.span.end].rstrip("”\"'’ ")
    if last[-1:] not in (",", "?", "!", "."):
        return found
    return replace(found, span=Span(found.span.start, found.span.start + len(last.rstrip(",. "))))


def _before_speaker(page: Page, found: Found) -> Found:
    """End the words before whoever says them: "…, the minister said"."""
    statement = page.statement_at(found.anchor)
    at = page.tree.span(found.anchor).end
    said = [piece.start for piece in (*statement.source, *statement.cue)] if statement is not None else []
    ends = [
        start
        for start in said
        if at < start < found.span.end and page.doc.text[:start].rstrip()[-1:] in (",", "”", '"', "'", "’")
    ]
    span = trimmed(page.tree, found.span.start, min(ends)) if ends else None
    return replace(found, span=span) if span is not None else found


def _without_speaker(page: Page, found: Found) -> Found:
    """Begin the consequence behind whoever says it: "unless it closes, | an envoy warned, | banks could fail"."""
    statement, whole = page.statement_at(found.anchor), found.consequence
    said = [*statement.source, *statement.cue] if statement is not None else []
    if whole is None or not said or not all(whole.covers(piece) for piece in said):
        return found
    last = max(piece.end for piece in said)
    if min(piece.start for piece in said) - whole.start > 2 or page.doc.text[last : last + 1] != ",":
        return found
    return replace(found, consequence=trimmed(page.tree, last + 1, whole.end))


_ENTAILS = frozenset(
    "mean means meant suggest suggests suggested imply implies guarantee guarantees guaranteed ensure ensures".split()
)


def _is_denied_above(page: Page, anchor: int) -> bool:
    """Tell "this does not mean that the siege will end", "to ensure that it will end", which say nothing of what will be."""
    above = page.tree.head(anchor)
    is_said = page.tree.kind(anchor) == "ccomp" and 0 <= above < anchor and page.tree.low(above) in _ENTAILS
    is_aim = is_said and page.tree.low(above) in ("ensure", "guarantee") and is_infinitive(page.tree, above)
    return is_aim or (is_said and negation(page.tree, above) is not None)


def _is_in_dispute(page: Page, statement: Statement) -> bool:
    """Tell "allies disagree on how they should respond", which leaves it open."""
    return any(piece.of(page.doc.text).lower().startswith(("disagree", "differ")) for piece in statement.cue)


def _is_not_excluded(page: Page, statement: Statement) -> bool:
    """Tell "did not exclude that an envoy might come", which leaves it possible."""
    words = {word for piece in statement.cue for word in piece.of(page.doc.text).lower().split()}
    return bool(statement.negated) and not words.isdisjoint(_EXCLUDES)


_EXCLUDES = frozenset({"exclude", "excluded", "excludes", "rule", "ruled", "discount", "discounted", "dismiss"})
_KNEW = frozenset({"knew", "known", "remembered", "forgot", "realised", "realized"})


def _was_known(page: Page, statement: Statement, kind: WatchpointKind) -> bool:
    """Tell "she knew that it could happen", which was so and has no day ahead."""
    return kind is WatchpointKind.POSSIBILITY and any(
        word in _KNEW for piece in statement.cue for word in piece.of(page.doc.text).lower().split()
    )


def _watchpoint(page: Page, found: Found, calibrate: Callable[[str, float], float]) -> Watchpoint | None:
    statement = page.statement_at(found.anchor)
    is_left_open = statement is not None and (
        statement.act in (Act.SILENT, Act.DECLINE) or statement.negated or _is_in_dispute(page, statement)
    )
    if (
        statement is not None
        and (statement.act in _NOT_SAID or statement.negated)
        and not (found.kind is WatchpointKind.QUESTION and is_left_open)  # "would not say whether …", "has not confirmed that …"
        and not (found.kind is WatchpointKind.POSSIBILITY and _is_not_excluded(page, statement))
    ):
        return None
    if found.span.end - found.span.start > LONGEST:
        return None
    if statement is not None and _was_known(page, statement, found.kind):
        return None
    if overlaps_any(found.span, page.doc.report.furniture) or _is_denied_above(page, found.anchor):
        return None
    words = found.words
    if words is None and found.kind is WatchpointKind.FORECAST and statement is not None:
        words = foreteller(page, statement)  # "they fear that it will spread", whichever rule found it
    actors = dict.fromkeys(part.id for _, part in page.cast.named_in(found.span) if part.id)
    when = page.time_at(found.time) if found.time is not None else None
    return Watchpoint(
        id="", kind=found.kind, span=found.span, condition=(found.condition,) if found.condition else None,
        consequence=(found.consequence,) if found.consequence else None, actors=tuple(actors),
        by_whom=statement.id if statement is not None else None, evidence=(found.span,),
        confidence=calibrate("watchpoint", RIGHT[found.kind]), by=BY, words=words,
        date=When(when.start, when.end, when.span.of(page.doc.text)) if when is not None else None,
    )  # fmt: skip
