"""What more than the word and who acts must hold two tellings of two reports together: a state condemns, calls and commits itself day by day."""

from __future__ import annotations

from test_happenings import FIN, RIVER, TRIAL, told

from sayso.link.happenings import verdict_of

CONDEMNED = {
    "event_type": "ACCUSE",
    "stems": frozenset(("condemn",)),
    "groups": frozenset(("condemn",)),
    "date": None,
    "place": None,
}


def test_two_condemnations_of_unlike_reports_are_two() -> None:
    first = told("r1", "condemned", **CONDEMNED, matter=frozenset(("shell", "barge")))
    other = told("r2", "condemned", **CONDEMNED, matter=frozenset(("verdict", "court")), gist=TRIAL)
    assert not verdict_of(first, other).same


def test_one_condemnation_in_two_reports_of_one_story_is_one() -> None:
    first, other = (told(f"r{at}", "condemned", **CONDEMNED, recipients=(FIN,), gist=RIVER) for at in (1, 2))
    assert verdict_of(first, other).same


def test_a_word_alone_makes_no_two_reports_tell_of_one_event() -> None:
    first = told("r1", actors=(), place=None, date=None, people=frozenset())
    other = told("r2", actors=(), place=None, date=None, people=frozenset(), gist=TRIAL)
    assert not verdict_of(first, other).same
