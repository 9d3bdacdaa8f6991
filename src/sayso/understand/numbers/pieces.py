"""Text in, pieces out: words, digits and signs with their places, the finest cut a rule about numbers needs.

Invariant: pieces are in text order, never overlap, and everything between two of them is white space. One pass, linear in the
text.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_PIECE = re.compile(
    r"(?!\s)(?:"  # every second place is a blank: passed over before the choice, in half the time
    r"[a-z](?!\.)[^\W_]*(?:['’][^\W\d_]+)?"  # a small word, which most are
    r"|(?P<n>\d+(?:[.,]\d+)*|(?<![\w.])\.\d+)"
    r"|(?P<f>[¼-¾⅐-⅞])"
    r"|(?P<c>(?<![^\W_])(?:USD|EUR|GBP|JPY|CNY|RMB|INR|Rs|RUB|UAH|KRW|CAD|AUD|NZD|SGD|HKD|CHF|RM|Rp|PKR|AED|ILS|PS|Y)(?==?\d)|(?<![^\W_])N(?=\d[\d.,]*(?:m|mn|bn|tn|trn)\b|\d[\d.,]* ?(?:million|billion|trillion)\b|\d{1,3}(?:,\d{3})+)|(?<=\$)(?:US|A|C|NZ|S)(?=\d))"
    r"|(?P<w>(?:[A-Za-z]\.){2,}|[^\W\d_][^\W_]*(?:['’][^\W\d_]+)?)"
    r"|(?P<s>[^\w\s]|_))"
)
_SHOUTED_SHARE = 0.7
_LONGEST_GAP = 8  # characters of white space that still join two words of one phrase


class Piece(NamedTuple):
    """One word, numeral or sign: `kind` is n (digits), f (½), c (currency code that touches digits), w (word) or s (sign)."""

    start: int
    end: int
    kind: str
    word: str
    text: str


_NOTHING = Piece(-1, -1, "", "", "")


class Pieces:
    """The pieces of one stretch of text, safe to ask at any index."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.items = [
            Piece(*match.span(), match.lastgroup or "w", (word := match[0]).lower(), word)
            for match in _PIECE.finditer(text, start, end)
        ]

        words = [piece.text for piece in self.items if piece.kind == "w"]
        # in a text all in capitals, as old wire copy is, a capital marks no name
        self.is_muted = not any(word[0].isupper() for word in words)
        self.is_shouted = sum(map(str.isupper, words)) > _SHOUTED_SHARE * len(words)

    def __len__(self) -> int:
        return len(self.items)

    def at(self, index: int) -> Piece:
        """Give the piece, or an empty one outside."""
        return self.items[index] if 0 <= index < len(self.items) else _NOTHING

    def word(self, index: int) -> str:
        """Give the lower-cased piece, "" outside."""
        return self.items[index].word if 0 <= index < len(self.items) else ""

    def touches(self, index: int) -> bool:
        """Tell whether nothing stands between this piece and the one before it."""
        return 0 < index < len(self.items) and self.items[index - 1].end == self.items[index].start

    def follows(self, index: int) -> bool:
        """Tell whether this piece goes on from the one before: on the same paragraph, with little space between."""
        if not 0 < index < len(self.items):
            return False
        gap = self.items[index].start - self.items[index - 1].end
        if gap <= 1:
            return True
        return gap <= _LONGEST_GAP and self.text.count("\n", self.items[index - 1].end, self.items[index].start) < 2

    def is_capital(self, index: int) -> bool:
        """Tell whether the piece is a word with a capital first letter."""
        piece = self.at(index)
        return piece.kind == "w" and piece.text[0].isupper() and not self.is_shouted

    def opens_sentence(self, index: int) -> bool:
        """Tell whether a sentence, line or quotation begins at this piece."""
        if index <= 0:
            return True
        before = self.items[index - 1]
        return before.word in _SENTENCE_EDGE or not self.follows(index) or "\n" in self.text[before.end : self.items[index].start]

    def sentence_start(self, index: int, *, reach: int) -> int:
        """Give where the sentence of this piece begins, at most so many pieces back."""
        floor = max(0, index - reach)
        while index > floor and not (self.items[index - 1].word in _FULL_STOP or not self.follows(index)):
            index -= 1
        return index


_FULL_STOP = frozenset(".!?")
_SENTENCE_EDGE = frozenset(".!?:;\"“”‘'(—–•…|")
