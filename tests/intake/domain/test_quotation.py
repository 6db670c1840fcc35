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


def test_of_a_report_shorter_than_twelve_signs_the_whole_is_a_quotation() -> None:
    assert quotes("您说的路灯坏了两周一事，已经修好。", "路灯坏了两周。")
    assert not quotes("路灯已经修好。", "路灯坏了两周。")


WHO = ("某局长", "某科长", "某村书记", "某校长", "某院长", "某站长", "某主任", "某经理", "某会计", "某队长")
WHAT = (
    "收受购物卡", "虚报补贴款", "私分集体地租", "违规摆酒席", "公车办私事", "克扣护理费", "围标串标", "吃拿卡要",
    "虚开发票", "冒领低保",
)  # fmt: skip
WHERE = ("在验收期间", "在招标之前", "在发放现场", "在年底结算时", "在征地过程中")
HOW = (
    "多次让家属代收财物后再转给亲戚保管",
    "指使下属伪造签字并销毁原始凭证",
    "当面威胁群众不许向上级反映情况",
)
LETTER = (
    "您好，您反映的{what}有关情况，我们已依规依纪依法开展核查。{middle}目前事项已按程序办理，感谢您的监督。"
)


def corpus() -> list[tuple[str, str]]:
    """Return 500 reports, each with a sentence that only its reporter would write."""
    made = [
        (f"我要反映{who}{where}{what}的问题。这个人{how}，大家都敢怒不敢言。", how)
        for who in WHO for what in WHAT for where in WHERE for how in HOW
    ]  # fmt: skip
    return made[::3][:500]


def test_of_500_letters_with_a_planted_quotation_none_leaves() -> None:
    letters = [
        (report, LETTER.format(what="问题", middle=f"来信所称“{how[2:16]}”一节，"))
        for report, how in corpus()
    ]

    assert len(letters) == 500
    assert [letter for report, letter in letters if not quotes(letter, report)] == []


def test_of_500_letters_in_own_words_at_most_five_are_held_up() -> None:
    letters = [
        (report, LETTER.format(what=what, middle=""))
        for (report, _), what in zip(corpus(), WHAT * 50, strict=True)
    ]

    assert len([letter for report, letter in letters if quotes(letter, report)]) <= 5
