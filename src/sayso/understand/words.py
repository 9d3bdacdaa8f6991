"""Text → syntactic words as Universal Dependencies cut them: "do" "n't", "Russia" "'s", "U.S.", "3,000". Tokens of the encoder are finer.

Source: the tokenisation of UD English (EWT), which follows the Penn Treebank with hyphens apart.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

# The first that fits at a place counts. Small words, which most are, come first, and blanks are passed over before the choice: half the time.
_WORD = re.compile(
    r"(?!\s)(?:[a-z]\w*(?![\w'’.:@+-])"
    r"|(?:https?://|www\.)[^\s<>“”\"]*[^\s<>“”\".,;:!?)]"  # addresses
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[@#]\w+"
    r"|(?:[A-Za-z]\.){2,}"  # U.S.
    r"|(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Capt|Maj|Sgt|Adm|Sen|Rep|Gov|Prof|St|No|Jr|Sr|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|Inc|Corp|Ltd|Co|vs|etc)\.(?=\s|,)"
    r"|\d+(?:[.,:/]\d+)*\w*"  # 3,000 and 7th
    r"|[^\W\d_]+?(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M)\b"  # do n't, Russia 's
    r"|\w+|\.{2,}|-{2,}|\S)"
)


def words_of(text: str, paragraphs: Sequence[Span], starts: Sequence[int]) -> tuple[list[Span], list[int]]:
    """Give the words of the paragraphs and the first token of each; what begins inside a token is none.

    Args:
        paragraphs: in text order. starts: character at which each token begins, rising.
    """
    spans: list[Span] = []
    firsts: list[int] = []
    first, count = 0, len(starts)
    for paragraph in paragraphs:
        for match in _WORD.finditer(text, paragraph.start, paragraph.end):
            start, end = match.span()
            while first < count and starts[first] < start:
                first += 1
            if first < count and starts[first] < end:
                spans.append(Span(start, end))
                firsts.append(first)
    return spans, firsts
