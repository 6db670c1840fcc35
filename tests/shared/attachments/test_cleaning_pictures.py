"""Nothing planted in a picture survives its copy, and the copy looks like the picture."""

from __future__ import annotations

import io
from collections.abc import Callable
from itertools import product

import pytest
from PIL import Image, ImageChops, ImageStat

from shared.attachments.cleaning.pictures import rewrite
from shared.attachments.errors import AttachmentRefused
from shared.attachments.limits import Limits

from tests.shared.attachments.files import MARKER, gif, iso, jpeg, picture, png, saved, webp
from tests.shared.attachments.remains import foreign_parts, has_marker

MAKERS: dict[str, Callable[..., bytes]] = {"JPEG": jpeg, "PNG": png, "WEBP": webp, "GIF": gif}
MODES = {
    "JPEG": ("RGB", "L", "CMYK"),
    "PNG": ("RGB", "RGBA", "L", "LA", "P", "1", "I;16"),
    "WEBP": ("RGB", "RGBA"),
    "GIF": ("P", "L", "RGBA"),
}
CASES = [
    (kind, mode, size)
    for kind in MAKERS
    for mode, size in product(MODES[kind], ((48, 32), (7, 5), (1, 1), (300, 200)))
]


def _opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def _difference(one: Image.Image, other: Image.Image) -> float:
    """Return the mean difference of two pictures, of 255, transparency included."""
    pixels = ImageChops.difference(one.convert("RGBA"), other.convert("RGBA"))
    return max(ImageStat.Stat(pixels).mean)


@pytest.mark.parametrize(("kind", "mode", "size"), CASES)
def test_no_marker_and_no_foreign_part_survives(kind: str, mode: str, size: tuple[int, int]) -> None:
    marked = MAKERS[kind](picture(mode, size))
    assert has_marker(marked)
    assert foreign_parts(marked, kind)

    clean = rewrite(marked, kind)

    assert not has_marker(clean)
    assert foreign_parts(clean, kind) == []


@pytest.mark.parametrize(("kind", "mode"), [(kind, mode) for kind in MAKERS for mode in MODES[kind]])
def test_the_copy_looks_like_the_picture(kind: str, mode: str) -> None:
    before = picture(mode, (96, 64))
    content = saved(before, kind)

    after = _opened(rewrite(content, kind))

    assert after.format == kind
    assert after.size == before.size
    if mode == "I;16":
        assert _difference(before.convert("I").point(lambda value: value / 256).convert("L"), after) < 1
    else:
        assert _difference(_opened(content), after) < (6 if kind == "GIF" else 4)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_turned_by_its_camera_data_stands_upright_without_it(kind: str, orientation: int) -> None:
    turned = MAKERS[kind](picture("RGB", (96, 64)), orientation=orientation)

    clean = _opened(rewrite(turned, kind))

    expected = (96, 64) if orientation <= 4 else (64, 96)
    assert clean.size == expected
    assert not clean.getexif()


def test_transparency_is_kept() -> None:
    for kind in ("PNG", "WEBP"):
        clean = _opened(rewrite(saved(picture("RGBA"), kind), kind))
        assert clean.mode == "RGBA"
        assert clean.getchannel("A").getextrema()[0] < 10  # type: ignore[operator]
    palette = picture("P")
    clean = _opened(rewrite(saved(palette, "PNG", transparency=palette.getpixel((0, 0))), "PNG"))
    assert clean.convert("RGBA").getpixel((0, 0))[3] == 0  # type: ignore[index]


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_a_moving_picture_keeps_its_frames_and_their_time(kind: str) -> None:
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("red", "green", "blue")]
    moving = saved(frames[0], kind, save_all=True, append_images=frames[1:], duration=[100, 200, 300])

    clean = _opened(rewrite(moving, kind))

    assert clean.n_frames == 3  # type: ignore[attr-defined]
    for place, frame in enumerate(frames):
        clean.seek(place)
        assert _difference(frame, clean) < 4
        clean.load()
        assert int(clean.info["duration"]) == (place + 1) * 100
    assert foreign_parts(rewrite(moving, kind), kind) == []


def test_what_a_phone_put_behind_the_picture_is_gone() -> None:
    for tail in (jpeg(), iso(b"isom") + MARKER.encode(), b"xxxxMotion" + MARKER.encode() + b"SEFT"):
        assert not has_marker(rewrite(jpeg() + tail, "JPEG"))


def test_colours_of_a_wide_profile_become_those_of_any_screen() -> None:
    profile = _swapping_profile()
    content = saved(Image.new("RGB", (8, 8), (200, 40, 40)), "PNG", icc_profile=profile)

    clean = _opened(rewrite(content, "PNG"))

    assert "icc_profile" not in clean.info
    red, green, _ = clean.getpixel((4, 4))  # type: ignore[misc]
    assert green > red


def _swapping_profile() -> bytes:
    """Return sRGB with its red and green primaries exchanged."""
    from PIL import ImageCms

    plain = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return plain.replace(b"rXYZ", b"?XYZ").replace(b"gXYZ", b"rXYZ").replace(b"?XYZ", b"gXYZ")


def test_a_broken_profile_costs_only_itself() -> None:
    content = saved(picture(), "PNG", icc_profile=b"nonsense" * 40)

    assert foreign_parts(rewrite(content, "PNG"), "PNG") == []


@pytest.mark.parametrize("kind", MAKERS)
def test_too_many_pixels_are_refused_before_they_are_decoded(kind: str) -> None:
    content = saved(Image.new("L", (400, 300)), kind)

    rewrite(content, kind, limits=Limits(pixels=120_000))
    with pytest.raises(AttachmentRefused) as refused:
        rewrite(content, kind, limits=Limits(pixels=119_999))
    assert refused.value.code == "attachment_too_many_pixels"


def test_the_library_s_own_bomb_alarm_is_a_refusal_too() -> None:
    content = bytearray(saved(Image.new("1", (8, 8)), "GIF"))
    content[6:10] = b"\xff\xff\xff\xff"

    with pytest.raises(AttachmentRefused, match="attachment_too_many_pixels"):
        rewrite(bytes(content), "GIF")


def test_the_frames_of_a_moving_picture_count_together() -> None:
    frames = [Image.new("L", (100, 100), shade) for shade in range(0, 250, 25)]
    content = saved(frames[0], "GIF", save_all=True, append_images=frames[1:])

    for limits in (Limits(pixels=99_999), Limits(frames=9)):
        with pytest.raises(AttachmentRefused, match="attachment_too_many_pixels"):
            rewrite(content, "GIF", limits=limits)


@pytest.mark.parametrize("kind", MAKERS)
def test_damage_anywhere_ends_in_a_copy_or_a_refusal(kind: str) -> None:
    content = saved(picture(MODES[kind][0]), kind)

    for place in range(0, len(content), max(1, len(content) // 60)):
        changed = content[:place] + bytes([content[place] ^ 0x55]) + content[place + 1 :]
        for damaged in (changed, content[:place]):
            try:
                assert foreign_parts(rewrite(damaged, kind, limits=Limits(pixels=1_000_000)), kind) == []
            except AttachmentRefused:
                continue


def test_a_picture_of_another_kind_is_refused() -> None:
    with pytest.raises(AttachmentRefused, match="attachment_damaged"):
        rewrite(png(), "JPEG")
