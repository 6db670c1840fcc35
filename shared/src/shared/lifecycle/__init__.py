"""A process is a table: from, action, to, who, sign-off, guards, documents, deadlines, event, rule. Code only looks it up."""

from shared.lifecycle.table import (
    RECEIPT_HOLDER,
    SYSTEM,
    Guard,
    Lifecycle,
    LifecycleError,
    Party,
    Refused,
    Row,
    by,
)

__all__ = [
    "RECEIPT_HOLDER",
    "SYSTEM",
    "Guard",
    "Lifecycle",
    "LifecycleError",
    "Party",
    "Refused",
    "Row",
    "by",
]
