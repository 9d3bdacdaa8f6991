"""Intake: files, folders, globs, streams and JSON Lines; one bad input is named in its place and the rest is read."""

from __future__ import annotations

import gzip
import io
import json
import os
import threading
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UnreadableReport, WrongCall
from sayso.read.containers import folder
from sayso.read.intake import iter_reports, report_from_bytes, report_from_file, report_from_line, report_from_text
from sayso.read.payload import ReadOptions, Skipped
from sayso.report import PublishedFrom, Report

TEXT = "The port was shut on Monday after a strike, the harbour master said in a statement that she read out to reporters."


def outcome(sources: list[Path | str], **limits: Any) -> list[str]:
    """Titles-to-be of what was read (its first word) and the places of what was not."""
    got = iter_reports(sources, options=ReadOptions(**limits))
    return [Path(item.where).name if isinstance(item, Skipped) else item.text.split()[0] for item in got]


def only(sources: list[Path | str], **limits: Any) -> Report | Skipped:
    (item,) = iter_reports(sources, options=ReadOptions(**limits))
    return item


def test_an_address_is_not_fetched() -> None:
    with pytest.raises(WrongCall, match="sayso does not fetch yet: save the page and read the file"):
        iter_reports(["https://example.org/a.html"])


def test_wrong_calls_are_told_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    with pytest.raises(WrongCall, match=r"nowhere\.txt"):
        iter_reports([tmp_path / "a.txt", tmp_path / "nowhere.txt"])
    with pytest.raises(WrongCall, match="pattern"):
        iter_reports([str(tmp_path / "*.html")])
    with pytest.raises(WrongCall):
        iter_reports([])


def test_a_folder_is_read_in_the_order_of_its_names_and_bad_files_are_named(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name, body in {
        "b.txt": b"Second " + TEXT.encode(),
        "a.txt": b"First " + TEXT.encode(),
        "c.pdf": b"%PDF-1.4",
        "d.txt": b"",
        "e.css": b"p {}",
        ".hidden": b"Never",
        "sub/f.txt": b"Third " + TEXT.encode(),
    }.items():
        (tmp_path / name).write_bytes(body)
    assert outcome([tmp_path]) == ["First", "Second", "c.pdf", "d.txt", "e.css", "Third"]
    assert outcome([str(tmp_path / "*.txt")]) == ["First", "Second", "d.txt"]


def test_a_refusal_says_where_what_was_expected_and_found_and_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(b"\x89PNG\r\n\x1a\n....")
    item = only([path])
    assert isinstance(item, Skipped) and item.code == "unreadable"
    assert item.reason.startswith(f"{path}: expected HTML or plain text, found a PNG image (12 bytes); ")


def test_a_folder_without_rights_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "shut").mkdir()
    (tmp_path / "z.txt").write_text(TEXT)
    scandir = os.scandir

    def guarded(path: Path) -> Any:
        if Path(path).name == "shut":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(folder, "os", SimpleNamespace(scandir=guarded))
    first, second = iter_reports([tmp_path / "shut", tmp_path / "z.txt"])
    assert isinstance(first, Skipped) and first.code == "no-rights" and "Permission denied" in first.reason
    assert isinstance(second, Report)


def test_a_file_without_rights_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT)

    def shut(*_: Any) -> Any:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", shut)
    item = only([tmp_path / "a.txt"])
    assert isinstance(item, Skipped) and item.code == "no-rights"


def test_a_link_that_goes_round_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "round").symlink_to(tmp_path)
    assert outcome([tmp_path]) == ["The", "round"]


LINES: list[tuple[bytes, str]] = [
    (json.dumps({"id": "1", "text": "One " + TEXT, "published": "2024-10-24"}).encode(), "One"),
    (b'{"id": "2", "text": "Two', "x.jsonl:2"),
    (b'{"id": "3", "text": "lone \\ud800"}', "x.jsonl:3"),
    (b'{"id": "4", "text": 5}', "x.jsonl:4"),
    (b'["text"]', "x.jsonl:5"),
    (b'{"id": "6", "title": ["a"], "text": "Six"}', "x.jsonl:6"),
    (b'{"id": "7", "text": "Seven", "published": "soon"}', "x.jsonl:7"),
    (b'{"id": "8"}', "x.jsonl:8"),
    (b'{"id": "9", "text": "caf\xe9"}', "x.jsonl:9"),
    (b"[" * 100_000, "x.jsonl:10"),
    (b'{"id": 11, "text": ""}', "x.jsonl:11"),
    (json.dumps({"id": 12, "text": "Twelve " + TEXT}).encode(), "Twelve"),
]


@pytest.mark.parametrize("name", ["x.jsonl", "x.ndjson", "x.jsonl.gz", "x.json"])
def test_every_bad_line_is_named_and_the_next_one_read(tmp_path: Path, name: str) -> None:
    body = b"\n".join(line for line, _ in LINES) + b"\n"
    (tmp_path / name).write_bytes(gzip.compress(body) if name.endswith(".gz") else body)
    assert outcome([tmp_path / name]) == [expected.replace("x.jsonl", name) for _, expected in LINES]


