"""Lists of clues, verifications and talks: what may be filtered and sorted, and nothing else."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field

from casework.store.lists import (
    CLUE_SORTING,
    TALK_INQUIRY_SORTING,
    VERIFICATION_SORTING,
    clue_conditions,
    talk_inquiry_conditions,
    verification_conditions,
)
from casework.usecases.processes import CLUES, TALK_INQUIRIES, VERIFICATIONS
from shared.http.answers import Answer
from shared.http.paging import PageQuery
from shared.process.desk import Call, Desk
from shared.process.read import count_objects, list_objects

Codes = Annotated[list[str], Field(max_length=20)]
Overdue = Annotated[bool | None, Field(description="有超期期限 · has an overdue deadline")]


class ClueQuery(PageQuery):
    """Filters of the list of clues; repeat a parameter for "or"."""

    state: Annotated[Codes, Field(description="状态 · states")] = []
    source: Annotated[Codes, Field(description="来源 · sources")] = []
    way: Annotated[Codes, Field(description="处置方式 · ways of disposal")] = []
    region: Annotated[Codes, Field(description="区（市）· regions")] = []
    field: Annotated[Codes, Field(description="领域 · fields")] = []
    number: Annotated[str | None, Field(max_length=100, description="编号 · number")] = None
    report_id: Annotated[UUID | None, Field(description="来件 · the report it comes from")] = None
    received_from: Annotated[date | None, Field(description="收到日期起 · from")] = None
    received_to: Annotated[date | None, Field(description="收到日期止 · to")] = None
    overdue: Overdue = None


class BranchQuery(PageQuery):
    """Filters of the lists of verifications and talks; repeat a parameter for "or"."""

    state: Annotated[Codes, Field(description="状态 · states")] = []
    clue_id: Annotated[UUID | None, Field(description="所属线索 · the clue")] = None
    overdue: Overdue = None


async def find_clues(desk: Desk, query: ClueQuery, call: Call) -> Answer:
    """Return a page of the clues the caller may read. Raises: Problem `forbidden`, cursor problems."""
    window = desk.cursors.window(CLUE_SORTING, query, caller=call.actor.id)
    return await list_objects(desk, CLUES, clue_conditions(query, call.at), window, call)


async def count_clues(desk: Desk, query: ClueQuery, call: Call) -> Answer:
    """Count the clues the caller may read. Raises: Problem `forbidden`."""
    return await count_objects(desk, CLUES, clue_conditions(query, call.at), call)


async def find_verifications(desk: Desk, query: BranchQuery, call: Call) -> Answer:
    """Return a page of the verifications the caller may read. Raises: Problem `forbidden`, cursor problems."""
    window = desk.cursors.window(VERIFICATION_SORTING, query, caller=call.actor.id)
    return await list_objects(desk, VERIFICATIONS, verification_conditions(query, call.at), window, call)


async def count_verifications(desk: Desk, query: BranchQuery, call: Call) -> Answer:
    """Count the verifications the caller may read. Raises: Problem `forbidden`."""
    return await count_objects(desk, VERIFICATIONS, verification_conditions(query, call.at), call)


async def find_talk_inquiries(desk: Desk, query: BranchQuery, call: Call) -> Answer:
    """Return a page of the talks the caller may read. Raises: Problem `forbidden`, cursor problems."""
    window = desk.cursors.window(TALK_INQUIRY_SORTING, query, caller=call.actor.id)
    return await list_objects(desk, TALK_INQUIRIES, talk_inquiry_conditions(query, call.at), window, call)


async def count_talk_inquiries(desk: Desk, query: BranchQuery, call: Call) -> Answer:
    """Count the talks the caller may read. Raises: Problem `forbidden`."""
    return await count_objects(desk, TALK_INQUIRIES, talk_inquiry_conditions(query, call.at), call)
