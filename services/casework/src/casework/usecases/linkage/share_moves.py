"""E5: with the signature the listed officers know of the clue or file, no longer than they are in the team."""

from typing import Any

from casework.domain.linkage.capacities import RECIPIENT, SHARED
from casework.domain.linkage.share_lifecycle import Share, ShareAction, Shared, ShareFacts
from casework.store.linkage.circle import CLUE, enclose
from casework.store.linkage.sharing import is_enclosed
from casework.store.linkage.team import present_members
from casework.usecases.linkage.officer_check import blocked_on_record, on_record
from shared.needtoknow.store import end, grant
from shared.process.process import Changes, Step


async def share_facts(step: Step[Share, Any]) -> ShareFacts:
    """Look at the team as it is at the signature, and at what was decided about recusal meanwhile."""
    share = step.subject
    if step.row.action != ShareAction.SHARE:
        return ShareFacts()
    present = await present_members(step.tx, share.task_id, step.at)
    checked = list((await on_record(step.tx, share.task_id, list(share.officer_ids))).values())
    blocked = await blocked_on_record(step.tx, share.task_id, checked, step.at)
    outsiders = [one for one in share.officer_ids if one not in present]
    return ShareFacts(outsiders=len(outsiders), conflicted=len(blocked & set(share.officer_ids)))


async def share_material(step: Step[Share, Any]) -> Changes:
    """Let each officer on the list know, until their own days in the team end. Rule: E5."""
    share = step.subject
    present = await present_members(step.tx, share.task_id, step.at)
    is_clue = share.object_type == Shared.CLUE
    if is_clue and not await is_enclosed(step.tx, share.task_id, share.object_id):
        enclose(step.tx, share.task_id, share.object_id, CLUE)
    for officer_id in share.officer_ids:
        until = present[officer_id].until
        grant(step.tx, share.id, officer_id, RECIPIENT, by=step.actor.id, since=step.at, until=until)
        if is_clue:
            grant(step.tx, share.object_id, officer_id, SHARED, by=step.actor.id, since=step.at, until=until)
    told = {
        "task_id": str(share.task_id),
        "object_type": share.object_type,
        "officers": len(share.officer_ids),
    }
    return Changes(event=told)


async def end_share(step: Step[Share, Any]) -> Changes:
    """End what the listed officers know through it."""
    share = step.subject
    await end(step.tx, share.id, by=step.actor.id, at=step.at, capacity=RECIPIENT)
    if share.object_type == Shared.CLUE:
        for officer_id in share.officer_ids:
            await end(
                step.tx, share.object_id, by=step.actor.id, at=step.at, grantee=officer_id, capacity=SHARED
            )
    return Changes(event={"task_id": str(share.task_id), "object_type": share.object_type})
