"""Every figure that should be shown is shown, on its page and at its place."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.problems import Message, say
from bantin.site.audit.expectations import ExpectedFigure, ExpectedPage
from bantin.site.audit.finding import Finding
from bantin.site.audit.seen import SeenPage, ShownFigure


def figure_findings(page: SeenPage, expected: ExpectedPage) -> Iterator[Finding]:
    """The figures of a page that are not shown, or not where they should be."""
    for figure in expected.figures:
        if not _is_shown(figure, page.figures_at.get(figure.anchor, []) if figure.anchor else page.figures):
            yield Finding(page.path, "figure-missing", _missing(figure))


def _missing(figure: ExpectedFigure) -> Message:
    if figure.anchor:
        return say("the figure {text} is not shown at #{anchor}", text=figure.text, anchor=figure.anchor)
    return say("the figure {text} is not shown", text=figure.text)


def _is_shown(figure: ExpectedFigure, shown: list[ShownFigure]) -> bool:
    text = " ".join(figure.text.split())
    return any(text == candidate.text and figure.value in ("", candidate.value) for candidate in shown)
