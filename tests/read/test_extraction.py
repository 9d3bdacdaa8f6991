"""The extraction process: killed, stalled, crashed or fed what is no page, it costs one page and no more."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from typing import cast

import pytest

from sayso.errors import UnreadableReport
from sayso.read import extraction, worker
from sayso.read.extraction import Extractor
from sayso.read.intake import report_from_bytes, report_from_line

PAGE = b"""<html lang="en"><head><title>Port shut</title></head><body><h1>Port shut by a strike</h1>
<p>The port was shut on Monday after a strike, the harbour master said in a statement.</p>
<p>Ferries went on running all day.</p></body></html>"""


@pytest.fixture(scope="module")
def shared() -> Iterator[Extractor]:
    extractor = Extractor()
    yield extractor
    extractor.close()


def number_of(extractor: Extractor) -> int:
    return cast("subprocess.Popen[bytes]", extractor._process).pid


def extract(extractor: Extractor, body: bytes = PAGE, seconds: float = 10.0) -> str:
    return extractor.extract(body, url=None, where="page.html", seconds=seconds).text


def test_one_process_serves_page_after_page(shared: Extractor) -> None:
    first = extract(shared)
    assert "Ferries went on running" in first
    process = number_of(shared)
    assert extract(shared) == first and number_of(shared) == process


def test_a_killed_process_costs_one_page(shared: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    extract(shared)
    process = number_of(shared)
    write = worker.write_frame

    def kill_then_write(stream: object, body: bytes) -> None:
        if body == PAGE:
            os.kill(process, signal.SIGSEGV)
            time.sleep(0.05)
        write(stream, body)  # type: ignore[arg-type]

    monkeypatch.setattr(extraction, "write_frame", kill_then_write)
    with pytest.raises(UnreadableReport, match=r"page\.html: .*signal SIGSEGV"):
        extract(shared)
    monkeypatch.undo()
    assert "Ferries" in extract(shared) and number_of(shared) != process


def test_a_page_that_stalls_is_given_up_and_the_next_is_read(shared: Extractor) -> None:
    extract(shared)
    os.kill(number_of(shared), signal.SIGSTOP)
    began = time.monotonic()
    with pytest.raises(UnreadableReport, match="more than 0.2 seconds"):
        extract(shared, seconds=0.2)
    assert time.monotonic() - began < 5
    assert "Ferries" in extract(shared)


def test_the_process_is_replaced_after_so_many_pages() -> None:
    extractor = Extractor(pages_per_process=1)
    extract(extractor)
    process = number_of(extractor)
    extract(extractor)
    assert number_of(extractor) != process
    extractor.close()


@pytest.mark.parametrize(
    "body",
    [
        b"<html></html>",
        b"<html><head><title>Only a title</title></head><body><img src=a></body></html>",
        b"<html><body><script>var a = 'words that are no text of the page at all'</script></body></html>",
        b"<html><body>" + b"<div>" * 20_000 + b"deep " * 9,
    ],
)
def test_a_page_without_text_is_refused(body: bytes) -> None:
    with pytest.raises(UnreadableReport, match=r"page\.html: expected a page with an article, found \d+ characters of markup"):
        report_from_bytes(body, where="page.html")


def test_a_table_with_a_monstrous_span_and_a_document_type_with_entities_are_read_or_refused() -> None:
    cell = b"<td colspan=9007199254740991>The minister said on Monday that it was so.</td>"
    table = b"<html><body><table><tr>" + cell + b"</tr></table></body></html>"
    assert "minister" in report_from_bytes(table, where="t.html").text
    kind = b'<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    laughs = kind + b"<html><body><p>The minister said &b; on Monday to us all.</p></body></html>"
    assert len(report_from_bytes(laughs, where="l.html").text) < 200


def test_html_in_a_json_line_is_a_page_whose_line_wins() -> None:
    report = report_from_line({"id": "1", "html": PAGE.decode(), "title": "Port shut by a strike", "outlet": "Courier"})
    assert (report.outlet, report.id, report.title) == ("Courier", "1", "Port shut by a strike")
    assert report.place_of_origin == "Courier#1"


@pytest.mark.slow
@pytest.mark.parametrize(
    "body",
    [
        b"<html><body><p>" + b"The minister said so. " * 2_400_000 + b"</p></body></html>",
        b"<html><body><p "
        + b"".join(b'a%d="1" ' % number for number in range(300_000))
        + b">The minister said so.</p></body></html>",
    ],
    ids=["fifty megabytes in one line", "three hundred thousand attributes"],
)
def test_a_bomb_is_bounded(body: bytes) -> None:
    began = time.monotonic()
    with pytest.raises(UnreadableReport):
        report_from_bytes(body, where="bomb.html")
    assert time.monotonic() - began < 40
