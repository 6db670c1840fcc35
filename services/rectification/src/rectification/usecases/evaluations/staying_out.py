"""Chapter 8, point 4: who served in the organisation within three years, or is near its leaders, gives no marks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from rectification.domain.evaluation import Evaluation
from rectification.domain.evaluation_index import Source
from rectification.domain.evaluation_lifecycle import EVALUATION
from rectification.store.organizations import bodies_of, leaders_of
from rectification.usecases.evaluations.give_marks import GiveMarks
from shared.db import Scope
from shared.process.desk import Call, Desk
from shared.process.load import load_for
from shared.recusal.conflicts import Involved, Post, conflicts_of
from shared.recusal.declared import declared_by


async def staying_out(
    desk: Desk,
    evaluation: Evaluation,
    officers: list[UUID],
    call: Call,
    serving: Mapping[UUID, str] | None = None,
) -> set[str]:
    """Return the ids of those who must stay out; `serving` are posts held today, where these count as well.

    Raises: Problem `recusal_check_unavailable`.
    Rule: chapter 8, point 4; 1.6.
    """
    async with desk.db.reader(Scope("worker")) as reader:
        organization_id = evaluation.inspected_organization_id
        involved = Involved(
            subjects=await leaders_of(reader, organization_id),
            organisations=await bodies_of(reader, organization_id),
        )
    everybody = await declared_by(desk, officers)
    if serving:
        pairs = zip(officers, everybody, strict=True)
        everybody = [replace(one, posts=(*one.posts, Post(serving[officer]))) for officer, one in pairs]
    return {one.officer_id for one in conflicts_of(everybody, involved, call.today)}


async def know_the_marker(desk: Desk, evaluation_id: UUID, command: GiveMarks, call: Call) -> int:
    """Return 1 if who gives daily marks must stay out; the team was asked when it was formed.

    Raises: Problem `not_found`, `forbidden`, `recusal_check_unavailable`.
    Rule: chapter 8, point 4; 1.6.
    """
    if command.source != Source.DAILY.value:
        return 0
    process = desk.processes[EVALUATION.name]
    permission = process.permission("give_marks")
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        evaluation, _ = await load_for(reader, desk, process, evaluation_id, call, permission, lock=False)
    return len(await staying_out(desk, evaluation, [UUID(call.actor.id)], call))
