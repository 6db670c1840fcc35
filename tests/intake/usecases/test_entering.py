"""A1, B1 by other ways: letters, visits, phone, other systems, joint reports; the person holds a receipt each time."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import httpx
import pytest

from shared.auth.actor import Actor, RoleGrant
from shared.auth.roles import Role
from shared.auth.secrecy import SecrecyLevel

from tests.intake.test_a_report_goes_to_casework import fresh_rights
from tests.intake.usecases.routing_story import do, opened
from tests.support.house import House

PETITION = "petition.city"
LETTER: dict[str, Any] = {
    "channel": "letter",
    "content": "来信反映某单位采购办公用品没有公开询价，价格明显偏高。",
    "region": "district-1",
    "subjects": [{"name": "（化名）孙某", "organisation": "某单位", "position": "办公室主任"}],
    "reporter": {"name": "（化名）周某", "phone": "00000000000"},
}
PERSON = {"name": "（化名）吴某", "phone": "", "address": ""}


async def enter(
    house: House, login: str, collection: str = "reports", key: str | None = None, **body: Any
) -> httpx.Response:
    headers = house.headers(login, key=key or str(uuid4()))
    return await house.http.post(f"/v1/{collection}", headers=headers, json={**LETTER, **body})


def system(house: House, name: str = "hotline-12345", role: Role = Role.SOURCE_SYSTEM) -> str:
    """Let another system come with its token; return the name the house knows it by."""
    actor = Actor(
        kind="client", id=name, login=name, organisation="city", grants=(RoleGrant(role, "city"),),
        clearance=SecrecyLevel.WORK_SECRET, permission_version=1, token_id=str(uuid4()),
    )  # fmt: skip
    house.tokens[name] = house.token(actor)
    return name


async def test_a_letter_is_entered_and_its_writer_holds_a_receipt(house: House) -> None:
    answer = await enter(house, PETITION, received_on="2026-02-27")

    assert answer.status_code == 201, answer.text
    entered = answer.json()
    assert (entered["report"]["channel"], entered["report"]["received_on"]) == ("letter", "2026-02-27")
    assert entered["report"]["holder"] == "city-petition"
    assert answer.headers["Location"] == f"/intake/v1/reports/{entered['id']}"
    assert (await opened(house, entered["receipt"]))["state"] == "received"
    shown = await do(house, PETITION, f"reports/{entered['id']}", "register")
    assert {"P-A2", "DL-01"} <= {clock["rule"] for clock in shown["clocks"]}
    again = await house.http.post(
        f"/v1/reports/{entered['id']}/receipt", headers=house.headers(PETITION, key=str(uuid4())), json={}
    )
    assert (again.status_code, again.json()["code"]) == (409, "receipt_already_issued")


async def test_a_district_enters_what_came_to_it_and_the_city_does_not_see_it_as_its_own(
    house: House,
) -> None:
    answer = await enter(house, "district1.petition", "demands", channel="visit", subjects=[])

    assert answer.json()["demand"]["holder"] == "district-1-petition"
    assert (await house.get("petition.city", f"/v1/demands/{answer.json()['id']}")).status_code == 404


async def test_a_joint_report_names_a_main_contact_and_only_that_person_holds_the_receipt(
    house: House,
) -> None:
    answer = await enter(house, PETITION, channel="visit", co_reporters=[PERSON] * 4, visitor_count=30)
    assert answer.status_code == 201, answer.text
    report = answer.json()["report"]
    assert (report["reporter_count"], report["visitor_count"]) == (5, 30)

    await fresh_rights(house)
    path = f"/v1/reports/{report['id']}/reporter/_open"
    who = await house.http.post(path, headers=house.headers(PETITION), json={"purpose": "verify_named"})
    assert (who.json()["name"], len(who.json()["others"])) == ("（化名）周某", 4)


@pytest.mark.parametrize(
    ("body", "pointer", "code"),
    [
        ({"channel": "visit", "co_reporters": [PERSON] * 5}, "/co_reporters", "too_many_representatives"),
        ({"visitor_count": 3}, "/visitor_count", "only_for_visits"),
        ({"received_on": "2099-01-01"}, "/received_on", "day_in_future"),
        ({"reporter": None, "co_reporters": [PERSON]}, "/reporter", "main_contact_missing"),
        ({"source_system": "hotline-12345"}, "/source_ref", "source_incomplete"),
        ({"channel": "online"}, "/channel", "literal_error"),
        ({"field": "gardening"}, "/field", "unknown_code"),
    ],
)
async def test_what_contradicts_itself_is_refused_by_field(
    house: House, body: dict[str, Any], pointer: str, code: str
) -> None:
    answer = await enter(house, PETITION, **body)

    assert answer.status_code == 400, answer.text
    assert (pointer, code) in {(one["pointer"], one["code"]) for one in answer.json()["errors"]}


async def test_all_faults_come_at_once(house: House) -> None:
    answer = await enter(house, PETITION, visitor_count=3, received_on="2099-01-01", field="gardening")

    assert {one["pointer"] for one in answer.json()["errors"]} == {"/visitor_count", "/received_on", "/field"}


@pytest.mark.parametrize("login", ["office1.handler", "housing1.clerk", "sysadmin", "statistician", "nobody"])
async def test_who_does_not_receive_petitions_enters_none(house: House, login: str) -> None:
    assert (await enter(house, login)).status_code == 403


async def test_a_system_sends_twice_and_there_is_one_matter(house: House) -> None:
    hotline = system(house)
    first = await enter(house, hotline, channel="phone", source_ref="A-17")
    again = await enter(house, hotline, channel="phone", source_ref="A-17")
    other = await enter(
        house, hotline, channel="phone", source_ref="A-17", content="同一编号，完全不同的反映内容。"
    )
    elsewhere = await enter(house, hotline, "demands", channel="phone", source_ref="A-17")

    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json()["receipt"]
    assert again.json()["receipt"] is None
    assert again.json()["id"] == first.json()["id"]
    assert again.json()["report"] is None, "a source system reads no more than id and state"
    assert (other.status_code, other.json()["code"]) == (409, "source_ref_reused")
    assert (elsewhere.status_code, elsewhere.json()["code"]) == (409, "source_ref_reused")
    report = first.json()["id"]
    assert (await house.get(PETITION, f"/v1/reports/{report}")).json()["source_system"] == "hotline-12345"
    await fresh_rights(house)
    for path in ("", "/text", "/history", "/papers"):
        assert (await house.get(hotline, f"/v1/reports/{report}{path}")).status_code in (403, 404), path
    assert (await house.get(hotline, "/v1/reports")).status_code == 403


async def test_a_system_speaks_for_itself_only_and_names_its_numbers(house: House) -> None:
    hotline = system(house)

    foreign = await enter(house, hotline, channel="phone", source_ref="A-1", source_system="other-system")
    nameless = await enter(house, hotline, channel="phone")

    assert foreign.status_code == 403
    assert [one["pointer"] for one in nameless.json()["errors"]] == ["/source_ref"]


async def test_the_same_key_with_another_body_is_422(house: House) -> None:
    key = str(uuid4())
    assert (await enter(house, PETITION, key=key)).status_code == 201

    assert (await enter(house, PETITION, key=key, channel="phone")).status_code == 422
