"""HTML bytes → Page: the article's text and what the page says of itself. Runs inside the extraction process only.

Metadata are asked in this order: JSON-LD, meta tags and time elements, then the library. Each date keeps where it was found.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from ..address import host_of, plain_address
from ..sniff import decode
from .metadata import Metadata, metadata_of


@dataclass(frozen=True, slots=True)
class Page:
    """What one HTML page holds.

    Attributes:
        text: the article as the library extracts it, paragraphs parted by an empty line; empty where there is none.
        published: ISO day, and in `published_from` "metadata" (tags of the page) or "text" (found by the library among its
        words).
        credits: names of authors and publishers, for telling an agency's report.
        captions: texts of picture captions, so that those which the library leaves in `text` can be marked.
        length: characters of the whole page, markup included.
    """

    text: str
    title: str | None = None
    section: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    published: str | None = None
    published_from: str = "none"
    credits: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    length: int = 0

    def to_json(self) -> dict[str, Any]:
        """Give a plain mapping."""
        return asdict(self)

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Page:
        """Read what `to_json` wrote."""
        lists = {name: tuple(value[name]) for name in ("credits", "captions", "notes")}
        return cls(**{**value, **lists})


def read_page(body: bytes, *, url: str | None) -> Page:
    """Read one page; raises what the libraries raise."""
    import trafilatura
    from lxml import etree  # type: ignore[import-untyped]

    read = decode(body, is_markup=True)
    tree = trafilatura.load_html(read.text)
    if tree is None:
        return Page("", notes=read.notes, length=len(read.text))
    found = metadata_of(tree, url=url)
    captions = _captions(tree)
    text = _article(tree)
    if not text:
        etree.strip_elements(tree, "script", "style", "noscript", "template", with_tail=False)
        text = trafilatura.html2txt(tree) if len(read.text) < 1_000_000 else ""
    return _page(text, found, captions=captions, notes=read.notes, length=len(read.text), url=url)


def _page(text: str, found: Metadata, *, captions: tuple[str, ...], notes: tuple[str, ...], length: int, url: str | None) -> Page:
    address = url or found.url
    return Page(
        text=text,
        title=found.title,
        section=found.section,
        byline=found.byline,
        outlet=found.outlet or host_of(address),
        url=plain_address(address) if address else None,
        language=found.language,
        published=found.published,
        published_from=found.published_from,
        credits=found.credits,
        captions=captions,
        notes=notes,
        length=length,
    )


def _article(tree: Any) -> str:
    from copy import deepcopy

    import trafilatura

    text = trafilatura.extract(deepcopy(tree), include_comments=False, include_tables=True, output_format="txt")
    return "\n\n".join(line.strip() for line in (text or "").splitlines() if line.strip())


def _captions(tree: Any) -> tuple[str, ...]:
    found = (" ".join(node.text_content().split()) for node in tree.iter("figcaption"))
    return tuple(dict.fromkeys(caption for caption in found if 0 < len(caption) <= 1_000))[:200]
