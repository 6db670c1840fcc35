"""Documents of joint work: for the team and the lead; the home body reads its letter and nothing of the matter."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZipFile

from tests.casework.linkage_story import approved, asked, concluded, declared, drafted, staffed
from tests.support.house import House
from tests.support.papers import text_of

LEAD = "office1.head"


async def write(house: House, login: str, thing: str, name: str) -> Any:
    """Ask for a document, with rights heard of a moment ago."""
    await house.hear()
    return await house.get(login, f"/v1/{thing}/documents/{name}")


async def text(house: House, login: str, thing: str, name: str) -> str:
    answer = await write(house, login, thing, name)
    assert answer.status_code == 200, answer.text
    return text_of(answer.content)


async def test_a_joint_task_is_declared_planned_and_summed_up_on_paper(house: House) -> None:
    task = await concluded(house)

    declaration = await text(house, LEAD, task, "linkage-declaration")
    plan = await text(house, LEAD, task, "joint-plan")
    summary = await write(house, LEAD, task, "work-summary")

    assert "窗口办理时间长，单独监督难以查清。" in declaration
    assert "机构bureau-housing" in declaration
    assert "某片区登记服务联动监督工作方案" in plan
    assert "派驻组（增援）" in plan
    assert "窗口未公示办结时限" in text_of(summary.content)
    package = ZipFile(BytesIO(summary.content))
    assert "发现问题" in package.read("word/charts/chart1.xml").decode()
    assert "word/embeddings/chart1.xlsx" in package.namelist()


async def test_the_plan_names_the_team_and_a_stranger_learns_nothing(house: House) -> None:
    task, _ = await staffed(house)

    plan = await text(house, "office1.handler", task, "joint-plan")

    assert "人员group1.member" in plan
    assert "人员district1.handler" in plan
    assert (await write(house, "district2.handler", task, "joint-plan")).status_code == 404
    assert (await write(house, "group1.lead", task, "joint-plan")).status_code == 403


async def test_the_home_body_reads_who_is_asked_for_and_nothing_of_the_matter(house: House) -> None:
    task = await approved(house)
    secondment = await asked(house, task, "group1.member")

    letter = await text(house, "group1.lead", secondment, "secondment-letter")

    assert "人员group1.member同志" in letter
    assert "自2026年3月2日至2026年3月31日" in letter
    assert "登记服务" not in letter
    assert (await write(house, "district1.head", secondment, "secondment-letter")).status_code == 404


async def test_a_draft_has_no_declaration_form_yet(house: House) -> None:
    task = await drafted(house)
    early = await write(house, "group1.lead", task, "linkage-declaration")
    assert (early.status_code, early.json()["code"]) == (409, "document_not_yet")

    shown = await declared(house)
    assert "联动申报表" in await text(house, LEAD, shown, "linkage-declaration")


async def test_whose_matter_it_is_from_now_on_is_decided_on_paper(house: House) -> None:
    task = await approved(house)
    early = await write(house, LEAD, task, "jurisdiction-decision")
    body = {
        "form": "designated",
        "organ": "district-2",
        "ground": "原管辖机关需要回避。",
        "is_disputed": True,
    }
    answer = await house.act(LEAD, task, "designate-jurisdiction", body)
    for login in ("principal.city", "party-principal.city"):
        await house.sign(login, answer)

    letter = await text(house, LEAD, task, "jurisdiction-decision")

    assert (early.status_code, early.json()["code"]) == (409, "document_not_yet")
    assert "机构district-2：" in letter
    assert "存在争议" in letter
    assert "决定指定管辖" in letter
    assert "原管辖机关需要回避。" in letter


async def test_a_change_of_lead_is_handed_over_on_paper_that_the_new_lead_reads(house: House) -> None:
    task, _ = await staffed(house)
    body = {"to": "city-office-2", "handover": "移交方案、名册和台账，两项工作未完。"}
    await house.sign("deputy.city", await house.act(LEAD, task, "change-lead", body))

    record = await text(house, "office2.head", task, "handover-record")

    assert "移交方案、名册和台账，两项工作未完。" in record
    assert "机构city-office-2" in record
    assert (await write(house, LEAD, task, "handover-record")).status_code == 404
