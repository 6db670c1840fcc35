"""When a day turns, some rights begin and others end, and everybody hears of it once."""

from __future__ import annotations

from datetime import date, timedelta

from identity.usecases.turn_the_day import turn_the_day

from tests.support.town import Town


async def test_a_role_begins_and_ends_on_its_days(town: Town) -> None:
    begins, ends = town.clock.today() + timedelta(days=3), town.clock.today() + timedelta(days=5)
    await town.grant("office1.handler", "case_reviewer", begins_on=str(begins), ends_on=str(ends))
    before = len(await town.told("grant.changed"))

    held: list[bool] = []
    for _ in range(7):
        await turn_the_day(town.desk)
        held.append(("case_reviewer", "city") in await town.roles_of("office1.handler"))
        town.clock.move(timedelta(days=1))

    assert held == [False, False, False, True, True, True, False]
    assert len(await town.told("grant.changed")) - before == 2


async def test_a_day_that_turned_is_made_known_once(town: Town) -> None:
    begins = town.clock.today() + timedelta(days=1)
    await town.grant("office1.handler", "case_reviewer", begins_on=str(begins))
    town.clock.move(timedelta(days=1))

    await turn_the_day(town.desk)
    told = len(await town.told("grant.changed"))
    await turn_the_day(town.desk)

    assert len(await town.told("grant.changed")) == told


async def test_a_clearance_that_runs_out_leaves_what_everybody_has(town: Town) -> None:
    handler = await town.id_of("office1.handler")
    until = date(2026, 3, 4)
    await town.post(
        "security.officer",
        f"/v1/officers/{handler}/clearances",
        {"level": "work_secret", "ends_on": str(until)},
    )

    town.clock.move(timedelta(days=3))
    await turn_the_day(town.desk)

    assert (await town.get("office1.handler", "/v1/me")).json()["clearance"] == "internal"
