"""Which lines of a log are a person looking at a page of the site.

The rule, told to readers of the handbook in docs/handbook/luot-truy-cap.md: a request with GET, answered
with 200 or 304, for an address that ends as those of pages do, by a user agent that is a browser's.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import unquote_to_bytes

_SHOWN = frozenset({b"200", b"304"})
"""The answers with which a reader sees a page: sent, or still good in the browser."""

_BROWSERS = (b"Mozilla/", b"Opera/")
"""How every browser's user agent begins; scripts, feed readers and most robots call themselves otherwise."""

_MACHINES = re.compile(
    rb"(?<!cu)bot|crawl|spider|slurp|fetch|scan|monitor|preview|archiv|headless|lighthouse|validator"
    rb"|https?:|www\.|@|compatible; (?!msie|konqueror)",
    re.IGNORECASE,
)
"""What robots that look like browsers say of themselves: a word, or where to ask. CUBOT is a phone."""

_PAGE = re.compile(r"/(?:[^/.\x00-\x20\x7f-\U0010ffff][^/\x00-\x1f\x7f-\U0010ffff]*/)*")
"""The address of a page below the site: folders with names in ASCII; all else are files that pages load."""


def page_seen(request: bytes, status: bytes, agent: bytes, base: str) -> str:
    """The page that a person looked at, as a rooted address below the site ("/tin/2024/11/x/"); else "".

    base: the path of the site on its server, with slashes at both ends.
    """
    if status not in _SHOWN or not _is_person(agent):
        return ""
    return _page_of(request, base)


@lru_cache(maxsize=4096)
def _is_person(agent: bytes) -> bool:
    return agent.startswith(_BROWSERS) and not _MACHINES.search(agent)


@lru_cache(maxsize=8192)
def _page_of(request: bytes, base: str) -> str:
    method, _, rest = request.partition(b" ")
    if method != b"GET":
        return ""
    path = rest.partition(b" ")[0].partition(b"?")[0]
    address = unquote_to_bytes(path).decode("utf-8", "replace").removesuffix("index.html")
    below = address.removeprefix(base[:-1]) if address.startswith(base) else ""
    return below if _PAGE.fullmatch(below) else ""
