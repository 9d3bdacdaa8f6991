"""What a story can be named by: a headline without the label before it and the stop behind it."""

from __future__ import annotations

import pytest

from sayso.link.stories.naming import headline_of, names_well
from sayso.report import Report


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("The Latest: Ferry aground off Sorrel", "Ferry aground off Sorrel"),
        ("UPDATE 2-Norland bank raises rates", "Norland bank raises rates"),
        ("Exclusive – Tosk minister to quit", "Tosk minister to quit"),
        ("Opinion | The Olm dam was old", "The Olm dam was old"),
        ("Amid rain, the Olm dam breaks;", "Amid rain, the Olm dam breaks"),
        ("The Olm dam breaks.", "The Olm dam breaks"),
        ("Kelvar mayor flies to the U.S.", "Kelvar mayor flies to the U.S."),
        ("Shepherds sue Tosk Mills Inc.", "Shepherds sue Tosk Mills Inc."),
        ("Live-fire drills begin at Kelvar", "Live-fire drills begin at Kelvar"),
        ("Latest poll has the mayor ahead", "Latest poll has the mayor ahead"),
        ("Watch the river, shepherds say", "Watch the river, shepherds say"),
        ("Video game maker sues Norland", "Video game maker sues Norland"),
        ("And then...", "And then..."),
        ("Breaking:", "Breaking"),
    ],
)
def test_labels_and_stops_are_cut_off_and_nothing_else(title: str, headline: str) -> None:
    assert headline_of(Report(text="Rain fell.", title=title)) == headline


@pytest.mark.parametrize(
    "headline", ["Who broke the dam?", "‘Who broke it?’", "OLM DAM BREAKS", "The dam that broke on Monday …", ""]
)
def test_what_does_not_say_what_happened(headline: str) -> None:
    assert not names_well(headline)


@pytest.mark.parametrize("headline", ["Olm dam breaks", "U.S. sends pumps", "‘Never again’"])
def test_what_says_what_happened(headline: str) -> None:
    assert names_well(headline)
