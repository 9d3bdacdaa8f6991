"""An office without a name ("the minister", "Peru's defence minister", "the former envoy") → the person of the report who holds it, else its holder of the day.

A Doc and its cast in, a part out, None where nobody surely is meant. Whom the report names with the office goes before the lexicon, and who is named before
the words before who is named after them. Cases: cases/speakers.yml, cases/statements.yml.
"""

from __future__ import annotations

import re
from datetime import date

from ...findings.actor import ActorKind, Office
from ...span import Span
from ..doc import Doc
from ..known.offices import SpeaksFor, office_word
from ..known.people import office_holder
from .cast import Cast, Part
from .descriptions import Description, describe, spoken_for
from .offices_elsewhere import is_plural

PREPOSITION = re.compile(
    r"\s(?:of|for|to|from|with|at|in|on|by|close to|familiar with|near|within|representing)\s", re.IGNORECASE
)
_NOT_ALONE = re.compile(r"\b(?:deputy|vice|assistant|spokes\w+|aide|adviser|advisor)\b", re.IGNORECASE)
_INDEFINITE = re.compile(r"(?:an?|one|another|some|two|three|several|many) ", re.IGNORECASE)
# An envoy's office without a host is, of those the lexicon dates, that at the United Nations.
_ENVOY = re.compile(r"(?:deputy )?ambassador")
_AT_THE_UN = re.compile(r"\bU\.?N\.?\b|\bUnited Nations\b|\bSecurity Council\b")
_TO = re.compile(r"\s+to\s+(?:the\s+)?(?P<host>[A-Z][\w.]*)")
# Not the holder of an office but the one below him.
_DEPUTY = re.compile(r"(?:deputy|vice|assistant|under|acting deputy)\b", re.IGNORECASE)
# An owner by a noun alone, which no office tells: "the bank's president"; "the country's" and "the president's" are followed elsewhere.
_OWNED = re.compile(r"the (?!president|minister|king|queen|country|state|nation)[\w -]+[’']s ", re.IGNORECASE)
# What papers call whoever heads a body, and offices at the head of one.
_CALLED_HEAD = frozenset(("chief", "head", "boss", "leader"))
_AT_HEAD = frozenset(
    "director director-general president chairman chairwoman chairperson chair secretary-general commissioner commander governor".split()
) | {"director general", "chief executive", "executive director", "general director", "secretary general", "managing director"}


