"""MkDocs's environment of templates, with which a build of ours draws frames and MkDocs its own pages."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

Environment = Any
"""An environment of templates (Jinja's class, which only MkDocs and ``pages`` import)."""


def environment(config: MkDocsConfig) -> Environment:
    """The environment that MkDocs makes of a configuration; it lists no template in a hidden folder.

    MkDocs leaves those out of a site. Material has 14,000 in one, and each would be asked for its name.
    """
    env: Environment = config.theme.get_env()
    folders = env.loader.searchpath
    env.loader.list_templates = lambda: sorted({name for folder in folders for name in _shown(folder)})
    return env


def _shown(folder: str) -> Iterator[str]:
    """The files below a folder, as POSIX paths, without those in hidden folders."""
    for place, folders, files in os.walk(folder, followlinks=False):
        folders[:] = [name for name in folders if not name.startswith(".")]
        below = os.path.relpath(place, folder).replace(os.sep, "/")
        yield from (name if below == "." else f"{below}/{name}" for name in files)
