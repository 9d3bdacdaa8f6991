"""What the head for reality may say where no operator is in sight."""

from __future__ import annotations

import pytest

from sayso.understand.reality.weighed import LABELS, UNREAL, best_of, shares_of, signs_of, surely_unreal, weights


def said(**shares: float) -> dict[str, float]:
    """Shares of a head: what is named, and the rest to "happened"."""
    return {label: 0.0 for label in LABELS} | shares | {"happened": 1 - sum(shares.values())}


def test_what_is_surely_unreal_is_never_shown_as_taking_place() -> None:
    assert surely_unreal(said(planned=0.5, hypothetical=0.45)) == "planned"
    assert surely_unreal(said(planned=0.4, hypothetical=0.4)) is None
    assert surely_unreal(said()) is None


def test_shares_are_probabilities_of_all_labels() -> None:
    shares = shares_of(signs_of(said(ongoing=0.3)), weights())
    assert set(shares) == set(LABELS) and sum(shares.values()) == pytest.approx(1)


@pytest.mark.parametrize("label", ["happened", "ongoing", "historical"])
def test_what_the_head_is_sure_of_is_shown(label: str) -> None:
    assert best_of(shares_of(signs_of(said() if label == "happened" else said(**{label: 0.99})), weights())) == label


def test_what_did_not_happen_weighs_more() -> None:
    even = dict.fromkeys(LABELS, 1 / len(LABELS))
    assert best_of(even) in UNREAL
