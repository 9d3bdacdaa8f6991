"""What is claimed, how quantities were given and what changed → lines of Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .brief_claim_parts import ClaimLine, News, SeriesLine, Stance
from .brief_words import quoted
from .claim_words import behind, news_words, stand_words, turn_words
from .markdown_pieces import cites, escaped, printed


def news(lines: Iterable[News]) -> Iterator[str]:
    """Give what changed, a line each."""
    for line in lines:
        who = f"**{escaped(line.who)}**: " if line.who else ""
        when = f", {escaped(line.when)}" if line.when else ""
        yield f"- *{line.kind}* {who}{escaped(news_words(line))}{when} {cites(line.cites)}"


def claims(lines: Iterable[ClaimLine]) -> Iterator[str]:
    """Give claims with everybody's position."""
    for line in lines:
        yield f"**{escaped(line.words)}** — {escaped(behind(line))}\n"
        yield from (_stance(stance) for stance in line.stances)
        yield from (f"  - moved: {escaped(turn_words(turn))}" for turn in line.turns)
        yield from (f"  - cannot stand beside: {escaped(quoted(b.words))} ({escaped(b.why)})" for b in line.beside)
        yield ""


def carried(lines: Iterable[ClaimLine]) -> Iterator[str]:
    """Give claims that nobody answers, by how widely they are carried."""
    for line in lines:
        numbers = tuple(number for stance in line.stances for number in stance.cites)
        yield f"- {escaped(quoted(line.words))} — {escaped(behind(line))} {cites(dict.fromkeys(numbers))}"


def series(lines: Iterable[SeriesLine]) -> Iterator[str]:
    """Give quantities with every number given for them."""
    for line in lines:
        yield f"**{escaped(line.name)}**: {escaped(line.range)}\n"
        for one in line.given:
            when = f", {escaped(one.when)}" if one.when else ""
            yield f"- {escaped(one.amount)} — {escaped(one.who)}{when}{printed(one.reports, before=', ')} {cites(one.cites)}"
        yield from (f"- revised: {escaped(words)}" for words in line.revised)
        yield from (f"- cannot both be so: {escaped(words)}" for words in line.disputed)
        yield ""


def _stance(stance: Stance) -> str:
    other = f" (for {escaped(stance.speaks_for)})" if stance.speaks_for else ""
    when = f", {escaped(stance.when)}" if stance.when else ""
    return (
        f"- *{stand_words(stance)}* {escaped(stance.who)}{other}: {escaped(quoted(stance.words))}{when}"
        f"{printed(stance.reports, before=', ')} {cites(stance.cites)}"
    )
