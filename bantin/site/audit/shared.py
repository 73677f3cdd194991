"""What the head of a page tells those who share a link to it (Open Graph) is what the page says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bantin.problems import say
from bantin.site.audit.figures import Posted, lost_in
from bantin.site.audit.finding import Finding
from bantin.site.audit.seen import SeenPage

_FIGURES = {"og:title": "title", "og:description": "description"}
"""The kinds of places whose figures a property repeats."""


def shared_findings(
    page: SeenPage, expected: Mapping[str, str], posted: Iterable[Posted]
) -> Iterator[Finding]:
    """Properties that do not say what was composed, or not what the page itself says.

    expected: what was composed, by property; posted: what the ledger has of this page.
    """
    told = page.properties
    wanted = dict(expected) if told else {}
    if "og:title" in told:
        wanted["og:title"] = next(filter(None, page.titles), "")
        wanted["og:description"] = next(filter(None, page.descriptions), "")
    for name, text in wanted.items():
        shown = told.get(name, "")
        if shown == text or (name == "og:title" and text.startswith(f"{shown} – ")):
            continue
        figures = [one for one in posted if one[1].kind == _FIGURES.get(name)]
        if figures:
            yield from lost_in(page.path, shown, figures)
            continue
        message = say("what is shared of the page should say {text} in {name}, but says: {shown}",
                      text=text, name=name, shown=shown)  # fmt: skip
        yield Finding(page.path, "shared-text", message, shown)
