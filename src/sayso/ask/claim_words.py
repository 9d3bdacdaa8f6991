"""The wording of claims, series and changes in a brief, the same in Markdown and HTML: plain text, not escaped for either."""

from __future__ import annotations

from collections.abc import Iterable

from .brief_claim_parts import ClaimLine, News, SeriesLine, Stance, Turn
from .brief_words import quoted
from .change_parts import ChangeKind

_STANDS = {
    "asserts": "says", "confirms": "confirms", "repeats": "says again", "denies": "denies", "doubts": "doubts", "withdraws": "takes it back",
    "declines": "will not say", "silent": "is silent",
}  # fmt: skip
_KEPT_BACK = {
    ("declines", "comment"): "declines to comment", ("declines", "confirmation"): "declines to confirm", ("declines", "denial"): "declines to deny",
    ("silent", "confirmation"): "is silent, has not confirmed", ("silent", "denial"): "is silent, has not denied",
}  # fmt: skip
_BEFORE = {
    "asserts": "said so", "confirms": "confirmed it", "repeats": "said so", "denies": "denied it", "doubts": "doubted it", "withdraws": "took it back",
    "declines": "would not say", "silent": "was silent",
}  # fmt: skip
_FOR = ("asserts", "confirms", "repeats")
_UNNAMED = {"unnamed": "sources nobody names", "untraced": "outlets that name one another"}
# Changes of which the words are the name of a quantity, no sentence of a report.
_OF_FIGURES = (ChangeKind.FIGURE_MOVED, ChangeKind.NEW_FIGURE, ChangeKind.FIGURE_DISPUTED)
# Most origins that are named in a line.
MOST_NAMED = 4
NEAR_IT = "near this"


def stand_words(stance: Stance) -> str:
    """Give what is done with a claim ("denies", "declines to confirm")."""
    return _KEPT_BACK.get((stance.stand, stance.withholds or ""), _STANDS.get(stance.stand, stance.stand))


def more_words(line: ClaimLine) -> str:
    """Give how many more put a claim forward, and where they are listed; empty where all are shown."""
    return f"… and {line.more} more say so: sayso show {line.key[:12]}" if line.more else ""


def turn_words(turn: Turn) -> str:
    """Give whose position changed, from what to what, and when."""
    when = f" on {turn.when}" if turn.when else ""
    return f"{turn.who} {_BEFORE.get(turn.before, turn.before)} before, and {_BEFORE.get(turn.after, turn.after)}{when}"


def behind(line: ClaimLine) -> str:
    """Give what stands behind a claim: independent origins first, then how many carry it; and whether it is contested or withdrawn."""
    return f"{status_words(line)}{origins_words(line)}; {carried_words(line)}"


def origins_words(line: ClaimLine) -> str:
    """Give how many independent origins a claim has, and their names."""
    names = [origin.name or _UNNAMED.get(origin.kind, origin.kind) for origin in line.origins[:MOST_NAMED]]
    more = len(line.origins) - len(names)
    named = f"{', '.join(names)}{f' and {more} more' if more > 0 else ''}"
    if not line.origins:
        return "nobody is known to have put it forward"
    return f"one origin: {named}" if len(line.origins) == 1 else f"{len(line.origins)} independent origins: {named}"


def carried_words(line: ClaimLine) -> str:
    """Give how many print it; of a report nobody knows the outlet of, that it is one."""
    reports = _count(line.reports, "report")
    return f"carried by {_count(line.outlets, 'outlet')} in {reports}" if line.outlets else f"carried by {reports}"


def independence(lines: Iterable[ClaimLine]) -> tuple[tuple[str, tuple[tuple[str, tuple[ClaimLine, ...]], ...]], ...]:
    """Part claims of several origins from those many carry on the word of one: each part with a title, in it those of the same origins together."""
    parts: dict[bool, dict[str, list[ClaimLine]]] = {True: {}, False: {}}
    for line in lines:
        parts[len(line.origins) > 1].setdefault(origins_words(line), []).append(line)
    titles = {True: "Several origins, independent of one another", False: "Many carriers, but one origin"}
    return tuple(
        (titles[several], tuple((words, tuple(told)) for words, told in part.items())) for several, part in parts.items() if part
    )


def status_words(line: ClaimLine) -> str:
    """Give whether a claim is contested or withdrawn and since when, with a mark behind; empty for one nobody contests."""
    return "" if line.status == "uncontested" else f"{line.status}{f' since {line.since}' if line.since else ''}; "


def supporting(line: ClaimLine) -> tuple[Stance, ...]:
    """Give the positions that put a claim forward."""
    return tuple(stance for stance in line.stances if stance.stand in _FOR)


def stories(lines: Iterable[ClaimLine]) -> tuple[tuple[str, tuple[ClaimLine, ...]], ...]:
    """Part claims by the story they were first told in, each part with a title; no titles where one story holds them all."""
    parts: dict[str | None, list[ClaimLine]] = {}
    for line in lines:
        parts.setdefault(line.story, []).append(line)
    if len(parts) < 2:
        return tuple(("", tuple(part)) for part in parts.values())
    return tuple(
        (f"In the story {quoted(name)}" if name else "In reports that stand alone", tuple(part)) for name, part in parts.items()
    )


def range_words(line: SeriesLine) -> str:
    """Give the range of a quantity and by how many it is given."""
    return f"{line.range}, {line.givers} givers" if line.givers > 1 else line.range


def by_words(line: News) -> str:
    """Give what stands before the name of somebody who does something with another's claim: its words are not his."""
    return "by " if line.kind in (ChangeKind.DENIED, ChangeKind.WITHDRAWN, ChangeKind.CONFIRMED) else ""


def news_words(line: News) -> str:
    """Give what changed, without its kind and who did it; the words of reports within quotation marks."""
    what = line.words if line.kind in _OF_FIGURES else quoted(line.words)
    if line.kind == ChangeKind.FIGURE_MOVED:
        return f"{what}: {line.now}, before {line.before}"
    if line.kind == ChangeKind.FIGURE_DISPUTED:
        return f"{what}: {line.now}, disputed; before it {line.before}"
    if line.kind == ChangeKind.NEW_FIGURE:
        return f"{what}: {line.now}; before it {line.before}"
    if line.kind == ChangeKind.MOVED:
        return f"{line.before} before, {line.now} now: {what}"
    if line.kind == ChangeKind.CAME_TRUE:
        return f"{what}, told before as {line.before}"
    return f"{what}, {line.now}" if line.kind == ChangeKind.DEADLINE else what


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
