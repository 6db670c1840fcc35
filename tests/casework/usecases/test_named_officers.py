"""An officer a clue is about never sees it: not in a list, a count, a question, and not by any grant. Rule: 1.6; T29."""

from __future__ import annotations

from uuid import uuid4

from casework.usecases.follow import follows
from casework.usecases.recusals.screen_clues import screen_clues
from shared.feed.consume import Event

from tests.casework.neighbours import Neighbours
from tests.casework.story import WORKER, do, registered
from tests.casework.usecases.test_overlaps import WANG, clue
from tests.support.cast import actor
from tests.support.house import House

NAMED = {"name": "人员office1.handler", "organisation": "某室", "position": "干部"}
"""In these tests everybody is called after their login."""


async def to_office(house: House, thing: str) -> None:
    for action in ("propose-allocation", "allocate"):
        await do(house, "caseman.city", thing, action)


async def sees(house: House, login: str, thing: str) -> bool:
    listed = (await house.get(login, "/v1/clues")).json()["items"]
    counted = (await house.get(login, "/v1/clues/_count")).json()["count"]
    shown = (await house.get(login, f"/v1/{thing}")).status_code
    assert (shown == 200) == bool(listed) == bool(counted)
    return shown == 200


async def test_the_officer_of_that_name_is_kept_away_when_the_clue_is_registered(house: House) -> None:
    thing = await clue(house, subjects=[NAMED], to="city-office-1")
    await to_office(house, thing)

    assert not await sees(house, "office1.handler", thing)
    assert await sees(house, "office1.handler2", thing)


async def test_the_officer_a_report_names_is_kept_away_although_casework_has_no_word_of_it(
    house: House, neighbours: Neighbours
) -> None:
    neighbours.subjects = [NAMED]
    thing, _ = await registered(house)
    await to_office(house, thing)

    assert not await sees(house, "office1.handler", thing)


async def test_what_could_not_be_asked_at_once_is_asked_by_the_worker(
    house: House, neighbours: Neighbours
) -> None:
    neighbours.subjects, neighbours.is_down = [NAMED], True
    thing, _ = await registered(house)
    neighbours.is_down = False

    assert await screen_clues(house.desk) is False
    await to_office(house, thing)

    assert not await sees(house, "office1.handler", thing)


async def test_everything_that_belongs_to_the_clue_is_shut_too(house: House) -> None:
    thing = await clue(house, subjects=[{**NAMED, "name": "人员office1.handler2"}], to="city-office-1")
    await to_office(house, thing)
    await do(house, "office1.handler", thing, "assess", opinion="可查")
    shown = await do(house, "office1.handler", thing, "propose-disposal", way="preliminary_verification")
    verification = f"verifications/{shown['verification_id']}"

    assert (await house.get("office1.handler2", f"/v1/{verification}")).status_code == 404
    assert (await house.get("office1.handler2", "/v1/verifications")).json()["items"] == []


async def test_a_leader_lets_a_mere_namesake_back(house: House) -> None:
    thing = await clue(house, subjects=[NAMED], to="city-office-1")
    await to_office(house, thing)
    body = {"officer": "office1.handler", "ground": "is_subject", "keeps_away": False}
    headers = house.headers("principal.city", key=str(uuid4()))

    answer = await house.http.post(f"/v1/{thing}/recusals", headers=headers, json=body)

    assert answer.status_code == 201
    assert await sees(house, "office1.handler", thing)


async def test_a_newcomer_of_that_name_is_kept_away_from_what_is_there_already(house: House) -> None:
    unknown = await clue(house, subjects=[{**NAMED, "name": "newcomer"}], to="city-office-1")
    other = await clue(house, subjects=[WANG], to="city-office-1")
    for thing in (unknown, other):
        await to_office(house, thing)
    handler = follows(house.desk)["identity"]["officer.created"]
    async with house.desk.db.transaction(
        WORKER
    ) as tx:  # the officer has joined, and is called like the subject
        await handler.apply(tx, Event(1, "officer.created", actor("office1.head").id, {}), "newcomer")

    assert (await house.get("office1.head", f"/v1/{unknown}")).status_code == 404
    assert (await house.get("office1.head", f"/v1/{other}")).status_code == 200


async def test_a_team_loses_whoever_must_keep_away(house: House) -> None:
    thing = await clue(house, to="city-office-1")
    await to_office(house, thing)
    await do(house, "office1.handler", thing, "assess", opinion="可查")
    shown = await do(house, "office1.handler", thing, "propose-disposal", way="preliminary_verification")
    verification = f"verifications/{shown['verification_id']}"
    await do(house, "office1.handler", verification, "submit-plan", opinion="方案")
    team = ["office1.handler", "office1.handler2", "group1.member"]
    await do(house, "office1.handler", verification, "form-team", members=team)
    body = {"officer": "group1.member", "ground": "interest", "keeps_away": True}
    headers = house.headers("principal.city", key=str(uuid4()))
    await house.http.post(f"/v1/{thing}/recusals", headers=headers, json=body)

    seen = (await house.get("office1.handler", f"/v1/{verification}")).json()

    assert [one["login"] for one in seen["members"]] == ["office1.handler", "office1.handler2"]
    assert (await house.get("group1.member", f"/v1/{verification}")).status_code == 404
