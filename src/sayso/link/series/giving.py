"""Whose number it is, also where nobody is said to say it: "the ministry put the toll at 48", "police raised the count to 74"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...findings.actor import Actor
from ...findings.figure import Figure
from ...findings.reading import Reading
from ...span import Span

# What stands between a giver and its number where the giver is the subject of the verb.
_GIVES = re.compile(
    r"^\s*(?:has|have|had|now|also|later|earlier|then|,\s*\w+\s*,)?(?:\s+(?:now|also|since|later))?\s*"
    r"(?:(?:puts?|raised|raises|lowered|lowers|revised|revises|corrected|corrects|cut|increased|reduced|updated)\b[^.;]*"
    r"\b(?:number|toll|count|figure|estimate|total|tally|crowd|cost|damage|losses)\b[^.;]*\b(?:at|to)\s*"
    r"|(?:spoke|speaks|talked) of\s*|(?:counted|counts|recorded|records|registered|reckons?(?: with)?|estimates?|estimated(?: the \w+ at)?)\s*)$",
    re.IGNORECASE,
)

_BODY = re.compile(
    r"\s*(?:The |A )?((?:[\w'’-]+ ){0,4}?(?:ministry|police|army|coastguard|government|council|agency|union|company|authorities|hospital|navy|commission))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Giver:
    """Key and name of whoever gives a number."""

    key: str
    name: str


class Givers:
    """Who gives the numbers of one reading."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.report.text
        self._actors = {actor.id: actor for actor in reading.actors}
        self._mentions = sorted((m, actor.id) for actor in reading.actors for m in actor.mentions)

    def of(self, figure: Figure, sentence: Span) -> Giver | None:
        """Give who is named as giving a number, None where the report says it in its own voice."""
        actor = self._subject(figure.span, sentence) or self._actors.get(figure.giver or "")
        return Giver(actor.key, actor.name) if actor else self._body(figure.span, sentence)

    def key_of(self, ident: str | None) -> str | None:
        """Give the key of an actor's id."""
        actor = self._actors.get(ident or "")
        return actor.key if actor else None

    def _subject(self, number: Span, sentence: Span) -> Actor | None:
        inside = [(m, i) for m, i in self._mentions if m.start >= sentence.start and m.end <= number.start]
        for mention, ident in sorted(inside, key=lambda pair: (pair[0].start, -pair[0].end)):
            if _GIVES.match(self._text[mention.end : number.start]):
                return self._actors[ident]
        return None

    def _body(self, number: Span, sentence: Span) -> Giver | None:
        """A ministry or the police as the subject, where nothing else in the report has made them an actor."""
        words = self._text[sentence.start : number.start]
        found = _BODY.match(words)
        if not found or not _GIVES.match(words[found.end() :]):
            return None
        return Giver(re.sub(r"\W+", "-", found[1].lower().replace("’s", "s").replace("'s", "s")).strip("-"), found[1])
