"""Addresses as programs need them: whole ones where that of the site is known, else rooted ones."""

from __future__ import annotations

from bantin.compose.said import Publisher

HOW = "Địa chỉ viết đầy đủ; nơi công bố chưa khai địa chỉ của trang thì địa chỉ viết từ gốc của trang."
"""What is told of addresses wherever no publisher is known."""


def how(publisher: Publisher) -> str:
    """What readers are told of the addresses in the files."""
    return "Địa chỉ viết đầy đủ." if publisher.site_address else "Địa chỉ viết từ gốc của trang."
