"""Words of a source without a name → what sort of source it is: "a police spokesman" speaks for others, "prosecutors in Lima" are officers of the law, "residents" nobody's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .holders import PREPOSITION
from .source_kinds import before_clause, is_plural

# What sources are called, by sort; of several words the last counts ("a police spokesman").
_SORTS = {
    "speak": r"spokes\w+|press (?:officer|secretary)",
    "law": r"prosecut\w+|investigators?|attorneys? general|public ministry|detectives?",
    "ministry": r"minist(?:ry|ries)|department|treasury|foreign office|home office|general staff|chiefs of staff",
    "force": r"army|military|navy|air force|armed forces|police|gendarmerie|coast ?guards?|troops|guards?|command|(?:defen[cs]e|security) forces?|security services?|intelligence",
    "government": r"government|authorities|administration|cabinet|presidency|regime|junta|palace",
    "envoy": r"diplomats?|ambassadors?|embassy|envoys?|consul\w*|mission|delegations?|delegates?|high commissioner",
    "minister": r"ministers?|president|premier|king|queen|chancellor|secretary|emir|crown prince",
    "official": r"officials?|advis[eo]rs?|aides?|negotiators?|representatives?|mediators?",
    "rank": r"officers?|commanders?|colonel|general|captain|soldiers?|inspector|deput(?:y|ies)",
    "chief": r"chief|head|director|leader|chair\w*|commissioner",
    "source": r"sources?|people|persons?",
    "local": r"mayor|governor|district|county|councill?ors?|town hall|city|chief minister|region|province",
    "body": r"agency|service|commission|authority|bureau|office|board|regulator|committee|watchdog|institute|centre|center",
    "band": r"rebels?|party|opposition|movement|group|front|militia|insurgents?|union|gang|faction",
    "house": r"lawmakers?|senators?|parliament|congress|assembly|senate|mps?",
    "court": r"courts?|judges?|tribunal|magistrates?|jury|judiciary",
}  # fmt: skip
_FOUND = {sort: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for sort, words in _SORTS.items()}
_ARTICLES = re.compile(
    r"(?:(?P<the>the)|(?P<a>an?|one|another)|(?P<own>its|their|his|her)|(?P<some>two|three|four|five|six|some|several|many|most|both|other)) ",
    re.IGNORECASE,
)
# Before those who are of no state that the report is about, or of a part of it.
_APART = re.compile(
    r"\b(?:western|foreign|european|former|local|independent|rival|far-right|anonymous|outside|regional|provincial)\b",
    re.IGNORECASE,
)
_FORMER = re.compile(r"\b(?:former|ex|retired|ousted|then|opposition|shadow|elect|party)\b")
_LINK = re.compile(r"\s(in|of|for|from|at|to|with|on)\s")


@dataclass(frozen=True, slots=True)
class SourceWords:
    """What a source without a name is called.

    Attributes:
        sort: what sort of source its noun is, "other" where it is none of those that speak for others; by: the sorts of the words before that.
        article: "the", "a", "own" or "some", "bare" where there is none; link: the preposition behind the noun, "" for none.
        is_many, is_capital: whether it means several, and whether its noun is written as a name is.
    """

    sort: str
    by: tuple[str, ...]
    article: str
    link: str
    is_many: bool
    is_capital: bool
    is_apart: bool
    is_former: bool

    def signs(self) -> Iterator[str]:
        """Give what tells for itself whether such a source speaks for a state."""
        yield from ("", self.sort, f"{self.sort}, {self.article}", self.article)
        yield from (f"many {self.is_many}", f"many {self.is_many}, {self.sort}")
        yield from (f"capital {self.is_capital}", f"capital {self.is_capital}, {self.sort}")
        told = [f"by {sort}" for sort in self.by] + ["apart"] * self.is_apart + [self.link] * bool(self.link)
        for one in told:
            yield from (one, f"{one}, {self.sort}")
        if self.is_former:
            yield "former"


def words_of_source(words: str) -> SourceWords:
    """Give what sort of source some words call."""
    first = noun_of(words)
    found = sorted((m.end(), m.start(), sort) for sort, pattern in _FOUND.items() for m in pattern.finditer(first))
    article, link, nouns = _ARTICLES.match(words), _LINK.search(words), first.split()
    return SourceWords(
        found[-1][2] if found else "other",
        tuple(sort for *_, sort in found[:-1]),
        (article.lastgroup or "bare") if article is not None else "bare",
        link[1] if link is not None else "",
        is_plural(words),
        len(nouns) > 1 and nouns[-1][:1].isupper(),
        _APART.search(first) is not None,
        _FORMER.search(words) is not None,
    )


def noun_of(words: str) -> str:
    """Give the words up to the first preposition or clause: "a senior officer" of "a senior officer of the fleet who"."""
    return PREPOSITION.split(before_clause(words))[0].strip() or words