class Holders:
    """Answers for one report."""

    def __init__(self, doc: Doc, cast: Cast, on: date | None) -> None:
        self.doc, self.cast, self.on = doc, cast, on

    def of(self, span: Span, head: Span) -> Part | None:
        """Give whom a source means that is an office and no name; `head` is the source before its first comma."""
        words = head.of(self.doc.text)
        description = describe(self.cast, head)
        is_definite = words.lower().startswith("the ")
        if description is None or (not is_definite and description.of is None):
            return None
        if description.span.end < head.end and not PREPOSITION.match(self.doc.text, description.span.end):
            return None
        if words.rstrip('.”"').lower().endswith("s") and not description.role.lower().endswith("s"):
            return None
        if description.of is None and _OWNED.match(words):
            return None  # whose head he is the chains may know, no office does
        if is_plural(description):
            return None  # "Kurdish militants" are not the one of whom it was said
        if description.former:
            part = self._former(description, span) if is_definite else None
        else:
            part = self._before(description, span) or self._after(description, span)
        if part is not None:
            self.cast.mention(part, span, naming=False)
            return part
        return None if description.former else self._by_lexicon(description, span, words)

    def _by_lexicon(self, description: Description, span: Span, words: str) -> Part | None:
        """Give who holds the office on the day."""
        owner = description.of
        if (
            owner is None
            or owner.country is None
            or self.on is None
            or not words.lower().startswith(("the ", owner.name.lower()[:4]))
        ):
            return None
        holder = office_holder(description.role, owner.country, self.on)
        if holder is None or _NOT_ALONE.search(words):
            return None
        is_envoy = _ENVOY.fullmatch(description.word) is not None
        if is_envoy and not _AT_THE_UN.search(words if _TO.search(words) else self.doc.sentence_at(span.start).of(self.doc.text)):
            return None
        part = self.cast.part(holder.key, holder.name, ActorKind.PERSON)
        part.country, part.speaks_for = holder.country, spoken_for(description)
        self.cast.mention(part, span)
        return part

    def _before(self, description: Description, span: Span) -> Part | None:
        """Find the person before some words who holds the office they name.

        Of several of whom no owner tells, the one whom the report itself gives the office, and of these the one it names most often: "the president"
        is not the other state's.
        """
        found = []
        for _, part in self.cast.before(span.start, (ActorKind.PERSON,)):
            for office in part.offices:
                same_owner = (
                    description.of is None or office.of in (description.of.key, None) or description.of.country == part.country
                )
                is_head = (
                    description.of is not None
                    and description.of.kind is not ActorKind.COUNTRY
                    and office.of == description.of.key
                )
                is_same = _is_same_role(description.role, office.role) or (is_head and _heads(description.role, office.role))
                if same_owner and not office.former and is_same and self._same_host(description, office):
                    found.append((part, office.source == "report"))
        if description.of is not None or not found:
            return found[0][0] if found else None
        parts = list(dict.fromkeys(part for part, is_told in found if is_told)) or [part for part, _ in found]
        return max(parts, key=lambda part: len(part.mentions))

    def _after(self, description: Description, span: Span) -> Part | None:
        """Find the one person whom the report names only after the words, with that very office of that state or body.

        Only where one holds such an office at a time; "a minister" may be another.
        """
        row = office_word(description.word)
        is_one = row is not None and row.speaks_for is not SpeaksFor.NONE and row.sector != "JUD" and description.span.end > 0
        if (
            not is_one
            or description.of is None
            or _INDEFINITE.match(span.of(self.doc.text))
            or _NOT_ALONE.search(description.role)
        ):
            return None
        found = [
            part
            for part in self.cast.parts.values()
            if part.kind is ActorKind.PERSON and part.naming and min(part.naming).start >= span.end
            for office in part.offices
            if self._is_it(description, office)
        ]
        return found[0] if len({part.key for part in found}) == 1 else None

    def _is_it(self, description: Description, office: Office) -> bool:
        word = office_word(office.role)
        is_told = (
            office.source == "report" and not office.former and description.of is not None and office.of == description.of.key
        )
        is_same = word is not None and word.word == description.word
        return is_told and is_same and self._same_host(description, office)

    def _same_host(self, description: Description, office: Office) -> bool:
        """Tell whether two envoys' offices are to one host, as far as the words say: "ambassador to Chad" is not that to Togo."""
        hosts = [
            match["host"]
            for place in (description.span, office.span)
            if place is not None and (match := _TO.match(self.doc.text, place.end)) is not None
        ]
        return len(hosts) < 2 or hosts[0].replace(".", "")[:5] == hosts[1].replace(".", "")[:5]

    def _former(self, description: Description, span: Span) -> Part | None:
        """Find the one person before the words of whom the report says that he held the office."""
        found = {
            part.key: part
            for _, part in self.cast.before(span.start, (ActorKind.PERSON,))
            for office in part.offices
            if office.former and office.source == "report" and _is_same_role(description.role, office.role)
            if description.of is None or office.of in (description.of.key, None)
        }
        return next(iter(found.values())) if len(found) == 1 else None


def _heads(one: str, other: str) -> bool:
    """Tell whether the first role is what papers call whoever heads a body, and the second an office at its head: "the FBI chief", its director."""
    return one.lower() in _CALLED_HEAD and other.lower() in _AT_HEAD | _CALLED_HEAD


def _is_same_role(one: str, other: str) -> bool:
    """Tell whether two roles may be one office: "the minister" is any minister, the defence minister is not the foreign minister."""
    first, second = office_word(one), office_word(other)
    is_deputys = (_DEPUTY.match(one) is None) != (_DEPUTY.match(other) is None)  # "the deputy head" is not the director
    names = [row.means or row.word if row is not None else words.lower() for row, words in ((first, one), (second, other))]
    lasts = [words.lower().split()[-1] for words in (one, other)]
    return (
        (names[0] == names[1] and not is_deputys)
        or names[0] == lasts[1]
        or names[1] == lasts[0]
        or (None in (first, second) and lasts[0] == lasts[1])
    )
