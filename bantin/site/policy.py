"""What a browser may do on a page of the site: one policy, for the pages themselves and for web servers.

Everything comes from the site itself and nothing is written into a page that runs or paints. What each
directive says: Content Security Policy Level 3, W3C; ``_headers`` is the form of static hosts (Netlify,
Cloudflare Pages, GitLab Pages), the other one nginx's (ngx_http_headers_module).
"""

from __future__ import annotations

POLICY = "; ".join(
    (
        "default-src 'none'",
        "base-uri 'none'",
        "connect-src 'self'",
        "font-src 'self'",
        "form-action 'self'",
        "img-src 'self' data:",
        "media-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
    )
)
"""The policy as it stands in every page: files of the site only; a picture may be written as data."""

STOPPED = frozenset({"applet", "base", "embed", "frame", "iframe", "object"})
"""The elements that do nothing under the policy."""

SERVED = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
"""What a web server sends with each file: the policy with what only a server can say, and more."""

HEADERS_FILE = "_headers"
"""The file of the site in which static hosts look for what to send."""

NGINX_FILE = "nginx-headers.conf"
"""The file beside the composed pages that nginx includes."""


def headers_text() -> str:
    """The text of ``_headers``: for every address of the site."""
    return "/*\n" + "".join(f"  {name}: {value}\n" for name, value in SERVED.items())


def nginx_text() -> str:
    """The lines for a ``server`` or ``location`` of nginx; sent with error pages as well."""
    return "".join(f'add_header {name} "{value}" always;\n' for name, value in SERVED.items())
