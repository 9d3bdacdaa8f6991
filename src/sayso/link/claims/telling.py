"""A reading and a span → Telling: the words that carry its claim, who speaks, what it does with the claim, and its figures, days and places.

Everything is taken from what the extractors found; nothing is read with a model again. Tokens are cut anew, so that a reading kept without its
tokens gives the same telling as a fresh one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from ...findings.actor import ActorKind
from ...findings.mention import Entity, Label
from ...findings.place import Place
from ...findings.reading import Reading
from ...findings.statement import Form, Statement
from ...findings.timex import Timex
from ...span import Span, overlaps_any
from .amounts import Amount, amounts_in, is_numeral
from .stances import Stance, denial_verb, stance_of
from .words import groups_in, is_function, is_known, listed, stem, weight_of

_NEGATORS = frozenset("not n't never no nobody none nothing neither nor cannot nowhere hardly".split())
# "Has been charged with treason" is a step of the court's and the point itself; "charged that" is a verb of saying.
_BEFORE_COURT = re.compile(r"(?:\w+ ){0,3}charg(?:e|es|ed|ing)\b[^.;,]{0,60}\bwith\b", re.IGNORECASE)
# Who "refused to", "failed to" did not.
_REFUSES = frozenset("refuse refuses refused refusing fail fails failed failing unable".split())
REFUSALS = frozenset(map(stem, _REFUSES))
# "No proof that he knew" says that he did not, as far as is known.
_PROOFS = frozenset("evidence proof sign signs indication indications".split())
_ENDS_SCOPE = frozenset(", ; : . ! ? but because although though while that who which".split())
_LOOKS_BACK = frozenset(("nothing", "nobody", "none", "no"))
# Weight of a content that can stand for a claim by itself; a lesser one ("was told of it") is read with its cue.
MIN_BODY = 1.5
# How many characters before a telling are read for what it points back to.
BEFORE = 350
# How many words a negation reaches at most.
REACH = 9


@dataclass(frozen=True, slots=True)
class Word:
    """One word that carries matter.

    Attributes:
        stem: without its endings.
        groups: keys of lexicons/en/alike.yml it belongs to here.
        name: True for a part of a name.
        weight: how much it says, 0..1.
        negated: True where a negation reaches it.
        at: its place among the telling's words.
    """

    stem: str
    groups: frozenset[str]
    name: bool
    weight: float
    negated: bool
    at: int

    def to_json(self) -> list[Any]:
        """Give the fields in their order, ready for `json.dumps`."""
        return [self.stem, sorted(self.groups), int(self.name), self.weight, int(self.negated), self.at]

    @classmethod
    def from_json(cls, value: list[Any]) -> Word:
        """Read what `to_json` wrote."""
        stemmed, groups, name, weight, negated, at = value
        return cls(stemmed, frozenset(groups), bool(name), weight, bool(negated), at)


@dataclass(frozen=True, slots=True)
class Telling:
    """What some words of a report tell.

    Attributes:
        span: where they stand; report: the report, by its place and text; text: the words verbatim.
        body: the words of the claim; asides: words around it (who speaks, when, on what).
        stems: stem of every token, function words too, by `Word.at`; empty for asides.
        parties: keys of actors that speak or are spoken of.
        speakers, voices: keys of the actors that speak, and the words that name them.
        around: words of matter right before the telling, and the rest of its sentence: what "it" and "the reports" may be.
        stance: what the telling does with its claim.
        quoted: True where the words are somebody's own.
        cast: stems of all names of the report; how many two reports share tells whether they may be of one story.
        amounts, times, places: what is counted, when, where; in the body only.
    """

    report: str
    span: Span
    text: str
    body: tuple[Word, ...]
    asides: tuple[Word, ...]
    stems: tuple[str, ...]
    parties: frozenset[str]
    speakers: frozenset[str]
    voices: tuple[Word, ...]
    around: tuple[Word, ...]
    stance: Stance
    quoted: bool
    cast: frozenset[str]
    amounts: tuple[Amount, ...]
    times: tuple[Timex, ...]
    places: tuple[Place, ...]

    def to_json(self) -> dict[str, Any]:
        """Give the fields as plain lists and words, those that hold nothing left out: what a ledger keeps of a telling to compare it later."""
        made = {
            "report": self.report, "span": [self.span.start, self.span.end], "text": self.text,
            **{name: [word.to_json() for word in getattr(self, name)] for name in _WORDS},
            "stems": list(self.stems), **{name: sorted(getattr(self, name)) for name in _SETS}, "stance": str(self.stance), "quoted": self.quoted,
            "amounts": [amount.to_json() for amount in self.amounts],
            "times": [_time_to_json(time) for time in self.times], "places": [_place_to_json(place) for place in self.places],
        }  # fmt: skip
        return {name: value for name, value in made.items() if value not in ([], False)}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Telling:
        """Read what `to_json` wrote: an equal telling. Unknown fields are ignored; raises KeyError or ValueError on what is no telling."""
        words = {name: tuple(map(Word.from_json, value.get(name, ()))) for name in _WORDS}
        sets = {name: frozenset(value.get(name, ())) for name in _SETS}
        return cls(
            value["report"], Span(*value["span"]), value["text"], words["body"], words["asides"], tuple(value.get("stems", ())),
            sets["parties"], sets["speakers"], words["voices"], words["around"], Stance(value["stance"]), value.get("quoted", False), sets["cast"],
            tuple(map(Amount.from_json, value.get("amounts", ()))), tuple(map(_time_from_json, value.get("times", ()))),
            tuple(map(_place_from_json, value.get("places", ()))),
        )  # fmt: skip

    @property
    def matter(self) -> tuple[Word, ...]:
        """Give the words of the body that are no names."""
        return tuple(word for word in self.body if not word.name)

    @property
    def names(self) -> frozenset[str]:
        """Give the stems of the names in the body."""
        return frozenset(word.stem for word in self.body if word.name)


_WORDS = ("body", "asides", "voices", "around")
_SETS = ("parties", "speakers", "cast")


def _time_to_json(time: Timex) -> list[Any]:
    start, end = (day and day.isoformat() for day in (time.start, time.end))
    return [time.id, time.span.start, time.span.end, time.type, time.value, start, end, time.words, time.against, time.until]


def _time_from_json(value: list[Any]) -> Timex:
    ident, start, end, kind, read, first, last, words, against, until = value
    begins, ends = (date.fromisoformat(day) if day else None for day in (first, last))
    return Timex(ident, Span(start, end), kind, read, begins, ends, words, against, until)


def _place_to_json(place: Place) -> list[Any]:
    mentions = [[span.start, span.end] for span in place.mentions]
    return [place.id, place.span.start, place.span.end, place.name, place.country, place.geonames, place.lat, place.lon, place.precision, mentions]  # fmt: skip


def _place_from_json(value: list[Any]) -> Place:
    ident, start, end, name, country, geonames, lat, lon, precision, mentions = value
    return Place(ident, Span(start, end), name, country, geonames, lat, lon, precision, tuple(Span(*span) for span in mentions))


def telling_of(reading: Reading, span: Span) -> Telling:
    """Give the telling of a span; everything in it is by the rules of this file."""
    text = reading.report.text
    around = tuple(s for s in reading.statements if any(e.overlaps(span) for e in s.evidence))
    aside = _asides(text, span, around)
    tokens = tokens_of(text, span)
    times = tuple(t for t in reading.times if t.span.overlaps(span))
    amounts = amounts_in(reading, span)
    apart = [t.span for t in times] + [a.span for a in amounts]
    named = [e.span for e in reading.entities if e.span.overlaps(span)]
    words = _words(text, span, tokens, apart, named, _surely_named(reading, span))
    body = tuple(w for w in words if not overlaps_any(tokens[w.at], aside))
    if sum(w.weight for w in body) < MIN_BODY and not _is_own(span, around):
        body, aside = words, []
    inside = tuple(t for t in times if not overlaps_any(t.span, aside) and _told_when(text, t.span, tokens, aside))
    places = tuple(p for p in reading.places if any(m.overlaps(span) for m in (p.span, *p.mentions)))
    sources = [s for statement in around for s in statement.source]
    denial = denial_verb(span.of(text))
    if denial is not None and body == words:
        after = tuple(w for w in words if tokens[w.at].start - span.start > denial)
        sources.append(Span(span.start, span.start + max(1, denial)))
        body = after
    rest = tuple(w for w in words if w not in body)
    voices = tuple(w for w in rest if overlaps_any(tokens[w.at], sources))
    return Telling(
        _key(reading), span, span.of(text), body, tuple(w for w in rest if w not in voices),
        tuple("" if overlaps_any(t, aside) else stem(t.of(text)) for t in tokens), _parties(reading, span, around),
        _speakers(reading, span, around), voices, _around(reading, span), stance_of(span.of(text), span, around), _is_quoted(span, around), _cast(reading), tuple(a for a in amounts if not overlaps_any(a.span, aside)), inside, places,
    )  # fmt: skip


def tokens_of(text: str, span: Span) -> list[Span]:
    """Cut words and marks; "n't" is a word of its own."""
    found = []
    for match in re.finditer(r"\d+(?:[.,]\d+)*|\w+?(?=n[’']t\b)|n[’']t\b|\w+(?:[’'](?!s\b)\w+)*|[^\w\s]", span.of(text)):
        found.append(Span(span.start + match.start(), span.start + match.end()))
    return found


def _surely_named(reading: Reading, span: Span) -> list[Span]:
    """Give the names of people, places and states. Of other names, one that begins a sentence may be a word ("Parliament")."""
    found = [e.span for e in reading.entities if e.label in (Label.PER, Label.LOC)]
    found += [mention for actor in reading.actors if actor.kind is ActorKind.COUNTRY for mention in actor.mentions]
    return [name for name in found if name.overlaps(span)]


def _words(
    text: str, span: Span, tokens: Sequence[Span], apart: Iterable[Span], named: Sequence[Span], surely: Sequence[Span]
) -> tuple[Word, ...]:
    written = [t.of(text) for t in tokens]
    groups = groups_in(written)
    negated = _reached(written)
    apart = list(apart)
    capitals = sum(w[:1].isupper() for w in written)
    shouting = capitals > 0.6 * max(1, sum(w[:1].isalpha() for w in written)) and len(written) > 4
    made = []
    for at, (token, word) in enumerate(zip(tokens, written, strict=True)):
        if is_function(word) or is_numeral(word) or overlaps_any(token, apart):
            continue
        begins = at == 0 or written[at - 1] in ".!?:"
        followed = at + 1 < len(written) and written[at + 1][:1].isupper()
        name = word[:1].isupper() and (overlaps_any(token, named) or not (shouting or begins))
        if name and begins and not followed and is_known(word) and not overlaps_any(token, surely):
            name = False
        made.append(Word(stem(word), groups[at], name, 1.0 if name else weight_of(word), negated[at], at))
    return tuple(made)


def _reached(written: Sequence[str]) -> list[bool]:
    found = [False] * len(written)
    for at, word in enumerate(written):
        low = word.lower().replace("’", "'")
        refuses = low in (*_REFUSES, "yet") and written[at + 1 : at + 2] == ["to"]
        if not refuses and (low not in _NEGATORS or _is_no_denial(written, at)):
            continue
        if low in _LOOKS_BACK:
            for other in range(max(0, at - 2), at):
                found[other] = True
        for other in range(at + 1, min(len(written), at + 1 + REACH)):
            if written[other].lower() in _ENDS_SCOPE and not (written[other] == "that" and written[other - 1].lower() in _PROOFS):
                break
            found[other] = True
    return found


def _is_no_denial(written: Sequence[str], at: int) -> bool:
    """ "Not only", "no less than", "nothing but" deny nothing."""
    after = " ".join(written[at : at + 2]).lower()
    return after in (
        "not only",
        "no less",
        "no fewer",
        "nothing but",
        "no sooner",
        "not just",
        "no more",
        "not least",
        "no matter",
        "no idea",
        "no other",
        "nothing other",
        "none but",
    )


def _asides(text: str, span: Span, around: Sequence[Statement]) -> list[Span]:
    """Give the words of the span that say who speaks, how and when: the claim is what is left."""
    found: list[Span] = []
    for statement in around:
        cues = [cue for cue in statement.cue if cue.overlaps(span) and not _BEFORE_COURT.match(text, cue.start, span.end)]
        inside = [c for c in statement.content if c.overlaps(span)]
        if (
            not cues
            or not inside
            or not any(stem(w) in listed("hands on") for cue in cues for w in re.findall(r"\w+", cue.of(text)))
        ):
            continue
        pieces = sorted(Span(max(c.start, span.start), min(c.end, span.end)) for c in inside)
        if sum(p.end - p.start for p in pieces) < 8 or any(outer.covers(cue) for outer in pieces for cue in cues):
            continue
        edges = [span.start, *(edge for piece in pieces for edge in piece), span.end]
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            if start < end and any(Span(start, end).overlaps(part) for part in (*cues, *statement.source)):
                found.append(Span(start, end))
    return found


def _told_when(text: str, time: Span, tokens: Sequence[Span], aside: Sequence[Span]) -> bool:
    """A day right beside the verb of saying is the day it was said."""
    before = [t.of(text).lower() for t in tokens if t.end <= time.start and overlaps_any(t, aside)]
    near = [t for t in tokens if t.end <= time.start][-2:]
    return not before or not any(overlaps_any(t, aside) for t in near)


def _parties(reading: Reading, span: Span, around: Iterable[Statement]) -> frozenset[str]:
    keys = {a.id: a.key for a in reading.actors}
    found = {a.key for a in reading.actors if any(m.overlaps(span) for m in a.mentions)}
    for statement in around:
        found |= {keys[i] for i in (statement.speaker, statement.speaks_for) if i is not None and i in keys}
    return frozenset(found)


def _speakers(reading: Reading, span: Span, around: Iterable[Statement]) -> frozenset[str]:
    keys = {a.id: a.key for a in reading.actors}
    inside = [s for s in around if any(c.overlaps(span) for c in s.content)]
    return frozenset(keys[s.speaker] for s in inside if s.speaker in keys)


def _is_own(span: Span, around: Iterable[Statement]) -> bool:
    """Somebody's own words between marks are the claim, however few they are."""
    return any(
        s.form is Form.DIRECT and any(c.overlaps(span) for c in s.content) and any(c.overlaps(span) for c in s.cue)
        for s in around
    )


