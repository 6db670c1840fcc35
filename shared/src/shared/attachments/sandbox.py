"""Cleaning files in processes of their own: no secrets, little memory and time, nothing to write to.

A file made to exploit a decoder finds an empty environment, and no file or key of the service and no other file in
memory. The processes part from one that is kept ready, since loading the libraries takes longer than cleaning.
"""

from __future__ import annotations

import asyncio
import atexit
import os
import signal
import socket
import subprocess
import sys
from contextlib import suppress

from shared.attachments.errors import AttachmentRefused
from shared.attachments.limits import Limits

LONGEST_S = 45.0
_ENDS_AFTER = 500
"""Files, so that what one of them learned of the memory's layout is soon worth nothing."""
_CLEAN, _REFUSED = b"clean", b"refused"
_at_once = asyncio.Semaphore(2)


class _Keeper:
    """The process that is kept ready; started with the first file."""

    def __init__(self) -> None:
        self._control: socket.socket | None = None
        self._processes: list[subprocess.Popen[bytes]] = []
        self._files = 0

    def hand_over(self, message: bytes) -> socket.socket:
        """Let a process begin, and return the connection to it. Raises: OSError."""
        if self._files >= _ENDS_AFTER:
            self.end()
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                socket.send_fds(self._running(), [message], [theirs.fileno()])
            except OSError:  # it was killed: once more, with a new one
                self.end()
                socket.send_fds(self._running(), [message], [theirs.fileno()])
        self._files += 1
        return ours

    def _running(self) -> socket.socket:
        if self._control is None:
            self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            with theirs:
                process = subprocess.Popen(
                    [sys.executable, "-I", "-m", "shared.attachments.cleaning"],
                    stdin=theirs.fileno(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={},
                )  # fmt: skip
            self._processes = [process, *(one for one in self._processes if one.poll() is None)]
        return self._control

    def end(self) -> None:
        """Let it end by itself, after whatever is being cleaned."""
        if self._control is not None:
            self._control.close()
        self._control, self._files = None, 0

    def kill(self) -> None:
        """End it now."""
        self.end()
        for process in self._processes:
            process.kill()
            process.wait()


_keeper = _Keeper()
atexit.register(_keeper.kill)


async def clean_apart(content: bytes, code: str, *, limits: Limits) -> bytes:
    """Do what `cleaning` does for a format, in a process that may be lost. Raises: AttachmentRefused."""
    message = f"{code} {limits.pixels} {limits.frames}".encode()
    async with _at_once:
        connection = _keeper.hand_over(message)
        reader, writer = await asyncio.open_unix_connection(sock=connection)
        process = b""
        try:
            async with asyncio.timeout(LONGEST_S):
                process = await reader.readline()
                writer.write(content)
                await writer.drain()
                writer.write_eof()
                answer = await reader.read(-1)
        except TimeoutError:
            with suppress(ValueError, ProcessLookupError):
                os.kill(int(process), signal.SIGKILL)
            raise AttachmentRefused("attachment_damaged") from None
        except OSError:
            raise AttachmentRefused("attachment_damaged") from None
        finally:
            writer.close()
    return _output(answer)


def _output(answer: bytes) -> bytes:
    said, _, output = answer.partition(b"\n")
    if said == _CLEAN:
        return output
    outcome, *refusal = said.split() or [b""]
    if outcome != _REFUSED:
        raise AttachmentRefused("attachment_damaged")
    code, *params = (word.decode() for word in refusal)
    figures = (one.partition("=") for one in params)
    raise AttachmentRefused(code, **{name: int(value) for name, _, value in figures})
