"""Attributions with their speakers → Statement findings: form, act, addressee, channel, day, nesting, evidence."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ...findings.mention import Reference
from ...findings.statement import Act, Form, Statement
from ...span import Span
from ...when import When
from ..doc import Doc
from ..phrases import noun_phrase_after, noun_phrase_before
from ..times import TimeWords, times_in
from .acts import ActReading, act_of, channel_of
from .attribution import Attribution
from .cast import Cast, Part
from .statement_trust import trust

_ADDRESSING = re.compile(
    r"\b(?:told|tells?|telling|asked|urged|warned|assured|informed|briefed|notified|thanked|reminded|advised)$", re.IGNORECASE
)
_TO_WHOM = re.compile(
    r"\b(?:in an? (?:\w+ )?interview with|in an? (?:letter|message|note|email|statement) to|in an? (?:phone )?call with|speaking to|spoke to|in comments to|in remarks to|said to)\s+",
    re.IGNORECASE,
)
# "Lawmakers **were told** that": who hears it stands before.
_HEARS = re.compile(
    r"(?:[\w’']+ )*?(?:was|were|is|are|been|being) (?:\w+ly )?(?:told|informed|briefed|notified|assured|warned|reminded)",
    re.IGNORECASE,
)
_NO_ADDRESSEE = {"me", "us", "him", "her", "them", "it", "that", "himself", "herself"}


@dataclass(frozen=True, slots=True)
class Spoken:
    """An attribution with who speaks, as the speaker rules leave it."""

    attribution: Attribution
    speaker: Part | None
    speaks_for: str | None


def form_of(doc: Doc, content: list[Span], inner: list[Span]) -> Form:
    """Tell whether the words stand in quotation marks, without, or both; what an inner attribution quotes is the inner's."""
    quoted = total = 0
    for piece in content:
        total += _letters(doc.text, piece.start, piece.end)
        for quotation in doc.quotations_in(piece):  # none overlaps another
            if not any(i.covers(quotation.span) for i in inner):
                quoted += _letters(doc.text, max(piece.start, quotation.span.start), min(piece.end, quotation.span.end))
    if not quoted:
        return Form.INDIRECT
    return Form.DIRECT if quoted == total else Form.MIXED


def _letters(text: str, start: int, end: int) -> int:
    return sum(map(str.isalnum, text[start:end]))


def _is_block(doc: Doc, one: Attribution) -> bool:
    if not one.cue or not one.content:
        return False
    between = doc.text[one.cue[-1].end : one.content[0].start]
    return "\n" in between and (":" in between or one.cue[-1].of(doc.text).endswith(":"))


def addressee_of(doc: Doc, cast: Cast, one: Attribution, times: list[TimeWords]) -> Reference | None:
    """Give to whom it is said: the phrase after "told", "an interview with" and their like."""
    for cue in one.cue:
        sentence = doc.clause_near(cue.start)
        start = None
        if not one.source and _HEARS.fullmatch(cue.of(doc.text)):
            hearer = noun_phrase_before(doc, cue.start, floor=sentence.start)
            start = hearer.start if hearer is not None and not any(hearer.overlaps(p) for p in one.content) else None
        elif _ADDRESSING.search(cue.of(doc.text)):
            start = cue.end
        elif match := _TO_WHOM.search(doc.text, cue.start, sentence.end):
            start = match.end()
        if start is None:
            continue
        ceiling = min([c.start for c in (*one.content, cue) if c.start >= start] + [sentence.end])
        phrase = noun_phrase_after(doc, start, ceiling=ceiling) if ceiling > start else None
        if phrase is None or phrase.of(doc.text).lower() in _NO_ADDRESSEE or any(phrase.overlaps(p) for p in one.source):
            continue
        phrase = _before_time(doc, phrase, times)
        named = [(m, p) for m, p in cast.named_in(phrase)]
        owner = max(named, key=lambda pair: pair[0].end, default=None)
        return Reference(phrase, owner[1].key if owner and owner[0].end >= phrase.end - 2 else None)
    return None


def _before_time(doc: Doc, phrase: Span, times: list[TimeWords]) -> Span:
    inside = [t.span for t in times_in(times, phrase) if t.span.start > phrase.start]
    if not inside:
        return phrase
    words = doc.text[phrase.start : inside[0].start].rstrip()
    return Span(phrase.start, phrase.start + len(words)) if words else phrase


def said_on(doc: Doc, one: Attribution, times: list[TimeWords]) -> When | None:
    """Give the day it was said: the time expression of the cue's sentence outside source and content, nearest to the cue."""
    if not one.cue:
        return None
    cue = one.cue[0]
    sentence = doc.clause_near(cue.start)
    found = [
        t
        for t in times_in(times, sentence)
        if t.type in ("DATE", "TIME")
        and not (t.value or "").endswith("_REF")  # "now", "recent": when, but no day
        and not any(t.span.overlaps(p) for p in (*one.content, *one.source))
        and doc.quotation_at(t.span.start) is None
    ]
    if one.outer is not None:
        limits = [p for p in one.outer.content if p.covers(cue)]
        found = [t for t in found if any(p.covers(t.span) for p in limits)]
    reach = [t for t in found if _belongs(doc, one, cue, t.span)]
    if not reach:
        return None
    best = min(reach, key=lambda t: min(abs(t.span.start - cue.end), abs(cue.start - t.span.end)))
    return When(best.start, best.end, best.span.of(doc.text))


