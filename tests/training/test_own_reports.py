"""Reports of our own writing become numbered passages."""

from training.marking import part_of
from training.own_reports import passage_of, reports_of

WRITTEN = "=== 2026-03-02\nSulen — Talks begin\n\n\nThe envoy came. He left.\n=== 2026-03-03\nNobody spoke.\n"


def test_reports_stand_behind_their_headings() -> None:
    assert reports_of(WRITTEN) == [
        ("2026-03-02", "Sulen — Talks begin\n\nThe envoy came. He left.\n"),
        ("2026-03-03", "Nobody spoke.\n"),
    ]


def test_a_report_is_one_passage_of_its_sentences() -> None:
    _, text = reports_of(WRITTEN)[0]
    passage = passage_of(10_001, "own-10001", text)
    assert [text[s:e] for s, e in passage["sentences"]] == ["Sulen — Talks begin", "The envoy came.", "He left."]


def test_the_fifth_is_to_tune_on_and_none_is_held_out() -> None:
    assert [part_of(passage_of(n, f"own-{n}", "A.\n")) for n in range(10_000, 10_005)] == ["tune", *["train"] * 4]
