"""What is on record about each party of a task, before it is judged."""

from uuid import UUID

from casework.domain.linkage.assessment import JUDGED_MOST, RECORDED_MOST, shares
from casework.domain.linkage.linkage_task_lifecycle import LINKAGE_TASK
from casework.store.linkage.records import recorded_about
from casework.usecases.linkage.assess_linkage_task import parties_of
from shared.audit.record import audit
from shared.auth.rls import past_sight
from shared.directory.paths import code_of
from shared.http.answers import Answer
from shared.http.models import Output
from shared.process.aggregate import columns_of
from shared.process.desk import Call, Desk
from shared.process.load import load_for


class RecordOut(Output):
    """One party: the facts, and of each dimension how much was done well, of how much."""

    organisation: str
    part: str
    facts: dict[str, int]
    shares: dict[str, tuple[int, int]]


class RecordsOut(Output):
    """Every party. Up to `recorded_most` points follow from the shares, up to `judged_most` are judged."""

    recorded_most: int
    judged_most: int
    items: list[RecordOut]


async def show_records(desk: Desk, task_id: UUID, call: Call) -> Answer:
    """Return the facts the scores will follow from: figures only.

    Raises: Problem `not_found`, `forbidden`.
    Rule: E9.
    """
    permission, process = "linkage_task:assess", desk.processes[LINKAGE_TASK.name]
    items = []
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        await load_for(tx, desk, process, task_id, call, permission, lock=False)
        for party in await parties_of(tx, task_id):
            async with past_sight(tx):
                facts = await recorded_about(tx, task_id, party.organisation_path)
            found = {one.value: share for one, share in shares(facts).items()}
            items.append(
                RecordOut(
                    organisation=code_of(party.organisation_path),
                    part=party.part.value,
                    facts=columns_of(facts),
                    shares=found,
                )
            )
        audit(
            tx, call.actor, call.at, action=permission, object_type=LINKAGE_TASK.name, object_id=task_id,
            field_group="records", request_id=call.request_id,
        )  # fmt: skip
    return Answer(200, RecordsOut(recorded_most=RECORDED_MOST, judged_most=JUDGED_MOST, items=items))
