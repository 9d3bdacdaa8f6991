"""A report and its kin → whose text it prints: nobody's but its own, a reprint, a version of a page, or a report with another's passages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from .body import Body
from .kinship import Kinship, kinship
from .prints import Order, Print
from .signatures import FEWEST_SHARED, signature

# Least part of a report that is another's text to make it a reprint: its own words are the smaller part. Of texts with up to 60 % of
# their words changed, 97 in 100 are over it (benchmarks/copies.py).
MIN_REPRINT_SHARE = 0.5
# Parts of the original from which a reprint is whole, and of the shared words from which they are the same.
WHOLE, SAME_WORDS = 0.85, 0.75


class CopyKind(StrEnum):
    """What a report is to the one whose text it prints."""

    SAME = "same"  # the same words, whatever the headline
    CUT = "cut"  # a part of them
    REWORDED = "reworded"  # the same story in other words
    REPRINT = "reprint"  # the same but for a few words, or with words of its own beside
    VERSION = "version"  # another state of the same page
    EXCERPT = "excerpt"  # passages within a report of its own


@dataclass(frozen=True, slots=True)
class Kin:
    """A report that shares words with the one at hand; `kinship` is seen from the one at hand."""

    print: Print
    kinship: Kinship


@dataclass(frozen=True, slots=True)
class Copy:
    """Whose text a report prints.

    Attributes:
        report, of: keys of the report and of the one it has the text from, the most original of its kin.
        shared: how many of the report's words stand in passages both have; share: which part of its words that is, 0..1.
        of_share: which part of the other's words it has.
        alike: how much of the shared words is word for word the same.
        reasons: why the other comes first, in words.
    """

    report: str
    of: str
    kind: CopyKind
    shared: int
    share: float
    of_share: float
    alike: float
    reasons: tuple[str, ...]

    @property
    def is_reprint(self) -> bool:
        """Whether the report is no source of its own."""
        return self.kind is not CopyKind.EXCERPT


Precedence = tuple[int, int, Order]


def copy_from(it: Print, one: Kin) -> Copy | None:
    """Give what a report has from one of its kin, None where that comes later or the passages are an outlet's own, printed again."""
    if one.print.order >= it.order:
        return None
    if one.kinship.share >= MIN_REPRINT_SHARE or _is_version(it, one.print):
        return _copy(it, one, _kind(it, one))
    return None if it.outlet and it.outlet == one.print.outlet else _copy(it, one, CopyKind.EXCERPT)


def precedence(copy: Copy, of: Print) -> Precedence:
    """Give the place of one copy among all that a report may be, the least first: reprints before excerpts, the most original first."""
    return (0, 0, of.order) if copy.is_reprint else (1, -copy.shared, of.order)


def copy_of(it: Print, kin: Iterable[Kin]) -> Copy | None:
    """Give whose text a report prints, None where it comes first among its kin. Depends on the set of kin, not on its order."""
    found = ((copy, one.print) for one in kin if (copy := copy_from(it, one)))
    best = min(found, key=lambda pair: precedence(*pair), default=None)
    return best[0] if best else None


def copies_among(reports: Sequence[tuple[Print, Body]]) -> dict[str, Copy]:
    """Give, for reports held in memory, whose text each prints; reports that come first among their kin are left out."""
    found = kin_among(reports)
    known = {it.key: with_fame(it, found.get(it.key, ())) for it, _ in reports}
    copies = (copy_of(it, [Kin(known[one.print.key], one.kinship) for one in found.get(key, ())]) for key, it in known.items())
    return {copy.report: copy for copy in copies if copy}


def with_fame(it: Print, kin: Iterable[Kin]) -> Print:
    """Give the report with whether another that has most of its text from it names its outlet."""
    named = any(one.print.names(it) and one.kinship.other_share >= MIN_REPRINT_SHARE for one in kin)
    return replace(it, is_named=named)


def kin_among(reports: Sequence[tuple[Print, Body]]) -> Mapping[str, Sequence[Kin]]:
    """Give, for reports held in memory, the kin of each."""
    holders: dict[int, list[int]] = {}
    found: dict[str, list[Kin]] = {}
    digests: dict[str, list[int]] = {}
    for number, (it, body) in enumerate(reports):
        counts: dict[int, int] = {}
        for run in signature(body):
            for other in holders.setdefault(run, []):
                counts[other] = counts.get(other, 0) + 1
            holders[run].append(number)
        same = digests.setdefault(body.digest, [])
        for other in {*same, *(each for each, count in counts.items() if count >= FEWEST_SHARED)}:
            there, its_body = reports[other]
            if (shared := kinship(body, its_body)) is not None:
                found.setdefault(it.key, []).append(Kin(there, shared))
                found.setdefault(there.key, []).append(Kin(it, shared.turned()))
        same.append(number)
    return found


def root_of(key: str, copies: Mapping[str, Copy]) -> str:
    """Give the report a text goes back to, by way of those it has it from; excerpts are followed no further."""
    while (copy := copies.get(key)) is not None and copy.is_reprint:
        key = copy.of
    return key


def _is_version(it: Print, other: Print) -> bool:
    return it.place is not None and it.place == other.place


def _kind(it: Print, one: Kin) -> CopyKind:
    shared = one.kinship
    if _is_version(it, one.print):
        return CopyKind.VERSION
    if shared.shared == shared.words == shared.other_words == shared.pegged:
        return CopyKind.SAME
    if shared.alike < SAME_WORDS:
        return CopyKind.REWORDED
    return CopyKind.CUT if shared.other_share < WHOLE else CopyKind.REPRINT


def _copy(it: Print, one: Kin, kind: CopyKind) -> Copy:
    shared = one.kinship
    return Copy(
        it.key, one.print.key, kind, shared.shared, shared.share, shared.other_share, shared.alike, _reasons(it, one.print)
    )  # fmt: skip


def _reasons(it: Print, first: Print) -> tuple[str, ...]:
    """Say why `first` comes first: all that speaks for it, the weightiest first."""
    why = [f"{first.outlet} is an agency's own page"] if first.is_own_page and not it.is_own_page else []
    if first.is_named and not first.is_own_page and not it.is_named:
        why.append(f"{first.outlet} is named as the source" + ("" if it.names(first) else " by another report with this text"))
    elif it.source and not it.is_own_page:
        why.append(f"credits {it.source}")
    if it.published and first.published and it.published != first.published:
        days = (it.published - first.published).days
        why.append(f"published {abs(days)} day{'s' if abs(days) > 1 else ''} {'later' if days > 0 else 'earlier'}")
    elif first.published and not it.published:
        why.append("has no day of publication")
    if not why:
        is_cut = it.words < first.words and it.order[-4] != first.order[-4]
        why.append("of the same day and shorter" if is_cut else "of the same day; which came first is not known")
    return tuple(why)
