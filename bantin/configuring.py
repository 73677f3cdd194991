"""What the engine is told of the publisher and of the policy of the pages."""

from __future__ import annotations

from dataclasses import replace

from bantin.compose.said import Bulletins, plain
from bantin.outputs import Outputs
from bantin.pages import file_of, frame_values
from bantin.site import Configuration
from bantin.site.policy import POLICY

NO_OUTPUTS = Outputs()


def configuration(bulletins: Bulletins, policy: str = POLICY, outputs: Outputs = NO_OUTPUTS) -> Configuration:
    """What the engine must know of the publisher, the policy that each page carries, if any, and the card
    that stands for pages without one of their own.

    outputs: what stands beside the pages: no page names a feed that is not there.
    """
    publisher, card = bulletins.publisher, outputs.cards.get("/")
    if publisher.feed and publisher.feed.address.lstrip("/") not in outputs.sources:
        publisher = replace(publisher, feed=None)
    return Configuration(
        name=publisher.title,
        description=publisher.description,
        address=publisher.site_address,
        nav=tuple((plain(link.text), file_of(bulletins, link.address)) for link in publisher.header_links),
        extra={"frame": frame_values(publisher), "policy": policy, "card": card.address if card else ""},
    )
