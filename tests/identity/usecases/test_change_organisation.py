"""The tree of organisations: grown, moved, closed; and contact zones."""

from __future__ import annotations

from typing import Any

import httpx

from tests.support.town import Town


async def create(
    town: Town, code: str, parent: str, relation: str = "unit", by: str = "sysadmin", **more: Any
) -> httpx.Response:
    body = {
        "code": code,
        "parent": parent,
        "relation": relation,
        "kind": "supervision_office",
        "name": "新设的室",
        **more,
    }
    return await town.post(by, "/v1/organisations", body)


async def test_every_officer_reads_the_whole_tree(town: Town) -> None:
    tree = (await town.get("district1.handler", "/v1/organisation-tree")).json()["items"]

    codes = [one["code"] for one in tree]
    assert codes.index("city") < codes.index("city-office-1")
    group = next(one for one in tree if one["code"] == "group-1")
    assert (group["host"], group["side"], group["parent"]) == ("bureau-housing", "group", "city")


async def test_an_organisation_is_added_below_another_and_told_to_others(town: Town) -> None:
    answer = await create(town, "city-office-3", "city")

    assert answer.status_code == 201, answer.text
    assert answer.headers["location"] == "/identity/v1/organisations/city-office-3"
    told = (await town.told("organisation.changed"))[-1]
    assert told == {
        "subject": "city-office-3", "code": "city-office-3", "path": "city/city-office-3",
        "kind": "supervision_office", "is_open": True, "name": "新设的室", "name_en": "",
        "place_name": "", "place_name_en": "",
    }  # fmt: skip


async def test_a_commission_says_what_its_place_is_called_and_others_hear_of_it(town: Town) -> None:
    body = {
        "code": "district-11", "parent": "city", "relation": "organ", "kind": "district_commission",
        "name": "新溪区纪委监委", "place_name": "新溪区", "place_name_en": "Xinxi District",
    }  # fmt: skip
    made = await town.http.post("/v1/organisations", headers=await town.headers("sysadmin"), json=body)

    assert made.status_code == 201, made.text
    assert (made.json()["place_name"], made.json()["place_name_en"]) == ("新溪区", "Xinxi District")
    told = (await town.told("organisation.changed"))[-1]
    assert (told["place_name"], told["place_name_en"]) == ("新溪区", "Xinxi District")
    short = {**body, "code": "district-12", "place_name": "溪"}
    refused = await town.http.post("/v1/organisations", headers=await town.headers("sysadmin"), json=short)
    assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (400, "/place_name")


async def test_the_same_request_twice_makes_one_organisation(town: Town) -> None:
    body = {
        "code": "city-office-3",
        "parent": "city",
        "relation": "unit",
        "kind": "supervision_office",
        "name": "三室",
    }
    headers = await town.headers("sysadmin")

    first = await town.http.post("/v1/organisations", headers=headers, json=body)
    again = await town.http.post("/v1/organisations", headers=headers, json=body)

    assert first.status_code == again.status_code == 201
    assert again.headers["idempotency-replayed"] == "true"
    assert first.json() == again.json()


async def test_an_organ_is_never_below_a_unit(town: Town) -> None:
    answer = await create(town, "strange", "city-office-1", "organ")

    assert answer.json()["code"] == "organisation_relation_invalid"


async def test_only_an_administrator_of_that_place_adds_to_it(town: Town) -> None:
    by_head = await create(town, "city-office-3", "city", by="principal.city")
    elsewhere = await create(town, "bureau-water", "government", "organ")

    assert by_head.status_code == elsewhere.status_code == 403


async def test_moving_takes_everything_below_along_and_changes_tokens(town: Town) -> None:
    headers = await town.headers("district1.handler")
    await create(town, "area-1", "city", "organ", kind="district_commission")
    seen = (await town.get("sysadmin", "/v1/organisations/district-1")).json()

    body = {"parent": "area-1", "relation": "organ", "reason": "区划调整"}
    moved = await town.post("sysadmin", "/v1/organisations/district-1/move", body, version=seen["version"])
    await town.versions.refresh()

    assert moved.status_code == 200, moved.text
    assert moved.json()["path"] == "city:area-1:district-1"
    me = (await town.get("district1.handler", "/v1/me")).json()
    assert me["organisation"]["path"] == "city:area-1:district-1/district-1-office-1"
    assert me["roles"][0]["path"] == "city:area-1:district-1/district-1-office-1"
    assert (await town.http.get("/v1/me", headers=headers)).json()["code"] == "token_revoked"
    told = {one["code"]: one["path"] for one in await town.told("organisation.changed")}
    assert told["district-1-office-1"] == "city:area-1:district-1/district-1-office-1"


async def test_nothing_moves_below_itself(town: Town) -> None:
    body = {"parent": "district-1-office-1", "relation": "unit", "reason": "试试"}

    answer = await town.post("sysadmin", "/v1/organisations/district-1/move", body, version=1)

    assert answer.json()["code"] == "organisation_moved_below_itself"


async def test_what_is_still_used_is_not_closed(town: Town) -> None:
    answer = await town.post(
        "sysadmin", "/v1/organisations/city-office-1/close", {"reason": "撤并"}, version=1
    )

    assert answer.status_code == 409
    assert answer.json()["code"] == "organisation_in_use"


async def test_what_nothing_depends_on_is_closed_and_keeps_its_code(town: Town) -> None:
    await create(town, "city-office-3", "city")

    closed = await town.post(
        "sysadmin", "/v1/organisations/city-office-3/close", {"reason": "撤并"}, version=1
    )
    again = await create(town, "city-office-3", "city")

    assert closed.json()["is_open"] is False
    assert (await town.told("organisation.changed"))[-1]["is_open"] is False
    assert again.json()["code"] == "organisation_exists"


async def test_a_list_is_filtered_by_kind_and_place(town: Town) -> None:
    offices = (
        await town.get("auditor", "/v1/organisations", kind="supervision_office", within="city")
    ).json()
    below = (await town.get("auditor", "/v1/organisations", parent="district-1")).json()

    assert [one["code"] for one in offices["items"]] == [
        "city-office-1",
        "city-office-2",
        "district-1-office-1",
    ]
    assert [one["code"] for one in below["items"]] == ["district-1-office-1"]


async def test_a_misspelt_filter_is_refused(town: Town) -> None:
    answer = await town.get("auditor", "/v1/organisations", knid="supervision_office")

    assert answer.status_code == 400


async def test_a_contact_zone_keeps_who_belonged_to_it(town: Town) -> None:
    handler = await town.id_of("office1.handler")
    body = {"code": "zone-1", "name": "第一片区", "office": "city-office-1", "organisations": ["group-1", "district-1"],
            "pool": [str(handler)]}  # fmt: skip
    made = await town.post("sysadmin", "/v1/contact-zones", body)
    assert made.status_code == 201, made.text

    changed = await town.put(
        "sysadmin", "/v1/contact-zones/zone-1",
        {"name": "第一片区", "office": "city-office-2", "organisations": ["district-1"], "pool": []}, version=1,
    )  # fmt: skip

    assert made.json()["pool"] == [{"id": str(handler), "name": "林一鸣"}]
    assert changed.json()["organisations"] == ["district-1"]
    assert changed.json()["office"] == "city-office-2"
    assert changed.headers["etag"] == '"2"'
    listed = (await town.get("district1.handler", "/v1/contact-zones")).json()["items"]
    assert [zone["code"] for zone in listed] == ["zone-1"]
