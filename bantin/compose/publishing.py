"""Who publishes, and the links that masthead and footer of every page have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bantin.compose.open_data import OPEN_DATA
from bantin.compose.said import CALENDAR, ENGLISH, FOLLOWING, Feed, Link, Publisher
from bantin.compose.standing import LOG
from bantin.compose.statements import ACCESSIBILITY, PLEDGE
from bantin.dataset.records.settings import SiteSettings

_BY_HAND = (Link("/gioi-thieu/", "Giới thiệu"), Link("/lien-he/", "Liên hệ"))


def publisher_of(site: SiteSettings, hand_written: Mapping[str, str], has_calendar: bool) -> Publisher:
    """The publisher as settings name it; pages that are written by hand are linked where there are any."""
    calendar = (Link(CALENDAR, "Lịch"),) if has_calendar else ()
    return Publisher(
        name=site.publisher.name,
        parent=site.publisher.parent or "",
        title=site.title,
        description=site.description,
        licence_text=site.licence.text,
        licence_address=site.licence.address,
        contact=site.contact,
        editor=site.editor or "",
        visitors=site.visitors,
        site_address=site.address or "",
        header_links=(
            Link("/", "Tin"),
            Link("/so-lieu/", "Số liệu"),
            Link("/luu-tru/", "Lưu trữ"),
            *calendar,
        ),
        footer_links=(
            *(link for link in _BY_HAND if link.address in hand_written),
            Link(LOG, "Đính chính"),
            *(Link(CALENDAR, "Lịch công bố") for _ in calendar),
            Link(OPEN_DATA, "Dữ liệu mở"),
            Link(ACCESSIBILITY, "Trợ năng"),
            Link(PLEDGE, "Cam kết"),
            Link(ENGLISH, "English"),
        ),
    )


def with_following(publisher: Publisher, feed: Feed | None) -> Publisher:
    """The publisher with a link to the page of what readers can follow; feed: what each page offers."""
    links = publisher.footer_links
    at = next(place for place, link in enumerate(links) if link.address == ACCESSIBILITY)
    offered = Link(f"{FOLLOWING}{feed.name}.xml", publisher.title) if feed else None
    followed = (*links[:at], Link(FOLLOWING, "Theo dõi"), *links[at:])
    return replace(publisher, footer_links=followed, feed=offered)
