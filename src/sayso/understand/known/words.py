"""Text → the words that names are looked up by: case and accents folded, dots and apostrophes dropped, hyphens as blanks.

"U.S." and "US" fold to one key, "Erdoğan" and "Erdogan", "Hong-kyun" and "Hong Kyun", "Sana'a" and "Sanaa". What case tells apart
("US" and "us", "Turkey" and "turkey") is asked of the words as written, by `cased_like`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(
    r"[^\W_](?:"  # the first letter or digit stands before the choice: what begins no word is passed over quickly
    r"\.(?<=[^\W\d_]\.)(?<![^\W_][^\W\d_]\.)[^\W\d_](?:\.[^\W\d_])*(?![^\W_])\.?"  # U.S., D.R.C., J.D.
    r"|[^\W_]*(?:['’ʼ](?!s\b)[^\W_]+)*(?:\+(?!\w))?)"  # Sana'a, OPEC+, and Israel without its 's
)
_GAP = re.compile(r"[ \t\xa0\u202f]{0,2}|[ \t]?\n[ \t]?|[-‐‑/]|['’]|['’]? | & |\.")
_DOT_GAP = re.compile(r"\. ")
# Longest word after which "St. Kitts", "No. 10", "Donald J. Trump" go on over a full stop.
_MAX_SHORTENED = 3
# Capitals that are also everyday words when a whole line stands in capitals: "US", "WHO" are then not found.
_ALSO_WORDS = frozenset({"us", "who", "is", "ice", "au", "swift", "mit", "rand", "time", "aa", "pa", "app", "fact"})
_MAX_INITIALS = 6
_MAX_MIXED = 4
_LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
_DROPPED = str.maketrans("", "", ".'’ʼ‘")


class Word(NamedTuple):
    """One word of a text: where it stands, as written, and the key it is looked up by."""

    start: int
    end: int
    raw: str
    key: str


@lru_cache(maxsize=50_000)
def folded(word: str) -> str:
    """Give the key of one word: case, accents, dots and apostrophes dropped."""
    key = word.translate(_DROPPED).casefold()
    if key.isascii():
        return key
    plain = "".join(c for c in unicodedata.normalize("NFKD", key.translate(_LETTERS)) if not unicodedata.combining(c))
    return plain.translate(_LETTERS)


def words_of(text: str) -> list[Word]:
    """Give the words of a text in order; a possessive 's is a word of its own."""
    return [Word(*m.span(), raw := m[0], folded(raw)) for m in _WORD.finditer(text)]


@lru_cache(maxsize=20_000)
def key_of(name: str) -> str:
    """Give the keys of a name's words, joined by blanks: what a table of names is indexed by."""
    if name.isalpha():
        return folded(name)  # one word, as most are
    return " ".join(folded(match[0]) for match in _WORD.finditer(name))


def joins(text: str, left: Word, right: Word) -> bool:
    """Tell whether two neighbouring words may belong to one name: no punctuation between that ends or lists."""
    gap = text[left.end : right.start]
    if _GAP.fullmatch(gap):
        return True
    return _DOT_GAP.fullmatch(gap) is not None and len(left.raw) <= _MAX_SHORTENED


def cased_like(text: str, found: list[Word], name: tuple[str, ...]) -> bool:
    """Tell whether words of a text are written as the name's words ask.

    A word with a capital in the name has one in the text; initials ("WHO", "US") are capitals throughout, and where they are also
    everyday words the line they stand in is not all capitals. Words in small letters match any.
    """
    for word, wanted in zip(found, name, strict=True):
        if not wanted[:1].isupper():
            continue
        if not word.raw[:1].isupper():
            return False
        if _is_mixed_initials(wanted) and word.raw != wanted:
            return False
        if _is_initials(wanted):
            if not word.raw.isupper():
                return False
            if word.key in _ALSO_WORDS and "." not in word.raw and in_capitals(text, word):
                return False
    return True


def _is_initials(word: str) -> bool:
    return 2 <= len(word) <= _MAX_INITIALS and word.isupper()


def _is_mixed_initials(word: str) -> bool:
    """Tell whether a short word has a capital after its first letter: "LeT", "DoD"; longer ones are names ("McCain")."""
    return len(word) <= _MAX_MIXED and not word.isupper() and word[1:] != word[1:].lower()


def in_capitals(text: str, word: Word) -> bool:
    """Tell whether the whole line a word stands in is written in capitals, as a headline may be."""
    start = text.rfind("\n", 0, word.start) + 1
    end = text.find("\n", word.end)
    line = text[start : end if end >= 0 else len(text)]
    return line.isupper() and len(line) > len(word.raw) + 2


_ENDINGS = re.compile(r"(?:iy|yi|ii|yy|ij|iej|ey|ei|y|i)\b")
_VARIANTS = (("ou", "u"), ("oe", "o"), ("kh", "h"), ("zh", "j"), ("ph", "f"), ("ks", "x")) + (
    ("q", "k"), ("w", "v"), ("dh", "d"), ("ee", "i"), ("e", "i"), ("o", "u"),
)  # fmt: skip
_DOUBLED = re.compile(r"(.)\1+")
_ARTICLE = re.compile(r"\b(?:al|el|as|ash) (?=\w)")


@lru_cache(maxsize=50_000)
def skeleton(name: str) -> str:
    """Give what is left of a name when spelling variants of transliteration are evened out.

    Georgiy and Georgy, Zelensky and Zelenskyy, al-Burhan and el-Burhan meet. Two different names may meet too: use it where a
    first look by exact words found nobody.
    """
    key = _ENDINGS.sub("y", _ARTICLE.sub("", key_of(name)))
    for variant, usual in _VARIANTS:
        key = key.replace(variant, usual)
    return _DOUBLED.sub(r"\1", key)
