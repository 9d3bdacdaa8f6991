"""A headline's number is that of its report: what the one leaves out of whose it is and what became of those counted, the other tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ...span import Span
from .given import Given
from .givers import is_one_giver
from .nouns import are_of_one_noun
from .owners import are_two_owners
from .stages import TRAINING, are_two_stages


def with_headline(given: Iterable[Given], title: Span | None) -> Iterator[Given]:
    """Give the figures of a report, where the headline's and the one number of its text that is alike tell the same of one another."""
    found = list(given)
    if title is None:
        yield from found
        return
    above = [one for one in found if title.overlaps(one.span)]
    below = [one for one in found if not title.overlaps(one.span)]
    changed: dict[str, Given] = {}
    for headline in above:
        alike = _alike(headline, below)
        if alike:
            by_its_giver = (one for one in alike if headline.giver and is_one_giver(one, headline))
            changed[headline.key] = _completed(headline, next(by_its_giver, alike[0]))
            changed |= {one.key: _filled(one, headline) for one in alike}
    yield from (changed.get(one.key, one) for one in found)


def _alike(headline: Given, below: Sequence[Given]) -> list[Given]:
    """Give what the text has of the headline's number, none where this is of two things there."""
    alike = [one for one in below if _is_one(headline, one)]
    told = [one for one in alike if one.stages]
    return alike if not any(are_two_stages(a.stages, b.stages) for a in told for b in told) else []


def _is_one(headline: Given, below: Given) -> bool:
    if (
        headline.value != below.value
        or headline.value <= 2
        or (headline.kind, headline.dimension) != (below.kind, below.dimension)
    ):
        return False
    if are_two_owners(headline.owners, below.owners):
        return False
    apart = are_two_stages(headline.stages - {TRAINING}, below.stages - {TRAINING})
    return not apart and are_of_one_noun(headline, below)


def _completed(headline: Given, below: Given) -> Given:
    """The text says better than its headline where those counted are, what became of them and who says so."""
    full = _filled(below, headline)
    spots = full.spots or headline.spots
    return replace(
        headline, low=below.low, high=below.high, approximate=below.approximate, as_of=below.as_of or headline.as_of, start=below.start, end=below.end,
        of=headline.of if headline.things >= below.things else below.of, things=headline.things | below.things, part=below.part,
        stages=full.stages, done=full.done, spots=spots, joint=full.joint if full.spots else headline.joint, owners=full.owners,
        giver=below.giver or headline.giver, giver_name=below.giver_name or headline.giver_name,
        happening=headline.happening | below.happening, setting=headline.setting | below.setting, names=headline.names | below.names,
        matter=headline.matter | below.matter,
    )  # fmt: skip


def _filled(below: Given, headline: Given) -> Given:
    return replace(
        below, stages=below.stages or headline.stages, done=below.done or headline.done, things=below.things or headline.things,
        owners=below.owners or headline.owners, spots=below.spots or headline.spots, joint=below.joint if below.spots else headline.joint,
        giver=below.giver or headline.giver, giver_name=below.giver_name or headline.giver_name,
    )  # fmt: skip
