"""A reading → its figures as they are held against others. Everything is taken from what the extractors found."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from ...findings.figure import Figure, FigureKind
from ...findings.reading import Reading
from ...span import Span, overlaps_any
from ..claims.amounts import Amount, amounts_in, is_numeral
from ..claims.words import groups_in, is_function, stem, weight_of
from .given import Given, Stems
from .giving import Givers
from .happening import happening_in
from .headlines import with_headline
from .holders import holder_of
from .owners import Owners
from .stages import EXPECTED, MOVED, PRESENT, is_stage_word, stage_of, stands_somewhere
from .whereabouts import Days, Whereabouts

# Kinds of figures that make series. Ages, scores and ranks are of one person, match or list.
_KINDS = (FigureKind.COUNT, FigureKind.MONEY, FigureKind.PERCENT, FigureKind.MEASURE, FigureKind.DURATION)
# Words that say that something is counted, and not what.
_TALLY = frozenset(
    stem(w) for w in "number count toll figure total tally estimate sum amount rate level more other another case".split()
)
_PLAIN = frozenset(stem(w) for w in "person people man life victim soul individual".split())
_COUNTED_AFTER = re.compile(
    r"\b(?:number|count|toll|total|tally|estimate|cost) of ((?:[a-z]+['’]?\w* ){0,3}?[a-z]+)\b(?= (?:in|at|of|by|who|that|from|to|killed|has|had|was|were)\b|$)"
)
_COUNTED_BEFORE = re.compile(
    r"\b(population|crowd|fleet|army|force|garrison|workforce|staff|debt|budget|turnout|fine|loan|deficit) of $"
)
_PART_AFTER = re.compile(
    r"^\s*(?:\w+\s+)?of (?:(?:them|whom|which|those)\b|(?:the|these|those|its|their) (?:\d|(?:\w+ ){0,2}"
    r"(?:dead|victims|wounded|injured|killed|arrested|detained|hostages|missing|total|two|three|four|five|six|seven|eight|nine|ten|dozen)\b))"
)
_OF_THEM = re.compile(r"^\s*(?:\w+\s+)?of (?:them|whom|which|those)\b")
_THE_TOTAL = re.compile(r"\bthe (?:\w+ )?(?:total|number|figure|count|force)\b[^.;]{0,40}$")
_EACH = re.compile(r"^\s*(?:\w+\s+){0,2}(?:each|apiece)\b")
_CLOCK = re.compile(r"\W*[ap] ?\. ?m\b", re.IGNORECASE)
_INCLUDES = re.compile(r"\b(?:includ\w+|among (?:them|the dead|those)|of (?:whom|which)|of those)\W+(?:\w+\W+){0,2}$")
# How many names of a report are kept to tell its story by.
_CAST = 24
# Stages of people alone: an army holds land and arrests none. And those that no money meets: a casualty company's income is not wounded.
_OF_PEOPLE = frozenset(("abducted", "arrested", "trapped", "charged", "convicted"))
_NEVER_MONEY = _OF_PEOPLE | frozenset(
    ("killed", "wounded", "killed or wounded", "missing", "displaced", "captured", "infected", "dismissed", "expelled", "marching", "gathered", "living")
) | frozenset(("training", "present", "void", "fired", "rescued"))  # fmt: skip
_YEARS = range(1900, 2100)


def given_in(reading: Reading) -> Iterator[Given]:
    """Give the figures of a reading that can be of a series, in text order."""
    finder = _Finder(reading)
    return with_headline(finder.owners.meant(tuple(_found(reading, finder))), reading.report.title_span)


def _found(reading: Reading, finder: _Finder) -> Iterator[Given]:
    for figure in reading.figures:
        amount = finder.amounts.get(figure.span)
        if figure.kind not in _KINDS or amount is None or _is_no_quantity(figure):
            continue
        if not finder.is_no_number(figure.span) and not finder.is_of_each(figure.span):
            given = finder.given(figure, amount)
            if _is_told_what(given):
                yield given


def _is_told_what(given: Given) -> bool:
    """Tell whether the words say what is counted: no series is of a bare number, or of a length of time that is of nothing."""
    if given.kind is FigureKind.DURATION:
        return bool(given.things)
    return given.kind is not FigureKind.COUNT or bool(given.of or given.stages)


def _fitting(stages: Stems, kind: FigureKind) -> Stems:
    """Give the stages that a figure of this kind can be at: none where one of them is of people alone and it is no count."""
    if kind is FigureKind.MONEY:
        return stages - _NEVER_MONEY
    return frozenset() if kind is not FigureKind.COUNT and stages & _OF_PEOPLE else stages


def _is_no_quantity(figure: Figure) -> bool:
    """A bare "one", and a bare number that may be a year."""
    if figure.kind is not FigureKind.COUNT or figure.of is not None or figure.low != figure.high or figure.low is None:
        return False
    return figure.low == 1 or (figure.low in _YEARS and not figure.approximate)


class _Finder:
    """What all figures of a reading have in common."""

    def __init__(self, reading: Reading) -> None:
        report = reading.report
        self._reading, self._text, self._key = reading, report.text, report.key
        self._numbers = [figure.span for figure in reading.figures]
        self._where, self._givers, self.owners = Whereabouts(reading), Givers(reading), Owners(reading)
        self._speech = [s for statement in reading.statements for s in (*statement.source, *statement.cue)]
        self._names = [entity.span for entity in reading.entities]
        self._cast = self._cast_of()
        self._events = {ident: event.id for event in reversed(reading.events) for ident in event.figures}
        self._voice = report.agency or report.outlet or report.key
        self._setting = happening_in(" ".join([report.title or "", *(s.of(self._text) for s in reading.sentences[:2])]))
        self.amounts = {amount.span: amount for amount in amounts_in(reading, Span(0, len(self._text)))} if self._text else {}

    def given(self, figure: Figure, amount: Amount) -> Given:
        text, reading = self._text, self._reading
        at, sentence = self._sentence(figure.span)
        happening = happening_in(sentence.of(text))
        of = self._counted(figure, sentence)
        stage = stage_of(of, text, sentence, figure.span)
        stages = _fitting(stage.keys, figure.kind)
        owners = self.owners.of(of, sentence, figure.span)
        if owners and not stages and stands_somewhere(text[figure.span.end : sentence.end]):
            stages = frozenset((PRESENT,))
        low, high, factor = _in_unit(figure, amount)
        days = self._where.days(sentence, figure.span)
        moved = bool(stages & (MOVED | {EXPECTED}))
        spots = self._where.spots(sentence, figure.span, self._numbers, figure.where, moved=moved)
        giver = self._givers.of(figure, sentence)
        names, matter = self._words(sentence)
        return Given(
            report=self._key, figure=figure.id, span=figure.span, words=figure.span.of(text),
            published=reading.report.published, as_of=(figure.as_of.start if figure.as_of else None) or days.as_of or self._undated(days), start=days.start, end=days.end,
            kind=figure.kind, unit=figure.unit, dimension=amount.dimension, factor=factor, low=low, high=high, approximate=figure.approximate,
            of=of, things=_things(of), part=self._is_part(at, figure.span, sentence), stages=stages, done=stage.words,
            spots=spots.spots, joint=spots.joint, whose=self._givers.key_of(figure.whose),
            giver=giver.key if giver else None, giver_name=giver.name if giver else None, voice=self._voice,
            statement=figure.statement, event=self._events.get(figure.id), happening=happening, setting=happening or self._before(at),
            names=names, cast=self._cast, matter=matter,
            owners=owners, holder=holder_of(figure, of, text, sentence),
        )  # fmt: skip

    def _undated(self, days: Days) -> date | None:
        """Give the one day beside a number where its report has none."""
        single = days.start and days.end and days.end - days.start <= timedelta(days=1)
        return days.start if single and self._reading.report.published is None else None

    def is_no_number(self, span: Span) -> bool:
        """Tell whether it stands in a web address, or is the hour of a clock."""
        before, after = self._text[max(0, span.start - 3) : span.start].strip(), self._text[span.end : span.end + 6].strip()
        return before[-1:] in ("/", "_") or after[:1] == "_" or bool(_CLOCK.match(span.of(self._text)[-2:] + " " + after))

    def is_of_each(self, span: Span) -> bool:
        """Tell whether it is what each of several has ("two brigades of 6,000 soldiers each"): no number of them together."""
        return bool(_EACH.match(self._text[span.end : span.end + 40]))

    def _sentence(self, number: Span) -> tuple[int, Span]:
        for at, sentence in enumerate(self._reading.sentences):
            if sentence.start <= number.start < sentence.end:
                return at, Span(sentence.start, max(sentence.end, number.end))
        return -1, Span(max(0, number.start - 200), min(len(self._text), number.end + 200))

    def _counted(self, figure: Figure, sentence: Span) -> str:
        """Give what is counted; where that is only "the toll" or "the number", what this is of."""
        of = figure.of.words if figure.of else ""
        if any(stem(word) not in _TALLY for word in of.split()):
            return of
        before = self._text[sentence.start : figure.span.start]
        found = _COUNTED_AFTER.search(before) or _COUNTED_BEFORE.search(before)
        if not found and not of and _THE_TOTAL.search(before):
            earlier = [f.of.words for f in self._reading.figures if f.of and sentence.start <= f.span.start < figure.span.start]
            return earlier[-1] if earlier else of
        return found[1] if found else of

    def _is_part(self, at: int, number: Span, sentence: Span) -> bool:
        """Tell whether it is a part of another number: "of them" is only where these were counted before."""
        before, after = self._text[sentence.start : number.start], self._text[number.end : min(sentence.end, number.end + 20)]
        if _OF_THEM.match(after):
            return self._is_counted_before(at, number)
        return bool(_PART_AFTER.match(after) or _INCLUDES.search(before))

    def _is_counted_before(self, at: int, number: Span) -> bool:
        since = self._reading.sentences[max(0, at - 1)].start if at >= 0 else 0
        title = self._reading.report.title_span
        return any(since <= span.start < number.start and not (title and title.overlaps(span)) for span in self._numbers)

    def _before(self, at: int) -> Stems:
        found: Stems = frozenset()
        for earlier in reversed(self._reading.sentences[max(0, at - 2) : max(0, at)]):
            found = found or happening_in(earlier.of(self._text))
        return found or self._setting

    def _words(self, sentence: Span) -> tuple[Stems, Stems]:
        names: set[str] = set()
        matter: set[str] = set()
        tokens = [
            (m.group(), Span(sentence.start + m.start(), sentence.start + m.end()))
            for m in re.finditer(r"\w+", sentence.of(self._text))
        ]
        groups = groups_in([word for word, _ in tokens])
        named = [name for name in self._names if name.overlaps(sentence)]
        speech = [piece for piece in self._speech if piece.overlaps(sentence)]
        for (word, span), held in zip(tokens, groups, strict=True):
            if is_function(word) or is_numeral(word) or overlaps_any(span, speech):
                continue
            if word[:1].isupper() and overlaps_any(span, named):
                if len(word) > 1:
                    names.add(stem(word))
            elif weight_of(word) >= 1.0:
                matter |= {stem(word), *held}
        return frozenset(names), frozenset(matter)

    def _cast_of(self) -> Stems:
        words = (word for name in self._names for word in re.findall(r"\w+", name.of(self._text)))
        counted = Counter(stem(word) for word in words if word[:1].isupper() and len(word) > 1 and not is_function(word))
        return frozenset(sorted(counted, key=lambda name: (-counted[name], name))[:_CAST])


def _in_unit(figure: Figure, amount: Amount) -> tuple[float | None, float | None, float]:
    """Give the bounds in the figure's unit, and how many of the base make one unit; numerals that a text cuts are put together."""
    scale = next((b / a for a, b in ((figure.low, amount.low), (figure.high, amount.high)) if a and b), 1.0)
    if amount.dimension == figure.unit:
        return amount.low, amount.high, 1.0
    return figure.low, figure.high, scale


def _things(of: str) -> Stems:
    words = [word for word in re.findall(r"\w+", of) if not is_stage_word(word)]
    kept = [word for word in words if not is_function(word) and stem(word) not in _TALLY | _PLAIN]
    stems = [stem(word) for word in kept]
    # Groups of the noun alone: "military terms" are no troops. Also of its stem: "shots" are what "shot" is.
    noun = [word for word in re.findall(r"\w+", _AFTER_NOUN.split(of)[0]) if word in kept][-1:] or kept[-1:]
    return frozenset(stems).union(*groups_in(noun), *groups_in([stem(word) for word in noun]))


_AFTER_NOUN = re.compile(r"\s(?:of|from|in|at|with|who|that|on|by|for|near|under)\s")
