"""A brief → Markdown that also reads well unrendered: words of others are escaped, on one line, with hidden characters shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from .brief_parts import Brief, Citation, Contest, Quantity, QuantityGroup, Source, Voice
from .brief_words import (
    act_words,
    answers,
    cited,
    counted,
    heading,
    headline,
    left_words,
    place_of,
    place_words,
    relaying,
    report_words,
    saying,
    silence_words,
    spoken,
    state,
)
from .markdown_claims import carried, claims, news, series
from .markdown_events import ahead, disputed, happenings, who_is_who
from .markdown_pieces import circumstances, cites, escaped, for_whom, printed, said_words, speaker
from .said import Said

# Widest a cell is padded to, in characters; longer ones are left as they are.
MAX_CELL = 44
_TITLES = ("what", "how many", "whose number", "when", "where it stands")


def markdown(brief: Brief) -> str:
    """Give the brief as Markdown."""
    sections = [
        _head(brief),
        _section("What changed", news(brief.news)),
        _section("Contested", (*claims(brief.claims), *disputed(brief.disputes), *_contested(brief.contested))),
        _section("Figures", (*series(brief.series), *_figures(brief.figures))),
        _section("What happened", happenings(brief.happened)),
        _section("Who said what", _voices(brief.voices)),
        _section("Put into mouths: words a writer lays to somebody, said by nobody", _imputed(brief.imputed)),
        _section("What may come", ahead(brief.prospects)),
        _section("Who is who", who_is_who(brief.bonds)),
        _section("How independent: what several reports put forward", carried(brief.carried)),
        _section("Sources", _sources(brief.sources)),
        _section("Where it stands", _citations(brief.citations)),
    ]
    return "\n".join(section for section in sections if section)


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
        yield f"- *{act_words(answer)}* {speaker(answer)}: {words}{circumstances(answer)} {cites(answer.cites)}"
        for other in contest.beside:
            says = f"{speaker(other)}{saying(other)} {said_words(other)}"
            yield f"  - {contest.how}: {says}{circumstances(other)} {cites(other.cites)}"


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
    where = f" ({escaped(place_of(line))})" if place_of(line) else ""
    cells = (
        escaped(counted(line)) + where,
        escaped(line.amount),
        escaped(line.standing),
        escaped(line.when or ""),
    )
    return (*cells, f"{printed(line.reports)}{cites(line.cites)}")


def _voices(voices: Iterable[Voice]) -> Iterator[str]:
    """Give a speaker of several lines a heading of his own, one of a single line that line; who only relays others is named at the end."""
    own, carriers = relaying(voices)
    alone = False
    for voice in own:
        lines = list(_spoken(voice))
        offices = f" — {escaped('; '.join(voice.offices))}" if voice.offices else ""
        named = f"**{escaped(voice.who)}**{offices}"
        if len(lines) == 1:
            yield f"- {named}: {lines[0]}"
        else:
            yield from ("", named, "") if alone else (named, "")
            yield from (*(f"- {line}" for line in lines), "")
        alone = len(lines) == 1
    if carriers:
        relays = (f"{escaped(voice.who)} {' '.join(_spoken(voice))}" for voice in carriers)
        yield from ("", f"Through others: {'; '.join(relays)}")
    yield ""


def _spoken(voice: Voice) -> Iterator[str]:
    own, relayed, places = spoken(voice)
    yield from (_line(line) for line in own)
    if relayed:
        yield f"relays {cites(relayed)}, at {cites(places)}"
    if voice.more:
        yield escaped(left_words(voice))


def _line(line: Said) -> str:
    act = "" if line.act == "assert" and not line.hedged else f"*{escaped(act_words(line))}* "
    return f"{act}{said_words(line)}{for_whom(line)}{circumstances(line)} {cites(line.cites)}"


def _imputed(lines: Iterable[Said]) -> Iterator[str]:
    for line in lines:
        yield f"- laid to {escaped(line.who)}: {said_words(line)}{circumstances(line)} {cites(line.cites)}"


def _sources(sources: Iterable[Source]) -> Iterator[str]:
    for source in sources:
        yield f"- {escaped(report_words(source))}; {escaped(state(source))}"


def _citations(citations: Iterable[Citation]) -> Iterator[str]:
    for citation in citations:
        yield f"[{citation.number}] {escaped(place_words(citation))}: {escaped(cited(citation))}  "
