"""Plain text → Report: the text as it is, its masthead read, its furniture marked."""

from __future__ import annotations

from datetime import UTC, date, datetime

from ...report import PublishedFrom, Report
from ...span import Span
from ..address import plain_address
from ..clutter import clutter_in, merged
from ..credits import agency_of
from ..furniture import furniture_of
from ..language import language_of
from ..layout import lay_out
from ..masthead import Masthead, read_masthead
from ..payload import Given, ReadOptions, refuse


def read_plain(text: str, *, given: Given, options: ReadOptions, notes: tuple[str, ...] = ()) -> Report:
    """Read one text, keeping every character up to the limit.

    Raises UnreadableReport where there is no word in it.
    """
    if not any(character.isalnum() for character in text):
        found = f"{len(text)} characters without a letter or digit" if text else "no text"
        raise refuse(given.where, expected="a report in words", found=found, remedy="check that the file was saved whole")
    cut = max(0, len(text) - options.max_characters)
    if cut:
        text = text[: options.max_characters]
        notes += (f"cut after {options.max_characters} characters: {cut} more are not read (max_characters)",)
    lines = lay_out(text)
    masthead = read_masthead(lines, today=options.today or _today(), title=given.title, byline=given.byline)
    published, published_from = _published(given, options, masthead)
    language = language_of(text, hint=given.language)
    furniture = furniture_of(lines, masthead.title_span, title=masthead.title, masthead=masthead.lines, language=language)
    clutter = clutter_in(text) if language == "en" else ()
    if clutter:
        notes += (_told(clutter),)
    return Report(
        text=text,
        title=masthead.title,
        title_span=masthead.title_span,
        section=given.section or masthead.section,
        byline=masthead.byline,
        outlet=given.outlet or masthead.outlet,
        url=given.url,
        agency=agency_of(lines, byline=masthead.byline, outlet=given.outlet or masthead.outlet),
        published=published,
        published_from=published_from,
        language=language,
        furniture=merged((*furniture, *clutter)),
        retrieved=datetime.now(UTC),
        place_of_origin=origin_of(given),
        cut=cut,
        notes=notes,
        id=given.id,
    )


def _told(clutter: tuple[Span, ...]) -> str:
    count = sum(span.end - span.start for span in clutter)
    return f"{count} characters without a word, in {len(clutter)} place(s), are marked and not read"


def origin_of(given: Given) -> str | None:
    """Tell two places of publication apart: the address, else outlet and given id, else the file."""
    if given.url:
        return plain_address(given.url)
    if given.id is not None:
        return f"{given.outlet}#{given.id}" if given.outlet else given.id
    return given.origin


def _today() -> date:
    return datetime.now(UTC).date()


def _published(given: Given, options: ReadOptions, masthead: Masthead) -> tuple[date | None, PublishedFrom]:
    if day := given.published or options.published:
        return day, PublishedFrom.GIVEN
    return (masthead.published, PublishedFrom.TEXT) if masthead.published else (None, PublishedFrom.NONE)
