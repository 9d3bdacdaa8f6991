"""A mention and a cluster before it → numbers a linear model weighs. Names of the features are the keys of the weights file."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from math import log1p

from ...findings.mention import Label
from .clusters import Cluster, Clusters
from .mention import Being, Form, Mention, Role, Zone
from .words import REFLEXIVES, singular


class Kind(StrEnum):
    """Mentions that share weights."""

    PERSON = "he or she"
    IT = "it"
    THEY = "they"
    NOUN = "noun"


def kind_of(mention: Mention) -> Kind | None:
    """Give the kind of a mention whose antecedent is weighed; None for names and for first and second persons, which have rules."""
    if mention.form is Form.NOUN:
        return Kind.NOUN
    if mention.form is Form.NAME or mention.person != 3:
        return None
    if mention.gender:
        return Kind.PERSON
    if mention.number == "p":
        return Kind.THEY
    return Kind.IT if mention.number == "s" else None


PAIR = (
    "rank", "size",
    "sentence 0", "sentence 1", "sentence 2", "sentence 3", "sentence 4-6", "sentence further", "same paragraph",
    "subject", "object", "owner", "other role", "subject both", "subject there, object here", "subject last sentence", "subject this sentence",
    "name", "pronoun", "noun", "same pronoun", "named",
    "gender same", "gender unknown", "number same", "number other", "person", "body", "place", "thing", "being same", "being other", "norp",
    "quoted there only", "quoted here only", "quoted in one", "speaks there", "speaks both", "spoke in last sentence", "spoke in this sentence",
    "reflexive, same sentence", "adjacent", "spoke in last paragraph", "subject of another sentence",
    "head same", "head in words", "all words in", "word shared", "head other", "modifiers other", "the, head same", "this", "a", "my",
)  # fmt: skip
ALONE = (
    "bias",
    "the",
    "a",
    "this",
    "my",
    "no determiner",
    "quoted",
    "speaks",
    "subject",
    "plural",
    "person",
    "body",
    "early",
    "words",
)


def alone(mention: Mention) -> list[float]:
    """Give the features of a mention that begins a chain of its own, in the order of ALONE."""
    flags = (
        True, mention.determiner == "the", mention.determiner == "a", mention.determiner == "this", mention.determiner == "my",
        mention.determiner == "", mention.zone > 0, mention.speaks, mention.role is Role.SUBJECT, mention.number == "p",
        mention.being is Being.PERSON, mention.being is Being.BODY, mention.sentence < 2,
    )  # fmt: skip
    return [*map(float, flags), log1p(len(mention.words))]


def is_ruled_out(clusters: Clusters, cluster: Cluster, index: int, zones: Sequence[Zone]) -> bool:
    """Tell whether a mention cannot belong to a cluster: the genders differ, or it is said by him of whom it is not."""
    mention = clusters.mentions[index]
    if mention.gender and cluster.gender and mention.gender != cluster.gender:
        return True
    if mention.form is Form.PRONOUN and mention.gender and cluster.number == "p":
        return True
    if mention.gender and cluster.being in (Being.PLACE, Being.THING) and not cluster.names and mention.form is Form.PRONOUN:
        return True
    zone = zones[mention.zone]
    if zone.speaker is None or mention.form is not Form.PRONOUN and not zone.is_quotation:
        return False
    return clusters.of.get(zone.speaker) is cluster and mention.zone > 0


def fits(clusters: Clusters, cluster: Cluster, index: int) -> bool:
    """Tell whether number and kind of being do not speak against a mention's belonging to a cluster."""
    mention = clusters.mentions[index]
    if mention.gender:
        return cluster.being in (Being.PERSON, Being.UNKNOWN) and cluster.number != "p"
    if mention.number == "p":
        return cluster.number != "s" or cluster.being is Being.BODY
    return cluster.being is not Being.PERSON and cluster.number != "p"


def pair(clusters: Clusters, cluster: Cluster, index: int, near: int, rank: int) -> tuple[tuple[float, float], bytes]:
    """Give the features of a mention and a cluster, in the order of PAIR: the two that count, then the others, each 0 or 1.

    Args:
        near: the cluster's last mention before it.
        rank: how many clusters that fit stand nearer.
    """
    ours, theirs = clusters.mentions[index], clusters.mentions[near]
    return (log1p(rank), log1p(len(cluster.members))), bytes(_grammar(cluster, ours, theirs)) + _words(cluster, ours)


# Members of an enumeration as names of their own: some fifty are asked for with every pair.
_SUBJECT, _OBJECT, _OWNER, _OTHER = Role.SUBJECT, Role.OBJECT, Role.OWNER, Role.OTHER
_NAME, _PRONOUN, _NOUN, _NORP = Form.NAME, Form.PRONOUN, Form.NOUN, Label.NORP
_PERSON, _BODY, _PLACE, _THING, _UNKNOWN = Being.PERSON, Being.BODY, Being.PLACE, Being.THING, Being.UNKNOWN


def _grammar(cluster: Cluster, ours: Mention, theirs: Mention) -> list[bool]:
    here, there, form = ours.role, theirs.role, theirs.form
    gap, is_same_sentence = ours.sentence - theirs.sentence, ours.sentence == theirs.sentence
    being, number, gender = cluster.being, cluster.number, ours.gender
    return [
        gap <= 0, gap == 1, gap == 2, gap == 3, 4 <= gap <= 6, gap > 6,
        ours.paragraph == theirs.paragraph,
        there is _SUBJECT, there is _OBJECT, there is _OWNER, there is _OTHER,
        here is _SUBJECT and there is _SUBJECT, there is _SUBJECT and here is _OBJECT and is_same_sentence,
        ours.sentence - 1 in cluster.subject_in, ours.sentence in cluster.subject_in,
        form is _NAME, form is _PRONOUN, form is _NOUN,
        form is _PRONOUN and theirs.gender == gender and theirs.number == ours.number, bool(cluster.names),
        bool(gender) and gender == cluster.gender, bool(gender) and not cluster.gender,
        bool(ours.number) and ours.number == number, bool(ours.number and number) and ours.number != number,
        being is _PERSON, being is _BODY, being is _PLACE, being is _THING,
        being is not _UNKNOWN and ours.being is being, _UNKNOWN is not ours.being is not being is not _UNKNOWN,
        theirs.label is _NORP,
        theirs.zone > 0 and ours.zone == 0, ours.zone > 0 and theirs.zone == 0, ours.zone > 0 and ours.zone == theirs.zone,
        theirs.speaks, theirs.speaks and ours.speaks, ours.sentence - 1 in cluster.spoke_in, ours.sentence in cluster.spoke_in,
        ours.head in REFLEXIVES and is_same_sentence, ours.span.start - theirs.span.end <= 2,
        theirs.speaks and ours.paragraph - theirs.paragraph == 1, there is _SUBJECT and not is_same_sentence,
    ]  # fmt: skip


def _words(cluster: Cluster, ours: Mention) -> bytes:
    if ours.form is not Form.NOUN:
        return _NO_WORDS
    head_same = ours.head in cluster.heads
    head_in = ours.head in cluster.words or singular(ours.head) in cluster.words
    shared = sum(word in cluster.words for word in ours.words)
    return bytes((
        head_same, head_in, shared == len(ours.words), shared > 0, not head_in, head_same and shared < len(ours.words),
        head_same and ours.determiner == "the", ours.determiner == "this", ours.determiner == "a", ours.determiner == "my",
    ))  # fmt: skip


_NO_WORDS = bytes(10)
