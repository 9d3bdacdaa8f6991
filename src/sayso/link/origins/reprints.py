"""A report that gives no source → the report whose words it prints, if one of the others has them.

Only the words of the telling are compared; the copies found among whole texts (link/copies) may take the place of `shared_words`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from .passages import sentence_at
from .source import SourceKind
from .terms import sequence_of
from .traced import Traced

_RUN_WORDS = 3
# Which part of a telling's runs of three words must stand in the other's, 0..1, and how many words it must have. By judgement: one word
# in ten may be changed; a shorter sentence may be the same by accident.
MIN_SHARE, MIN_WORDS = 0.7, 5
_DATELINE = re.compile(r"^[^.!?\n]{0,80}?(?:[)/] ?[-–—:]{1,3}|\s[–—]{1,2}) ")


def original_of(report: Traced, others: Iterable[Traced]) -> Traced | None:
    """Give the report whose words this one prints, the most original of them; None where it has words of its own.

    An agency's text and a body's own come before all others, then the earlier day. A report that has its words from elsewhere, or from
    somebody it names, is taken for the original only where it is of an earlier day.
    """
    fits = [other for other in others if other.id != report.id and _may_be_first(other, report)]
    fits = [other for other in fits if shared_words(report, other) >= MIN_SHARE]
    first = min(fits, key=_order, default=None)
    return first if first is not None and _order(first) < _order(report) else None


def shared_words(report: Traced, other: Traced) -> float:
    """Give which part of the words in which one report tells the claim another has too, 0..1; the best of its tellings."""
    theirs = {run for words in _told(other) for run in _runs(words)}
    shares = [len(_runs(words) & theirs) / len(_runs(words)) for words in _told(report) if len(words) >= MIN_WORDS]
    return max(shares, default=0.0)


def _told(report: Traced) -> list[tuple[str, ...]]:
    text = report.reading.report.text
    spans = {sentence_at(report.reading, telling.span) for telling in report.tellings}
    return [sequence_of(_DATELINE.sub("", span.of(text))) for span in sorted(spans)]


def _runs(words: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset(words[at : at + _RUN_WORDS] for at in range(len(words) - _RUN_WORDS + 1))


def _may_be_first(other: Traced, report: Traced) -> bool:
    if other.author.outlet is not None and other.author.outlet == report.author.outlet:
        return False
    if any(s.outlet is not None and s.outlet == report.author.outlet for s in other.sources):
        return False
    earlier, later = _day(other), _day(report)
    has_it_itself = all(s.kind in (SourceKind.PLAIN, SourceKind.OWN) for s in other.sources) or other.author.publisher is not None
    return earlier <= later if has_it_itself else earlier < later


def _order(report: Traced) -> tuple[bool, bool, date, str]:
    author = report.author
    is_source = author.publisher is not None or (author.outlet is not None and author.outlet.is_agency and author.agency is None)
    return (not is_source, author.agency is None, _day(report), report.id)


def _day(report: Traced) -> date:
    return report.reading.report.published or date.max
