"""F12: the inspection office begins the evaluation of an organisation whose window has ended."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from rectification.domain.evaluation import Evaluation
from rectification.domain.evaluation_lifecycle import EVALUATION
from rectification.domain.organization import InspectedOrganization
from rectification.store.indexes import DEFAULT, maybe_index, newest_index
from rectification.usecases.creating import begin, fresh, numbered
from rectification.usecases.knowing import let_supervise, supervisors_of
from shared.lifecycle import Refused
from shared.process.bodies import Code, Command
from shared.process.process import Changes, Process, Step

Weight = Annotated[Decimal, Field(gt=0, le=1, decimal_places=2)]


class BeginEvaluation(Command):
    """启动集中评估 · which index, and what the two sources weigh."""

    index: Annotated[Code, Field(description="评估指标体系 · the index")] = DEFAULT
    index_version: Annotated[
        Code | None, Field(description="指标体系版本，不填为最新版本 · version; the newest if left out")
    ] = None
    daily_weight: Annotated[Weight, Field(description="日常评估权重 · weight of the daily evaluation")] = (
        Decimal("0.4")
    )
    central_weight: Annotated[
        Weight, Field(description="集中评估权重 · weight of the centralised evaluation")
    ] = Decimal("0.6")

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        if self.daily_weight + self.central_weight != 1:
            raise PydanticCustomError("weights_not_one", "together one")
        return self


async def begin_evaluation(step: Step[InspectedOrganization, BeginEvaluation]) -> Changes:
    """Plan the evaluation; both supervising bodies know of it, as they give the daily marks.

    Raises: Refused `index_unknown`.
    Rule: F12, chapter 8, points 1 and 2.
    """
    organization, command = step.subject, step.command
    index = (
        await newest_index(step.tx, command.index)
        if command.index_version is None
        else await maybe_index(step.tx, command.index, command.index_version)
    )
    if index is None:
        raise Refused("index_unknown", code=command.index)
    process: Process[Any] = step.desk.processes[EVALUATION.name]
    number = await numbered(step.tx, organization.holder_path, "evaluation", step.today.year)
    evaluation = Evaluation(
        **fresh(process, organization.holder_path, number),
        inspected_organization_id=organization.id,
        organisation_path=organization.organisation_path,
        index_code=index.code,
        index_version=index.version,
        daily_weight=command.daily_weight,
        central_weight=command.central_weight,
    )
    let_supervise(step, supervisors_of(organization), [evaluation.id])
    await begin(step.tx, step.desk, process, evaluation, actor=step.actor, today=step.today, rule="8.1")
    return Changes(event={"evaluation_id": str(evaluation.id)})
