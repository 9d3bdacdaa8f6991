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
        ("It will rise by 1.5 percent to 3 p.m. prices on [Friday].", Tense.FUTURE),
        ("Ms. Berg will succeed Corp. Olsen [Friday].", Tense.FUTURE),
        ("The owners have until 9 a.m. [Friday] to pay.", Tense.FUTURE),
        ("The owners did not pay until [Friday].", Tense.PAST),
        ("Until [Friday], they had not paid.", Tense.PAST),
        ("It had been due to expire on [Friday].", Tense.PAST),
        ("The firm to be sold had sales of a million for the year ended [31 May].", Tense.PAST),
    ],
)
def test_tense(text: str, tense: Tense) -> None:
    start, end = text.index("["), text.index("]") - 1
    assert tense_at(text.replace("[", "").replace("]", ""), start, end) is tense
