"""The whole chain of one inspected organisation, read in one round trip whatever its length."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from rectification.store.tables import (
    ConsultationRow,
    EvidenceRow,
    FindingRow,
    HandedClueRow,
    InspectedOrganizationRow,
    InspectionRoundRow,
    ItemRow,
    ItemVerificationRow,
    JointReviewRow,
    MilestoneRow,
    PublicationRow,
    ReFeedbackRow,
    SupervisionMeasureRow,
    SystemBuiltRow,
)
from shared.db import Reader, Together
from shared.db.which import exactly

_ITEM: Any = ItemRow.__table__
_ORG: Any = InspectedOrganizationRow.__table__


def _own(row: Any, *names: str, order: Sequence[str]) -> sa.Select[Any]:
    """Select columns of what belongs to the organisation itself."""
    t = row.__table__
    found = sa.select(*(t.c[name] for name in names)).where(exactly(t.c.inspected_organization_id))
    return found.order_by(*(t.c[name] for name in order))


def _of_items(row: Any, *names: str, order: Sequence[str]) -> sa.Select[Any]:
    """Select columns of what belongs to the organisation's items."""
    t = row.__table__
    found = sa.select(*(t.c[name] for name in names)).select_from(t.join(_ITEM, t.c.item_id == _ITEM.c.id))
    return found.where(exactly(_ITEM.c.inspected_organization_id)).order_by(*(t.c[name] for name in order))


def _round() -> sa.Select[Any]:
    t: Any = InspectionRoundRow.__table__
    names = ("id", "number", "term", "ordinal", "kind", "name", "began_on", "legal_regime", "state")
    joined = t.join(_ORG, _ORG.c.round_id == t.c.id)
    return sa.select(*(t.c[name] for name in names)).select_from(joined).where(exactly(_ORG.c.id))


def _later() -> sa.Select[Any]:
    later = sa.select(_ORG.c.id, _ORG.c.number, _ORG.c.state, _ORG.c.feedback_on)
    return later.where(exactly(_ORG.c.earlier_id)).order_by(_ORG.c.created_at)


# fmt: off
_PARTS: dict[str, sa.Select[Any]] = {
    "round": _round(),
    "findings": _own(FindingRow, "id", "ordinal", "category", "severity", "basis", "text", "earlier_finding_id",
                     "reopened_on", "withdrawn_on", order=("ordinal",)),
    "items": _own(ItemRow, "id", "number", "state", "finding_id", "title", "measures", "owner", "unit",
                  "integration_theme", "due_on", "first_due_on", "is_long_term", "submitted_on", "verifier_path",
                  "verified_on", "is_on_time", "closed_on", "rebounds", "false_outcomes", order=("number",)),
    "milestones": _of_items(MilestoneRow, "id", "item_id", "ordinal", "title", "due_on", "reached_on",
                            order=("item_id", "ordinal")),
    "evidence": _of_items(EvidenceRow, "id", "item_id", "milestone_id", "series_id", "version", "title",
                          "attachment_id", "sha256", "effective_on", "expires_on", order=("at", "id")),
    "verifications": _of_items(ItemVerificationRow, "item_id", "result", "method", "text", "body_path", "done_on",
                               order=("at", "id")),
    "reviews": _own(JointReviewRow, "id", "subject", "paper_version", "state", "outcome", "concluded_on",
                    order=("created_at", "id")),
    "measures": _own(SupervisionMeasureRow, "id", "kind", "mechanism", "focuses", "held_on", "object", "problems",
                     "follow_up", "item_ids", "body_path", order=("held_on", "id")),
    "re_feedbacks": _own(ReFeedbackRow, "id", "number", "state", "items", "delivered_on", "reply_by", "answered_on",
                         order=("delivered_on", "id")),
    "consultations": _own(ConsultationRow, "id", "number", "state", "topic", "held_on", "conclusion", "answered_on",
                          order=("held_on", "id")),
    "publications": _own(PublicationRow, "id", "scope", "place", "published_on", order=("published_on", "id")),
    "systems": _own(SystemBuiltRow, "id", "number", "state", "title", "kind", "effective_on", "finding_id", "item_id",
                    order=("effective_on", "id")),
    "transferred_clues": _own(HandedClueRow, "id", "number", "state", "transferred_on", "clue_id", "truth_grade",
                              "way", "concluded_on", order=("created_at", "id")),
    "later": _later(),
}
# fmt: on
_CHAIN = Together(*_PARTS.values())
_NAMES = {part: [column.name for column in select.selected_columns] for part, select in _PARTS.items()}

Part = list[dict[str, Any]]


async def read_chain(reader: Reader, organization_id: UUID) -> dict[str, Part]:
    """Return every link of the chain that row-level security lets the caller see, as plain values by part."""
    found = await reader.together(_CHAIN, object_id=organization_id)
    return {
        part: [dict(zip(_NAMES[part], row, strict=True)) for row in rows]
        for part, rows in zip(_PARTS, found, strict=True)
    }