def test_a_huge_line_is_passed_over_in_small_memory(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    good = json.dumps({"text": TEXT}).encode()
    path.write_bytes(good + b"\n" + b'{"text": "' + b"a" * 50_000 + b'"}\n' + good)
    assert outcome([path], max_bytes=1_000) == ["The", "x.jsonl:2", "The"]


def test_a_packed_file_that_breaks_off_gives_what_came_before(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl.gz"
    lines = b"".join(
        json.dumps({"id": str(n), "text": f"{n} {TEXT} {os.urandom(200).hex()}"}).encode() + b"\n" for n in range(400)
    )
    path.write_bytes(gzip.compress(lines)[:-5_000])
    *read, last = iter_reports([path])
    assert len(read) > 100 and all(isinstance(item, Report) for item in read)
    assert isinstance(last, Skipped) and "breaks off" in last.reason


def test_a_stream_is_json_lines_or_one_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b'\n{"text": "Alpha beta"}\n{"text": "Gamma"}\n')))
    assert outcome(["-"]) == ["Alpha", "Gamma"]
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(TEXT.encode())))
    assert outcome(["-"]) == ["The"]
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"")))
    assert outcome(["-"]) == ["<stdin>"]


def test_reading_is_lazy(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(b"".join(b'{"text": "Words here"}\n' for _ in range(50_000)))
    got = iter_reports([path])
    assert isinstance(next(got), Report)


def test_a_line_gives_its_fields_and_its_text_code_point_for_code_point() -> None:
    text = "\ufeffA\0b\u202e c\r\nd\u2028e 𝒳 e\u0301\n"
    report = report_from_line(
        {"id": 7, "text": text, "title": " T ", "url": "https://Example.org/a?utm_source=x#top", "outlet": "O"}
    )
    assert report.text == text
    assert (report.id, report.title, report.outlet, report.url) == ("7", "T", "O", "https://Example.org/a?utm_source=x#top")
    assert report.place_of_origin == "https://example.org/a"


def test_a_day_given_wins_and_the_line_wins_over_the_run() -> None:
    text = f"Port shut by a strike\n\nPublished: 3 October 2024\n\n{TEXT}"
    run = ReadOptions(published=date(2024, 10, 5))
    assert report_from_text(text).published == date(2024, 10, 3)
    assert report_from_text(text).published_from is PublishedFrom.TEXT
    assert report_from_text(text, options=run).published == date(2024, 10, 5)
    report = report_from_line({"text": text, "published": "2024-10-07T01:00:00Z"}, options=run)
    assert (report.published, report.published_from) == (date(2024, 10, 7), PublishedFrom.GIVEN)
    assert report_from_text(TEXT).published_from is PublishedFrom.NONE


def test_text_above_the_limit_is_cut_and_the_cut_is_said() -> None:
    report = report_from_text(TEXT * 3, options=ReadOptions(max_characters=100))
    assert (len(report.text), report.cut) == (100, len(TEXT) * 3 - 100)
    assert "cut after 100 characters" in report.notes[0]


def test_the_same_file_read_twice_has_the_same_key(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text(TEXT)
    first, again, copy = (only([tmp_path / name]) for name in ("a.txt", "a.txt", "b.txt"))
    assert isinstance(first, Report) and isinstance(again, Report) and isinstance(copy, Report)
    assert first.key == again.key and first.key != copy.key and first.sha256 == copy.sha256
    assert first.bytes_sha256 == again.bytes_sha256 is not None


def test_a_file_too_large_is_named_with_the_limit(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    item = only([tmp_path / "a.txt"], max_bytes=50)
    assert isinstance(item, Skipped) and "at most 50 bytes" in item.reason


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        assert report_from_text(text).text == text
    except UnreadableReport:
        assert not any(map(str.isalnum, text))


@given(st.binary(max_size=200))
def test_any_bytes_that_are_no_page_are_read_or_refused(body: bytes) -> None:
    try:
        report_from_bytes(b"words " + body.replace(b"<", b" "), where="x.txt")
    except UnreadableReport as error:
        assert str(error).startswith("x.txt: expected ")


def test_a_pipe_is_read_like_standard_input(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(b'{"text": "Alpha beta"}\n{"text": "Gamma delta"}\n',))
    writer.start()
    assert outcome([pipe]) == ["Alpha", "Gamma"]
    writer.join(5)


def test_one_file_is_one_report(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.jsonl").write_text("{}")
    assert report_from_file(tmp_path / "a.txt").text == TEXT
    for wrong in (tmp_path, tmp_path / "b.jsonl", tmp_path / "none.txt", tmp_path / "*"):
        with pytest.raises(WrongCall):
            report_from_file(wrong)
