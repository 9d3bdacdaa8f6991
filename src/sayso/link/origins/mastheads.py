"""Names of outlets: which name stands for which outlet, by the lexicons and by the outlets of the reports at hand."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from ...lexicons import entries
from ...report import Report
from ...span import Span

_WORD = re.compile(r"[\w&’'-]+(?:\.[\w&’'-]+)*")
_MOST_WORDS = 6
_SMALL = frozenset("a an by with to from or of the and for in on at de la le el al du des der und".split())
_SORT = re.compile(r" (?:news agency|newspaper|daily|website|agency)$")
# Nouns on which names of outlets end; such a name is an outlet's though no lexicon knows it.
_MASTHEAD = re.compile(
    r"(?:[A-Z][\w’'-]*[ -]){1,4}(?:Times|Herald|Gazette|Courier|Tribune|Dispatch|Monitor|Post|News|Journal|Chronicle|Telegraph|Observer|"
    r"Examiner|Mail|Star|Globe|Record|Bulletin|Reporter|Echo|Standard|Inquirer|Sentinel|Today|Weekly|Review|TV|Television|Radio)\b"
)


class Outlet(NamedTuple):
    """One outlet.

    Attributes:
        key: "agency:…" or "outlet:…" with the lexicon's key, else with the name in lower case.
        name: as the lexicon or the reports write it.
    """

    key: str
    name: str

    @property
    def is_agency(self) -> bool:
        """Whether it is a news agency."""
        return self.key.startswith("agency:")


class Named(NamedTuple):
    """An outlet's name in a text."""

    span: Span
    outlet: Outlet


class Mastheads:
    """The outlets known: those of the lexicons and those that published the reports at hand."""

    def __init__(self, reports: Iterable[Report], people: Collection[str] = (), networks: Collection[str] = ()) -> None:
        self.networks = frozenset(networks)
        self._own: dict[str, Outlet] = {}
        self.people = frozenset(people)
        reports = list(reports)
        self._agencies = {folded(report.agency) for report in reports if report.agency}
        for name in sorted({report.outlet for report in reports if report.outlet}):
            if folded(name) not in _known() and publisher_named(name, self.people) is None:
                self._own.setdefault(folded(name), self._unknown(name))

    def outlet(self, name: str | None, url: str | None = None) -> Outlet | None:
        """Give the outlet of that name, or that publishes at that address; None where neither is given."""
        if name:
            return self._find(name) or self._unknown(name)
        host = ((urlsplit(url).hostname or "") if url else "").removeprefix("www.")
        return (_hosts().get(host) or Outlet(f"outlet:{host}", host)) if host else None

    def _unknown(self, name: str) -> Outlet:
        """Give an outlet no lexicon knows; whom a report at hand credits as its agency is one."""
        return Outlet(f"{'agency' if folded(name) in self._agencies else 'outlet'}:{folded(name)}", _shown(name))

    def named_in(self, text: str, span: Span) -> list[Named]:
        """Give the outlets that the words of a span name, in order; the longest name wins."""
        words = [Span(found.start() + span.start, found.end() + span.start) for found in _WORD.finditer(span.of(text))]
        found: list[Named] = []
        at = 0
        while at < len(words):
            step = 1
            longest = min(_MOST_WORDS, len(words) - at) if self._may_begin(text, words, at) else 0
            for count in range(longest, 0, -1):
                piece = Span(words[at].start, words[at + count - 1].end)
                outlet = self._at(piece.of(text))
                if outlet is not None:
                    found.append(Named(piece, outlet))
                    step = count
                    break
            at += step
        return sorted(self._with_unknown(text, span, found))

    def _with_unknown(self, text: str, span: Span, found: list[Named]) -> list[Named]:
        """Add outlets known by their form; a known name of one word that is the end of such a name is none ("Kirk Herald")."""
        for each in _MASTHEAD.finditer(span.of(text)):
            piece = Span(each.start() + span.start, each.end() + span.start)
            if piece.of(text).startswith("The "):
                piece = Span(piece.start + 4, piece.end)
            over = [other for other in found if other.span.overlaps(piece)]
            if " " in piece.of(text) and all(self._is_part(other, piece, text) for other in over):
                found = [other for other in found if other not in over]
                found.append(Named(piece, self._unknown(piece.of(text))))
        return found

    def _is_part(self, named: Named, of: Span, text: str) -> bool:
        words = _shown(named.span.of(text))
        return named.outlet not in self._own.values() and " " not in words and words != of.of(text)

    def is_masthead(self, words: str) -> Outlet | None:
        """Give the outlet that some words name and nothing else, also one that is known by its form alone ("the Lower Ruhl Gazette")."""
        bare = re.sub(r"^(?:[Tt]he |[Aa]n? )", "", words.strip(" ,.")).removesuffix("'s").removesuffix("’s")
        if not bare or not (bare[0].isupper() or bare[0].isdigit() or bare == "dpa"):
            return None
        return self._find(bare) or (self._unknown(bare) if _MASTHEAD.fullmatch(bare) else None)

    def _may_begin(self, text: str, words: list[Span], at: int) -> bool:
        """Tell whether a name may begin at a word: at a capital, a figure or "dpa", an article before it or not."""
        start = words[at].start
        if words[at].of(text) in ("The", "the") and at + 1 < len(words):
            start = words[at + 1].start
        return text[start].isupper() or text[start].isdigit() or text.startswith("dpa", start)

    def _at(self, words: str) -> Outlet | None:
        first = words[4:5] if words[:4] in ("The ", "the ") else words[:1]
        bare = words.removesuffix("'s").removesuffix("’s")
        if not first.isupper() and not first.isdigit() and bare != "dpa":
            return None
        own = self._own.get(folded(bare))
        return own or (None if bare in _weak() else self._find(bare) if _has_case(bare) else None)

    def _find(self, name: str) -> Outlet | None:
        bare = folded(name)
        if found := self._own.get(bare) or _known().get(bare):
            return found
        short = _SORT.sub("", bare) if " " in bare else bare
        return self._own.get(short) or _known().get(short)


