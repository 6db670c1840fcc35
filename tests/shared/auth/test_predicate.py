"""Three enforcers of one rule table (decision, SQL, row-level security) against a naive second opinion."""

from __future__ import annotations

from collections.abc import AsyncIterator
from random import Random
from uuid import uuid4

import pytest_asyncio
import sqlalchemy as sa
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from shared.auth.actor import Actor, RoleGrant
from shared.auth.predicate import Protected, predicate, visible
from shared.auth.roles import Role
from shared.auth.secrecy import SecrecyLevel
from shared.db import Database

from tests.shared.auth.matters import fill, matters, rights_database
from tests.shared.auth.rights_world import AT, PERMISSIONS, TABLE, World, a_world, may, may_see_at_all
from tests.support.postgres import ThrowawayServer

ACTORS, OBJECTS, WORLDS = 60, 300, 2


@pytest_asyncio.fixture(scope="module")
async def database(throwaway: ThrowawayServer) -> AsyncIterator[Database]:
    async with rights_database(throwaway) as made:
        yield made


async def found(database: Database, actor: Actor, permission: str, world: World, *, walled: bool) -> set[str]:
    """Ask PostgreSQL what the actor may do this to; `walled` as the actor, else as one who sees all."""
    scope = actor.scope(AT) if walled else Actor("system", "system").scope(AT)
    answers = []
    async with database.reader(scope) as reader:
        for knows_many in (False, True):
            asked = visible(TABLE, actor, permission, Protected.of(matters), AT, knows_many=knows_many)
            for parts in filter(None, ((asked.condition,), asked.apart)):
                selects = [sa.select(matters.c.id).where(part) for part in parts]
                rows = await reader.all(sa.union_all(*selects), **asked.values)
                answers.append(sorted({str(row["id"]) for row in rows} & world.ids))
                assert len(rows) == len({row["id"] for row in rows})
    assert all(answer == answers[0] for answer in answers)  # every way of asking answers the same
    return set(answers[0])


async def seen(database: Database, actor: Actor, world: World) -> set[str]:
    """Ask PostgreSQL what row-level security leaves the actor to see."""
    async with database.reader(actor.scope(AT)) as reader:
        return {str(row["id"]) for row in await reader.all(sa.select(matters.c.id))} & world.ids


def can_be_walled(actor: Actor) -> bool:
    """Leave out actors whose grants name impossible paths; no token and no context can hold those."""
    try:
        actor.scope(AT).begin_sql(read_only=True)
    except ValueError:
        return False
    return True


async def disagreements(database: Database, world: World) -> list[str]:
    wrong = []
    for actor in world.actors:
        if can_be_walled(actor):
            wall = await seen(database, actor, world)
            if wall != {facts.id for facts in world.objects if may_see_at_all(actor, facts, world)}:
                wrong.append(f"row-level security for {actor}")
        for permission in PERMISSIONS:
            expected = {facts.id for facts in world.objects if may(actor, permission, facts, world)}
            decided = {f.id for f in world.objects if TABLE.decide(actor, permission, f, AT).allowed}
            if decided != expected:
                wrong.append(f"decision: {permission} for {actor}")
            if await found(database, actor, permission, world, walled=False) != expected:
                wrong.append(f"SQL: {permission} for {actor}")
            walled = set() if actor.kind == "service" else expected  # the table is not opened to services
            if can_be_walled(actor) and (
                await found(database, actor, permission, world, walled=True) != walled
            ):
                wrong.append(f"SQL behind row-level security: {permission} for {actor}")
    return wrong


@settings(
    max_examples=WORLDS,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=[Phase.explicit, Phase.generate],
)
@given(seed=st.integers(0, 2**32))
async def test_decision_sql_and_row_level_security_agree_on_every_pair(database: Database, seed: int) -> None:
    world = a_world(Random(seed), actors=ACTORS, objects=OBJECTS)  # noqa: S311 - a test's dice
    await fill(database, world)

    wrong = await disagreements(database, world)

    assert wrong == []
    assert sum(can_be_walled(actor) for actor in world.actors) > ACTORS / 2
    allowed = sum(
        may(actor, "matter:read", facts, world) for actor in world.actors for facts in world.objects
    )
    assert allowed > ACTORS * OBJECTS / 50, "a world in which nobody may do anything proves nothing"


async def test_one_statement_may_ask_about_two_permissions(database: Database) -> None:
    actor = Actor(
        "officer",
        "5b3d3b0e-0d2c-4a3e-9a55-2f6f6a4a1c11",
        grants=(RoleGrant(Role.PETITION_OFFICER, "city-9"), RoleGrant(Role.OFFICE_HEAD, "city-9/a")),
        clearance=SecrecyLevel.WORK_SECRET,
    )
    rows = {uuid4(): path for path in ("city-9", "city-9/a", "city-9/b", "town-9")}
    async with database.transaction(Actor("system", "system").scope(AT)) as tx:
        for object_id, path in rows.items():
            tx.add(matters, id=object_id, holder_path=path, secrecy="internal")
    read, close = (
        predicate(TABLE, actor, permission, Protected.of(matters), AT)
        for permission in ("matter:read", "matter:close")
    )

    async with database.reader(actor.scope(AT)) as reader:
        both = await reader.all(sa.select(matters.c.holder_path).where(read, close))
        either = await reader.all(sa.select(matters.c.holder_path).where(sa.or_(read, close)))

    assert [row[0] for row in both] == ["city-9/a"]
    assert sorted(row[0] for row in either) == ["city-9", "city-9/a", "city-9/b"]


async def test_an_alias_is_asked_by_its_own_name(database: Database) -> None:
    other = matters.alias("other_matters")
    actor = Actor("officer", "5b3d3b0e-0d2c-4a3e-9a55-2f6f6a4a1c11")

    condition = predicate(TABLE, actor, "matter:read", Protected.of(other), AT)

    async with database.reader(actor.scope(AT)) as reader:
        assert await reader.all(sa.select(other.c.id).where(condition)) == []
