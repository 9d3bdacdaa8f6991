"""What the heads for acts say of single words, read from made-up answers."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.understand.acts import REACH, Acts, sureness


def made(tokens: int = 3) -> Acts:
    """Three words: the second tells an ASSAULT, the first is its actor, the third its recipient."""
    events = np.array([[0.9, 0.05, 0.05], [0.1, 0.2, 0.7], [1.0, 0.0, 0.0]] + [[1.0, 0.0, 0.0]] * (tokens - 3), dtype=np.float32)
    act, first, third = np.zeros((3, tokens, 4), dtype=np.float16)
    act[1], first[0], third[2] = 4.0, 4.0, 4.0
    first[1:], third[:2] = -4.0, -4.0
    none = np.zeros((tokens, 2), dtype=np.float32)
    return Acts(
        ("none", "AID", "ASSAULT"),
        ("happened", "planned"),
        ("none", "forecast"),
        events,
        none,
        none,
        ((act, first), (act, third)),
    )


def test_the_likeliest_type_is_never_none() -> None:
    acts = made()
    assert acts.likeliest(0)[0] in ("AID", "ASSAULT")
    assert acts.likeliest(1) == ("ASSAULT", pytest.approx(0.7))
    assert acts.is_act(1) == pytest.approx(0.9)
    assert acts.share(1, "AID") == pytest.approx(0.2)


def test_each_side_has_its_own_words() -> None:
    acts = made()
    assert [round(share) for share in acts.parts(1, [0, 1, 2], "actor")] == [1, 0, 0]
    assert [round(share) for share in acts.parts(1, [2, 0], "recipient")] == [1, 0]


def test_words_beyond_reach_take_no_part() -> None:
    acts = made(REACH + 10)
    assert acts.parts(1, [REACH + 5], "actor") == [0.0]


def test_sureness_is_bounded_and_even() -> None:
    assert sureness(0.5) == 0.0
    assert sureness(1.0) == 1.0 == -sureness(0.0)
    assert sureness(0.8) == pytest.approx(-sureness(0.2))
