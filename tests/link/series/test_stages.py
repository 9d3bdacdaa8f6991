"""What became of those counted, by the words beside the number."""

import pytest

from sayso.link.series.stages import stage_of

CASES = [
    ("The quake killed [10] people and injured 80.", "people", "killed"),
    ("The quake killed 10 people and injured [80].", "", "wounded"),
    ("Nine were killed and [at least 50] injured when the wall fell.", "injured", "wounded"),
    ("The blast killed 247 people in Orm and [10] in Hadd.", "", "killed"),
    ("At least [74], including eight children, were killed in Orm.", "", "killed"),
    ("The death toll rose to [10].", "death toll", "killed"),
    ("The flood drove [55,000] people from their homes.", "people", "displaced"),
    ("Denmar has sent [3,000] soldiers to Korvia.", "soldiers", "sent"),
    ("Denmar will send [3,000] soldiers to Korvia.", "soldiers", "promised"),
    ("Denmar is preparing [3,000] soldiers for Korvia.", "soldiers", "prepared"),
    ("Denmar considered sending [3,000] soldiers to Korvia.", "soldiers", "promised"),
    ("[400] people are missing after the quake.", "people", "missing"),
    ("Orm has [12] bridges.", "bridges", None),
]


@pytest.mark.parametrize(("marked", "of", "stage"), CASES)
def test_a_number_has_the_stage_of_the_words_beside_it(marked: str, of: str, stage: str | None) -> None:
    text = marked.replace("[", "").replace("]", "")
    number = (marked.index("["), marked.index("]") - 1)
    keys = stage_of(of, text, (0, len(text)), number).keys
    assert (stage in keys) if stage else not keys


def test_a_train_crash_prepares_nobody() -> None:
    text = "A train crash near Hadd killed nine passengers."
    assert "prepared" not in stage_of("passengers", text, (0, len(text)), (31, 35)).keys
