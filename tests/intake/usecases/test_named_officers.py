"""An officer a matter is about never sees it, in no list, count or question. Rule: 1.6; T29."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from intake.usecases.follow import follows
from intake.usecases.recusals.screen_matters import screen_matters
from shared.audit.tables import audit_entries
from shared.feed.consume import Event
from shared.recusal.tables import recusals

from tests.intake.test_a_demand_is_answered import DEMAND
from tests.intake.usecases.routing_story import do, refused, screened, submitted
from tests.intake.usecases.story import WORKER, post
from tests.support.cast import actor
from tests.support.house import House
from tests.support.officers import Registry

PETITION, HEAD, DEPUTY, PRINCIPAL = "petition.city", "petition-head.city", "deputy.city", "principal.city"
NAMED = [{"name": f"人员{PETITION}", "organisation": "某室", "position": "干部"}]


async def sees(house: House, login: str, thing: str) -> bool:
    collection = thing.split("/", maxsplit=1)[0]
    shown = (await house.get(login, f"/v1/{thing}")).status_code
    listed = (await house.get(login, f"/v1/{collection}")).json()["items"]
    counted = (await house.get(login, f"/v1/{collection}/_count")).json()["count"]
    assert (shown == 200) == bool(listed) == bool(counted)
    return shown == 200


async def decide(house: House, login: str, thing: str, **body: Any) -> tuple[int, dict[str, Any]]:
    answer = await post(house, login, f"{thing}/recusals", **{"keeps_away": True, **body})
    return answer.status_code, answer.json()


async def test_whom_a_report_names_loses_it_a_moment_after_it_came_in(
    house: House, registry: Registry
) -> None:
    _, thing = await submitted(house, subjects=NAMED)
    assert await sees(house, PETITION, thing), "nobody has asked yet"

    assert await screen_matters(house.desk) is False

    assert registry.asked == [NAMED[0]["name"]]
    assert not await sees(house, PETITION, thing)
    assert await sees(house, HEAD, thing)
    async with house.desk.db.reader(WORKER) as reader:
        times = await reader.all(sa.select(recusals.c.at))
        audited = await reader.all(
            sa.select(audit_entries.c.at).where(audit_entries.c.action == "report:screen")
        )
    for at in (one["at"] for one in (*times, *audited)):
        assert (at.minute, at.second, at.microsecond) == (0, 0, 0), (
            "the time of a submission is nobody's affair"
        )


async def test_nobody_registers_what_is_about_themselves(house: House) -> None:
    _, report = await submitted(house, subjects=NAMED)
    _, demand = await submitted(house, **{**DEMAND, "subjects": NAMED, "reporter": None})

    for thing in (report, demand):
        assert await refused(house, PETITION, thing, "register") == (404, "not_found")
        assert not await sees(house, PETITION, thing)


async def test_what_could_not_be_asked_at_registration_is_asked_by_the_worker(
    house: House, registry: Registry
) -> None:
    _, thing = await submitted(house, subjects=NAMED)
    await screen_matters(house.desk)
    assert (await decide(house, PRINCIPAL, thing, officer=PETITION, keeps_away=False))[0] == 201
    registry.is_down = True
    seen = await do(house, PETITION, thing, "register")
    assert seen["state"] == "registered"
    registry.is_down = False

    await screen_matters(house.desk)

    assert await sees(house, PETITION, thing), "a leader said that it is somebody else"


async def test_a_leader_lets_a_namesake_back_and_shuts_the_matter_to_others(house: House) -> None:
    _, thing = await submitted(house, subjects=NAMED)
    await screen_matters(house.desk)

    assert (await decide(house, HEAD, thing, officer=PETITION, keeps_away=False))[0] == 403
    assert (await decide(house, "district2.handler", thing, officer=PETITION))[0] == 404
    assert (await decide(house, PRINCIPAL, thing, officer="nobody.at.all"))[1]["code"] == "officer_unknown"
    assert (await decide(house, PRINCIPAL, thing, officer=PETITION, ground="dislike"))[0] == 400
    assert (await decide(house, PRINCIPAL, thing, officer=PETITION, keeps_away=False))[0] == 201
    assert await sees(house, PETITION, thing)
    assert (await decide(house, PRINCIPAL, thing, officer=HEAD, ground="close_relative"))[0] == 201
    assert not await sees(house, HEAD, thing)


async def test_a_newcomer_of_that_name_is_kept_away_from_what_is_there_already(house: House) -> None:
    _, thing = await submitted(house, subjects=[{**NAMED[0], "name": "新来的人"}])
    await do(house, PETITION, thing, "register")
    handler = follows(house.desk)["identity"]["officer.created"]

    async with house.desk.db.transaction(WORKER) as tx:
        await handler.apply(tx, Event(1, "officer.created", actor(HEAD).id, {}), "来的人")
    assert await sees(house, HEAD, thing), "part of a name is another name"
    async with house.desk.db.transaction(WORKER) as tx:
        await handler.apply(tx, Event(2, "officer.created", actor(HEAD).id, {}), "新来的人")

    assert not await sees(house, HEAD, thing)


async def test_matters_that_become_one_are_shut_to_the_same_officers(house: House) -> None:
    _, lead = await screened(house, reporter=None)
    await do(house, PETITION, lead, "accept")
    _, member = await submitted(house, subjects=[{**NAMED[0], "name": f"人员{DEPUTY}"}], reporter=None)
    for action in ("register", "screen"):
        await do(house, PETITION, member, action)
    assert (await house.get(DEPUTY, f"/v1/{lead}")).status_code == 200

    await do(house, PETITION, member, "merge", into=lead.split("/")[1], reason="同一人同一事")

    assert (await house.get(DEPUTY, f"/v1/{lead}")).status_code == 404
