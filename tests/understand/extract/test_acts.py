"""Acts with their target, channel, addressee, day and form: what cue and content say together."""

from __future__ import annotations

from datetime import date

import pytest
from marked_text import read

from sayso.findings.statement import Act, Channel, Form, Withholds


@pytest.mark.parametrize(
    ("marked", "act"),
    [
        ("[S1:The port] [Q1:said] [C1:two ships were late].", Act.ASSERT),
        ("[S1:The port] [Q1:said] [C1:the reports of a leak were false].", Act.DENY),
        ("[S1:{PER:Ana Reyes}] [Q1:called] [C1:the video a fabrication].", Act.DENY),
        ("[S1:{PER:Ana Reyes}] [Q1:dismissed] [C1:the claims as nonsense].", Act.DENY),
        ("[S1:{PER:Ana Reyes}] [Q1:rejected] [C1:the offer of talks].", Act.ASSERT),
        ("[S1:{PER:Ana Reyes}] [Q1:rejected] [C1:the accusation of theft].", Act.DENY),
        ("[S1:The port] [Q1:said] [C1:it could not confirm the toll].", Act.DECLINE),
        ("[S1:The port] [Q1:said] [C1:it had no evidence of an attack].", Act.DOUBT),
        ("[S1:{PER:Ana Reyes}] [Q1:asked] [C1:whether the line would hold].", Act.ASK),
        ("[S1:{PER:Ana Reyes}] [Q1:asked] [C1:for two more boats].", Act.DEMAND),
        ("[S1:{PER:Ana Reyes}] [Q1:asked]: [C1:“Will the line hold?”]", Act.ASK),
        ("[S1:{PER:Ana Reyes}] [Q1:said]: [C1:“Where are the boats?”]", Act.ASK),
        ("[S1:{PER:Ana Reyes}] [Q1:said]: [C1:“Where are they? I do not know.”]", Act.ASSERT),
        ("[S1:The army] [Q1:told] [C1:residents to leave the delta].", Act.DEMAND),
        ("[S1:{PER:Ana Reyes}] [Q1:did not deny] [C1:that the money was gone].", Act.SILENT),
        ("[S1:{PER:Ana Reyes}] [Q1:did not deny] [C1:that the reports were false].", Act.SILENT),
    ],
)
def test_the_act_of_a_statement(marked: str, act: Act) -> None:
    got = read(marked)
    assert [s.act for s in got.statements] == [act]


@pytest.mark.parametrize(
    ("marked", "target"),
    [
        ("[S1:The port] [Q1:denied] [C1:that a tanker had leaked].", "a tanker had leaked"),
        ("[S1:The port] [Q1:denied] [C1:the leak].", "the leak"),
        ("[S1:The port] [Q1:confirmed] [C1:the arrival of nine ships].", "the arrival of nine ships"),
        ("[S1:The port] [Q1:has not denied] [C1:the leak].", "the leak"),
        ("[S1:The guild] [Q1:called for] [C1:an inquiry].", "an inquiry"),
        ("[S1:{PER:Ana Reyes}] [Q1:called] [C1:the video a fabrication].", "the video"),
    ],
)
def test_what_the_act_is_about(marked: str, target: str) -> None:
    got = read(marked)
    assert [t.of(got.text) for t in got.statements[0].target or ()] == [target]


@pytest.mark.parametrize("cue", ["said", "promised", "declined", "threatened"])
def test_other_acts_have_no_target(cue: str) -> None:
    assert read(f"[S1:The guild] [Q1:{cue}] [C1:to comment on the march].").statements[0].target is None


@pytest.mark.parametrize("words", ["said", "denied", "confirmed", "warned"])
def test_nothing_is_withheld_by_those_who_speak(words: str) -> None:
    assert read(f"[S1:The guild] [Q1:{words}] [C1:that a march was due].").statements[0].withholds is None


def test_a_non_denial_is_no_denial() -> None:
    got = read("[S1:The palace] [Q1:has not denied] [C1:the reports], and [S2:the port] [Q2:denied] [C2:them].")
    first, second = got.statements
    assert (first.act, first.withholds, second.act) == (Act.SILENT, Withholds.DENIAL, Act.DENY)


@pytest.mark.parametrize(
    ("marked", "channel"),
    [
        ("[S1:{PER:Ana Reyes}] [Q1:said] in an interview [C1:that the dam would hold].", Channel.INTERVIEW),
        ("[S1:{PER:Ana Reyes}] [Q1:told] reporters [C1:that the dam would hold].", Channel.PRESS_CONFERENCE),
        ("[S1:The ministry] [Q1:said] in a statement [C1:that the dam would hold].", Channel.STATEMENT),
        ("[S1:{PER:Ana Reyes}] [Q1:wrote] on Telegram [C1:that the dam would hold].", Channel.SOCIAL_MEDIA),
        ("[S1:The driver] [Q1:testified] [C1:that the brakes failed].", Channel.COURT),
        ("[S1:{PER:Ana Reyes}] [Q1:told] parliament [C1:that the dam would hold].", Channel.SPEECH),
        ("[S1:{PER:Ana Reyes}] [Q1:said] by phone [C1:that the dam would hold].", Channel.CALL),
        ("[S1:{PER:Ana Reyes}] [Q1:said] [C1:that the dam would hold].", None),
        ("[S1:{PER:Ana Reyes}] [Q1:said] [C1:that an interview on Telegram was faked].", None),
    ],
)
def test_through_what_it_came(marked: str, channel: Channel | None) -> None:
    assert read(marked).statements[0].channel is channel


