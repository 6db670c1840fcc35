from __future__ import annotations

import pytest

from shared.attachments.names import clean_name, extension


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("证据 1.jpg", "证据 1.jpg"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\某某\\照片.png", "照片.png"),
        ("a\x00b\r\nc.txt", "abc.txt"),
        ("invoice\u202egpj.exe", "invoicegpj.exe"),
        ("\u200b\ufeff证据.pdf", "证据.pdf"),
        ("  .. ", "file"),
        ("", "file"),
        ("e\u0301.txt", "é.txt"),
    ],
)
def test_a_name_keeps_only_its_harmless_last_part(name: str, clean: str) -> None:
    assert clean_name(name) == clean


def test_a_long_name_keeps_its_ending() -> None:
    assert clean_name("长" * 500 + ".docx") == "长" * 115 + ".docx"
    assert len(clean_name("长" * 500)) == 120
    assert len(clean_name("a." + "b" * 500)) == 120


def test_an_ending_is_read_whatever_its_width_and_case() -> None:
    assert [extension(name) for name in ("a.JPG", "a.ｊｐｇ", "a.tar.gz", "none", "a.")] == [
        "jpg",
        "jpg",
        "gz",
        "",
        "",
    ]
