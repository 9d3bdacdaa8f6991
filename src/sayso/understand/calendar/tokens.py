"""A text → its words and marks with the kind of each, as one string of letters. One pass; number words next to each other become one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from .kinds import OTHER, Known, letters, words

_TOKEN = re.compile(
    r"(?! )(?:"  # every second place is a blank: passed over before the choice, in half the time
    r"[a-z](?!\.)[^\W\d_]*(?:['’](?!s\b)[^\W\d_]+)?"  # a small word, which most are; "p.m." is cut by the next
    r"|(?P<word>(?:[AaPp]\.[Mm]|(?:[A-Z]\.)+[A-Z])\b\.?|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\."
    r"|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)?)"
    r"|\n[ \t\r]*\n"
    r"|(?<![\d$£€#.,/])(?:(?P<iso>\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?Z?)?(?!\w))"
    r"|(?P<slashed>(?:\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)|\d{1,2}\.\d{1,2}\.\d{4}|\d{4}/\d\d/\d\d)(?![\d/]))"
    r"|(?P<decade>(?:1\d|20)\d0s\b|(?:(?<=[Tt]he )|(?<=arly )|(?<=[Ll]ate )|(?<=[Mm]id-))(?:1\d|20)\d0['’]s\b|['’`]\d0['’]?s\b|\d0['’]?s\b)"
    r"|(?P<clock>[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?![\d:]))"
    r"|(?P<ordinal>\d{1,3}(?:st|nd|rd|th)\b)"
    r"|(?P<numeral>\d{1,3}(?:,\d{3})+(?![\d,.]\d)|\d+\.\d+(?![\d.])|\d+ [1-9]/[1-9](?!\d)|\d+½)"
    r"|(?P<digits>\d{1,4}(?![\d%]|[.,]\d)))"
    r"|(?P<shortyear>['’`]\d\d(?![\d\w]))"
    r"|(?P<possessive>['’]s\b)"
    r"|(?P<mark>[-‐‑–—,.()])|[^\s\w]|\d[\d.,/-]*)"
)
_MARKS = {"-": "hyphen", "‐": "hyphen", "‑": "hyphen", "–": "hyphen", "—": "other", ",": "comma", ".": "dot", "(": "bracket"}
# Words that are no time where they begin small.
_CAPITAL_ONLY = frozenset(
    "may march mar august aug jan feb apr jun jul sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ad ce bc bce".split()
)
FIRST_YEAR, LAST_YEAR = 1000, 2199
Value = str | int | float | None


@dataclass(slots=True)
class Tokens:
    """The tokens of a text, side by side.

    Attributes:
        text: the text.
        kinds: one letter a token.
        starts, ends: where each stands.
        values: what the lists or the digits say of each.
    """

    text: str
    kinds: str = ""
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)

    def word(self, index: int) -> str:
        """Give a token's word, "" outside the text."""
        return self.text[self.starts[index] : self.ends[index]] if 0 <= index < len(self.starts) else ""

    def kind(self, index: int) -> str:
        """Give a token's letter, "_" outside the text."""
        return self.kinds[index] if 0 <= index < len(self.kinds) else OTHER

    def is_joined(self, index: int) -> bool:
        """Tell whether nothing stands between a token and the one before it."""
        return 0 < index < len(self.starts) and self.starts[index] == self.ends[index - 1]


@dataclass(frozen=True, slots=True)
class _Entry:
    """What a word may be: alone, and as the first of phrases, the longest first."""

    alone: Known | None
    phrases: tuple[tuple[tuple[str, ...], Known], ...]


@cache
def _table() -> dict[str, _Entry]:
    """Give every word and first token of a phrase, phrases cut as the text is."""
    several: dict[str, list[tuple[tuple[str, ...], Known]]] = {}
    for entry, known in words().items():
        first, *rest = (match[0].lower() for match in _TOKEN.finditer(entry))
        if rest:
            several.setdefault(first, []).append((tuple(rest), known))
    alone = {entry: known for entry, known in words().items() if " " not in entry}
    return {
        word: _Entry(alone.get(word), tuple(sorted(several.get(word, ()), key=lambda row: -len(row[0]))))
        for word in alone.keys() | several.keys()
    }


