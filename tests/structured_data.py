"""The structured data of finished pages held against the types of schema.org, by the TypeScript compiler."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser

_NEEDED = ("SearchAction", "WithActionConstraints", "WithContext")


def data_of(site: Path) -> list[tuple[str, str]]:
    """Each line of JSON-LD of a site with the page that holds it."""
    return [
        (path.relative_to(site).as_posix(), node.text())
        for path in sorted(site.rglob("*.html"))
        for node in LexborHTMLParser(path.read_text(encoding="utf-8")).css(
            'script[type="application/ld+json"]'
        )
    ]


def complaints(lines: list[str], folder: Path) -> list[str]:
    """What the compiler says of these lines of JSON-LD, as literals of the types that they say they are of.

    The compiler and the types are those that ``BANTIN_STRUCTURED_DATA`` names.
    """
    place = Path(os.environ["BANTIN_STRUCTURED_DATA"]) / "node_modules"
    kinds = {line: str(json.loads(line)["@type"]) for line in lines}
    names = ", ".join(sorted({*kinds.values(), *_NEEDED}))
    written = [f'import type {{ {names} }} from "schema-dts";']
    for number, line in enumerate(lines):
        written += _literals(number, json.loads(line), kinds[line])
    (folder / "pages.ts").write_text("\n".join(written), "utf-8")
    (folder / "node_modules").unlink(missing_ok=True)
    (folder / "node_modules").symlink_to(place)
    command = [
        "node",
        str(place / "typescript" / "bin" / "tsc"),
        "--noEmit",
        "--strict",
        "--skipLibCheck",
        "pages.ts",
    ]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    told: list[str] = done.stdout.splitlines()
    return told


def _literals(number: int, thing: dict[str, Any], kind: str) -> list[str]:
    """A thing as a literal of its type; what it lets programs do as one of its own, whose "query-input" is
    known to the type of actions with constraints alone."""
    written, action = dict(thing), ""
    if asked := written.pop("potentialAction", None):
        action = f"const a{number}: WithActionConstraints<SearchAction> = {json.dumps(asked)};"
    literal = json.dumps(written)
    if action:
        literal = f"{literal[:-1]}, potentialAction: a{number}}}"
    return [*filter(None, [action]), f"export const x{number}: WithContext<{kind}> = {literal};"]
