"""How an approved talk, inquiry or verification becomes an object with a life of its own."""

from typing import Any

from casework.domain.clue import Clue
from casework.domain.clue_lifecycle import LEDGER
from casework.domain.talk_inquiry import TalkInquiry
from casework.domain.verification import Verification
from casework.store.objects import columns_of
from shared.directory.paths import code_of, organ_of
from shared.ids import uuid7
from shared.needtoknow.store import grant, grantees_of
from shared.numbering import next_number
from shared.process.create import create
from shared.process.process import Step


async def taken_from(step: Step[Clue, Any], kind: str) -> dict[str, Any]:
    """Return what a new talk or verification has from its clue, and a number of its own."""
    clue = step.subject
    organ = code_of(organ_of(clue.holder_path))
    return {
        "id": uuid7(),
        "number": str(await next_number(step.tx, org=organ, kind=kind, year=step.today.year)),
        "version": 1,
        "holder_path": clue.holder_path,
        "secrecy": clue.secrecy,
        "clue_id": clue.id,
        "heads_lower_committee": clue.heads_lower_committee,
    }


async def make(step: Step[Clue, Any], branch: Verification | TalkInquiry, process: str, *, rule: str) -> None:
    """Queue the object; whoever keeps the clue in a ledger keeps it there too."""
    for known in await grantees_of(step.tx, step.subject.id):
        if known.capacity == LEDGER and known.is_live(step.at):
            grant(step.tx, branch.id, known.grantee, LEDGER, by=step.actor.id, since=step.at)
    await create(
        step.tx, step.desk, step.desk.processes[process], branch, rule=rule, action="create",
        actor=step.actor, at=step.at, trigger_on=step.today, columns=columns_of(branch, step.at),
    )  # fmt: skip
