"""Who is not accepted here is told where to turn."""

from typing import Any

from intake.store.contents import add_message
from shared.process.process import Step

NEEDS_BODY = frozenset({"judicial_or_arbitration_route", "other_organ_duty"})


def says_where_to_turn(command: Any) -> bool:
    """Say whether a refusal names the body in charge where it must; a matter without substance has none.

    Rule: RPT Art 13, PET Art 22.
    """
    return getattr(command, "reason", None) not in NEEDS_BODY or bool(getattr(command, "competent_body", ""))


def tell_where_to_turn(step: Step[Any, Any], body: str) -> None:
    """Write to the reporter which body is in charge."""
    if body:
        text = f"您反映的情况不属于本机关受理范围，请向{body}反映。"
        add_message(step.tx, step.desk.seals, step.subject.id, "office", "notice", text, step.today)
