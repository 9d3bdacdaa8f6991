"""Writes the generated parts of docs/: commands from their help, settings from their rows, the contract from the records.

usage: python tools/build_docs.py [--check]
    Each page keeps its own prose; what stands between "<!-- generated NAME -->" and "<!-- end -->" is written anew.
    --check writes nothing and fails where a page differs from what would be written.
"""

from __future__ import annotations

import inspect
import re
import sys
import types
import typing
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

import typer

from sayso.findings.actor import Office
from sayso.findings.figure import Counted
from sayso.findings.mention import Reference
from sayso.findings.reading import KINDS, Reading, shape
from sayso.record.corrections import FIELDS
from sayso.report import Report
from sayso.settings import SETTINGS
from sayso.show.cli import COMMANDS
from sayso.show.export import EXPORTS
from sayso.span import Span
from sayso.when import When

DOCS = Path(__file__).resolve().parents[1] / "docs"
# Longer lists (units, states) stand elsewhere.
MOST_WORDS_LISTED = 40
REPAIR = "python tools/build_docs.py"
_BLOCK = re.compile(r"(<!-- generated (\w+) -->\n).*?(<!-- end -->)", re.S)
_ATTRIBUTE = re.compile(r"^ {8}([\w, ]+): (.*)$")


def commands() -> Iterator[str]:
    """Give every command with its arguments and options, in the words of --help."""
    for command in COMMANDS:
        parameters = list(_parameters(command))
        arguments = " ".join(one.shown for one in parameters if one.is_argument)
        yield f"## sayso {command.__name__}\n"
        yield f"`{' '.join(filter(None, ['sayso', command.__name__, arguments, '[OPTIONS]']))}`\n"
        yield _paragraphs(command.__doc__) + "\n"
        yield "| option | meaning | default |\n| --- | --- | --- |"
        yield from (f"| `{one.shown}` | {one.help} | {one.default} |" for one in parameters)
        yield ""


def settings() -> Iterator[str]:
    """Give the settings as a table."""
    yield "| setting | in the environment | default | unit | meaning |\n| --- | --- | --- | --- | --- |"
    for row in SETTINGS:
        default = f"`{row.default}`" if row.default != "" else "none"
        yield f"| `{row.name}` | `{row.variable}` | {default} | {row.unit} | {row.sentence} |"


def contract() -> Iterator[str]:
    """Give the fields of a reading and of everything in it, with the sentences of the records themselves."""
    seen: set[type] = set()
    parts: list[tuple[str, Any]] = [("reading", Reading), ("report", Report)]
    parts += [(name, kind) for name, kind in KINDS.items() if kind is not Span]
    parts += [("offices", Office), ("of", Counted), ("addressee, relayed_by", Reference)]
    for name, kind in parts:
        if kind in seen:
            continue
        seen.add(kind)
        yield f"## {name}: {kind.__name__}\n"
        yield _paragraphs((inspect.getdoc(kind) or "").split("\nAttributes:")[0]) + "\n"
        yield "| field | type | meaning |\n| --- | --- | --- |"
        meanings = _attributes(kind)
        for attribute, field, hint in shape(kind):
            yield f"| `{field}` | {_type(hint)} | {meanings.get(attribute, meanings.get(field, ''))} |"
        yield ""


def exports() -> Iterator[str]:
    """Give every export with its columns; those an earlier one has are named once."""
    known: dict[str, str] = {}
    for export in EXPORTS:
        yield f"## sayso export --to {export.name}\n"
        yield f"{export.sentence}\n"
        taken = ", ".join((*export.realities, *export.statuses)) or "all realities and statuses"
        yield f"Written where nothing else is asked for: {taken}.\n"
        if set(known) & {column.name for column in export.columns}:
            yield "Its own columns stand first; the rest are those above.\n"
        yield "| column | what it holds |\n| --- | --- |"
        yield from (f"| `{one.name}` | {_cell(one.meaning)} |" for one in export.columns if one.name not in known)
        known |= {column.name: column.meaning for column in export.columns}
        yield ""


