"""The parts that several pages share: links, key figures, teasers, photos, years."""

from __future__ import annotations

from collections.abc import Iterable

from bantin.compose.said import KeyFigure, Link, Photo, Teaser, YearFigures, plain
from bantin.pages.addresses import link
from bantin.pages.inline import Anchors, draw_figure, draw_prose, draw_quiet, draw_words
from bantin.pages.views import KeyFigureView, LinkView, PhotoView, TeaserView, YearView


def view_link(here: str, place: Link) -> LinkView:
    """A link from the page ``here``."""
    return LinkView(link(here, place.address), draw_words(place.text))


def view_links(here: str, places: Iterable[Link]) -> tuple[LinkView, ...]:
    """Links from the page ``here``."""
    return tuple(view_link(here, place) for place in places)


def view_photo(here: str, photo: Photo) -> PhotoView:
    """A photo shown on the page ``here``."""
    src = link(here, "/" + photo.file.lstrip("/"))
    caption = draw_words(photo.caption)
    return PhotoView(src, plain(photo.alt), caption, photo.credit, photo.width, photo.height)


def view_band(here: str, figures: Iterable[KeyFigure], anchors: Anchors) -> tuple[KeyFigureView, ...]:
    """Key figures; ``anchors`` are the entries of the page's list of sources."""
    return tuple(
        KeyFigureView(
            draw_figure(figure.number, here, anchors),
            figure.label,
            draw_prose(figure.change, here, anchors),
        )
        for figure in figures
    )


def view_teaser(here: str, teaser: Teaser) -> TeaserView:
    """A bulletin in a list on the page ``here``."""
    return TeaserView(
        href=link(here, teaser.address),
        kicker=draw_words(teaser.kicker),
        headline=draw_words(teaser.headline),
        date_line=teaser.date_line,
        lead=draw_quiet(teaser.lead),
        photo=view_photo(here, teaser.photo) if teaser.photo else None,
        draft=teaser.draft,
        mark=teaser.mark,
        part=teaser.part,
    )


def view_teasers(here: str, teasers: Iterable[Teaser]) -> tuple[TeaserView, ...]:
    """Bulletins in a list on the page ``here``."""
    return tuple(view_teaser(here, teaser) for teaser in teasers)


def view_years(here: str, years: Iterable[YearFigures]) -> tuple[YearView, ...]:
    """Years with figures, on the page ``here``."""
    return tuple(YearView(link(here, year.address), year.label, year.summary) for year in years)
