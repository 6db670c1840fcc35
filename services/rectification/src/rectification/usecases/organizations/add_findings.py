"""F1: findings are listed before they are fed back, each with category, severity and basis."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated
from uuid import UUID

from pydantic import Field

from rectification.domain.organization import Finding, FindingCategory, InspectedOrganization, Severity
from rectification.store.organizations import last_ordinal
from rectification.store.tables import FindingRow
from shared.http.models import Input, Line, Text
from shared.ids import uuid7
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class FindingIn(Input):
    """One problem that was found."""

    category: Annotated[FindingCategory, Field(description="类别 · category")]
    severity: Annotated[Severity, Field(description="严重程度 · severity")]
    basis: Annotated[str, Line(2, 500), Field(description="依据 · basis", examples=["《巡视工作条例》"])]
    text: Annotated[str, Text(5, 5000), Field(description="问题表述 · what was found")]
    earlier_finding_id: Annotated[
        UUID | None, Field(description="“回头看”对应的原问题 · the earlier finding")
    ] = None


class AddFindings(Command):
    """列入反馈问题 · one or many."""

    findings: Annotated[
        list[FindingIn], Field(min_length=1, max_length=100, description="反馈问题 · findings")
    ]


async def add_findings(step: Step[InspectedOrganization, AddFindings]) -> Changes:
    """Add findings to the list, numbered on from the last.

    Rule: F1.
    """
    last = await last_ordinal(step.tx, step.subject.id)
    for ordinal, given in enumerate(step.command.findings, start=last + 1):
        finding = Finding(
            id=uuid7(),
            inspected_organization_id=step.subject.id,
            ordinal=ordinal,
            **given.model_dump(),
        )
        step.tx.add(FindingRow, **asdict(finding), withdrawn_on=None)
    return Changes()
