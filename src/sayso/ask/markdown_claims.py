"""What is claimed, how quantities were given and what changed → lines of Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .brief_claim_parts import ClaimLine, News, SeriesLine, Stance
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
from .markdown_pieces import cites, escaped, printed


def news(lines: Iterable[News]) -> Iterator[str]:
    """Give what changed, a line each."""
    for line in lines:
        who = f"{by_words(line)}**{escaped(line.who)}**: " if line.who else ""
        when = f", {escaped(line.when)}" if line.when else ""
        yield f"- *{line.kind}* {who}{escaped(news_words(line))}{when} {cites(line.cites)}"


def claims(lines: Iterable[ClaimLine]) -> Iterator[str]:
    """Give claims with everybody's position, story by story."""
    for title, part in stories(lines):
        if title:
            yield f"### {escaped(title)}\n"
        for line in part:
            yield f"**{escaped(quoted(line.words))}** — {escaped(behind(line))}\n"
            yield from (_stance(stance) for stance in line.stances)
            yield from (f"- {escaped(words)}" for words in filter(None, (more_words(line),)))
            yield from (f"  - moved: {escaped(turn_words(turn))}" for turn in line.turns)
            yield from (f"  - cannot stand beside: {escaped(quoted(b.words))} ({escaped(b.why)})" for b in line.beside)
            yield ""


def carried(lines: Iterable[ClaimLine]) -> Iterator[str]:
    """Give what several reports put forward: of several origins, and of one; those of the same origins together."""
    for title, groups in independence(lines):
        yield f"**{title}**\n"
        for origins, part in groups:
            yield f"- {escaped(origins)}"
            for line in part:
                numbers = dict.fromkeys(number for stance in supporting(line) for number in stance.cites)
                state = escaped(f"{status_words(line)}{carried_words(line)}")
                yield f"  - {escaped(quoted(line.words))} — {state} {cites(numbers)}"
        yield ""


def series(lines: Iterable[SeriesLine]) -> Iterator[str]:
    """Give quantities with every number given for them."""
    for line in lines:
        yield f"**{escaped(line.name)}**: {escaped(range_words(line))}\n"
        for one in line.given:
            when = escaped(one.when or "no day")
            yield f"- {when}: **{escaped(one.amount)}** — {escaped(one.who)}{printed(one.reports, before=', ')} {cites(one.cites)}"
        yield from (f"- revised: {escaped(words)}" for words in line.revised)
        yield from (f"- cannot both be so: {escaped(words)}" for words in line.disputed)
        yield ""


def _stance(stance: Stance) -> str:
    other = f" (for {escaped(stance.speaks_for)})" if stance.speaks_for else ""
    when = f", {escaped(stance.when)}" if stance.when else ""
    words = f": {escaped(quoted(stance.words))}" if stance.words else ""
    return (
        f"- {f'{NEAR_IT}: ' if stance.near else ''}*{stand_words(stance)}* {escaped(stance.who)}{other}{words}{when}"
        f"{printed(stance.reports, before=', ')} {cites(stance.cites)}"
    )
