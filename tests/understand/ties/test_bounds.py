"""Words of time around a tie bound it; without them nothing is made up."""

from __future__ import annotations

from datetime import date

import pytest
from marked_text import doc_of

from sayso.span import Span
from sayso.understand.extract.timexes import times_of
from sayso.understand.ties.bounds import Bounds
from sayso.when import When


def around(text: str) -> tuple[When | None, When | None]:
    doc = doc_of(text, published=None)
    return Bounds(doc, times_of(doc, None)).around(Span(0, text.index("of Chad") + len("of Chad")))


@pytest.mark.parametrize(
    ("text", "start", "until"),
    [
        ("She has been president of Chad since March 2019.", When(date(2019, 3, 1), date(2019, 4, 1), "March 2019"), None),
        ("She was president of Chad until 2021.", None, When(date(2021, 1, 1), date(2022, 1, 1), "2021")),
        (
            "She was president of Chad from 2014 to 2018.",
            When(date(2014, 1, 1), date(2015, 1, 1), "2014"),
            When(date(2018, 1, 1), date(2019, 1, 1), "2018"),
        ),
        ("She is president of Chad and left in 2018.", None, None),
        ("She is president of Chad.", None, None),
    ],
)
def test_since_begins_and_until_ends(text: str, start: When | None, until: When | None) -> None:
    assert around(text) == (start, until)
