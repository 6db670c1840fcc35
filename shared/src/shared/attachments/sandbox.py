"""Rewriting pictures in a process of its own: no secrets, little memory and time, nothing to write to.

A picture made to exploit the decoder finds an empty environment and no file or key of the service in memory.
"""

from __future__ import annotations

import asyncio
import importlib
import io
import resource
import sys

from PIL import Image

from shared.attachments.errors import AttachmentRefused
from shared.attachments.limits import Limits
from shared.attachments.rewriting import most_pixels, rewrite

MEMORY_BYTES = 768 * 1024 * 1024
CPU_S = 30
LONGEST_S = 45.0
_REFUSED = 3
_NEEDED_BY_SOME = ("PIL.TiffImagePlugin", "PIL.MpoImagePlugin")  # camera data; several pictures in one JPEG
_at_once = asyncio.Semaphore(2)


async def rewrite_apart(content: bytes, picture: str, *, limits: Limits) -> bytes:
    """Do what `rewriting.rewrite` does, in a process that may be lost. Raises: AttachmentRefused."""
    async with _at_once:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-I",
            "-m",
            "shared.attachments.sandbox",
            picture,
            str(limits.pixels),
            str(limits.frames),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env={},
        )
        try:
            async with asyncio.timeout(LONGEST_S):
                output, _ = await process.communicate(content)
        except TimeoutError:
            raise AttachmentRefused("attachment_damaged") from None
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
    if process.returncode == 0:
        return output
    if process.returncode == _REFUSED and output.startswith(b"attachment_too_many_pixels"):
        raise AttachmentRefused(
            "attachment_too_many_pixels", limit_megapixels=most_pixels(picture, limits) // 1_000_000
        )
    raise AttachmentRefused("attachment_damaged")


def _fence() -> None:
    """Give up what this process will not need; cannot be undone."""
    for what, most in (
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_CPU, CPU_S),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_NOFILE, 3),
    ):
        resource.setrlimit(what, (most, most))


def _warm_up(picture: str) -> None:
    """Let the library load every module and table it needs: no file can be opened behind the fence."""
    for module in _NEEDED_BY_SOME:
        importlib.import_module(module)
    tiny = io.BytesIO()
    frame = Image.new("RGB", (1, 1))
    frame.save(tiny, picture, **({} if picture == "JPEG" else {"save_all": True, "append_images": [frame]}))
    rewrite(tiny.getvalue(), picture)


def main(picture: str, pixels: int, frames: int) -> int:
    """Read a picture from standard input, write the clean one to standard output."""
    _warm_up(picture)
    content = sys.stdin.buffer.read()
    _fence()
    try:
        output = rewrite(content, picture, limits=Limits(pixels=pixels, frames=frames))
    except AttachmentRefused as refused:
        sys.stdout.write(refused.code)
        return _REFUSED
    sys.stdout.buffer.write(output)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
