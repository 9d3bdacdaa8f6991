"""Doc → zones: quotations and turns of a transcript, and among the mentions the one whose voice each is in."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence

from ...span import Span
from ..doc import Doc
from .mention import Being, Form, Mention, Zone

# Quotations of one turn that are looked back over for the turn.
ZONES_OF_A_TURN = 50
# "NAME: …" at the beginning of a paragraph: up to six words that begin with a capital, no stop among them.
_LABEL = re.compile(r"(?P<name>(?:[A-Z][\w’'.-]*)(?: (?:[A-Z][\w’'.-]*|of|the|de|van|von)){0,5}): ?(?=\S)")
# A text is a transcript where that many paragraphs begin so, or every second one does.
_TURNS = 3
_INTRODUCES = re.compile(r"\b(?:I am|I[’']m|my name is|my name[’']s|this is) (?:called )?$", re.IGNORECASE)
_BY = re.compile(r"(?:^|\n)\s*(?:[Bb]y|[Ff]rom|[Ss]igned,?|Yours \w+,|Sincerely,|Love,|Your \w+,)\s*$")


def zone_places(doc: Doc) -> list[Span]:
    """Give where each zone lies, in text order; the first is the whole text, turns hold the quotations in them."""
    whole = Span(0, max(1, len(doc.text)))
    return [whole, *sorted([*turns(doc), *(q.span for q in doc.quotations)], key=lambda s: (s.start, -s.end))]


def turns(doc: Doc) -> list[Span]:
    """Give the turns of a transcript, each with the paragraphs that follow without a label; none where the text is no transcript."""
    starts = [p for p in doc.paragraphs if _LABEL.match(doc.text, p.start, p.end)]
    if len(starts) < _TURNS and 2 * len(starts) < len(doc.paragraphs):
        return []
    ends = [s.start for s in starts[1:]] + [doc.paragraphs[-1].end]
    return [Span(s.start, end) for s, end in zip(starts, ends, strict=True)]


def label_of(doc: Doc, turn: Span) -> Span | None:
    """Give the speaker's name before the colon of a turn."""
    match = _LABEL.match(doc.text, turn.start, turn.end)
    return Span(*match.span("name")) if match else None


def zone_at(places: Sequence[Span], offset: int) -> int:
    """Give the innermost zone that holds the character; quotations stand in turns, and neither in its like."""
    index = bisect_right(places, offset, key=lambda s: s.start) - 1
    for nearer in range(index, max(0, index - ZONES_OF_A_TURN), -1):
        if places[nearer].end > offset:
            return nearer
    return 0


def sources_of(places: Sequence[Span], said: Iterable[tuple[Span, Span]]) -> dict[int, Span]:
    """Give zone → words that name its speaker, from (content, source) of attributions."""
    starts = [p.start for p in places]
    found: dict[int, Span] = {}
    for content, source in said:
        for number in range(max(1, bisect_left(starts, content.start) - 1), bisect_left(starts, content.end)):
            if places[number].overlaps(content) and not places[number].covers(source):
                found.setdefault(number, source)
    return found


def zones_of(
    doc: Doc, places: Sequence[Span], mentions: Sequence[Mention], sources: Mapping[int, Span] | None = None
) -> list[Zone]:
    """Find whose voice each zone is in.

    Args:
        places: as given by `zone_places`.
        sources: zone → the words that name its speaker, where an attribution has told; rules of place stand in for the others.
    """
    labels = set(turns(doc))
    speakers: list[int | None] = []
    for number, place in enumerate(places):
        if number == 0:
            speakers.append(_narrator(doc, mentions))
        elif place in labels:
            label = label_of(doc, place)
            speakers.append(_at(mentions, label) if label is not None else None)
        else:
            source = (sources or {}).get(number)
            found = _at(mentions, source) if source is not None else None
            speakers.append(found if found is not None else _beside(doc, place, mentions))
    _carry(doc, places, labels, speakers)
    return [
        Zone(who, _other(speakers, number, len(labels) > 0), number > 0 and place not in labels)
        for number, (place, who) in enumerate(zip(places, speakers, strict=True))
    ]


def _at(mentions: Sequence[Mention], span: Span) -> int | None:
    """Give the mention that is the span, else the longest that begins in it."""
    inside = [
        i for i, m in enumerate(mentions) if m.span.start < span.end and m.span.end > span.start and m.reaches_to <= span.end + 2
    ]
    return max(inside, key=lambda i: (mentions[i].span == span, mentions[i].span.end - mentions[i].span.start), default=None)


def _beside(doc: Doc, place: Span, mentions: Sequence[Mention]) -> int | None:
    """Give who speaks in the paragraph of a quotation, outside it: first in its sentence after it, then before it, then nearest."""
    paragraph = doc.paragraph_at(place.start)
    near = [
        (i, m) for i, m in enumerate(mentions)
        if m.speaks and paragraph.start <= m.span.start < paragraph.end and not place.covers(m.span) and doc.quotation_at(m.span.start) is None
    ]  # fmt: skip
    if not near:
        return None
    return min(near, key=lambda pair: (_gap(doc, place, pair[1].span), pair[0]))[0]


def _gap(doc: Doc, place: Span, span: Span) -> float:
    after = span.start >= place.end
    between = doc.text[place.end : span.start] if after else doc.text[span.end : place.start]
    return len(between) + (0 if after else 12) + 60 * len(re.findall(r"[.!?](?:\s|$)", between))


def _carry(doc: Doc, places: Sequence[Span], labels: set[Span], speakers: list[int | None]) -> None:
    """Let dialogue alternate: a paragraph that is all quotation, between two people, belongs to who spoke last but one."""
    past: list[int] = []
    for number, place in enumerate(places):
        if number == 0 or place in labels:
            continue
        who = speakers[number]
        if who is None and len(past) >= 2:
            paragraph = doc.paragraph_at(place.start)
            if place.end - place.start >= 0.9 * (paragraph.end - paragraph.start):
                who = speakers[number] = past[-2]
        if who is not None:
            past.append(who)


def _other(speakers: Sequence[int | None], number: int, is_transcript: bool) -> int | None:
    """Give the last other speaker before a zone, else the next one after it."""
    mine = speakers[number]
    if number == 0 or mine is None:
        return None
    order = [*range(number - 1, 0, -1), *range(number + 1, len(speakers))]
    return next((speakers[i] for i in order if speakers[i] is not None and speakers[i] != mine), None)


def _narrator(doc: Doc, mentions: Sequence[Mention]) -> int | None:
    """Give the name by which the writer of an "I" calls himself: "my name is NAME", a byline, the signature of a letter."""
    names = [
        (i, m) for i, m in enumerate(mentions) if m.form is Form.NAME and m.being in (Being.PERSON, Being.UNKNOWN) and m.zone == 0
    ]
    for i, m in names:
        if _INTRODUCES.search(doc.text, max(0, m.span.start - 24), m.span.start):
            return i
    for i, m in reversed(names):
        paragraph = doc.paragraph_at(m.span.start)
        is_alone = m.span.end - m.span.start >= 0.8 * (paragraph.end - paragraph.start)
        if m.paragraph >= len(doc.paragraphs) - 3 and is_alone and len(doc.paragraphs) > 3:
            return i
        if _BY.search(doc.text[max(0, m.span.start - 30) : m.span.start]):
            return i
    return None
