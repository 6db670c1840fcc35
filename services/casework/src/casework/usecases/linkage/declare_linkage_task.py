"""E1: the own head's word goes to the lead office: why, how far, which units, how many people."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from casework.domain.linkage.capacities import Part, part_of
from casework.domain.linkage.linkage_task import LinkageTask
from casework.store.linkage.participants import join
from casework.usecases.clues.bodies import SubjectIn
from casework.usecases.linkage.bodies import in_order
from casework.usecases.offices import office, office_at
from casework.usecases.writing import write
from shared.directory.paths import code_of, organ_of
from shared.http.models import Day, Text
from shared.numbering import next_number
from shared.process.bodies import Code, Command
from shared.process.process import Changes, Step

Units = Annotated[
    list[Code], Field(max_length=50, description="涉及单位代码 · codes of the units to be visited")
]


class DeclareTask(Command):
    """申报联动 · need, scope, units and the people asked for."""

    need: Annotated[str, Text(4, 5000), Field(description="联动事由 · why it must be joint")]
    scope: Annotated[str, Text(2, 5000), Field(description="联动范围 · how far it goes")]
    people_wanted: Annotated[int, Field(ge=0, le=200, description="拟抽调人数 · officers asked for")] = 0
    units: Units = []
    subjects: Annotated[list[SubjectIn], Field(max_length=20, description="被反映人 · subjects")] = []
    planned_from: Annotated[Day | None, Field(description="拟开展日期起 · first day")] = None
    planned_to: Annotated[Day | None, Field(description="拟开展日期止 · last day")] = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        in_order(self.planned_from, self.planned_to)
        return self


async def declare_linkage_task(step: Step[LinkageTask, DeclareTask]) -> Changes:
    """Give the task a number and hand it to the office that shall lead; who declared it keeps sight of its outline.

    Raises: Refused `organisation_unknown`.
    Rule: E1, 1.8.
    """
    task, command = step.subject, step.command
    for code in command.units:
        await office(step.tx, code)
    declarer = await office_at(step.tx, task.declared_by_path)
    organ = code_of(organ_of(task.lead_path))
    number = await next_number(step.tx, org=organ, kind="linkage_task", year=step.today.year)
    join(step.tx, task.id, task.lead_path, Part.LEAD, by=step.actor.id, at=step.at)
    part = part_of(declarer.kind) or Part.REGION
    join(step.tx, task.id, declarer.path, part, by=step.actor.id, at=step.at)
    await write(step, "linkage_task", "declaration")
    planned = command.model_dump(include={"people_wanted", "planned_from", "planned_to"})
    columns = {"number": str(number), "holder_path": task.lead_path, "units": list(command.units), **planned}
    told = {"matter": task.matter, "kind": task.kind, "declared_by": declarer.path, "lead": task.lead_path}
    return Changes(columns=columns, event=told)
