"""Reporters, subjects and officers ask that somebody keep away; the head of the organ decides. Rule: 1.6."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
import sqlalchemy as sa

from shared.feed.tables import events

from tests.casework.story import allocated, do, tell
from tests.support.cast import actor
from tests.support.house import House

BODY = {"requested_by": "subject", "ground": "interest", "reason": "被反映人称该承办人与举报人有经济往来。"}


async def file(house: House, clue: str, login: str = "office1.handler", **body: Any) -> httpx.Response:
    headers = house.headers(login, key=str(uuid4()))
    asked = {"clue_id": clue.split("/")[1], **BODY, **body}
    return await house.http.post("/v1/recusal-requests", headers=headers, json=asked)


async def filed(house: House, clue: str, login: str = "office1.handler", **body: Any) -> str:
    answer = await file(house, clue, login, **body)
    assert answer.status_code == 201, answer.text
    return f"recusal-requests/{answer.json()['id']}"


async def test_a_granted_request_shuts_the_matter_to_the_officer(house: House) -> None:
    clue = await allocated(house)
    request = await filed(house, clue, officer="office1.handler2")

    shown = await do(house, "principal.city", request, "decide", decision="granted", reason="理由成立")

    assert (shown["state"], shown["decision"], shown["earlier_work"]) == ("decided", "granted", "stands")
    assert (await house.get("office1.handler2", f"/v1/{clue}")).status_code == 404
    assert (await house.get("office1.handler", f"/v1/{clue}")).status_code == 200


async def test_a_declined_request_leaves_the_officer_where_he_is_and_says_so(house: House) -> None:
    clue = await allocated(house)
    request = await filed(house, clue, officer="office1.handler2")

    await do(house, "principal.city", request, "decide", decision="declined", reason="查无实据")

    assert (await house.get("office1.handler2", f"/v1/{clue}")).status_code == 200


async def test_the_officer_concerned_does_not_see_a_request_of_others_and_sees_his_own(house: House) -> None:
    clue = await allocated(house)
    of_others = await filed(house, clue, officer="office1.handler2")
    own = await filed(house, clue, "office1.handler2", requested_by="officer", officer="office1.handler2")

    assert (await house.get("office1.handler2", f"/v1/{of_others}")).status_code == 404
    assert (await house.get("office1.handler2", f"/v1/{own}")).status_code == 200
    assert (await house.get("office1.head", f"/v1/{own}")).status_code == 404


async def test_a_reporters_request_names_nobody_and_whoever_decides_finds_the_officer(house: House) -> None:
    clue = await allocated(house)
    report = (await house.get("office1.handler", f"/v1/{clue}")).json()["report_id"]
    await tell(house, "report.recusal_requested", UUID(report), {"ground": "close_relative"})
    (one,) = (await house.get("principal.city", "/v1/recusal-requests")).json()["items"]
    request = f"recusal-requests/{one['id']}"
    decision = {"decision": "granted", "reason": "属实", "earlier_work": "void"}

    nobody = await house.act("principal.city", request, "decide", decision)
    stranger = await house.act("principal.city", request, "decide", {**decision, "officer": "nobody"})
    shown = await do(house, "principal.city", request, "decide", officer="office1.handler", **decision)

    assert (one["requested_by"], one["ground"], one["officer_id"]) == ("reporter", "close_relative", None)
    assert (nobody.json()["code"], stranger.json()["code"]) == ("officer_missing", "officer_unknown")
    assert (shown["officer_id"], shown["earlier_work"]) == (actor("office1.handler").id, "void")
    async with house.desk.db.reader() as reader:
        told = await reader.one(
            sa.select(events.c.data).where(events.c.type == "huiying.casework.recusal_request.decided.v1")
        )
    assert (told["data"]["report_ids"], told["data"]["decision"]) == ([report], "granted")


async def test_about_the_head_of_the_organ_the_superior_decides(house: House) -> None:
    clue = await allocated(house)
    request = await filed(house, clue, officer="principal.city")
    body = {"decision": "granted", "reason": "近亲属"}

    own = await house.act("principal.city", request, "decide", body)
    shown = await do(house, "party-principal.city", request, "decide", **body)

    assert own.status_code == 404
    assert shown["decision"] == "granted"
    assert (await house.get("principal.city", f"/v1/{clue}")).status_code == 404


async def test_who_cannot_see_the_clue_files_no_request_about_it(house: House) -> None:
    clue = await allocated(house)

    assert (await file(house, clue, "office2.handler")).status_code == 404
    assert (await file(house, clue, "petition.city")).status_code == 403
    unknown = await file(house, clue, officer="nobody.known")
    assert (unknown.status_code, unknown.json()["code"]) == (409, "officer_unknown")


async def test_whom_intake_told_to_keep_away_from_the_report_sees_its_clue_no_longer(house: House) -> None:
    clue = await allocated(house)
    report = (await house.get("office1.handler", f"/v1/{clue}")).json()["report_id"]
    told = {"object_id": report, "officers": [actor("office1.handler2").id], "ground": "witness"}

    await tell(house, "recusal.upheld", uuid4(), told)

    assert (await house.get("office1.handler2", f"/v1/{clue}")).status_code == 404
    assert (await house.get("office1.handler", f"/v1/{clue}")).status_code == 200


async def test_a_request_is_decided_by_a_day_and_found_when_it_is_late(house: House) -> None:
    clue = await allocated(house)
    request = await filed(house, clue, officer="office1.handler2")
    shown = (await house.get("principal.city", f"/v1/{request}")).json()

    async def late() -> int:
        return len(
            (await house.get("principal.city", "/v1/recusal-requests", overdue="true")).json()["items"]
        )

    before = await late()
    house.clock.move(timedelta(days=7))
    house.tokens.clear()
    after = await late()
    decided = await do(house, "principal.city", request, "decide", decision="granted", reason="理由成立")

    assert [(one["rule"], one["due_on"]) for one in shown["clocks"]] == [("P-1.6", "2026-03-05")]
    assert (before, after, await late()) == (0, 1, 0)
    assert [one["state"] for one in decided["clocks"]] == ["met_late"]
