"""Whether a phrase was taken for a name: "Ghanaian authorities", "Togo and Benin", "the defence minister of Ghana". A mention in, yes or no out."""

from __future__ import annotations

import re

from ...findings.actor import ActorKind
from ...span import Span
from ..chains.words import singular
from ..extract.cast import Part, slug
from ..known.named import named
from ..known.offices import sector_of
from ..titled_names import is_office_phrase
from .triggers import words_of

_PREPOSITION = re.compile(r"\s(?:of|for|in|from|with)\s")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_NAMED = (ActorKind.ORGANISATION, ActorKind.PERSON, ActorKind.GROUP)


def is_phrase(text: str, mention: Span, part: Part) -> bool:
    """Tell whether the words of a mention are a phrase that was taken for the name of a part."""
    if part.kind is ActorKind.PERSON and is_office_phrase(part.name):
        return True
    if (
        part.kind not in _NAMED
        or named(part.key) is not None
        or (part.country is not None and part.key != slug(_ARTICLE.sub("", mention.of(text))))
    ):
        return False
    words = _PREPOSITION.split(mention.of(text))[0].split()
    if not words:  # what begins with a preposition is no name
        return True
    is_plain = part.kind is ActorKind.GROUP and singular(words[-1].lower()) in words_of("people")
    return is_plain or words[-1].islower() or "and" in words or (len(words) == 1 and sector_of(words[0]) is not None)
