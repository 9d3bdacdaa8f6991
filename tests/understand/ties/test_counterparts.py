"""A counterpart holds the same office of the other state."""

from __future__ import annotations

import pytest

import sayso

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("said", "until"),
    [("Chilean", None), ("former Chilean", "former")],
)
def test_a_counterpart_holds_the_office_or_held_it(said: str, until: str | None) -> None:
    reading = sayso.parse(f"Foreign Minister Ada Berg of Peru met her {said} counterpart, Ole Dahl, on Monday.")
    keys = {actor.id: actor.key for actor in reading.actors}
    held = [tie for tie in reading.ties if keys[tie.subject] == "ole-dahl"]
    assert [(keys[tie.object], tie.until.words if tie.until else None) for tie in held] == [("CHL", until)]
