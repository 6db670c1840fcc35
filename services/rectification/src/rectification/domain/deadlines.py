"""The deadlines of rectification, recommendations and evaluation. Which move starts which: the lifecycles.

Ids are those of the book of rules; `P-…` is a default of this product for the named move. Rule: 1.3.
"""

from __future__ import annotations

from shared.clocks.rules import CD, MO, WD, Deadline, Deadlines

# fmt: off
DEADLINES = Deadlines(
    # recommendations: the letter may write another date
    Deadline("DL-31",  30, CD, "recommendation_served",             "SR21 Art 205 (2021 numbering)", "M",
             "书面回复采纳情况和整改措施", "Reply in writing on acceptance and measures"),
    Deadline("P-10",    3, MO, "recommendation_acknowledged",       "chapter 10",                    "P",
             "完成建议事项整改", "Complete the correction that was recommended"),
    # inspected organisations
    Deadline("DL-38",   1, MO, "feedback_delivered",                "INS; local practice",           "M",
             "报送整改方案", "Submit the rectification plan"),
    Deadline("DL-39",   6, MO, "feedback_delivered",                "INS Arts 33-35; INS15 Art 27",  "M",
             "完成集中整改并报送整改进展和主要负责人组织落实情况报告",
             "End concentrated rectification and submit both reports", by_regime={"2021": 3, "2015": 2}),
    Deadline("DL-40",   3, MO, "clue_transferred",                  "INS15 Arts 28-29",              "M",
             "反馈巡察移交线索和事项办理情况", "Report the handling of what inspection transferred"),
    Deadline("DL-41",   1, MO, "window_ended",                      "practice of another city",      "L",
             "启动集中评估", "Start the centralised evaluation"),
    Deadline("P-F3",   10, WD, "plan_submitted",                    "chapter 7, F3",                 "P",
             "会审整改方案", "Review the rectification plan jointly"),
    Deadline("P-F5",    6, MO, "item_opened",                       "chapter 7, F5",                 "P",
             "按整改方案载明的时限完成整改事项", "Put the item right by the day the plan writes"),
    Deadline("P-F5m",   6, MO, "item_opened",                       "chapter 7, F5",                 "P",
             "按期完成长期整改事项的阶段目标", "Reach the next milestone of a long-term item by its day"),
    Deadline("P-F6",   10, WD, "item_submitted",                    "chapter 7, F6",                 "P",
             "核实整改事项", "Verify the rectification item"),
    Deadline("P-F7",   10, WD, "reports_submitted",                 "chapter 7, F7",                 "P",
             "会审整改报告", "Review the reports jointly"),
    Deadline("P-F7r",  15, CD, "reports_returned",                  "chapter 7, F7",                 "P",
             "按退回意见修改并重新报送整改报告", "Correct the reports and submit them again"),
    Deadline("P-F10",  30, CD, "re_feedback_delivered",             "chapter 7, F10",                "P",
             "按再反馈函期限整改并答复", "Put right and answer by the date in the letter of renewed feedback"),
    Deadline("P-G8",   30, CD, "reminder_delivered",                "chapter 10; chapter 9, G8",     "P",
             "书面报告提醒、约谈、通报事项整改情况", "Report in writing on what was reminded, discussed or noticed"),
    # evaluation
    Deadline("P-8.5",   5, WD, "draft_report_delivered",            "chapter 8, rule 5",             "P",
             "对评估意见提出书面异议", "Object in writing to the draft evaluation report", is_window=True),
)
# fmt: on
