"""What the holder of a receipt is told: a coarse state and one sentence that gives nothing away.

Rule: 1.4 point 6, 1.9.
"""

from __future__ import annotations

from types import MappingProxyType

from intake.domain.demand_lifecycle import DemandState as D
from intake.domain.report_lifecycle import ReportState as R

# fmt: off
REPORT_STATES: MappingProxyType[str, str] = MappingProxyType({
    R.RECEIVED: "received",           R.REGISTERED: "received",        R.SCREENED: "received",
    R.NOT_ACCEPTED: "not_accepted",   R.REFERRED_UP: "passed_on",      R.REFERRED_DOWN: "passed_on",
    R.REFERRED_OUT: "passed_on",      R.ASSIGNED_DOWN: "passed_on",    R.URGED: "passed_on",
    R.RESULT_REPORTED: "being_handled", R.RETAINED_DUPLICATE: "accepted", R.ACCEPTED: "accepted",
    R.TRANSFERRED: "accepted",        R.RETURNED: "accepted",          R.IN_DISPOSAL: "being_handled",
    R.CONCLUDED: "being_handled",     R.FEEDBACK_GIVEN: "answered",    R.ARCHIVED: "closed",
    R.MERGED: "accepted",
})
DEMAND_STATES: MappingProxyType[str, str] = MappingProxyType({
    D.RECEIVED: "received",           D.REGISTERED: "received",        D.CLASSIFIED: "accepted",
    D.SPLIT_TO_REPORT: "accepted",    D.NOT_ACCEPTED: "not_accepted",  D.FORWARDED: "passed_on",
    D.SUPERVISED: "being_handled",    D.OBJECTED: "being_handled",     D.IN_PROGRESS: "being_handled",
    D.ANSWERED: "answered",           D.RATED: "answered",             D.REOPENED: "being_handled",
    D.REVIEWED: "being_handled",      D.FINAL_REVIEWED: "being_handled", D.CLOSED: "closed",
    D.MERGED: "being_handled",
})
# fmt: on

NOTICES: MappingProxyType[str, tuple[str, str]] = MappingProxyType(
    {
        "received": ("您反映的情况已收到。", "What you told us has been received."),
        "accepted": ("您反映的情况已受理。", "What you told us has been accepted."),
        "not_accepted": (
            "您反映的情况不属于本机关受理范围，已按规定处理，可向有主管权限的机关反映。",
            "What you told us is outside our duties; please turn to the body in charge.",
        ),
        "passed_on": (
            "您反映的情况已转交有权处理的单位。",
            "What you told us has been passed to the body in charge.",
        ),
        "being_handled": ("您反映的情况正在办理。", "What you told us is being handled."),
        "answered": ("您反映的情况已有答复。", "There is an answer to what you told us."),
        "closed": ("您反映的情况已办结。", "The matter is closed."),
    }
)


def receipt_state(object_type: str, state: str) -> str:
    """Return the coarse state for the inner one."""
    return (DEMAND_STATES if object_type == "demand" else REPORT_STATES)[state]
