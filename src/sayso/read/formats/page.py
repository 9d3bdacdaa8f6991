"""HTML bytes → Page: the article's text and what the page says of itself. Runs inside the extraction process only.

Metadata are asked in this order: JSON-LD, meta tags and time elements, then the library. Each date keeps where it was found.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from ..address import host_of, plain_address
from ..sniff import decode
from .metadata import Metadata, metadata_of

# Characters below which the library drops its result for the run-together words of the whole page. Its default is 250;
# swept 25–250 on html_articles train: F1 96.7 up to 100, 96.6 above. Run benchmarks/pages.py before changing.
_SHORT_CHARACTERS = 50
_MAX_BLOCK_CHARACTERS = 5_000
_ASIDE = "boolean(ancestor::nav or ancestor::header or ancestor::footer or ancestor::aside or ancestor::form or ancestor::figure)"


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

    read = decode(body, is_markup=True)
    tree = trafilatura.load_html(read.text)
    if tree is None:
        return Page("", notes=read.notes, length=len(read.text))
    found = metadata_of(tree, url=url)
    captions = _captions(tree)
    return _page(_article(tree), found, captions=captions, notes=read.notes, length=len(read.text), url=url)


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
    from trafilatura.settings import use_config

    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(_SHORT_CHARACTERS))
    text = trafilatura.extract(deepcopy(tree), include_comments=False, config=config, output_format="txt") or ""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) < 2:
        blocks = [block for block in _blocks(tree) if block in " ".join(lines) or not lines]
        lines = blocks if sum(map(len, blocks)) > 0.5 * len(text) else lines
    return "\n\n".join(lines)


def _blocks(tree: Any) -> list[str]:
    """Give the paragraphs of a page too short for the library, which then runs all its words together."""
    found = [" ".join(node.text_content().split()) for node in tree.iter("h1", "p", "li", "blockquote") if not node.xpath(_ASIDE)]
    if sum(map(len, found)) > _MAX_BLOCK_CHARACTERS:
        return []
    return list(dict.fromkeys(block for block in found if block))


def _captions(tree: Any) -> tuple[str, ...]:
    found = (" ".join(node.text_content().split()) for node in tree.iter("figcaption"))
    return tuple(dict.fromkeys(caption for caption in found if 0 < len(caption) <= 1_000))[:200]
