"""Standing questions: what a file may ask, what answers it, and that an answer is told once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso import parse
from sayso.ask.watching import fresh, hits_of, questions_in
from sayso.errors import WrongCall
from sayso.record.ledger import Ledger, open_ledger

GOOD = """
[[question]]
name = "Denials"
claim = "trawlers"
stand = "denies"

[[question]]
name = "More than three"
figure = "trawlers"
over = 3

[[question]]
by = "Orra"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "questions.toml"
    path.write_text(GOOD, encoding="utf8")
    return path


def test_a_question_is_named_by_what_it_asks_where_it_has_no_name(file: Path) -> None:
    assert [question.name for question in questions_in(file)] == ["Denials", "More than three", "Orra"]


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ("", r"expected \[\[question\]\] tables"),
        ("[[question]]\nname = 'x'", "expected one of claim, figure, actor, by; found none"),
        ("[[question]]\nclaim = 'x'\nactor = 'y'", "found claim, actor"),
        ("[[question]]\nclaim = 'x'\nstand = 'likes'", "stand: expected one of"),
        ("[[question]]\nfigure = 'x'\nover = 'many'", "over: expected a number, found 'many'"),
        ("[[question]]\nfigure = 'x'\nabove = 3", "found above"),
        ("question = 3", r"expected \[\[question\]\] tables"),
        ("[[question", "expected standing questions in TOML"),
    ],
)
def test_a_file_that_asks_nothing_sensible_is_refused_with_the_place(tmp_path: Path, words: str, complaint: str) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(words, encoding="utf8")
    with pytest.raises(WrongCall, match=complaint):
        questions_in(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WrongCall, match=r"none\.toml"):
        questions_in(tmp_path / "none.toml")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with open_ledger(tmp_path_factory.mktemp("watch") / "situation.db") as made:
        texts = (
            "Pelm's navy has seized two trawlers near Cape Vray, Orra's government said on Saturday.",
            "Pelm denied that its navy had seized two trawlers near Cape Vray. Orra's government said that four trawlers had been seized.",
        )
        for at, text in enumerate(texts, 1):
            made.add(parse(text, published=f"2031-03-0{at}", outlet="Gull", url=f"https://gull.example/{at}"))
        made.link()
        yield made


@pytest.mark.model
def test_hits_answer_the_question_and_nothing_else(ledger: Ledger, file: Path) -> None:
    denials, over, _ = (hits_of(ledger.view(), question) for question in questions_in(file))
    assert [hit.says for hit in denials] == ["denies"]
    assert [hit.says for hit in over] == ["four"]
    assert hits_of(ledger.view(), questions_in(file)[0]) == denials


@pytest.mark.model
def test_told_hits_are_not_fresh(ledger: Ledger, file: Path) -> None:
    hits = hits_of(ledger.view(), questions_in(file)[0])
    assert fresh(hits, frozenset()) == hits
    assert fresh(hits, frozenset((hit.asked, hit.key) for hit in hits)) == ()


@pytest.mark.model
def test_a_word_of_hex_digits_is_a_word_and_no_key(ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "dead.toml"
    first = ledger.claims()[0]
    words = first.key[:7]  # as "dead" or "a" would be: the beginning of a key, and no word of any claim
    path.write_text(f'[[question]]\nclaim = "{words}"\n\n[[question]]\nclaim = "{first.key[:8]}"\n', encoding="utf8")
    word, key = (hits_of(ledger.view(), question) for question in questions_in(path))
    assert word == ()
    assert {hit.record for hit in key} == {first.key}
