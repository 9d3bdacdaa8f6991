"""A parsed page → what its tags say: title, section, authors, outlet, address, language, day of publication. No text is taken
from here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from ..dates import find_day, is_plausible

_ARTICLE = re.compile(
    r"(?:News|Reportage|Analysis|Opinion|Background|Blog|Review|Live|Satirical|Advertiser)*(?:Article|Posting|BlogPosting|Report)$"
)
_MAX_NODES = 5_000
_PUBLISHED_METAS = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date.published",
    "dc.date.issued",
    "dcterms.created", "dcterms.issued", "dc.date", "dc.date.created", "dcterms.date", "pubdate", "publishdate", "publish-date",
    "publish_date", "published-date",
    "publication_date", "publicationdate", "parsely-pub-date", "sailthru.date", "article.published",
    "cxenseparse:recs:publishtime", "cse.pubdate",
    "date", "article_date_original", "originalpublicationdate", "published_at", "rnews:datepublished", "bt:pubdate", "ptime",
    "displaydate", "dcsext.articlefirstpublished",
    "iso-8601-publish-date", "citation_publication_date", "citation_date", "prism.publicationdate", "gentime", "date_published",
    "created",
)  # fmt: skip
_SECTION_METAS = ("article:section", "og:article:section", "section", "parsely-section", "cxenseparse:category", "category")
_OUTLET_METAS = ("og:site_name", "application-name", "publisher", "dc.publisher", "twitter:site:name", "source", "cre")
_AUTHOR_METAS = (
    "author",
    "article:author",
    "byl",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "cse.author",
)
_ADDRESS = re.compile(r"^https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page's tags say; each None where they say nothing that can be used."""

    title: str | None = None
    section: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    published: str | None = None
    published_from: str = "none"
    credits: tuple[str, ...] = ()


def metadata_of(tree: Any, *, url: str | None) -> Metadata:
    """Ask JSON-LD, then meta tags, then the library."""
    linked = _linked_article(tree)
    metas = _metas(tree)
    library = _library(tree, url)
    outlet = _name(linked.get("publisher")) or _first(metas, _OUTLET_METAS) or library.sitename
    authors = _names(linked.get("author")) or [
        name for name in (_first(metas, _AUTHOR_METAS),) if name and not _ADDRESS.match(name)
    ]
    published, published_from = _published(tree, linked, metas)
    if published is None:
        published, published_from = _guessed_day(tree, url)
    return Metadata(
        title=_headline(tree, linked, metas, library=library.title, outlet=outlet),
        section=_words(linked.get("articleSection")) or _first(metas, _SECTION_METAS),
        byline=", ".join(authors) or library.author,
        outlet=outlet,
        url=_address(tree, linked, metas),
        language=tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or _words(linked.get("inLanguage")),
        published=published,
        published_from=published_from,
        credits=tuple(
            dict.fromkeys(
                [
                    *authors,
                    *([outlet] if outlet else []),
                    *_names(linked.get("creator")),
                    *_names(linked.get("sourceOrganization")),
                ]
            )
        ),
    )


