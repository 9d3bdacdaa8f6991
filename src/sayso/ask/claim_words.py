"""The wording of claims, series and changes in a brief, the same in Markdown and HTML: plain text, not escaped for either."""

from __future__ import annotations

from .brief_claim_parts import Beginning, ClaimLine, News, Stance, Turn
from .change_parts import ChangeKind

_STANDS = {
    "asserts": "says", "confirms": "confirms", "repeats": "says again", "denies": "denies", "doubts": "doubts", "withdraws": "takes it back",
    "declines": "will not say", "silent": "is silent",
}  # fmt: skip
_BEFORE = {
    "asserts": "said so", "confirms": "confirmed it", "repeats": "said so", "denies": "denied it", "doubts": "doubted it", "withdraws": "took it back",
    "declines": "would not say", "silent": "was silent",
}  # fmt: skip
_UNNAMED = {"unnamed": "sources nobody names", "untraced": "outlets that name one another"}
# Most origins that are named in a line.
MOST_NAMED = 4


def stand_words(stance: Stance) -> str:
    """Give what is done with a claim ("denies", "will not say")."""
    return _STANDS.get(stance.stand, stance.stand)


def turn_words(turn: Turn) -> str:
    """Give whose position changed, from what to what, and when."""
    when = f" on {turn.when}" if turn.when else ""
    return f"{turn.who} {_BEFORE.get(turn.before, turn.before)} before, and {_BEFORE.get(turn.after, turn.after)}{when}"


def behind(line: ClaimLine) -> str:
    """Give what stands behind a claim: independent origins first, then how many carry it; and whether it is contested or withdrawn."""
    names = [_origin(origin) for origin in line.origins[:MOST_NAMED]]
    more = len(line.origins) - len(names)
    named = f" ({', '.join(names)}{f' and {more} more' if more > 0 else ''})" if names else ""
    counted = f"{_count(len(line.origins), 'independent origin')}{named}" if line.origins else "nobody puts it forward"
    status = "" if line.status == "uncontested" else f"{line.status}{f' since {line.since}' if line.since else ''}; "
    return f"{status}{counted}, {_count(line.outlets, 'outlet')}, {_count(line.reports, 'report')}"


def news_words(line: News) -> str:
    """Give what changed, without its kind and who did it."""
    if line.kind in (ChangeKind.FIGURE_MOVED, ChangeKind.NEW_FIGURE, ChangeKind.FIGURE_DISPUTED):
        return f"{line.words}: {line.now}, before {line.before}"
    if line.kind == ChangeKind.MOVED:
        return f"{line.before} before, {line.now} now: {line.words}"
    if line.kind == ChangeKind.CAME_TRUE:
        return f"{line.words}, told before as {line.before}"
    if line.kind == ChangeKind.DEADLINE:
        return f"{line.words}, {line.now}"
    return line.words


def _origin(origin: Beginning) -> str:
    return origin.name or _UNNAMED.get(origin.kind, origin.kind)


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
