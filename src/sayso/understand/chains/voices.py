"""First and second persons → the mention that names whose voice they stand in, or who is addressed."""

from __future__ import annotations

from collections.abc import Sequence

from .clusters import Cluster, Clusters
from .mention import Form, Mention, Zone


def join_voices(clusters: Clusters, zones: Sequence[Zone], antecedents: list[int]) -> None:
    """Let every mention without a cluster join one: "I" the speaker of its zone, "you" the addressee, each else its like in the zone."""
    mentions = clusters.mentions
    alike: dict[tuple[int, int, str], int] = {}
    for index in range(len(mentions)):
        if index in clusters.of:
            _introduced(clusters, zones, index, antecedents)
        else:
            _join(clusters, zones, index, antecedents, alike)


def _join(
    clusters: Clusters, zones: Sequence[Zone], index: int, antecedents: list[int], alike: dict[tuple[int, int, str], int]
) -> None:
    mention = clusters.mentions[index]
    voice = _voice(clusters, zones, mention)
    key = (voice if voice is not None else -1 - mention.zone, mention.person, mention.number)
    cluster: Cluster | None = None
    if voice is not None and voice in clusters.of and mention.person != 3:
        cluster, antecedents[index] = clusters.of[voice], voice
    elif mention.person != 3 and key in alike:
        antecedents[index] = alike[key]
        cluster = clusters.of[alike[key]]
    clusters.join(index, cluster)
    alike[key] = index


def _introduced(clusters: Clusters, zones: Sequence[Zone], index: int, antecedents: list[int]) -> None:
    """Let a name the voice gives itself join it: "I am NAME" in a turn that is labelled, or whose speaker nobody has told."""
    mention = clusters.mentions[index]
    voice = zones[mention.zone].speaker
    if mention.introduces_itself and voice is not None and voice != index and voice in clusters.of:
        clusters.merge(clusters.of[voice], clusters.of[index])
        if antecedents[index] < 0 and voice < index:
            antecedents[index] = voice


def _voice(clusters: Clusters, zones: Sequence[Zone], mention: Mention) -> int | None:
    """Follow "I said" in a quotation's frame to the voice of the frame; at most three levels stand in one another."""
    zone = zones[mention.zone]
    found = zone.speaker if mention.person == 1 else zone.addressee if mention.person == 2 else None
    for _ in range(3):
        if found is None:
            return None
        named = clusters.mentions[found]
        if named.form is not Form.PRONOUN or named.person == 3:
            return found
        outer = zones[named.zone]
        found = outer.speaker if named.person == 1 else outer.addressee
    return None
