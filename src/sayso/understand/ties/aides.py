"""Aides and spokespeople of people who hold an office ("NAME, a spokesman for Chadian President NAME", "President NAME's chief of staff, NAME,") → of what these are of."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings.actor import ActorKind
from ...findings.tie import Relation
from ...span import Span
from ..doc import Doc
from ..known.words import key_of
from .bounds import Bounds, ended
from .clauses import is_question
from .found import LISTED, Found
from .his_officers import of_holder, of_office_noun
from .lists import OWNS, Named
from .offices import marked_with
from .whom import Whom

_AIDES = frozenset(
    "adviser advisor aide spokesman spokeswoman spokesperson deputy secretary assistant envoy representative counsellor".split()
)
_OFFICES = frozenset(("chief of staff", "press secretary"))
_LEAD = frozenset(
    "a an the senior special top close chief national security economic foreign policy legal press private personal political".split()
)
# Tokens of such an office at most, and from the aide's name to the name or office of whom he serves.
LONGEST, REACH = 6, 8


def aide_ties(doc: Doc, whom: Whom, bounds: Bounds) -> Iterator[Found]:
    """Give the offices of those who serve an office holder, with the state or body whose office that is."""
    for named in whom.names.ordered:
        if named.part.kind is not ActorKind.PERSON or is_question(doc, named.first):
            continue
        told = _explained(doc, whom, named) or _before(doc, whom, named)
        if told is None or marked_with(doc, told[0]) == "next":
            continue
        role, owner = told
        whole = Span(min(role.start, owner.span.start, named.span.start), max(role.end, owner.span.end, named.span.end))
        start, until = bounds.around(whole)
        mark = marked_with(doc, role)
        until = until or (ended(doc, mark) if mark is not None else None)
        yield Found(
            named.part, Relation.HOLDS_OFFICE, owner.part, (whole,), role, round(LISTED * 0.95, 3), role=role.of(doc.text),
            start=start, until=until, presupposed=True,
        )  # fmt: skip


def _role_ending(doc: Doc, stop: int) -> Span | None:
    """Give the office of an aide that ends at a token."""
    for length in (3, 2, 1):
        words = " ".join(doc.low(i) for i in range(max(0, stop - length), stop))
        if (length > 1 and words in _OFFICES) or (length == 1 and words in _AIDES):
            first = stop - length
            while (
                first > 0
                and stop - first < LONGEST
                and doc.low(first - 1) in _LEAD
                and doc.low(first - 1) not in ("a", "an", "the")
            ):
                first -= 1
            return Span(doc.tokens[first].start, doc.tokens[stop - 1].end)
    return None


def _explained(doc: Doc, whom: Whom, named: Named) -> tuple[Span, Named] | None:
    """ "NAME, an adviser to the Chadian president," and "NAME, a spokesman for President NAME of Chad,"."""
    at = named.stop
    if at + 3 >= len(doc.tokens) or doc.word(at) != ",":
        return None
    for link in range(at + 2, min(at + 2 + LONGEST, len(doc.tokens))):
        if doc.low(link) in ("to", "for", "of") and (role := _role_ending(doc, link)) is not None:
            plain = all(
                doc.low(i) in _LEAD or key_of(doc.word(i)) in ("former", "then", "now")
                for i in range(at + 1, doc.tokens_in(role).start)
            )
            owner = _served(doc, whom, link + 1) if plain else None
            return (role, owner) if owner is not None else None
        if doc.pos[link] in ("VERB", "AUX", "PRON") or doc.word(link) == ",":
            return None
    return None


def _served(doc: Doc, whom: Whom, start: int) -> Named | None:
    """Give what an office is of whose holder is named or told from a token: "the CHADIAN president", "CHADIAN President NAME"."""
    for at in range(start, min(start + REACH, len(doc.tokens))):
        named = whom.names.at(at)
        if named is not None and named.part.kind is ActorKind.PERSON:
            goes_on = named.stop < len(doc.tokens) and doc.word(named.stop) in OWNS
            return of_holder(doc, whom, named) if not goes_on else None  # "a deputy of President NAME's party"
        if doc.pos[at] in ("VERB", "AUX", "PUNCT", "PRON", "CCONJ", "ADP", "SCONJ") and doc.word(at) not in OWNS:
            return of_office_noun(doc, whom, at - 1) if at - 1 > start else None
    return None


def _before(doc: Doc, whom: Whom, named: Named) -> tuple[Span, Named] | None:
    """ "Chadian President NAME's spokesman, NAME," and "the Chadian president's chief of staff NAME"."""
    stop = named.first - (named.first > 0 and doc.word(named.first - 1) == ",")
    role = _role_ending(doc, stop) if stop > 2 else None
    at = doc.tokens_in(role).start - 1 if role is not None else -1
    if role is None or at < 1 or doc.word(at) not in OWNS:
        return None
    while at > 0 and doc.word(at) in OWNS:
        at -= 1
    holder = whom.names.at(at)
    if holder is not None and holder.part.kind is ActorKind.PERSON and holder.stop == at + 1:
        owner = of_holder(doc, whom, holder)
    else:
        owner = of_office_noun(doc, whom, at)
    return (role, owner) if owner is not None else None
