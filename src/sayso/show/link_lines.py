"""A story, an event told once or a series → its lines (name, value) for people, each member with its score and its reasons in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..ask.amounts import day_in_words, when_in_words
from ..ask.brief_words import giver_name, quoted, type_words
from ..link.happenings import Disagreement as Told
from ..link.series import Disagreement, Revision
from ..record.found_decisions import FoundDecision
from ..record.found_links import EventTelling, FoundClaim, FoundHappening, FoundSeries, FoundStory, Linked
from .claim_lines import because, claim_lines, printed_in
from .decision_lines import ruling_words
from .link_words import days, point_amount, point_words, told_by
from .standing import Line, who
from .views import short_key


def linked_lines(row: Linked, ruled: Iterable[FoundDecision] = ()) -> list[Line]:
    """Give the lines of a claim, story, event told once or series, and what people ruled on its members; empty ones left out."""
    if isinstance(row, FoundClaim):
        lines = claim_lines(row)
    elif isinstance(row, FoundStory):
        lines = _story(row)
    elif isinstance(row, FoundHappening):
        lines = _happening(row)
    else:
        lines = _series(row)
    decided = (("decided", ruling_words(each)) for each in ruled)
    return [(name, value) for name, value in (*lines, *decided) if value]


def _story(row: FoundStory) -> Iterator[Line]:
    yield "story", f"{row.key}\n{row.name}"
    yield "of whom", "\n".join(map(who, row.actors))
    yield "told by", told_by(row.spread)
    yield "published", days(row.spread.first, row.spread.last)
    yield "holds", f"{row.claims} claim(s), {row.contested} of them contested, {row.happenings} event(s)"
    for each in row.reports:
        title = f"\n{quoted(each.report.title)}" if each.report.title else ""
        yield "report", f"{printed_in(each.report)}{title}\n{because(each.score, each.reasons)}"
    yield "list them", f"sayso claims --story {short_key(row.key)}\nsayso events --once --story {short_key(row.key)}"


def _happening(row: FoundHappening) -> Iterator[Line]:
    yield "event", f"{row.key}\n{quoted(row.words)}"
    yield "type", type_words(row.event_type, row.modes) if row.event_type else ""
    yield "who", "\n".join(_people(row.actor_names, row.actors))
    yield "to whom", "\n".join(_people(row.recipient_names, row.recipients))
    yield "when", when_in_words(row.date) if row.date else "no telling names a day"
    yield "where", ", ".join(filter(None, (row.place.name, row.place.country))) if row.place else ""
    yield "reality", f"{row.reality}{', contested' if row.contested else ''}"
    yield "says", "\n".join(map(who, row.asserted_by))
    yield "denies", "\n".join(map(who, row.denied_by))
    yield from (("told otherwise", _told_otherwise(row, each)) for each in row.disagreements)
    yield "told by", told_by(row.spread)
    yield "published", days(row.spread.first, row.spread.last)
    yield from (("telling", _telling(each)) for each in row.tellings)
    yield "stories", "\n".join(row.stories)


def _people(names: tuple[str, ...], keys: tuple[str, ...]) -> Iterator[str]:
    return (f"{name} [{key}]" for name, key in zip(names, keys, strict=True))


def _told_otherwise(row: FoundHappening, told: Told) -> str:
    cards = {each.report.key: each.report for each in row.tellings}
    sides = (f"{side.value}: {'; '.join(printed_in(cards[key]) for key in side.reports if key in cards)}" for side in told.sides)
    return "\n".join([told.what.value, *sides])


def _telling(each: EventTelling) -> str:
    shown = [f"sayso show {short_key(each.finding)}"] if each.finding else []
    where = printed_in(each.report, len(each.carriers) - 1)
    return "\n".join([f"{quoted(each.words)}, {each.reality}", where, because(each.score, each.reasons), *shown])


def _series(row: FoundSeries) -> Iterator[Line]:
    it = row.series
    yield "series", f"{row.key}\n{it.name}"
    yield "told by", told_by(row.spread)
    yield "published", days(row.spread.first, row.spread.last)
    for point in it.points:
        lines = [f"{giver_name(row, point)}: {point_amount(it, point)}"]
        for each in point.carriers:
            figure = row.figure_of(each)
            shown = f", sayso show {short_key(figure)}" if figure else ""
            where = f"{quoted(each.words)} {printed_in(row.reports[each.report])}"
            lines.append(f"{where}, {because(each.score, each.reasons)}{shown}")
        yield day_in_words(point.day) if point.day else "no day", "\n".join(lines)
    yield "revised", "\n".join(_revision(row, each) for each in it.revisions)
    yield "disputed", "\n".join(_dispute(row, each) for each in it.disagreements)
    yield "stories", "\n".join(row.stories)


def _revision(row: FoundSeries, revision: Revision) -> str:
    since = f" on {day_in_words(revision.later.day)}" if revision.later.day else ""
    before, after = (point_amount(row.series, point) for point in (revision.earlier, revision.later))
    return f"{giver_name(row, revision.later)}: {before} became {after}{since} ({revision.direction.value})"


def _dispute(row: FoundSeries, one: Disagreement) -> str:
    lower, higher = (", ".join(point_words(row, point) for point in side) for side in (one.one, one.other))
    since = f", both standing since {day_in_words(one.since)}" if one.since else ""
    return f"{lower} against {higher}{since}"
