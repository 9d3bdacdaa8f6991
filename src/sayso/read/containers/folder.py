"""Files and folders → paths, in an order that does not change, with what cannot be entered named.

Inside a folder hidden names (".git") are passed over, and files whose ending says that they belong to a page (styles, scripts,
pictures of a saved page) are refused by name; a file named by the user is always tried.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from ..payload import Skipped

# Endings of text files that are never reports: without this list a saved page's "_files" folder would be read as news.
_ENDINGS = (
    ".js .mjs .css .map .json .xml .rss .svg .csv .tsv .yml .yaml .toml .ini .cfg .py .sh .sql .ts .jsx .tsx .lock .log "
    ".woff .woff2 .ttf .md .rst .adoc"
)
NO_REPORTS = frozenset(_ENDINGS.split())


def files_in(folder: Path) -> Iterator[Path | Skipped]:
    """Walk a folder and give its files by name, each folder's files before its sub-folders; links to folders are not followed."""
    try:
        found = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        reason = f"expected a folder that may be listed, found {error.strerror}; give the reader rights or leave it out"
        yield Skipped(str(folder), "no-rights" if isinstance(error, PermissionError) else "unreadable", reason)
        return
    visible = [entry for entry in found if not entry.name.startswith(".")]
    for entry in visible:
        if not entry.is_dir(follow_symlinks=False):
            yield _file(Path(entry.path))
    for entry in visible:
        if entry.is_dir(follow_symlinks=False):
            yield from files_in(Path(entry.path))


def _file(path: Path) -> Path | Skipped:
    if not path.is_file():
        found = "a link to a folder" if path.is_dir() else "a broken link" if path.is_symlink() else "a pipe, socket or device"
        return Skipped(str(path), "no-report", f"expected a file, found {found}; name what it leads to if it is to be read")
    if path.suffix.lower() in NO_REPORTS:
        reason = f"expected a report, found a file ending in {path.suffix}; name it alone if it is to be read"
        return Skipped(str(path), "no-report", reason)
    return path
