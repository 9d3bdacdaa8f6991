"""Furniture: every rule's examples, what is never eaten, and that no text can break the marking."""

from __future__ import annotations

import re
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.lexicons import entries
from sayso.read.furniture import mark_furniture, rules
from sayso.read.layout import MAX_FURNITURE_CHARACTERS, lay_out

ROWS = entries("en/furniture")
BODY = (
    "The port was shut on Monday after a strike, the harbour master said in a statement that she read out to reporters.",
    "Nobody was hurt, and the ferries to the islands went on running all day, according to the company that owns them.",
)
PIECES = st.sampled_from(
    [example for row in ROWS for example in (*row["example"], *row["counter_example"])]
    + list(BODY)
    + ["\n", "\n\n", "\r\n", " ", "\0", "\u202e"]
)


def marked(text: str, title: str | None = None) -> list[str]:
    return [span.of(text) for span in mark_furniture(text, title)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["key"]))
def test_a_rule_marks_its_examples_and_no_rule_marks_its_counter_examples(row: dict[str, Any]) -> None:
    where = row["where"] if row["where"] in ("head", "tail") else "anywhere" if row["where"] == "anywhere" else "head"
    alone = re.compile(row["pattern"], re.IGNORECASE)
    for example in row["example"]:
        assert rules(where).match(example), example
        assert alone.match(example.lstrip("-–—*• ")) or alone.match(example), f"{example}: marked, but by another rule"
    for example in row["counter_example"]:
        assert not rules("head").match(example), example
        assert not rules("tail").match(example), example


def test_keys_are_unique_and_every_row_is_whole() -> None:
    assert len({row["key"] for row in ROWS}) == len(ROWS)
    assert all(isinstance(row["whole"], bool) and row["where"] in ("head", "tail", "edges", "anywhere") for row in ROWS)


def test_the_second_printing_of_the_headline_is_marked_and_the_first_is_not() -> None:
    text = f"Menu\n\nPort shut by a strike\n\nPort shut by a strike\n\n{BODY[0]}"
    spans = mark_furniture(text, "Port shut by a strike")
    assert [span.of(text) for span in spans] == ["Menu", "Port shut by a strike"]
    assert spans[1].start > text.index("Port")


def test_a_headline_set_with_other_quotation_marks_is_the_same_headline() -> None:
    text = f"Minister's 'last' word\n\nMinister’s ‘last’ word\n\n{BODY[0]}"
    assert marked(text, "Minister’s “last” word") == ["Minister’s ‘last’ word"]


def test_a_heading_inside_the_report_stays() -> None:
    assert marked(f"{BODY[0]}\n\nWhat the crews want\n\n{BODY[1]}") == []


def test_short_sentences_and_quotations_of_the_report_stay() -> None:
    text = f"{BODY[0]}\n\n“We are counting boxes.”\n\nNobody answered.\n\nHe shared this.\n\n{BODY[1]}\n\nIt rained."
    assert marked(text) == []


def test_links_under_related_stories_are_marked_up_to_the_next_sentence() -> None:
    text = f"{BODY[0]}\n\nRelated stories\n\nIslands wait for ferries\n\nWho owns the port\n\n{BODY[1]}\n\nHow it began"
    assert marked(text) == ["Related stories", "Islands wait for ferries", "Who owns the port"]


def test_a_sentence_with_a_full_stop_ends_a_list_of_links() -> None:
    text = f"{BODY[0]}\n\nMost read\n\nIslands wait for ferries\n\nThe harbour stays shut.\n\n{BODY[1]}"
    assert marked(text) == ["Most read", "Islands wait for ferries"]


def test_a_line_of_three_hundred_characters_or_more_is_never_furniture() -> None:
    text = "Read more: " + "word " * MAX_FURNITURE_CHARACTERS
    assert marked(text) == []


@given(st.lists(PIECES, max_size=30).map("".join), st.none() | st.text(max_size=40))
@settings(max_examples=150, deadline=None)
def test_spans_are_sorted_apart_and_in_the_text(text: str, title: str | None) -> None:
    spans = mark_furniture(text, title)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(left.end <= right.start for left, right in zip(spans, spans[1:], strict=False))


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_lines_are_where_they_say_whatever_the_text(text: str) -> None:
    lines = lay_out(text)
    assert all(text[line.start : line.end] == line.words and line.words.strip() for line in lines)
    assert all(left.end <= right.start for left, right in zip(lines, lines[1:], strict=False))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["key"]))
def test_no_rule_is_slow_on_a_line_made_to_be(row: dict[str, Any]) -> None:
    alone = re.compile(row["pattern"], re.IGNORECASE)
    worst = 0.0
    for piece in (*row["example"], *row["counter_example"], "a ", "a/", "aa /", "- ", "share ", "photo ", "about "):
        line = (f"{piece} " * MAX_FURNITURE_CHARACTERS)[: MAX_FURNITURE_CHARACTERS - 1] + "§"
        began = time.perf_counter()
        alone.fullmatch(line)
        alone.match(line)
        worst = max(worst, time.perf_counter() - began)
    assert worst < 0.1


def test_a_million_characters_in_one_line_cost_nothing() -> None:
    began = time.perf_counter()
    assert marked("share facebook " * 70_000) == []
    assert time.perf_counter() - began < 1.0
