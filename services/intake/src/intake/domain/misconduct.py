"""What an audit of staff looks for (R-A11), as one table: eleven acts, and what of each the records can show.

A sign proves nothing: it says where to look. What no record can show stands beside it. Rule: R-A11, RPT Art 52.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from enum import StrEnum, auto
from types import MappingProxyType

ARTICLE = "RPT Art 52"
ENTERED_WITHIN = 5
"""Calendar days from receipt after which what staff enter was kept by somebody (P)."""
IDLE_FOR = 30
"""Calendar days after which a report that was transferred, and of which nothing was heard, lies still (P)."""
MANY_REPORTERS = 10
"""Of so many matters one officer opens the reporters on one day only with a reason (P)."""
NIGHT_FROM, NIGHT_TO = time(21), time(7)
"""When nobody on duty opens who a reporter is (P)."""


class Act(StrEnum):
    """What staff must not do with reports, in the article's order."""

    PRIVATE_KEEPING = auto()
    WITHHOLDING = auto()
    ALTERING = auto()
    FORGING = auto()
    SWAPPING = auto()
    HIDING = auto()
    LOSING = auto()
    DESTROYING = auto()
    ACTING_WITHOUT_AUTHORITY = auto()
    LEAKING = auto()
    HIDING_OR_DELAYING_MAJOR = auto()


Words = tuple[str, str]
"""In zh-CN and en."""


@dataclass(frozen=True, slots=True)
class Sign:
    """What an act is called, what of it the records show, and what they cannot show; None where they show all."""

    name: Words
    shows: Words
    no_record: Words | None = None


# fmt: off
SIGNS: MappingProxyType[Act, Sign] = MappingProxyType({
    Act.PRIVATE_KEEPING: Sign(
        ("私存", "Private keeping"),
        ("收到满五日以后才由工作人员录入的件", "Entered by staff more than five days after it came"),
        ("从未录入的材料，系统中没有记录", "What was never entered has no record here")),
    Act.WITHHOLDING: Sign(
        ("扣压", "Withholding"),
        ("登记或者转办期限已过仍未办理的件，移送满三十日没有进展的件",
         "Not registered or not sent on by its day, or transferred thirty days ago and not touched since")),
    Act.ALTERING: Sign(
        ("篡改", "Altering"),
        ("登记内容与审计日志不一致的件", "Its row is not as the audit log says")),
    Act.FORGING: Sign(
        ("伪造", "Forging"),
        ("审计日志中没有来历的件", "The audit log does not know where it comes from"),
        ("冒用他人名义书写的来信，须核对笔迹、印章", "A letter written in another's name shows by its hand only")),
    Act.SWAPPING: Sign(
        ("撤换", "Swapping"),
        ("封存的内容不再是收到时封存的内容", "What lies sealed is not what was sealed when it came"),
        ("纸质原件被撤换的，须与扫描件核对", "Paper originals have to be held against their scans")),
    Act.HIDING: Sign(
        ("隐匿", "Hiding"),
        ("作为重复件留存，而首件不予受理，或者未办结即归档的件",
         "Retained as a repeat of a report that was declined, or archived without a conclusion")),
    Act.LOSING: Sign(
        ("遗失", "Losing"),
        ("附件已不在存储中的件", "Its files are no longer in the store"),
        ("纸质原件的遗失，系统中没有记录", "Lost paper originals have no record here")),
    Act.DESTROYING: Sign(
        ("私自销毁", "Destroying"),
        ("未经清除程序而不复存在，或者内容已被删除的件", "Gone, or its text is, without having been erased by the service")),
    Act.ACTING_WITHOUT_AUTHORITY: Sign(
        ("超越权限擅自处理", "Acting without authority"),
        ("判定属于上级或者干部监督部门而改由本级办理的件，未经批准追查匿名举报人的申请",
         "Kept here though the table gave it to the superior or to cadre supervision; tracing tried without approval"),
        ("其他被拒绝的操作不留记录", "Other attempts that were refused leave no record")),
    Act.LEAKING: Sign(
        ("泄露", "Leaking"),
        ("一人一日查阅十件以上举报人身份，或者夜间查阅举报人身份的件",
         "Its reporter was opened by night, or by somebody who opened ten or more that day"),
        ("口头、纸面泄露，系统中没有记录", "What is told by word of mouth or on paper has no record here")),
    Act.HIDING_OR_DELAYING_MAJOR: Sign(
        ("隐瞒、迟报重大检举控告", "Hiding or delaying major reports"),
        ("应当报送上级而逾期未报或者迟报的件", "Belongs to the superior and was sent up late, or not yet")),
})
# fmt: on
