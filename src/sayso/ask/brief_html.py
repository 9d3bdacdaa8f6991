"""A brief → one HTML page that needs nothing else: no script, no font, no picture, no address but the reports' own.

Every word of others is escaped; only http and https addresses become links. Light and dark follow the reader's system; print is
black on white, with the citations kept together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from importlib import resources

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
    quoted,
    relaying,
    report_words,
    saying,
    silence_words,
    spoken,
    state,
    told_words,
)
from .html_claims import carried, claims, news, series
from .html_events import ahead, disputed, happenings, who_is_who
from .html_pieces import circumstances, cites, for_whom, safe, speaker
from .said import Said

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def page(brief: Brief) -> str:
    """Give the brief as a whole page."""
    title = safe(f"Situation: {heading(brief)}")
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{title}</title>\n<style>\n{style()}</style>\n</head>\n<body>\n{fragment(brief)}</body>\n</html>\n"
    )


def fragment(brief: Brief) -> str:
    """Give the brief's body, for a page or a notebook."""
    sections = [
        _section("What changed", news(brief.news), wrap="ul", of="news"),
        _section(
            "Contested",
            (*claims(brief.claims), *disputed(brief.disputes), *_contested(brief.contested)),
            wrap="div",
            of="contested",
        ),
        _section("Figures", (*series(brief.series), *_figures(brief.figures)), wrap="div", of="figures"),
        _section("What happened", happenings(brief.happened), wrap="ul", of="happened"),
        _section("Who said what", _voices(brief.voices), wrap="div", of="voices"),
        _section("Put into mouths", _imputed(brief.imputed), wrap="ul", of="imputed"),
        _section("What may come", ahead(brief.prospects), wrap="div", of="prospects"),
        _section("Who is who", who_is_who(brief.bonds), wrap="ul", of="bonds"),
        _section("How independent", carried(brief.carried), wrap="div", of="carried"),
        _section("Sources", _sources(brief.sources), wrap="ul", of="sources"),
        _section("Where it stands", _citations(brief.citations), wrap="ol", of="citations"),
    ]
    notes = "".join(f'<p class="note">{safe(note)}</p>\n' for note in brief.notes)
    title = f'<p class="kicker">Situation</p>\n<h1>{safe(heading(brief))}</h1>\n<p>{safe(headline(brief))}</p>'
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
        words = silence_words(answer, safe)
        kind = "denial" if answer.act in ("deny", "doubt") else "silence"
        yield f'<article class="contest {kind}">\n<p><span class="act">{act_words(answer)}</span> {speaker(answer)} '
        yield f"<q>{words}</q>{circumstances(answer)} {cites(answer.cites)}</p>\n"
        for other in contest.beside:
            said = f"{speaker(other)}{escape(saying(other))} <q>{safe(quoted(told_words(other)))}</q>"
            how = f'<span class="how">{safe(contest.how)}</span>'
            yield f'<p class="beside">{how} {said}{circumstances(other)} {cites(other.cites)}</p>\n'
        yield "</article>\n"


def _figures(groups: Iterable[QuantityGroup]) -> Iterator[str]:
    for group in groups:
        whose = safe(group.whose) if group.whose else "Not tied to an actor"
        titles = "".join(f"<th>{title}</th>" for title in ("what", "how many", "whose number", "when", ""))
        yield f"<h3>{whose}</h3>\n<table>\n<thead><tr>{titles}</tr></thead>\n<tbody>\n"
        yield from (_figure(line) for line in group.quantities)
        yield "</tbody>\n</table>\n"


def _figure(line: Quantity) -> str:
    where = f' <span class="aside">({safe(place_of(line))})</span>' if place_of(line) else ""
    giver = safe(line.standing) if line.giver else f'<span class="aside">{safe(line.standing)}</span>'
    reports = f'<span class="aside">{line.reports} reports</span> ' if line.reports > 1 else ""
    cells = f'<td>{safe(counted(line))}{where}</td><td class="amount">{safe(line.amount)}</td><td>{giver}</td>'
    return f'<tr>{cells}<td class="day">{safe(line.when or "")}</td><td>{reports}{cites(line.cites)}</td></tr>\n'


def _voices(voices: Iterable[Voice]) -> Iterator[str]:
    own, carriers = relaying(voices)
    for voice in own:
        offices = f' <span class="aside">{safe("; ".join(voice.offices))}</span>' if voice.offices else ""
        lines = list(_spoken(voice))
        if len(lines) == 1:
            yield f'<p class="voice"><strong>{safe(voice.who)}</strong>{offices} {lines[0]}</p>\n'
            continue
        yield f"<h3>{safe(voice.who)}{offices}</h3>\n<ul>\n"
        yield from (f"<li>{line}</li>\n" for line in lines)
        yield "</ul>\n"
    if carriers:
        named = (f"<strong>{safe(voice.who)}</strong> {' '.join(_spoken(voice))}" for voice in carriers)
        yield f'<p class="voice">Through others: {"; ".join(named)}</p>\n'


def _spoken(voice: Voice) -> Iterator[str]:
    own, relayed, places = spoken(voice)
    yield from (_line(line) for line in own)
    if relayed:
        yield f'<span class="act">relays</span> {cites(relayed)} <span class="aside">at</span> {cites(places)}'
    if voice.more:
        yield f'<span class="aside">{safe(left_words(voice))}</span>'


def _line(line: Said) -> str:
    act = "" if line.act == "assert" and not line.hedged else f'<span class="act">{safe(act_words(line))}</span> '
    return f"{act}<q>{safe(quoted(told_words(line)))}</q>{for_whom(line)}{circumstances(line)} {cites(line.cites)}"


def _imputed(lines: Iterable[Said]) -> Iterator[str]:
    for line in lines:
        words = f"<q>{safe(quoted(told_words(line)))}</q>"
        yield f"<li>laid to {safe(line.who)}: {words}{circumstances(line)} {cites(line.cites)}</li>\n"


def _sources(sources: Iterable[Source]) -> Iterator[str]:
    for source in sources:
        named = safe(report_words(source))
        if source.url and source.url.lower().startswith(("http://", "https://")):
            named = f'<a href="{escape(source.url, quote=True)}" rel="noreferrer">{named}</a>'
        yield f'<li>{named} <span class="aside">{safe(state(source))}</span></li>\n'


def _citations(citations: Iterable[Citation]) -> Iterator[str]:
    for citation in citations:
        place = f'<span class="aside">{safe(place_words(citation))}:</span>'
        yield f'<li id="c{citation.number}" value="{citation.number}">{place} {safe(cited(citation))}</li>\n'
