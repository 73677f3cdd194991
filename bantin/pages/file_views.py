"""Photos and attachments as templates see them; see ``views``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bantin.pages.escape import Drawn


@dataclass(frozen=True, slots=True)
class AttachmentView:
    """A file to take home: its document, and what a reader is in for ("PDF, 1,2 MB")."""

    href: Drawn
    text: str
    kind_and_size: str


@dataclass(frozen=True, slots=True)
class DownloadView:
    """The same content as a file: its name for readers ("CSV"), how big it is ("4 KB"), its media type."""

    href: Drawn
    text: str
    size: str
    media: str


@dataclass(frozen=True, slots=True)
class PhotoView:
    """A photo, its size in pixels, its caption, and who took it.

    src: what every browser shows; webp, jpeg: all widths as ``srcset``; sizes: how wide the page shows it;
    first: whether it is seen before anybody scrolls; tall: whether it stands upright.
    """

    src: Drawn
    webp: Drawn
    jpeg: Drawn
    sizes: str
    alt: str
    caption: str
    credit: str
    width: int
    height: int
    first: bool
    tall: bool
    kind: Literal["photo"] = "photo"
