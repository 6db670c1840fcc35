from __future__ import annotations

from intake.domain.canned_reply import SHIPPED, fill, unknown_placeholders
from intake.domain.receipt_states import NOTICES

NEVER = ("核查", "初核", "立案", "留置", "谈话", "investigat", "verification", "clue")


def test_every_shipped_reply_is_whole_and_fits_a_state_of_the_receipt() -> None:
    assert len({(one.object_type, one.code) for one in SHIPPED}) == len(SHIPPED)
    for one in SHIPPED:
        assert one.state in NOTICES
        assert one.text_zh
        assert one.text_en.isascii()
        assert unknown_placeholders(one.text_zh) == unknown_placeholders(one.text_en) == []


def test_no_shipped_reply_tells_an_investigative_step() -> None:
    assert not [word for one in SHIPPED for word in NEVER if word in one.text_zh + one.text_en.lower()]


def test_braces_that_nothing_fills_are_named() -> None:
    assert unknown_placeholders("{number} {phone} {0}") == ["phone", "0"]
    assert unknown_placeholders("{number") == ["{"]


def test_values_are_filled_in_and_a_missing_one_leaves_nothing() -> None:
    assert fill("件号{number}，{today}", {"number": "甲-1"}) == "件号甲-1，"
