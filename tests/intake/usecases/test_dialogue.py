"""The dialogue goes both ways: what waits for a reply is seen, and files come with a message or an objection."""

from __future__ import annotations

from uuid import uuid4

import sqlalchemy as sa

from shared.feed.tables import events

from tests.intake.usecases.story import answered, concluded, do, forwarded, opened, post
from tests.support.house import House

PAPER = ("线索.txt", "转账记录：某年某月某日。".encode(), "text/plain")


async def uploaded(house: House) -> str:
    answer = await house.http.post("/v1/public/attachments", files={"file": PAPER})
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def test_messages_wait_until_the_office_writes(house: House) -> None:
    receipt, demand = await forwarded(house)
    for text in ("又有两户遇到同样的情况。", "请问何时可以办结？"):
        await house.public("receipts/messages", {"receipt": receipt, "text": text})
    assert (await house.get("petition.city", f"/v1/{demand}")).json()["unanswered_messages"] == 2

    await post(house, "petition.city", f"{demand}/messages", text="已转告承办单位，将在期限内答复。")

    assert (await house.get("petition.city", f"/v1/{demand}")).json()["unanswered_messages"] == 0
    assert len((await opened(house, receipt))["messages"]) == 3


async def test_a_file_comes_with_a_message_and_is_read_by_who_reads_the_text(house: House) -> None:
    receipt, demand = await forwarded(house)
    file = await uploaded(house)
    sent = await house.public(
        "receipts/messages", {"receipt": receipt, "text": "补充材料。", "attachments": [file]}
    )
    assert sent.status_code == 201, sent.text

    again = await house.public(
        "receipts/messages", {"receipt": receipt, "text": "再次。", "attachments": [file]}
    )
    unknown = await house.public(
        "receipts/messages", {"receipt": receipt, "text": "再次。", "attachments": [str(uuid4())]}
    )

    assert again.status_code == unknown.status_code >= 400
    assert file not in (await opened(house, receipt)).values()
    assert (await house.get("petition.city", f"/v1/{demand}")).json()["unanswered_messages"] == 1


async def test_new_evidence_with_a_file_goes_back_to_the_handler(house: House) -> None:
    receipt, report = await concluded(house, reporter={"name": "（化名）李某"})
    await do(house, "office1.handler", report, "give-feedback", text="经查属实，已作处理。")
    body = {"receipt": receipt, "text": "我有转账记录。", "attachments": [await uploaded(house)]}

    objected = await house.public("receipts/object", body)

    assert objected.status_code == 200, objected.text
    seen = (await house.get("office1.handler", f"/v1/{report}")).json()
    assert seen["new_evidence_on"] is not None
    assert {clock["rule"] for clock in seen["clocks"] if clock["state"] == "running"} >= {"P-R-A2"}
    concerned = str(uuid4())
    bad = await house.act("office1.handler", report, "reopen", {"clue_ids": []})
    after = await do(
        house, "office1.handler", report, "reopen", evidence=["转账记录一份"], clue_ids=[concerned]
    )
    assert (bad.status_code, after["state"]) == (400, "in_disposal")
    async with house.desk.db.reader() as reader:
        told = sa.select(events.c.data).where(events.c.type == "huiying.intake.report.reopened.v1")
        assert (await reader.one(told))["data"]["clue_ids"] == [concerned]


async def test_a_demands_objection_takes_files_too(house: House) -> None:
    receipt, demand = await answered(house)
    body = {"receipt": receipt, "text": "证书仍未领到。", "attachments": [await uploaded(house)]}

    objected = await house.public("receipts/object", body)

    assert objected.json()["state"] == "being_handled", objected.text
    assert (await house.get("housing1.clerk", f"/v1/{demand}")).json()["state"] == "reopened"
