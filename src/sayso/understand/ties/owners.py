"""A role and the state or body it belongs to → the words that say so; None where the owner's name is only a piece of another name or of another phrase."""

from __future__ import annotations

import re

from ...span import Span
from ..doc import Doc
from ..extract.cast import Cast, Part
from ..known.offices import marks, office_words
from ..known.words import key_of
from .lists import OWNS
from .whom import Whom

_LINKS = ("of", "for", "at", "to", "in", "with", "on")
# Tokens between a role and its owner: longer phrases are about something else.
LONGEST_BEFORE, LONGEST_AFTER = 6, 9
# Sentences looked back over for the same role with its owner.
REACH = 3
# Heads of whole bodies: "the Norvik gang leader" leads a gang, not Norvik.
TOP = frozenset(("leader", "head", "chief", "president", "boss", "ruler"))
# Bodies that a title may head beside the one named before it.
BODY_NOUNS = frozenset(
    "gang party group union rebel rebels company tribe tribal community opposition student faction militia clan cartel mafia guerrilla separatist religious local "
    "city town village district regional state provincial club team squad police army mission delegation campaign parliamentary bank".split()
)
_LABOUR = frozenset(("labour", "labor"))
_PLAIN = ("ADJ", "NOUN", "ADV", "NUM", "VERB", "DET", "CCONJ")


def is_portfolio(doc: Doc, token: int, first: int) -> bool:
    """Tell whether a word that may name a party says what somebody is minister of: "the LABOUR minister"."""
    return doc.low(token) in _LABOUR and token + 1 == first and doc.low(first) in ("minister", "secretary", "ministers")


def owner_beside(doc: Doc, cast: Cast, whom: Whom, owner: Part, role: Span) -> tuple[Span, ...] | None:
    """Give the words that name the owner of a role: in the role, before it or after "of"; or, where its sentence names it nowhere, the last before.

    Empty where the role itself says whose it is and no name of the owner is needed ("Senate majority leader").
    """
    named = [m for m, part in cast.named_in(doc.clause_near(role.start)) if part is owner]
    for mention in named:
        runs_into = mention.start < role.start < mention.end <= role.end and not _is_piece(
            doc, whom, mention, doc.tokens_in(mention).start
        )  # "Togo's army" of "Togo's army chief"
        if role.covers(mention) or runs_into or _is_before(doc, whom, mention, role) or _is_after(doc, whom, mention, role):
            return (mention,)
    at = doc.tokens_in(role).start - 1
    if named or (at >= 0 and doc.word(at) in OWNS):  # "the country's president": whose it is stands here
        return None
    return _earlier(doc, owner, role)


def _earlier(doc: Doc, owner: Part, role: Span) -> tuple[Span, ...] | None:
    """Give the last words that name the owner with the same role ("Togo's ambassador … the ambassador"), not many sentences before."""
    floor = doc.sentences[max(0, doc.sentence_number(role.start) - REACH)].start
    earlier = [m for m in owner.naming if m.end <= role.start]
    if not earlier:
        return ()
    last = re.escape(role.of(doc.text).split()[-1])
    same = re.compile(rf"(?:’s|'s)?\s+(?:[\w-]+\s+){{0,2}}{last}\b", re.IGNORECASE)
    near = [m for m in sorted(earlier, reverse=True) if m.start >= floor]
    return next(((Span(m.start, found.end()),) for m in near if (found := same.match(doc.text, m.end)) is not None), None)


def _is_before(doc: Doc, whom: Whom, mention: Span, role: Span) -> bool:
    """ "Togo's deputy foreign minister", "the Norvik sales director": what stands between are plain words and ranks."""
    first, last = doc.tokens_in(mention), doc.tokens_in(role)
    between = range(first.stop, last.start)
    if mention.end > role.start or len(between) > LONGEST_BEFORE or _is_piece(doc, whom, mention, first.start):
        return False
    if doc.low(last[-1]) in TOP and any(doc.pos[i] == "NOUN" and doc.word(i) not in OWNS for i in between):
        return False
    return all(doc.word(i) in (*OWNS, "-") or (doc.pos[i] in (*_PLAIN, "PROPN") and _is_plain(doc, i)) for i in between)


def _is_after(doc: Doc, whom: Whom, mention: Span, role: Span) -> bool:
    """ "minister of Togo", "the director of research at Norvik": a preposition, then plain words, then the whole name."""
    first, last = doc.tokens_in(role), doc.tokens_in(mention)
    between = range(first.stop, last.start)
    if mention.start < role.end or not 1 <= len(between) <= LONGEST_AFTER or doc.low(between[0]) not in _LINKS:
        return False
    if not all(doc.pos[i] in (*_PLAIN, "ADP") and (doc.word(i)[0].islower() or doc.word(i) == "The") for i in between[1:]):
        return False
    named = whom.names.at(last.start)
    return named is not None and named.span == mention and whom.names.ends_phrase(named)


def _is_piece(doc: Doc, whom: Whom, mention: Span, first: int) -> bool:
    """Tell whether a capitalised word that is no name of its own runs into the mention ("Florida Democratic Caucus")."""
    if first == 0 or doc.tokens[first - 1].end + 1 < mention.start:
        return False
    before = doc.word(first - 1)
    if before in ("-", "‐", "–"):
        return True
    return (
        doc.pos[first - 1] == "PROPN"
        and before[0].isupper()
        and whom.names.at(first - 1) is None
        and not _is_plain(doc, first - 1)
    )


def _is_plain(doc: Doc, token: int) -> bool:
    """Tell whether a word is in small letters, or a rank, a mark or a piece of an office in capitals."""
    word = doc.word(token)
    key = key_of(word)
    return word[0].islower() or key in marks() or key in office_words() or key in RANKS


RANKS = frozenset(
    "deputy first second senior chief acting assistant vice principal national foreign permanent special lieutenant lead".split()
)
