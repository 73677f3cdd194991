"""The parts that several pages share: links, key figures, teasers, photos, years."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bantin.compose.said import Attachment, KeyFigure, Link, Photo, Teaser, YearFigures, plain
from bantin.language import format_file_size
from bantin.outputs.output import Output
from bantin.outputs.photos import Form, forms
from bantin.pages.addresses import link
from bantin.pages.escape import Drawn
from bantin.pages.file_views import AttachmentView, DownloadView, PhotoView
from bantin.pages.inline import Anchors, draw_figure, draw_prose, draw_quiet, draw_words
from bantin.pages.views import KeyFigureView, LinkView, TeaserView, YearView


def view_link(here: str, place: Link) -> LinkView:
    """A link from the page ``here``."""
    return LinkView(link(here, place.address), draw_words(place.text))


def view_downloads(here: str, offered: Iterable[Output]) -> tuple[DownloadView, ...]:
    """Files that the page ``here`` offers."""
    return tuple(
        DownloadView(
            link(here, output.address),
            output.label,
            format_file_size(output.size),
            output.media,
        )
        for output in offered
    )


def view_links(here: str, places: Iterable[Link]) -> tuple[LinkView, ...]:
    """Links from the page ``here``."""
    return tuple(view_link(here, place) for place in places)


@dataclass(frozen=True, slots=True)
class Column:
    """How wide a column of a page shows a photo, as ``sizes`` of HTML say it: lying, and standing upright."""

    lying: str
    tall: str


IN_TEXT = Column(
    "(min-width: 48rem) 42rem, calc(100vw - 2.25rem)", "(min-width: 32rem) 28rem, calc(100vw - 2.25rem)"
)
IN_LEAD = Column(
    "(min-width: 72rem) 45rem, (min-width: 60rem) calc(100vw - 27rem), (min-width: 48rem) calc(100vw - 4rem),"
    " calc(100vw - 2.25rem)",
    IN_TEXT.tall,
)
"""As the style sheet lays them out: .wide and its padding, article, .front; a photo that stands upright."""


def view_photo(here: str, photo: Photo, column: Column, first: bool) -> PhotoView:
    """A photo shown on the page ``here`` in a column; first: before anybody scrolls."""
    files = forms(photo.file, photo.width, photo.height)
    jpeg = [form for form in files if form.kind == "jpg"]
    tall = photo.height > photo.width
    return PhotoView(
        src=_address(here, jpeg[-1]),
        webp=_srcset(here, [form for form in files if form.kind == "webp"]),
        jpeg=_srcset(here, jpeg),
        sizes=column.tall if tall else column.lying,
        alt=plain(photo.alt),
        caption=draw_words(photo.caption),
        credit=photo.credit,
        width=jpeg[-1].width,
        height=jpeg[-1].height,
        first=first,
        tall=tall,
    )


def _srcset(here: str, files: Iterable[Form]) -> Drawn:
    """The value of ``srcset``. In it a comma ends an address."""
    return Drawn(", ".join(f"{_address(here, form).replace(',', '%2C')} {form.width}w" for form in files))


def _address(here: str, form: Form) -> Drawn:
    return link(here, "/" + form.path.lstrip("/"))


def view_attachment(here: str, file: Attachment) -> AttachmentView:
    """A file that can be taken home from the page ``here``."""
    return AttachmentView(link(here, f"/{file.file}"), draw_words(file.text), file.kind_and_size)


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
        photo=view_photo(here, teaser.photo, IN_LEAD, first=True) if teaser.photo else None,
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
