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
# The mode that the lexicon gives a demand for anything; what is demanded may tell more.
_ANY_CHANGE = ("change",)
# Words of a complement that are read, from its verb on.
_READ = 6


def modes_of(one: Happening, doc: Doc, words: Span) -> tuple[str, ...]:
    """Give the modes of an event.

    Args:
        words: its evidence.
    """
    kind = one.sense.event or ""
    if one.sense.modes and one.sense.modes != _ANY_CHANGE:
        return one.sense.modes
    if kind == "ASSAULT":
        tokens = [i for chunk in one.chunks for i in range(chunk.first, chunk.last + 1)] + list(doc.tokens_in(words))
        area = {singular(doc.low(i)) for i in tokens}
        return next(((mode,) for mode, means in modes_of_means() if means & area), ())
    known = mode_words(kind)
    if not known:
        return one.sense.modes
    if kind in _OF_ANOTHER and _is_not_to(one, doc):
        return ("yield",) if kind == "REQUEST" else ()  # "urged them not to send arms"
    return next(((known[word],) for i in _telling(one, doc, kind) if (word := stem(doc.low(i))) in known), one.sense.modes)


def _is_not_to(one: Happening, doc: Doc) -> bool:
    """Tell whether it is asked or threatened not to do something."""
    complement = one.frame.complement if one.frame is not None else None
    if complement is None:
        return False
    return complement.is_negated or any(
        doc.low(i) in ("not", "never") for i in range(max(one.token + 1, complement.verb - 2), complement.verb)
    )


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
    phrases = [
        chunk for prep, chunk in frame.phrases if kind != "CONSULT" or prep in ("by", "over")
    ]  # not "talked about the visit"
    if kind == "PROTEST":  # "a hunger | strike"
        return [*(i for chunk in frame.objects for i in range(chunk.first, chunk.last + 1)), *told]
    return [*told, *(chunk.head for chunk in (*frame.objects, *phrases))]
