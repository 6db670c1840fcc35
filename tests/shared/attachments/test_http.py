from __future__ import annotations

import tempfile
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from uuid import uuid4

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from shared.attachments.errors import AttachmentRefused
from shared.attachments.http import download, receive
from shared.attachments.limits import Limits
from shared.attachments.scanner import ScanState
from shared.attachments.store import Attachment

CONTENT = bytes(range(256)) * 10
FILE = Attachment(
    id=uuid4(), name='证据 "1";.txt', media_type="text/plain", size=1, sha256=b"", scan_state=ScanState.CLEAN,
    object_type=None, object_id=None, uploaded_by=None, content_size=len(CONTENT), content_sha256=b"",
    stored_key="", wrapped_key=b"", original_stored_key=None, original_wrapped_key=None,
    created_at=datetime(2026, 3, 2, tzinfo=UTC),
)  # fmt: skip
LIMITS = Limits(file_bytes=3_000_000)


async def _upload(request: Request) -> Response:
    try:
        upload = await receive(request, LIMITS)
    except AttachmentRefused as refused:
        return JSONResponse({"code": refused.code}, 400)
    return JSONResponse({"name": upload.name, "declared": upload.declared, "size": len(upload.content)})


async def _download(request: Request) -> Response:
    async def read(start: int, end: int) -> AsyncIterator[bytes]:
        yield CONTENT[start:end]

    return download(FILE, read, request.headers.get("range"))


@pytest.fixture
def client() -> httpx.AsyncClient:
    app = Starlette(routes=[Route("/up", _upload, methods=["POST"]), Route("/down", _download)])
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://files")


async def test_one_file_is_received_whole(client: httpx.AsyncClient) -> None:
    answer = await client.post("/up", files={"file": ("证据.jpg", b"x" * 2_500_000, "image/jpeg")})

    assert answer.json() == {"name": "证据.jpg", "declared": "image/jpeg", "size": 2_500_000}


async def test_an_upload_never_touches_the_disk(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", "/nowhere/to/be/found")

    answer = await client.post("/up", files={"file": ("a.txt", b"x" * 2_500_000)})

    assert answer.json()["size"] == 2_500_000


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"other": ("a.txt", b"x")}, "malformed_form"),
        ([("file", ("a.txt", b"x")), ("file", ("b.txt", b"x"))], "malformed_form"),
        ({"file": ("a.txt", b"")}, "attachment_empty"),
        ({"file": ("a.txt", b"x" * 3_000_001)}, "attachment_too_large"),
    ],
)
async def test_anything_but_one_fitting_file_is_refused(
    client: httpx.AsyncClient, files: object, code: str
) -> None:
    answer = await client.post("/up", files=files)  # type: ignore[arg-type]

    assert answer.json() == {"code": code}


@pytest.mark.parametrize(
    ("content", "media_type"),
    [(b"{}", "application/json"), (b"x", "multipart/form-data"), (b"x", "multipart/form-data; boundary=a"),
     (b"--a\r\nContent-Disposition: form-data; name=file\r\n\r\nx\r\n--a--", "multipart/form-data; boundary=a")],
)  # fmt: skip
async def test_what_is_no_form_with_a_file_is_refused(
    client: httpx.AsyncClient, content: bytes, media_type: str
) -> None:
    answer = await client.post("/up", content=content, headers={"content-type": media_type})

    assert answer.json() == {"code": "malformed_form"}


async def test_a_file_goes_out_as_a_download_that_no_browser_opens(client: httpx.AsyncClient) -> None:
    answer = await client.get("/down")

    assert (answer.status_code, answer.content) == (200, CONTENT)
    assert answer.headers["content-disposition"] == (
        "attachment; filename*=UTF-8''%E8%AF%81%E6%8D%AE%20%221%22%3B.txt"
    )
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"
    assert "sandbox" in answer.headers["content-security-policy"]
    assert answer.headers["content-length"] == str(len(CONTENT))


@pytest.mark.parametrize(
    ("wanted", "part", "named"),
    [
        ("bytes=0-99", CONTENT[:100], "bytes 0-99/2560"),
        ("bytes=2500-", CONTENT[2500:], "bytes 2500-2559/2560"),
        ("bytes=-10", CONTENT[-10:], "bytes 2550-2559/2560"),
        ("bytes=100-99999", CONTENT[100:], "bytes 100-2559/2560"),
    ],
)
async def test_a_part_is_given_out_exactly(
    client: httpx.AsyncClient, wanted: str, part: bytes, named: str
) -> None:
    answer = await client.get("/down", headers={"range": wanted})

    assert (answer.status_code, answer.content, answer.headers["content-range"]) == (206, part, named)


@pytest.mark.parametrize(
    "wanted",
    [
        "bytes=-",
        "items=0-1",
        "bytes=0-1,5-6",
        "nonsense",
        "bytes=0-",
        "bytes=-99999",
        "bytes=" + "9" * 5000 + "-",
    ],
)
async def test_a_range_that_says_nothing_gives_the_whole(client: httpx.AsyncClient, wanted: str) -> None:
    answer = await client.get("/down", headers={"range": wanted})

    assert (answer.status_code, answer.content) == (200, CONTENT)


@pytest.mark.parametrize("wanted", ["bytes=2560-", "bytes=9-3", "bytes=-0"])
async def test_a_range_behind_the_end_cannot_be_satisfied(client: httpx.AsyncClient, wanted: str) -> None:
    answer = await client.get("/down", headers={"range": wanted})

    assert (answer.status_code, answer.headers["content-range"]) == (416, "bytes */2560")
