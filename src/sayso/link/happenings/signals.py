"""Two tellings → the numbers their likeness is judged by, each with a name that can stand in a reason. The same from either side."""

from __future__ import annotations

from collections.abc import Set

from ..claims.words import are_synonyms, weight_of
from .facets import days_agree, parties_agree, places_agree, sizes_agree
from .told import Told

# Lines apart in one report beyond which distance says no more.
FAR = 10
# Days between two publications beyond which more say no more.
LONG = 30


def signals(one: Told, other: Told) -> dict[str, float]:
    """Give every signal, 0 where it says nothing."""
    same = one.stems & other.stems
    alike = not same and is_alike(one, other)
    own = one.report == other.report
    names, people = share(one.names, other.names), share(one.people, other.people)
    matter = share(one.matter, other.matter)
    found = {
        "bias": 1.0,
        "same word": float(bool(same)),
        "alike word": float(alike),
        "whole trigger": float(one.stems == other.stems),
        "light word": float(bool(same) and max(map(weight_of, same)) < 1.0),
        "one report": float(own),
        "story": 0.0 if own else share(one.gist, other.gist),
        "cast": 0.0 if own else share(one.cast, other.cast),
        "names": names,
        "other names": float(bool(one.names and other.names) and not names),
        "people": people,
        "other people": float(bool(one.people and other.people) and not people),
        "matter": matter,
        "beside": share(one.near, other.near),
        "times": share(one.times, other.times),
        "other times": float(bool(one.times and other.times) and not one.times & other.times),
        "numbers": share(one.numbers, other.numbers),
        "other numbers": float(bool(one.numbers and other.numbers) and not one.numbers & other.numbers),
        "much told of": float(bool(one.stems & one.gist) and bool(other.stems & other.gist)),
        "told of in the other": (bool(one.stems & other.gist) + bool(other.stems & one.gist)) / 2,
        "both at the beginning": float(one.line <= 1 and other.line <= 1 and not own),
        "lines apart": min(FAR, abs(one.line - other.line)) / FAR if own else 0.0,
        "one sentence": float(own and one.line == other.line),
    }
    # Two stories of one topic have something in common, two reports of one story much: what is more than some counts more.
    found |= {"story, squared": found["story"] ** 2, "cast, squared": found["cast"] ** 2}
    told = float(bool(same) or alike)
    found |= {
        "word and story": told * found["story"], "word and cast": told * found["cast"], "word and names": told * names, "word and people": told * people,
        "word and matter": told * matter, "word in one report": told * own, "light word and matter": found["light word"] * matter,
    }  # fmt: skip
    return found | _facets(one, other)


def _facets(one: Told, other: Told) -> dict[str, float]:
    agreed = {
        "day": days_agree(one, other), "place": places_agree(one, other), "actor": parties_agree(one.actors, other.actors),
        "recipient": parties_agree(one.recipients, other.recipients), "size": sizes_agree(one.sizes, other.sizes),
    }  # fmt: skip
    found = {f"same {name}": float(value is True) for name, value in agreed.items()}
    found |= {f"other {name}": float(value is False) for name, value in agreed.items()}
    typed = one.event_type is not None and other.event_type is not None
    found["same type"] = float(typed and one.event_type == other.event_type)
    found["other type"] = float(typed and one.event_type != other.event_type)
    found["days between"] = min(LONG, days_between(one, other) or 0) / LONG if agreed["day"] is not True else 0.0
    return found


def is_alike(one: Told, other: Told) -> bool:
    """Tell whether the triggers are other words for one thing, by the groups of alike.yml or the table of synonyms."""
    return bool(one.groups & other.groups) or any(are_synonyms(a, b) for a in one.stems for b in other.stems)


def share(one: Set[str], other: Set[str]) -> float:
    """Give which part of the smaller set is in the other, 0..1; 0 where one is empty."""
    fewer = min(len(one), len(other))
    return len(one & other) / fewer if fewer else 0.0


def days_between(one: Told, other: Told) -> int | None:
    """Give the days between the two publications; None where one is unknown."""
    if one.published is None or other.published is None:
        return None
    return abs((one.published - other.published).days)
