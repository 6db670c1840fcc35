"""E6: a clue goes to the organ that is to have it, and leaves nothing behind but a line in the ledger."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import uuid4

import pytest

from casework.app import SPEC
from shared.service.app import build_app

from tests.casework.case_story import investigating, reviewing
from tests.casework.linkage_story import declared, made
from tests.casework.linkage_story import do as do_joint
from tests.casework.story import MEETING, allocated, assessed, do, verified, verifying
from tests.casework.usecases.linkage.jurisdiction_story import (
    LEAD,
    LEADER,
    below,
    decided,
    decision,
    ledger_in_district,
    planned,
    propose,
)
from tests.support.house import House
from tests.support.papers import text_of
from tests.support.twins import answers, differing, readings

FORMER = ("office1.handler", "office1.head", "office1.handler2", "deputy.city", "principal.city")
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


async def code(house: House, task: str, *what: str, **more: Any) -> tuple[int, str | None]:
    """Propose a decision; return status and code."""
    answer = await propose(house, task, *what, **more)
    return answer.status_code, answer.json().get("code")


async def test_a_clue_is_designated_to_a_district_which_begins_with_it_from_the_start(house: House) -> None:
    clue, task = await assessed(house), await planned(house)

    await decided(house, task, clue, "designated", "district-1")

    shown = (await house.get("district1.handler", f"/v1/{clue}")).json()
    assert (shown["state"], shown["holder"], shown["office"]) == (
        "allocated", "district-1-office-1", "district-1-office-1",
    )  # fmt: skip
    assert (shown["number"], shown["signed_for_by"]) == ("district-1-clue-2026-0001", None)
    running = {one["rule"]: one["held_by"] for one in shown["clocks"] if one["state"] == "running"}
    assert running == {"DL-09": "city:district-1/district-1-office-1"}
    (paper,) = [one["fields"] for one in shown["papers"] if one["kind"] == "jurisdiction"]
    assert (paper["ground"], paper["handover"], paper["number"]) == (
        "原管辖机关需要回避。", "移交卷宗两册，谈话尚未开展。", "city-clue-2026-0001",
    )  # fmt: skip
    signed = await do(house, "district1.handler", clue, "sign-for")
    assert signed["signed_for_by"] is not None
    (told,) = (await house.get(LEAD, f"/v1/{task}")).json()["jurisdictions"]
    assert (told["form"], told["organ"], told["object_type"]) == ("designated", "district-1", "clue")


async def test_a_district_hands_a_clue_up_and_the_superior_takes_it(house: House) -> None:
    clue = await below(house)
    task = await planned(house, "district1.head", clue)

    await decided(house, task, clue, "raised", "city", office="city-office-2")

    shown = (await house.get("office2.handler", f"/v1/{clue}")).json()
    assert (shown["state"], shown["holder"]) == ("allocated", "city-office-2")
    for login in ("district1.handler", "district1.head", "district1.principal"):
        assert (await house.get(login, f"/v1/{clue}")).status_code == 404


async def test_sideways_and_back_a_clue_stays_with_the_task_that_knew_it(house: House) -> None:
    clue = await below(house)
    task = await planned(house, "district1.head", clue)

    await decided(house, task, clue, "designated", "district-2")
    there = (await house.get("district2.handler", f"/v1/{clue}")).json()["holder"]
    await decided(house, task, clue, "designated", "district-1")

    assert there == "district-2-office-1"
    assert (await house.get("district1.handler", f"/v1/{clue}")).json()["holder"] == "district-1-office-1"
    assert (await house.get("district2.handler", f"/v1/{clue}")).status_code == 404


async def test_whoever_had_it_finds_it_nowhere_and_hears_of_it_no_more(house: House) -> None:
    await house.hear()
    await ledger_in_district(house)
    clue, task = await verified(house, "partly_true", proposal="on_hold"), await planned(house)
    verification = (await house.get("office1.handler", f"/v1/{clue}")).json()["verification_id"]
    things = [clue, f"verifications/{verification}"]
    await decided(house, task, clue, "designated", "district-1")
    app = build_app(SPEC)
    of_them = [
        path for path in readings(app, things) if path.startswith(tuple(f"/v1/{one}" for one in things))
    ]
    of_them = [
        path for path in of_them if not path.endswith("-text")
    ]  # ask for a purpose before anything else

    for login in (*FORMER, "caseman.city"):
        found = await answers(house, login, of_them)
        assert {status for status, _ in found.values()} == {404}, login
        for path in ("/v1/clues", "/v1/verifications"):
            assert (await house.get(login, path)).json()["items"] == []
            assert (await house.get(login, f"{path}/_count")).json()["count"] == 0

    async def the_receiver_works() -> None:
        await do(house, "district1.handler", clue, "sign-for")
        assessment = await house.act("district1.handler", clue, "assess", {"opinion": "可查"})
        assert (await house.sign("district1.head", assessment)).status_code == 200

    quiet = [path for path in readings(app, [*things, task]) if "linkage" not in path]
    assert await differing(house, ["office1.handler", "caseman.city"], quiet, the_receiver_works) == []


async def test_search_and_export_of_who_had_it_hold_nothing(house: House) -> None:
    await house.hear()
    clue, task = await allocated(house), await planned(house)
    headers = {**house.headers("office1.handler"), "Accept": SHEET}
    before = (await house.http.get("/v1/clues", headers=headers)).content

    await decided(house, task, clue, "designated", "district-1")

    after = (await house.http.get("/v1/clues", headers=headers)).content
    own = {"report_id": (await house.get("district1.handler", f"/v1/{clue}")).json()["report_id"]}
    assert len(after) < len(before)
    assert (await house.get("office1.handler", "/v1/clues", **own)).json()["items"] == []
    assert len((await house.get("district1.handler", "/v1/clues", **own)).json()["items"]) == 1


async def test_the_ledger_it_left_keeps_one_line_and_the_other_ledger_the_clue(house: House) -> None:
    manager = await ledger_in_district(house)
    clue, task = await allocated(house), await planned(house)

    await decided(house, task, clue, "designated", "district-1")

    (line,) = (await house.get("caseman.city", "/v1/designated-matters")).json()["items"]
    assert {name: line[name] for name in line if name != "id"} == {
        "type": "clue", "number": "city-clue-2026-0001", "form": "designated", "organ": "district-1",
        "decided_on": "2026-03-02",
    }  # fmt: skip
    assert (await house.get("caseman.city", f"/v1/{clue}")).status_code == 404
    assert (await house.get(manager, f"/v1/{clue}")).json()["number"] == "district-1-clue-2026-0001"
    assert (await house.get(manager, "/v1/designated-matters")).json()["items"] == []
    assert (await house.get("office1.handler", "/v1/designated-matters")).status_code == 403
    counted = [
        (await house.get(who, "/v1/clues/_count")).json()["count"] for who in ("caseman.city", manager)
    ]
    assert counted == [0, 1]


async def test_in_the_team_a_former_holder_sees_what_was_shared_there_and_nothing_else(house: House) -> None:
    clue, other, task = await allocated(house), await allocated(house), await planned(house)
    await do_joint(house, LEAD, task, "approve", plan="分三步开展，五周内完成。")
    await do_joint(house, LEAD, task, "form-team", members=["office1.handler", "office1.handler2"])
    await do_joint(house, LEAD, task, "begin")
    share = {"object_type": "clue", "object_id": clue.split("/")[1], "officers": ["office1.handler"]}
    shared = await made(house, LEAD, "shares", task_id=task.split("/")[1], **share, purpose="合办需要。")
    await do_joint(house, LEAD, shared, "share")

    for one in (clue, other):
        await decided(house, task, one, "designated", "district-1")

    assert (await house.get("office1.handler", f"/v1/{clue}")).json()["allowed_actions"] == []
    assert (await house.get("office1.handler2", f"/v1/{clue}")).status_code == 404
    assert (await house.get("office1.handler", f"/v1/{other}")).status_code == 404


async def test_who_signs_and_who_may_not(house: House) -> None:
    clue, task = await allocated(house), await planned(house)
    assert await code(house, task, clue, "designated", "district-1", login="group1.lead") == (
        403,
        "forbidden",
    )
    assert await code(house, task, clue, "designated", "district-1", login="office2.head") == (
        404,
        "not_found",
    )
    answer = await propose(house, task, clue, "designated", "district-1", is_disputed=True)

    wrong = [
        ((await house.sign(login, answer)).status_code, (await house.sign(login, answer)).json()["code"])
        for login in ("deputy.city", "district1.principal", LEAD, "party-principal.city")
    ]

    assert wrong == [(404, "not_found"), (404, "not_found"), (409, "own_proposal"), (409, "not_your_turn")]
    assert (await house.sign(LEADER, answer)).status_code == 200
    assert (await house.get("office1.handler", f"/v1/{clue}")).status_code == 200
    assert (await house.sign("party-principal.city", answer)).status_code == 200
    assert (await house.get("office1.handler", f"/v1/{clue}")).status_code == 404


async def test_only_a_matter_of_the_task_goes_and_no_other_is_known_to_be_there(house: House) -> None:
    clue, task = await below(house), await planned(house)
    for thing in (clue, f"clues/{uuid4()}", f"cases/{uuid4()}"):
        assert await code(house, task, thing, "raised", "city", office="city-office-2") == (
            409, "matter_not_of_task",
        )  # fmt: skip


@pytest.mark.parametrize(
    ("form", "organ", "office", "refused"),
    [
        ("raised", "district-1", None, "jurisdiction_form_not_fit"),
        ("raised", "city", "city-office-2", "jurisdiction_form_not_fit"),
        ("designated", "city", "city-office-2", "jurisdiction_form_not_fit"),
        ("designated", "city-petition", None, "jurisdiction_organ_not_fit"),
        ("designated", "nowhere", None, "organisation_unknown"),
        ("designated", "district-1", "district-2-office-1", "receiving_office_missing"),
        ("designated", "district-1", "district-1-petition", "receiving_office_missing"),
        ("designated", "town-1-1", None, "receiving_office_missing"),
    ],
)
async def test_it_goes_only_where_it_can_be_handled(
    house: House, form: str, organ: str, office: str | None, refused: str
) -> None:
    clue, task = await allocated(house), await planned(house)
    assert await code(house, task, clue, form, organ, office=office) == (409, refused)


async def test_what_is_under_way_is_finished_first_and_what_ended_stays(house: House) -> None:
    (clue, _), ended, task = await verifying(house), await verified(house), await planned(house)
    await do(house, "office1.handler", ended, "close")

    refused = [await code(house, task, one, "designated", "district-1") for one in (clue, ended)]

    assert refused == [(409, "branch_not_decided"), (409, "move_out_of_order")]


async def test_what_waits_for_a_signature_holds_nothing_up_and_falls_away(house: House) -> None:
    await ledger_in_district(house)
    clue, task = await assessed(house), await planned(house)
    proposal = {"way": "closed", "meeting": MEETING}
    waiting = await house.act("office1.handler", clue, "propose-disposal", proposal)
    seen = f"/v1/sign-offs/{waiting.json()['sign_off']['id']}"
    before = (await house.get("office1.handler", seen)).status_code

    await decided(house, task, clue, "designated", "district-1")

    late = await house.sign("deputy.city", waiting)
    assert (before, late.status_code, late.json()["code"]) == (200, 404, "not_found")
    for login in ("office1.handler", "deputy.city"):
        assert (await house.get(login, seen)).status_code == 404
        withdrawn = await house.get(
            login, "/v1/sign-offs", state="withdrawn", mine=login == "office1.handler"
        )
        assert withdrawn.json()["items"] == []
    assert (await house.get("district1.handler", f"/v1/{clue}")).json()["pending_sign_offs"] == []


async def test_of_two_decisions_about_one_clue_one_stands(house: House) -> None:
    clue, one, two = await allocated(house), await planned(house), await planned(house)
    first = await propose(house, one, clue, "designated", "district-1")
    second = await propose(house, two, clue, "designated", "district-2")

    signed = await asyncio.gather(house.sign(LEADER, first), house.sign(LEADER, second))

    assert sorted(answer.status_code for answer in signed) == [200, 409]
    holders = [
        (await house.get(login, f"/v1/{clue}")).status_code
        for login in ("district1.handler", "district2.handler")
    ]
    assert sorted(holders) == [200, 404]
    assert len((await house.get("caseman.city", "/v1/designated-matters")).json()["items"]) == 1


async def test_a_clue_no_office_has_yet_is_handed_up_from_the_ledger(house: House) -> None:
    manager = await ledger_in_district(house)
    found = {"source": "daily_supervision", "facts": "收受管理服务对象礼品礼金若干。", "subjects": []}
    clue = await made(house, manager, "clues", **found)
    task = await planned(house, "district1.head", clue)

    await decided(house, task, clue, "raised", "city", office="city-office-1")

    assert (await house.get("office1.handler", f"/v1/{clue}")).json()["state"] == "allocated"
    assert (await house.get(manager, f"/v1/{clue}")).status_code == 404
    (line,) = (await house.get(manager, "/v1/designated-matters")).json()["items"]
    assert (line["number"], line["form"], line["organ"]) == ("district-1-clue-2026-0001", "raised", "city")


async def test_nothing_is_decided_before_a_plan_and_bad_input_is_said_in_full(house: House) -> None:
    clue, task = await allocated(house), await declared(house)
    early = await house.act(LEAD, task, "designate-jurisdiction", decision(clue, "designated", "district-1"))
    assert (early.status_code, early.json()["code"]) == (409, "move_out_of_order")
    bad = decision(clue, "shared", "district-1", ground="")
    bad["hands_over"] = {"type": "talk", "id": "x", "handover": ""}
    answer = await house.act(LEAD, task, "designate-jurisdiction", bad)
    assert {one["pointer"] for one in answer.json()["errors"]} == {
        "/form", "/ground", "/hands_over/type", "/hands_over/id", "/hands_over/handover",
    }  # fmt: skip


async def test_a_case_goes_with_its_clue_and_is_planned_anew_by_a_team_of_its_own(house: House) -> None:
    await house.hear()
    manager = await ledger_in_district(house)
    case, task = await investigating(house), await planned(house)
    clue = f"clues/{(await house.get('office1.handler', f'/v1/{case}')).json()['clue_id']}"

    await decided(house, task, case, "designated", "district-1")

    shown = (await house.get("district1.handler", f"/v1/{case}")).json()
    assert (shown["state"], shown["holder"], shown["number"]) == (
        "filed", "district-1-office-1", "district-1-case-2026-0001",
    )  # fmt: skip
    assert shown["members"] == []
    assert {one["held_by"] for one in shown["clocks"]} == {"city:district-1/district-1-office-1"}
    assert (await house.get("district1.handler", f"/v1/{clue}")).json()["office"] == "district-1-office-1"
    assert (await house.get(manager, f"/v1/{case}")).status_code == 200
    for login in (*FORMER, "caseman.city"):
        for thing in (case, clue):
            assert (await house.get(login, f"/v1/{thing}")).status_code == 404, (login, thing)
    (line,) = (await house.get("caseman.city", "/v1/designated-matters")).json()["items"]
    assert (line["type"], line["number"]) == ("case", "city-case-2026-0001")
    sheet = await house.get("district1.handler", f"/v1/{case}/documents/jurisdiction-handover")
    assert "移交卷宗两册，谈话尚未开展。" in text_of(sheet.content)


async def test_a_case_under_review_is_finished_where_it_is(house: House) -> None:
    case, task = await reviewing(house), await planned(house)
    assert await code(house, task, case, "designated", "district-1") == (409, "move_out_of_order")
