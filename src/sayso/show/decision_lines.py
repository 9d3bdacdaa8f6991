"""Decisions for people: the lines below a record that say what a person decided on it, and the list of all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from ..record.found_decisions import IN_FORCE, Applied, FoundDecision
from .format import Column, View
from .standing import Line
from .views import KEY_SHOWN, WIDE, short_key


def decided_lines(rows: Sequence[Applied]) -> Iterator[Line]:
    """Give, for each decision on a record, what it says, who says so, when and why, and what was found before."""
    for row in rows:
        yield "decided", f"{_ruled(row)}\nby {row.who}, {in_minutes(row.when)}: {row.why} [{short_key(row.id)}]"


def in_minutes(when: datetime) -> str:
    """Give a moment in UTC, to the minute."""
    return f"{when.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def decision_words(row: FoundDecision) -> str:
    """Give what a decision says: the verdict, of what, on what, and what is to stand where."""
    it = row.decision
    on = " ".join(short_key(each.key) if each.sort != "actor" else each.key for each in it.subjects)
    value = f" {it.field}={it.value}" if it.field else f" as {it.value}" if it.value else ""
    return f"{it.verdict.value} {it.of.value} {on}{value}"


def ruling_words(row: FoundDecision) -> str:
    """Give a decision on what a claim, story, event or series is made of: what it says, who says so, when and why."""
    it = row.decision
    return f"{decision_words(row)}\nby {it.who}, {in_minutes(it.when)}: {it.why} [{short_key(it.id)}]"


def _ruled(row: Applied) -> str:
    if row.field:
        return f"{row.field} is {_value(row.value)}; {_value(row.before)} was found"
    if row.verdict == "merge":
        return f"merged: {row.before} are one"
    return f"split: {row.before} is {row.value} in one report" if row.verdict == "split" else f"{row.verdict}ed"


def _value(words: str | None) -> str:
    return words or "nothing"


def _stands(row: FoundDecision) -> str:
    back = row.decision.withdrawn
    if back:
        return f"withdrawn by {back.who}: {back.why}"
    return f"{row.state} by {short_key(row.by)}" if row.by else "" if row.state == IN_FORCE else row.state


DECISIONS = View(
    (
        Column("id", lambda row: short_key(row.key), width=KEY_SHOWN, style="dim"),
        Column("when", lambda row: f"{row.decision.when:%Y-%m-%d}", width=10),
        Column("decided", decision_words, share=5, style="bold"),
        Column("who", lambda row: row.decision.who, share=2),
        Column("why", lambda row: row.decision.why, share=4),
        Column("stands", lambda row: _stands(row) or IN_FORCE, share=3),
        Column("now", lambda row: " ".join(short_key(key or "gone") for key in row.keys), share=2, from_width=WIDE, style="dim"),
    ),
    "nobody has decided anything",
)
