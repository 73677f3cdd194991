"""Who publishes, and where: what the data of most pages have in common."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urljoin

from bantin.compose.said import SEARCH, Bulletins, Publisher
from bantin.outputs.output import Outputs
from bantin.outputs.structured.nodes import Node, Value, thing

LANGUAGE = "vi"


@dataclass(frozen=True)
class Site:
    """What the data of pages are made from: everything that is said, and the files beside the pages."""

    bulletins: Bulletins
    outputs: Outputs

    @property
    def publisher(self) -> Publisher:
        """Who publishes."""
        return self.bulletins.publisher

    def whole(self, address: str) -> str:
        """The whole address of a page or file of the site, "" where nobody knows where the site stands."""
        base = self.publisher.site_address
        return urljoin(f"{base.rstrip('/')}/", address.lstrip("/")) if base else ""

    @cached_property
    def organisation(self) -> Node:
        """The publisher."""
        parent = self.publisher.parent
        return thing(
            "Organization",
            name=self.publisher.name,
            url=self.whole("/"),
            parentOrganization=thing("Organization", name=parent) if parent else None,
        )

    @cached_property
    def licence(self) -> str:
        """The whole address of the licence, or ""."""
        address = self.publisher.licence_address
        return self.whole(address) if address.startswith("/") else address


def web_site(site: Site) -> Node:
    """The site itself, told on its first page; the search takes what is looked for from its address."""
    asked = site.whole(f"{SEARCH}?q=") and f"{site.whole(SEARCH)}?q={{tim}}"
    action: dict[str, Value] = {
        "@type": "SearchAction",
        "target": thing("EntryPoint", urlTemplate=asked),
        "query-input": "required name=tim",
    }
    return thing(
        "WebSite",
        name=site.publisher.title,
        description=site.publisher.description,
        url=site.whole("/"),
        inLanguage=LANGUAGE,
        publisher=site.organisation,
        license=site.licence,
        potentialAction=action if asked else None,
    )
