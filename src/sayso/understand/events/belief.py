"""How likely a word tells an act of a type: what the heads for acts say, weighed with what the lexicon's patterns and the rules say.

belief.json holds the weights of a logistic model, fitted by `python benchmarks/marks/fit_belief.py` on passages that the heads have not learned from.
"""

from __future__ import annotations

import json
import math
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from ..acts import sureness
from .happening import Happening
from .triggers import lemma_of, types_of
from .usual import Usual, usual

if TYPE_CHECKING:
    from ..acts import Acts
    from ..doc import Doc


# Least share of a type and of what is usual together, for its logarithm.
_LEAST = 1e-3
# What is said of who takes part: states and bodies known, somebody in an office or trade, words alone, nobody.
_OF_WHOM = ("known", "somebody", "words", "nobody")


def signs_of(one: Happening, doc: Doc, acts: Acts, *, is_accepted: bool) -> dict[str, float]:
    """Give what is to be weighed of a happening: numbers by name.

    Args:
        is_accepted: whether a pattern of the lexicon tells it and the rules on who takes part accept it.
    """
    kind = one.sense.event or ""
    token = max(one.tellers(), key=lambda i: acts.share(i, kind))
    way = "accepted" if is_accepted else "alone" if one.is_by_head else "doubted"
    share, act = sureness(acts.share(token, kind)), sureness(acts.is_act(token))
    parties = one.parties()
    somebody = any(p.part is not None or p.sector is not None for p in parties)
    known = "known" if any(p.is_known for p in parties) else "somebody" if somebody else "words" if parties else "nobody"
    tag = doc.pos[token] if doc.pos[token] in ("VERB", "NOUN") else "other"
    return {
        "base": 1.0, way: 1.0, "share": share, f"share {way}": share, "act": act, f"act {way}": act, kind: 1.0, f"{kind} {way}": 1.0, known: 1.0,
        f"{known} {way}": 1.0, tag: 1.0, "both": float(bool(one.actors and one.recipients)), "is alike": float(acts.likeliest(token)[0] == kind),
        **_usual_signs(usual_of(doc, token, acts), kind, acts, token, way),
    }  # fmt: skip


def _usual_signs(known: Usual, kind: str, acts: Acts, token: int, way: str) -> dict[str, float]:
    """Give the signs of what is usual of the word: of its type, of being an act, and of the type by it and the heads together."""
    type_odds, act_odds, rare = known.type_odds[kind], known.act_odds, float(known.is_rare)
    shares = dict(zip(acts.types, acts.shares(token), strict=True))
    every = sum(shares[name] * share for name, share in known.types.items())
    both = shares[kind] * known.types[kind] / max(every, 1e-9)
    return {
        "usual type": type_odds, f"usual type {way}": type_odds, "usual act": act_odds, f"usual act {way}": act_odds, "rare": rare, "rare type": rare * type_odds,
        "rare act": rare * act_odds, "type by both": math.log(max(both, _LEAST) / max(1 - both, _LEAST)),
    }  # fmt: skip


def usual_of(doc: Doc, token: int, acts: Acts) -> Usual:
    """Give what is usual of a word of a report."""
    following = doc.low(token + 1) if token + 1 < len(doc.tokens) else ""
    return _usual_of(doc.low(token), following, doc.pos[token] == "VERB", acts.types)


@lru_cache(maxsize=50_000)
def _usual_of(word: str, following: str, is_verb: bool, types: tuple[str, ...]) -> Usual:  # noqa: FBT001 - a key of the cache
    return usual(word, following, tuple(sorted(types_of(lemma_of(word, is_verb=is_verb)))), types[1:])


def belief_at_most(one: Happening, doc: Doc, acts: Acts) -> float:
    """Give the highest probability that an act of the heads of which nobody is known as yet may have, whoever should take part in it."""
    known = weights()
    odds = sum(known.get(name, 0.0) * value for name, value in signs_of(one, doc, acts, is_accepted=False).items())
    of_whom = {name: known.get(name, 0.0) + known.get(f"{name} alone", 0.0) for name in _OF_WHOM}
    return 1 / (1 + math.exp(-(odds - of_whom["nobody"] + max(of_whom.values()) + max(known.get("both", 0.0), 0.0))))


@cache
def weights() -> dict[str, float]:
    """Give the weight of each sign."""
    read: dict[str, float] = json.loads(resources.files(__package__).joinpath("belief.json").read_text(encoding="utf8"))
    return read


def belief(signs: dict[str, float]) -> float:
    """Give the probability that the word tells an act of the type."""
    known = weights()
    return 1 / (1 + math.exp(-sum(known[name] * value for name, value in signs.items() if name in known)))
