"""The words beside a number → the places it holds for, and the days: those of its own clause before those of its sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from ...findings.place import Place
from ...findings.reading import Reading
from ...span import Span
from .given import Spot
from .peoples import is_people_of

# A place counts where it stands after one of these, or after another place that does.
_INTO = re.compile(
    r"\b(?:in|at|near|off|outside|inside|around|across|from|to|into|on|of|for|over|throughout|against|within|between|by)\s+(?:the\s+)?(?:[\w.'’-]+\s+){0,2}$",
    re.IGNORECASE,
)
_ALSO = re.compile(r"^\s*(?:,|and|or|, and|&)\s*(?:the\s+)?$")
# Right behind one of these a name of any kind is a place.
_PLACED = re.compile(r"\b(?:in|near|off|outside|around|throughout)\s+(?:[A-Z][\w'’-]+(?:,| and|, and)\s+)?$")
# A place right before one of these says whose they are: "at U.S. embassies".
_OWNED = re.compile(
    r"^(?:['’]s)?\.?\s+(?:embass|consulate|government|war\b|wars\b|invasion|side\b|arm(?:y|ies)\b|troops|soldiers|forces|police|citizens|nationals|president|minister)"
)
# Words before a day that make it the day the number holds for, not the one of what is counted.
_AS_OF = re.compile(r"\b(?:as of|by|since|until|till|so far|up to)\s+(?:\w+\s+)?$", re.IGNORECASE)
_CLAUSE_END = re.compile(
    r"[;.]|,\s(?!which|and)|\b(?:while|but)\b"
    r"|(?:,\s+)?\band (?:that )?(?:some|most|many|several|few|half|part|others|the rest|the others|one|a third|a quarter|\w+teen|\w+ty)\b(?: of)?"
)
# Of "eastern Russia", "the east of Russia" and "the Russian Far East" a side is told.
_SIDE = r"(?:(?:north|south|mid|far)[- ]?)?(?:east|west|north|south|centr)(?:ern|al)?"
_SIDE_BEFORE = re.compile(rf"\b(?:far\s+)?({_SIDE})\s+(?:(?:part\s+)?of\s+(?:the\s+)?)?$", re.IGNORECASE)
_SIDE_OF_NAME = re.compile(r"\b(?:Far\s+)?(East|West|North|South)$")
_BORDER = (
    re.compile(r"\b(?:border|frontier|borders)\s+(?:with|of|to|between)\s+(?:the\s+)?$", re.IGNORECASE),
    re.compile(r"^(?:['’]s?)?\s+(?:\w+\s+)?(?:border|frontier)\b", re.IGNORECASE),
)
_AREA = re.compile(r"^\s+(region|province|oblast|district|county|governorate|prefecture|peninsula|valley)\b", re.IGNORECASE)
# What names again a place that was named: "the region".
_AGAIN = re.compile(
    r"\b(?:in|inside|across|throughout|to|into|from|of)\s+(?:the|that|this)\s+(region|province|city|town|country|island|village)\b(?!\s+of\b)"
)


@dataclass(frozen=True, slots=True)
class Days:
    """Days beside a number: `as_of` of the number itself, `start` and `end` of what is counted; None where none are told."""

    as_of: date | None = None
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Spots:
    """Places beside a number; `joint` where "and" joins them, so that the number is of all together."""

    spots: tuple[Spot, ...] = ()
    joint: bool = False


class Whereabouts:
    """Places and days of one reading, to be asked number by number."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.report.text
        self._places = {place.id: place for place in reading.places}
        known = [
            (mention, self._told(mention, _spot(place)))
            for place in reading.places
            for mention in {place.span, *place.mentions}
            if not self._is_of_people(mention)
        ]
        covered = [mention for mention, _ in known]
        named = [
            (entity.span, Spot(entity.span.of(self._text)))
            for entity in reading.entities
            if (entity.label == "LOC" or _PLACED.search(self._text[max(0, entity.span.start - 40) : entity.span.start]))
            and not any(entity.span.overlaps(mention) for mention in covered)
        ]
        self._mentions = sorted(known + named, key=lambda pair: (pair[0], pair[1].name))
        self._times = [t for t in reading.times if t.type in ("DATE", "TIME") and t.start and t.end]
        self._said = [(s.evidence, s.content) for s in reading.statements]

    def spots(self, sentence: Span, number: Span, others: Sequence[Span], where: str | None, *, moved: bool = False) -> Spots:
        """Give the places of a number: after it in its clause, else before it in its sentence, else the one its figure has.

        Of what moved, the place where somebody speaks of it is none: "In Seoul, the service said that 3,000 had been sent".
        """
        text = self._text
        following = min((o.start for o in others if o.start >= number.end), default=sentence.end)
        clause = _CLAUSE_END.split(text[number.end : min(following, sentence.end)], maxsplit=1)[0]
        before = max((o.end for o in others if sentence.start <= o.start and o.end <= number.start), default=sentence.start)
        scopes = (Span(number.end, number.end + len(clause)), Span(before, number.start), Span(sentence.start, number.start))
        for scope in scopes:
            found = self._within(scope, of=number if moved else None)
            if found.spots:
                return found
            again = self._again(scope)
            if again:
                return Spots((again,))
        place = self._places.get(where or "")
        if place and not self._is_of_people(place.span):
            return Spots((_spot(place),))
        return Spots()

    def _is_of_people(self, mention: Span) -> bool:
        """Tell whether it is cut out of the name of a people: the "North" of "North Koreans"."""
        following = re.match(r"[ -]([A-Z]\w+)", self._text[mention.end : mention.end + 24])
        return bool(following and is_people_of(following[1]))

    def _told(self, mention: Span, spot: Spot) -> Spot:
        """Give the place with the side of it that the words mean."""
        before, after = self._text[max(0, mention.start - 30) : mention.start], self._text[mention.end : mention.end + 24]
        side = _SIDE_BEFORE.search(before) or _SIDE_OF_NAME.search(spot.name)
        if _BORDER[0].search(before) or _BORDER[1].match(after):
            return replace(spot, side="border")
        area = _AREA.match(after)
        if area and spot.level != "country":
            return replace(spot, area=area[1].lower(), side=_compass(side[1]) if side else None)
        return replace(spot, side=_compass(side[1])) if side and spot.level in ("country", "region") else spot

    def _again(self, scope: Span) -> Spot | None:
        """Give the last place named before that "the region" or "the city" names again."""
        found = _AGAIN.search(self._text[scope.start : scope.end])
        if not found:
            return None
        kind = found[1].lower()
        earlier = [
            spot for mention, spot in self._mentions if mention.end <= scope.start + found.start() and _is_of_kind(spot, kind)
        ]
        return earlier[-1] if earlier else None

    def _within(self, scope: Span, of: Span | None = None) -> Spots:
        joint = False
        found: dict[str, Spot] = {}
        last_end = -1
        for mention, spot in self._mentions:
            if mention.start < scope.start or mention.end > scope.end:
                continue
            leading = self._text[max(scope.start, mention.start - 40) : mention.start]
            also = last_end >= 0 and _ALSO.match(self._text[last_end : mention.start])
            if _OWNED.match(self._text[mention.end : mention.end + 20]) or (of and self._is_before_speech(mention, of)):
                continue
            if also or _INTO.search(leading):
                joint = joint or bool(also and "and" in also.group())
                found.setdefault(spot.name, spot)
                last_end = mention.end
        return Spots(tuple(found[name] for name in sorted(found)), joint)

    def days(self, sentence: Span, number: Span) -> Days:
        """Give the days of a number: the nearest date of its sentence that is not the day on which somebody spoke."""
        near = [t for t in self._times if t.span.start >= sentence.start and t.span.end <= sentence.end]
        near = [t for t in near if not self._is_of_speech(t.span, number) and not self._is_beyond(t.span, number)]
        if not near:
            return Days()
        time = min(near, key=lambda t: (_gap(t.span, number), t.span))
        if _AS_OF.search(self._text[max(0, time.span.start - 20) : time.span.start]):
            return Days(as_of=time.start)
        return Days(start=time.start, end=time.end)

    def _is_beyond(self, time: Span, number: Span) -> bool:
        """What stands behind a semicolon is of another clause."""
        return ";" in self._text[min(time.end, number.end) : max(time.start, number.start)]

    def _is_before_speech(self, place: Span, number: Span) -> bool:
        """A place before the words said, where the number stands within, is the one they were said in: "In Orm, the ministry told deputies"."""
        return any(
            place.end <= min(c.start for c in content) and any(c.overlaps(number) for c in content)
            for _, content in self._said
            if content
        )

    def _is_of_speech(self, time: Span, number: Span) -> bool:
        """A date of the sentence that stands outside the words said, where the number stands within, is of the speech."""
        return any(
            any(c.overlaps(number) for c in content)
            and any(e.overlaps(time) for e in evidence)
            and not any(c.overlaps(time) for c in content)
            for evidence, content in self._said
        )


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end)


def _is_of_kind(spot: Spot, kind: str) -> bool:
    if kind == "country":
        return spot.level == "country"
    if kind in ("region", "province"):
        return spot.area in ("region", "province", "oblast", "governorate") or (spot.level == "region" and kind == "region")
    return spot.level == "town" and spot.area is None


def _compass(words: str) -> str:
    """Give the chief side: "southern" → "south", "north-eastern" → "north east"."""
    return " ".join(re.findall("north|south|east|west|centr", words.lower()))


def _spot(place: Place) -> Spot:
    return Spot(place.name, place.country, place.precision, place.lat, place.lon)
