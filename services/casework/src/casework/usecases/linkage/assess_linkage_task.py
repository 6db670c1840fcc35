"""E9: case management scores every party, from what is on record and from points judged with a reason."""

from typing import Annotated, Any

from pydantic import Field

from casework.domain.linkage.assessment import JUDGED_MOST, Dimension, score
from casework.domain.linkage.capacities import Part
from casework.domain.linkage.linkage_task import LinkageTask
from casework.domain.linkage.linkage_task_lifecycle import LinkageTaskFacts
from casework.store.linkage.participants import Participant, participants_of
from casework.store.linkage.records import add_score, recorded_about
from casework.store.linkage.results import has_follow_up
from casework.usecases.linkage.bodies import Reason
from casework.usecases.writing import write
from shared.auth.rls import past_sight
from shared.db import Reader
from shared.directory.paths import code_of
from shared.http.models import Input
from shared.process.bodies import Code, Command
from shared.process.process import Changes, Step

Points = Annotated[int, Field(ge=0, le=JUDGED_MOST)]


class Judgement(Input):
    """Points for one party, and why."""

    organisation: Annotated[Code, Field(description="单位代码 · code")]
    timeliness: Annotated[Points, Field(description="时效 · timeliness")]
    quality: Annotated[Points, Field(description="质量 · quality")]
    cooperation: Annotated[Points, Field(description="配合 · cooperation")]
    reason: Reason

    def points(self) -> dict[Dimension, int]:
        """Return the points by dimension."""
        return {one: getattr(self, one.value) for one in Dimension}


class AssessTask(Command):
    """考核问效 · judged points for every party; what is on record is added by the service."""

    judged: Annotated[list[Judgement], Field(min_length=1, max_length=60, description="评分 · judgements")]
    no_follow_up_reason: Annotated[
        Reason | None, Field(description="没有后续整改事项的理由 · why nothing follows from the task")
    ] = None


async def parties_of(reader: Reader, task_id: Any) -> list[Participant]:
    """Return who is scored: the lead, the groups and the regions."""
    return [one for one in await participants_of(reader, task_id) if one.part is not Part.CONSULTANT]


async def assessment_facts(step: Step[LinkageTask, AssessTask]) -> LinkageTaskFacts:
    """Find out whether follow-up exists or its absence is explained, and who was left out."""
    judged = {one.organisation for one in step.command.judged}
    parties = {code_of(one.organisation_path) for one in await parties_of(step.tx, step.subject.id)}
    followed = step.command.no_follow_up_reason is not None or await has_follow_up(step.tx, step.subject.id)
    return LinkageTaskFacts(has_follow_up=followed, parties_not_judged=len(judged ^ parties))


async def assess_linkage_task(step: Step[LinkageTask, AssessTask]) -> Changes:
    """Keep every party's points with the facts they follow from; the reasons lie sealed.

    Rule: E9, J-4.
    """
    task = step.subject
    judged = {one.organisation: one for one in step.command.judged}
    told: dict[str, dict[str, int]] = {}
    for party in await parties_of(step.tx, task.id):
        path = party.organisation_path
        async with past_sight(step.tx):
            facts = await recorded_about(step.tx, task.id, path)
        found = score(facts, judged[code_of(path)].points())
        for one in found:
            add_score(step.tx, task.id, path, facts, one)
        told[path] = {one.dimension.value: one.points for one in found}
    await write(step, "linkage_task", "assessment")
    return Changes(event={"scores": told})
