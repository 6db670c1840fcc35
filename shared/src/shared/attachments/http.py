"""Files over HTTP: one file in, kept in memory only; a file or a part of it out, always as a download."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable
from urllib.parse import quote

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from shared.attachments.errors import AttachmentRefused
from shared.attachments.limits import DEFAULT, Limits
from shared.attachments.store import Attachment
from shared.attachments.take_in import Upload

FIELD = "file"
_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")
_SAFE_HEADERS = {
    "accept-ranges": "bytes",
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
}


class _InMemory(MultiPartParser):
    """Never writes a file to disk: what is not sealed yet must not lie in a temporary folder."""

    spool_max_size = 0  # of the library's temporary file: without a limit it stays in memory


async def receive(request: Request, limits: Limits = DEFAULT) -> Upload:
    """Read the one part called `file` of a multipart form. Raises: AttachmentRefused.

    The body's size must have been limited before; a single file over the limit is refused here as well.
    """
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise AttachmentRefused("malformed_form")
    try:
        form = await _InMemory(request.headers, request.stream(), max_files=1, max_fields=0).parse()
    except (MultiPartException, KeyError, ValueError):
        raise AttachmentRefused("malformed_form") from None
    try:
        part = form.get(FIELD)
        if not isinstance(part, UploadFile):
            raise AttachmentRefused("malformed_form")
        content = await part.read(limits.file_bytes + 1)
        limits.check_size(len(content))
        return Upload(part.filename or "", part.content_type or "", content)
    finally:
        await form.close()


def download(
    attachment: Attachment, read: Callable[[int, int], AsyncIterator[bytes]], wanted: str | None
) -> Response:
    """Answer with the content, or with the part that a `Range` header (`wanted`) names.

    `read` gives the content from a start up to an end. A malformed range or several ranges give the whole; one
    behind the end gives 416.
    """
    size = attachment.content_size
    span = _span(wanted, size)
    headers = {
        **_SAFE_HEADERS,
        "content-disposition": f"attachment; filename*=UTF-8''{quote(attachment.name, safe='')}",
    }
    if span is None:
        return Response(status_code=416, headers={**headers, "content-range": f"bytes */{size}"})
    start, end = span
    headers["content-length"] = str(end - start)
    partial = (start, end) != (0, size)
    if partial:
        headers["content-range"] = f"bytes {start}-{end - 1}/{size}"
    return StreamingResponse(
        read(start, end), 206 if partial else 200, headers, media_type=attachment.media_type
    )


def _span(wanted: str | None, size: int) -> tuple[int, int] | None:
    match = _RANGE.fullmatch((wanted or "").replace(" ", ""))
    if match is None or match.groups() == ("", ""):
        return 0, size
    first, last = match.groups()
    if first:
        start, end = int(first), min(size, int(last) + 1 if last else size)
    else:
        start, end = max(0, size - int(last)), size
    return (start, end) if start < end else None