def corrections() -> Iterator[str]:
    """Give the fields that may be corrected, and what each takes."""
    yield "| of | field | takes |\n| --- | --- | --- |"
    for kind, fields in FIELDS.items():
        for name, field in fields.items():
            allowed = field.allowed()
            words = ", ".join(allowed) if 0 < len(allowed) <= MOST_WORDS_LISTED else ""
            empty = "; or nothing" if field.may_be_empty else ""
            yield f"| {kind.value} | `{name}` | {field.sort.value}{f': {words}' if words else ''}{empty} |"


PARTS: dict[str, Callable[[], Iterator[str]]] = {
    "commands": commands, "settings": settings, "contract": contract, "exports": exports, "corrections": corrections,
}  # fmt: skip


def built(page: str) -> str:
    """Give a page with its generated parts written anew."""
    return _BLOCK.sub(lambda found: found[1] + "\n" + "\n".join(PARTS[found[2]]()).rstrip() + "\n\n" + found[3], page)


def main(arguments: list[str]) -> int:
    """Write the pages, or tell which are out of date."""
    stale = []
    for path in sorted(DOCS.glob("*.md")):
        page = path.read_text(encoding="utf8")
        new = built(page)
        if new != page:
            stale.append(path.name)
            if "--check" not in arguments:
                path.write_text(new, encoding="utf8")
    if stale and "--check" in arguments:
        sys.stderr.write(f"out of date: {', '.join(stale)}; run: {REPAIR}\n")
        return 1
    return 0


@dataclass(frozen=True, slots=True)
class Parameter:
    """One argument or option of a command, as a table shows it."""

    shown: str
    help: str
    default: str
    is_argument: bool


def _parameters(command: Callable[..., int]) -> Iterator[Parameter]:
    hints = typing.get_type_hints(command, include_extras=True)
    for name, parameter in inspect.signature(command).parameters.items():
        kind, info = typing.get_args(hints[name])
        is_argument = isinstance(info, typer.models.ArgumentInfo)
        needed = parameter.default is inspect.Parameter.empty
        default = "required" if needed else f"`{parameter.default}`" if isinstance(parameter.default, str) else ""
        yield Parameter(_names(name, kind, info), _cell(info.help or ""), default, is_argument)


def _names(name: str, kind: Any, info: Any) -> str:
    if isinstance(info, typer.models.ArgumentInfo):
        return str(info.metavar)
    # Within Annotated the first name given stands where a default would.
    given = [one for one in (info.default, *(info.param_decls or ())) if isinstance(one, str) and one.startswith("-")]
    names = ", ".join(given or [f"--{name.replace('_', '-')}"])
    if kind is bool:
        return names
    choices = "\\|".join(kind) if isinstance(kind, type) and issubclass(kind, StrEnum) else ""
    return f"{names} {info.metavar or choices}".strip()


def _paragraphs(text: str | None) -> str:
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in inspect.cleandoc(text or "").split("\n\n"))


def _attributes(kind: type) -> dict[str, str]:
    """Give what the docstring says of each attribute; comments beside a field count where it says nothing."""
    meanings: dict[str, str] = {}
    names: list[str] = []
    for line in inspect.getsource(kind).splitlines():
        found = _ATTRIBUTE.match(line)
        if found:
            names = [name.strip() for name in found[1].split(",")]
            meanings |= dict.fromkeys(names, _cell(found[2]))
        elif names and line.startswith(" " * 12) and line.strip():
            meanings |= {name: f"{meanings[name]} {_cell(line.strip())}" for name in names}
        elif beside := re.match(r"^ {4}(\w+): .*?  # (.*)$", line):
            meanings.setdefault(beside[1], _cell(beside[2]))
        else:
            names = []
    return meanings


def _type(hint: Any) -> str:
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        return " or ".join(_type(arg) if arg is not type(None) else "null" for arg in typing.get_args(hint))
    if typing.get_origin(hint) is tuple:
        return f"list of {_type(typing.get_args(hint)[0])}"
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return "one of " + ", ".join(f"`{member.value}`" for member in hint)
    known = {Span: "[start, end]", When: "{from, to, words}", str: "string", bool: "true or false", int: "integer"}
    known |= {float: "number", date: "day (ISO 8601)", datetime: "moment (ISO 8601)"}
    return known.get(hint, getattr(hint, "__name__", str(hint)))


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
