"""Names whose place says that they are people: after a title ("President Ada Lund") and as who holds an office ("Ada Lund was minister",
"Ada Lund, who served as minister").

A Doc in, its names out, their labels mended. The entity head tells rare names of people from names of bodies by their letters alone; the office
beside them is surer. Names that the lexicon knows stay as they are.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ..findings.mention import Label
from ..span import Span
from .doc import Doc, Name
from .known.actors import find_known
from .known.offices import office_word

# Two to four capitalised words, small ones of family names between: what a person's full name looks like.
_FULL_NAME = re.compile(r"[A-Z][\w’'.-]*(?: (?:(?:van|von|de|der|la|di|da|dos|del|bin|ibn|al|el)\b[ -]?)*[A-Z][\w’'.-]*){1,3}")
# Offices that a body or a state does not hold; leaders, founders and owners may be firms.
_HELD_BY_PEOPLE = frozenset(("GOV", "MIL", "SPY", "COP", "LEG", "JUD"))
_SERVES = frozenset(("serve", "serves", "served", "serving", "works", "worked"))


def with_office_holders(doc: Doc) -> Doc:
    """Give the Doc with names in the place of an office's holder called people."""
    if not doc.heads:
        return doc
    found = tuple(replace(n, label=Label.PER) if _may_hold(doc, n) and _holds_office(doc, n.span) else n for n in doc.names)
    mended = {n.span.of(doc.text) for n, before in zip(found, doc.names, strict=True) if n.label is not before.label}
    return doc.mended(names=tuple(replace(n, label=Label.PER) if n.span.of(doc.text) in mended else n for n in found))


def _may_hold(doc: Doc, name: Name) -> bool:
    words = name.span.of(doc.text)
    return name.label is not Label.PER and _FULL_NAME.fullmatch(words) is not None and not find_known(words)


def _holds_office(doc: Doc, span: Span) -> bool:
    inside = doc.tokens_in(span)
    before, after = inside.start - 1, inside.stop
    if after < len(doc.tokens) and doc.pos[after] in ("NOUN", "PROPN") and doc.text[span.end : span.end + 1] == " ":
        return False  # "President Ada Lund Airport"
    is_beside = before >= 0 and doc.text[doc.tokens[before].end : span.start] == " "
    if is_beside and doc.word(before)[:1].isupper() and _is_office(doc, before):
        return True
    clauses = {doc.heads[i] for i in inside if doc.relations[i].startswith("nsubj") and doc.heads[i] not in inside}
    clauses |= {i for name in inside for i in doc.dependents(name) if doc.relations[i] == "acl:relcl" and _is_of_who(doc, i)}
    return any(_is_held(doc, clause) for clause in clauses)


def _is_of_who(doc: Doc, verb: int) -> bool:
    return any(doc.low(i) == "who" and doc.relations[i].startswith("nsubj") for i in doc.dependents(verb))


def _is_held(doc: Doc, clause: int) -> bool:
    """Tell whether the predicate of a clause is an office, or that somebody serves as one."""
    if _is_office(doc, clause):
        return any(doc.relations[i] == "cop" for i in doc.dependents(clause))
    return doc.low(clause) in _SERVES and any(
        _is_office(doc, i) and _has_as(doc, i) for i in doc.dependents(clause) if i > clause
    )


def _has_as(doc: Doc, noun: int) -> bool:
    return any(doc.low(i) == "as" for i in doc.dependents(noun))


def _is_office(doc: Doc, token: int) -> bool:
    row = office_word(doc.low(token))
    return row is not None and row.sector in _HELD_BY_PEOPLE and doc.pos[token] in ("NOUN", "PROPN")
