"""1.6: a reporter asks that an officer keep away; leaders decide, and whom they name no longer knows of the report."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from intake.domain.request import Request
from intake.store.tables.requests import RecusalRequestRow
from intake.usecases.requests.asking import decision, tell_reporter
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.decide_recusal import Ground
from shared.process.keeping_away import keep_away
from shared.process.process import Changes, Step
from shared.recusal.store import Recusal

TABLE: Any = RecusalRequestRow.__table__


class UpholdRecusal(Command):
    """决定回避 · who keeps away, by their ids, and on which ground."""

    officers: Annotated[
        list[UUID], Field(min_length=1, max_length=20, description="回避人员编号 · ids of officers")
    ]
    ground: Annotated[Ground, Field(description="回避事由 · ground")] = "other_doubt"


class RejectRecusal(Command):
    """驳回 · why nobody needs to keep away."""

    reason: Annotated[str, Text(2, 2000), Field(description="理由 · reason")]


async def uphold_recusal(step: Step[Request, UpholdRecusal]) -> Changes:
    """Shut the report, and what hangs on it, to the officers at once; what they did until now stays valid.

    Rule: 1.6, DL-46, P31.
    """
    command, report_id = step.command, step.subject.object_id
    officers = [str(one) for one in command.officers]
    for officer in officers:
        await keep_away(
            step.tx, step.desk, report_id, Recusal(officer, command.ground, step.actor.id, step.at)
        )
    tell_reporter(step, "您的回避申请已同意，有关人员不再接触该件。")
    told = {"object_id": str(report_id), "officers": officers, "ground": command.ground}
    return Changes(columns=decision(step, TABLE, {}, officers=officers, ground=command.ground), event=told)


async def reject_recusal(step: Step[Request, RejectRecusal]) -> Changes:
    """Tell who asked. Rule: 1.6."""
    tell_reporter(step, "您的回避申请经审查不符合回避情形。")
    return Changes(columns=decision(step, TABLE, {"reason": step.command.reason}))
