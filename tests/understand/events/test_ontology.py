"""The ontology file holds what PLOVER 0.8 says, and every departure from the published table has its reason."""

from __future__ import annotations

import pytest

from sayso.lexicons import entries
from sayso.understand.events.ontology import QUADS, cameo_of, closed_list, codes, event_types, sector_codes

ROWS = entries("plover/ontology")


def test_there_are_sixteen_types_in_four_quad_classes() -> None:
    assert len(event_types()) == 16
    assert {kind.quad for kind in event_types().values()} == set(QUADS)


def test_the_closed_lists_are_whole() -> None:
    contexts = closed_list("contexts")
    assert len(contexts) == len(set(contexts)) == 37
    assert closed_list("auxiliary modes") == ("historical", "future", "hypothetical", "negation")
    assert set(filter(None, sector_codes().values())) <= set(closed_list("sectors"))


def test_conflict_scores_are_not_positive_and_cooperation_scores_are() -> None:
    for kind in event_types().values():
        scores = {kind.score, *kind.modes.values()}
        if kind.quad.endswith("COOPERATION"):
            assert min(scores) > 0
        elif kind.name != "REQUEST":
            assert max(scores) < 0


def test_every_code_names_a_type_its_mode_and_contexts() -> None:
    assert len(codes()) == sum("cameo" in row for row in ROWS) == 256


def test_every_correction_says_what_stood_there_and_why() -> None:
    corrected = [row for row in ROWS if "was" in row]
    assert len(corrected) == 30 and all(len(row["why"]) > 20 for row in corrected)
    assert {row["key"] for row in corrected} >= {
        "0333",
        "0811",
        "1121",
        "185",
        "200",
        "201",
        "1722",
        "1321",
        "085",
        "0842",
        "175",
        "163",
    }


@pytest.mark.parametrize(
    ("event", "modes", "contexts", "code"),
    [
        ("AID", (), ("military",), "072"),
        ("AID", (), (), "070"),
        ("AID", (), ("human_security",), "073"),
        ("CONSULT", ("phone",), (), "041"),
        ("COERCE", ("arrest",), ("legal",), "173"),
        ("ASSAULT", ("abduct",), (), "181"),
        ("ASSAULT", ("drone",), ("military",), "190"),
        ("RETREAT", ("resign",), (), "084"),
    ],
)
def test_a_type_with_mode_and_contexts_has_its_cameo_code(event: str, modes: tuple, contexts: tuple, code: str) -> None:
    assert cameo_of(event, modes, contexts) == code


def test_a_score_is_that_of_the_mode() -> None:
    assert event_types()["ASSAULT"].score_of(("drone",)) == -9.5
    assert event_types()["ASSAULT"].score_of(()) == -9.0
