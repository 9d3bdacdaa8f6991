"""People and bodies without a name who are spoken of again, or act → actors of their own, with all that means them: "dockers … they … the men".

Asked last: nobody else's words change hands here, and what is said or done stays whose it is. Cases: cases/nameless.yml.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...findings.actor import ActorKind
from ..chains.mention import Form, Mention, Role
from ..chains.somebody import likely
from ..doc import Doc
from .cast import Cast, Part
from .speakers import SpeakerFinder

# Least likelihood (0..1) that a chain is of somebody: of one spoken of again, and of one that stands alone as a subject. By
# `python benchmarks/marks/fit_somebody.py --check` 97.6 and 97.2 % are right; re-run it before changing.
AGAIN, ALONE = 0.7, 0.8


def add_nameless(doc: Doc, cast: Cast, finder: SpeakerFinder) -> None:
    """Add to the cast whom common nouns alone tell of, and give the words of their chains to those it has."""
    if finder.referents is None:
        return
    with cast.aside():
        for members in finder.referents.nameless():
            nouns = [m for m in members if m.form is Form.NOUN]
            called = (finder.referents.called_at(m.span) for m in nouns)
            part = next((one for one in called if one is not None), None)
            if part is None and _is_somebody(doc, members, nouns[0]):
                part = finder.described(nouns[0].span)
            if part is not None:
                _point(cast, part, members)


def _is_somebody(doc: Doc, members: Sequence[Mention], first: Mention) -> bool:
    """Tell whether a chain is of people or a body: spoken of again, or several or a body that act."""
    tokens = doc.tokens_in(first.span)
    how = likely(members, doc.low(max(0, tokens.start - 1)), doc.low(min(len(doc.tokens) - 1, tokens.stop)))
    if len(members) > 1:
        return how >= AGAIN
    return how >= ALONE and first.role is Role.SUBJECT and first.number == "p"


def _point(cast: Cast, part: Part, members: Sequence[Mention]) -> None:
    """Add the words of a chain that are nobody's yet to the mentions of whom it means."""
    for one in members:
        is_other = bool(one.gender) and one.form is Form.PRONOUN and part.kind is not ActorKind.PERSON
        if not is_other and not cast.named_in(one.span):
            cast.mention(part, one.span, naming=False)
