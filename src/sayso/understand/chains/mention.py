"""Mention and Zone: what the resolver is told of the words that may point to somebody, and of whose words they are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from ...findings.mention import Label
from ...span import Span


class Form(StrEnum):
    """How the words refer."""

    NAME = "name"
    PRONOUN = "pronoun"
    NOUN = "noun"


class Being(StrEnum):
    """What is referred to, as far as the words tell."""

    PERSON = "person"
    BODY = "body"  # organisations, states, groups with one will
    PLACE = "place"
    THING = "thing"
    UNKNOWN = ""


class Role(StrEnum):
    """What the words do in their clause."""

    SUBJECT = "subject"
    OBJECT = "object"
    OWNER = "owner"  # possessives
    OTHER = "other"


class Mention(NamedTuple):
    """Words that refer to something. A tuple, because it has many fields and is made by the hundred.

    Attributes:
        span: the whole phrase, in characters of the text.
        words: its words in lower case, articles and possessive 's left out.
        head: its head word in lower case ("minister" in "the minister of health").
        number: "s", "p", or "" where the words do not tell.
        gender: "f", "m", or "".
        person: 1, 2 or 3.
        label: what kind of name it is, None for other forms and where not known.
        determiner: "the", "a", "this", "my" (any possessive), or "".
        sentence, paragraph: their numbers, from 0.
        zone: index of the zone it stands in.
        speaks: True where it is source of a statement or subject of a reporting verb.
        follows_noun: True right after a noun, or a comma after one ("the poet NAME").
        is_predicate: True right after "is", "was" and their like.
        is_label: True for the label of a turn, which says who speaks and is spoken of by nobody.
        key: whom it names, where that is known: mentions of one key are one, names of two keys never.
        introduces_itself: True after "I am", "my name is".
        token: number of its head word among the Doc's tokens, None where it has none.
        reaches_to: where the phrase that the head governs alone ends: before its first relative clause, comma or preposition.
    """

    span: Span
    words: tuple[str, ...]
    head: str
    form: Form
    number: str = ""
    gender: str = ""
    being: Being = Being.UNKNOWN
    person: int = 3
    label: Label | None = None
    role: Role = Role.OTHER
    determiner: str = ""
    sentence: int = 0
    paragraph: int = 0
    zone: int = 0
    speaks: bool = False
    reaches_to: int = 0
    introduces_itself: bool = False
    follows_noun: bool = False
    is_predicate: bool = False
    is_label: bool = False
    key: str = ""
    token: int | None = None


@dataclass(frozen=True, slots=True)
class Zone:
    """Text in one voice: a quotation, a turn of a transcript, or (zone 0) the report's own.

    Attributes:
        speaker: index of the mention that names whose voice it is, None where nobody knows.
        addressee: index of the mention of whom the words are addressed to.
        is_quotation: True between quotation marks; its speaker is seldom he or she in it.
    """

    speaker: int | None = None
    addressee: int | None = None
    is_quotation: bool = False
