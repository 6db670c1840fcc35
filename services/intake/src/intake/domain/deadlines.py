"""The deadlines of reports and demands. Which move starts which is in the lifecycles.

Ids are those of the book of rules. Where one holds the right to ask and the duty to answer, `…w` is the
window to ask. `P-…` is a default of this product for the named move. Rule: 1.3.
"""

from __future__ import annotations

from shared.clocks.rules import CD, MO, QUARTER, WD, Deadline, Deadlines, Extension

# fmt: off
DEADLINES = Deadlines(
    # named reporters
    Deadline("DL-01",  15, WD, "report_received",                   "RPT Art 26; SR21 Art 175",      "H✔",
             "向实名举报人告知受理情况", "Tell the named reporter whether the report was accepted"),
    Deadline("DL-02",  15, WD, "report_concluded",                  "RPT Art 27; SR21 Art 175",      "H✔",
             "向实名举报人反馈处理结果并记录",
             "Give the named reporter the result and record the feedback"),
    # between levels and organs
    Deadline("DL-03",   5, WD, "report_received",                   "RPT Art 15",                    "H✔",
             "报送有管辖权的上级机关", "Pass the report up to the superior organ it belongs to"),
    Deadline("DL-04",   5, WD, "passed_down_received",              "RPT Art 16",                    "H✔",
             "受理上级转送件或者转送有关机关", "Accept what a superior passed down, or route it on"),
    Deadline("DL-05",   3, MO, "assigned_received",                 "RPT Art 21",                    "H✔",
             "办结交办件并报告处理结果", "Conclude the assigned report and report the result",
             extension=Extension(1, "S2")),
    Deadline("DL-06",   1, QUARTER, "report_concluded",             "RPT Art 18",                    "H✔",
             "向信访举报部门集中反馈办理结果", "Feed the concluded result back to the petition office"),
    Deadline("DL-07",   5, WD, "report_received",                   "SR21 Art 169 (2021 numbering)", "H✔",
             "移送有管辖权的其他监察机关",
             "Transfer the report to the supervisory organ that has jurisdiction"),
    Deadline("DL-08",   5, WD, "transfer_received",                 "SR21 Art 171 (2021 numbering)", "H✔",
             "移送有管辖权的机关", "Transfer the clue to the organ that has jurisdiction"),
    # demands
    Deadline("DL-32",  15, CD, "demand_received",                   "PET Art 22",                    "H✔",
             "登记并区分情况转送", "Register the demand and route it"),
    Deadline("DL-33",  15, CD, "demand_received",                   "PET Art 23",                    "H✔",
             "书面告知群众接收情况和办理途径", "Tell the petitioner in writing of receipt and path"),
    Deadline("DL-34",   5, WD, "referral_received",                 "PET Art 23",                    "H✔",
             "对不属于本单位职权的提出异议并说明理由",
             "Object with reasons to a referral outside one's powers"),
    Deadline("DL-35",  60, CD, "demand_accepted",                   "PET Art 34",                    "H✔",
             "办结诉求并出具书面处理意见", "Conclude the demand with a written opinion",
             extension=Extension(30, "S1", tell_reporter=True)),
    Deadline("DL-36w", 30, CD, "opinion_delivered",                 "PET Art 35",                    "H✔",
             "请求复查", "Ask for a review of the opinion", is_window=True),
    Deadline("DL-36",  30, CD, "review_requested",                  "PET Art 35",                    "H✔",
             "提出复查意见并书面答复", "Answer the request for review"),
    Deadline("DL-37w", 30, CD, "review_delivered",                  "PET Art 36",                    "H✔",
             "请求复核", "Ask for the final review", is_window=True),
    Deadline("DL-37",  30, CD, "final_review_requested",            "PET Art 36",                    "H✔",
             "提出复核意见", "Answer the request for final review", pauses="hearing"),
    # defaults of this product
    Deadline("P-A2",    1, WD, "report_received",                   "chapter 2, A2",                 "P",
             "登记检举控告", "Register the report"),
    Deadline("P-R-B1", 15, CD, "report_received",                   "chapter 3, R-B1",               "P",
             "检举控告移送、转办、交办或者不予受理", "Send the report on, or decline it"),
    Deadline("P-B1",    1, WD, "demand_received",                   "chapter 3, B1",                 "P",
             "登记民生诉求", "Register the demand"),
    Deadline("P-B7",   30, CD, "answer_delivered",                  "chapter 3, B7",                 "P",
             "群众评价", "Rate the answer", is_window=True),
    Deadline("P-B9",   10, WD, "work_reminder_sent",                "chapter 3, B9",                 "P",
             "按函定期限回复工作提醒", "Answer the work reminder by the day it names"),
    Deadline("P-U",     5, WD, "urging_issued",                     "chapter 2, A8; chapter 3, B4",  "P",
             "按函定期限答复督办", "Answer the urging by the day it names"),
    Deadline("P-A10",  10, WD, "duplicate_notice_sent",             "chapter 2, A10",                "P",
             "阅知重复件通报", "Acknowledge the notice of repeats"),
    Deadline("P-R-A2",  5, WD, "new_evidence_brought",              "chapter 2, R-A2",               "P",
             "研判新证据并决定是否重新处置", "Decide what new evidence changes"),
    Deadline("P-R-A10", 1, WD, "protection_requested",              "chapter 2, R-A10",              "P",
             "评估保护申请", "Assess the request for protection"),
)
# fmt: on
"""DL-35 is extended by the head of the unit that answers, who signs there as S1."""
