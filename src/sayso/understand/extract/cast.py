"""Cast: the actors of one report while they are being found; at the end, frozen findings in order of first mention."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache

from ...findings.actor import Actor, ActorKind, Office
from ...span import Span

BY = "rule:actors/1"
# Mentions, of anybody, that are looked back over for an antecedent; further back nobody is meant.
LOOKBACK = 120


@dataclass(frozen=True, slots=True)
class OwnerWords:
    """Words that name the owner of an office where they do not stand beside it, and how sure it is (0..1) that it is meant."""

    span: Span
    how: float


@dataclass(slots=True, eq=False)
class Part:
    """One actor in the making; fields as in findings.actor.Actor.

    Attributes:
        given, family: name parts of a person, casefolded without accents, for matching later mentions.
        speaks_for: key of the state or body it speaks for by office.
        gender: "m" or "f" once a pronoun has told.
        known_voice: key of the state or body a person speaks for by an office the lexicon knows him to hold on the day.
        is_guessed: True where no words beside a person's name tell his country, and the whole report does.
        owners: by the place of an office whose owner stands elsewhere in the report, the words that name it.
    """

    key: str
    name: str
    kind: ActorKind
    country: str | None = None
    sector: str | None = None
    aliases: set[str] = field(default_factory=set)
    offices: list[Office] = field(default_factory=list)
    mentions: set[Span] = field(default_factory=set)
    naming: list[Span] = field(default_factory=list)
    confidence: float = 0.9
    given: str = ""
    family: str = ""
    speaks_for: str | None = None
    gender: str | None = None
    known_voice: str | None = None
    is_guessed: bool = False
    owners: dict[Span, OwnerWords] = field(default_factory=dict)
    id: str = ""

    def first(self) -> int:
        """Give the place of its first mention."""
        return min((m.start for m in self.mentions), default=min((m.start for m in self.naming), default=1 << 60))


class Cast:
    """All parts of a report by key, and who is named where."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.parts: dict[str, Part] = {}
        self._at: list[tuple[Span, str]] = []
        self._starts: list[int] = []  # of the spans of _at: looked up in a fraction of the time that spans are
        self.called: dict[str, Part] = {}  # words → the first part they named
        self.families: dict[str, list[Part]] = {}  # folded family name → people of it, in order of first mention

    def part(self, key: str, name: str, kind: ActorKind) -> Part:
        """Give the part of that key, made where there is none yet."""
        if key not in self.parts:
            self.parts[key] = Part(key, name, kind)
        return self.parts[key]

    def know_family(self, part: Part) -> None:
        """Let later names find a person by family name."""
        people = self.families.setdefault(part.family, [])
        if part not in people:
            people.append(part)

    def mention(self, part: Part, span: Span, *, naming: bool = True) -> None:
        """Note that the words name (or point to) the part; a longer mention in the same place stays beside it."""
        if span in part.mentions:
            return
        part.mentions.add(span)
        if naming:
            part.naming.append(span)
            self.called.setdefault(span.of(self.text), part)
        place = bisect_left(self._at, (span, part.key))
        self._at.insert(place, (span, part.key))
        self._starts.insert(place, span.start)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Let what is mentioned meanwhile stay out of what others look up afterwards: it says where somebody is spoken of, and decides nothing."""
        at, starts = list(self._at), list(self._starts)
        try:
            yield
        finally:
            self._at, self._starts = at, starts

    def hand_over(self, part: Part, other: Part) -> None:
        """Let all that named one part name another, which it turns out to be."""
        naming = set(part.naming)
        del self.parts[part.key]
        for words in [words for words, called in self.called.items() if called is part]:
            self.called[words] = other
        for span in sorted(part.mentions):
            place = self._at.index((span, part.key))
            del self._at[place], self._starts[place]
            self.mention(other, span, naming=span in naming)
        other.aliases |= {name for name in (part.name, *part.aliases) if name != other.name}

    def named_in(self, span: Span) -> list[tuple[Span, Part]]:
        """Give the mentions that lie in the span, in text order."""
        start, end = span
        low = bisect_left(self._starts, start)
        high = bisect_left(self._starts, end, low)
        return [(mention, self.parts[key]) for mention, key in self._at[low:high] if mention.end <= end]

    def owner(self, span: Span) -> Part | None:
        """Give the part exactly these words name, None where they name none."""
        return next((part for mention, part in self.named_in(span) if mention == span), None)

    def before(self, offset: int, kinds: tuple[ActorKind, ...], *, floor: int = 0) -> Iterator[tuple[Span, Part]]:
        """Give mentions of parts of these kinds that end before the character, nearest first; looks back LOOKBACK mentions."""
        high = bisect_left(self._starts, offset)
        for index in range(high - 1, max(-1, high - 1 - LOOKBACK), -1):
            mention, key = self._at[index]
            if mention.start < floor:
                break
            if mention.end <= offset and self.parts[key].kind in kinds:
                yield mention, self.parts[key]

    def freeze(self) -> tuple[Actor, ...]:
        """Number the parts in order of first mention and give them as findings."""
        ordered = sorted((p for p in self.parts.values() if p.naming or p.mentions), key=lambda p: (p.first(), p.key))
        actors = []
        for number, part in enumerate(ordered, 1):
            part.id = f"a{number}"
            spans = tuple(sorted(part.mentions))
            evidence = tuple(sorted(part.naming or part.mentions)[:1])
            actors.append(
                Actor(
                    part.id,
                    part.key,
                    _on_one_line(part.name),
                    part.kind,
                    part.country,
                    part.sector,
                    tuple(sorted({_on_one_line(name) for name in part.aliases} - {_on_one_line(part.name)})),
                    tuple(part.offices),
                    spans,
                    evidence,
                    round(part.confidence, 3),
                    BY,
                )  # fmt: skip
            )
        return tuple(actors)


def _on_one_line(name: str) -> str:
    """Give a name without the line breaks and runs of blanks that a page sets it with."""
    return " ".join(name.split())


def slug(words: str) -> str:
    """Turn a name into a stable key: lower-case ASCII letters and digits joined by hyphens."""
    plain = unicodedata.normalize("NFKD", words.replace("’", "").replace("'", ""))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    made = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return made or "u" + "-".join(f"{ord(c):x}" for c in words[:12])


@lru_cache(maxsize=50_000)
def folded(word: str) -> str:
    """Fold a name for matching: no case, accents, hyphens, apostrophes or blanks."""
    plain = unicodedata.normalize("NFKD", word)
    return "".join(c for c in plain if c.isalnum() and not unicodedata.combining(c)).casefold()
