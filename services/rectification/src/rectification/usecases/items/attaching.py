"""Evidence: a file with the days between which it says something; a newer version stands beside the older."""

from __future__ import annotations

from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from rectification.domain.item import Item
from rectification.domain.item_lifecycle import ITEM
from rectification.store.items import add_evidence, evidence_of
from shared.attachments.limits import MB, Limits
from shared.attachments.store import find, link
from shared.http.models import Day, Input, Line
from shared.ids import uuid7
from shared.lifecycle import Refused
from shared.process.process import Step

OF_AN_ITEM = Limits(files=200, total_bytes=2000 * MB)


class EvidenceIn(Input):
    """A file that was uploaded before, and what it shows."""

    attachment_id: Annotated[UUID, Field(description="已上传的附件 · uploaded file")]
    title: Annotated[str, Line(2, 200), Field(description="材料名称 · title")]
    effective_on: Annotated[Day, Field(description="生效日期 · day from which it holds")]
    expires_on: Annotated[Day | None, Field(description="失效日期 · day it holds until")] = None
    replaces: Annotated[UUID | None, Field(description="所替换的版本 · the version it replaces")] = None

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.expires_on is not None and self.expires_on < self.effective_on:
            raise PydanticCustomError("expires_before_effective", "expires before it is effective")
        return self


Evidence = Annotated[list[EvidenceIn], Field(max_length=20, description="佐证材料 · evidence")]


async def attach(step: Step[Item, Any], evidence: list[EvidenceIn], milestone_id: UUID | None = None) -> None:
    """Link each file to the item and keep its hash and version.

    Raises: AttachmentUnknown, AttachmentRefused, Refused `evidence_unknown` for a version that is not there.
    Rule: F5.
    """
    item = step.subject
    await link(
        step.tx, [one.attachment_id for one in evidence], object_type=ITEM.name, object_id=item.id,
        uploaded_by=step.actor.id, limits=OF_AN_ITEM,
    )  # fmt: skip
    known = {row["id"]: row for row in await evidence_of(step.tx, item.id)}
    last = {row["series_id"]: row["version"] for row in known.values()}
    for one in evidence:
        identity = uuid7()
        if one.replaces is not None and one.replaces not in known:
            raise Refused("evidence_unknown")
        series = known[one.replaces]["series_id"] if one.replaces else identity
        last[series] = last.get(series, 0) + 1
        file = await find(step.tx, step.desk.seals, one.attachment_id)
        add_evidence(
            step.tx, id=identity, item_id=item.id, milestone_id=milestone_id, series_id=series, version=last[series],
            title=one.title, attachment_id=one.attachment_id, sha256=file.sha256, effective_on=one.effective_on,
            expires_on=one.expires_on, added_by=step.actor.id, at=step.at,
        )  # fmt: skip
