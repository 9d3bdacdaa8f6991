"""Money in a word that several countries share is that of the state the report tells of; what names its country keeps it."""

from __future__ import annotations

import pytest

from sayso.flow import read_text
from sayso.understand.encoder import model_folder


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Mexico will pay victims up to 934,000 pesos, the Senate said.", "MXN"),
        ("The ministry in Manila set aside 3 billion pesos for the fleet.", "PHP"),
        ("Pakistan raised the price to 90 rupees a litre.", "PKR"),
        ("Iraq paid 300 million dinars to the families.", "IQD"),
        ("Norway gave 200 million kroner to the fund.", "NOK"),
        ("Yemen's rebels demanded 5 million riyals.", "YER"),
        ("Egypt lost 9 million pounds in the flood.", "EGP"),
        ("The ransom was 20 million Chilean pesos, Mexico said.", "CLP"),
        ("He was fined 500 pesos.", "peso"),
        ("The port of Kelm lost 9 million pounds in the flood.", "GBP"),
    ],
)
def test_whose_currency(text: str, unit: str) -> None:
    if not (model_folder() / "encoder.onnx").is_file():
        pytest.skip("no shipped model: training/export.py makes it")
    assert [one.unit for one in read_text(text, given={"published": "2024-10-24", "language": "en"}).figures] == [unit]