def tokens_of(text: str, start: int, end: int) -> Tokens:
    """Cut part of a text into tokens and name the kind of each."""
    cut = list(_TOKEN.finditer(text, start, end))
    small = [match[0].lower() for match in cut]
    entries = list(map(_table().get, small))
    made, worded = Tokens(text), letters()["worded"]
    kinds: list[str] = []
    index, count = 0, len(cut)
    while index < count:
        entry, first, last = entries[index], index, index
        kind, value = OTHER, None
        if entry is not None:
            kind, value, last = _named(entry, cut, small, index)
            if kind == worded and kinds and _joins_number(made, kinds, cut[first].start(), value):
                made.ends[-1] = cut[last].end()
                index = last + 1
                continue
        elif not small[index].isalpha() and (group := cut[index].lastgroup) not in ("word", None):
            kind, value = _shaped(group, cut[index][0])
        index = last + 1
        made.starts.append(cut[first].start())
        made.ends.append(cut[last].end())
        made.values.append(value)
        kinds.append(kind)
    made.kinds = "".join(kinds)
    return made


def _named(entry: _Entry, cut: list[re.Match[str]], small: list[str], index: int) -> tuple[str, Value, int]:
    """Give letter, value and last token of the longest phrase that begins here, or of the word alone."""
    for rest, known in entry.phrases:
        if tuple(small[index + 1 : index + 1 + len(rest)]) == rest:
            return known.kind, known.value, index + len(rest)
    if entry.alone is None or (small[index].rstrip(".") in _CAPITAL_ONLY and cut[index][0].islower()):
        return OTHER, None, index
    return entry.alone.kind, entry.alone.value, index


def _shaped(group: str, word: str) -> tuple[str, Value]:
    """Give letter and value of a mark or number."""
    kinds = letters()
    if group == "mark":
        return kinds[_MARKS.get(word, "other")], None
    if group == "digits":
        number = int(word)
        if len(word) == 4 and FIRST_YEAR <= number <= LAST_YEAR:
            return kinds["year"], number
        return kinds["small" if 1 <= number <= 31 and len(word) < 3 else "digits"], number
    if group == "ordinal":
        return kinds["ordinal"], int(word[:-2])
    if group == "numeral":
        whole, _, part = word.partition(" ")
        if part:
            return kinds["numeral"], int(whole) + int(part[0]) / int(part[2])
        return kinds["numeral"], float(word.replace(",", "").replace("½", ".5"))
    if group == "decade":
        return kinds["decade"], int(re.sub(r"\D", "", word))
    return kinds[group], word


def _joins_number(made: Tokens, kinds: list[str], start: int, value: Value) -> bool:
    """Add a number word to the number just before it, through a hyphen too; False where it begins a number of its own."""
    worded, is_hyphened = letters()["worded"], len(kinds) > 1 and kinds[-1] == letters()["hyphen"]
    before = made.values[-2] if is_hyphened else made.values[-1]
    if kinds[-2 if is_hyphened else -1] not in (worded, letters()["year"]) or start - made.ends[-1] > 1:
        return False
    if not isinstance(before, int) or not isinstance(value, int) or (total := _sum_of(before, value)) is None:
        return False
    if is_hyphened:
        kinds.pop()
        made.starts.pop()
        made.ends.pop()
        made.values.pop()
    made.values[-1] = total
    kinds[-1] = letters()["year"] if FIRST_YEAR <= total <= LAST_YEAR and value < 100 else worded
    return True


def _sum_of(before: int, value: int) -> int | None:
    """Put two numbers in words together: twenty + one, nineteen + ninety, five + hundred; None where they are two numbers."""
    if value in (100, 1000):
        return before * value if before < value else None
    if before % 10 == 0 and before % 100 and value < 10:
        return before + value
    if before in (17, 18, 19, 20) and 10 <= value < 100:
        return before * 100 + value
    return before + value if before >= 100 and before % 100 == 0 and value < 100 else None
