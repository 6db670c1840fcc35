"""Bad days and bad input on the officers' surface: a clear answer each time, and nothing half done."""

from __future__ import annotations

import asyncio
from uuid import uuid4

import sqlalchemy as sa

from intake.store.tables import DemandRow
from shared.audit.tables import audit_entries
from shared.db import Scope
from shared.feed.tables import events
from shared.lifecycle.tables import history
from shared.signoff.tables import sign_offs

from tests.intake.test_a_demand_is_answered import DEMAND, forwarded, submitted
from tests.support.house import House

WORKER = Scope("worker")


async def count(house: House, table: sa.FromClause) -> int:
    """Return how many rows a table has."""
    async with house.desk.db.reader(WORKER) as reader:
        return int(await reader.scalar(sa.select(sa.func.count()).select_from(table)))


async def test_a_move_out_of_order_is_refused_and_leaves_nothing(house: House) -> None:
    _, demand = await submitted(house)
    before = [await count(house, table) for table in (history, events, audit_entries, sign_offs)]

    refused = await house.http.post(
        f"/v1/demands/{demand}/close",
        headers=house.headers("petition.city", key=str(uuid4()), version=1),
        json={},
    )

    assert refused.status_code == 409
    assert refused.json()["code"] == "move_out_of_order"
    assert [await count(house, table) for table in (history, events, audit_entries, sign_offs)] == before


async def test_a_stale_version_is_412_and_a_missing_one_428(house: House) -> None:
    _, demand = await submitted(house)
    path = f"/v1/demands/{demand}/register"

    stale = await house.http.post(
        path, headers=house.headers("petition.city", key=str(uuid4()), version=7), json={}
    )
    missing = await house.http.post(path, headers=house.headers("petition.city", key=str(uuid4())), json={})

    assert (stale.status_code, stale.json()["code"]) == (412, "version_stale")
    assert (missing.status_code, missing.json()["code"]) == (428, "if_match_required")


async def test_the_same_key_gives_the_same_answer_and_another_body_is_422(house: House) -> None:
    key = str(uuid4())
    first = await house.public("submissions", DEMAND, key)
    again = await house.public("submissions", DEMAND, key)
    other = await house.public("submissions", {**DEMAND, "content": DEMAND["content"] + "再补充一句。"}, key)

    assert again.json() == first.json()
    assert again.headers["Idempotency-Replayed"] == "true"
    assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")
    assert await count(house, DemandRow.__table__) == 1


async def test_twenty_clients_with_one_key_submit_once(house: House) -> None:
    key = str(uuid4())
    answers = await asyncio.gather(*(house.public("submissions", DEMAND, key) for _ in range(20)))

    assert {answer.json()["receipt"] for answer in answers} == {answers[0].json()["receipt"]}
    assert await count(house, DemandRow.__table__) == 1


async def test_two_officers_register_one_demand_and_one_of_them_is_told_to_look_again(house: House) -> None:
    _, demand = await submitted(house)

    async def register() -> int:
        headers = house.headers("petition.city", key=str(uuid4()), version=1)
        return (await house.http.post(f"/v1/demands/{demand}/register", headers=headers, json={})).status_code

    assert sorted(await asyncio.gather(register(), register())) == [200, 412]


async def test_who_proposes_does_not_approve(house: House) -> None:
    _, demand = await forwarded(house)
    thing = f"demands/{demand}"
    proposed = await house.act("housing1.head", thing, "answer", {"opinion": "已办结，请领取。"})

    refused = await house.sign("housing1.head", proposed)

    assert (refused.status_code, refused.json()["code"]) == (409, "own_proposal")


async def test_a_second_move_waits_for_the_signature_of_the_first(house: House) -> None:
    _, demand = await forwarded(house)
    thing = f"demands/{demand}"
    await house.act("housing1.clerk", thing, "answer", {"opinion": "已办结，请领取。"})

    refused = await house.act("housing1.clerk", thing, "sign-for")

    assert (refused.status_code, refused.json()["code"]) == (409, "sign_off_pending")


