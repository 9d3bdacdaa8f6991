"""HTML bytes → Report: extracted in a process of its own, then read like a text whose masthead is partly known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ...report import PublishedFrom, Report
from ...span import Span
from ..clutter import merged
from ..credits import agency_among
from ..extraction import EXTRACTOR
from ..furniture import same_words
from ..layout import lay_out
from ..payload import Given, ReadOptions, refuse
from .page import Page
from .plain import read_plain

# Fewer letters than this are a notice ("Page not found"), not an article. Letters, for not every script parts its words.
_MIN_LETTERS = 20
_REMEDY = "save the page after it has loaded, or its text; pages over 20 MB or nested more than 250 deep give none"


def read_html(body: bytes, *, given: Given, options: ReadOptions) -> Report:
    """Read one page; raises UnreadableReport where it holds no text or cannot be extracted."""
    page = EXTRACTOR.extract(body, url=given.url, where=given.where, seconds=options.extraction_seconds)
    letters = sum(map(str.isalpha, page.text[:1_000]))
    if letters < _MIN_LETTERS:
        found = f"{page.length} characters of markup with {letters} letters of text"
        raise refuse(given.where, expected="a page with an article", found=found, remedy=_REMEDY)
    known = replace(
        given,
        title=given.title or page.title,
        url=given.url or page.url,
        outlet=given.outlet or page.outlet,
        section=given.section or page.section,
        byline=given.byline or page.byline,
        language=given.language or page.language,
    )
    report = read_plain(page.text, given=known, options=options, notes=page.notes)
    return _with_page(report, page)


def _with_page(report: Report, page: Page) -> Report:
    """Add what only the page knows: its date before that of the words, its credits, its captions."""
    published, origin = report.published, report.published_from
    said = date.fromisoformat(page.published) if page.published else None
    if said and origin is not PublishedFrom.GIVEN and (page.published_from == "metadata" or published is None):
        published, origin = said, PublishedFrom(page.published_from)
    agency = report.agency or next((name for words in page.credits if (name := agency_among(words))), None)
    furniture = merged((*report.furniture, *_captions(report.text, page)))
    return replace(report, published=published, published_from=origin, agency=agency, furniture=furniture)


def _captions(text: str, page: Page) -> list[Span]:
    captions = [caption for caption in page.captions if len(caption.split()) > 1]
    return [line.span for line in lay_out(text) if line.is_short and any(same_words(line.words, caption) for caption in captions)]
