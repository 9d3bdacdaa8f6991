"""Who speaks, as reports call him → one voice, whether by name, by office or by the body spoken for.

A person who speaks by office and the body spoken for are one; two who speak for different bodies are two.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from ...findings.actor import ActorKind
from .phrases import OFFICE, TITLES
from .speakers import Speaker, is_state
from .terms import stem

_NAME = re.compile(r"(?:[A-Z][\w’'-]*\.? )*[A-Z][\w’'-]*")
# Who bears one of these says what the body says; the body is named beside.
_SPOKEN_BY = frozenset(
    """spokesman spokeswoman spokesperson spokespeople spokesmen press officer secretary head director chief president chairman chairwoman chairperson chair
    keeper member official representative leader manager executive deputy senior acting new former general founder boss owner commander
    minister delegate account channel page profile user feed handle""".split()
)
# What follows a name and says who he is: "the mayor of Gost", "who is the mayor of Gost", "Gost's mayor".
_OFFICE_AFTER = r",? (?:who (?:is|was) )?(?<=, |s )(?P<office>(?:the|an?) (?:[a-z-]+ ){1,5}(?:of|for|at) [^,.;:“”]{2,60}|[A-Z][\w-]*['’]s [a-z][^,.;:“”]{2,60})(?=[,.;:])"
# The same before a name: "the country's farm minister, Olga Prem,", "Gost's mayor, Dora Wick, said".
_OFFICE_BEFORE = re.compile(
    r"(?:[.,”\"] |\n)(?P<office>(?:[Tt]he (?:[a-z]+['’]s )?|[A-Z][\w-]*['’]s )(?:[a-z-]+ ){0,3}[a-z-]+(?: of [A-Z][\w-]+)?), $"
)
_BEFORE = 80  # characters before a name in which its office stands
_SMALL = frozenset("a an the of for in at on by who is was and to its their his her from that as with".split())
_SAME_WORD = {
    "ministry": "minister",
    "ministries": "minister",
    "ministerial": "minister",
    "presidential": "president",
    "presidency": "president",
}
# "The mayor's Chirper account" is the mayor's, and "the town's mayor" the mayor.
_NETWORK = re.compile(r"\b(?:official |personal )?[A-Z]\w* (?=(?:account|channel|page|profile|feed)\b)")
_ITS_PLACE = re.compile(
    r"\b(?:the |its |their )?(?:region|city|town|country|province|state|village|district|nation|island|county)['’]s "
)
_NEAR_MINISTER = "minister"
# Offices whose holder is taken for the body, of whatever name: places have none.
_OF_A_FIRM = re.compile(
    r"\b(?:chief executive(?: officer)?|managing director|ceo|press (?:office|service|officer|secretary))\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who says something, as one report calls him.

    Attributes:
        names: names of the person, as written.
        bodies: words for the body or office he speaks for, or that speaks itself.
        actor: the actor's key in all readings, None where it has none.
        of: keys of the states and bodies spoken for by office, sorted.
        shown: the name to show, None where the words are all there is.
    """

    names: tuple[str, ...]
    bodies: tuple[str, ...]
    actor: str | None = None
    of: tuple[str, ...] = ()
    shown: str | None = None

    @property
    def words(self) -> str:
        """A name for it, the person's before the body's."""
        return (self.names or self.bodies)[0]

    @property
    def rank(self) -> tuple[tuple[str, ...], tuple[str, ...], str, tuple[str, ...], str]:
        """What voices are sorted by."""
        return self.names, self.bodies, self.actor or "", self.of, self.shown or ""


class Called(NamedTuple):
    """What a voice is called, with the actor's key where that name is an actor's."""

    name: str
    actor: str | None


