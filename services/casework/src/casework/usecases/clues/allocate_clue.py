"""C3: a clue is handed to the office that handles it; case management keeps it in the central ledger."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from casework.domain.clue import Clue
from casework.domain.clue_lifecycle import CLUE, FINDER, LEDGER, MEMBER
from casework.store.branches import hand_over_branches
from casework.usecases.clues.concluding import sources_told
from casework.usecases.offices import keeps_apart, office, office_at
from casework.usecases.verifications.team_check import TeamCheck, check_officers
from casework.usecases.writing import write
from shared.auth.rls import past_sight
from shared.clocks import store as clocks
from shared.directory.store import Organisation
from shared.http.models import Line
from shared.needtoknow.store import end, grant, keep_to
from shared.process.bodies import Code, Command
from shared.process.desk import Call, Desk
from shared.process.load import load_for
from shared.process.process import Before, Changes, Step
from shared.process.record import record_rows


class AllocateClue(Command):
    """分办 · to the office of the proposal; handlers that are named are checked for grounds of recusal."""

    handlers: Annotated[
        list[Annotated[str, Line(1, 100)]],
        Field(max_length=20, description="拟承办人登录名或者编号 · logins or ids of intended handlers"),
    ] = []


class ReallocateClue(AllocateClue):
    """重新分办 · to another office."""

    to: Annotated[Code, Field(description="新的承办部门 · the new office")]


def handlers_checked_for(action: str) -> Before:
    """Return the check that stands before an allocation which names handlers."""

    async def check(desk: Desk, clue_id: UUID, command: AllocateClue, call: Call) -> TeamCheck | None:
        if not command.handlers:
            return None
        process = desk.processes[CLUE.name]
        async with desk.db.reader(call.actor.scope(call.at)) as reader:
            clue, _ = await load_for(
                reader, desk, process, clue_id, call, process.permission(action), lock=False
            )
        return await check_officers(desk, clue, command.handlers, call)

    return check


async def allocate_clue(step: Step[Clue, AllocateClue]) -> Changes:
    """Make the office the holder; the month for its disposal opinion begins.

    Raises: Refused `organisation_unknown`.
    Rule: C3, DL-09, SoD-3, SoD-5.
    """
    clue = step.subject
    found = await office_at(step.tx, str(clue.office_path))
    if not keeps_apart(found):
        grant(step.tx, clue.id, clue.holder_path, LEDGER, by=step.actor.id, since=step.at)
    await end(step.tx, clue.id, by=step.actor.id, at=step.at, capacity=FINDER)
    return await handed_over(step, found)


async def reallocate_clue(step: Step[Clue, ReallocateClue]) -> Changes:
    """Hand the clue on to another office, which gets a month of its own. Whoever had it sees it no longer.

    Raises: Refused `organisation_unknown`.
    Rule: C3, DL-09.
    """
    return await handed_over(step, await office(step.tx, step.command.to))


async def handed_over(step: Step[Clue, Any], to: Organisation, *, ledger: str | None = None) -> Changes:
    """Name the new holder of the clue and of what was found out so far; who had it sees no more.

    Once it is about own staff, the ledger of case management sees no more of it either. `ledger` is where it stands
    from now on, if it leaves the organ.
    """
    clue, is_own_staff = step.subject, keeps_apart(to)
    await write(step, "clue", "allocation")
    async with past_sight(step.tx):  # whoever hands on sees neither clue nor branch any more
        moved = await hand_over_branches(step.tx, clue.id, to.path)
    record_rows(step.tx, step.desk, moved, step.actor, step.at, "hand_over")
    branches = [row["id"] for _, row in moved]
    for branch_id in branches:
        await clocks.hand_over(step.tx, branch_id, to.path, at=step.at)
    forgotten = (MEMBER, LEDGER) if is_own_staff else (MEMBER,)
    for object_id in (clue.id, *branches):
        for capacity in forgotten:
            await end(step.tx, object_id, by=step.actor.id, at=step.at, capacity=capacity)
        if ledger is not None and not is_own_staff:
            await keep_to(step.tx, object_id, [ledger], LEDGER, by=step.actor.id, at=step.at)
    return Changes(
        columns={
            "holder_path": to.path,
            "office_path": to.path,
            "is_own_staff": is_own_staff,
            "signed_for_by": None,
            "signed_for_at": None,
        },
        event={"to": to.path, "source": clue.source, **await sources_told(step, {clue.id: to.path})},
    )
