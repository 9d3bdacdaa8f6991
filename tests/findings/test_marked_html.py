"""A reading in a notebook: statements marked, everything of the report escaped."""

from __future__ import annotations

import situations
from sayso.findings.marked import marked_html
from sayso.findings.reading import Reading
from sayso.findings.statement import Act, Form, Statement
from sayso.report import Report
from sayso.span import Span

TEXT = "The harbour master said <b>fog</b> was coming."


def _statement(act: Act = Act.ASSERT) -> Statement:
    return Statement(
        "s1", (Span(0, 18),), (Span(19, 23),), (Span(24, 45),), Form.INDIRECT, act, None, None, None, None, None, None, None, None, None, None,
        None, (Span(0, 45),), 0.9, "test",
    )  # fmt: skip


def test_words_of_the_report_are_escaped_and_kept() -> None:
    page = marked_html(Reading("x", Report(TEXT), statements=(_statement(),)))
    assert "<b>fog" not in page
    assert "&lt;b&gt;fog&lt;/b&gt; was coming" in page


def test_parts_are_marked_and_tell_the_act() -> None:
    page = marked_html(Reading("x", Report(TEXT), statements=(_statement(Act.WARN),)))
    assert 'title="speaker not named · warn">said</span>' in page
    assert "The harbour master</span>" in page


def test_a_reading_without_findings_is_its_text() -> None:
    assert "was coming.</div>" in Reading("x", Report(TEXT))._repr_html_()


def test_events_and_watchpoints_say_what_they_are() -> None:
    page = marked_html(situations.clash())
    assert 'title="Norland · ASSAULT, heavy-weapons · happened, contested">shelled</span>' in page
    assert 'title="Norland → Sweden · COERCE, arrest · happened, denied">arresting</span>' in page
    assert "may come · threat" in page
