"""SoD-6, 1.6: find out who holds a talk, and whether any of them must keep away, before the transaction."""

from __future__ import annotations

from uuid import UUID

from casework.domain.clue import Clue
from casework.domain.clue_lifecycle import CLUE
from casework.domain.talk_inquiry_lifecycle import TALK_INQUIRY, TalkInquiryAction
from casework.usecases.talks.hold_talk import HoldTalk
from casework.usecases.verifications.team_check import TeamCheck, check_officers
from shared.http.problems import Problem
from shared.process.desk import Call, Desk
from shared.process.load import load_for, load_subject


async def talkers_checked(desk: Desk, talk_id: UUID, command: HoldTalk, call: Call) -> TeamCheck:
    """Look up the officers named and check each against the clue.

    Raises: Problem `not_found`, `forbidden`, `recusal_check_unavailable`.
    """
    process = desk.processes[TALK_INQUIRY.name]
    permission = process.permission(TalkInquiryAction.HOLD_TALK)
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        talk, _ = await load_for(reader, desk, process, talk_id, call, permission, lock=False)
        clue: Clue | None = await load_subject(reader, desk.processes[CLUE.name], talk.clue_id, lock=False)
    if clue is None:
        raise Problem("not_found")
    return await check_officers(desk, clue, command.participants, call)
