"""Cleaning files in a process of its own: no secrets, little memory and time, nothing to write to.

A file made to exploit a decoder finds an empty environment and no file or key of the service in memory.
"""

from __future__ import annotations

import asyncio
import sys

from shared.attachments.errors import AttachmentRefused
from shared.attachments.limits import Limits

LONGEST_S = 45.0
_REFUSED = 3
_at_once = asyncio.Semaphore(2)


async def clean_apart(content: bytes, code: str, *, limits: Limits) -> bytes:
    """Do what `cleaning` does for a format, in a process that may be lost. Raises: AttachmentRefused."""
    async with _at_once:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-I", "-m", "shared.attachments.cleaning", code, str(limits.pixels), str(limits.frames),
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL, env={},
        )  # fmt: skip
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
    raise _refusal(output) if process.returncode == _REFUSED else AttachmentRefused("attachment_damaged")


def _refusal(output: bytes) -> AttachmentRefused:
    code, *params = output.decode().split()
    figures = (one.partition("=") for one in params)
    return AttachmentRefused(code, **{name: int(value) for name, _, value in figures})
