"""Clean one file from standard input to standard output, behind a fence: `python -m shared.attachments.cleaning`."""

from __future__ import annotations

import importlib
import io
import resource
import sys
import zipfile

from PIL import Image

from shared.attachments.cleaning.formats import CLEANERS
from shared.attachments.errors import AttachmentRefused
from shared.attachments.limits import Limits

MEMORY_BYTES = 768 * 1024 * 1024
CPU_S = 30
REFUSED = 3
_NEEDED_BY_SOME = ("PIL.TiffImagePlugin", "PIL.MpoImagePlugin")  # camera data; several pictures in one JPEG
_DRAWN_AT_ONCE = {"jpeg": ("JPEG",), "png": ("PNG",), "webp": ("WEBP",), "gif": ("GIF",)}
_IN_OFFICE = ("JPEG", "PNG", "WEBP", "GIF")


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


def _warm_up(code: str) -> None:
    """Let the libraries load every module and table they need: no file can be opened behind the fence."""
    kinds = _IN_OFFICE if code in ("docx", "xlsx") else _DRAWN_AT_ONCE.get(code, ())
    for module in _NEEDED_BY_SOME if kinds else ():
        importlib.import_module(module)
    frame = Image.new("RGB", (1, 1))
    for kind in kinds:
        tiny = io.BytesIO()
        frame.save(tiny, kind, **({} if kind == "JPEG" else {"save_all": True, "append_images": [frame]}))
        CLEANERS[kind.lower()](tiny.getvalue(), Limits())
    if code in ("docx", "xlsx"):
        tiny = io.BytesIO()
        with zipfile.ZipFile(tiny, "w") as archive:
            archive.writestr("a.xml", "<a/>")  # names in plain letters are read by a table of their own
        CLEANERS[code](tiny.getvalue(), Limits())
    if code == "pdf":
        tiny = io.BytesIO()
        frame.save(tiny, "PDF")
        CLEANERS["pdf"](tiny.getvalue(), Limits())


def main(code: str, pixels: int, frames: int) -> int:
    """Read a file of one format, write the clean one, or the code of the refusal with its figure."""
    _warm_up(code)
    content = sys.stdin.buffer.read()
    fence()
    try:
        output = CLEANERS[code](content, Limits(pixels=pixels, frames=frames))
    except AttachmentRefused as refused:
        sys.stdout.write(
            " ".join([refused.code, *(f"{name}={value}" for name, value in refused.params.items())])
        )
        return REFUSED
    sys.stdout.buffer.write(output)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
