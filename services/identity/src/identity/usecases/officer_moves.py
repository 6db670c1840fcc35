"""What suspending, resuming and leaving do besides changing an account's state."""

from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field

from identity.domain.officer_lifecycle import OfficerAction, OfficerFacts, OfficerState
from identity.domain.officers import Officer
from identity.store import rights
from identity.store.officers import lock_officer
from identity.store.sessions import revoke_sessions_of
from identity.usecases.versions import rights_changed, rights_gone
from shared.process.bodies import Command
from shared.process.process import Changes, Move, Step


class SuspendOfficer(Command):
    """停用账号：立即终止其会话，令牌在数秒内失效 · shuts an account."""


class ResumeOfficer(Command):
    """恢复已停用的账号 · opens a shut account."""


class LeaveOfficer(Command):
    """离岗：终止一切权限，并把其名下工作一次移交给接任人 · ends every right and hands the work over."""

    successor: Annotated[
        UUID | None, Field(description="接任人，空则由所在部门收回 · who takes over the work")
    ] = None


async def officer_facts(step: Step[Officer, Command]) -> OfficerFacts:
    """Gather what the guards look at."""
    successor_id = getattr(step.command, "successor", None)
    free = True
    if successor_id is not None:
        successor = await lock_officer(step.tx, successor_id)
        free = (
            successor is not None
            and successor.id != step.subject.id
            and successor.state == OfficerState.ACTIVE
            and successor.duty == step.subject.duty
        )
    return OfficerFacts(is_self=step.actor.id == str(step.subject.id), successor_is_free=free)


async def suspend_officer(step: Step[Officer, SuspendOfficer]) -> Changes:
    """End the sessions of an account that is suspended."""
    await revoke_sessions_of(step.tx, step.subject.id, "suspended", step.at)
    await rights_changed(step.tx, step.desk, [step.subject.id], step.at)
    return Changes()


async def resume_officer(step: Step[Officer, ResumeOfficer]) -> Changes:
    """Let an account be used again."""
    await rights_changed(step.tx, step.desk, [step.subject.id], step.at)
    return Changes()


async def leave_officer(step: Step[Officer, LeaveOfficer]) -> Changes:
    """End everything an officer held, and say who goes on with the work.

    `officer.left` names the successor. What offices hold stays on their desks; what the officer was named for in
    person ends in every service, and whoever follows is named and checked anew. Rule: C-9, 1.6.
    """
    officer, tx, by = step.subject, step.tx, step.actor.id
    ended = await rights.end_dated(
        tx, rights.grants, rights.grants.c.officer_id == officer.id, by=by, at=step.at
    )
    lent = await rights.end_dated(tx, rights.delegations, rights.between(officer.id), by=by, at=step.at)
    await rights.end_dated(
        tx, rights.clearances, rights.clearances.c.officer_id == officer.id, by=by, at=step.at
    )
    await revoke_sessions_of(tx, officer.id, "left", step.at)
    await rights_gone(tx, step.desk, officer.id, step.at)
    await rights_changed(tx, step.desk, {row["to_officer"] for row in lent} - {officer.id}, step.at)
    successor = step.command.successor
    return Changes(
        columns={"left_on": step.today, "successor_id": successor},
        event={"successor": str(successor) if successor else None, "grants_ended": len(ended)},
    )


OFFICER_MOVES: dict[StrEnum, Move] = {
    OfficerAction.SUSPEND: Move(command=SuspendOfficer, apply=suspend_officer),
    OfficerAction.RESUME: Move(command=ResumeOfficer, apply=resume_officer),
    OfficerAction.LEAVE: Move(command=LeaveOfficer, apply=leave_officer),
}
