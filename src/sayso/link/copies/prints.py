"""A report → what tells whether its text is its own: outlet, day, length, whose text it says it prints; and the order of originality.

The order of two reports that share their text, first to last: an agency's own page before all who may credit it; an outlet that another of
the reports names as the source; the earlier day, no day last; who names nobody as the source before who does; the longer text, for reprints cut, and of texts of about one length the shorter, for
reprints add a note; then place and key, so that there is always one order, whatever the order of reading.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from urllib.parse import urlsplit

from ...lexicons import entries
from ...report import Report
from .body import Body

_FIRST_PRINTED = re.compile(
    r"\b(?i:(?:first|originally) (?:published|appeared|printed|ran|posted)|(?:re-?published|re-?printed|courtesy))"
    r"(?: [a-z]+){0,3}? (?:by|in|on|at|from|of) (?P<name>(?:[Tt]he )?[A-Z][\w.&'’-]*(?: (?:of |the |and |& )?[A-Z][\w.&'’-]*){0,5})"
)
# A line of its own: "Source: Harbour Dispatch", "(Via: the Harbour Dispatch)".
_SOURCE_LINE = re.compile(r"^[(\[]?(?:Source|Via): ?(?P<name>(?:[Tt]he )?[A-Z][^\n|,()\[\]]{2,50}?)[)\]]?\.?$", re.MULTILINE)
# A link given as the text's own: "Read the original article at https://dispatch.example/1".
_LINKED = re.compile(
    r"\b(?i:source|via|originals?|full (?:story|report|article)|first (?:published|appeared))\b[^.\n]{0,40}?\bhttps?://(?P<name>[\w.-]+)"
)
# A note on where a text is from stands at its head or foot.
_NOTE_REACH = 600


Order = tuple[bool, bool, date, bool, int, int, str, str]
# Texts are of about one length where their logarithms to this base are the same whole number.
LENGTH_BASE = 1.25


@dataclass(frozen=True, slots=True)
class Print:
    """One report as a place where a text stands.

    Attributes:
        key: the report's key.
        words: how many words its body has.
        source: whose text it says it prints: an agency by credit or dateline, an outlet or its host by a note; None
            where it names none.
        is_own_page: the outlet is the agency credited, or an agency.
        place: where it is from (report.place_of_origin).
        is_named: another report that prints most of its text names its outlet as the source.
    """

    key: str
    words: int
    outlet: str | None
    source: str | None
    is_own_page: bool
    published: date | None
    place: str | None
    is_named: bool = False

    @property
    def order(self) -> Order:
        """The order of originality: the least of several is the original."""
        borrows = self.source is not None and not self.is_own_page
        named = self.is_own_page or self.is_named
        length = -round(math.log(max(1, self.words), LENGTH_BASE))
        return (
            not self.is_own_page,
            not named,
            self.published or date.max,
            borrows,
            length,
            self.words,
            self.place or "",
            self.key,
        )

    def names(self, other: Print) -> bool:
        """Tell whether this report names the other's outlet as the source of its text."""
        if self.source is None or (self.outlet and self.outlet == other.outlet):
            return False
        return _bare(self.source) in {_bare(name) for name in (other.outlet, _host(other.place)) if name}


def print_of(report: Report, body: Body) -> Print:
    """Give a report as a place where its text stands."""
    is_own = is_agencys_page(report.outlet, report.url) and (report.agency is None or _same(report.agency, report.outlet))
    source = report.agency or first_printed_by(report)
    if source and not is_own and _bare(source) in {_bare(report.outlet), _bare(_host(report.url or report.place_of_origin))}:
        source = None
    return Print(report.key, len(body), report.outlet, source, is_own, report.published, report.place_of_origin or report.id)


def first_printed_by(report: Report) -> str | None:
    """Give the outlet or host that a note at head or foot names as the text's own ("first published by the Harbour Dispatch")."""
    for words in (report.text[-_NOTE_REACH:], report.text[:_NOTE_REACH]):
        for pattern in (_LINKED, _FIRST_PRINTED, _SOURCE_LINE):
            if found := pattern.search(words):
                return re.sub(r"^[Tt]he ", "", found["name"]).rstrip(".")
    return None


def is_agencys_page(outlet: str | None, url: str | None) -> bool:
    """Tell whether a page is a news agency's own, by the outlet's name or the address's host."""
    host = _host(url)
    hosts = {host, host.removeprefix("www.")}
    return (outlet or "").casefold() in _spellings() or any(each in _hosts() for each in hosts)


def _bare(name: str | None) -> str:
    return (name or "").casefold().removeprefix("the ").removeprefix("www.").removesuffix(".com").strip()


def _host(address: str | None) -> str:
    try:
        return (urlsplit(address).hostname or "") if address else ""
    except ValueError:  # "https://[": no address
        return ""


def _same(agency: str, outlet: str | None) -> bool:
    key = _spellings().get(agency.casefold())
    return agency == outlet or (key is not None and key == _spellings().get((outlet or "").casefold()))


@cache
def _spellings() -> dict[str, str]:
    return {
        str(spelling).casefold().strip("()/"): str(row["key"])
        for row in reversed(entries("actors/agencies"))
        for spelling in (row["name"], *row.get("aliases", ()), *row.get("credits", ()))
    }


@cache
def _hosts() -> frozenset[str]:
    return frozenset(str(host) for row in entries("actors/agencies") for host in row.get("domains", ()))
