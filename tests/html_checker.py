"""The Nu HTML checker: what it says of pages."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

NOT_TRUE = "Content Security Policy (meta tag)"
"""Said of all files, which have no origin that could be 'self' for the checker, and of data for search
engines, which do not run: what the policy really stops is seen in Chromium (test_policy_in_browser)."""


def said_of(files: list[Path]) -> list[dict[str, str]]:
    """What the checker (``BANTIN_HTML_CHECKER``) says of pages: messages as its JSON has them."""
    checker = ["java", "-jar", os.environ["BANTIN_HTML_CHECKER"], "--format", "json", "--stdout"]
    done = subprocess.run([*checker, *map(str, files)], capture_output=True, text=True, check=False)
    messages: list[dict[str, str]] = json.loads(done.stdout)["messages"]
    return messages
