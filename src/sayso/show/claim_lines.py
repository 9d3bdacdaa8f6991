"""A claim → its lines (name, value) for people: every position with its words and why it is linked, origins, moves, differences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..ask.amounts import day_in_words
from ..ask.brief_words import carrier, quoted
from ..ask.copy_words import copy_mark
from ..link.claims import ClaimStatus, Stand
from ..link.origins import Origin, OriginKind
from ..record.found import ReportCard
from ..record.found_links import FoundClaim, FoundDifference, FoundMove, FoundPosition
from .link_words import STANDS, counted, days, speaker, told_by
from .standing import Line, who
from .views import short_key

_ORIGINS = {
    OriginKind.ACTOR: "who says it", OriginKind.AGENCY: "an agency", OriginKind.OUTLET: "an outlet",
    OriginKind.UNNAMED: "a source that is not named", OriginKind.UNTRACED: "outlets that name one another",
}  # fmt: skip
_RELATIONS = {"denies": "one says that it is not so", "differs": "one part is told otherwise"}
# How many other claims are named before the rest is counted.
MOST_DIFFERENCES = 6


def claim_lines(row: FoundClaim) -> Iterator[Line]:
    """Give the lines of a claim."""
    cards = {each.report.key: each.report for each in row.positions}
    yield "claim", f"{row.key}\n{quoted(row.text)}"
    yield "status", _status(row)
    yield "about", "\n".join(map(who, row.about))
    yield "support", told_by(row.support, len(row.origins))
    yield "spoken of in", told_by(row.spread) if row.spread.reports != row.support.reports else ""
    yield "published", days(row.spread.first, row.spread.last)
    for alike in _alike(row.positions):
        yield STANDS[alike[0].stand], _position(alike)
    yield from (("moved", _move(each, cards)) for each in row.moves)
    yield from (("origin", _origin(each, cards)) for each in row.origins)
    surest = sorted(row.differences, key=lambda each: (-each.score, each.key))
    yield from (("told otherwise", _difference(each)) for each in surest[:MOST_DIFFERENCES])
    more = len(row.differences) - MOST_DIFFERENCES
    yield "", f"and {counted(more, 'other claim')} that cannot hold beside it" if more > 0 else ""
    yield "stories", "\n".join(row.stories)


def printed_in(card: ReportCard, others: int = 0) -> str:
    """Give outlet, day and key of a report, whose text it prints, and how many more print the same text."""
    day = f", {day_in_words(card.published)}" if card.published else ""
    copied = f", {copy_mark(card)}" if card.copy_kind else ""
    more = f", and {counted(others, 'report')} more of the same text" if others else ""
    return f"{carrier(card.outlet, card.place)}{day} (report {short_key(card.key)}{copied}){more}"


def because(score: float, reasons: Iterable[str]) -> str:
    """Give how sure it is, and why, in words."""
    why = "; ".join(reasons)
    return f"score {score:.2f}{f': {why}' if why else ''}"


def _status(row: FoundClaim) -> str:
    if row.status is ClaimStatus.UNCONTESTED:
        return "uncontested: nobody is on record against it"
    since = f", since {day_in_words(row.since)}" if row.since else ""
    what = {
        ClaimStatus.CONTESTED: "contested: somebody denies it or says otherwise",
        ClaimStatus.WITHDRAWN: "withdrawn by who put it forward",
    }
    return f"{what[row.status]}{since}"


def _alike(positions: Iterable[FoundPosition]) -> list[list[FoundPosition]]:
    """Put together what somebody says in the same words in several reports; those who say so first."""
    found: dict[tuple[Stand, str, str], list[FoundPosition]] = {}
    for each in positions:
        found.setdefault((each.stand, each.who.key if each.who else speaker(each), each.words), []).append(each)
    order = list(STANDS)
    return sorted(found.values(), key=lambda alike: order.index(alike[0].stand))


def _position(alike: list[FoundPosition]) -> str:
    first = alike[0]
    name = who(first.who) or (f"{speaker(first)}, in its own voice" if first.own_voice else speaker(first))
    where = [
        f"{printed_in(each.report, len(each.carriers) - 1)}, {because(each.score, each.reasons or ('told first',))}"
        for each in alike
    ]
    shown = [short_key(each.finding) for each in alike if each.finding]
    return "\n".join([name, quoted(first.words), *where, *([f"sayso show {shown[0]}"] if shown else [])])


def _move(move: FoundMove, cards: Mapping[str, ReportCard]) -> str:
    when = f" on {day_in_words(move.since)}" if move.since else ""
    there = f", in {printed_in(cards[move.report])}" if move.report in cards else ""
    return f"{who(move.who)}: “{STANDS[move.before]}” became “{STANDS[move.after]}”{when}{there}"


def _origin(origin: Origin, cards: Mapping[str, ReportCard]) -> str:
    name = f"{origin.name}, {_ORIGINS[origin.kind]}" if origin.name else _ORIGINS[origin.kind]
    widely = f"{counted(len(origin.outlets), 'outlet')}, {counted(len(origin.reports), 'report')}"
    ways: dict[str, list[str]] = {}
    for reason in origin.reasons:
        report, _, why = reason.partition(": ")
        ways.setdefault(why, []).append(_named(report, cards))
    return "\n".join(
        [f"{name}: {widely}, sure {origin.confidence:.2f}", *(f"{', '.join(told)}: {why}" for why, told in ways.items())]
    )


def _named(report: str, cards: Mapping[str, ReportCard]) -> str:
    card = cards.get(report)
    return f"{carrier(card.outlet, card.place)} ({short_key(report)})" if card else short_key(report)


def _difference(other: FoundDifference) -> str:
    return f"{short_key(other.key)} {quoted(other.text)}\n{_RELATIONS[other.relation]}; {because(other.score, other.reasons)}"
