"""What people see of copies: the columns of the list, and the passages of one report."""

from __future__ import annotations

from collections.abc import Iterator

from ..ask.brief_words import carrier
from ..ask.copy_words import KINDS, percent
from ..ask.visible import one_line
from ..record.found import ReportCard
from ..record.found_copies import Copied, FoundCopy
from ..span import Span
from .format import Column, View
from .views import KEY_SHOWN, WIDE, short_key

# Words of a passage shown before it is cut in the middle.
SHOWN = 160


def copied_lines(copied: Copied) -> Iterator[str]:
    """Give the report, whose text it prints, and the passages, one a line."""
    found, copy = copied.found, copied.found.copy
    yield f"{_who(found.report)} {'holds passages' if not copy.is_reprint else 'prints the text'} of {_who(found.of)}"
    if found.original.key != found.of.key:
        yield f"which goes back to {_who(found.original)}"
    if found.agency:
        yield f"the text is credited to {found.agency}, whose own page is not in the ledger"
    shares = f"{percent(copy.share)} of its words, {percent(copy.of_share)} of the other's, {percent(copy.alike)} of them word for word"
    yield f"{KINDS[copy.kind.value]}: {shares}; {'; '.join(copy.reasons)}"
    if copied.changes:
        yield from _changed(copied)
        return
    for passage in copied.passages:
        how = "as it is" if passage.alike >= 1 else f"{percent(passage.alike)} word for word"
        yield f"  from it {_at(passage.span)} ({_at(passage.of_span)} there, {how}): {_short(passage.span.of(copied.text))}"
    yield from (f"  its own {_at(span)}: {_short(span.of(copied.text))}" for span in copied.own)
    yield from (f"  left out {_at(span)} there: {_short(span.of(copied.of_text))}" for span in copied.left_out)


def _changed(copied: Copied) -> Iterator[str]:
    for change in copied.changes:
        here = _short(change.span.of(copied.text)) if change.span else ""
        there = _short(change.other.of(copied.of_text)) if change.other else ""
        if here and there:
            yield f"  instead of {there}, {_at(change.span)} now: {here}"
        else:
            yield f"  new, {_at(change.span)}: {here}" if here else f"  no longer: {there}"


def _who(card: ReportCard) -> str:
    return f"{carrier(card.outlet, card.place)} ({short_key(card.key)})"


def _at(span: Span | None) -> str:
    return f"{span.start}–{span.end}" if span else ""


def _short(words: str) -> str:
    line = one_line(words)
    return f"“{line if len(line) <= SHOWN else f'{line[: SHOWN // 2].rstrip()} […] {line[-SHOWN // 2 :].lstrip()}'}”"


def _original(row: FoundCopy) -> str:
    name = carrier(row.original.outlet, row.original.place)
    return f"{name}, credits {row.agency}" if row.agency else name


COPIES = View(
    (
        Column("text of", _original, share=3, style="bold"),
        Column("key", lambda row: short_key(row.key), width=KEY_SHOWN, style="dim"),
        Column("published", lambda row: row.report.published.isoformat() if row.report.published else "—", width=10),
        Column("printed by", lambda row: carrier(row.report.outlet, row.report.place), share=3),
        Column("how", lambda row: KINDS[row.copy.kind.value], share=2),
        Column("of it", lambda row: percent(row.copy.share), width=5, right=True),
        Column("title", lambda row: row.report.title or "—", share=4, from_width=WIDE),
        Column("why", lambda row: "; ".join(row.copy.reasons), share=4),
    ),
    "no report prints another's text",
)
