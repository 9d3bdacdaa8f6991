"""A chain of common nouns and pronouns → how likely it is of people or a body and not of a thing: "the dockers … they", not "the containers … they".

The weights are in somebody.json: what share of the phrases with a head word, or with one that ends like it, means somebody in the reports of our own writing that
train, and what it counts beside grammar (benchmarks/marks/fit_somebody.py).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any

from ..weighing import likelihood
from .mention import Form, Mention, Role
from .words import singular

# Letters of an ending.
ENDING = 3
_HE = frozenset("he she him her his hers himself herself".split())
_THEY = frozenset("they them their theirs themselves".split())
_IT = frozenset("it its itself".split())
# Words right before a phrase: what hangs on others is seldom who acts.
_AMONG = frozenset("in on at from into after before during through".split())
_WITH = frozenset("with by to for against".split())


@cache
def _kept() -> dict[str, Any]:
    kept: dict[str, Any] = json.loads(
        resources.files("sayso").joinpath("understand/chains/somebody.json").read_text(encoding="utf8")
    )
    return kept


def word_odds(head: str) -> float:
    """Give the log odds that a phrase with this head word means somebody; of a word never met those of its ending."""
    word, kept = singular(head), _kept()
    odds: float = kept["words"].get(word, kept["endings"].get(word[-ENDING:], kept["any"]))
    return odds


def signs_of(members: Sequence[Mention], before: str, behind: str, odds: float) -> dict[str, float]:
    """Give the signs that the chain of a common noun is of somebody.

    Args:
        members: its mentions, in text order.
        before, behind: the words right before and behind the first noun, in small letters.
        odds: what that noun's head word tells.
    """
    first = next(m for m in members if m.form is Form.NOUN)
    pointing = {m.head for m in members if m.form is Form.PRONOUN}
    found = {
        "he": bool(pointing & _HE), "they": bool(pointing & _THEY), "it": bool(pointing & _IT), "who": behind in ("who", "whose", "whom"),
        "subject": first.role is Role.SUBJECT, "subject once": any(m.role is Role.SUBJECT for m in members),
        "speaks": any(m.speaks for m in members), first.determiner or "bare": True, "plural": first.number == "p", "several": len(members) > 1,
        "nouns": sum(m.form is Form.NOUN for m in members) > 1, "of": before == "of", "in": before in _AMONG, "with": before in _WITH,
    }  # fmt: skip
    return {"any": 1.0, "word": odds, **{name: 1.0 for name, holds in found.items() if holds}}


def likely(members: Sequence[Mention], before: str, behind: str) -> float:
    """Give how likely (0 to 1) the chain of a common noun is of people or a body."""
    first = next(m for m in members if m.form is Form.NOUN)
    return likelihood(signs_of(members, before, behind, word_odds(first.head)), _kept()["signs"])
