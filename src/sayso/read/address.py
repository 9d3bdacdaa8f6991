"""Web addresses as keys: two spellings of one address give one string. Nothing is fetched."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

# Query parameters that say how a reader came, not what he reads.
_TRACKING = re.compile(r"^(utm_\w+|fbclid|gclid|mc_[ce]id|cmpid|ito|ocid|smid|ref_src|at_(medium|campaign)|CMP)$", re.IGNORECASE)
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def is_address(source: str) -> bool:
    """Tell whether an argument is a URL rather than a path."""
    return bool(_SCHEME.match(source))


def plain_address(url: str) -> str:
    """Give the address without fragment, tracking parameters and letter case of its host; unchanged where it cannot be parsed."""
    try:
        parts = urlsplit(url.strip())
        query = urlencode([(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(k)])
    except ValueError:
        return url
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path, query, ""))


def host_of(url: str | None) -> str | None:
    """Give the host without "www.", None where the address has none."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
