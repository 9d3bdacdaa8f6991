"""Which reports are of one story: by pairs, by what people ruled, in whatever order they come; a month of one war is not one story."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from fairs import BRIDGE, QUAKE, bare, bridge_and_quake, kin, reading

from sayso.link.joining import Rulings
from sayso.link.stories import Kinship, Lead, Story, kinship, lead_of, stories_from, stories_of


def grouped(stories: tuple[Story, ...]) -> list[str]:
    return ["".join(member.report for member in story.reports) for story in stories]


def test_two_happenings_are_two_stories() -> None:
    stories = sorted(stories_of(bridge_and_quake()), key=lambda story: -len(story.reports))
    assert [len(story.reports) for story in stories] == [3, 2]
    titles = {lead_of(made).headline for made in bridge_and_quake()}
    assert all(story.name in titles for story in stories)
    assert "Kelvar" in stories[0].reports[0].reasons[0] or "Olm" in stories[0].reports[0].reasons[0]


def test_any_order_gives_the_same() -> None:
    readings = bridge_and_quake()
    expected = stories_of(readings)
    for seed in range(20):
        random.Random(seed).shuffle(readings)
        assert stories_of(readings) == expected


def test_kinship_is_the_same_from_either_side_and_says_why() -> None:
    one, other = lead_of(reading(*QUAKE[0])), lead_of(reading(*QUAKE[1], days=1))
    found = kinship(one, other)
    assert found is not None
    assert found == kinship(other, one)
    assert found.reasons[0] == "both name Tosk, Brandt and Ilse"
    assert found.reasons[-2:] == ("both give 6.4", "1 day apart")


def test_other_matters_are_not_related() -> None:
    assert kinship(lead_of(reading(*BRIDGE[0])), lead_of(reading(*QUAKE[0]))) is None


def test_days_between_two_reports_speak_against_one_happening() -> None:
    scores = []
    for days in (0, 3, 10, 40):
        found = kinship(lead_of(reading(*QUAKE[0])), lead_of(reading(*QUAKE[1], days=days)))
        assert found is not None
        scores.append(found.score)
    assert scores[0] == scores[1] > scores[2] > scores[3]
    undated = kinship(lead_of(reading(*QUAKE[0], days=None)), lead_of(reading(*QUAKE[1], days=None)))
    assert undated is not None
    assert undated.score > scores[3]


def test_a_chain_through_a_month_is_not_one_story() -> None:
    days = 30
    leads = [bare(f"{at:02}", at) for at in range(days)]
    near = [kin(f"{a:02}", f"{b:02}", 0.9 - 0.3 * (b - a - 1)) for a in range(days) for b in range(a + 1, min(days, a + 4))]
    assert max(len(story.reports) for story in stories_from(leads, near)) <= 8


def test_a_part_gives_the_same_by_itself_as_with_the_rest() -> None:
    leads = [bare(key, at) for at, key in enumerate("abcdefg")]
    ones = [kin("a", "b", 0.8), kin("b", "c", 0.5), kin("a", "c", 0.3)]
    others = [kin("d", "e", 0.6), kin("e", "f", 0.55), kin("d", "f", 0.05), kin("f", "g", 0.4)]
    together = stories_from(leads, ones + others)
    apart = stories_from(leads[:3], ones) + stories_from(leads[3:], others)
    assert sorted(together, key=lambda story: story.key) == sorted(apart, key=lambda story: story.key)
    # What ties the two parts by less than holds a story together changes nothing.
    assert stories_from(leads, [*ones, *others, kin("c", "d", 0.19)]) == together


def group(name: str, count: int, score: float) -> tuple[list[Lead], list[Kinship]]:
    """Give some reports all of whose pairs have one score."""
    leads = [bare(f"{name}{at}", at % 3) for at in range(count)]
    return leads, [kin(one.key, other.key, score) for at, other in enumerate(leads) for one in leads[:at]]


@pytest.mark.parametrize(
    ("ones", "others", "score", "together"),
    [
        (1, 1, 0.3, False),
        (1, 1, 0.4, True),
        (3, 1, 0.3, False),
        (4, 1, 0.25, True),
        (4, 1, 0.15, False),
        (4, 2, 0.3, False),
        (4, 2, 0.4, True),
        (4, 4, 0.45, False),
        (4, 4, 0.55, True),
    ],
)
def test_the_more_reports_on_both_sides_the_surer_they_must_be(ones: int, others: int, score: float, together: bool) -> None:
    (leads, pairs), (more, theirs) = group("a", ones, 0.9), group("b", others, 0.9)
    across = [kin(one.key, other.key, score) for one in leads for other in more]
    found = stories_from(leads + more, [*pairs, *theirs, *across])
    assert [len(story.reports) for story in found] == ([ones + others] if together else [ones, others])


def test_a_story_is_named_by_a_headline_that_says_what_happened() -> None:
    question, plain, far = (
        replace(bare(key), headline=words)
        for key, words in (("a", "Who broke the Olm dam?"), ("b", "Olm dam breaks"), ("c", "Rain"))
    )
    near = [kin("a", "b", 0.9), kin("a", "c", 0.6), kin("b", "c", 0.55)]
    assert stories_from([question, plain, far], near)[0].name == "Olm dam breaks"
    assert stories_from([question, replace(plain, headline="OLM DAM BREAKS"), far], near)[0].name == "Who broke the Olm dam?"
    assert stories_from([question], [])[0].name == "Who broke the Olm dam?"


def test_reports_that_share_no_band_meet_by_a_third() -> None:
    one, other = lead_of(reading(*QUAKE[0]), key="a"), lead_of(reading(*QUAKE[1]), key="b")
    known = [kin("a", "c", 0.4), kin("b", "c", 0.4)]
    story = stories_from([one, other, bare("c")], known)[0]
    assert [member.report for member in story.reports] == ["a", "b", "c"]
    assert story.reports[0].reasons[0] == "both name Tosk, Brandt and Ilse"


def two_of_a_kind() -> tuple[list[Lead], list[Kinship]]:
    """Give two raids that share all words of a raid, and pairs that would make them one story."""
    ones = [bare(f"a{at}", at % 3, "raid", "harbour", "boats", "crew", "olm", "monday") for at in range(4)]
    others = [bare(f"b{at}", at % 3, "raid", "harbour", "boats", "crew", "tosk", "ferry") for at in range(4)]
    leads = ones + others
    return leads, [kin(one.key, other.key, 0.6) for at, other in enumerate(leads) for one in leads[:at]]


def test_what_only_a_part_of_a_group_shares_parts_it() -> None:
    leads, pairs = two_of_a_kind()
    assert sorted(grouped(stories_from(leads, pairs))) == ["a0a3a1a2", "b0b3b1b2"]
    merged: Rulings[str] = Rulings(together=(("a1", "b2"),))
    assert [len(story.reports) for story in stories_from(leads, pairs, merged)] == [8]
    random.Random(1).shuffle(leads)
    assert sorted(grouped(stories_from(leads, pairs))) == ["a0a3a1a2", "b0b3b1b2"]


def test_a_group_whose_reports_all_share_something_else_stays_one() -> None:
    leads = [bare(f"a{at}", at, "raid", "olm", f"word{at}", f"word{(at + 1) % 6}", f"word{(at + 2) % 6}") for at in range(6)]
    pairs = [kin(one.key, other.key, 0.6) for at, other in enumerate(leads) for one in leads[:at]]
    assert len(stories_from(leads, pairs)) == 1


def test_what_people_ruled_comes_first() -> None:
    leads = [bare(key) for key in "abcd"]
    pairs = [kin("a", "b", 0.9), kin("c", "d", 0.9)]
    assert grouped(stories_from(leads, pairs)) == ["ab", "cd"]
    merged: Rulings[str] = Rulings(together=(("b", "c"),))
    assert grouped(stories_from(leads, pairs, merged)) == ["abcd"]
    split: Rulings[str] = Rulings(apart=frozenset({("b", "a")}))
    assert grouped(stories_from(leads, pairs, split)) == ["a", "b", "cd"]
    both: Rulings[str] = Rulings(together=(("b", "c"),), apart=frozenset({("d", "a")}))
    assert grouped(stories_from(leads, pairs, both)) == ["a", "bcd"] or grouped(stories_from(leads, pairs, both)) == ["abc", "d"]


def test_a_story_is_named_and_spans_its_days() -> None:
    leads = [bare("c", 4), bare("b", None), bare("a", 2)]
    story = stories_from(leads, [kin("a", "b", 0.9), kin("b", "c", 0.9), kin("a", "c", 0.5)])[0]
    assert (story.key, story.name) == ("a", "Report b")
    assert [member.report for member in story.reports] == ["a", "c", "b"]
    assert [member.score for member in story.reports] == [0.7, 0.7, 0.9]
    assert story.reports[0].reasons == ("a and b",)
    assert (story.first, story.last) == (leads[2].day, leads[0].day)
    assert stories_from([bare("z")], [])[0].reports[0].score == 1.0
