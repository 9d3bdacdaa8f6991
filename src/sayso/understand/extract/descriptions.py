"""A noun phrase that describes somebody → the office in it, whose office it is, whether it is still held.

"South Korea's vice-foreign minister": role "vice-foreign minister", of KOR. "a retired U.S. Navy admiral": role "admiral", of us-navy, former.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...findings.actor import ActorKind
from ...span import Span
from ..known_offices import OfficeWord, SpeaksFor, marks, office_words
from ..known_words import key_of
from .cast import Cast, Part

_WORDS = re.compile(r"[^\W_][\w’'.-]*", re.UNICODE)
_FORMER = re.compile(
    r"\b(?:former|formerly|ex|retired|then|late|ousted|deposed|outgoing|one-time|onetime|past)\b|\bex-", re.IGNORECASE
)
_LONGEST_OFFICE = 6  # words
_BODIES = (ActorKind.ORGANISATION, ActorKind.OUTLET, ActorKind.GROUP)


@dataclass(frozen=True, slots=True)
class Description:
    """What a phrase says of somebody's office.

    Attributes:
        role: the office in the report's words, rank words included ("deputy foreign minister").
        office: the lexicon's office.
        span: where the role stands.
        of: the state or body it belongs to, None where the phrase names none.
        former: True where the phrase says so.
    """

    role: str
    office: OfficeWord
    span: Span
    of: Part | None
    former: bool


def describe(cast: Cast, span: Span) -> Description | None:
    """Read the last office of a phrase; None where it holds none."""
    words = list(_WORDS.finditer(cast.text, span.start, span.end))
    table = office_words()
    for end in range(len(words), 0, -1):
        for start in range(max(0, end - _LONGEST_OFFICE), end):
            phrase = cast.text[words[start].start() : words[end - 1].end()].removesuffix("’s").removesuffix("'s")
            office = table.get(key_of(phrase))
            if office is None or not _is_plain(cast, words[start].start(), words[end - 1].end()):
                continue
            first = _with_rank(cast, words, start)
            role = Span(words[first].start(), words[start].start() + len(phrase))
            return Description(role.of(cast.text), office, role, _owner(cast, span, role), _is_former(cast, span, role))
    return None


def _is_plain(cast: Cast, start: int, end: int) -> bool:
    """The office's words must not be part of a longer proper name ("General Motors")."""
    return not any(
        m.start <= start and end <= m.end and m.end - m.start > end - start
        for m, p in cast.named_in(Span(max(0, start - 60), end + 40))
        if p.kind in (ActorKind.OUTLET, ActorKind.PERSON)
    )


def _with_rank(cast: Cast, words: list[re.Match[str]], start: int) -> int:
    while start > 0:
        word = key_of(words[start - 1].group())
        gap = cast.text[words[start - 1].end() : words[start].start()]
        if marks().get(word) in (None, "former") or gap.strip(" -"):
            return start
        start -= 1
    return start


def _is_former(cast: Cast, span: Span, role: Span) -> bool:
    before = cast.text[span.start : role.start]
    return bool(_FORMER.search(before[-60:])) or bool(re.match(r"(?:former|ex-|retired)", role.of(cast.text), re.IGNORECASE))


def _owner(cast: Cast, span: Span, role: Span) -> Part | None:
    """Give the body or state named in the phrase: what follows "of" or "for" first, else the nearest before the role."""
    after = re.compile(r"\s+(?:of|for|to|at|from)\s+(?:the\s+)?").match(cast.text, role.end, span.end)
    if after:
        following = [(m, p) for m, p in cast.named_in(Span(after.end(), span.end)) if p.kind is not ActorKind.PERSON]
        if following:
            nearest = min(m.start for m, _ in following)
            return max(((m, p) for m, p in following if m.start == nearest), key=lambda pair: pair[0].end)[1]
    within = [
        (m, p) for m, p in cast.named_in(Span(span.start, role.end)) if p.kind is not ActorKind.PERSON and m.end <= role.end
    ]
    if not within:
        return None
    within = [(m, p) for m, p in within if m.start < role.start] or []
    if not within:
        return None
    bodies = [(m, p) for m, p in within if p.kind in _BODIES]
    return max(bodies or within, key=lambda pair: (pair[0].end, pair[0].end - pair[0].start))[1]


def spoken_for(cast: Cast, description: Description) -> str | None:
    """Give the key of the state or body its holder speaks for by office, None where the office speaks for nobody."""
    if description.former or description.office.speaks_for is SpeaksFor.NONE or description.of is None:
        return None
    return voice_of(description.of)


def voice_of(owner: Part) -> str | None:
    """Give for whom a state or body speaks: a state and its organs for the state, another body for itself."""
    if owner.kind is ActorKind.COUNTRY:
        return owner.key
    if owner.country and owner.sector in ("GOV", "MIL", "SPY", "COP", "LEG", "JUD"):
        return owner.country
    return owner.key if owner.kind is ActorKind.ORGANISATION else None
