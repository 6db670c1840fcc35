from __future__ import annotations

import asyncio
import subprocess
import sys

import pytest
from PIL import Image

from shared.attachments.errors import AttachmentRefused
from shared.attachments.limits import Limits
from shared.attachments.rewriting import rewrite
from shared.attachments.sandbox import rewrite_apart

from tests.shared.attachments.files import gif, jpeg, picture, png, saved, webp
from tests.shared.attachments.remains import foreign_parts

FRAMES = {"save_all": True, "append_images": [picture()]}
SAMPLES = {
    "JPEG": (
        jpeg(orientation=6),
        jpeg() + jpeg(),
        saved(picture("CMYK"), "JPEG"),
        saved(picture(), "MPO", **FRAMES),
    ),
    "PNG": (png(picture("P"), orientation=6), png(picture("I;16")), saved(picture(), "PNG", **FRAMES)),
    "WEBP": (webp(picture("RGBA"), orientation=3), saved(picture(), "WEBP", **FRAMES)),
    "GIF": (gif(), saved(picture(), "GIF", **FRAMES)),
}
_BEHIND_THE_FENCE = """
import socket, sys
from shared.attachments import sandbox
sandbox._fence()
def attempt(what):
    try:
        what()
    except BaseException as error:
        return type(error).__name__
    return "done"
print(*[attempt(what) for what in (
    lambda: open("/etc/hostname"),
    lambda: socket.socket(),
    lambda: bytearray(sandbox.MEMORY_BYTES),
    lambda: __import__("os").pipe(),
)])
"""


@pytest.mark.parametrize("kind", SAMPLES)
async def test_the_copy_made_apart_is_the_one_made_here(kind: str) -> None:
    for content in SAMPLES[kind]:
        clean = await rewrite_apart(content, kind, limits=Limits())
        assert clean == rewrite(content, kind)
        assert foreign_parts(clean, kind) == []


async def test_refusals_come_back_as_refusals() -> None:
    large = saved(Image.new("L", (1000, 1000)), "PNG")

    with pytest.raises(AttachmentRefused) as refused:
        await rewrite_apart(large, "PNG", limits=Limits(pixels=999_999))
    assert (refused.value.code, refused.value.params) == (
        "attachment_too_many_pixels",
        {"limit_megapixels": 0},
    )
    with pytest.raises(AttachmentRefused, match="attachment_damaged"):
        await rewrite_apart(large[:200], "PNG", limits=Limits())


async def test_behind_the_fence_there_is_no_file_no_network_and_little_memory() -> None:
    done = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-I", "-c", _BEHIND_THE_FENCE],
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.split() == ["OSError", "OSError", "MemoryError", "OSError"]


async def test_a_picture_at_the_limit_fits_into_the_memory() -> None:
    content = saved(Image.new("RGB", (8192, 6103), (9, 99, 199)), "JPEG")

    assert await rewrite_apart(content, "JPEG", limits=Limits())
