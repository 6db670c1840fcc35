"""The deadlines of rectification, recommendations and evaluation. Which move starts which is in the lifecycles.

Ids are the rulebook's; `P-…` is a default of this product for the named move or chapter. Rule: 1.3.
"""

from __future__ import annotations

from shared.clocks.rules import CD, MO, WD, Deadline, Deadlines

# fmt: off
DEADLINES = Deadlines(
    # recommendations: the letter may write another date
    Deadline("DL-31", 30, CD, "recommendation_served", "书面回复采纳情况和整改措施", "Reply in writing on acceptance and measures", "SR21 Art 205 (2021 numbering)", "M"),
    Deadline("P-10", 3, MO, "recommendation_acknowledged", "完成建议事项整改", "Complete the correction that was recommended", "chapter 10", "P"),
    # inspected organisations
    Deadline("DL-38", 1, MO, "feedback_delivered", "报送整改方案", "Submit the rectification plan", "INS; local practice", "M"),
    Deadline("DL-39", 6, MO, "feedback_delivered", "完成集中整改并报送整改进展和主要负责人组织落实情况报告", "End concentrated rectification and submit both reports", "INS Arts 33-35; INS15 Art 27", "M", by_regime={"2021": 3, "2015": 2}),
    Deadline("DL-40", 3, MO, "clue_transferred", "反馈巡察移交线索和事项办理情况", "Report the handling of what inspection transferred", "INS15 Arts 28-29", "M"),
    Deadline("DL-41", 1, MO, "window_ended", "启动集中评估", "Start the centralised evaluation", "practice of another city", "L"),
    Deadline("P-F3", 10, WD, "plan_submitted", "会审整改方案", "Review the rectification plan jointly", "chapter 7, F3", "P"),
    Deadline("P-F6", 10, WD, "item_submitted", "核实整改事项", "Verify the rectification item", "chapter 7, F6", "P"),
    # evaluation
    Deadline("P-8.5", 5, WD, "draft_report_delivered", "对评估意见提出书面异议", "Object in writing to the draft evaluation report", "chapter 8, rule 5", "P", is_window=True),
)
# fmt: on
