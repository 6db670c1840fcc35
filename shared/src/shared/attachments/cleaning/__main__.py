"""Keeps ready to clean files, each in a process of its own behind a fence: `python -m shared.attachments.cleaning`.

What arrives on standard input is one message a file: the format, the limits, and a socket. The keeper itself reads no
file; it parts into a process that does, so that nobody waits until the libraries are loaded.
"""

from __future__ import annotations

import gc
import importlib
import io
import os
import resource
import signal
import socket
import sys
import zipfile
from contextlib import suppress

from PIL import Image

from shared.attachments.cleaning.formats import CLEANERS
from shared.attachments.errors import AttachmentRefused
from shared.attachments.limits import Limits

MEMORY_BYTES = 768 * 1024 * 1024
CPU_S = 30
CLEAN, REFUSED = "clean", "refused"
MESSAGE_BYTES = 128
_NEEDED_BY_SOME = ("PIL.TiffImagePlugin", "PIL.MpoImagePlugin")  # camera data; several pictures in one JPEG
_DRAWN = ("JPEG", "PNG", "WEBP", "GIF")


def fence() -> None:
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


def warm_up() -> None:
    """Let the libraries load every module and table they need: no file can be opened behind the fence."""
    for module in _NEEDED_BY_SOME:
        importlib.import_module(module)
    frame = Image.new("RGB", (1, 1))
    for kind in _DRAWN:
        several = {} if kind == "JPEG" else {"save_all": True, "append_images": [frame]}
        CLEANERS[kind.lower()](_saved(frame, kind, **several), Limits())
    CLEANERS["pdf"](_saved(frame, "PDF"), Limits())
    archived = io.BytesIO()
    with zipfile.ZipFile(archived, "w") as archive:
        archive.writestr("a.xml", "<a/>")  # names in plain letters are read by a table of their own
    for code in ("docx", "xlsx"):
        CLEANERS[code](archived.getvalue(), Limits())


def _saved(frame: Image.Image, kind: str, **options: object) -> bytes:
    tiny = io.BytesIO()
    frame.save(tiny, kind, **options)
    return tiny.getvalue()


def keep_ready(control: socket.socket) -> None:
    """Part into a process for every message, until nobody is left to send any and all have ended."""
    warm_up()
    gc.freeze()  # what is loaded stays shared between the processes
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody asks how they ended
    while True:
        message, sockets, _, _ = socket.recv_fds(control, MESSAGE_BYTES, 1)
        if not message:
            break
        if os.fork() == 0:
            _serve(message.decode(), sockets[0])
        os.close(sockets[0])
    with suppress(ChildProcessError):
        os.wait()


def _serve(message: str, connection: int) -> None:
    """Clean one file that comes over the connection, and end. Says first which process does it."""
    for place in (0, 1):
        os.dup2(connection, place)
    os.closerange(3, connection + 1)
    code, pixels, frames = message.split()
    os.write(1, f"{os.getpid()}\n".encode())
    fence()
    with open(0, "rb", closefd=False) as given, open(1, "wb", closefd=False) as answer:
        _clean(given.read(), code, Limits(pixels=int(pixels), frames=int(frames)), answer)
    os._exit(0)


def _clean(content: bytes, code: str, limits: Limits, answer: io.BufferedIOBase) -> None:
    try:
        output = CLEANERS[code](content, limits)
    except AttachmentRefused as refused:
        figures = [f"{name}={value}" for name, value in refused.params.items()]
        answer.write(" ".join([REFUSED, refused.code, *figures]).encode() + b"\n")
    else:
        answer.write(f"{CLEAN}\n".encode() + output)


if __name__ == "__main__":
    keep_ready(socket.socket(fileno=sys.stdin.fileno()))
