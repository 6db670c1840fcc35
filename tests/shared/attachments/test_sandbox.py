from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from shared.attachments import sandbox
from shared.attachments.cleaning.formats import CLEANERS
from shared.attachments.errors import AttachmentRefused
from shared.attachments.limits import Limits
from shared.attachments.sandbox import _keeper, clean_apart

from tests.shared.attachments.files import gif, jpeg, picture, png, saved, webp
from tests.shared.attachments.marked import MARKED
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
from shared.attachments.cleaning import __main__ as sandbox
sandbox.fence()
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
        clean = await clean_apart(content, kind.lower(), limits=Limits())
        assert clean == CLEANERS[kind.lower()](content, Limits())
        assert foreign_parts(clean, kind) == []


async def test_refusals_come_back_as_refusals() -> None:
    large = saved(Image.new("L", (1000, 1000)), "PNG")

    with pytest.raises(AttachmentRefused) as refused:
        await clean_apart(large, "png", limits=Limits(pixels=999_999))
    assert (refused.value.code, refused.value.params) == (
        "attachment_too_many_pixels",
        {"limit_megapixels": 0},
    )
    with pytest.raises(AttachmentRefused, match="attachment_damaged"):
        await clean_apart(large[:200], "png", limits=Limits())


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

    assert await clean_apart(content, "jpeg", limits=Limits())


@pytest.mark.parametrize("code", sorted(set(CLEANERS) - {"jpeg", "png", "webp", "gif"}))
async def test_every_other_format_is_cleaned_apart_too(code: str) -> None:
    content = MARKED[code]()

    assert await clean_apart(content, code, limits=Limits()) == CLEANERS[code](content, Limits())


async def test_a_keeper_that_was_killed_or_is_worn_out_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    content = jpeg()
    clean = await clean_apart(content, "jpeg", limits=Limits())
    first = _keeper._processes[0]

    first.kill()
    first.wait()
    assert await clean_apart(content, "jpeg", limits=Limits()) == clean
    second = _keeper._processes[0]
    assert second is not first

    monkeypatch.setattr(sandbox, "_ENDS_AFTER", 1)
    assert await clean_apart(content, "jpeg", limits=Limits()) == clean
    assert _keeper._processes[0] is not second
    assert await asyncio.to_thread(second.wait, 10) == 0


async def test_a_file_that_takes_too_long_is_refused_and_its_process_ended(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await clean_apart(jpeg(), "jpeg", limits=Limits())
    large = saved(Image.new("RGB", (8192, 6103)), "JPEG")

    monkeypatch.setattr(sandbox, "LONGEST_S", 0.3)
    with pytest.raises(AttachmentRefused, match="attachment_damaged"):
        await clean_apart(large, "jpeg", limits=Limits())
    monkeypatch.undo()

    await asyncio.sleep(0.1)
    children = Path(
        f"/proc/{_keeper._processes[0].pid}/task/{_keeper._processes[0].pid}/children"
    ).read_text()
    assert children.split() == []


async def test_behind_every_file_there_is_another_process_with_an_empty_environment() -> None:
    await clean_apart(jpeg(), "jpeg", limits=Limits())

    keeper = _keeper._processes[0].pid
    assert Path(f"/proc/{keeper}/environ").read_bytes() == b""
    assert len(list(Path(f"/proc/{keeper}/fd").iterdir())) <= 4
