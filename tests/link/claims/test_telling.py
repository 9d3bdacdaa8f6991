"""A telling kept as JSON and read back is the same telling."""

import json
from datetime import date

import pytest

from sayso import parse
from sayso.findings.figure import FigureKind
from sayso.findings.place import Place
from sayso.findings.timex import Timex
from sayso.link.claims import Telling, telling_of
from sayso.link.claims.amounts import Amount
from sayso.link.claims.stances import Stance
from sayso.link.claims.telling import Word
from sayso.span import Span

MADE = Telling(
    report="r1 abc", span=Span(10, 60), text="The quay at Lomm burned for two days, nine sailors died",
    body=(Word("quay", frozenset(), False, 1.0, False, 1), Word("di", frozenset(("kill",)), False, 1.0, True, 11)), asides=(),
    stems=("the", "quay", "at", "lomm"), parties=frozenset(("pelm", "a-b")), speakers=frozenset(("pelm",)),
    voices=(Word("pelm", frozenset(), True, 1.0, False, 20),), around=(), stance=Stance.DENIES, quoted=True, cast=frozenset(("lomm", "pelm")),
    amounts=(Amount(Span(40, 44), FigureKind.COUNT, None, 9.0, None, None, frozenset(("sailor",)), frozenset(("kill",))),),
    times=(Timex("t1", Span(30, 38), "DURATION", "P2D", None, None, "two days", None), Timex("t2", Span(50, 56), "DATE", "2024-05-03", date(2024, 5, 3), date(2024, 5, 4), "Friday", "published", "t3")),
    places=(Place("p1", Span(12, 16), "Lomm", None, None, 1.5, -2.0, "town", (Span(12, 16), Span(80, 84))),),
)  # fmt: skip


def test_a_telling_kept_as_json_is_the_same() -> None:
    assert Telling.from_json(json.loads(json.dumps(MADE.to_json()))) == MADE


def test_what_holds_nothing_is_left_out() -> None:
    assert not {"asides", "around"} & MADE.to_json().keys()


@pytest.mark.model
def test_a_telling_of_a_report_kept_as_json_is_the_same() -> None:
    text = 'Pelm\'s navy seized two trawlers off Genoa on Sunday. "We did not," an admiral said, adding that at least 40 miles lay between them.'
    reading = parse(text, published="2024-05-06")
    for span in (*reading.sentences, Span(0, len(text))):
        one = telling_of(reading, span)
        assert Telling.from_json(json.loads(json.dumps(one.to_json()))) == one
