"""Journey 2 as far as intake goes: a named accusation is verified, transferred, concluded and answered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import uuid4

import sqlalchemy as sa

from intake.usecases.follow import follows
from shared.db import Scope
from shared.feed.consume import Event
from shared.feed.tables import events

from tests.support.house import House

ACCUSATION = {
    "category": "accusation",
    "content": "反映某单位工作人员在项目验收中收受礼金，并多次要求企业安排宴请。",
    "region": "district-1",
    "subjects": [{"name": "（化名）王某", "organisation": "某局", "position": "科长"}],
    "reporter": {
        "name": "（化名）李某",
        "phone": "00000000000",
        "address": "某街道",
        "consent_to_share": False,
    },
}


async def transferred(house: House) -> tuple[str, str]:
    """Return receipt and id of a report that casework has been told of."""
    answer = await house.public("submissions", ACCUSATION)
    assert answer.status_code == 201, answer.text
    report = (await house.get("petition.city", "/v1/reports", state="received")).json()["items"][0]
    thing = f"reports/{report['id']}"
    assert (await house.act("petition.city", thing, "register")).status_code == 200
    early = await house.act("petition.city", thing, "screen")
    assert (early.status_code, early.json()["code"]) == (409, "name_not_verified_yet")
    assert (
        await house.act("petition.city", thing, "verify-name", {"opinion": "电话核实"})
    ).status_code == 200
    await house.sign("petition-head.city", await house.act("petition.city", thing, "screen"))
    await house.sign(
        "petition-head.city", await house.act("petition.city", thing, "transfer", {"to": "city-office-1"})
    )
    return answer.json()["receipt"], report["id"]


async def tell(house: House, name: str, subject: str, data: Mapping[str, Any]) -> None:
    """Apply an event of casework as the worker does."""
    handler = follows(house.desk)["casework"][name]
    async with house.desk.db.transaction(Scope("worker")) as tx:
        await handler.apply(tx, Event(1, name, subject, dict(data)), None)


async def test_a_named_report_is_transferred_concluded_and_answered(house: House) -> None:
    receipt, report = await transferred(house)
    thing, clue = f"reports/{report}", str(uuid4())

    seen = (await house.get("office1.handler", f"/v1/{thing}")).json()
    assert seen["state"] == "transferred"
    assert [(clock["rule"], clock["state"]) for clock in seen["clocks"] if clock["rule"] == "DL-01"] == [
        ("DL-01", "met")
    ]
    assert (await house.public("receipts/_open", {"receipt": receipt})).json()["state"] == "accepted"

    await tell(house, "clue.allocated", clue, {"report_ids": [report]})
    assert (await house.public("receipts/_open", {"receipt": receipt})).json()["state"] == "being_handled"
    await tell(house, "clue.concluded", clue, {"report_ids": [report], "truth_grade": "partly_true"})

    seen = (await house.get("office1.handler", f"/v1/{thing}")).json()
    assert (seen["state"], seen["truth_grade"], seen["clue_id"]) == ("concluded", "partly_true", clue)
    assert "DL-02" in {clock["rule"] for clock in seen["clocks"] if clock["state"] == "running"}
    proposed = await house.act(
        "office1.handler", thing, "give-feedback", {"opinion": "您反映的问题部分属实，已作处理。"}
    )
    assert (await house.sign("office1.head", proposed)).status_code == 200

    opened = (await house.public("receipts/_open", {"receipt": receipt})).json()
    assert (opened["state"], opened["answer"]["text"]) == ("answered", "您反映的问题部分属实，已作处理。")


async def test_the_event_tells_ids_and_codes_and_nothing_of_the_text(house: House) -> None:
    await transferred(house)
    async with house.desk.db.reader(Scope("worker")) as reader:
        rows = await reader.all(sa.select(events.c.type, events.c.data))
    told = next(row["data"] for row in rows if row["type"] == "huiying.intake.report.transferred.v1")
    assert told["to"] == "city/city-office-1"
    text = " ".join(str(row["data"]) for row in rows)
    assert not any(word in text for word in ("礼金", "王某", "李某", "科长", "00000000000"))


async def test_who_the_reporter_is_opens_for_a_purpose_only_and_is_recorded(house: House) -> None:
    _, report = await transferred(house)
    path = f"/v1/reports/{report}/reporter/_open"
    await fresh_rights(house)

    without = await house.http.post(path, headers=house.headers("petition.city"), json={})
    for_cause = await house.http.post(
        path, headers=house.headers("petition.city"), json={"purpose": "verify_named"}
    )
    leader = await house.http.post(
        path, headers=house.headers("principal.city"), json={"purpose": "verify_named"}
    )

    assert without.status_code == 400
    assert for_cause.json()["name"] == "（化名）李某"
    assert leader.status_code == 403


async def test_a_deadline_that_passes_is_seen_as_overdue(house: House) -> None:
    _, report = await transferred(house)
    await tell(house, "clue.concluded", str(uuid4()), {"report_ids": [report], "truth_grade": "untrue"})
    house.clock.move(timedelta(days=60))

    seen = (await house.get("office1.handler", f"/v1/reports/{report}")).json()

    assert {clock["rule"]: clock["state"] for clock in seen["clocks"]}["DL-02"] == "overdue"
    late = (await house.get("office1.handler", "/v1/reports", overdue="true")).json()["items"]
    assert [one["id"] for one in late] == [report]


async def fresh_rights(house: House) -> None:
    """Let the service hear of identity's feed, as sensitive routes demand."""
    from shared.auth.revocation import heard

    async with house.desk.db.transaction() as tx:
        await heard(tx, "identity")
    await house.authenticator.versions.refresh()


async def test_the_office_that_gets_the_clue_reads_the_report_and_the_first_one_no_longer(
    house: House,
) -> None:
    _, report = await transferred(house)
    await tell(
        house, "clue.allocated", str(uuid4()), {"report_ids": [report], "holder": "city/city-office-2"}
    )

    assert (await house.get("office1.handler", f"/v1/reports/{report}")).status_code == 404
    seen = (await house.get("petition.city", f"/v1/reports/{report}")).json()
    assert (seen["state"], seen["office"]) == ("in_disposal", "city-office-2")


async def test_a_clue_that_is_a_matter_of_its_own_again_takes_its_report_along(house: House) -> None:
    _, report = await transferred(house)
    own, into = str(uuid4()), str(uuid4())
    merged = {"report_ids": [report], "into": into, "office": "city/city-office-2"}
    await tell(house, "clue.merged", own, merged)
    fed = (await house.get("office2.handler", f"/v1/reports/{report}")).json()

    unmerged = {"report_ids": [report], "from": into, "holder": "city/city-case-management"}
    await tell(house, "clue.unmerged", own, unmerged)
    seen = (await house.get("petition.city", f"/v1/reports/{report}")).json()
    gone = await house.get("office2.handler", f"/v1/reports/{report}")
    await tell(house, "clue.unmerged", own, unmerged)
    again = {"report_ids": [report], "holder": "city/city-office-2"}
    await tell(house, "clue.allocated", own, again)
    back = (await house.get("office2.handler", f"/v1/reports/{report}")).json()

    assert (fed["clue_id"], fed["state"]) == (into, "in_disposal")
    assert (seen["clue_id"], seen["office"], gone.status_code) == (own, "city-case-management", 404)
    assert (back["clue_id"], back["office"], back["state"]) == (own, "city-office-2", "in_disposal")
