"""An appeal is accepted; a Party appeal has three months from here."""

from typing import Any

from casework.domain.appeal import COURSES, Appeal, AppealKind
from casework.domain.appeal_lifecycle import AT_ACCEPTANCE
from shared.process.process import Changes, Step


async def accept_appeal(step: Step[Appeal, Any]) -> Changes:
    """Start the clock of kinds whose time runs from acceptance.

    Rule: DL-27, ENF Art 59.
    """
    own = COURSES[AppealKind(step.subject.kind)].clock
    return Changes(
        event={"case_id": str(step.subject.case_id), "kind": step.subject.kind},
        no_clock=frozenset(rule for rule in AT_ACCEPTANCE if rule != own),
    )
