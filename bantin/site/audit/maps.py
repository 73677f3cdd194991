"""The map of the site names every page that search engines may list, and no other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from html import unescape
from pathlib import Path

from bantin.outputs.sitemap import SITEMAP
from bantin.problems import say
from bantin.site.audit.finding import Finding
from bantin.site.audit.links import Surroundings

_ADDRESS = re.compile(r"<loc>([^<]*)</loc>")
_PART = re.compile(r"sitemap-[0-9]+\.xml")
_ERROR_PAGE = "404.html"


def map_findings(site: Path, around: Surroundings, listed: Set[str]) -> Iterator[Finding]:
    """Pages that the map leaves out, and addresses in it that are no page for a list of search results.

    listed: the pages that do not keep themselves out; where its address is not known, no map was composed.
    """
    if SITEMAP not in around.expectations.files:
        return
    address = around.expectations.address.rstrip("/")
    listed = listed - {_ERROR_PAGE}
    mapped: dict[str, str] = {}
    for name in sorted(name for name in around.files if name == SITEMAP or _PART.fullmatch(name)):
        for found in _ADDRESS.findall((site / name).read_text("utf-8")):
            file = unescape(found).removeprefix(f"{address}/")
            if not _PART.fullmatch(file):
                mapped[f"{file}index.html" if file == "" or file.endswith("/") else file] = name
    for file in sorted(listed - mapped.keys()):
        message = say("the map of the site {map} leaves out this page", map=f"/{SITEMAP}")
        yield Finding(file, "not-in-the-map", message)
    for file in sorted(mapped.keys() - listed):
        message = say("the map of the site names {address}, which is no page for search engines",
                      address=f"/{file}")  # fmt: skip
        yield Finding(mapped[file], "map-names-no-page", message, file)