class Voices:
    """All voices of a set of reports, brought together; the same whatever their order."""

    def __init__(self, voices: Iterable[Voice]) -> None:
        self._voices = sorted(set(voices), key=lambda voice: voice.rank)
        self._parent = list(range(len(self._voices)))
        self._join_keys()
        self._join_names()
        self._join_bodies()

    def group(self, voice: Voice) -> int:
        """Give the number of the voice it belongs to; numbers mean nothing beyond this set."""
        return self._root(self._voices.index(voice))

    def called(self, group: int, uses: Counter[Voice]) -> Called:
        """Give what a voice is called: the one person in it, else the one body, else the state that they speak for, else who is named most.

        A body that speaks by itself more often than the person who speaks for it is called by its own name.
        """
        members = [voice for at, voice in enumerate(self._voices) if self._root(at) == group]
        people: Counter[str] = Counter()
        bodies: Counter[str] = Counter()
        for voice in members:
            if voice.actor and not any(_is_surname_of(voice, other) for other in members):
                (people if voice.names else bodies)[voice.actor] += uses[voice]
        states = {key: count for key, count in bodies.items() if is_state(key)}
        narrow = {key: count for key, count in bodies.items() if key not in states}
        if len(people) == 1 and people.total() >= bodies.total():  # who speaks less often than the body itself is not its name
            return self._of_actor(next(iter(people)), members, uses)
        if people or not any(voice.names for voice in members):
            fits = (narrow if len(narrow) == 1 and not people else None) or states or narrow or people
            if fits:
                return self._of_actor(min(fits, key=lambda key: (-fits[key], key)), members, uses)
        return Called(_most_used(members, uses), None)

    def _of_actor(self, key: str, members: Sequence[Voice], uses: Counter[Voice]) -> Called:
        """Give the reading's name for an actor, with the title that reports put before it."""
        own = [voice for voice in members if voice.actor == key]
        shown: Counter[str] = Counter()
        for voice in own:
            shown[voice.shown or voice.words] += uses[voice]
        name, told = min(shown, key=lambda name: (-shown[name], -len(name), name)), _most_used(own, uses)
        return Called(told if _bare(told) == _bare(name) else name, key)

    def _join_keys(self) -> None:
        """Join voices of one actor, of whoever speaks for a state or body with that itself, and of those who speak for one body."""
        for at, voice in enumerate(self._voices):
            for before in range(at):
                other = self._voices[before]
                shared = {key for key in set(voice.of) & set(other.of) if not is_state(key)}
                is_same = voice.actor is not None and voice.actor == other.actor
                if is_same or shared or voice.actor in other.of or other.actor in voice.of:
                    self._join(at, before)

    def _join_names(self) -> None:
        for at, voice in enumerate(self._voices):
            for before in range(at):
                other = self._voices[before]
                is_one = _share_name(voice.names, other.names) or _is_called(voice, other) or _is_called(other, voice)
                if is_one and not _are_two(voice, other):
                    self._join(at, before)

    def _join_bodies(self) -> None:
        terms = [frozenset(body_terms(body) for body in voice.bodies) - {frozenset()} for voice in self._voices]
        for at, mine in enumerate(terms):
            for before in range(at):
                if mine & terms[before] and not _are_two(self._voices[at], self._voices[before]):
                    self._join(at, before)
        for at, mine in enumerate(terms):
            for one in mine:
                wider = [there for there, others in enumerate(terms) if there != at and any(one < other for other in others)]
                wider = [there for there in wider if not _are_two(self._voices[at], self._voices[there])]
                if wider and self._is_one(wider) and _says_enough(one, self._voices[at]):
                    self._join(at, wider[0])

    def _is_one(self, places: Sequence[int]) -> bool:
        return len({self._root(place) for place in places}) == 1

    def _root(self, at: int) -> int:
        while self._parent[at] != at:
            at = self._parent[at]
        return at

    def _join(self, one: int, other: int) -> None:
        first, second = sorted((self._root(one), self._root(other)))
        self._parent[second] = first


