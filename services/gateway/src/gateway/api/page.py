"""How a page is made: templates, the policy that keeps it from any other host, static files."""

import gzip
import hashlib
from functools import cache
from importlib.resources import files
from pathlib import PurePosixPath
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markdown_it import MarkdownIt
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

_NOTHING_ELSE = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
PLAIN = f"default-src 'none'; style-src 'self'; img-src 'self'; {_NOTHING_ELSE}"
SEARCHED = f"{PLAIN}; script-src 'self'"
# The reference sets styles from script; everything it loads or calls is on this host.
REFERENCE = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:;"
    f" font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; {_NOTHING_ELSE}"
)
_KINDS = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
_templates = Environment(loader=PackageLoader("gateway"), autoescape=True, undefined=StrictUndefined)


def written(text: str) -> str:
    """Return Markdown of ours as HTML; HTML within it stays text."""
    return str(MarkdownIt("commonmark", {"html": False}).render(text))


def page(template: str, policy: str = PLAIN, status: int = 200, **values: Any) -> Response:
    """Return a page made from a template."""
    text = _templates.get_template(template).render(values)
    return HTMLResponse(text, status, {"Content-Security-Policy": policy, "Cache-Control": "no-cache"})


def static_file(request: Request, path: str) -> Response | None:
    """Return a file that came with the package, or None; only files that are listed exist."""
    found = _files().get(path)
    if found is None:
        return None
    content, packed, kind, tag = found
    headers = {"ETag": tag, "Cache-Control": "public, max-age=3600", "Vary": "Accept-Encoding"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(packed, headers={**headers, "Content-Encoding": "gzip"}, media_type=kind)
    return Response(content, headers=headers, media_type=kind)


@cache
def _files() -> dict[str, tuple[bytes, bytes, str, str]]:
    """Return path -> content, the same packed, media type, tag."""
    root = files("gateway") / "static"
    found = {}
    for path in ("pages.css", "icon.svg", "start.js", "find.js", "scalar/standalone-1.72.1.js"):
        content = root.joinpath(path).read_bytes()
        tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
        found[path] = (content, gzip.compress(content, 6), _KINDS[PurePosixPath(path).suffix], tag)
    return found
