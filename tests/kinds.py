"""The kinds of page of finished sites, found in the pages themselves, so that no new one is forgotten."""

from __future__ import annotations

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser


def one_of_each_kind(*sites: Path) -> list[tuple[Path, str]]:
    """Sites with addresses below them that show each section, element, class and attribute there is.

    Taken greedily, the richest page first; pages that lead on to others are left out. The page for what is
    not there stands at an address that does not exist.
    """
    found = {path: (site, parts_of(path)) for site in sites for path in pages_of(site)}
    shown = {
        path: {*parts, f"section {path.relative_to(site).parts[0]}"}
        for path, (site, parts) in found.items()
        if parts
    }
    chosen: list[Path] = []
    missing = set[str]().union(*shown.values())
    while missing:
        richest = max(shown, key=lambda path: len(shown[path] & missing))
        chosen.append(richest)
        missing -= shown[richest]
    places = [(found[path][0], path) for path in chosen]
    return [(site, address_of(path.relative_to(site).as_posix())) for site, path in places]


def pages_of(site: Path) -> list[Path]:
    """The files of its pages; a bulletin that is offered as HTML to paste is a file beside one."""
    return sorted(path for path in site.rglob("*.html") if path.name in ("index.html", "404.html"))


def parts_of(path: Path) -> frozenset[str]:
    """What a page is made of: its kind, its elements with each of their classes and states."""
    tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
    if tree.root is None or tree.css_first('meta[http-equiv="refresh"]'):
        return frozenset()
    return frozenset(
        part for node in tree.css("body, body *") for part in parts_of_element(node.tag, node.attributes)
    )


def parts_of_element(tag: str | None, attributes: dict[str, str | None]) -> list[str]:
    """The element alone, with each class, and with each attribute but for its value."""
    classes = [f"{tag}.{name}" for name in (attributes.get("class") or "").split()]
    return [f"{tag}", *classes, *(f"{tag}[{name}]" for name in attributes)]


def address_of(file: str) -> str:
    """The address of a file of the site; one that leads nowhere for the page that is then shown."""
    return "khong-co/trang-nay/" if file == "404.html" else file.removesuffix("index.html")
