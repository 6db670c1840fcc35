"""Copying a picture's pixels into a new one, which carries nothing else: no place, comment, thumbnail.

Saving an opened picture is not enough: the library keeps a JPEG's comment and more. Here every frame is drawn
into an empty image of plain grey, colour or colour with transparency, and only that is saved.
"""

from __future__ import annotations

import io
from typing import Any

from PIL import Image, ImageCms, ImageOps, ImageSequence, UnidentifiedImageError

from shared.attachments.errors import AttachmentRefused
from shared.attachments.limits import DEFAULT, Limits

_SAVE: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 90},
    "PNG": {},
    "WEBP": {"quality": 90, "method": 3},
    "GIF": {"loop": 0, "disposal": 2},
}
_MOST_PIXELS = {"WEBP": 16_000_000}  # its coder needs some 40 bytes of memory a pixel, the others about 12
_ANIMATED = {"GIF", "WEBP", "PNG"}
_GREY_16 = ("I", "I;16", "I;16B", "I;16L", "F")
_SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def rewrite(content: bytes, picture: str, *, limits: Limits = DEFAULT) -> bytes:
    """Return the same picture, upright and in sRGB, with nothing but its pixels.

    `picture` is JPEG, PNG, WEBP or GIF. Raises: AttachmentRefused.
    """
    try:
        with Image.open(io.BytesIO(content), formats=[picture]) as source:
            _check_pixels(source, picture, limits)
            frames, durations = _copies(source, picture)
        output = io.BytesIO()
        options = dict(_SAVE[picture])
        if len(frames) > 1:
            options |= {"save_all": True, "append_images": frames[1:], "duration": durations}
        elif picture == "GIF":
            options = {}
        frames[0].save(output, picture, **options)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_many(picture, limits) from None
    except (
        UnidentifiedImageError,
        OSError,
        SyntaxError,
        ValueError,
        IndexError,
        EOFError,
        KeyError,
        TypeError,
    ):
        raise AttachmentRefused("attachment_damaged") from None
    return output.getvalue()


def _check_pixels(source: Image.Image, picture: str, limits: Limits) -> None:
    width, height = source.size
    frames = getattr(source, "n_frames", 1) if picture in _ANIMATED else 1
    if frames > limits.frames or width * height * frames > most_pixels(picture, limits):
        raise _too_many(picture, limits)


def most_pixels(picture: str, limits: Limits) -> int:
    """Return how many pixels, over all frames, a picture of that kind may have."""
    return min(limits.pixels, _MOST_PIXELS.get(picture, limits.pixels))


def _too_many(picture: str, limits: Limits) -> AttachmentRefused:
    most = most_pixels(picture, limits) // 1_000_000
    return AttachmentRefused("attachment_too_many_pixels", limit_megapixels=most)


def _copies(source: Image.Image, picture: str) -> tuple[list[Image.Image], list[int]]:
    frames: list[Image.Image] = []
    durations: list[int] = []
    for frame in ImageSequence.Iterator(source):
        frame.load()  # some formats tell a frame's duration only then
        durations.append(int(frame.info.get("duration", 100)))
        frames.append(_copy(frame, picture))
        if picture not in _ANIMATED:
            break
    return frames, durations


def _copy(frame: Image.Image, picture: str) -> Image.Image:
    """Draw one frame into an empty image."""
    plain = _plain(frame, picture)
    clean = Image.new(plain.mode, plain.size)
    clean.paste(plain)
    return clean


def _plain(frame: Image.Image, picture: str) -> Image.Image:
    """Return the frame upright, in grey, RGB or RGBA of eight bits, its colours meant for any screen."""
    icc = frame.info.get("icc_profile")
    upright = ImageOps.exif_transpose(frame)
    if upright.mode in _GREY_16:
        wide = upright.convert("I") if upright.mode != "F" else upright
        return wide.point(lambda value: value * (1 / 256)).convert("L")
    if icc and upright.mode in {"RGB", "RGBA", "CMYK"}:
        upright = _to_srgb(upright, icc)
    if upright.has_transparency_data and picture != "JPEG":
        return upright.convert("RGBA")
    return upright if upright.mode in {"L", "RGB"} else upright.convert("L" if upright.mode == "1" else "RGB")


def _to_srgb(image: Image.Image, icc: bytes) -> Image.Image:
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(icc))
        converted = ImageCms.profileToProfile(image, profile, _SRGB, outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image  # a broken profile: the colours as they are
    return converted or image
