"""Past, future or neither: what the words about a time expression say."""

from __future__ import annotations

import pytest

from sayso.understand.calendar.tense import Tense, tense_at


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The two will meet on [Friday].", Tense.FUTURE),
        ("The two met on [Friday].", Tense.PAST),
        ("She said on [Friday] that the two will meet.", Tense.PAST),
        ("The film will be released [Friday].", Tense.FUTURE),
        ("On [Friday], the two will meet.", Tense.FUTURE),
        ("Talks are due on [Friday].", Tense.FUTURE),
        ("A memorial planned for [Friday] was cancelled.", Tense.FUTURE),
        ("the [Friday] paper", Tense.OPEN),
    ],
)
def test_tense(text: str, tense: Tense) -> None:
    start, end = text.index("["), text.index("]") - 1
    assert tense_at(text.replace("[", "").replace("]", ""), start, end) is tense
