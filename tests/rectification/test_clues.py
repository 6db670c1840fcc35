"""Clues found by an inspection: kept apart, handed to casework by id, and never seen by who was inspected."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

from rectification.usecases.follow import follows
from shared.auth.actor import Actor
from shared.auth.secrecy import SecrecyLevel
from shared.db import Scope
from shared.feed.consume import Event

from tests.rectification.story import (
    CLERK,
    COMMISSION,
    DEPARTMENT,
    OFFICE,
    do,
    fed_back,
    made,
    opened,
    post,
    refused,
)
from tests.rectification.test_recommendations import told
from tests.support.cast import actor
from tests.support.house import House

SECRET = "（演示）某干部违规插手工程"
OUTSIDE = (CLERK, "inspected1.principal", DEPARTMENT, "evaluator2", "evaluator1", "sysadmin")


def clue_of(thing: str) -> dict[str, Any]:
    return {
        "inspected_organization_id": thing.split("/")[1],
        "facts": f"{SECRET}，具体情况见附件。",
        "subjects": [{"name": "（化名）张某", "organisation": "某科室", "position": "科长"}],
        "region": "district-1",
        "problem_types": ["benefit_transfer"],
        "to": "city-case-management",
    }


async def handed(house: House, thing: str) -> str:
    """Return a clue that was transferred, as `transferred-clues/<id>`."""
    clue = await made(house, OFFICE, "transferred-clues", clue_of(thing))
    await do(house, OFFICE, f"transferred-clues/{clue['id']}", "transfer")
    return f"transferred-clues/{clue['id']}"


async def test_it_goes_to_casework_by_id_and_comes_back_concluded(house: House) -> None:
    clue = await handed(house, await opened(house))
    shown = (await house.get(OFFICE, f"/v1/{clue}")).json()
    (event,) = await told(house, "finding.clue_transferred")
    assert event == {
        "state": "transferred",
        "holder": "city/city-inspection-office",
        "source": "inspection_transfer",
        "to": "city/city-case-management",
        "region": "district-1",
        "field": None,
        "problem_types": ["benefit_transfer"],
        "transferred_on": "2026-03-02",
    }
    assert {one["rule"]: one["due_on"] for one in shown["clocks"]} == {"DL-40": "2026-06-02"}

    in_casework = uuid4()
    data = {"finding_ids": [clue.split("/")[1], str(uuid4())], "truth_grade": "partly_true", "way": "closed"}
    handler = follows(house.desk)["casework"]["clue.concluded"]
    for sequence in (1, 2):
        async with house.desk.db.transaction(Scope("worker")) as tx:
            await handler.apply(tx, Event(sequence, "clue.concluded", str(in_casework), data), None)

    shown = (await house.get(OFFICE, f"/v1/{clue}")).json()
    assert (shown["state"], UUID(shown["clue_id"]), shown["truth_grade"]) == (
        "concluded",
        in_casework,
        "partly_true",
    )
    assert {one["rule"]: one["state"] for one in shown["clocks"]} == {"DL-40": "met"}


async def test_who_was_inspected_and_the_organisation_department_never_learn_of_a_clue(house: House) -> None:
    thing = await fed_back(house)
    before = {login: await _everything(house, login, thing) for login in OUTSIDE}

    clue = await handed(house, thing)

    for login in OUTSIDE:
        assert (await house.get(login, f"/v1/{clue}")).status_code == 404
        assert (await house.get(login, f"/v1/{clue}/history")).status_code == 404
        after = await _everything(house, login, thing)
        assert after == before[login]
        assert SECRET not in after


async def _everything(house: House, login: str, thing: str) -> str:
    """Return all that somebody can read around the organisation, as one text."""
    paths = [
        f"/v1/{thing}", f"/v1/{thing}/history", f"/v1/{thing}/chain", "/v1/transferred-clues",
        "/v1/transferred-clues/_count", "/v1/inspected-organizations", "/v1/rectification-items", "/v1/figures/measures",
        "/v1/inbox", "/v1/sign-offs",
    ]  # fmt: skip
    answers = [await house.get(login, path) for path in paths]
    bodies = [one.json() for one in answers]
    for body in bodies:
        body.pop("trace_id", None)
        body.pop("cut_off", None)
    return json.dumps([[one.status_code for one in answers], bodies], ensure_ascii=False, sort_keys=True)


async def test_codes_that_no_list_has_are_refused_before_the_clue_is_listed(house: House) -> None:
    thing = await opened(house)
    wrong = {"region": "nowhere", "field": "unheard_of", "problem_types": ["gifts", "interference"]}

    answer = await post(house, OFFICE, "transferred-clues", {**clue_of(thing), **wrong})

    assert answer.status_code == 400
    assert {one["pointer"]: one["code"] for one in answer.json()["errors"]} == dict.fromkeys(
        ("/field", "/problem_types/1", "/region"), "unknown_code"
    )
    assert (await house.get(OFFICE, "/v1/transferred-clues")).json()["items"] == []
    await made(house, OFFICE, "transferred-clues", {**clue_of(thing), "field": "urban_environment"})


async def test_the_receiving_office_opens_it_only_once_it_was_transferred(house: House) -> None:
    thing = await opened(house)
    listed = await made(house, OFFICE, "transferred-clues", clue_of(thing))
    path = f"transferred-clues/{listed['id']}"
    assert (await house.get("caseman.city", f"/v1/{path}")).status_code == 404
    answer = await house.act(OFFICE, path, "transfer")
    await house.sign("deputy.city", answer)

    shown = (await house.get("caseman.city", f"/v1/{path}")).json()

    assert SECRET in shown["papers"][0]["fields"]["facts"]
    assert (await house.get(COMMISSION, f"/v1/{path}")).status_code == 404
    assert (await house.get("caseman.city", "/v1/transferred-clues")).json()["items"][0]["papers"] == []


async def test_what_is_not_fit_is_refused(house: House) -> None:
    thing = await opened(house)
    body = clue_of(thing)
    wrong = [{**body, "to": "city-office-1"}, {**body, "finding_id": str(uuid4())}, {**body, "to": "nowhere"}]

    codes = [(await post(house, OFFICE, "transferred-clues", one)).json()["code"] for one in wrong]

    assert codes == ["receiver_not_competent", "finding_unknown", "organisation_unknown"]
    assert (await post(house, COMMISSION, "transferred-clues", body)).status_code == 404
    clue = await handed(house, thing)
    assert await refused(house, OFFICE, clue, "transfer") == (409, "move_out_of_order")


async def tells(house: House, name: str, clue: str, data: dict[str, Any]) -> None:
    """Let casework tell of the clue it made of a transferred one."""
    handler = follows(house.desk)["casework"][name]
    told = {"finding_ids": [clue.split("/")[1], str(uuid4())], **data}
    async with house.desk.db.transaction(Scope("worker")) as tx:
        await handler.apply(tx, Event(1, name, str(uuid4()), told), None)


async def text(house: House, login: str, clue: str) -> int:
    """Try to read what the clue says, as casework does for an officer."""
    who = replace(actor(login), acting="casework")
    headers = {"Authorization": f"Bearer {house.token(who)}"}
    answer = await house.http.get(f"/v1/{clue}/text", headers=headers, params={"purpose": "assess"})
    if answer.status_code == 200:
        assert SECRET in answer.json()["facts"]
    return answer.status_code


async def test_the_office_that_handles_it_in_casework_reads_its_text_and_only_while_it_does(
    house: House,
) -> None:
    clue = await handed(house, await opened(house))
    await house.hear()
    before = await text(house, "office1.handler", clue)
    await tells(house, "clue.allocated", clue, {"holder": "city/city-office-1"})
    first = [
        await text(house, login, clue) for login in ("office1.handler", "office1.head", "office2.handler")
    ]
    await tells(house, "clue.allocated", clue, {"holder": "city/city-office-2"})
    second = [await text(house, login, clue) for login in ("office1.handler", "office2.handler")]
    await tells(house, "clue.merged", clue, {"office": None})
    await tells(house, "clue.merged", clue, {"office": "city/city-office-1"})
    await house.hear()

    assert (before, first, second) == (404, [200, 200, 404], [404, 200])
    assert [await text(house, login, clue) for login in ("office1.handler", "office2.handler")] == [200, 404]
    assert (await house.get("office1.handler", f"/v1/{clue}")).status_code == 404
    assert (await house.get("office1.handler", "/v1/transferred-clues")).status_code == 403
    for login in OUTSIDE:
        assert await text(house, login, clue) == 404


async def test_two_offices_read_what_feeds_two_clues_and_it_is_concluded_with_the_last(house: House) -> None:
    clue = await handed(house, await opened(house))
    own, both = clue.split("/")[1], {str(uuid4()): "city/city-office-1", str(uuid4()): "city/city-office-2"}
    await house.hear()
    await tells(house, "clue.allocated", clue, {"holder": "city/city-office-2", "used_by": {own: both}})
    shared = [await text(house, login, clue) for login in ("office1.handler", "office2.handler")]

    remaining = {own: dict(list(both.items())[1:])}
    await tells(
        house, "clue.concluded", clue, {"finding_ids": [], "truth_grade": "untrue", "used_by": remaining}
    )
    between = [await text(house, login, clue) for login in ("office1.handler", "office2.handler")]
    state = (await house.get(OFFICE, f"/v1/{clue}")).json()["state"]
    last = {"truth_grade": "true", "truth_grades": {own: "partly_true"}, "used_by": {}}
    await tells(house, "clue.concluded", clue, last)

    shown = (await house.get(OFFICE, f"/v1/{clue}")).json()
    assert (shared, between, state) == ([200, 200], [404, 200], "transferred")
    assert (shown["state"], shown["truth_grade"]) == ("concluded", "partly_true")


async def test_whom_it_is_about_is_told_to_casework_itself_once_it_was_transferred(house: House) -> None:
    listed = await made(house, OFFICE, "transferred-clues", clue_of(await opened(house)))
    path = f"transferred-clues/{listed['id']}"
    await house.hear()
    service = Actor(kind="service", id="casework", login="casework", clearance=SecrecyLevel.WORK_SECRET)
    headers = {"Authorization": f"Bearer {house.token(service)}"}
    before = await house.http.get(f"/v1/{path}/subjects", headers=headers)
    await do(house, OFFICE, path, "transfer")
    after = await house.http.get(f"/v1/{path}/subjects", headers=headers)
    by_officer = await house.get("caseman.city", f"/v1/{path}/subjects")

    assert (before.status_code, after.status_code, by_officer.status_code) == (404, 200, 403)
    assert after.json() == {"subjects": clue_of(path)["subjects"]}
    assert (await house.get("office1.handler", f"/v1/{path}/text")).status_code == 400