@lru_cache(maxsize=65_536)
def folded(name: str) -> str:
    """Give a name without case, article and what marks it as a paper or a page."""
    bare = re.sub(r"\s+", " ", name.replace("’", "'").strip(' .,"“”()/')).casefold().removeprefix("the ")
    return re.sub(r"\.(?:com|org|net)$", "", bare)


def is_masthead_like(name: str) -> bool:
    """Tell whether a name is a known outlet's, or has the form of one ("the Lower Ruhl Gazette")."""
    return folded(name) in _known() or _MASTHEAD.fullmatch(_shown(name)) is not None


def is_spoken_on(outlet: str, text: str) -> bool:
    """Tell whether a text has somebody write on what has an outlet's name: a platform, whose posts are their writers'."""
    if _shown(outlet) not in text or is_masthead_like(outlet):
        return False
    return re.search(rf"\b[Oo]n (?:the (?:[a-z]+ ){{0,2}})?{re.escape(_shown(outlet))}\b", text) is not None


def publisher_named(outlet: str, people: Collection[str]) -> str | None:
    """Give the person or body that the name of an outlet is the name of; None where it is an outlet's.

    "Halm's fire brigade", "the account of Dora Wick", "Dora Wick on Chirper", "@dorawick".

    Args:
        people: names of people in the reports at hand.
    """
    bare = re.sub(r"^(?:the )?(?:account|channel|page|profile|blog|office) of ", "", outlet.strip(), flags=re.IGNORECASE)
    bare = re.sub(r" (?:on|at|via) (?:the [a-z]+ )?[A-Z@][\w.-]*$|['’]s? (?:account|channel|page|profile|blog)$", "", bare)
    handle = re.sub(r"\W", "", bare).casefold()
    for name in sorted(people, key=lambda name: (-len(name), name)):
        if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", outlet):
            return name
        if bare.startswith("@") and name.split()[-1].casefold() in handle:
            return name
    words = re.sub(r"^[Tt]he ", "", bare).split()
    has_noun = (
        len(words) > 1
        and (words[0][:1].isupper() or words != bare.split())
        and any(word.islower() and word not in _SMALL for word in words)
    )
    return bare if bare != outlet.strip() or (has_noun and folded(outlet) not in _known()) else None


def _shown(name: str) -> str:
    return re.sub(r"^[Tt]he ", "", name.strip())


def _has_case(words: str) -> bool:
    """Tell whether the words keep the case in which a short all-capital name is written, so that "aa" is no agency."""
    return not (len(words) <= 5 and words.upper() in _initials()) or words in _initials()


def _rows() -> Iterator[tuple[str, str, list[str], list[str], list[str]]]:
    for prefix, name in (("agency", "actors/agencies"), ("outlet", "actors/outlets")):
        for row in entries(name):
            spellings = [str(each).strip("()/") for each in (row["name"], *row.get("aliases", ()), *row.get("credits", ()))]
            hosts = [str(host) for host in row.get("domains", ())]
            yield f"{prefix}:{row['key']}", str(row["name"]), spellings, hosts, [str(weak) for weak in row.get("weak", ())]


@cache
def _known() -> dict[str, Outlet]:
    found: dict[str, Outlet] = {}
    for key, name, spellings, _, _ in _rows():
        for spelling in spellings:
            found.setdefault(folded(spelling), Outlet(key, _shown(name)))
    return found


@cache
def _initials() -> frozenset[str]:
    return frozenset(each for _, _, spellings, _, _ in _rows() for each in spellings if len(each) <= 5 and each.isupper())


@cache
def _weak() -> frozenset[str]:
    return frozenset(weak for _, _, _, _, all_weak in _rows() for weak in all_weak)


@cache
def _hosts() -> dict[str, Outlet]:
    return {host: Outlet(key, _shown(name)) for key, name, _, hosts, _ in _rows() for host in hosts}
