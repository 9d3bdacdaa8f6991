"""Doc → zones: quotations and turns of a transcript, and among the mentions the one whose voice each is in."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence

from ...span import Span
from ..doc import Doc
from .mention import Being, Form, Mention, Zone

# Characters round a quotation in which its speaker is looked for, and zones looked over for who is addressed.
BESIDE = 400
TURNS_LOOKED_OVER = 20
# Quotations of one turn that are looked back over for the turn.
ZONES_OF_A_TURN = 50
# "NAME: …" at the beginning of a paragraph: up to six words that begin with a capital, no stop among them.
_LABEL = re.compile(r"(?P<name>(?:[A-Z][\w’'.-]*)(?: (?:[A-Z][\w’'.-]*|of|the|de|van|von)){0,5}): ?(?=\S)")
# A text is a transcript where that many paragraphs begin so, or every second one does.
_TURNS = 3
INTRODUCES = re.compile(r"\b(?:I am|I[’']m|my name is|my name[’']s|I was born|me,|I, )\s?(?:called |named )?$", re.IGNORECASE)
_DEAR = re.compile(r"Dear ")
_BY = re.compile(r"(?:^|\n)\s*(?:[Bb]y|[Ff]rom|[Ss]igned,?|Yours \w+,|Sincerely,|Love,|Your \w+,)\s*$")

# "Remarks by NAME", "the inaugural address of NAME" in the first paragraphs: whoever says "I" in what follows.
_SPEECH = re.compile(
    r"\b(?:remarks|speech|address|statement|lecture|testimony|message|letter|keynote|talk|sermon)"
    r"(?: (?:made|given|delivered|written|read))? (?:by|of|from)(?: the)?\s*$",
    re.IGNORECASE,
)
_HEAD_PARAGRAPHS = 3


def zone_places(doc: Doc) -> list[Span]:
    """Give where each zone lies, in text order; the first is the whole text, turns hold the quotations in them."""
    whole = Span(0, max(1, len(doc.text)))
    return [whole, *sorted([*turns(doc), *(q.span for q in doc.quotations)], key=lambda s: (s.start, -s.end))]


def turns(doc: Doc) -> list[Span]:
    """Give the turns of a transcript, each with the paragraphs that follow without a label; none where the text is no transcript."""
    starts = [p for p in doc.paragraphs if _LABEL.match(doc.text, p.start, p.end)]
    if not starts or (len(starts) < _TURNS and 2 * len(starts) < len(doc.paragraphs)):
        return []
    ends = [s.start for s in starts[1:]] + [doc.paragraphs[-1].end]
    return [Span(s.start, end) for s, end in zip(starts, ends, strict=True)]


def label_of(doc: Doc, turn: Span) -> Span | None:
    """Give the speaker's name before the colon of a turn."""
    match = _LABEL.match(doc.text, turn.start, turn.end)
    return Span(*match.span("name")) if match else None


def is_label(doc: Doc, span: Span) -> bool:
    """Tell whether the words are followed by a colon at the beginning of their paragraph, as the label of a turn is."""
    start = doc.paragraph_at(span.start).start
    return span.start == start and doc.text[span.end : span.end + 1] == ":" and _LABEL.match(doc.text, start) is not None


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
        mentions: in text order.
        sources: zone → the words that name its speaker, where an attribution has told; rules of place stand in for the others.
    """
    labels = set(turns(doc))
    introduced = {m.zone: i for i, m in reversed(list(enumerate(mentions))) if m.introduces_itself}
    speakers: list[int | None] = [_narrator(doc, mentions)]
    for number, place in enumerate(places[1:], 1):
        source = label_of(doc, place) if place in labels else (sources or {}).get(number)
        found = _at(mentions, source) if source is not None else None
        if found is None and place not in labels:
            found = _beside(doc, place, mentions)
        speakers.append(found if found is not None else introduced.get(number))
    _carry(doc, places, labels, speakers)
    return [
        Zone(who, _other(mentions, speakers, number) if number else _greeted(doc, mentions), number > 0 and place not in labels)
        for number, (place, who) in enumerate(zip(places, speakers, strict=True))
    ]


def _between(mentions: Sequence[Mention], start: int, end: int) -> range:
    """Give the indices of mentions that begin in these characters."""
    return range(bisect_left(mentions, start, key=lambda m: m.span.start), bisect_left(mentions, end, key=lambda m: m.span.start))


def _at(mentions: Sequence[Mention], span: Span) -> int | None:
    """Give the mention that is the span, else the longest that begins in it and whose head's words end there."""
    inside = [i for i in _between(mentions, span.start, span.end) if mentions[i].reaches_to <= span.end + 2]
    return max(inside, key=lambda i: (mentions[i].span == span, mentions[i].span.end - mentions[i].span.start), default=None)


def _beside(doc: Doc, place: Span, mentions: Sequence[Mention]) -> int | None:
    """Give who speaks in the paragraph of a quotation, outside it: first in its sentence after it, then before it, then nearest."""
    paragraph = doc.paragraph_at(place.start)
    around = _between(mentions, max(paragraph.start, place.start - BESIDE), min(paragraph.end, place.end + BESIDE))
    near = [
        i for i in around
        if mentions[i].speaks and not place.covers(mentions[i].span) and doc.quotation_at(mentions[i].span.start) is None
    ]  # fmt: skip
    return min(near, key=lambda i: (_gap(doc, place, mentions[i].span), i), default=None)


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


def _greeted(doc: Doc, mentions: Sequence[Mention]) -> int | None:
    """Give whom a letter is written to: the name after a "Dear" that begins a paragraph."""
    for i, m in enumerate(mentions):
        start = doc.paragraph_at(m.span.start).start
        if m.form is Form.NAME and _DEAR.match(doc.text, start, max(m.span.start, start + 5)) and m.span.start - start <= 5:
            return i
    return None


def _other(mentions: Sequence[Mention], speakers: Sequence[int | None], number: int) -> int | None:
    """Give the last other speaker before a zone, else the next one after it; looks TURNS_LOOKED_OVER zones far."""
    mine = speakers[number]
    if mine is None:
        return None
    order = [
        *range(number - 1, max(0, number - 1 - TURNS_LOOKED_OVER), -1),
        *range(number + 1, min(len(speakers), number + 1 + TURNS_LOOKED_OVER)),
    ]
    others = (who for i in order if (who := speakers[i]) is not None)
    return next((who for who in others if mentions[who].words != mentions[mine].words), None)


def _narrator(doc: Doc, mentions: Sequence[Mention]) -> int | None:
    """Give the name by which the writer of an "I" calls himself: "my name is NAME", a byline, the signature of a letter, "remarks by NAME"."""
    names = [
        (i, m) for i, m in enumerate(mentions) if m.form is Form.NAME and m.being in (Being.PERSON, Being.UNKNOWN) and m.zone == 0
    ]
    for i, m in names:
        if m.introduces_itself:
            return i
    for i, m in reversed(names):
        paragraph = doc.paragraph_at(m.span.start)
        is_alone = m.span.end - m.span.start >= 0.8 * (paragraph.end - paragraph.start)
        if m.paragraph >= len(doc.paragraphs) - 3 and is_alone and len(doc.paragraphs) > 3:
            return i
        if _BY.search(doc.text[max(0, m.span.start - 30) : m.span.start]):
            return i
    head = (i for i, m in names if m.paragraph < _HEAD_PARAGRAPHS and m.being is Being.PERSON)
    return next((i for i in head if _SPEECH.search(doc.text, max(0, mentions[i].span.start - 40), mentions[i].span.start)), None)
