"""What is claimed, how quantities were given and what changed → lines of HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .brief_claim_parts import ClaimLine, Given, News, SeriesLine, Stance
from .brief_words import quoted
from .claim_words import (
    NEAR_IT,
    behind,
    by_words,
    carried_words,
    independence,
    more_words,
    news_words,
    range_words,
    stand_words,
    status_words,
    stories,
    supporting,
    turn_words,
)
from .html_pieces import cites, safe

_AGAINST = ("denies", "doubts", "withdraws")
_SIDES = dict.fromkeys(("asserts", "confirms", "repeats"), "for") | dict.fromkeys(_AGAINST, "against")


def news(lines: Iterable[News]) -> Iterator[str]:
    """Give what changed, a line each."""
    for line in lines:
        who = f"{by_words(line)}<strong>{safe(line.who)}</strong>: " if line.who else ""
        when = f' <span class="aside whole">{safe(line.when)}</span>' if line.when else ""
        yield f'<li><span class="act">{safe(line.kind)}</span> {who}{safe(news_words(line))}{when} {cites(line.cites)}</li>\n'


def claims(lines: Iterable[ClaimLine]) -> Iterator[str]:
    """Give claims with everybody's position, story by story."""
    for title, part in stories(lines):
        if title:
            yield f"<h3>{safe(title)}</h3>\n"
        for line in part:
            yield from _claim(line)


def _claim(line: ClaimLine) -> Iterator[str]:
    kind = "denial" if any(stance.stand in _AGAINST for stance in line.stances if not stance.near) else "silence"
    yield f'<article class="contest {kind}">\n<p><q class="claim">{safe(quoted(line.words))}</q></p>\n'
    yield f'<p class="behind">{safe(behind(line))}</p>\n'
    yield from (_stance(stance) for stance in line.stances)
    yield from (
        f'<p class="beside"><span class="aside">{safe(words)}</span></p>\n' for words in filter(None, (more_words(line),))
    )
    yield from (f'<p class="beside"><span class="how">moved</span> {safe(turn_words(turn))}</p>\n' for turn in line.turns)
    for other in line.beside:
        how = f'<span class="how">cannot stand beside</span> <q>{safe(quoted(other.words))}</q>'
        yield f'<p class="beside">{how} <span class="aside">{safe(other.why)}</span></p>\n'
    yield "</article>\n"


def carried(lines: Iterable[ClaimLine]) -> Iterator[str]:
    """Give what several reports put forward: of several origins, and of one; those of the same origins together."""
    for title, groups in independence(lines):
        yield f"<h3>{title}</h3>\n<ul>\n"
        for origins, part in groups:
            yield f"<li>{safe(origins)}\n<ul>\n"
            for line in part:
                numbers = dict.fromkeys(number for stance in supporting(line) for number in stance.cites)
                state = safe(f"{status_words(line)}{carried_words(line)}")
                yield f'<li><q>{safe(quoted(line.words))}</q> <span class="aside">{state}</span> {cites(numbers)}</li>\n'
            yield "</ul>\n</li>\n"
        yield "</ul>\n"


def series(lines: Iterable[SeriesLine]) -> Iterator[str]:
    """Give quantities with every number given for them."""
    for line in lines:
        titles = "".join(f"<th>{title}</th>" for title in ("when", "whose number", "how many", ""))
        yield f'<h3>{safe(line.name)} <span class="aside">{safe(range_words(line))}</span></h3>\n'
        yield f'<table class="series">\n<thead><tr>{titles}</tr></thead>\n<tbody>\n'
        most = max((bound for one in line.given for bound in (one.low, one.high) if bound), default=0)
        for one in line.given:
            reports = f'<span class="aside">{one.reports} reports</span> ' if one.reports > 1 else ""
            cells = f'<td class="day">{safe(one.when or "no day")}</td><td>{safe(one.who)}</td><td class="amount">{safe(one.amount)}{_bar(one, most)}</td>'
            yield f"<tr>{cells}<td>{reports}{cites(one.cites)}</td></tr>\n"
        yield "</tbody>\n</table>\n"
        yield from (f'<p class="beside"><span class="how">revised</span> {safe(words)}</p>\n' for words in line.revised)
        yield from (
            f'<p class="beside"><span class="how">cannot both be so</span> {safe(words)}</p>\n' for words in line.disputed
        )


def _bar(one: Given, most: float) -> str:
    """Give a bar of what is allowed: dark up to the least, light from there to the greatest; without a greatest, to the end."""
    low, high = max(one.low or 0, 0), most if one.high is None else one.high
    if most <= 0 or high < low:
        return ""
    dark, light = (f"{round(100 * part / most, 1):g}%" for part in (low, high - low))
    return f'<span class="bar" aria-hidden="true"><i style="width:{dark}"></i><b style="width:{light}"></b></span>'


def _stance(stance: Stance) -> str:
    other = f' <span class="aside">for {safe(stance.speaks_for)}</span>' if stance.speaks_for else ""
    words = [f'<span class="whole">{safe(stance.when)}</span>'] if stance.when else []
    words += [f'<span class="whole">{stance.reports} reports</span>'] if stance.reports > 1 else []
    aside = f' <span class="aside">{" · ".join(words)}</span>' if words else ""
    quote = f" <q>{safe(quoted(stance.words))}</q>" if stance.words else ""
    near = f'<span class="how">{NEAR_IT}</span> ' if stance.near else ""
    said = f'{near}<span class="act {_SIDES.get(stance.stand, "neither")}">{safe(stand_words(stance))}</span> <strong>{safe(stance.who)}</strong>{other}{quote}'
    return f'<p class="beside">{said}{aside} {cites(stance.cites)}</p>\n'
