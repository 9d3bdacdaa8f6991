"""Doc and cast → Event findings, in two steps: `find_happenings` before the cast is frozen, for it may add actors, `make_events` after it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from ...findings.actor import ActorKind
from ...findings.event import Event
from ...findings.figure import Figure
from ...findings.statement import Statement
from ...span import overlaps_any
from ..doc import Doc
from ..extract.cast import Cast
from ..extract.places import PlaceFinder
from ..times import TimeWords, times_in
from .by_head import SHOWN, SURE
from .casting import actor_of
from .certainty import is_certain, is_cut, is_no_act, without_unread
from .circumstances import Circumstances
from .doubts import is_doubted
from .fitting import fits, is_discarded, is_other
from .happening import Happening
from .happenings import Finder, has_trigger
from .making import INNER, Found, Maker, sides_of
from .meant import Meant
from .parties import Parties
from .party import Party
from .standing import Standing
from .tidy import tidy
from .unnamed import without_doubtful

# What is promised, threatened or demanded is no event of its own: it occurs only inside the words that do so.
_ONLY_INSIDE = frozenset(INNER.values())
# Belief from which on the heads are heard though the words may be a figure of speech ("they struck at noon").
CLEAR = 0.6
# Words of deaths that may be of anything: where nobody is said to take part they tell no act.
_DYING = frozenset(("die", "died", "death", "perish", "drown"))


@dataclass(frozen=True, slots=True)
class Happenings:
    """What was found in a report before its actors were numbered, and what it was found in."""

    doc: Doc
    cast: Cast
    places: PlaceFinder
    times: list[TimeWords]
    found: tuple[Found, ...] = ()

    @property
    def triggers(self) -> frozenset[int]:
        """The words that surely tell of something that happened."""
        sure = [one.happening for one in self.found if one.happening.belief is None or one.happening.belief >= SURE]
        return frozenset(i for one in sure for i in (one.token, *one.more))


def find_happenings(doc: Doc, cast: Cast, places: PlaceFinder, times: list[TimeWords], meant: Meant | None = None) -> Happenings:
    """Find what happened to whom; actors that the words make known ("Chadian soldiers") join the cast. Empty where there is no syntax.

    Args:
        meant: tells whom pronouns and nouns mean that name nobody.
    """
    if not doc.heads:
        return Happenings(doc, cast, places, times)
    parties = Parties(doc, cast, places.country_of)
    heard = meant.speakers() if meant is not None else frozenset()
    found: list[Found] = []
    for sentence in doc.sentences:
        if not has_trigger(doc, sentence) or overlaps_any(sentence, doc.report.furniture) or is_discarded(doc, sentence):
            continue
        finder = Finder(doc, sentence, [t.span for t in times_in(times, sentence)], parties)
        made = (without_unread(without_doubtful(one), doc) for one in finder.happenings())
        shown = [one for one in made if is_shown(one, finder, heard)]
        for one in shown:
            tidy(one, doc)
            if meant is not None:
                one.recipients = one.recipients or [p for p in one.doubtful if _may_be_told_to(p, one, doc)]
                meant.settle(one)
                doubtful = {p.span for p in one.doubtful}
                one.recipients = [p for p in one.recipients if p.key is not None or p.span not in doubtful]
        found += [_joined(one, cast) for one in shown]
    return Happenings(doc, cast, places, times, tuple(sorted(found, key=lambda one: one.happening.token)))


def is_shown(one: Happening, finder: Finder, heard: Collection[str] = ()) -> bool:
    """Tell whether a happening is an event: whether the rules accept it, or where they do not, it is believed by what the heads for acts say.

    Args:
        heard: keys of those who speak in the report.
    """
    is_accepted = not one.is_by_head and fits(one) and is_certain(one, finder.doc)
    if finder.by_head is None:
        return is_accepted
    is_figure = not is_accepted and is_other(one)
    if not is_accepted and (is_no_act(one, finder.doc) or (is_figure and not _may_be_meant(one))):
        return False
    finder.by_head.mend(one, is_accepted=is_accepted)
    one.belief = finder.by_head.belief(one)
    if is_accepted:
        return True
    least = CLEAR if is_figure else SHOWN
    is_believed = one.belief >= least and (bool(one.parties()) or one.word not in _DYING)
    is_believed = is_believed and not is_doubted(one, finder.doc)
    one.actors, one.recipients = ([_by_words(p, heard) for p in side] for side in (one.actors, one.recipients))
    return is_believed


def _may_be_told_to(party: Party, one: Happening, doc: Doc) -> bool:
    """Tell whether who stands as recipient by a pronoun may be one: "dispersed | them", "advised | its citizens", not "promised to withdraw | its troops"."""
    return party.span.of(doc.text).lower() == party.pronoun or one.sense.event == "REQUEST"


def _may_be_meant(one: Happening) -> bool:
    """Tell whether the heads may still be heard of what looks like a figure of speech: of force by somebody, or told by a verb."""
    return one.sense.event == "ASSAULT" and bool(one.actors or one.frame)


def _by_words(party: Party, heard: Collection[str]) -> Party:
    """Give a party without an actor where its name is cut or a description of nobody who speaks, so that no such thing becomes one: the words stand for it."""
    if party.part is None or party.part.key in heard or not is_cut(party.part, party.country):
        return party
    return replace(party, part=None, country=None)


def _joined(one: Happening, cast: Cast) -> Found:
    actors, recipients = sides_of(one)
    inner = _joined(one.inner, cast) if one.inner is not None else None
    by_whom = _keys(actors, cast)
    to_whom = (key for key in _keys(recipients, cast) if key not in by_whom or cast.parts[key].kind is ActorKind.COUNTRY)
    return Found(one, by_whom, tuple(to_whom), inner)  # nobody does it to himself; a state's own people do to one another


def _keys(given: Sequence[Party], cast: Cast) -> tuple[str, ...]:
    made = (actor_of(party, cast, alone=len(given) == 1) for party in given)
    return tuple(dict.fromkeys(part.key for part in made if part is not None))


def make_events(
    given: Happenings, statements: Sequence[Statement], figures: Sequence[Figure], calibrate: Callable[[str, float], float]
) -> tuple[Event, ...]:
    """Turn happenings into findings in order of their triggers; the cast must be frozen: parts carry their ids."""
    if not given.found:
        return ()
    around = Circumstances(given.doc, given.times, given.places.places(), figures)
    maker = Maker(given.doc, given.cast, around, statements, calibrate)
    made = [event for one in given.found if (event := maker.event(one)).reality not in _ONLY_INSIDE]
    numbered = [_numbered(event, f"e{number}") for number, event in enumerate(made, 1)]
    actors = {part.id: part for part in given.cast.parts.values() if part.id}
    return tuple(Standing(statements, actors, given.doc.text).settled(numbered))


def _numbered(event: Event, ident: str) -> Event:
    inner = _numbered(event.of, f"{ident}.of") if event.of is not None else None
    return replace(event, id=ident, of=inner)
