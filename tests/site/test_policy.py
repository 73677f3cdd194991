"""The policy as browsers and web servers are told it."""

from __future__ import annotations

import re

from bantin.site.policy import POLICY, SERVED, headers_text, nginx_text


def test_nothing_runs_or_paints_from_within_a_page() -> None:
    directives = dict(part.split(" ", 1) for part in POLICY.split("; "))
    assert directives["default-src"] == directives["base-uri"] == "'none'"
    assert directives["script-src"] == directives["style-src"] == directives["connect-src"] == "'self'"
    assert not re.search(r"unsafe|https?:|\*", POLICY)
    assert "frame-ancestors" not in POLICY  # a page cannot say this of itself


def test_servers_say_the_same_and_what_only_they_can_say() -> None:
    assert SERVED["Content-Security-Policy"] == f"{POLICY}; frame-ancestors 'none'"
    assert SERVED["X-Content-Type-Options"] == "nosniff"
    first, *lines = headers_text().splitlines()
    assert first == "/*"
    assert dict(line.removeprefix("  ").split(": ", 1) for line in lines) == SERVED
    told = re.findall(r'^add_header (\S+) "([^"]+)" always;$', nginx_text(), re.MULTILINE)
    assert dict(told) == SERVED and len(told) == nginx_text().count("\n")