def _is_quoted(span: Span, around: Iterable[Statement]) -> bool:
    return any(s.form is not Form.INDIRECT and any(c.overlaps(span) for c in s.content) for s in around)


def _around(reading: Reading, span: Span) -> tuple[Word, ...]:
    text = reading.report.text
    start = max(0, span.start - BEFORE)
    sentence = next((s for s in reading.sentences if s.overlaps(Span(span.end - 1, span.end))), span)
    found: list[Word] = []
    for piece in (
        Span(start, span.start) if start < span.start else None,
        Span(span.end, sentence.end) if span.end < sentence.end else None,
    ):
        if piece is not None:
            named = [e.span for e in reading.entities if e.span.overlaps(piece)]
            found += _words(text, piece, tokens_of(text, piece), (), named, _surely_named(reading, piece))
    return tuple(found)


@lru_cache(maxsize=256)
def _names_of(text: str, entities: tuple[Entity, ...]) -> frozenset[str]:
    return frozenset(stem(w) for e in entities for w in re.findall(r"\w{3,}", e.span.of(text)))


def _cast(reading: Reading) -> frozenset[str]:
    return _names_of(reading.report.text, reading.entities)


def _key(reading: Reading) -> str:
    """Name the report: readings of one run may all have one id."""
    return f"{reading.id} {reading.report.sha256 or reading.report.text}"