def _library(tree: Any, url: str | None) -> Any:
    from copy import deepcopy

    from trafilatura import extract_metadata

    return extract_metadata(
        deepcopy(tree), default_url=url, date_config={"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}
    )


def _linked_article(tree: Any) -> dict[str, Any]:
    """Give the article among the page's JSON-LD nodes, the longest described if there are several."""
    articles: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            articles += [node for node in _nodes(_json(script.text or "")) if _is_article(node)]
    return max(articles, key=lambda node: ("datePublished" in node) + ("headline" in node) + ("author" in node), default={})


def _json(words: str) -> Any:
    try:
        return json.loads(
            re.sub(r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*$", "", words.strip()), strict=False
        )
    except (ValueError, RecursionError):
        return None


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    stack, seen = [value], 0
    while stack and seen < _MAX_NODES:
        node, seen = stack.pop(), seen + 1
        if isinstance(node, list):
            stack.extend(reversed(node[:_MAX_NODES]))
        elif isinstance(node, dict):
            yield node
            stack.extend(
                node[name] for name in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart") if name in node
            )


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    return any(isinstance(kind, str) and _ARTICLE.search(kind) for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _metas(tree: Any) -> dict[str, str]:
    """Map the name of each meta tag, in small letters, to its content; the first of a name counts."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        content = " ".join((meta.get("content") or "").split())
        for name in (meta.get("property"), meta.get("name"), meta.get("itemprop")):
            if name and content:
                found.setdefault(name.strip().lower(), content[:2_000])
    return found


def _published(tree: Any, linked: dict[str, Any], metas: dict[str, str]) -> tuple[str | None, str]:
    said = [
        linked.get("datePublished"),
        *(metas.get(name) for name in _PUBLISHED_METAS),
        *_time_elements(tree),
        linked.get("dateCreated"),
    ]
    for words in said:
        if isinstance(words, str) and (day := _plausible(words)):
            return day.isoformat(), "metadata"
    return None, "none"


def _time_elements(tree: Any) -> Iterator[str]:
    for node in tree.iter("time", "abbr", "span", "p", "div"):
        kind = f"{node.get('itemprop') or ''} {node.get('class') or ''}".lower()
        if "datepublished" in kind or (node.tag == "time" and (node.get("pubdate") is not None or "published" in kind)):
            yield node.get("datetime") or node.get("content") or node.get("title") or node.text_content()[:200]


def _plausible(words: str) -> date | None:
    match = re.match(r"\s*(\d{4})(\d\d)(\d\d)(?:\d{6})?\s*$", words)
    found = find_day("-".join(match.groups()) if match else words[:200])
    return found.day if found and is_plausible(found.day, today=datetime.now(UTC).date()) else None


def _guessed_day(tree: Any, url: str | None) -> tuple[str | None, str]:
    """Ask the library, which looks at the address and the words of the page; what it finds is no tag, hence "text"."""
    from copy import deepcopy

    from htmldate import find_date

    words = find_date(deepcopy(tree), original_date=True, extensive_search=False, url=url)
    day = _plausible(words or "")
    return (day.isoformat(), "text") if day else (None, "none")


def _headline(tree: Any, linked: dict[str, Any], metas: dict[str, str], *, library: str | None, outlet: str | None) -> str | None:
    headings = [" ".join(node.text_content().split()) for node in tree.iter("h1")]
    for words in (_words(linked.get("headline")), metas.get("og:title"), metas.get("twitter:title"), library, *headings[:1]):
        if words and words.strip():
            return _whole(_without_outlet(words, outlet), headings)
    return None


def _whole(title: str, headings: list[str]) -> str:
    """Prefer the page's own heading where the tag's is the same cut short."""
    stem = title.rstrip(".… ")
    return next((h for h in headings if len(stem) >= 20 and h.startswith(stem) and len(h) < 2 * len(stem)), title)


def _without_outlet(title: str, outlet: str | None) -> str:
    head, mark, tail = title.rpartition(" | ")
    if mark and len(head) >= 15 and len(tail) <= 40:
        return head.strip()
    for mark in (" - ", " – ", " — ", " :: "):
        head, _, tail = title.rpartition(mark)
        if (
            head
            and outlet
            and re.sub(r"\W", "", tail).casefold()
            in re.sub(r"\W", "", outlet).casefold() + re.sub(r"\W", "", outlet).casefold()[3:]
        ):
            return head.strip()
    return title.strip()


def _address(tree: Any, linked: dict[str, Any], metas: dict[str, str]) -> str | None:
    canonical = [link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split()]
    page = linked.get("mainEntityOfPage")
    for words in (*canonical, metas.get("og:url"), page.get("@id") if isinstance(page, dict) else page, linked.get("url")):
        if isinstance(words, str) and _ADDRESS.match(words.strip()):
            return words.strip()
    return None


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in names if metas.get(name)), None)


def _words(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _name(value: Any) -> str | None:
    return next(iter(_names(value)), None)


def _names(value: Any) -> list[str]:
    found = []
    for item in value[:20] if isinstance(value, list) else [value]:
        name = _words(item.get("name") if isinstance(item, dict) else item)
        if name and not _ADDRESS.match(name):
            found.append(name)
    return found
