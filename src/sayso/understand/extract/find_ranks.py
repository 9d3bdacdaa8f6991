"""People named with a title for whom nothing tells whose voice they are → the state that the report as a whole says they speak for: "Colonel NAME", "Prosecutor NAME".

Runs once all speakers and the bodies of people are known. Who has a voice keeps it; nobody has one by nationality alone. Cases: cases/ranks.yml.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...findings.actor import ActorKind
from ...span import Span
from ..doc import Doc
from .cast import Cast, Part
from .find_bodies import name_state
from .find_voices import heard_in, speakers_in
from .ranks_meant import RanksMeant
from .statements import Spoken
from .titles_about import Title, title_of
from .voices import voice

# Before the names of those who speak for no state.
_OF_A_PARTY = re.compile(r"\b(?:opposition|party|faction|caucus|candidate|exiled|rebels?|militia|guerrillas?)\b", re.IGNORECASE)
# How likely a state must be (0..1): benchmarks/marks/fit_ranks.py --check.
LEAST = 0.6


def find_ranks(doc: Doc, cast: Cast, spoken: Sequence[Spoken]) -> list[Spoken]:
    """Give the statements with the states that speakers named with a title speak for."""
    people = {s.speaker.key: s.speaker for s in spoken if s.speaker is not None and s.speaks_for is None}
    asked = [(part, title) for part in people.values() if (title := asked_of(doc, cast, part)) is not None]
    if not asked:
        return list(spoken)
    meant = RanksMeant(doc, cast, heard_in(spoken), speakers_in(spoken))
    told: dict[str, str] = {}
    for part, title in asked:
        home = meant.of(part, title)
        if home is not None and home.how >= LEAST:
            told[part.key] = home.key
    for part, _ in asked:
        if part.key in told:
            _give(cast, part, told[part.key])
    return [
        replace(s, speaks_for=told[s.speaker.key])
        if s.speaker is not None and s.speaks_for is None and s.speaker.key in told
        else s
        for s in spoken
    ]


def asked_of(doc: Doc, cast: Cast, part: Part) -> Title | None:
    """Give the title of somebody named in full who has no voice; None where he has one, no title, one that is over or one among a party's people."""
    if part.kind is not ActorKind.PERSON or not part.given or not part.naming or voice(cast, part) is not None:
        return None
    title = title_of(doc, part)
    is_asked = title.is_named and bool(title.sort) and not title.is_former
    return title if is_asked and not _OF_A_PARTY.search(doc.text, title.phrase.start, title.name.start) else None


def _give(cast: Cast, part: Part, state: str) -> None:
    part.speaks_for = state
    if part.country is None or part.is_guessed:
        part.country = state
    name_state(cast, state, min(part.mentions, default=min(part.naming, default=Span(0, 1))))
