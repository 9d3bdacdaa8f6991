"""Hard-wrapped lines are joined, a list on one line is parted; lists, verses, turns and ordinary paragraphs are left as they are."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.understand.quotation_marks import paragraphs_of

_FIRST = (
    "The governor said the dam would hold through the winter and that nobody downstream needed to leave. Engineers from the valley "
    "said they had not been asked, and that they had read about it in the paper like everybody else."
)
_SECOND = (
    "The ministry said it would send a second team by the weekend and publish what the team found, without naming a day. Farmers in "
    "the valley said they would wait for that, as they had waited for the first."
)


def found(text: str) -> list[str]:
    return [" ".join(p.of(text).split()) for p in paragraphs_of(text)]


@pytest.mark.parametrize("width", [50, 60, 72, 80, 100])
@pytest.mark.parametrize("gap", ["\n\n", "\r\n\r\n"])
def test_wrapped_paragraphs_are_joined(width: int, gap: str) -> None:
    wrapped = gap.join(textwrap.fill(p, width).replace("\n", gap[: len(gap) // 2]) for p in (_FIRST, _SECOND, _FIRST))
    assert found(wrapped) == [_FIRST, _SECOND, _FIRST]


def test_wrapped_paragraphs_without_blank_lines_between_are_joined() -> None:
    third = "Nobody was hurt."
    wrapped = "\n          ".join(
        textwrap.fill(p, 80).replace("\n", "\n          ") for p in (_FIRST, third, _SECOND, third, _FIRST)
    )
    assert found(wrapped) == [_FIRST, third, _SECOND, third, _FIRST]


@pytest.mark.parametrize(
    "text",
    [
        f"{_FIRST}\n{_SECOND}\n{_FIRST}\n{_SECOND}\n{_FIRST}\n{_SECOND}",
        "What we know:\n- The dam holds\n- Two villages are without power\n- The road to Tarn is closed\n- Schools stay shut\n- Nobody is hurt",
        "Q: Will it hold?\nA: It will, and I have walked the whole length of it.\nQ: Who paid?\nA: We did.\nQ: How much?\nA: Enough.",
        "The rains came down\nand no one knew\nhow long the grass\nwould keep its green\nbeside the wall\nbelow the hill",
        "Ferry traffic back to normal after flood\nNew bridge, old quarrel in the delta\nA long winter for the salt road\n"
        "Storm clouds over the harbour market\nGrain prices fall for a third week\nSchools in the valley stay shut until May",
    ],
)
def test_other_lines_stay_lines(text: str) -> None:
    assert found(text) == text.split("\n")


def test_a_list_on_one_line_is_parted() -> None:
    line = "Overnight: • The port reopened, the harbour master said • Two ferries ran aground • Schools stay shut"
    assert found(line) == [
        "Overnight:", "• The port reopened, the harbour master said", "• Two ferries ran aground", "• Schools stay shut",
    ]  # fmt: skip
    assert found("The sign • a green dot • is old") != found("The sign • a green dot is old") == ["The sign • a green dot is old"]


@given(st.lists(st.text(alphabet="ab .,•\n\r\u2028", max_size=90), max_size=30))
def test_nothing_is_lost_and_order_is_kept(lines: list[str]) -> None:
    text = "\n".join(lines)
    spans = paragraphs_of(text)
    assert all(a.end <= b.start for a, b in zip(spans, spans[1:], strict=False))
    assert "".join("".join(s.of(text).split()) for s in spans) == "".join(text.split())
