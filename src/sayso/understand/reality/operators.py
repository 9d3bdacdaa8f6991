"""Rows of lexicons/en/modality.yml as operators: what a governing word makes of the event in its complement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ...findings.event import Reality
from ...lexicons import Row, entries
from ..extract.cues import inflections

SAME = "same"


@dataclass(frozen=True, slots=True)
class Operator:
    """One governing word.

    Attributes:
        word: base form; particle: what belongs to it ("out" of "rule out"), None for none.
        slots: where the event stands: "to", "that", "ing", "object", "subject", "compound" or a preposition.
        then: what the event is where the word holds; None for what the word itself is (`same`).
        otherwise: what it is where the word is negated.
        fixed: True where the event stands whatever becomes of the word.
        ahead: what a clause of the future under it is ("warned that it will …"), None for planned.
        hostile: what it is where the event is a hostile act ("vowed to burn"), None for no other than `then`.
        told: of an act of speech or a text ("rejected the appeal"): "happened", "same" as the word itself, None for no other than `then`.
        meanwhile: what it is while the word is going on ("is negotiating a truce"), None for no other than `then`.
        denies: True where the word says that somebody holds it for untrue: what is said below it is denied too.
    """

    word: str
    particle: str | None
    slots: frozenset[str]
    then: Reality | None
    otherwise: Reality
    fixed: bool
    ahead: Reality | None
    hostile: Reality | None
    told: str | None
    meanwhile: Reality | None
    denies: bool


@cache
def operators(kind: str) -> dict[str, tuple[Operator, ...]]:
    """Give form → operators of one kind ("verb", "noun", "adjective", "adverb", "preposition", "conjunction"), as the lexicon orders them."""
    found: dict[str, list[Operator]] = {}
    for row in entries("en/modality"):
        if row["kind"] == kind and "then" in row:
            for form in forms_of(row):
                found.setdefault(form, []).append(_operator(row))
    return {form: tuple(rows) for form, rows in found.items()}


@cache
def hostile_acts() -> frozenset[str]:
    """Give the forms of verbs and nouns for hostile acts: burn, boycott, retaliation."""
    rows = [row for row in entries("en/modality") if row["kind"] == "hostile"]
    return frozenset(form for row in rows for kind in ("verb", "noun") for form in inflections({**row, "kind": kind}))


@cache
def blames() -> frozenset[str]:
    """Give the forms of words after which "for" names what was done: blamed, jailed, apology."""
    rows = [row for row in entries("en/modality") if row["kind"] == "blame"]
    return frozenset(form for row in rows for kind in ("verb", "noun") for form in inflections({**row, "kind": kind}))


@cache
def occasions() -> frozenset[str]:
    """Give the forms of nouns for what is held on a day: summit, vote, visit."""
    return frozenset(form for row in entries("en/modality") if row["kind"] == "occasion" for form in forms_of(row))


@cache
def sayings() -> frozenset[str]:
    """Give the forms of nouns for acts of speech and texts: accusation, appeal, lawsuit."""
    return frozenset(form for row in entries("en/modality") if row["kind"] == "told" for form in forms_of(row))


def forms_of(row: Row) -> tuple[str, ...]:
    """Give every form a row's word takes in text."""
    if row["kind"] in ("occasion", "told"):
        return inflections({**row, "kind": "noun"})
    if row["kind"] == "noun":
        return (*inflections(row), *row.get("forms", ()))
    return inflections(row) if row["kind"] == "verb" else (row["word"], *row.get("forms", ()))


def _operator(row: Row) -> Operator:
    then = None if row["then"] == SAME else Reality(row["then"])
    return Operator(
        row["word"],
        row.get("with"),
        frozenset(row.get("of", ())),
        then,
        Reality(row.get("not", "negated")),
        bool(row.get("fixed")),
        Reality(row["ahead"]) if "ahead" in row else None,
        Reality(row["hostile"]) if "hostile" in row else None,
        row.get("told"),
        Reality(row["meanwhile"]) if "meanwhile" in row else None,
        bool(row.get("denies")),
    )


def fitting(found: Iterable[Operator], slots: Iterable[str], particles: frozenset[str]) -> Operator | None:
    """Give the first operator with one of the slots, and with its particle; one with a particle goes before one without."""
    wanted = set(slots)
    fits = [o for o in found if o.slots & wanted and (o.particle is None or o.particle in particles)]
    return min(fits, key=lambda o: o.particle is None, default=None)
