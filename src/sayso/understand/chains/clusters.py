"""Clusters: the chains of a text while it is read from left to right, and what is known of each so far."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from .mention import Being, Form, Mention, Role
from .names import telling

# Sentences looked back, and clusters looked at, most recent first; further back nobody is meant. A noun finds those with its head word
# wherever they stand.
PRONOUN_REACH, PRONOUN_LOOKBACK = 10, 24
NOUN_REACH, NOUN_LOOKBACK = 4, 10
_Told = TypeVar("_Told", bound=str)


@dataclass(slots=True, eq=False)
class Cluster:
    """One chain so far.

    Attributes:
        members: indices of mentions in the order they joined; names: those that are names.
        gender, number, being: what most of its mentions tell, "" where none does; a pronoun's gender counts three times.
        words, heads: words and head words of its names and nouns.
        subject_in, spoke_in: numbers of the sentences in which it was subject, and said something.
        genders, numbers, beings: how often each is told.
    """

    members: list[int] = field(default_factory=list)
    names: list[int] = field(default_factory=list)
    gender: str = ""
    number: str = ""
    being: Being = Being.UNKNOWN
    words: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    subject_in: set[int] = field(default_factory=set)
    spoke_in: set[int] = field(default_factory=set)
    genders: dict[str, int] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    beings: dict[Being, int] = field(default_factory=dict)

    def learn(self, mention: Mention) -> None:
        """Take in what a mention that joins tells."""
        is_pronoun = mention.form is Form.PRONOUN
        if mention.gender:
            self.gender = _most(self.genders, mention.gender, 3 if is_pronoun else 1)
        if mention.number:
            self.number = _most(self.numbers, mention.number, 1)
        if mention.being is not Being.UNKNOWN and (not is_pronoun or mention.gender):
            self.being = _most(self.beings, mention.being, 1)
        if not is_pronoun:
            self.words.update(mention.words)
            self.heads.add(mention.head)
        if mention.role is Role.SUBJECT:
            self.subject_in.add(mention.sentence)
        if mention.speaks:
            self.spoke_in.add(mention.sentence)


def _most(told: dict[_Told, int], word: _Told, more: int) -> _Told:
    """Count what a mention tells; gives what is now told most often, of several the last by the alphabet."""
    told[word] = told.get(word, 0) + more
    return word if len(told) == 1 else max((count, one) for one, count in told.items())[1]


class Clusters:
    """All clusters of a text; mentions join in text order."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.mentions = mentions
        self.of: dict[int, Cluster] = {}
        self._recent: list[Cluster] = []  # by last member, newest at the end
        self.keyed: dict[str, int] = {}  # key → its last mention
        self._by_word: dict[str, list[int]] = defaultdict(list)

    def join(self, index: int, cluster: Cluster | None) -> Cluster:
        """Let a mention join a cluster, a new one where none is given."""
        cluster = cluster if cluster is not None else Cluster()
        mention = self.mentions[index]
        cluster.members.append(index)
        self.of[index] = cluster
        cluster.learn(mention)
        if mention.key:
            self.keyed[mention.key] = index
        if mention.form is Form.NAME:
            cluster.names.append(index)
        if mention.form is not Form.PRONOUN:
            for word in {mention.head, *(telling(mention.words) if mention.form is Form.NAME else ())}:
                self._by_word[word].append(index)
        if not mention.is_label:
            self._recent.append(cluster)
        return cluster

    def merge(self, one: Cluster, other: Cluster) -> None:
        """Make one cluster of two: the mentions of the other join the first."""
        if one is not other:
            for member in other.members:
                self.of[member] = one
                one.learn(self.mentions[member])
            one.members = sorted([*one.members, *other.members])
            one.names = sorted([*one.names, *other.names])
            other.members, other.names = [], []

    def recent(self, before: Mention) -> Iterator[Cluster]:
        """Give clusters last spoken of before a mention, most recent first, each once."""
        reach, count = (PRONOUN_REACH, PRONOUN_LOOKBACK) if before.form is Form.PRONOUN else (NOUN_REACH, NOUN_LOOKBACK)
        seen: set[int] = set()
        for cluster in reversed(self._recent[-4 * count :]):
            if id(cluster) in seen or not cluster.members:
                continue
            if self.mentions[cluster.members[-1]].sentence < before.sentence - reach:
                return
            seen.add(id(cluster))
            yield cluster
            if len(seen) >= count:
                return

    def with_word(self, word: str) -> Iterator[int]:
        """Give mentions whose head, or a telling word of whose name, is the word, nearest first."""
        return reversed(self._by_word.get(word, ()))

    def nearest(self, cluster: Cluster, index: int) -> int | None:
        """Give the last member that stands before a mention and not in or around it."""
        span = self.mentions[index].span
        for member in reversed(cluster.members[-12:]):
            other = self.mentions[member]
            if other.span.end <= span.start and not other.is_label:
                return member
        return None
