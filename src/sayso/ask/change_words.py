"""Changes → lines a person reads, as Markdown that also reads well as it stands; each with its numbered place."""

from __future__ import annotations

from collections.abc import Iterator

from .change_parts import Change, ChangeKind, Changes, Cited

# Most new claims that one origin of one outlet tells, in print; the rest is counted. All are in the JSON.
MOST_SHOWN = 40
_HEADINGS = {
    ChangeKind.DENIED: "Newly denied", ChangeKind.WITHDRAWN: "Withdrawn", ChangeKind.CONFIRMED: "Confirmed", ChangeKind.MOVED: "Stands elsewhere than before",
    ChangeKind.NEW_CLAIM: "New claims", ChangeKind.FIGURE_MOVED: "Figures that moved", ChangeKind.FIGURE_DISPUTED: "Figures that cannot both be so",
    ChangeKind.NEW_FIGURE: "Another giver's figure", ChangeKind.CAME_TRUE: "Came true", ChangeKind.DEADLINE: "Deadlines passed",
    ChangeKind.NEW_ACTOR: "Mentioned for the first time",
}  # fmt: skip


# Changes in which somebody does something with another's claim: its words are not his.
_BY = (ChangeKind.DENIED, ChangeKind.WITHDRAWN, ChangeKind.CONFIRMED)


def change_lines(changes: Changes) -> Iterator[str]:
    """Give the comparison, line by line."""
    places: dict[tuple[str, object], int] = {}
    cited: list[Cited] = []
    span = f"since {_day(changes.since)}" if changes.until is None else f"from {_day(changes.since)} to {_day(changes.until)}"
    about = f" about {changes.about}" if changes.about else ""
    yield f"# What is new{about} {span}: {_count(changes.reports, 'report')} of {_count(changes.outlets, 'outlet')}"
    if changes.undated:
        yield f"\n{_count(changes.undated, 'report')} without a day of publication: in no comparison."
    for kind, heading in _HEADINGS.items():
        held = changes.of(kind)
        if held:
            yield f"\n## {heading}\n"
        for change in held[:MOST_SHOWN]:
            numbers = []
            for cite in change.cites:
                where = (cite.report, cite.spans or cite.finding)
                if where not in places:
                    places[where] = len(places) + 1
                    cited.append(cite)
                numbers.append(places[where])
            yield f"- {_line(change)} {_marks(numbers)}".rstrip()
        if len(held) > MOST_SHOWN:
            yield f"- … and {len(held) - MOST_SHOWN} more; all: sayso diff --format json"
    if not changes.changes:
        yield "\nNothing."
    if cited:
        yield "\n## Where it stands\n"
    for number, cite in enumerate(cited, 1):
        span_words = ", ".join(f"{span.start}–{span.end}" for span in cite.spans)
        day = f", {cite.published.isoformat()}" if cite.published else ""
        at = f", characters {span_words}" if span_words else ""
        yield f"[{number}] {cite.outlet or 'report'} ({cite.report[:8]}){day}{at}: “{cite.words}”  "


def _line(change: Change) -> str:
    who = f"{'by ' if change.kind in _BY else ''}**{change.who}**: " if change.who else ""
    told = _told(change)
    if change.kind is ChangeKind.MOVED:
        return f"{who}{change.before} before, {change.now} on {_day(change.day)}: {change.what}{told}"
    if change.kind in (ChangeKind.FIGURE_MOVED, ChangeKind.NEW_FIGURE, ChangeKind.FIGURE_DISPUTED):
        return f"{change.what}: {who}{change.now} (before: {change.before})"
    if change.kind in (ChangeKind.CAME_TRUE,):
        return f"{change.what} — told before as {change.before}"
    if change.kind is ChangeKind.DEADLINE:
        return f"{who}{change.what} — {change.now}"
    if change.kind is ChangeKind.NEW_ACTOR:
        return f"{change.what}, {change.now}"
    contested = ", contested" if change.now == "contested" else ""
    return f"{who}{change.what}{contested}{told}"


def _told(change: Change) -> str:
    if not change.reports:
        return ""
    origins = f"{_count(change.origins, 'origin')}, " if change.origins else ""
    return f" ({origins}{_count(change.outlets, 'outlet')}, {_count(change.reports, 'report')})"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _day(day: object) -> str:
    return str(day) if day else "an unknown day"


def _marks(numbers: list[int]) -> str:
    return "".join(f"[{number}]" for number in dict.fromkeys(numbers))
