"""What tells the same is found at registration, explained, and shown to nobody who may not read it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import sqlalchemy as sa

from intake.store.tables import ContentRow
from intake.store.tables.merging import SealedTermsRow
from shared.audit.tables import audit_entries
from shared.db import Database

from tests.intake.test_a_report_goes_to_casework import fresh_rights
from tests.intake.usecases.story import (
    GIFTS,
    HOUSING,
    NAMED,
    WORKER,
    concluded,
    do,
    opened,
    post,
    refused,
    screened,
    submit,
)
from tests.support.house import House

RETOLD: dict[str, Any] = {
    **GIFTS,
    "content": "王某在验收项目的时候收受礼金，还多次要求企业安排宴请，影响很坏。",
    "subjects": [{"name": "王某", "organisation": "市某局"}],
}
UNLIKE: dict[str, Any] = {
    **GIFTS,
    "content": "他长期迟到早退，上班时间炒股，对群众爱理不理。",
    "subjects": [{"name": "赵某"}],
}


async def registered(house: House, body: dict[str, Any]) -> str:
    _, matter = await submit(house, body)
    await do(house, "petition.city", matter, "register")
    return matter


async def test_a_repeat_is_found_with_its_reasons_and_the_look_is_recorded(house: House) -> None:
    await fresh_rights(house)
    first, unlike, again = [await registered(house, body) for body in (GIFTS, UNLIKE, RETOLD)]

    answer = await house.get("petition.city", f"/v1/{again}/duplicates")

    assert answer.status_code == 200, answer.text
    (found,) = answer.json()["items"]
    assert f"reports/{found['id']}" == first != unlike
    assert found["score"] >= 70
    assert found["subjects"][0]["theirs"] == "（化名）王某"
    assert "多次要求企业安排宴请" in found["facts"]
    async with house.desk.db.reader(WORKER) as reader:
        entry = await reader.one(
            sa.select(audit_entries).where(audit_entries.c.action == "report:find_duplicates")
        )
    assert entry["details"]["opened"] == [found["id"]]


async def test_who_registers_learns_at_once_what_tells_the_same_and_of_nothing_elsewhere(
    house: House,
) -> None:
    await fresh_rights(house)
    first = await registered(house, GIFTS)
    _, again = await submit(house, RETOLD)
    elsewhere = await post(
        house,
        "district1.petition",
        "reports",
        **{name: value for name, value in RETOLD.items() if name != "category"},
        channel="letter",
    )
    assert elsewhere.status_code == 201, elsewhere.text

    told = await house.act("petition.city", again, "register")
    outside = await house.act("district1.petition", f"reports/{elsewhere.json()['id']}", "register")

    assert (told.status_code, outside.status_code) == (200, 200), outside.text
    (found,) = told.json()["duplicates"]
    assert f"reports/{found['id']}" == first
    assert found["score"] >= 70
    assert found["facts"]
    assert outside.json()["duplicates"] == []
    assert "duplicates" not in (await house.get("petition.city", f"/v1/{again}")).json()


async def test_a_text_altered_in_the_database_keeps_nobody_from_registering_or_searching(
    house: House, owner: Database
) -> None:
    await fresh_rights(house)
    altered, whole = [await registered(house, body) for body in (GIFTS, GIFTS)]
    async with owner.transaction(WORKER) as tx:
        await tx.run(
            sa.update(ContentRow)
            .where(ContentRow.object_id == UUID(altered.partition("/")[2]))
            .values(content=b"something else")
        )
    _, again = await submit(house, RETOLD)

    told = await house.act("petition.city", again, "register")
    found = await post(house, "petition.city", "reports/_search", q="收受礼金")

    assert told.status_code == 200, told.text
    assert [f"reports/{one['id']}" for one in told.json()["duplicates"]] == [whole]
    assert {f"reports/{one['id']}" for one in found.json()["items"]} == {whole, again}


async def test_demands_of_one_place_and_field_are_compared_too(house: House) -> None:
    await fresh_rights(house)
    first = await registered(house, HOUSING)
    again = await registered(
        house, {**HOUSING, "content": "我们小区的不动产登记证书拖延多年没办下来，到窗口询问多次没有结果。"}
    )

    items = (await house.get("petition.city", f"/v1/{again}/duplicates")).json()["items"]

    assert [f"demands/{one['id']}" for one in items] == [first]


async def test_the_database_holds_numbers_only_and_shows_them_to_no_receipt(house: House) -> None:
    receipt, report = await submit(house, GIFTS)
    await do(house, "petition.city", report, "register")
    async with house.desk.db.reader(WORKER) as reader:
        row = await reader.one(sa.select(SealedTermsRow))
    assert all(type(number) is int for number in (*row["names"], *row["facts"]))

    from intake.usecases.receipts.receipt_holder import holder_scope, parse

    async with house.desk.db.reader(holder_scope(parse(house.desk, receipt))) as reader:
        assert await reader.all(sa.select(SealedTermsRow)) == []


async def test_who_may_not_read_the_texts_finds_nothing(house: House) -> None:
    await fresh_rights(house)
    report = await registered(house, GIFTS)

    for login, status in {"deputy.city": 403, "district1.petition": 404, "sysadmin": 404}.items():
        assert (await house.get(login, f"/v1/{report}/duplicates")).status_code == status


async def test_a_retained_repeat_is_counted_and_its_reporter_keeps_an_own_receipt(house: House) -> None:
    first = await registered(house, GIFTS)
    receipt, repeat = await submit(house, RETOLD, reporter=NAMED)
    await do(house, "petition.city", repeat, "register")
    second = await registered(house, RETOLD)

    await do(house, "petition.city", repeat, "retain-duplicate", of=first.partition("/")[2])
    await do(house, "petition.city", second, "retain-duplicate", of=repeat.partition("/")[2])

    seen = (await house.get("petition.city", f"/v1/{first}")).json()
    assert seen["repeats"] == 2, "a repeat of a repeat counts at the first"
    listed = (await house.get("petition.city", "/v1/reports", state="registered")).json()["items"]
    assert [one["repeats"] for one in listed] == [2]
    repeated = (await house.get("petition.city", "/v1/reports", repeated="true")).json()["items"]
    assert [f"reports/{one['id']}" for one in repeated] == [first]
    assert (await opened(house, receipt))["state"] == "accepted"


async def test_new_evidence_in_a_repeat_asks_the_handler_to_decide_in_time(house: House) -> None:
    _, first = await concluded(house)
    repeat = await registered(house, RETOLD)
    await do(
        house, "petition.city", repeat, "retain-duplicate", of=first.partition("/")[2], has_new_evidence=True
    )

    seen = (await house.get("office1.handler", f"/v1/{first}")).json()
    assert seen["new_evidence_on"] is not None
    assert {clock["rule"]: clock["held_by"] for clock in seen["clocks"] if clock["state"] == "running"} == {
        "DL-06": "city/city-office-1",
        "P-R-A2": "city/city-office-1",
    }
    assert await refused(house, "petition.city", first, "archive") == (409, "deadline_still_open")
    after = await do(house, "office1.handler", first, "reopen", opinion="重新核实")
    assert (after["state"], after["new_evidence_on"]) == ("in_disposal", None)


async def test_a_report_that_went_elsewhere_is_archived_with_evidence_nobody_here_decides_on(
    house: House,
) -> None:
    _, first = await screened(house)
    await do(house, "petition.city", first, "refer-out", organ="某省外机关")
    repeat = await registered(house, RETOLD)
    await do(
        house, "petition.city", repeat, "retain-duplicate", of=first.partition("/")[2], has_new_evidence=True
    )
    seen = (await house.get("petition.city", f"/v1/{first}")).json()
    assert (seen["state"], seen["new_evidence_on"] is None) == ("referred_out", False)

    assert (await do(house, "petition.city", first, "archive"))["state"] == "archived"


async def test_evidence_that_changes_nothing_is_dismissed_with_a_reason(house: House) -> None:
    _, first = await concluded(house)
    repeat = await registered(house, RETOLD)
    await do(
        house, "petition.city", repeat, "retain-duplicate", of=first.partition("/")[2], has_new_evidence=True
    )

    await do(house, "office1.handler", first, "dismiss-evidence", reason="材料此前已经核实。")

    await do(house, "office1.handler", first, "feed-back", disposal_way="closed")
    assert (await do(house, "petition.city", first, "archive"))["state"] == "archived"
    late = await registered(house, RETOLD)
    body = {"of": first.partition("/")[2], "has_new_evidence": True}
    proposed = await house.act("petition.city", late, "retain-duplicate", body)
    assert (proposed.status_code, proposed.json()["code"]) == (409, "first_report_archived")


async def test_a_declined_report_is_assessed_anew_for_new_evidence(house: House) -> None:
    first = await registered(house, GIFTS)
    await do(house, "petition.city", first, "screen")
    await do(house, "petition.city", first, "decline", reason="no_substance")
    assert await refused(house, "petition.city", first, "reassess") == (409, "new_evidence_missing")
    repeat = await registered(house, RETOLD)
    await do(
        house, "petition.city", repeat, "retain-duplicate", of=first.partition("/")[2], has_new_evidence=True
    )

    assert (await do(house, "petition.city", first, "reassess"))["state"] == "screened"