@pytest.mark.parametrize(
    ("marked", "addressee"),
    [
        ("[S1:{PER:Ana Reyes}] [Q1:told] {ORG:Radio Norr} [C1:that rain was due].", ("Radio Norr", "radio-norr")),
        ("[S1:{PER:Ana Reyes}] [Q1:told] {ORG:Radio Norr} on Monday [C1:that rain was due].", ("Radio Norr", "radio-norr")),
        ("[C1:“Rain is due,”] [S1:{PER:Ana Reyes}] [Q1:told] the crews.", ("the crews", None)),
        (
            "[S1:{PER:Ana Reyes}] [Q1:said] in an interview with {ORG:Radio Norr} [C1:that rain was due].",
            ("Radio Norr", "radio-norr"),
        ),
        ("[S1:{PER:Ana Reyes}] [Q1:told] them [C1:that rain was due].", None),
        ("[S1:{PER:Ana Reyes}] [Q1:said] [C1:that she told {ORG:Radio Norr} nothing].", None),
    ],
)
def test_to_whom_it_is_said(marked: str, addressee: tuple[str, str | None] | None) -> None:
    got = read(marked)
    found = got.statements[0].addressee
    assert (None if found is None else (found.span.of(got.text), got.key(found.actor))) == addressee


@pytest.mark.parametrize(
    ("marked", "words", "day"),
    [
        ("[S1:The port] [Q1:said] on Monday [C1:that a tanker had leaked].", "Monday", date(2024, 10, 21)),
        ("On Tuesday, [S1:the port] [Q1:said] [C1:that a tanker had leaked].", "Tuesday", date(2024, 10, 22)),
        ("[C1:“A tanker leaked,”] [S1:the port] [Q1:said] yesterday.", "yesterday", date(2024, 10, 23)),
        ("[S1:The port] [Q1:said] on 12 May 2023 [C1:that a tanker had leaked].", "12 May 2023", date(2023, 5, 12)),
    ],
)
def test_the_day_it_was_said(marked: str, words: str, day: date) -> None:
    found = read(marked).statements[0].said_on
    assert found is not None and (found.words, found.start) == (words, day)


@pytest.mark.parametrize(
    "marked",
    [
        "[S1:The port] [Q1:said] [C1:that a tanker leaked on Monday].",
        "[C1:“On Monday a tanker leaked,”] [S1:the port] [Q1:said].",
        "[S1:The port] [Q1:said] [C1:that a tanker had leaked]. On Monday it sank.",
        "[S1:The port, shut since Monday,] [Q1:said] [C1:that a tanker had leaked].",
    ],
)
def test_the_day_of_something_else_is_not_when_it_was_said(marked: str) -> None:
    assert read(marked).statements[0].said_on is None


def test_without_publication_the_words_are_kept() -> None:
    found = read("[S1:The port] [Q1:said] on Monday [C1:that a tanker had leaked].", published=None).statements[0].said_on
    assert found is not None and (found.words, found.start, found.end) == ("Monday", None, None)


@pytest.mark.parametrize(
    ("marked", "form"),
    [
        ("[C1:“The dam holds,”] [S1:the mayor] [Q1:said].", Form.DIRECT),
        ('[C1:"The dam holds,"] [S1:the mayor] [Q1:said].', Form.DIRECT),
        ("[C1:‘The dam holds,’] [S1:the mayor] [Q1:said].", Form.DIRECT),
        ("[C1:“The dam holds,”] [S1:the mayor] [Q1:said], [C1:“for now.”]", Form.DIRECT),
        ("[S1:The mayor] [Q1:said] [C1:the dam held].", Form.INDIRECT),
        ("[S1:The mayor] [Q1:said] [C1:the dam was “holding, just”].", Form.MIXED),
        ("[S1:The mayor’s office] [Q1:said] [C1:the dam’s gates didn’t open].", Form.INDIRECT),
        ("[S1:The mayor] [Q1:said in a statement:]\n[C1:The dam holds. The gates are open.]", Form.DIRECT),
        ("[S1:The mayor] [Q1:said]: [C1:the dam holds].", Form.INDIRECT),
    ],
)
def test_the_form_of_the_words(marked: str, form: Form) -> None:
    assert read(marked).statements[0].form is form


def test_what_an_inner_speaker_is_quoted_with_does_not_make_the_outer_direct() -> None:
    got = read("[S1:Local media] [Q1:reported] that [S2:the mayor] [Q2:said]: [C2:“The dam holds.”]")
    outer, inner = got.statements
    assert (outer.form, inner.form) == (Form.INDIRECT, Form.DIRECT)
