"""Replies that officers send again and again, by what the matter is and where it stands for its reporter.

These are shipped; an office writes its own in their place. Braces hold what is filled in from the matter.
"""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import dataclass

PLACEHOLDERS = frozenset({"number", "received_on", "today"})
_FORMATTER = string.Formatter()


@dataclass(frozen=True, slots=True)
class CannedReply:
    """One reply in two languages; version 0 is the shipped one. `state` is what the receipt shows."""

    code: str
    object_type: str
    state: str
    text_zh: str
    text_en: str
    version: int = 0
    is_active: bool = True


# fmt: off
SHIPPED = (
    CannedReply("received", "demand", "received",
        "您反映的事项（{number}）已于{received_on}收到，我们将在十五日内告知办理途径。",
        "Your matter ({number}) arrived on {received_on}; within fifteen days we tell you who handles it."),
    CannedReply("more_wanted", "demand", "accepted",
        "为便于办理，请补充具体地点、时间和经办单位；不必写明您的身份。",
        "To go on we need place, time and the office concerned; you need not say who you are."),
    CannedReply("on_its_way", "demand", "being_handled",
        "您反映的事项（{number}）正在办理，承办单位将在期限内书面答复。",
        "Your matter ({number}) is being handled; the office in charge answers in writing within its time."),
    CannedReply("not_ours", "demand", "not_accepted",
        "您反映的事项不属于本机关受理范围，请向有权处理的机关提出。",
        "Your matter is outside our duties; please turn to the body in charge."),
    CannedReply("received", "report", "received",
        "您反映的情况已于{received_on}收到，正在甄别。如有补充，请凭查询码提交。",
        "What you told us arrived on {received_on} and is being looked at. Add to it with your receipt."),
    CannedReply("accepted", "report", "accepted",
        "您反映的情况已受理，将依规依纪依法办理。请妥善保管查询码。",
        "What you told us is accepted and will be handled by the rules. Keep your receipt safe."),
    CannedReply("evidence_wanted", "report", "being_handled",
        "如掌握新的线索或者材料，请凭查询码补充；请勿扩散，注意保护自己。",
        "If you learn more, add it with your receipt; tell nobody else, and keep yourself safe."),
)
# fmt: on


def unknown_placeholders(text: str) -> list[str]:
    """Name the braces of a text that nothing would fill; a brace that does not close is one too."""
    try:
        names = [name for _, name, _, _ in _FORMATTER.parse(text) if name is not None]
    except ValueError:
        return ["{"]
    return [name for name in names if name not in PLACEHOLDERS]


def fill(text: str, values: Mapping[str, str]) -> str:
    """Put a matter's values into a reply."""
    return text.format_map({name: values.get(name, "") for name in PLACEHOLDERS})
