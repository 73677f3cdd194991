"""The page that stands at every address of the preview while a record holds a mistake."""

from __future__ import annotations

import html

from bantin.problems import Translate, say

_PAGE = """\
<!doctype html>
<html lang="{language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{heading}</title>
<style>
:root {{ color-scheme: light dark; --paper: #fbfaf7; --ink: #1b1f24; --quiet: #5a5f66; --accent: #9b1c1c }}
@media (prefers-color-scheme: dark) {{
  :root {{ --paper: #15181c; --ink: #e8e6e1; --quiet: #a9adb3; --accent: #ff8a80 }}
}}
body {{ margin: 0; background: var(--paper); color: var(--ink); font: 18px/1.6 system-ui, sans-serif }}
main {{ max-width: 62rem; margin: 0 auto; padding: 32px 16px; border-top: 3px solid var(--accent) }}
h1 {{ font-size: 26px; line-height: 1.25; margin: 0 0 8px }}
p {{ color: var(--quiet); margin: 0 0 24px }}
pre {{ font: 15px/1.6 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere }}
</style></head>
<body><main><h1>{heading}</h1><p>{advice}</p><pre>{mistakes}</pre></main></body></html>
"""

_HEADING = say("The site cannot be built yet")
_ADVICE = say("Mend what is named below and save the file: this page then shows the site again by itself.")


def page_of_mistakes(mistakes: str, translate: Translate, language: str) -> bytes:
    """The page that shows ``mistakes``, a plain text; ``language`` is the one of ``translate``."""
    page = _PAGE.format(
        language=html.escape(language),
        heading=html.escape(_HEADING.translated(translate)),
        advice=html.escape(_ADVICE.translated(translate)),
        mistakes=html.escape(mistakes),
    )
    return page.encode("utf-8", "replace")
