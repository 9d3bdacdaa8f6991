"""What a question about copies gives back: whose text a report prints, and which of its passages."""

from __future__ import annotations

from dataclasses import dataclass

from ..link.copies.changes import Change
from ..link.copies.standing import Copy
from ..span import Span
from .found import Flat, ReportCard, cell, places


@dataclass(frozen=True, slots=True)
class FoundCopy:
    """A report and whose text it prints.

    Attributes:
        report: the one that prints; of: the one it has the text from.
        original: the one at which the text begins, as far as the ledger knows; the same as `of` in most cases.
        agency: the agency whose text it is by the original's credit, where its own page is not in the ledger.
        copy: how, how much of it, and why the other comes first.
    """

    report: ReportCard
    of: ReportCard
    original: ReportCard
    agency: str | None
    copy: Copy

    @property
    def key(self) -> str:
        """The key of the report that prints."""
        return self.report.key

    def flat(self) -> Flat:
        """Give one line of a table."""
        copy, card, first = self.copy, self.report, self.original
        return {
            "report": card.key, "outlet": card.outlet, "title": card.title, "published": cell(card.published), "kind": copy.kind.value,
            "of": self.of.key, "of_outlet": self.of.outlet, "original": first.key, "original_outlet": first.outlet,
            "original_published": cell(first.published), "agency": self.agency, "is_reprint": copy.is_reprint,
            "words_shared": copy.shared, "share": copy.share, "of_share": copy.of_share, "alike": copy.alike,
            "reasons": "; ".join(copy.reasons),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """Words that a report has from another: where they stand in either, and how much of them is word for word the same, 0..1."""

    span: Span
    of_span: Span
    alike: float


@dataclass(frozen=True, slots=True)
class Copied:
    """Which words of a report are another's.

    Attributes:
        copy: whose text it is.
        passages: what it has from the other; own: what it says beside; left_out: what of the other's it does not say. In text order,
            furniture and headlines aside.
        changes: word by word what differs, for versions of one page; empty for other copies.
        text, of_text: the two texts.
    """

    found: FoundCopy
    passages: tuple[SharedPassage, ...]
    own: tuple[Span, ...]
    left_out: tuple[Span, ...]
    changes: tuple[Change, ...]
    text: str
    of_text: str

    def flat(self) -> Flat:
        """Give one line of a table."""
        return self.found.flat() | {
            "passages": places(one.span for one in self.passages), "of_passages": places(one.of_span for one in self.passages),
            "own": places(self.own), "left_out": places(self.left_out), "changes": len(self.changes),
        }  # fmt: skip
