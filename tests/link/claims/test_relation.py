"""What two tellings make of one another, on a few of the pairs of pairs.yml, and what holds for any pair."""

from pathlib import Path

import pytest
import yaml

from sayso import parse
from sayso.findings.reading import Reading
from sayso.link.claims import Relation, relation_of, telling_of, verdict_of
from sayso.span import Span

PAIRS = yaml.safe_load(Path(__file__).with_name("pairs.yml").read_text(encoding="utf8"))
# The first pairs of each shape: every pair would take a minute. benchmarks/claims measures.
WANTED = (
    "Ostrava Steel", "The company has", "Senator Orlow", "The rebels have crossed", "The governor was killed", "Exports of grain", "Denmar denied that its",
    "The lorry carried", "The flood drove", "General Tass said 12", "The shelling of Orm", "Tolk lost 40", "The envoys met", "The bridge at Orm", "The whole village",
    "The pilot may", "The plant released", "The premier owns", "The minister took bribes", "Peter Hale", "Gunmen abducted", "The president of Tolk",
)  # fmt: skip
FEW = [row for row in PAIRS if row["a"].startswith(WANTED) and not row["a"].startswith("Gunmen abducted")]

pytestmark = pytest.mark.model


def side(marked: str) -> tuple[Reading, Span]:
    """Read a text whose telling may stand in double brackets."""
    text = marked.replace("[[", "").replace("]]", "")
    return parse(text), Span(marked.index("[["), marked.index("]]") - 2) if "[[" in marked else Span(0, len(text))


@pytest.mark.parametrize("row", FEW, ids=lambda row: row["a"][:40])
def test_pairs_have_their_relation_from_either_side(row: dict[str, str]) -> None:
    one, other = side(row["a"]), side(row["b"])
    assert relation_of(one, other) == row["label"]
    assert relation_of(other, one) == row["label"]


def test_pairs_are_of_every_label() -> None:
    assert {row["label"] for row in PAIRS} == {str(kind) for kind in Relation}


def test_a_verdict_has_reasons_in_words() -> None:
    one, other = side("The wave was four metres high."), side("The wave was nine metres high.")
    verdict = verdict_of(telling_of(*one), telling_of(*other))
    assert verdict.relation is Relation.DIFFERS
    assert "another figure of the same" in verdict.reasons
    assert 0 < verdict.score <= 1


def test_a_reading_kept_without_its_tokens_tells_the_same() -> None:
    reading, span = side("Pelm's navy seized two trawlers on Sunday.")
    kept = Reading.from_json(reading.to_json())
    assert not kept.tokens
    assert telling_of(kept, span) == telling_of(reading, span)


def test_the_killed_are_not_held_against_the_wounded() -> None:
    one, other = (
        side("The landslide killed nine people and injured 30."),
        side("Nine people died and 30 were hurt in the landslide."),
    )
    assert relation_of(one, other) is Relation.SAME
    assert relation_of(one, side("The landslide killed 30 people.")) is not Relation.SAME


def relation_between(one: str, other: str) -> Relation:
    return relation_of(side(one), side(other))


def test_details_that_only_one_tells_are_no_difference() -> None:
    whole = "The trawler Bella was seized by Pelm's navy off Cape Leru on Sunday after a chase of two hours."
    assert relation_between("Pelm's navy seized the trawler Bella.", whole) is Relation.SAME


def test_a_step_before_a_court_is_the_point_and_no_way_of_saying() -> None:
    one = "The banker has been charged with fraud."
    assert relation_between(one, "The banker has been convicted of fraud.") is Relation.DIFFERS


def test_a_state_that_begins_a_sentence_is_a_name() -> None:
    one, other = (
        "Norway offered to host the talks between Pelm and Marra.",
        "Sweden offered to host the talks between Pelm and Marra.",
    )
    assert relation_between(one, other) is Relation.DIFFERS


def test_a_negation_of_the_point_denies_and_one_of_a_detail_does_not() -> None:
    claim = "Schools in Vesna have opened again."
    assert relation_between(claim, "Schools in Vesna have not reopened, parents said.") is Relation.DENIES
    assert relation_between(claim, "Schools in Vesna have opened again, which not every parent liked.") is not Relation.DENIES


def test_who_says_he_knew_nothing_denies_that_he_knew() -> None:
    claim = "The minister knew about the leaking dam, an engineer said."
    assert relation_between(claim, '"I had no knowledge of a leaking dam," the minister said.') is Relation.DENIES
    assert relation_between("The dam at Orm is leaking.", "The minister had no information on the dam.") is Relation.UNRELATED


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kestria fired on a trawler of Belmora.", "Belmora fired on a Kestrian trawler."),
        ("The general accused the president of theft.", "The president accused the general of theft."),
        ("More boys than girls took the exam in Tirn.", "More girls than boys took the exam in Tirn."),
        ("The clerk was jailed for forgery.", "The clerk was jailed for arson."),
        ("A sniper used a rifle.", "A sniper used a pistol."),
        ("The lawyers leaked the memo to the press.", "The memo was leaked to the press by a nurse."),
        ("The ship sank hours after the storm.", "The ship sank weeks after the storm."),
        ("The rebels blew up the viaduct.", "The rebels tried to blow up the viaduct."),
        ("A meeting of the two envoys is planned in Vesna.", "The six envoys will hold talks in Vesna."),
        ("The convoy is heading to the front.", "The convoy is heading away from the front."),
        ("They arrived before the vote.", "They arrived after the vote."),
        ("The acting mayor opened the bridge.", "The mayor opened the bridge."),
    ],
)
def test_what_differs_in_one_part_is_no_support(one: str, other: str) -> None:
    assert relation_between(one, other) is not Relation.SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kestria's navy fired on a trawler.", "A trawler was fired on by the navy of Kestria."),
        ("The minister sacked his chief of staff.", "The minister dismissed his chief of staff."),
        ("The village came under fire.", "The village came under heavy fire."),
    ],
)
def test_what_is_told_the_other_way_round_is_the_same(one: str, other: str) -> None:
    assert relation_between(one, other) is Relation.SAME