def _most_used(members: Sequence[Voice], uses: Counter[Voice]) -> str:
    """Give the name most used for a voice, a person's before a body's."""
    names: Counter[str] = Counter()
    bodies: Counter[str] = Counter()
    for voice in members:
        names.update({name: uses[voice] for name in voice.names})
        shown = [voice.shown] if voice.shown and not voice.names else voice.bodies
        bodies.update({body: uses[voice] for body in shown})
    full = Counter({name: count for name, count in names.items() if " " in name}) or names
    # Who uses a part of a full name means the whole: "Mira Holt" counts for "Anna Mira Holt" where that is used as well.
    full = Counter(
        {name: sum(count for part, count in full.items() if name == part or name.endswith(f" {part}")) for name in full}
    )
    best = full or bodies
    return min(best, key=lambda words: (-best[words], -len(words), words))


def body_terms(words: str) -> frozenset[str]:
    """Give what tells one body from another: "the spokesman of Vadia's navy" and "the navy of Vadia" have the same terms."""
    told = _OF_A_FIRM.sub("", _ITS_PLACE.sub("", words))
    bare = [re.sub(r"['’]s?$", "", word) for word in re.findall(r"[\w-]+(?:['’]\w+)*['’]?", told)]
    plain = [(word, _SAME_WORD.get(word.casefold(), word.casefold())) for word in bare]
    kept = [(word, low) for word, low in plain if low not in _SMALL and (low not in _SPOKEN_BY or low == _NEAR_MINISTER)]
    names_only = all(word[0].isupper() for word, _ in kept)
    if len(kept) <= 1 and names_only:  # "the mayor of Gorra" is not Gorra
        kept = [(word, low) for word, low in plain if low not in _SMALL and not low.startswith("spokes")]
    return frozenset(stem(low) for _, low in kept)


def voice_of(words: str, people: Sequence[str] = (), bodies: Sequence[str] = ()) -> Voice | None:
    """Give the voice that the words of a source name; None where they name nobody ("he").

    Args:
        words: the source, with what stands in apposition.
        people: names of people in it, as the reading has them.
        bodies: bodies spoken for, where they stand elsewhere.
    """
    names = tuple(sorted({_with_title(words, name) for name in people if name.casefold() not in TITLES}))
    rest = words
    for name in sorted(names, key=len, reverse=True):
        rest = rest.replace(name, "|")
    found = [body for piece in re.split(r"[|,;()–—“”\"]|\bwho (?:is|was|are)\b", rest) if (body := _body(piece))]
    every = tuple(sorted({*found, *(_trimmed(body) for body in bodies if body_terms(body))}))
    return Voice(names, every) if names or every else None


def voice_known(speaker: Speaker, voice: Voice | None = None) -> Voice | None:
    """Give the voice of a speaker whom the reading knows, with what the words of the source add; None for "he" of whom nothing is known."""
    names, bodies = (voice.names, voice.bodies) if voice else ((), ())
    is_person = speaker.kind is ActorKind.PERSON
    if speaker.key is None:
        named = voice or voice_of(speaker.name)
        if named is None or named.names:
            return replace(named, of=speaker.of) if named else None
        return replace(named, of=speaker.of, shown=_with_owner(named.bodies[0], speaker) if speaker.of else None)
    if is_person and not any(_is_same(name, speaker.name) for name in names):
        if names:
            return voice  # the words name another
        names = (speaker.name,)
    elif is_person:
        names = tuple(sorted({*names, speaker.name}))
    elif voice and not all(_is_same(name, speaker.name) for name in names):
        return replace(voice, of=tuple(sorted({*speaker.of, speaker.key})))
    else:
        bodies = tuple(sorted({*(() if speaker.kind is ActorKind.COUNTRY else bodies), speaker.name}))
        names = ()
    return Voice(names, bodies, speaker.key, speaker.of, speaker.name)


def _with_owner(words: str, speaker: Speaker) -> str:
    """Give the words for an unnamed office with the state or body it is of: "president of Ukraine"."""
    is_bare = not re.search(r"[A-Z]", words)
    return f"{words} of {speaker.owner}" if is_bare and speaker.owner else words