def _belongs(doc: Doc, one: Attribution, cue: Span, time: Span) -> bool:
    """A time belongs to the cue if no other verb group stands between; within sixty characters, or at the head of the sentence."""
    low, high = (cue.end, time.start) if time.start >= cue.end else (time.end, cue.start)
    if high <= low:
        return True
    between = [i for i in doc.tokens_in(Span(low, high)) if doc.pos[i] in ("VERB", "SCONJ")]
    outside = [i for i in between if not any(p.covers(doc.tokens[i]) for p in (*one.source, *one.content))]
    if time.start >= cue.end:
        return not outside and high - low <= 90
    return len(outside) == 0


def evidence_of(doc: Doc, one: Attribution) -> tuple[Span, ...]:
    """Give one span per paragraph that covers the attribution's pieces there."""
    spans: dict[Span, Span] = {}
    for piece in sorted([*one.source, *one.cue, *one.content]):
        paragraph = doc.paragraph_at(piece.start)
        old = spans.get(paragraph)
        spans[paragraph] = Span(min(old.start, piece.start), max(old.end, piece.end)) if old else piece
    return tuple(spans.values())


def make_statements(
    doc: Doc, cast: Cast, spoken: list[Spoken], *, times: list[TimeWords], calibrate: Callable[[str, float], float]
) -> tuple[Statement, ...]:
    """Turn attributions into findings with ids in text order. The cast must be frozen: parts carry their ids."""
    for s in spoken:
        if s.attribution.outer is not None:
            s.attribution.outer.inner.append(s.attribution)
    maker = _Maker(
        doc, cast, times, calibrate,
        ids={id(s.attribution): f"s{n}" for n, s in enumerate(spoken, 1)},
        readings={id(s.attribution): act_of(doc, s.attribution) for s in spoken},
        by_attribution={id(s.attribution): s for s in spoken},
    )  # fmt: skip
    return tuple(maker.statement(s) for s in spoken)


@dataclass(frozen=True, slots=True)
class _Maker:
    """What every statement of a report is made from; attributions are told apart by identity."""

    doc: Doc
    cast: Cast
    times: list[TimeWords]
    calibrate: Callable[[str, float], float]
    ids: dict[int, str]
    readings: dict[int, ActReading]
    by_attribution: dict[int, Spoken]

    def statement(self, s: Spoken) -> Statement:
        """Give the finding of one attribution."""
        doc, one, reading = self.doc, s.attribution, self.readings[id(s.attribution)]
        outer = self.by_attribution.get(id(one.outer)) if one.outer is not None else None
        is_imputed = reading.act is Act.IMPUTED
        voice = self.cast.parts.get(s.speaks_for) if s.speaks_for and not is_imputed else None
        form = form_of(doc, one.content, [c for other in one.inner for c in other.content])
        if one.is_verbatim or (form is Form.INDIRECT and _is_block(doc, one)):
            form = Form.DIRECT
        return Statement(
            id=self.ids[id(one)], source=tuple(one.source), cue=tuple(one.cue), content=tuple(one.content), form=form, act=reading.act,
            speaker=s.speaker.id if s.speaker and not is_imputed else None, speaks_for=voice.id if voice else None,
            imputed_to=s.speaker.id if s.speaker and is_imputed else None, addressee=None if is_imputed else self._addressee(one),
            channel=channel_of(doc, one, is_relay=reading.cue.is_relaying and _is_outlet(s.speaker)),
            relayed_by=_relay(outer, self.readings), within=self.ids[id(outer.attribution)] if outer else None, target=reading.target,
            withholds=reading.withholds, said_on=said_on(doc, one, self.times), place=None, evidence=evidence_of(doc, one),
            confidence=self.calibrate("statement", trust(one, doc.text)), by=one.by, negated=reading.cue.negated, modal=reading.cue.modal,
            tense=reading.cue.tense if one.cue else None,
        )  # fmt: skip

    def _addressee(self, one: Attribution) -> Reference | None:
        address = addressee_of(self.doc, self.cast, one, self.times)
        if address is None:
            return None
        part = self.cast.parts.get(address.actor or "")
        return Reference(address.span, part.id if part else None)


def _is_outlet(part: Part | None) -> bool:
    return part is not None and (part.kind == "outlet" or part.sector == "MED" or "media" in part.name.lower())


def _relay(outer: Spoken | None, readings: dict[int, ActReading]) -> Reference | None:
    """Give the outer source, where it reports speech (thoughts and wishes relay nothing)."""
    if outer is None or not outer.attribution.source or readings[id(outer.attribution)].act in (Act.THINK, Act.WANT):
        return None
    return Reference(outer.attribution.source[0], outer.speaker.id if outer.speaker else None)
