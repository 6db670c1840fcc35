"""Protection, recusal, reward and tracing: by receipt and by officers, each read by whom it concerns and nobody else."""

from __future__ import annotations

from typing import Any
from uuid import NAMESPACE_URL, uuid4, uuid5

import sqlalchemy as sa

from shared.audit.tables import audit_entries

from tests.intake.test_a_report_goes_to_casework import tell
from tests.intake.usecases.routing_story import clocks, conclude, do, opened, refused, screened, submitted
from tests.intake.usecases.story import WORKER, post
from tests.support.house import House

PETITION = "petition.city"
TRACE = {
    "ground": "false_accusation_suspected", "method": "handwriting", "grounds": "多封来信笔迹相同，内容经核实系捏造。",
    "scope": "仅核对笔迹", "expires_on": "2026-12-31",
}  # fmt: skip


def bare(thing: str) -> str:
    return thing.split("/")[1]


async def listed(house: House, login: str, collection: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = (await house.get(login, f"/v1/{collection}")).json()["items"]
    return items


async def test_protection_is_asked_by_receipt_assessed_in_a_day_and_answered_there(house: House) -> None:
    receipt, _ = await submitted(house)
    asked = await house.public(
        "receipts/request-protection", {"receipt": receipt, "text": "有人上门打听是谁反映的。"}
    )
    assert asked.status_code == 201, asked.text
    (request,) = await listed(house, PETITION, "protection-requests")
    assert request["asked"] is None, "no words in lists"
    thing = f"protection-requests/{request['id']}"
    seen = (await house.get(PETITION, f"/v1/{thing}")).json()
    assert (seen["asked"], clocks(seen)) == ({"text": "有人上门打听是谁反映的。"}, {"P-R-A10": "due_soon"})
    assert (await house.get("office1.handler", f"/v1/{thing}")).status_code == 404

    seen = await do(
        house, PETITION, thing, "assess", risk="high", is_reprisal=True, findings="确有打听行为。"
    )
    assert (clocks(seen)["P-R-A10"], seen["details"]) == ("met", {"risk": "high", "is_reprisal": True})
    assert await refused(house, PETITION, thing, "end") == (409, "move_out_of_order")
    await do(house, PETITION, thing, "grant", measures="安排专人联系。")
    seen = await do(house, PETITION, thing, "end")

    assert seen["state"] == "ended"
    assert ["同意" in one["text"] for one in (await opened(house, receipt))["messages"]] == [True, False]
    wrong = await house.public("receipts/request-protection", {"receipt": "nonsense", "text": "请求保护。"})
    assert wrong.status_code == 404


async def test_who_handles_the_clue_of_a_reprisal_reads_what_was_told_and_found_and_nobody_else(
    house: House,
) -> None:
    receipt, _ = await submitted(house)
    await house.public(
        "receipts/request-protection", {"receipt": receipt, "text": "有人上门打听是谁反映的。"}
    )
    (request,) = await listed(house, PETITION, "protection-requests")
    thing = f"protection-requests/{request['id']}"
    await do(house, PETITION, thing, "assess", risk="high", is_reprisal=True, findings="确有打听行为。")
    await do(house, PETITION, thing, "grant", measures="安排专人联系。")
    office = {"report_ids": [], "protection_request_ids": [request["id"]], "holder": "city/city-office-1"}

    await house.hear()
    before = await house.get("office1.handler", f"/v1/{thing}/words")
    await tell(house, "clue.allocated", str(uuid4()), office)
    await tell(house, "clue.allocated", str(uuid4()), office)
    read = await house.get("office1.handler", f"/v1/{thing}/words")
    whole = await house.get("office1.handler", f"/v1/{thing}")
    other = await house.get("office2.handler", f"/v1/{thing}/words")

    assert (before.status_code, whole.status_code, other.status_code) == (404, 404, 404)
    assert read.json() == {"circumstances": "有人上门打听是谁反映的。", "findings": "确有打听行为。"}


async def test_an_officer_may_ask_for_protection_in_a_reporters_name(house: House) -> None:
    _, thing = await submitted(house)
    body = {"report_id": bare(thing), "circumstances": "来电称受到威胁。"}

    assert (await post(house, PETITION, "protection-requests", **body)).status_code == 201
    assert (await post(house, "office1.handler", "protection-requests", **body)).status_code == 404
    assert (await post(house, "principal.city", "protection-requests", **body)).status_code == 403


async def test_whom_a_reporter_wants_to_keep_away_no_longer_knows_of_the_report(house: House) -> None:
    receipt, thing = await screened(house)
    await do(house, PETITION, thing, "transfer", to="city-office-1")
    await house.public("receipts/request-recusal", {"receipt": receipt, "text": "承办人与被反映人是亲属。"})
    for login in (PETITION, "office1.handler", "petition-head.city"):
        assert (await house.get(login, "/v1/recusal-requests")).status_code == 403, login
    (request,) = await listed(house, "principal.city", "recusal-requests")

    handler = str(uuid5(NAMESPACE_URL, "office1.handler"))
    decided = await house.act(
        "principal.city", f"recusal-requests/{request['id']}", "uphold",
        {"officers": [handler], "ground": "close_relative"},
    )  # fmt: skip

    assert decided.status_code == 200, decided.text
    assert (await house.get("office1.handler", f"/v1/{thing}")).status_code == 404
    assert (await house.get("office1.head", f"/v1/{thing}")).status_code == 200
    assert "回避" in (await opened(house, receipt))["messages"][-1]["text"]


async def test_a_leader_told_to_keep_away_sees_neither_the_request_nor_what_is_asked_later(
    house: House,
) -> None:
    receipt, thing = await submitted(house)
    for text in ("分管领导与被反映人是亲属。", "请再次核实回避情况。"):
        await house.public("receipts/request-recusal", {"receipt": receipt, "text": text})
    first, second = await listed(house, "principal.city", "recusal-requests")
    deputy = {"officers": [str(uuid5(NAMESPACE_URL, "deputy.city"))], "ground": "close_relative"}

    await house.act("principal.city", f"recusal-requests/{first['id']}", "uphold", deputy)
    await house.public("receipts/request-protection", {"receipt": receipt, "text": "有人上门打听。"})

    assert await listed(house, "deputy.city", "recusal-requests") == []
    assert await listed(house, "deputy.city", "protection-requests") == []
    assert (await house.get("deputy.city", f"/v1/{thing}")).status_code == 404
    assert len(await listed(house, "principal.city", "protection-requests")) == 1
    assert second["state"] == "submitted"


async def test_whoever_keeps_away_from_a_report_keeps_away_from_what_hangs_on_it(house: House) -> None:
    receipt, thing = await screened(house)
    await do(house, PETITION, thing, "transfer", to="city-office-1")
    draft = {
        "level": "green",
        "basis": "overdue",
        "letter": "请于期限内书面答复办理进展。",
    }
    earlier = await post(house, PETITION, f"{thing}/urgings", **draft)
    assert earlier.status_code == 201, earlier.text
    await do(house, PETITION, f"urgings/{earlier.json()['id']}", "issue")
    seen = await house.get("office1.handler", f"/v1/urgings/{earlier.json()['id']}")
    assert seen.status_code == 200, "an urging goes to the office that handles the report"

    await house.public("receipts/request-recusal", {"receipt": receipt, "text": "承办人与被反映人是亲属。"})
    (request,) = await listed(house, "principal.city", "recusal-requests")
    handler = {"officers": [str(uuid5(NAMESPACE_URL, "office1.handler"))], "ground": "close_relative"}
    await house.act("principal.city", f"recusal-requests/{request['id']}", "uphold", handler)
    draft["level"] = "yellow"
    later = await post(house, PETITION, f"{thing}/urgings", **draft)
    await do(house, PETITION, f"urgings/{later.json()['id']}", "issue")

    for urging in (earlier.json()["id"], later.json()["id"]):
        assert (await house.get("office1.handler", f"/v1/urgings/{urging}")).status_code == 404
        assert (await house.get("office1.head", f"/v1/urgings/{urging}")).status_code == 200


async def test_a_reward_needs_a_verified_report_and_the_principals_signature(house: House) -> None:
    _, thing = await screened(house)
    await do(house, PETITION, thing, "transfer", to="city-office-1")
    body = {
        "report_id": bare(thing),
        "ground": "major_case",
        "amount": 500_000,
        "reasons": "对查办案件起重要作用。",
    }
    proposed = await post(house, PETITION, "reward-proposals", **body)
    reward = f"reward-proposals/{proposed.json()['id']}"
    assert await refused(house, PETITION, reward, "approve") == (409, "report_not_verified")
    await conclude(house.desk, thing, "true")

    await do(house, PETITION, reward, "approve", opinion="拟同意")
    seen = await do(house, PETITION, reward, "pay", amount=500_000)

    assert (seen["state"], seen["details"]["paid"]) == ("paid", 500_000)
    assert (await house.get("office1.handler", f"/v1/{reward}")).status_code == 404
    assert (await post(house, PETITION, "reward-proposals", **{**body, "amount": -1})).status_code == 400


async def test_nobody_traces_without_approval_and_the_attempt_is_on_record(house: House) -> None:
    _, thing = await submitted(house, reporter=None)
    asked = await post(house, PETITION, "trace-requests", report_id=bare(thing), **TRACE)
    assert asked.status_code == 201, asked.text
    trace = f"trace-requests/{asked.json()['id']}"

    assert await refused(house, PETITION, trace, "trace", result="私自核对了笔迹。") == (
        403,
        "trace_not_approved",
    )
    async with house.desk.db.reader(WORKER) as reader:
        tried = await reader.all(
            sa.select(audit_entries.c.actor_id).where(
                audit_entries.c.action == "trace_request:trace", audit_entries.c.outcome == "refused"
            )
        )
    assert [row["actor_id"] for row in tried] == [str(uuid5(NAMESPACE_URL, PETITION))]

    proposed = await house.act(PETITION, trace, "approve", {"document_number": "云纪〔2026〕7号"})
    early = await house.sign("principal.city", proposed)
    assert early.status_code == 404, "only a commission at districted-city level or above signs"
    assert (await house.sign("party-principal.city", proposed)).status_code == 200
    seen = await do(house, PETITION, trace, "trace", result="笔迹不一致。")
    assert (seen["state"], seen["details"]["approved_by"]) == ("traced", "city")


async def test_a_named_reporter_is_not_traced_and_an_approval_ends_with_its_day(house: House) -> None:
    _, named = await screened(house)
    asked = await post(house, PETITION, "trace-requests", report_id=bare(named), **TRACE)
    assert await refused(
        house, PETITION, f"trace-requests/{asked.json()['id']}", "approve", document_number="1号"
    ) == (409, "reporter_is_named")
    past = await post(
        house, PETITION, "trace-requests", report_id=bare(named), **{**TRACE, "expires_on": "2020-01-01"}
    )
    assert [one["pointer"] for one in past.json()["errors"]] == ["/expires_on"]
