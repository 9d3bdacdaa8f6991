"""The tellings of one event → what they disagree on: only what cannot both hold, with who tells which."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta

from .facets import bounds_meet, count_alike, days_agree, parties_agree, places_agree
from .happening import Differing, Disagreement, Side
from .told import Party, Size, Told

_DONE = ("happened", "ongoing", "historical")


def disagreements_of(told: Sequence[Told]) -> tuple[Disagreement, ...]:
    """Give what the tellings disagree on, in the order of `Differing`; sides by first telling."""
    found = (
        _sides(Differing.DATE, told, _day, lambda a, b: days_agree(a, b) is False),
        _sides(
            Differing.PLACE, told, lambda one: one.place.name if one.place else None, lambda a, b: places_agree(a, b) is False
        ),
        *_sizes(told),
        _sides(Differing.ACTOR, told, lambda one: _named(one.actors), lambda a, b: parties_agree(a.actors, b.actors) is False),
        _sides(
            Differing.RECIPIENT,
            told,
            lambda one: _named(one.recipients),
            lambda a, b: parties_agree(a.recipients, b.recipients) is False,
        ),
        _sides(Differing.REALITY, told, lambda one: one.reality, _realities_differ),
    )
    return tuple(one for one in found if one is not None)


def _sides(
    what: Differing, told: Sequence[Told], value: Callable[[Told], str | None], differ: Callable[[Told, Told], bool]
) -> Disagreement | None:
    valued = [one for one in told if value(one) is not None]
    held = [one for one in valued if any(differ(one, other) for other in valued)]
    return _disagreement(what, ((value(one) or "", one.report) for one in held))


def _disagreement(what: Differing, held: Iterable[tuple[str, str]]) -> Disagreement | None:
    reports: dict[str, set[str]] = {}
    for words, report in held:
        reports.setdefault(words, set()).add(report)
    sides = tuple(Side(words, tuple(sorted(keys))) for words, keys in reports.items())
    return Disagreement(what, sides) if len(sides) > 1 else None


def _sizes(told: Sequence[Told]) -> Iterator[Disagreement]:
    """Give a disagreement for each thing counted: the killed are not held against the wounded."""
    sizes = [(size, one.report) for one in told for size in one.sizes]
    left = list(range(len(sizes)))
    while left:
        group = [left.pop(0)]
        for at in group:
            near = [other for other in left if count_alike(sizes[at][0], sizes[other][0])]
            group += near
            left = [other for other in left if other not in near]
        held = [sizes[at] for at in sorted(group) if any(not bounds_meet(sizes[at][0], sizes[other][0]) for other in group)]
        made = _disagreement(Differing.SIZE, ((_counted(size), report) for size, report in held))
        if made is not None:
            yield made


def _counted(size: Size) -> str:
    return size.words


def _day(told: Told) -> str | None:
    """Give the days in a form that is the same whatever words name them."""
    if told.date is None or (told.date.start is None and told.date.end is None):
        return None
    start, end = told.date.start, told.date.end
    if start is not None and end == start + timedelta(days=1):
        return start.isoformat()
    return f"{_written(start)} to {_written(end - timedelta(days=1) if end else None)}"


def _written(day: date | None) -> str:
    return day.isoformat() if day else "…"


def _named(parties: Sequence[Party]) -> str | None:
    return ", ".join(sorted(party.name for party in parties)) or None


def _realities_differ(one: Told, other: Told) -> bool:
    """What is planned before it happens is no disagreement; what is told as so and as not so is."""
    return "negated" in (one.reality, other.reality) and one.reality != other.reality and _stated(one) and _stated(other)


def _stated(told: Told) -> bool:
    return told.reality in (*_DONE, "negated")
