"""Documents of casework as officers get them: filled, for who may have them, always recorded."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import sqlalchemy as sa

from shared.audit.tables import audit_entries
from shared.documents import Templates

from tests.casework.neighbours import Neighbours
from tests.casework.story import allocated, assessed, do, verified, verifying
from tests.support.house import House
from tests.support.papers import made_from, text_of

HANDLER = "office1.handler"
LETTER = "请说明 <2025年> 收受礼金 & 礼品的“情况”。\n请逐项说明。"


async def asked(house: House, **clue: object) -> str:
    """Return an inquiry whose letter went out."""
    shown = await do(house, HANDLER, await assessed(house), "propose-disposal", way="talk_inquiry")
    talk = f"talk-inquiries/{shown['talk_inquiry_id']}"
    await do(house, HANDLER, talk, "submit-plan", form="letter", plan="函询方案", emergency_plan="预案")
    await do(house, HANDLER, talk, "send-letter", letter=LETTER, copied_to=["市住房和城乡建设局党组"])
    return talk


async def write(house: House, login: str, thing: str, name: str) -> Any:
    """Ask for a document, with rights heard of a moment ago."""
    await house.hear()
    return await house.get(login, f"/v1/{thing}/documents/{name}")


async def names_of(house: House, login: str, thing: str) -> list[str]:
    listed = await house.get(login, f"/v1/{thing}/documents")
    assert listed.status_code == 200, listed.text
    return [one["name"] for one in listed.json()["items"]]


async def test_a_letter_of_inquiry_says_what_was_asked_and_until_when(house: House) -> None:
    talk = await asked(house)
    shown = (await house.get(HANDLER, f"/v1/{talk}")).json()
    due = next(clock["due_on"] for clock in shown["clocks"] if clock["rule"] == "DL-10")

    answer = await write(house, HANDLER, talk, "inquiry-letter")

    text = text_of(answer.content)
    year, month, day = due.split("-")
    assert "请说明 <2025年> 收受礼金 & 礼品的“情况”。" in text
    assert "监督执纪工作规则》第二十九条、《中华人民共和国监察法》第十九条" in text
    assert f"（{year}年{int(month)}月{int(day)}日前）" in text
    assert "机构city办公室" in text
    assert "抄送：市住房和城乡建设局党组" in text
    assert answer.headers["cache-control"] == "no-store"
    name = unquote(answer.headers["content-disposition"].removeprefix("attachment; filename*=UTF-8''"))
    assert name == f"函询通知书 {shown['number']}.docx"


async def test_every_getting_is_recorded_with_the_document_and_the_officer(house: House) -> None:
    talk = await asked(house)
    await write(house, HANDLER, talk, "inquiry-letter")

    async with house.desk.db.reader() as reader:
        (entry,) = await reader.all(
            sa.select(audit_entries).where(audit_entries.c.action == "document:write")
        )
    assert (entry["object_id"], entry["field_group"]) == (talk.split("/")[1], "document:inquiry-letter")
    assert LETTER not in str(dict(entry))


async def test_documents_come_with_the_steps_that_make_them(house: House) -> None:
    clue, verification = await verifying(house)

    assert await names_of(house, HANDLER, clue) == ["allocation-sheet", "disposal-opinion"]
    assert await names_of(house, HANDLER, verification) == ["verification-plan"]
    early = await write(house, HANDLER, verification, "verification-report")
    assert (early.status_code, early.json()["code"]) == (409, "document_not_yet")


async def test_the_report_names_every_member_who_signed_it(house: House) -> None:
    clue = await verified(house)
    shown = (await house.get(HANDLER, f"/v1/{clue}")).json()

    answer = await write(house, HANDLER, f"verifications/{shown['verification_id']}", "verification-report")

    text = text_of(answer.content)
    assert "经核实，反映问题不存在。" in text
    assert text.count("人员office1.handler2") == 1
    assert "人员principal.city" in text or "人员deputy.city" in text


async def test_the_ledger_gets_the_allocation_sheet_without_what_lies_sealed(house: House) -> None:
    clue = await allocated(house)

    manager = await write(house, "caseman.city", clue, "allocation-sheet")
    plan = await write(house, "caseman.city", clue, "disposal-opinion")

    assert "机构city-office-1" in text_of(manager.content)
    assert "机关主要负责人" in text_of(manager.content)
    assert plan.status_code == 403
    assert await names_of(house, "caseman.city", clue) == ["allocation-sheet"]


async def test_the_allocation_sheet_names_who_signed_for_the_clue(house: House) -> None:
    clue = await allocated(house)
    unsigned = text_of((await write(house, HANDLER, clue, "allocation-sheet")).content)
    await do(house, HANDLER, clue, "sign-for")

    signed = text_of((await write(house, HANDLER, clue, "allocation-sheet")).content)

    assert "接收人：＿＿＿＿＿＿" in unsigned
    assert f"接收人：人员{HANDLER}" in signed


@pytest.mark.parametrize("login", ["district2.handler", "office2.handler", "sysadmin"])
async def test_a_stranger_learns_nothing_of_documents(house: House, login: str) -> None:
    clue = await allocated(house)

    listed = await house.get(login, f"/v1/{clue}/documents")
    sheet = await write(house, login, clue, "allocation-sheet")
    missing = await write(house, HANDLER, clue, "nonsense")

    assert (listed.status_code, sheet.status_code, missing.status_code) == (404, 404, 404)


async def test_without_names_there_is_no_document(house: House, neighbours: Neighbours) -> None:
    clue = await allocated(house)
    neighbours.is_down = True

    answer = await write(house, HANDLER, clue, "allocation-sheet")

    assert (answer.status_code, answer.json()["code"]) == (502, "upstream_unavailable")


async def test_a_template_broken_while_the_service_runs_is_named(house: House, tmp_path: Path) -> None:
    clue = await allocated(house)
    object.__setattr__(house.desk, "templates", Templates("casework", tmp_path))
    (tmp_path / "allocation-sheet.docx").write_bytes(made_from("{{ handlrs }}"))

    answer = await write(house, HANDLER, clue, "allocation-sheet")

    assert (answer.status_code, answer.json()["code"]) == (500, "document_template_broken")
    assert "handlrs" in answer.json()["detail"]
