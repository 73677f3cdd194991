"""The part of the engine's configuration that depends on records, written beside the pages."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_NOT_AS_IT_IS = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""What YAML reads as a line break, skips or refuses inside a quoted text."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """What the engine must know beyond the project's own ``mkdocs.yml``.

    name, description: of the whole site; address: where it will be published ("" when unknown);
    nav: title and path of the few fixed pages, in order; extra: what the theme prints, as JSON values.
    """

    name: str
    description: str
    address: str = ""
    nav: tuple[tuple[str, str], ...] = ()
    extra: Mapping[str, object] = field(default_factory=dict)


def configuration_text(configuration: Configuration) -> str:
    """The text of the generated ``mkdocs.yml``: JSON, which every reader of YAML understands."""
    settings = {
        "INHERIT": "base.yml",
        "site_name": configuration.name,
        "site_description": configuration.description,
        **({"site_url": configuration.address} if configuration.address else {}),
        "docs_dir": "docs",
        "site_dir": "site",
        "strict": True,
        "use_directory_urls": True,
        **({"nav": [{title: path} for title, path in configuration.nav]} if configuration.nav else {}),
        "not_in_nav": "*",
        "validation": {"nav": {"omitted_files": "warn"}, "links": {"absolute_links": "warn"}},
        "theme": {"custom_dir": "theme"},
        "extra": dict(configuration.extra),
    }
    return as_yaml(settings)


def as_yaml(value: object) -> str:
    """A value as JSON text that a YAML reader takes as exactly this value."""
    text = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)
    return _NOT_AS_IT_IS.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"
