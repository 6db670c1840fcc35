"""The deadlines of joint work; none is fixed by a regulation, all can be configured. Rule: 1.3."""

from __future__ import annotations

from shared.clocks.rules import WD, Deadline

# fmt: off
LINKAGE_DEADLINES = (
    Deadline("P-E4",    3, WD, "secondment_requested",  "E4",  "P",
             "派出单位答复抽调商请", "Answer a request for an officer"),
    Deadline("P-E7",   10, WD, "board_task_assigned",   "E7",  "P",
             "完成联动任务清单所列工作", "Finish a piece of work on the board"),
)
# fmt: on
"""A piece of work usually names its own day, which stands as written."""
