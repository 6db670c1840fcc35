"""Row-level security of joint work, and answers that do not change with what the caller may not see."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from asyncpg import InsufficientPrivilegeError

from casework.store.tables import Base
from shared.db import Scope

from tests.casework.linkage_story import asked, concluded, do, made, staffed
from tests.casework.store.test_second_wall import rows
from tests.casework.story import WORKER
from tests.support.cast import actor
from tests.support.house import House

OPEN = {"unit_bookings", "linkage_circles"}
"""Which unit is taken, and which ids belong together: open to every statement, shown to few callers."""
OF_JOINT_WORK = {
    "linkage_tasks", "linkage_participants", "linkage_members", "conflict_checks", "board_notes", "board_tasks",
    "secondments", "consultations", "consultation_participants", "papers",
}  # fmt: skip
LISTS = ("linkage-tasks", "secondments", "board-tasks", "shares", "consultations", "clues")


async def worked(house: House) -> str:
    """Return a task with a row in most tables."""
    task, _ = await staffed(house)
    task_id = task.split("/")[1]
    headers = house.headers("group1.member", key="a-note-of-the-group")
    await house.http.post(f"/v1/{task}/notes", headers=headers, json={"text": "记录"})
    await made(house, "office1.head", "board-tasks", task_id=task_id, title="核对", to="group-1")
    await made(
        house, "office1.head", "consultations", task_id=task_id, agenda=["安排"], held_on="2026-03-02",
        participants=["office1.handler", "group1.member"],
    )  # fmt: skip
    await asked(house, task, "district1.petition")
    return task


async def test_strangers_see_no_row_whatever_the_statement_forgot(house: House) -> None:
    await worked(house)
    at = house.clock.now()
    for login in ("district2.handler", "office2.head", "housing1.head", "petition.city"):
        seen = {table: await rows(house, table, actor(login).scope(at)) for table in OF_JOINT_WORK}
        assert seen == dict.fromkeys(OF_JOINT_WORK, 0), login
    for scope in (Scope("worker"), actor("office1.head").scope(at)):
        assert 0 not in {await rows(house, table, scope) for table in OF_JOINT_WORK}


async def test_answers_are_the_same_byte_for_byte_with_and_without_what_a_stranger_may_not_see(
    house: House,
) -> None:
    period = {"from_on": "2026-01-01", "to_on": "2026-12-31"}

    async def answers() -> list[bytes]:
        paths = [f"/v1/{name}{end}" for name in LISTS for end in ("", "/_count")]
        logins = ("district2.handler", "office2.head", "housing1.head")
        found = [(await house.get(login, path)).content for login in logins for path in paths]
        totals = await house.get("office2.head", "/v1/linkage-tasks/result-totals", **period)
        return [*found, totals.content]

    before = await answers()
    await concluded(house)
    assert await answers() == before


@pytest.mark.parametrize(
    "table", ["board_notes", "conflict_checks", "consultation_opinions", "linkage_assessments"]
)
async def test_what_was_said_and_found_cannot_be_changed(house: House, table: str) -> None:
    written = Base.metadata.tables[table]
    column = next(iter(written.columns))
    for statement in (sa.update(written).values({column.name: column}), sa.delete(written)):
        with pytest.raises(InsufficientPrivilegeError):
            async with house.desk.db.transaction(WORKER) as tx:
                await tx.run(statement)


async def test_the_database_keeps_an_officer_out_of_two_places_in_one_team(house: House) -> None:
    task, _ = await staffed(house)
    await do(house, "office1.head", task, "change-team", members=["office1.handler", "office1.handler"])
    shown = (await house.get("office1.head", f"/v1/{task}")).json()
    assert len({one["login"] for one in shown["members"]}) == len(shown["members"]) == 3
