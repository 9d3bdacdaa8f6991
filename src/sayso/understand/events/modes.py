"""The mode of an event: what the lexicon says of its word; of force by what it is used with, of what is said by what is asked, refused or threatened."""

from __future__ import annotations

from ...span import Span
from ..chains.words import singular
from ..doc import Doc
from .happening import Happening
from .triggers import mode_words, modes_of_means
from .usual import stem

# Types whose mode is that of the act they speak of, not of their own word.
_OF_ANOTHER = frozenset(("REQUEST", "REJECT", "THREATEN"))
# Types that the thing tells whose word may be anything: "sent | warships"; "staged | a walkout".
_OF_THINGS = frozenset(("MOBILIZE", "PROTEST", "RETREAT", "CONSULT"))
# Words of a complement that are read, from its verb on.
_READ = 6


def modes_of(one: Happening, doc: Doc, words: Span) -> tuple[str, ...]:
    """Give the modes of an event.

    Args:
        words: its evidence.
    """
    kind = one.sense.event or ""
    if one.sense.modes:
        return one.sense.modes
    if kind == "ASSAULT":
        tokens = [i for chunk in one.chunks for i in range(chunk.first, chunk.last + 1)] + list(doc.tokens_in(words))
        area = {singular(doc.low(i)) for i in tokens}
        return next(((mode,) for mode, means in modes_of_means() if means & area), ())
    known = mode_words(kind)
    if not known:
        return ()
    return next(((known[word],) for i in _telling(one, doc, kind) if (word := stem(doc.low(i))) in known), ())


def _telling(one: Happening, doc: Doc, kind: str) -> list[int]:
    """Give the tokens that may tell the mode, the likelier first."""
    told = [] if kind in _OF_ANOTHER else [one.token, *one.more]
    if kind not in _OF_ANOTHER | _OF_THINGS:
        return told
    if one.inner is not None:
        told += [one.inner.token, *(i for c in one.inner.chunks for i in range(c.first, c.last + 1))]
    frame = one.frame
    if frame is None:
        behind = [i for i in doc.tokens_in(one.sentence) if i > one.token][:_READ] if kind in _OF_ANOTHER else []
        return [*told, *behind]
    if kind in _OF_ANOTHER and frame.complement is not None:
        told += range(frame.complement.verb, min(frame.complement.verb + _READ, doc.tokens_in(one.sentence).stop))
    return [*told, *(chunk.head for chunk in frame.objects), *(chunk.head for _, chunk in frame.phrases)]
