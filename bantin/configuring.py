"""What the engine is told of the publisher and of the policy of the pages."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from bantin.compose.said import Bulletins, plain
from bantin.pages import file_of, frame_values
from bantin.site import Configuration
from bantin.site.policy import POLICY


def configuration(
    bulletins: Bulletins, policy: str = POLICY, files: Container[str] = frozenset()
) -> Configuration:
    """What the engine must know of the publisher, and the policy that each page carries, if any.

    files: what stands beside the pages, by its path: no page names a feed that is not there.
    """
    publisher = bulletins.publisher
    if publisher.feed and publisher.feed.address.lstrip("/") not in files:
        publisher = replace(publisher, feed=None)
    return Configuration(
        name=publisher.title,
        description=publisher.description,
        address=publisher.site_address,
        nav=tuple((plain(link.text), file_of(bulletins, link.address)) for link in publisher.header_links),
        extra={"frame": frame_values(publisher), "policy": policy},
    )
