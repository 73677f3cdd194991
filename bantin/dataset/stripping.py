"""Pictures without what was written beside them, and without touching the picture itself.

JPEG: ITU-T T.81, annex B; Exif 2.32 (APP1). PNG: W3C, third edition, section 5. WebP: RFC 9649, section 2.7.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

_JPEG, _PNG = b"\xff\xd8", b"\x89PNG\r\n\x1a\n"
_SCAN, _END, _COMMENT = 0xDA, 0xD9, 0xFE
_APPLICATIONS = range(0xE1, 0xF0)
_COLOURS = (b"ICC_PROFILE\0", b"Adobe")
"""What applications write that the colours depend on."""

_EXIF = b"Exif\0\0"
_TOLD = {b"tEXt", b"zTXt", b"iTXt", b"tIME"}
_HAS_EXIF, _HAS_XMP = 0b1000, 0b0100
"""Flags of VP8X."""


def stripped(data: bytes) -> bytes:
    """A JPEG, PNG or WebP file with its picture, its colours and how it is held, and nothing else.

    Raises ValueError when it is none of these, or breaks off.
    """
    try:
        if data.startswith(_JPEG):
            return b"".join(_jpeg(data))
        if data.startswith(_PNG):
            return b"".join(_png(data))
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            return _webp(data)
    except (struct.error, IndexError) as error:
        raise ValueError("the picture breaks off") from error
    raise ValueError("not a picture")


def _jpeg(data: bytes) -> Iterator[bytes]:
    yield _JPEG
    at = len(_JPEG)
    while True:
        if data[at] != 0xFF:
            raise ValueError("no marker")
        marker = data[at + 1]
        if marker == 0xFF:  # filling
            at += 1
            continue
        (length,) = struct.unpack_from(">H", data, at + 2)
        segment = data[at : at + 2 + length]
        if marker == _SCAN:
            yield _until_the_end(data, at)
            return
        body = segment[4:]
        if marker in _APPLICATIONS and body.startswith(_EXIF):
            if held := _held(body[len(_EXIF) :]):
                yield b"\xff\xe1" + struct.pack(">H", len(_EXIF + held) + 2) + _EXIF + held
        elif not (marker == _COMMENT or marker in _APPLICATIONS) or body.startswith(_COLOURS):
            yield segment
        at += 2 + length


def _until_the_end(data: bytes, at: int) -> bytes:
    """The picture itself; phones put a film or a second picture behind its end, which stays behind."""
    end = at
    while True:
        end = data.index(0xFF, end)
        marker = data[end + 1]
        if marker == _END:
            return data[at : end + 2]
        if marker == 0 or 0xD0 <= marker <= 0xD7 or marker == 0xFF:
            end += 1 if marker == 0xFF else 2
            continue
        (length,) = struct.unpack_from(">H", data, end + 2)
        end += 2 + length


def _orientation(tiff: bytes) -> int:
    """How the camera was held, 1 to 8, of the tags of a TIFF header; 1 where it does not say."""
    order = "<" if tiff[:2] == b"II" else ">"
    try:
        (first,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, first)
        for place in range(first + 2, first + 2 + 12 * count, 12):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, place)
            if tag == 0x0112:
                return int(value)
    except struct.error:
        pass
    return 1


def _held(tiff: bytes) -> bytes:
    """Of what a camera told, only how it was held; nothing where it was held upright."""
    orientation = _orientation(tiff)
    if not 2 <= orientation <= 8:
        return b""
    return struct.pack(">2sHIHHHIHHI", b"MM", 42, 8, 1, 0x0112, 3, 1, orientation, 0, 0)


def _png(data: bytes) -> Iterator[bytes]:
    yield _PNG
    at = len(_PNG)
    while True:
        length, kind = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if end > len(data):
            raise ValueError("the picture breaks off")
        if kind == b"eXIf":
            if held := _held(data[at + 8 : end - 4]):
                yield struct.pack(">I", len(held)) + kind + held + struct.pack(">I", zlib.crc32(kind + held))
        elif kind not in _TOLD:
            yield data[at:end]
        if kind == b"IEND":
            return
        at = end


def _webp(data: bytes) -> bytes:
    (size,) = struct.unpack_from("<I", data, 4)
    if 8 + size > len(data):
        raise ValueError("the picture breaks off")
    chunks: list[tuple[bytes, bytes]] = []
    at = 12
    while at < 8 + size:
        kind, length = struct.unpack_from("<4sI", data, at)
        body = data[at + 8 : at + 8 + length]
        at += 8 + length + length % 2
        if kind == b"EXIF":
            body = _held(body.removeprefix(_EXIF))
        if kind != b"XMP " and (body or kind != b"EXIF"):
            chunks.append((kind, body))
    has_exif = any(kind == b"EXIF" for kind, _ in chunks)
    whole = b"WEBP" + b"".join(_chunk(kind, body, has_exif) for kind, body in chunks)
    return b"RIFF" + struct.pack("<I", len(whole)) + whole


def _chunk(kind: bytes, body: bytes, has_exif: bool) -> bytes:
    """A chunk of a WebP file; the first one tells what follows."""
    if kind == b"VP8X":
        flags = body[0] & ~(_HAS_EXIF | _HAS_XMP) | (_HAS_EXIF if has_exif else 0)
        body = bytes([flags]) + body[1:]
    return struct.pack("<4sI", kind, len(body)) + body + b"\0" * (len(body) % 2)
