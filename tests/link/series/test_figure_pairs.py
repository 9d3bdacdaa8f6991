"""Pairs of figures in texts of our own: what they make of one another, on a few of pairs.yml; every pair would take a minute."""

from pathlib import Path

import pytest
import yaml

from sayso import parse
from sayso.link.series import Given, given_in, standing_of

PAIRS = yaml.safe_load(Path(__file__).with_name("pairs.yml").read_text(encoding="utf8"))
WANTED = (
    "A convoy", "The heist at", "[[Two hundred]]", "Inflation in Selt", "The governor of Rusk", "Selt's central bank", "Rebels say", "Selt has [[200]]",
    "Murders in Vash", "Chad said it had", "MORE THAN [[2,000]] CHADIANS", "The ministry said [[400]]", "Chad has sent [[2,000]]", "[[2,000]] Chadian soldiers are in eastern",
    "Chad has 2,000", "Peru fired", "The mayor got", "Kenya will have", "Bolivia's army", "[[Up to 800]] CHADIANS", "[[3,000]] Ostran", "[[Nine]] of the 31", "The attacks in Vash", "Selt wants", "The rebels freed",
)  # fmt: skip

pytestmark = pytest.mark.model


def given_of(row: dict[str, object], side: str) -> Given:
    """Read the text of one side and give the figure in double brackets."""
    at = "ab".index(side)
    marked = str(row[side])
    start, end = marked.index("[["), marked.index("]]") - 2
    days, outlets = row.get("days") or ["2031-02-03"] * 2, row.get("by") or ["Kolm Daily", "Rusk Star"]
    reading = parse(
        marked.replace("[[", "").replace("]]", ""),
        published=str(days[at]),
        outlet=str(outlets[at]),
        url=f"https://{side}.example",
    )  # type: ignore[index]
    return next(given for given in given_in(reading) if given.span.start < end and start < given.span.end)


@pytest.mark.parametrize("row", [row for row in PAIRS if row["a"].startswith(WANTED)], ids=lambda row: row["a"][:30])
def test_pairs_stand_as_marked_from_either_side(row: dict[str, object]) -> None:
    one, other = given_of(row, "a"), given_of(row, "b")
    assert standing_of(one, other) == row["label"]
    assert standing_of(other, one) == row["label"]


def test_what_each_of_several_has_is_no_number_of_them_together() -> None:
    reading = parse("Selt has made ready three brigades of up to 2,000 soldiers each, which would put 6,000 men at the front.")
    assert [given.low for given in given_in(reading)] == [3, 6000]