def described_in(text: str, people: Collection[str]) -> Iterator[Voice]:
    """Give the people whom a text describes by their office: "Dora Wick, the mayor of Gost,", "Gost's mayor, Dora Wick,", with the body."""
    for name in people:
        if name not in text:
            continue
        for found in re.finditer(re.escape(name) + _OFFICE_AFTER, text):
            if voice := voice_of(f"{name}, {found['office']}", [name]):
                yield voice
        for found in re.finditer(rf"(?<=, ){re.escape(name)}(?=[,.]| [a-z])", text):
            before = _OFFICE_BEFORE.search(f"\n{text}", max(0, found.start() + 1 - _BEFORE), found.start() + 1)
            if before and OFFICE.search(before["office"]) and (voice := voice_of(f"{before['office']}, {name}", [name])):
                yield voice


def _body(piece: str) -> str | None:
    words = _NETWORK.sub("", _trimmed(piece))
    after = re.search(r"\b(?:of|for|at|from)\b (?P<body>.+)$", words)
    role = words[: after.start()].split() if after else []
    if after and role and all(word.casefold() in _SPOKEN_BY | _SMALL for word in role):
        body = _trimmed(after["body"])
        if any(word.islower() and word not in _SMALL for word in body.split()) or len(body.split()) > 1:
            words = body
    return words if body_terms(words) else None


def _trimmed(words: str) -> str:
    return re.sub(r"^(?:an?|the|by|and|that is what) ", "", words.strip(" ,.;:|"), flags=re.IGNORECASE).strip()


def _with_title(words: str, name: str) -> str:
    before = words[: words.find(name)].split() if name in words else []
    return f"{before[-1]} {name}" if before and before[-1].strip(".").casefold() in TITLES and before[-1][0].isupper() else name


def _is_called(one: Voice, other: Voice) -> bool:
    """Tell whether what one report takes for a body is a person's name in another, whole or the family name alone."""
    handles = {re.sub(r"\W", "", word).casefold() for body in other.bodies for word in body.split() if word.startswith("@")}
    if any(re.sub(r"\W", "", name).casefold() in handles for name in one.names):
        return True
    called = [body for body in other.bodies if all(word[:1].isupper() for word in body.split())]
    return any(_is_same(name, body) and len(body.split()) <= len(name.split()) for name in one.names for body in called)


def _are_two(one: Voice, other: Voice) -> bool:
    """Tell whether the readings know two voices apart: by their keys, or by the states they speak for; a state is never known by words alone."""
    if one.actor and other.actor:
        return one.actor != other.actor and not _is_surname_of(one, other) and not _is_surname_of(other, one)
    states, others = ({key for key in voice.of if is_state(key)} for voice in (one, other))
    if states and others and not states & others:
        return True
    return any(voice.actor is not None and is_state(voice.actor) for voice in (one, other))


def _is_surname_of(one: Voice, other: Voice) -> bool:
    """Tell whether a reading that has no more than the last name of somebody may mean the other, whose whole name another has."""
    return bool(one.names and other.names) and " " not in (one.shown or "") and (other.shown or "").endswith(f" {one.shown}")


def _share_name(names: Sequence[str], others: Sequence[str]) -> bool:
    return any(_is_same(one, other) for one in names for other in others)


def _is_same(one: str, other: str) -> bool:
    short, long = sorted((_bare(one), _bare(other)), key=len)
    return bool(short) and long[-len(short) :] == short


def _bare(name: str) -> list[str]:
    parts = [part.casefold().strip(".") for part in name.replace("’", "'").removesuffix("'s").split()]
    return parts[1:] if len(parts) > 1 and parts[0] in TITLES else parts


def _says_enough(terms: frozenset[str], voice: Voice) -> bool:
    """Tell whether few words can stand for a longer name: two, or one that is a common noun ("the ministry")."""
    return len(terms) > 1 or not any(word[0].isupper() for body in voice.bodies for word in body.split() if word)