async def test_a_stranger_does_not_even_learn_that_a_sign_off_exists(house: House) -> None:
    _, demand = await forwarded(house)
    proposed = await house.act(
        "housing1.clerk", f"demands/{demand}", "answer", {"opinion": "已办结，请领取。"}
    )

    refused = await house.sign("petition-head.city", proposed)

    assert refused.status_code == 404


async def test_a_change_after_the_signature_voids_it(house: House) -> None:
    _, demand = await forwarded(house)
    proposed = await house.act(
        "housing1.clerk", f"demands/{demand}", "answer", {"opinion": "已办结，请领取。"}
    )
    sign_off = proposed.json()["sign_off"]

    revised = await house.http.post(
        f"/v1/sign-offs/{sign_off['id']}/revise",
        headers=house.headers("housing1.clerk", key=str(uuid4())),
        json={"fields": {"opinion": "已办结，请于周一领取。"}},
    )

    assert revised.status_code == 200, revised.text
    assert revised.json()["sign_off"]["document_sha256"] != sign_off["document_sha256"]
    assert (await house.sign("housing1.head", proposed)).status_code == 200
    seen = (await house.get("housing1.clerk", f"/v1/demands/{demand}")).json()
    assert seen["answer"]["text"] == "已办结，请于周一领取。"


async def test_a_rejected_proposal_changes_nothing_and_may_be_made_again(house: House) -> None:
    _, demand = await forwarded(house)
    thing = f"demands/{demand}"
    proposed = await house.act("housing1.clerk", thing, "answer", {"opinion": "已办结，请领取。"})

    await house.sign("housing1.head", proposed, "reject", opinion="请补充依据")

    assert (await house.get("housing1.clerk", f"/v1/{thing}")).json()["state"] == "forwarded"
    assert (
        await house.act("housing1.clerk", thing, "answer", {"opinion": "依据条例第三条，已办结。"})
    ).status_code == 202


async def test_an_extract_that_quotes_the_report_is_refused(house: House) -> None:
    _, demand = await submitted(house)
    thing = f"demands/{demand}"
    await house.act("petition.city", thing, "register")
    await house.act("petition.city", thing, "classify")

    refused = await house.act(
        "petition.city", thing, "forward", {"to": "district-1-housing", "extract": DEMAND["content"][:20]}
    )

    assert (refused.status_code, refused.json()["code"]) == (409, "report_is_quoted")
    assert (await house.get("petition.city", f"/v1/{thing}")).json()["state"] == "classified"


async def test_every_wrong_field_is_named_at_once_and_no_value_comes_back(house: House) -> None:
    answer = await house.public(
        "submissions",
        {"category": "gossip", "content": "短", "region": "district-99", "surprise": "张三的电话"},
    )

    assert answer.status_code == 400
    assert {one["pointer"] for one in answer.json()["errors"]} >= {"/category", "/content", "/surprise"}
    assert "张三的电话" not in answer.text


async def test_a_wrong_receipt_is_answered_like_a_mistyped_one(house: House) -> None:
    await submitted(house)
    wrong = await house.public("receipts/_open", {"receipt": "0000-0000-0000-0000-0000-0000-000"})
    garbled = await house.public("receipts/_open", {"receipt": "not a receipt"})

    assert wrong.status_code == garbled.status_code == 404
    assert {**wrong.json(), "trace_id": ""} == {**garbled.json(), "trace_id": ""}


async def test_a_leader_reads_what_is_to_be_signed_and_a_stranger_does_not(house: House) -> None:
    _, demand = await forwarded(house)
    proposed = await house.act(
        "housing1.clerk", f"demands/{demand}", "answer", {"opinion": "已办结，请领取。"}
    )
    path = f"/v1/sign-offs/{proposed.json()['sign_off']['id']}"

    seen = await house.get("housing1.head", path)

    assert seen.json()["document"] == {"opinion": "已办结，请领取。"}
    assert (await house.get("petition.city", path)).status_code == 404
    assert (await house.get("district2.handler", path)).status_code == 404
