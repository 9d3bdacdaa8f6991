"""A brief → Markdown that also reads well unrendered: words of others are escaped, on one line, with hidden characters shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from .brief_parts import Brief, Citation, Contest, Quantity, QuantityGroup, Said, Source, Voice
from .brief_words import (
    act_words,
    answers,
    cited,
    heading,
    headline,
    place_words,
    quoted,
    report_words,
    saying,
    silence_words,
    state,
)
from .visible import one_line

_ESCAPED = re.compile(r"([\\`*_\[\]<>|~])")
# Widest a cell is padded to, in characters; longer ones are left as they are.
MAX_CELL = 44
_TITLES = ("what", "how many", "whose number", "when", "where it stands")
_LINE_START = re.compile(r"^(\s*)([#+-]|\d+[.)])(?=\s|$)")


def markdown(brief: Brief) -> str:
    """Give the brief as Markdown."""
    sections = [
        _head(brief),
        _section("Contested", _contested(brief.contested)),
        _section("Figures", _figures(brief.figures)),
        _section("Who said what", _voices(brief.voices)),
        _section("Put into mouths: words a writer lays to somebody, said by nobody", _imputed(brief.imputed)),
        _section("Sources", _sources(brief.sources)),
        _section("Where it stands", _citations(brief.citations)),
    ]
    return "\n".join(section for section in sections if section)


def escaped(text: str) -> str:
    """Give words of others for a line of Markdown: no mark-up, no links, no line breaks, nothing hidden."""
    line = _ESCAPED.sub(r"\\\1", one_line(text)).replace("&", "&amp;")
    return _LINE_START.sub(r"\1\\\2", line)


def _head(brief: Brief) -> str:
    lines = [f"# Situation: {escaped(heading(brief))}", "", escaped(headline(brief)), ""]
    return "\n".join([*lines, *(f"> {escaped(note)}\n" for note in brief.notes)])


def _section(title: str, lines: Iterable[str]) -> str:
    body = list(lines)
    return "\n".join([f"## {title}", "", *body, ""]) if body else ""


def _contested(contested: Iterable[Contest]) -> Iterator[str]:
    for title, contests in answers(contested):
        yield f"**{title}**\n"
        yield from _answers(contests)
        yield ""


def _answers(contests: Iterable[Contest]) -> Iterator[str]:
    for contest in contests:
        answer = contest.answer
        words = silence_words(answer, escaped)
        yield f"- *{act_words(answer)}* {_speaker(answer)}: {words}{_circumstances(answer)} {_cites(answer.cites)}"
        for other in contest.beside:
            says = f"{_speaker(other)}{saying(other)} {_words(other)}"
            yield f"  - {contest.how}: {says}{_circumstances(other)} {_cites(other.cites)}"


def _figures(groups: Iterable[QuantityGroup]) -> Iterator[str]:
    for group in groups:
        yield f"**{escaped(group.whose) if group.whose else 'Not tied to an actor'}**"
        yield ""
        yield from _aligned([_TITLES, *(_figure(line) for line in group.quantities)])
        yield ""


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Give a table whose bars stand below each other, as far as cells are no longer than a line can hold."""
    widths = [min(MAX_CELL, max(len(row[at]) for row in rows)) for at in range(len(rows[0]))]
    for number, row in enumerate(rows):
        yield f"| {' | '.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))} |"
        if not number:
            yield f"| {' | '.join('-' * width for width in widths)} |"


def _figure(line: Quantity) -> tuple[str, ...]:
    where = f" ({escaped(line.where)})" if line.where else ""
    cells = (
        (escaped(line.of) or "—") + where,
        escaped(line.amount),
        escaped(line.standing),
        escaped(line.when or ""),
    )
    return (*cells, f"{_printed(line.reports)}{_cites(line.cites)}")


def _voices(voices: Iterable[Voice]) -> Iterator[str]:
    for voice in voices:
        offices = f" — {escaped('; '.join(voice.offices))}" if voice.offices else ""
        yield f"**{escaped(voice.who)}**{offices}"
        yield ""
        yield from (_line(line) for line in voice.lines)
        yield ""


def _line(line: Said) -> str:
    if line.relays:
        return f"- relays {_cites(line.relays)}{_circumstances(line)} {_cites(line.cites)}"
    act = "" if line.act == "assert" and not line.hedged else f"*{escaped(act_words(line))}* "
    return f"- {act}{_words(line)}{_for_whom(line)}{_circumstances(line)} {_cites(line.cites)}"


def _imputed(lines: Iterable[Said]) -> Iterator[str]:
    for line in lines:
        yield f"- laid to {escaped(line.who)}: {_words(line)}{_circumstances(line)} {_cites(line.cites)}"


def _sources(sources: Iterable[Source]) -> Iterator[str]:
    for source in sources:
        yield f"- {escaped(report_words(source))}; {escaped(state(source))}"


def _citations(citations: Iterable[Citation]) -> Iterator[str]:
    for citation in citations:
        yield f"[{citation.number}] {escaped(place_words(citation))}: {escaped(cited(citation))}  "


def _speaker(line: Said) -> str:
    return escaped(line.who) + _for_whom(line)


def _for_whom(line: Said) -> str:
    return f" (for {escaped(line.speaks_for)})" if line.speaks_for else ""


def _words(line: Said) -> str:
    return escaped(quoted(line.words))


def _circumstances(line: Said) -> str:
    through = f", through {escaped(line.through)}" if line.through else ""
    when = f", {escaped(line.when)}" if line.when else ""
    return f"{through}{when}{_printed(line.reports, before=', ')}"


def _printed(reports: int, *, before: str = "") -> str:
    if reports < 2:
        return ""
    return f"{before}{reports} reports" + ("" if before else " ")


def _cites(numbers: Iterable[int]) -> str:
    # Literal in Markdown: nothing here defines a link called "1", and words of others cannot.
    return "".join(f"[{number}]" for number in numbers)
