"""How likely an attribution is right: what the heads say of its words, weighed with what kind of cue, source and content it has.

statement_trust.json holds the weights of a logistic model, fitted by `python benchmarks/marks/fit_statements.py` on passages of which every attribution was marked and from which
the heads have not learned. `training/calibrate.py` brings what it says to the share that is right on dev articles.
"""

from __future__ import annotations

import json
import math
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...span import Span
    from .attribution import Attribution

_PRONOUNS = frozenset("he she they it i we you who that which".split())
_QUOTES = frozenset('“”"«»')
# Below and above these the log odds of the heads say no more; words of a content from which it is no scrap; characters between cue and content.
_SURE, _SCRAP, _FAR = 9.2, 4, 50
_LONGEST_SOURCE, _LONGEST_CUE, _MOST_PIECES = 12, 5, 4


def trust(one: Attribution, text: str) -> float:
    """Give the probability, uncalibrated, that words are attributed to somebody here and that source and content are these."""
    known = weights()
    odds = sum(known.get(name, 0.0) * value for name, value in signs_of(one, text).items())
    return 1 / (1 + math.exp(-odds))


def signs_of(one: Attribution, text: str) -> dict[str, float]:
    """Give what is to be weighed of an attribution: numbers by name."""
    cue, source, content = (_words(pieces, text) for pieces in (one.cue, one.source, one.content))
    raw = min(max(one.confidence, 1e-4), 1 - 1e-4)
    marks = {
        "base": True, "nested": one.outer is not None, f"by {one.by}": True, f"cue {cue[-1]}" if cue else "no cue": True, f"opens {content[0]}" if content else "no words": True,
        "no source": not source, "pronoun": len(source) == 1 and source[0] in _PRONOUNS,
        "name": any(text[s.start : s.end][:1].isupper() for s in one.source), "scrap": len(content) < _SCRAP,
        "quoted": any(not _QUOTES.isdisjoint(text[s.start : s.end]) for s in one.content),
        "cue first": bool(one.cue) and one.cue[0].start < one.content[0].start, **({f"cue opens {cue[0]}": True} if len(cue) > 1 else {}),
    }  # fmt: skip
    numbers = {
        "heads": max(-_SURE, min(_SURE, math.log(raw / (1 - raw)))), "cue": min(len(cue), _LONGEST_CUE) / 3, "source": min(len(source), _LONGEST_SOURCE) / 6,
        "content": math.log(len(content) + 1), "pieces": float(min(len(one.content), _MOST_PIECES)),
        "gap": min(max(one.content[0].start - one.cue[-1].end, 0), _FAR) / 20 if one.cue else 0.0,
    }  # fmt: skip
    return {name: 1.0 for name, holds in marks.items() if holds} | numbers


def _words(pieces: list[Span], text: str) -> list[str]:
    return " ".join(text[piece.start : piece.end] for piece in pieces).lower().split()


@cache
def weights() -> dict[str, float]:
    """Give the weight of each sign."""
    read: dict[str, float] = json.loads(resources.files(__package__).joinpath("statement_trust.json").read_text(encoding="utf8"))
    return read
