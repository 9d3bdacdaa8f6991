"""Report: one published text, frozen at reading, and where it came from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from .span import Span


class PublishedFrom(StrEnum):
    """Where the date of publication was found."""

    METADATA = "metadata"  # the page's own tags: meta, JSON-LD, time elements
    TEXT = "text"  # words on the page ("Published 24 October 2024")
    GIVEN = "given"  # the user or the JSON line said so
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Report:
    """One text as it was published.

    Attributes:
        text: the text, code point for code point; every span of every finding counts in it.
        title: the headline, None where none is known.
        title_span: the first place of the title in `text`, if it stands there.
        section, byline, outlet, url: as the page gives them.
        agency: name of the news agency of a credit line or dateline ("AP", "Yonhap"), None where none is credited.
        published: the outlet's calendar day of publication.
        published_from: where that day was found.
        language: ISO 639-1 code; only "en" is analysed.
        furniture: spans of `text` that are the site's, not the report's (menus, "Read more", the headline's second printing).
        retrieved: when the bytes were read (UTC); never part of the report's key.
        place_of_origin: what tells two places of publication apart: canonical URL, else outlet and given id, else the file's path.
        bytes_sha256: SHA-256 of the bytes the text was read from; tells a changed page from a changed reading of the same page.
        cut: how many code points were cut at the end because the text is longer than the set limit.
        notes: what a reader should know of the reading ("a replacement character stands for bytes that are no UTF-8").
    """

    text: str
    title: str | None = None
    title_span: Span | None = None
    section: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    agency: str | None = None
    published: date | None = None
    published_from: PublishedFrom = PublishedFrom.NONE
    language: str = "en"
    furniture: tuple[Span, ...] = ()
    retrieved: datetime | None = None
    place_of_origin: str | None = None
    bytes_sha256: str | None = None
    cut: int = 0
    notes: tuple[str, ...] = ()
    id: str | None = None
    sha256: str = field(default="")

    def __post_init__(self) -> None:
        if not self.sha256:
            digest = hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
            object.__setattr__(self, "sha256", digest)

    @property
    def key(self) -> str:
        """The report's stable key: a hash of where it is from and of its text (32 hex digits)."""
        return hashlib.sha256(f"{self.place_of_origin or self.id or ''}\0{self.sha256}".encode()).hexdigest()[:32]
