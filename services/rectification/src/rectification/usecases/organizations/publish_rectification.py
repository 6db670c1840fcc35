"""F8: what was put right is published inside the Party or to the public, after a check for secrets."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from rectification.domain.organization import InspectedOrganization
from rectification.store.tables import PublicationRow
from shared.http.models import Day, Line, Text
from shared.ids import uuid7
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class PublishRectification(Command):
    """公开整改情况 · the text, where and for whom; the leader who signs answers for the check for secrets."""

    scope: Annotated[
        Literal["party", "public"], Field(description="党内或社会公开 · inside the Party or public")
    ]
    place: Annotated[str, Line(2, 200), Field(description="公开载体 · where", examples=["机关公示栏"])]
    text: Annotated[str, Text(10, 50000), Field(description="公开稿 · the text")]
    published_on: Annotated[Day | None, Field(description="公开日期，默认当日 · day")] = None


async def publish_rectification(step: Step[InspectedOrganization, PublishRectification]) -> Changes:
    """Record the publication that was signed.

    Rule: F8, INTRA Art 41.
    """
    command = step.command
    step.tx.add(
        PublicationRow, id=uuid7(), inspected_organization_id=step.subject.id, scope=command.scope,
        place=command.place, text=command.text, published_on=command.published_on or step.today, at=step.at,
    )  # fmt: skip
    return Changes()
