"""The figures of rectification: what each counts, in words, and how a rate is rounded.

Rule: chapter 7 (completion rate), chapter 17, chapter 20.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Definition:
    """What a figure means. `unit` is `%`, 个, 次, 件 or 起; a rate divides what was done by all."""

    name: str
    title_zh: str
    title_en: str
    definition_zh: str
    definition_en: str
    unit: str

    @property
    def is_rate(self) -> bool:
        """Say whether the figure is a share."""
        return self.unit == "%"


DEFINITIONS = {
    one.name: one
    for one in (
        Definition(
            "completion_rate", "整改完成率", "Completion rate",
            "时限在集中整改期内的整改事项中，核实通过或已销号的占比；长期任务按时限在集中整改期内的阶段目标计，"
            "已撤销的不计；百分比四舍五入保留一位小数，仅在最后一步取舍。",
            "Items verified or struck off among all whose date falls in the window of concentrated rectification; "
            "long-term items count by milestones whose date falls in it, cancelled ones not at all. "
            "Per cent, one decimal, half up, rounded once at the end.",
            "%",
        ),
        Definition(
            "on_time_rate", "按期完成率", "Share on time",
            "时限在集中整改期内的整改事项中，在时限内申请销号并核实通过的占比；核实时一次判定，此后时限变更不再重判。",
            "Items submitted by their date and verified, among all whose date falls in the window; judged once, at "
            "the verification, and never again.",
            "%",
        ),
        Definition(
            "systems_built", "建立完善制度", "Systems made or revised",
            "经监督单位确认的新建和修订制度，按生效日期计入期间。",
            "Systems made or revised that the supervising body confirmed, by the day they took effect.",
            "个",
        ),
        Definition(
            "units_checked", "专项检查单位", "Organisations checked",
            "期间内接受专项检查的被巡察党组织，每个只计一次。",
            "Inspected organisations that had a special check in the period, each counted once.",
            "个",
        ),
        Definition(
            "measures", "监督措施", "Supervision measures",
            "期间内开展的监督措施，按十三项措施分列，每开展一次计一次；已结束的会审、已发出的再反馈函、已送达的约谈提醒和"
            "问题会商按其自身记录计，不须另行登记。",
            "Measures carried out in the period, by the thirteen kinds; each time counts. Joint reviews that ended, renewed "
            "feedback, reminder interviews served and consultations count by their own records, and need no second one.",
            "次",
        ),
        Definition(
            "re_feedbacks", "再反馈、再督导", "Renewed feedback",
            "期间内发出的再反馈函，按状态分列。",
            "Letters of renewed feedback issued in the period, by state.",
            "次",
        ),
        Definition(
            "false_rectifications", "虚假、敷衍整改", "False or superficial rectification",
            "期间内认定的虚假整改和敷衍整改；同一事项多次认定分别计数。",
            "False or superficial rectification found in the period; each finding counts.",
            "起",
        ),
        Definition(
            "false_by_rectifier", "虚假、敷衍整改（计整改单位）", "False rectification, by who rectified",
            "期间内认定的虚假、敷衍整改，计入整改的党组织，按党组织分列；每认定一次计一次。",
            "False or superficial rectification found in the period, on the account of the organisation that had "
            "rectified; each finding counts.",
            "起",
        ),
        Definition(
            "false_by_acceptor", "虚假、敷衍整改（计核实、销号单位）", "False rectification, by who accepted",
            "期间内认定的虚假、敷衍整改，计入此前核实通过的单位和销号的单位，按单位分列；总数中同一起只计一次。",
            "False or superficial rectification found in the period, on the account of the body that had verified and "
            "of the one that had struck it off; in the total each counts once.",
            "起",
        ),
        Definition(
            "advised_false_by_rectifier", "建议落实中的虚假、敷衍整改（计整改单位）",
            "False rectification of what was recommended, by who rectified",
            "期间内对建议书所开整改事项认定的虚假、敷衍整改，计入整改的单位，按单位分列；每认定一次计一次，不属任何巡察轮次。",
            "False or superficial rectification of items that recommendations opened, found in the period, on the account "
            "of who had rectified; each finding counts, and belongs to no round.",
            "起",
        ),
        Definition(
            "advised_false_by_acceptor", "建议落实中的虚假、敷衍整改（计核实、销号单位）",
            "False rectification of what was recommended, by who accepted",
            "期间内对建议书所开整改事项认定的虚假、敷衍整改，计入此前核实通过的单位和销号的单位，按单位分列；"
            "总数中同一起只计一次，不属任何巡察轮次。",
            "False or superficial rectification of items that recommendations opened, found in the period, on the account "
            "of who had verified and who had struck it off; in the total each counts once, and belongs to no round.",
            "起",
        ),
        Definition(
            "recommendations", "纪律检查建议、监察建议", "Recommendations",
            "期间内送达的建议书，按类别分列；提醒、约谈、通报另计。",
            "Recommendations served in the period, by kind; lighter papers are counted apart.",
            "件",
        ),
        Definition(
            "reminders", "提醒、约谈与通报", "Reminders, interviews and notices",
            "期间内送达的工作提醒、约谈提醒、内部通报，按类别分列。",
            "Work reminders, reminder interviews and internal notices served in the period, by kind.",
            "件",
        ),
    )
}  # fmt: skip


def rate(done: int, whole: int) -> float | None:
    """Return per cent with one decimal, half up; None of nothing. The only place where a rate is rounded."""
    if whole == 0:
        return None
    return float((Decimal(done) * 100 / Decimal(whole)).quantize(_TENTH, ROUND_HALF_UP))
