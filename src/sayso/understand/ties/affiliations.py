"""People by the body they are of ("NAME of the Harbour Watch said", "NAME, of the Norvik Institute,") → memberships, where no office stands beside the name."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings.actor import ActorKind
from ...findings.tie import Relation
from ...span import Span
from ..doc import Doc
from ..known.words import key_of
from ..places.candidates import candidates_of
from .clauses import is_question
from .found import LISTED, Found
from .lists import Named
from .title_words import title_before
from .whom import Whom
from .words import is_party

_BODIES = (ActorKind.ORGANISATION, ActorKind.OUTLET, ActorKind.GROUP)
# Sectors whose names may stand for people that somebody is of by birth or by place.
_NOT = frozenset(("CVL", "REF"))
# Words of what kind of body a name is, and how many may lead up to it.
_KINDS = frozenset(
    "group organisation organization watchdog charity institute party movement union network alliance coalition newspaper outlet agency firm company body association foundation militia".split()
)
_LEAD = 4
# Words after a name that may follow such a phrase.
_CLOSING = frozenset((",", ".", ";", ")", "—", "–", ":", "”", '"', "''", "and"))


def affiliation_ties(doc: Doc, whom: Whom) -> Iterator[Found]:
    """Give the memberships that "of" behind a name says."""
    for named in whom.names.ordered:
        if named.part.kind is not ActorKind.PERSON or is_question(doc, named.first) or title_before(doc, whom, named.first):
            continue
        body = _body_after(doc, whom, named)
        if body is not None and not is_party(body.part):
            whole = Span(named.span.start, body.span.end)
            yield Found(named.part, Relation.MEMBER_OF, body.part, (whole,), body.span, LISTED, presupposed=True)


def _body_after(doc: Doc, whom: Whom, named: Named) -> Named | None:
    """Give the body right after "NAME of" or "NAME, of"; none that may be a place, or that holds another ("of the Norvik's board")."""
    at = named.stop
    comma = at < len(doc.tokens) and doc.word(at) == ","
    at += comma
    if at + 1 >= len(doc.tokens) or doc.low(at) not in ("of", "with") or (doc.low(at) == "with" and not comma):
        return None
    at += 1
    at += at + 1 < len(doc.tokens) and doc.low(at) in ("the", "a", "an") and whom.names.at(at) is None
    start = at
    while (
        at + 1 < len(doc.tokens) and at < start + _LEAD and whom.names.at(at) is None and doc.pos[at] in ("ADJ", "NOUN", "VERB")
    ):
        at += 1  # "of the exiled monitoring group NAME"
    if at > start and doc.low(at - 1) not in _KINDS:
        return None
    body = whom.names.at(at)
    if body is None or body.first != at or body.part.kind not in _BODIES or not whom.names.ends_phrase(body):
        return None
    if comma and (body.stop >= len(doc.tokens) or doc.word(body.stop) not in _CLOSING):
        return None
    words = body.span.of(doc.text)
    is_place = body.part.sector == "GOV" and " " not in words or bool(candidates_of(words))
    return None if is_place or body.part.sector in _NOT or key_of(words).startswith("house of") else body
