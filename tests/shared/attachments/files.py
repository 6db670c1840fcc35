"""Small files of every allowed format, made here: nothing in them belongs to anybody."""

from __future__ import annotations

import io
import struct
import wave
import zipfile
import zlib
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import openpyxl
from PIL import Image, ImageCms, PngImagePlugin

MARKER = "GEHEIM-7F3A-MARK"
_EXIF_TEXT = {
    0x010E: "ImageDescription",
    0x010F: "Make",
    0x0110: "Model",
    0x013B: "Artist",
    0x8298: "Copyright",
}


def picture(mode: str = "RGB", size: tuple[int, int] = (48, 32)) -> Image.Image:
    """Return a picture whose corners differ, so that turning it shows."""
    base = Image.linear_gradient("L").resize(size)
    if mode == "P":
        return Image.merge("RGB", (base, base.rotate(180), base)).convert("P", palette=Image.Palette.ADAPTIVE)
    if mode == "I;16":
        return base.convert("I").point(lambda value: value * 256).convert("I;16")
    if mode in {"L", "1", "CMYK"}:
        return base.convert(mode)
    red, green = base, base.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    image = Image.merge("RGB", (red, green, base.rotate(90).resize(size)))
    if mode in {"RGBA", "LA"}:
        image = image.convert(mode)
        image.putalpha(base)
    return image


def marked_exif(orientation: int = 1) -> Image.Exif:
    """Return camera data with a marker in every text, a place, and a thumbnail."""
    exif = Image.Exif()
    for tag, name in _EXIF_TEXT.items():
        exif[tag] = f"{MARKER}-{name}"
    exif[0x0112] = orientation
    exif.get_ifd(0x8769)[0x9286] = b"ASCII\0\0\0" + MARKER.encode()
    exif.get_ifd(0x8769)[0xA431] = f"{MARKER}-serial"
    exif.get_ifd(0x8825).update({1: "N", 2: (36.0, 4.0, 0.0), 3: "E", 4: (120.0, 23.0, 0.0), 29: MARKER})
    return exif


@cache
def marked_icc() -> bytes:
    """Return a valid colour profile with a marker behind it; it holds its time of making, so there is one."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes() + MARKER.encode()


XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>{MARKER}-xmp</a></x:xmpmeta>'.encode()


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    """Return a picture as a file."""
    output = io.BytesIO()
    image.save(output, kind, **options)
    return output.getvalue()


def jpeg(image: Image.Image | None = None, *, orientation: int = 1) -> bytes:
    """Return a JPEG with everything that can tell on its maker."""
    plain = saved(
        image or picture(), "JPEG", exif=marked_exif(orientation), comment=f"{MARKER}-comment",
        icc_profile=marked_icc(), xmp=XMP,
    )  # fmt: skip
    iptc = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(MARKER)) + MARKER.encode()
    thumbnail = b"JFXX\0\x10" + saved(picture(size=(8, 8)), "JPEG", comment=MARKER)
    return plain[:2] + _segment(0xED, iptc) + _segment(0xE0, thumbnail) + plain[2:]


def _segment(kind: int, data: bytes) -> bytes:
    return bytes([0xFF, kind]) + struct.pack(">H", len(data) + 2) + data


def png(image: Image.Image | None = None, *, orientation: int = 1) -> bytes:
    """Return a PNG with marked text chunks of all three kinds, camera data and a profile."""
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", MARKER)
    info.add_text("Comment", MARKER * 20, zip=True)
    info.add_itxt("XML:com.adobe.xmp", XMP.decode())
    info.add_itxt("Title", MARKER, lang="zh", tkey=MARKER, zip=True)
    plain = saved(
        image or picture(), "PNG", pnginfo=info, exif=marked_exif(orientation), icc_profile=marked_icc()
    )
    private = _chunk(b"prVt", MARKER.encode())
    return plain[:-12] + private + plain[-12:]


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def webp(image: Image.Image | None = None, *, orientation: int = 1, **options: Any) -> bytes:
    """Return a WebP with camera data, XMP, a profile and a private chunk."""
    plain = saved(
        image or picture(),
        "WEBP",
        exif=marked_exif(orientation),
        xmp=XMP,
        icc_profile=marked_icc(),
        **options,
    )
    private = b"PRIV" + struct.pack("<I", len(MARKER)) + MARKER.encode()
    body = plain[8:] + private
    return b"RIFF" + struct.pack("<I", len(body)) + body


def gif(image: Image.Image | None = None, **options: Any) -> bytes:
    """Return a GIF with a comment, XMP and a private extension."""
    plain = saved(image or picture("P"), "GIF", comment=f"{MARKER}-comment".encode(), **options)
    xmp = b"\x21\xff\x0bXMP DataXMP" + bytes([len(XMP)]) + XMP + b"\0"
    private = b"\x21\xff\x0bPRIVATE 1.0" + bytes([len(MARKER)]) + MARKER.encode() + b"\0"
    return plain[:-1] + xmp + private + plain[-1:]


def zipped(parts: Mapping[str, bytes | str], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return an archive."""
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return output.getvalue()


def docx_parts(main: str = "wordprocessingml.document.main+xml") -> dict[str, bytes | str]:
    """Return what a smallest Word document is zipped from."""
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    base = "application/vnd.openxmlformats-officedocument."
    return {
        "[Content_Types].xml": f'<Types xmlns="{types}"><Override PartName="/word/document.xml" '
        f'ContentType="{base}{main}"/></Types>',
        "_rels/.rels": "<Relationships/>",
        "word/document.xml": '<w:document xmlns:w="w">情况说明</w:document>',
        "word/_rels/document.xml.rels": "<Relationships/>",
    }


def xlsx() -> bytes:
    """Return a workbook."""
    output = io.BytesIO()
    book = openpyxl.Workbook()
    book.create_sheet("清单")["A1"] = "反映问题清单"
    book.save(output)
    return output.getvalue()


def wav() -> bytes:
    """Return a tenth of a second of silence."""
    output = io.BytesIO()
    with wave.open(output, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(bytes(1600))
    return output.getvalue()


def mp3(*, tag: bytes = b"ID3\x03\0\0\0\0\0\x0a" + bytes(10)) -> bytes:
    """Return four frames of 128 kbit/s at 44.1 kHz behind a tag."""
    return tag + (b"\xff\xfb\x90\x64" + bytes(413)) * 4


def box(kind: bytes, data: bytes) -> bytes:
    """Return a box of an ISO container."""
    return struct.pack(">I", len(data) + 8) + kind + data


def iso(brand: bytes) -> bytes:
    """Return a smallest ISO container."""
    return box(b"ftyp", brand + b"\0\0\2\0isommp42") + box(b"moov", bytes(64)) + box(b"mdat", bytes(200))


EACH: Mapping[str, Callable[[], bytes]] = {
    "jpg": jpeg,
    "jpeg": jpeg,
    "png": png,
    "webp": webp,
    "gif": gif,
    "pdf": lambda: saved(picture(), "PDF"),
    "docx": lambda: zipped(docx_parts()),
    "xlsx": xlsx,
    "txt": "反映问题：某街道补贴发放不公开。\n".encode,
    "mp3": mp3,
    "wav": wav,
    "m4a": lambda: iso(b"M4A "),
    "mp4": lambda: iso(b"isom"),
}
