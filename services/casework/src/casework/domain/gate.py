"""The gate of four checks and two looks (四查两看): questions a case of accountability must answer.

Rule: 4.4. The six questions are this product's default.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

FOUR_CHECKS: MappingProxyType[str, tuple[str, str]] = MappingProxyType(
    {
        "facts_and_evidence": ("查事实证据", "Facts and evidence"),
        "duty_and_responsibility": ("查职责责任", "Duty and responsibility"),
        "motive_and_gain": ("查动机私利", "Motive and personal gain"),
        "system_gaps": ("查制度漏洞", "System gaps"),
    }
)
TWO_LOOKS: MappingProxyType[str, tuple[str, str]] = MappingProxyType(
    {
        "fault_tolerance": ("看是否存在容错情形", "Is a fault-tolerance situation present"),
        "false_or_to_clear": ("看是否失实、需要澄清", "Is the report untrue or clearing needed"),
    }
)
QUESTIONS = (*FOUR_CHECKS, *TWO_LOOKS)


def is_complete(answers: Mapping[str, object] | None) -> bool:
    """Say whether all six questions have an answer, yes or no alike."""
    return answers is not None and all(question in answers for question in QUESTIONS)
