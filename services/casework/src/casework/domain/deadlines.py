"""The deadlines of clues, talks, verifications and cases. Which move starts which is in the lifecycles.

Ids are those of the book of rules. Where one holds the right to ask and the duty to answer, `…w` is the
window to ask and `…r` the answer of the superior. Limits of coercive measures (DL-15 to DL-21) are not kept:
this service records outcomes, not custody. Rule: 1.3.
"""

from __future__ import annotations

from casework.domain.linkage.deadlines import LINKAGE_DEADLINES
from shared.clocks.rules import CD, MO, QUARTER, WD, Deadline, Deadlines, Extension

# fmt: off
DEADLINES = Deadlines(
    # clues
    Deadline("DL-09",   1, MO, "clue_received",                     "ENF Art 21",                    "H",
             "提出处置意见并制定处置方案", "Submit the disposal opinion with a disposal plan"),
    Deadline("DL-40",   3, MO, "inspection_clue_received",          "INS15 Arts 28-29",              "M",
             "向移交的巡察机构反馈办理情况", "Report the handling of a clue from inspection"),
    Deadline("DL-45",   6, MO, "put_on_hold",                       "ENF Art 25",                    "P",
             "对暂存待查线索再次研判", "Look again at a clue on hold"),
    Deadline("P-R-A2",  5, WD, "new_evidence_brought",              "chapter 2, R-A2",               "P",
             "研究反映人补充的新证据", "Look into the new evidence a reporter brought"),
    Deadline("P-R-A5",  3, WD, "superior_to_be_told",               "ENF Art 22",                    "P",
             "向上级纪检监察机关报告线索及处置情况", "Report clue and disposal to the superior"),
    # talk and inquiry
    Deadline("DL-10",  15, WD, "inquiry_letter_received",           "ENF Art 29; SR21 Art 174",      "H",
             "本人书面说明并由所在党组织主要负责人签署意见",
             "Explain in writing, countersigned by the head of the Party organisation"),
    Deadline("DL-11",   1, MO, "talk_or_reply",                     "ENF Art 30",                    "H",
             "写出情况报告并提出处置意见", "Report with a disposal opinion"),
    # verification and cases
    Deadline("DL-12",   2, MO, "verification_approved",             "CASE94 Art 15",                 "M",
             "完成初步核实并报告", "Finish the preliminary verification and report",
             extension=Extension(1, "S3")),
    Deadline("DL-13",   3, MO, "party_case_filed",                  "CASE94 Art 39",                 "H✔",
             "完成审查并提交审查报告", "Finish the examination and report",
             extension=Extension(1, "S3"), configurable=True),
    Deadline("DL-14",  12, MO, "supervisory_case_filed",            "SR21 Art 185 (2021 numbering)", "H",
             "对未采取留置措施的监察对象作出处理决定", "Decide a supervisory case without detention",
             extension=Extension(6, "S6")),
    Deadline("DL-22",   1, MO, "review_accepted",                   "ENF Art 55",                    "H✔",
             "完成审理", "Finish the case review", extension=Extension(1, "S3")),
    Deadline("DL-23",   1, MO, "party_sanction_decided",            "ENF Art 56",                    "H✔",
             "向所在党的基层组织全体党员和本人宣布",
             "Announce the sanction to the grass-roots organisation and the person"),
    Deadline("DL-24",   1, MO, "government_sanction_decided",       "SANC Art 54",                   "H✔",
             "办理职务、工资及其他有关待遇等的变更手续", "Change post, pay and benefits",
             extension=Extension(5, "S3")),
    # remedies
    Deadline("DL-25w",  1, MO, "decision_received",                 "SL Art 56",                     "H✔",
             "申请复审", "Apply for re-examination", is_window=True),
    Deadline("DL-25",   1, MO, "re_examination_requested",          "SL Art 56",                     "H✔",
             "作出复审决定", "Decide the re-examination"),
    Deadline("DL-26w",  1, MO, "re_examination_received",           "SL Art 56",                     "H✔",
             "向上一级监察机关申请复核", "Apply to the superior for review", is_window=True),
    Deadline("DL-26",   2, MO, "superior_review_requested",         "SL Art 56",                     "H✔",
             "作出复核决定", "Decide the superior review"),
    Deadline("DL-27",   3, MO, "party_appeal_accepted",             "ENF Art 59",                    "M",
             "完成党员申诉复议复查", "Finish the review of a Party appeal"),
    Deadline("DL-28",   1, MO, "complaint_received",                "SL Art 69",                     "H✔",
             "对违法行使职权的申诉作出处理决定", "Decide a complaint about unlawful measures"),
    Deadline("DL-28w",  1, MO, "complaint_decision_received",       "SL Art 69",                     "H✔",
             "向上一级监察机关申请复查", "Apply to the superior for a review of the complaint",
             is_window=True),
    Deadline("DL-28r",  2, MO, "complaint_review_requested",        "SL Art 69",                     "H✔",
             "对申诉复查作出处理决定", "Decide the review of the complaint"),
    Deadline("DL-29w",  1, MO, "accountability_decision_received",  "ACC Art 20",                    "M",
             "对问责决定提出书面申诉", "Appeal in writing against an accountability decision",
             is_window=True),
    Deadline("DL-29",   1, MO, "accountability_appeal_received",    "ACC Art 20",                    "M",
             "对问责申诉作出决定", "Decide the appeal"),
    Deadline("DL-30",   1, MO, "organisational_adjustment_decided", "ACC Art 15",                    "M",
             "办理组织调整或者组织处理手续", "Complete the formalities of an organisational adjustment"),
    # duties of every day
    Deadline("DL-46",   0, CD, "ground_known",                      "SL Arts 66-67; OFF Arts 46-47", "P",
             "报告并登记回避事由、过问干预或者违规接触",
             "Report and register a recusal ground, interference or contact"),
    Deadline("P-1.6",   3, WD, "recusal_requested",                 "SL Art 67; SANC Art 48",        "P",
             "对回避申请作出决定", "Decide a request for recusal"),
    Deadline("P-C10",   1, QUARTER, "quarter_begun",                "ENF Art 25; SL Art 40; C10",    "P",
             "汇总核对问题线索", "Reconcile the clue ledger"),
    Deadline("P-C11",   3, MO, "clue_meeting_held",                 "ENF Art 24; C11",               "P",
             "召开下一次线索专题会议", "Hold the next special meeting on clues"),
    *LINKAGE_DEADLINES,
)
# fmt: on
"""DL-24 runs to six months in all when its extension is approved."""
