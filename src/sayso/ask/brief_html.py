"""A brief → one HTML page that needs nothing else: no script, no font, no picture, no address but the reports' own.

Every word of others is escaped; only http and https addresses become links. Light and dark follow the reader's system; print is
black on white, with the citations kept together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from importlib import resources

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

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def page(brief: Brief) -> str:
    """Give the brief as a whole page."""
    title = _text(f"Situation: {heading(brief)}")
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{title}</title>\n<style>\n{style()}</style>\n</head>\n<body>\n{fragment(brief)}</body>\n</html>\n"
    )


def fragment(brief: Brief) -> str:
    """Give the brief's body, for a page or a notebook."""
    sections = [
        _section("Contested", _contested(brief.contested), wrap="div", of="contested"),
        _section("Figures", _figures(brief.figures), wrap="div", of="figures"),
        _section("Who said what", _voices(brief.voices), wrap="div", of="voices"),
        _section("Put into mouths", _imputed(brief.imputed), wrap="ul", of="imputed"),
        _section("Sources", _sources(brief.sources), wrap="ul", of="sources"),
        _section("Where it stands", _citations(brief.citations), wrap="ol", of="citations"),
    ]
    notes = "".join(f'<p class="note">{_text(note)}</p>\n' for note in brief.notes)
    title = f'<p class="kicker">Situation</p>\n<h1>{_text(heading(brief))}</h1>\n<p>{_text(headline(brief))}</p>'
    return f'<main class="sayso-brief">\n<header>\n{title}\n{notes}</header>\n{"".join(sections)}</main>\n'


def style() -> str:
    """Give the style sheet."""
    return resources.files(__package__).joinpath("brief.css").read_text(encoding="utf8")


def _section(title: str, lines: Iterable[str], *, wrap: str, of: str) -> str:
    body = "".join(lines)
    return f'<section class="{of}">\n<h2>{title}</h2>\n<{wrap}>\n{body}</{wrap}>\n</section>\n' if body else ""


def _contested(contested: Iterable[Contest]) -> Iterator[str]:
    for title, contests in answers(contested):
        yield f"<h3>{title}</h3>\n"
        yield from _answers(contests)


def _answers(contests: Iterable[Contest]) -> Iterator[str]:
    for contest in contests:
        answer = contest.answer
        words = silence_words(answer, _text)
        kind = "denial" if answer.act in ("deny", "doubt") else "silence"
        yield f'<article class="contest {kind}">\n<p><span class="act">{act_words(answer)}</span> {_speaker(answer)} '
        yield f"<q>{words}</q>{_circumstances(answer)} {_cites(answer.cites)}</p>\n"
        for other in contest.beside:
            said = f"{_speaker(other)}{escape(saying(other))} <q>{_text(quoted(other.words))}</q>"
            how = f'<span class="how">{_text(contest.how)}</span>'
            yield f'<p class="beside">{how} {said}{_circumstances(other)} {_cites(other.cites)}</p>\n'
        yield "</article>\n"


def _figures(groups: Iterable[QuantityGroup]) -> Iterator[str]:
    for group in groups:
        whose = _text(group.whose) if group.whose else "Not tied to an actor"
        titles = "".join(f"<th>{title}</th>" for title in ("what", "how many", "whose number", "when", ""))
        yield f"<h3>{whose}</h3>\n<table>\n<thead><tr>{titles}</tr></thead>\n<tbody>\n"
        yield from (_figure(line) for line in group.quantities)
        yield "</tbody>\n</table>\n"


def _figure(line: Quantity) -> str:
    where = f' <span class="aside">({_text(line.where)})</span>' if line.where else ""
    giver = _text(line.standing) if line.giver else f'<span class="aside">{_text(line.standing)}</span>'
    reports = f'<span class="aside">{line.reports} reports</span> ' if line.reports > 1 else ""
    cells = f'<td>{_text(line.of) or "—"}{where}</td><td class="amount">{_text(line.amount)}</td><td>{giver}</td>'
    return f'<tr>{cells}<td class="day">{_text(line.when or "")}</td><td>{reports}{_cites(line.cites)}</td></tr>\n'


def _voices(voices: Iterable[Voice]) -> Iterator[str]:
    for voice in voices:
        offices = f' <span class="aside">{_text("; ".join(voice.offices))}</span>' if voice.offices else ""
        yield f"<h3>{_text(voice.who)}{offices}</h3>\n<ul>\n"
        yield from (f"<li>{_line(line)}</li>\n" for line in voice.lines)
        yield "</ul>\n"


def _line(line: Said) -> str:
    if line.relays:
        return f"relays {_cites(line.relays)}{_circumstances(line)} {_cites(line.cites)}"
    act = "" if line.act == "assert" and not line.hedged else f'<span class="act">{_text(act_words(line))}</span> '
    return f"{act}<q>{_text(quoted(line.words))}</q>{_for_whom(line)}{_circumstances(line)} {_cites(line.cites)}"


def _imputed(lines: Iterable[Said]) -> Iterator[str]:
    for line in lines:
        words = f"<q>{_text(quoted(line.words))}</q>"
        yield f"<li>laid to {_text(line.who)}: {words}{_circumstances(line)} {_cites(line.cites)}</li>\n"


def _sources(sources: Iterable[Source]) -> Iterator[str]:
    for source in sources:
        named = _text(report_words(source))
        if source.url and source.url.lower().startswith(("http://", "https://")):
            named = f'<a href="{escape(source.url, quote=True)}" rel="noreferrer">{named}</a>'
        yield f'<li>{named} <span class="aside">{_text(state(source))}</span></li>\n'


def _citations(citations: Iterable[Citation]) -> Iterator[str]:
    for citation in citations:
        place = f'<span class="aside">{_text(place_words(citation))}:</span>'
        yield f'<li id="c{citation.number}" value="{citation.number}">{place} {_text(cited(citation))}</li>\n'


def _speaker(line: Said) -> str:
    return f"<strong>{_text(line.who)}</strong>{_for_whom(line)}"


def _for_whom(line: Said) -> str:
    return f' <span class="aside">for {_text(line.speaks_for)}</span>' if line.speaks_for else ""


def _circumstances(line: Said) -> str:
    words = [f"through {_text(line.through)}"] if line.through else []
    words += [f'<span class="whole">{_text(line.when)}</span>'] if line.when else []
    words += [f'<span class="whole">{line.reports} reports</span>'] if line.reports > 1 else []
    return f' <span class="aside">{" · ".join(words)}</span>' if words else ""


def _cites(numbers: Iterable[int]) -> str:
    return " ".join(f'<a class="cite" href="#c{number}">[{number}]</a>' for number in numbers)


def _text(words: str) -> str:
    return escape(one_line(words), quote=True)
