"""Who speaks, as reports call him → one voice, whether by name, by office or by the body spoken for.

A person who speaks by office and the body spoken for are one; two who speak for different bodies are two.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from .phrases import TITLES
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


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who says something, as one report calls him.

    Attributes:
        names: names of the person, as written.
        bodies: words for the body or office he speaks for, or that speaks itself.
    """

    names: tuple[str, ...]
    bodies: tuple[str, ...]

    @property
    def words(self) -> str:
        """A name for it, the person's before the body's."""
        return (self.names or self.bodies)[0]


class Voices:
    """All voices of a set of reports, brought together; the same whatever their order."""

    def __init__(self, voices: Iterable[Voice]) -> None:
        self._voices = sorted(set(voices), key=lambda voice: (voice.names, voice.bodies))
        self._parent = list(range(len(self._voices)))
        self._join_names()
        self._join_bodies()

    def group(self, voice: Voice) -> int:
        """Give the number of the voice it belongs to; numbers mean nothing beyond this set."""
        return self._root(self._voices.index(voice))

    def name(self, group: int, uses: Counter[Voice]) -> str:
        """Give the name most used for a voice, a person's before a body's."""
        members = [voice for at, voice in enumerate(self._voices) if self._root(at) == group]
        names: Counter[str] = Counter()
        bodies: Counter[str] = Counter()
        for voice in members:
            names.update({name: uses[voice] for name in voice.names})
            bodies.update({body: uses[voice] for body in voice.bodies})
        full = Counter({name: count for name, count in names.items() if " " in name}) or names
        # Who uses a part of a full name means the whole: "Mira Holt" counts for "Anna Mira Holt" where that is used as well.
        full = Counter(
            {name: sum(count for part, count in full.items() if name == part or name.endswith(f" {part}")) for name in full}
        )
        best = full or bodies
        return min(best, key=lambda words: (-best[words], -len(words), words))

    def _join_names(self) -> None:
        for at, voice in enumerate(self._voices):
            for before in range(at):
                other = self._voices[before]
                if _share_name(voice.names, other.names) or _is_called(voice, other) or _is_called(other, voice):
                    self._join(at, before)

    def _join_bodies(self) -> None:
        terms = [frozenset(body_terms(body) for body in voice.bodies) - {frozenset()} for voice in self._voices]
        for at, mine in enumerate(terms):
            for before in range(at):
                if mine & terms[before]:
                    self._join(at, before)
        for at, mine in enumerate(terms):
            for one in mine:
                wider = [there for there, others in enumerate(terms) if there != at and any(one < other for other in others)]
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


def body_terms(words: str) -> frozenset[str]:
    """Give what tells one body from another: "the spokesman of Vadia's navy" and "the navy of Vadia" have the same terms."""
    told = _ITS_PLACE.sub("", words)
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


def described_in(text: str, people: Collection[str]) -> Iterator[Voice]:
    """Give the people whom a text describes by their office: "Dora Wick, the mayor of Gost,", with the body."""
    for name in people:
        for found in re.finditer(re.escape(name) + _OFFICE_AFTER, text):
            if voice := voice_of(f"{name}, {found['office']}", [name]):
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
