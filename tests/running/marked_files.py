"""Files of every format with a planted text wherever the format lets one tell on its maker, sent as a browser would."""

from __future__ import annotations

import urllib.request
from collections.abc import Mapping
from uuid import uuid4

from shared.attachments.formats import FORMATS

from tests.running.marks import Marks, ask
from tests.shared.attachments.files import MARKER
from tests.shared.attachments.marked import BODY, MARKED
from tests.shared.attachments.remains import has_marker

PLANTED = MARKER
DOOR = "/intake/v1/public/attachments"
BOUNDARY = "canary"


def marked_files() -> Mapping[str, bytes]:
    """Return a file of each of the twelve formats; a plain text has no place to tell anything but its name."""
    return {code: MARKED[code]() if code in MARKED else BODY.encode() for code in FORMATS}


def send_files(port: int, marks: Marks) -> dict[str, str]:
    """Upload one file of each format, the mark in its name too; return the ids by format."""
    ids = {}
    for code, content in marked_files().items():
        kind = f"multipart/form-data; boundary={BOUNDARY}"
        status, answer = ask(
            port, marks, "POST", DOOR, str(uuid4()), _form(code, content, marks), content_type=kind
        )
        assert status == 201, (code, answer)
        ids[code] = answer["id"]
    return ids


def given_out(url: str, token: str) -> bytes:
    """Return a file as an officer gets it."""
    request = urllib.request.Request(url, headers={"Authorization": f"Bearer {token}"})  # noqa: S310 - our gateway
    with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310
        content: bytes = answer.read()
    return content


def tells(content: bytes) -> bool:
    """Say whether a file still holds what was planted."""
    return has_marker(content)


def _form(code: str, content: bytes, marks: Marks) -> bytes:
    one = FORMATS[code]
    name = f"{marks.token}.{min(one.extensions)}"
    head = (
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
        f"Content-Type: {one.media_type}\r\n\r\n"
    )
    return head.encode() + content + f"\r\n--{BOUNDARY}--\r\n".encode()


__all__ = ["PLANTED", "given_out", "marked_files", "send_files", "tells"]
