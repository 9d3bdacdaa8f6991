"""What a telling does with its claim, by the rows of claim_stances.yml, and the tables the words are compared by."""

import re

import pytest

from sayso.lexicons import entries
from sayso.link.claims.stances import Stance, smoothed, stance_of
from sayso.link.claims.words import are_opposites, are_synonyms, groups_in, stem
from sayso.span import Span

ROWS = entries("en/claim_stances")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["key"])
def test_rows_fit_their_example_and_not_the_other(row: dict[str, str]) -> None:
    assert re.search(row["word"], smoothed(row["example"]))
    assert not re.search(row["word"], smoothed(row["not"]))
    first = next(other for other in ROWS if re.search(other["word"], smoothed(row["example"])))
    assert first["key"] == row["key"]


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("The director denied this.", Stance.DENIES),
        ("The guild neither confirmed nor denied the sale.", Stance.SILENT),
        ("The port has not denied it.", Stance.SILENT),
        ("The port could not confirm the toll.", Stance.SILENT),
        ("The mayor dismissed the story as fake.", Stance.DENIES),
        ("The club dismissed its trainer.", Stance.ASSERTS),
        ("The port denied entry to the ship.", Stance.ASSERTS),
        ("He made false statements to the court.", Stance.ASSERTS),
        ("The mayor, who did not answer questions, denied the sale.", Stance.DENIES),
    ],
)
def test_stance(words: str, stance: Stance) -> None:
    assert stance_of(words, Span(0, len(words)), ()) is stance


def test_stems_and_groups() -> None:
    assert stem("shut") == stem("shuts")
    assert stem("carried") == stem("carries") == stem("carry")
    assert stem("died") == stem("dies") == "die"
    groups = groups_in("Pelm pulled its soldiers out".split())
    assert "leave" in groups[1] or "rescue" in groups[1]
    assert groups_in(["blaze"])[0] & groups_in(["fire"])[0]


def test_tables() -> None:
    assert are_synonyms(stem("seize"), stem("seizure"))
    assert not are_synonyms(stem("seize"), stem("bread"))
    assert are_opposites(stem("accept"), stem("reject"))


@pytest.mark.parametrize("name", ["alike", "opposites", "rivals"])
def test_lexicons_have_keys_and_words_of_text(name: str) -> None:
    rows = entries(f"en/{name}")
    assert len({row["key"] for row in rows}) == len(rows)
    for row in rows:
        lists = row.get("sets") or [row[side] for side in ("words", "one", "other") if side in row]
        assert lists and all(isinstance(word, str) for words in lists for word in words)
