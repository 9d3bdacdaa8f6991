"""Ranks between an office and its holder, bodies whose noun begins the office, and parties that are somebody's."""

from __future__ import annotations

import pytest

import sayso

pytestmark = pytest.mark.model


def ties(text: str) -> list[tuple[str, str, str]]:
    reading = sayso.parse(text, published="2024-05-10")
    keys = {actor.id: actor.key for actor in reading.actors}
    return [(keys[tie.subject], tie.relation.value, keys[tie.object]) for tie in reading.ties]


@pytest.mark.parametrize("rank", ["", "General ", "Rear Admiral ", "Dr. ", "Professor "])
def test_a_rank_may_stand_between_an_office_and_a_name(rank: str) -> None:
    told = f"The head of the Norvik Institute, {rank}Ada Berg, left the port."
    assert ("ada-berg", "holds_office", "norvik-institute") in ties(told)


def test_an_army_chief_heads_the_army_and_an_opposition_leader_no_state() -> None:
    assert ties("Togo's army chief, Ada Berg, left.") == [("ada-berg", "holds_office", "togo-army")]
    assert ("ada-berg", "holds_office", "TGO") not in ties("Togo's opposition leader, Ada Berg, left.")


def test_a_party_is_of_whom_his_means_and_a_former_one_of_nobody() -> None:
    told = "Ole Dahl sang. His {}Green Party danced."
    assert ties(told.format("")) == [("ole-dahl", "member_of", "green-party")]
    assert ties(told.format("former ")) == []
