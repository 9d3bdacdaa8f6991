"""How far an event can be trusted: a probability that falls with what the judged events taught to doubt."""

from __future__ import annotations

import pytest

from sayso.findings.event import Reality
from sayso.understand.events.trust import trust

PLAIN = ("ACCUSE", Reality.HAPPENED)


def test_it_is_a_probability() -> None:
    values = [
        trust(t, r, is_pointed=p, has_both=b)
        for t in ("ACCUSE", "REJECT", "AGREE", "ASSAULT")
        for r in Reality
        for p in (True, False)
        for b in (True, False)
    ]
    assert all(0 < value < 1 for value in values)


@pytest.mark.parametrize(
    ("event_type", "reality", "is_pointed", "has_both"),
    [
        ("REJECT", Reality.HAPPENED, False, True),
        ("AGREE", Reality.HAPPENED, False, True),
        ("ACCUSE", Reality.HYPOTHETICAL, False, True),
        ("ACCUSE", Reality.HAPPENED, True, True),
        ("ACCUSE", Reality.HAPPENED, False, False),
    ],
)
def test_what_is_doubtful_is_trusted_less(event_type: str, reality: Reality, *, is_pointed: bool, has_both: bool) -> None:
    assert trust(event_type, reality, is_pointed=is_pointed, has_both=has_both) < trust(*PLAIN, is_pointed=False, has_both=True)
