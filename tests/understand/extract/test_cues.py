"""What a cue does: act, negation, modality, tense and what is kept back, from its words alone."""

from __future__ import annotations

import pytest

from sayso.findings.statement import Act, Withholds
from sayso.lexicons import entries
from sayso.understand.extract.cues import inflections, nouns, read_cue, verbs


@pytest.mark.parametrize(
    ("cue", "act"),
    [
        ("said", Act.ASSERT), ("told", Act.ASSERT), ("according to", Act.ASSERT), ("'s claim", Act.ASSERT), ("reports", Act.ASSERT),
        ("denied", Act.DENY), ("denies", Act.DENY), ("has denied", Act.DENY), ("rejected", Act.DENY), ("dismissed", Act.DENY),
        ("confirmed", Act.CONFIRM), ("acknowledged", Act.CONFIRM), ("admitted", Act.CONFIRM),
        ("accused", Act.ACCUSE), ("blamed", Act.ACCUSE), ("condemned", Act.ACCUSE),
        ("praised", Act.PRAISE), ("welcomed", Act.PRAISE),
        ("demanded", Act.DEMAND), ("urged", Act.DEMAND), ("called for", Act.DEMAND), ("called on", Act.DEMAND), ("ordered", Act.DEMAND),
        ("asked", Act.ASK), ("wondered", Act.ASK),
        ("promised", Act.PROMISE), ("pledged", Act.PROMISE), ("vowed", Act.PROMISE),
        ("threatened", Act.THREATEN), ("warned", Act.WARN), ("issued a warning", Act.WARN),
        ("estimated", Act.ESTIMATE), ("estimates", Act.ESTIMATE), ("predicted", Act.PREDICT), ("forecast", Act.PREDICT),
        ("believes", Act.THINK), ("fears", Act.THINK), ("hopes", Act.THINK), ("expressed hope", Act.THINK),
        ("wants", Act.WANT), ("supports", Act.WANT), ("doubts", Act.DOUBT), ("questioned", Act.DOUBT),
        ("declined to comment", Act.DECLINE), ("refused to say", Act.DECLINE),
        ("thundered across", Act.ASSERT), ("", Act.ASSERT),
    ],
)  # fmt: skip
def test_the_act_of_a_cue(cue: str, act: Act) -> None:
    assert read_cue(cue).act is act


@pytest.mark.parametrize(
    ("cue", "before", "after", "act", "withholds"),
    [
        ("has not denied", "", "", Act.SILENT, Withholds.DENIAL),
        ("denied", "has not ", "", Act.SILENT, Withholds.DENIAL),
        ("denied", "hasn’t ", "", Act.SILENT, Withholds.DENIAL),
        ("did not deny", "", "", Act.SILENT, Withholds.DENIAL),
        ("has not confirmed", "", "", Act.SILENT, Withholds.CONFIRMATION),
        ("confirm", "did not immediately ", "", Act.SILENT, Withholds.CONFIRMATION),
        ("did not comment", "", "", Act.SILENT, Withholds.COMMENT),
        ("did not respond", "", "", Act.SILENT, Withholds.COMMENT),
        ("could not be reached", "", "for comment", Act.SILENT, Withholds.COMMENT),
        ("would not comment", "", "", Act.DECLINE, Withholds.COMMENT),
        ("would neither confirm nor deny", "", "", Act.DECLINE, Withholds.CONFIRMATION),
        ("neither confirmed nor denied", "", "", Act.DECLINE, Withholds.CONFIRMATION),
        ("declined", "", "to comment on the raid", Act.DECLINE, Withholds.COMMENT),
        ("declined", "", "to confirm the toll", Act.DECLINE, Withholds.CONFIRMATION),
        ("declined", "", "to deny the report", Act.DECLINE, Withholds.DENIAL),
        ("refused", "", "to answer questions", Act.DECLINE, Withholds.COMMENT),
    ],
)
def test_what_is_kept_back(cue: str, before: str, after: str, act: Act, withholds: Withholds) -> None:
    reading = read_cue(cue, before=before, after=after)
    assert (reading.act, reading.withholds) == (act, withholds)


@pytest.mark.parametrize(
    ("cue", "after"), [("refused", "to leave the depot"), ("declined", "to open the gates"), ("refused to hand over", "")]
)
def test_refusing_a_deed_is_not_keeping_silent(cue: str, after: str) -> None:
    reading = read_cue(cue, after=after)
    assert reading.act is not Act.DECLINE and reading.withholds is None


@pytest.mark.parametrize(
    ("cue", "negated"), [("did not say", True), ("never said", True), ("hasn’t said", True), ("said", False), ("noted", False)]
)
def test_negation(cue: str, negated: bool) -> None:
    assert read_cue(cue).negated is negated


@pytest.mark.parametrize(
    ("cue", "modal"), [("may say", "may"), ("would say", "would"), ("could announce", "could"), ("said", None)]
)
def test_modality(cue: str, modal: str | None) -> None:
    assert read_cue(cue).modal == modal


@pytest.mark.parametrize(
    ("cue", "tense"),
    [("said", "past"), ("says", "present"), ("will announce", "future"), ("had warned", "past"), ("wrote", "past")],
)
def test_tense(cue: str, tense: str) -> None:
    assert read_cue(cue).tense == tense


def test_media_relay_and_speakers_do_not() -> None:
    assert read_cue("reported").is_relaying and read_cue("according to").is_relaying
    assert not read_cue("said").is_relaying and not read_cue("denied").is_relaying


@pytest.mark.parametrize("row", [r for r in entries("en/reporting_verbs")], ids=lambda r: f"{r['kind']}-{r['word']}")
def test_every_form_of_a_row_is_read_by_an_act_of_its_word(row: dict) -> None:
    table = {"verb": verbs, "noun": nouns}.get(row["kind"])
    if table is None:
        return
    for form in inflections(row):
        assert table()[form]["word"] == row["word"] or form in {
            f for other in entries("en/reporting_verbs") for f in (other["word"], *other.get("forms", ()))
        }
        assert form == form.lower() and "  " not in form
