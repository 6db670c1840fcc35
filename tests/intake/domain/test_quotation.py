from __future__ import annotations

from intake.domain.quotation import quotes

REPORT = "反映某单位工作人员在项目验收中收受礼金，并多次要求企业安排宴请。"


def test_twelve_characters_in_a_row_are_a_quotation() -> None:
    assert quotes("据反映，某单位工作人员在项目验收中有不当行为。", REPORT)


def test_eleven_characters_are_not() -> None:
    assert not quotes("工作人员在项目验收中收", REPORT)


def test_spaces_and_punctuation_hide_no_quotation() -> None:
    assert quotes("收 受 礼 金 ，并，多 次 要 求 企 业 安 排", REPORT)


def test_own_words_are_no_quotation() -> None:
    assert not quotes("我们已就您反映的问题进行核查，将按规定处理。", REPORT)
