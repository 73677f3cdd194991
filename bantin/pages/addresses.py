"""Addresses: from rooted ones, as composing gives them, to relative links and files."""

from __future__ import annotations

import posixpath
from functools import lru_cache

from bantin.pages.escape import Drawn, in_link, is_safe_address


def relative(here: str, there: str) -> str:
    """The link from one page of the site to another, so that the site works below any path.

    ``here`` is the rooted address of a page; ``there`` a rooted address, with a fragment perhaps.
    """
    path, mark, fragment = there.partition("#")
    if path == here and mark:
        return mark + fragment
    slash = "/" if path.endswith("/") else ""
    return f"{_steps(path, here)}{slash}{mark}{fragment}"


def _steps(there: str, here: str) -> str:
    """The way from one address to another, both as composing makes them: their steps are names."""
    if "/." in there:
        return posixpath.relpath(there, here)
    begin, end = _names(here), _names(there)
    common = 0
    for mine, other in zip(begin, end, strict=False):
        if mine != other:
            break
        common += 1
    return "/".join(("..",) * (len(begin) - common) + end[common:]) or "."


@lru_cache(maxsize=10_000)
def _names(address: str) -> tuple[str, ...]:
    return tuple(name for name in address.split("/") if name)


def link(here: str, there: str) -> Drawn:
    """The value of ``href`` for a link from a page; empty where no reader may be sent."""
    if not is_safe_address(there):
        return Drawn("")
    return in_link(relative(here, there) if there.startswith("/") else there)


def page_file(address: str) -> str:
    """The Markdown file of a page: ``/tin/2024/11/x/`` stands in ``tin/2024/11/x/index.md``.

    The file lies in the folder that has the page's address, so a relative link is the same in the file
    and on the page, whatever an engine does with links in raw HTML.
    """
    return posixpath.join(address.lstrip("/"), "index.md")


def hand_written_file(address: str) -> str:
    """The Markdown file of a page written by hand, named by its author: ``/lien-he/`` is ``lien-he.md``."""
    return address.strip("/") + ".md"
